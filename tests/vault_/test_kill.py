"""A process that is killed loses nothing that it had said was stored."""

from __future__ import annotations

from pathlib import Path

from tests.vault_ import crowd
from tests.vault_.kill import rounds


def test_twenty_kills(tmp_path: Path) -> None:
    seen = rounds(20, tmp_path)
    assert seen["acknowledged"] > 10
    assert (seen["lost"], seen["half"], seen["extra"], seen["damage"]) == (0, 0, 0, 0), seen


def test_ten_kills_of_a_sealed_vault(tmp_path: Path) -> None:
    seen = rounds(10, tmp_path, sealed=True)
    assert seen["acknowledged"] > 10
    assert (seen["lost"], seen["half"], seen["extra"], seen["damage"]) == (0, 0, 0, 0), seen


def test_fifteen_kills_with_the_archive_under_way(tmp_path: Path) -> None:
    seen = rounds(15, tmp_path, archive=True)
    assert seen["acknowledged"] > 10
    assert seen["archived"] > 30
    assert (seen["lost"], seen["half"], seen["extra"], seen["damage"], seen["twice"]) == (0, 0, 0, 0, 0), seen


def test_six_kills_in_a_crowd(tmp_path: Path) -> None:
    seen = crowd.rounds(2, tmp_path)
    assert seen["kills"] == 6
    assert (seen["lost"], seen["damage"]) == (0, 0), seen
