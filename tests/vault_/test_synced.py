"""Folders that a sync program keeps, and the copies it makes: noticed by their names, and never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data import synced
from data.codec import dumps, frame
from data.names import is_ours, kind_of
from data.vault import Vault
from tests.vault_.tools import commit, contents, entry, made


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/practice", "Dropbox"),
        ("Dropbox (Personal)/a/b", "Dropbox"),
        ("OneDrive/practice", "OneDrive"),
        ("OneDrive - Heron Counseling LLC/x", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal/x", "OneDrive"),
        ("Library/CloudStorage/GoogleDrive-me@example.org/My Drive/x", "Google Drive"),
        ("Google Drive/x", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("iCloudDrive/x", "iCloud Drive"),
        ("Dropboxes/x", ""),
        ("documents/onedriver/x", ""),
    ],
)
def test_a_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    assert synced.service(str(tmp_path / folder)) == service
    said = synced.sentence(str(tmp_path / folder))
    assert bool(said) == bool(service)
    assert service in said


def test_or_by_what_is_left_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert synced.service(str(tmp_path / "shared" / "deep" / "practice")) == "Syncthing"
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    (tmp_path / "me" / ".dropbox").mkdir(parents=True)
    assert synced.service(str(tmp_path / "me" / "practice")) == "", "there Dropbox keeps its settings only"


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "practice").mkdir(parents=True)
    (tmp_path / "practice").symlink_to(tmp_path / "Dropbox" / "practice")
    assert synced.service(str(tmp_path / "practice")) == "Dropbox"


COPIES = (
    "vault 2.json",
    "vault (1).json",
    "vault-DESKTOP-7.json",
    "base-00000001 (Ann's conflicted copy 2026-06-11).json",
    "base-00000001-MacBook Pro.json",
    "log-00000001 2.jsonl",
    "log-00000001 (1).jsonl",
    "log-00000001.sync-conflict-20260611-091400-ABCDEFG.jsonl",
    "log-00000001-DESKTOP-7.jsonl",
    "log-00000002 (conflicted copy).jsonl",
    "history-2026 (1).jsonl",
    "history-2026-DESKTOP-7.jsonl",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name_and_never_read(tmp_path: Path, name: str) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    vault.close()
    before = contents(tmp_path)
    other = Vault.open(tmp_path / "other")
    commit(other, made(entry("two")), made(entry("three")))
    other.close()
    log = (tmp_path / "other" / "vault" / "log-00000001.jsonl").read_bytes()
    log += frame(dumps({"n": 0, "t": "2026-01-01", "l": "Odd", "ids": [["entries", "one", ["text"]]]}))
    (tmp_path / "vault" / name).write_bytes(log)
    assert kind_of(name) == "copy"
    assert not is_ours(name)
    assert synced.copies(str(tmp_path / "vault")) == [name]
    vault = Vault.open(tmp_path)
    assert vault.table("entries") == before["entries"]
    assert vault.old_history("one") == []
    assert vault.damage == []
    vault.close()
    assert (tmp_path / "vault" / name).read_bytes() == log


@pytest.mark.parametrize(
    "name",
    ["vault.json", "vault-copy.json", "base-00000001.json", "log-00000001.jsonl", "history-2026.jsonl",
     "archive-2021-0a1b2c3d.json", ".lock",
     "torn-00000001-12", "damaged-base-00000001.json", "conflict-log-00000001.jsonl",
     "base-00000001.json.tmp", "notes.txt"],
)  # fmt: skip
def test_what_is_ours_is_no_copy(name: str) -> None:
    assert kind_of(name) != "copy"


def test_it_is_said_once(tmp_path: Path) -> None:
    home = str(tmp_path / "Dropbox" / "practice")
    Vault.open(home).close()
    (said,) = synced.untold(home)
    assert "Dropbox" in said
    assert synced.untold(home) == []
    Path(home, "vault", "log-00000001 (1).jsonl").write_bytes(b"")
    (said,) = synced.untold(home)
    assert "copies" in said
    assert synced.untold(home) == []
