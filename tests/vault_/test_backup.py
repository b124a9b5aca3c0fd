"""Backups: made of a vault that is written to, verified before they count, and never half of one."""

from __future__ import annotations

import errno
import os
import stat
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest

from data import backup, bundle
from data.bundle import Bundle
from data.codec import Plain
from data.examine import examine
from data.vault import Vault
from organizer.errors import Damaged, DiskTrouble, WrongUse
from tests.vault_.tools import changed, commit, entry, everything, made, start

NOW = "2031-05-02T09:00:00"


def unpacked(path: str, home: Path) -> Vault:
    """The vault of a backup, unpacked into a home of its own."""
    home.mkdir()
    with Bundle(path) as one:
        one.unpack(str(home / "vault"))
    return Vault.open(home)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with three changes."""
    vault = Vault.open(tmp_path / "home")
    commit(vault, made(entry("one", "é")), made(entry("two"), entry("three")), changed(entry("one", "é"), text="x"))
    vault.close()
    return tmp_path / "home"


def test_it_holds_what_the_vault_holds(home: Path, tmp_path: Path) -> None:
    one = backup.back_up(str(home), Plain(), NOW)
    assert (one.name, one.state, one.whole, one.n) == ("2031-05-02T0900.organizer", "verified", True, 3)
    assert one.counts == {"areas": 9, "entries": 3}
    assert sorted(os.listdir(home / "backups")) == [".lock", one.name]
    vault, other = Vault.open(home), unpacked(one.path, tmp_path / "other")
    assert everything(other) == everything(vault)
    assert [change.label for change in other.past()] == ["Edit", "Add", "Add"], "undo goes on"
    vault.close()
    other.close()
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(one.path).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(home / "backups").st_mode) == 0o700


def test_the_bytes_are_those_of_the_vault(home: Path) -> None:
    one = backup.back_up(str(home), Plain(), NOW)
    with zipfile.ZipFile(one.path) as zip:
        names = set(zip.namelist()) - {bundle.PAGE}
        assert names == {path.name for path in (home / "vault").iterdir()} - {".lock"}
        assert all(zip.read(name) == (home / "vault" / name).read_bytes() for name in names)


def test_several_in_one_minute_and_files_of_ones_own(home: Path, tmp_path: Path) -> None:
    names = [backup.back_up(str(home), Plain(), NOW).name for _ in range(3)]
    assert names == ["2031-05-02T0900.organizer", "2031-05-02T0900-2.organizer", "2031-05-02T0900-3.organizer"]
    assert backup.back_up(str(home), Plain(), NOW, "restore").name == "2031-05-02T0900-before-restore.organizer"
    own = backup.back_up(str(home), Plain(), NOW, to=str(tmp_path / "mine.zip"))
    assert own.path == str(tmp_path / "mine.zip")
    with pytest.raises(WrongUse, match="of that name already"):
        backup.back_up(str(home), Plain(), NOW, to=str(tmp_path / "mine.zip"))
    assert backup.back_up(str(home), Plain(), NOW, to=str(tmp_path)).path == str(tmp_path / "2031-05-02T0900.organizer")
    assert [one.name for one in backup.listed(str(home))] == [
        "2031-05-02T0900.organizer",
        "2031-05-02T0900-before-restore.organizer",
        "2031-05-02T0900-3.organizer",
        "2031-05-02T0900-2.organizer",
    ]


def test_while_it_is_written_to(tmp_path: Path) -> None:
    home = tmp_path / "home"
    vault = Vault.open(home, compact_after=2000)
    commit(vault, made(entry("one", "0")))
    stop = threading.Event()
    found = []

    def copy() -> None:
        while not stop.is_set():
            found.append(backup.back_up(str(home), Plain(), NOW, to=str(tmp_path / f"b{len(found)}")))

    thread = threading.Thread(target=copy)
    thread.start()
    held = entry("one", "0")
    n = 0
    while len(found) < 5:
        n += 1
        # Each change speaks of two entries: a half one would show.
        commit(vault, changed(held, text=str(n)), made(entry(f"n{n}", str(n))))
        held = held._replace(text=str(n))
    stop.set()
    thread.join()
    vault.close()
    for at, one in enumerate(found):
        assert one.whole
        copied = unpacked(one.path, tmp_path / f"h{at}")
        entries = copied.table("entries")
        assert copied.damage == []
        assert one.counts is not None
        assert len(entries) == one.counts["entries"]
        copied.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", [1, 2, 3, 6, 9, 10])
def test_a_disk_that_fails(home: Path, monkeypatch: pytest.MonkeyPatch, number: int, call: int) -> None:
    before = {path.name: path.read_bytes() for path in (home / "vault").iterdir()}
    real, calls = os.fsync, [0]

    def fail(fd: int) -> None:
        calls[0] += 1
        if calls[0] == call:
            raise OSError(number, "no")
        real(fd)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DiskTrouble, match="no backup was made"):
        backup.back_up(str(home), Plain(), NOW)
    assert backup.listed(str(home)) == []
    assert [name for name in os.listdir(home / "backups") if name.endswith(".tmp")] == []
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in (home / "vault").iterdir()} == before
    assert backup.back_up(str(home), Plain(), NOW).whole


def test_killed_in_the_middle_it_is_none(home: Path) -> None:
    code = """
import os, sys
from data import backup
from data.codec import Plain
real, calls = os.write, [0]
def write(fd, data):
    calls[0] += 1
    if calls[0] == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
    return real(fd, data)
os.write = write
backup.back_up(sys.argv[1], Plain(), "2031-05-02T08:00:00")
"""
    for call in (1, 3, 5, 8):
        start(code, home, call).wait(timeout=60)
        assert backup.listed(str(home)) == [], call
    left = [path for path in (home / "backups").iterdir() if path.name.endswith(".tmp")]
    assert left, "something was left unfinished"
    assert backup.is_due(str(home), NOW)
    one = backup.begin_day(str(home), Plain(), NOW)
    assert one is not None
    assert sorted(os.listdir(home / "backups")) == [".lock", one.name], "and the next one tidies up"


def test_what_is_not_read_back_as_written_does_not_count(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(*given: Any) -> None:
        pack(*given)
        path = Path(given[1])
        data = bytearray(path.read_bytes())
        data[len(data) // 3 : len(data) // 3 + 200] = bytes(200)
        path.write_bytes(data)

    pack = bundle.pack
    monkeypatch.setattr(backup, "pack", spoil)
    with pytest.raises(DiskTrouble, match="could not be read back"):
        backup.back_up(str(home), Plain(), NOW)
    assert os.listdir(home / "backups") == [".lock"]


def test_any_damage_of_a_backup_is_seen(home: Path, tmp_path: Path) -> None:
    one = backup.back_up(str(home), Plain(), NOW)
    path = Path(one.path)
    whole = path.read_bytes()
    for at in range(0, len(whole), 5):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        path.write_bytes(data)
        (found,) = backup.listed(str(home))
        if found.state == "verified":  # a bit of the zip that says nothing: times, rights, what is said twice
            target = tmp_path / f"v{at}"
            with Bundle(str(path)) as zip:
                zip.unpack(str(target))
            assert {p.name: p.read_bytes() for p in target.iterdir()} == {
                p.name: p.read_bytes() for p in (home / "vault").iterdir() if p.name != ".lock"
            }
        else:
            assert found.state in ("damaged", "newer"), at
            assert found.said.endswith(".")
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        (found,) = backup.listed(str(home))
        assert found.state == "damaged", length


def test_files_that_are_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "x.organizer"
    path.write_bytes(b"hello")
    with pytest.raises(Damaged, match="no backup of Organizer"):
        Bundle(str(path))
    with zipfile.ZipFile(path, "w") as zip:
        zip.writestr("a.txt", "a")
    with pytest.raises(Damaged, match="no backup of Organizer"):
        Bundle(str(path))


def test_a_page_that_names_another_place_is_not_followed(home: Path, tmp_path: Path) -> None:
    from data.codec import dumps, frame

    path = tmp_path / "evil.organizer"
    page = {"format": 1, "kind": "backup", "vault": "x", "made": NOW, "seq": 1, "sealed": False, "whole": True}
    with zipfile.ZipFile(path, "w") as zip:
        zip.writestr("../../evil", "a")
        zip.writestr(bundle.PAGE, frame(dumps({**page, "files": [["../../evil", 1, "0"]], "counts": {}})))
    with Bundle(str(path)) as one, pytest.raises(Damaged, match="does not belong"):
        one.unpack(str(tmp_path / "deep" / "deeper"))
    assert not (tmp_path / "evil").exists()


def test_the_days_first_and_no_second(home: Path) -> None:
    assert backup.is_due(str(home), NOW)
    assert backup.begin_day(str(home), Plain(), NOW) is not None
    assert not backup.is_due(str(home), "2031-05-02T17:00:00")
    assert backup.begin_day(str(home), Plain(), "2031-05-02T17:00:00") is None
    (home / "backups" / "2031-05-03.organizer").write_bytes(b"mine")
    assert backup.is_due(str(home), "2031-05-03T09:00:00")


def test_nothing_goes_while_the_vault_is_damaged(home: Path) -> None:
    for day in range(1, 28):
        one = backup.back_up(str(home), Plain(), f"2031-04-{day:02d}T09:00:00")
        backup.thin(str(home), one)
    before = {one.name for one in backup.listed(str(home))}
    assert len(before) <= 12
    path = home / "vault" / "base-00000000.json"
    path.write_bytes(path.read_bytes().replace(b"Training", b"training"))
    assert not examine(str(home / "vault"), Plain()).whole
    one = backup.back_up(str(home), Plain(), "2031-05-20T09:00:00")
    assert not one.whole
    assert backup.thin(str(home), one) == []
    assert {one.name for one in backup.listed(str(home))} == {*before, one.name}


def test_without_a_vault_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="nothing to back up"):
        backup.back_up(str(tmp_path / "none"), Plain(), NOW)
    assert not (tmp_path / "none").exists()
    assert backup.listed(str(tmp_path)) == []
