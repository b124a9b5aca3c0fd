"""A process that is killed loses nothing that it had said was stored."""

from __future__ import annotations

from pathlib import Path

from tests.vault_.kill import rounds


def test_twenty_kills(tmp_path: Path) -> None:
    seen = rounds(20, tmp_path)
    assert seen["acknowledged"] > 100
    assert (seen["lost"], seen["half"], seen["extra"], seen["damage"]) == (0, 0, 0, 0), seen
