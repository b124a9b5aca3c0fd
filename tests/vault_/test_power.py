"""A power cut loses nothing that had been acknowledged; and these tests would notice if it did."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from data import create, files, log, segment
from tests.vault_.power import cuts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names are made durable by the system there, unheard")


def test_a_hundred_and_fifty_cuts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = cuts(150, tmp_path, monkeypatch)
    assert seen["good"] + seen["told"] == 150, seen
    assert seen["good"] > 100


def test_a_hundred_cuts_of_a_sealed_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = cuts(100, tmp_path, monkeypatch, sealed=True)
    assert seen["good"] + seen["told"] == 100, seen
    assert seen["good"] > 60


@pytest.mark.parametrize("sealed", [False, True])
def test_a_hundred_cuts_with_the_archive_under_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool
) -> None:
    seen = cuts(100, tmp_path, monkeypatch, sealed=sealed, archive=True)
    assert seen["good"] + seen["told"] == 100, seen
    assert seen["good"] > 60


def test_without_syncing_the_archive_it_would_show(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segment, "sync", lambda where: None)
        seen = cuts(80, tmp_path, patch, archive=True)
    assert seen["good"] + seen["told"] < 80, seen


@pytest.mark.parametrize(("modules", "name"), [((files, log), "sync"), ((files, log, create), "sync_folder")])
def test_without_syncing_it_would_show(tmp_path: Path, modules: tuple[object, ...], name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in modules:
            patch.setattr(module, name, lambda where: None)
        seen = cuts(40, tmp_path, patch, changes=30)
    assert seen["good"] + seen["told"] < 20, seen
