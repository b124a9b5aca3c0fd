"""Restoring: looked at first, at once or not at all; what was there is kept; the passphrase of that day opens it."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from data import backup, restore, sealing, swap
from data.cards import claimed
from data.codec import Plain
from data.keys import Key
from data.vault import Vault
from organizer.errors import Damaged, DiskTrouble, Locked, NotFound
from organizer.keeping import Difference, Restored
from tests.vault_.sealed import QUICK as COST
from tests.vault_.tools import changed, commit, contents, entry, made, removed

THEN, NOW = "2031-05-02T09:00:00", "2031-05-09T17:30:00"
OLD, NEW = "the old passphrase of May", "quite another one by now"
ASKED = "This backup was sealed with the passphrase you had on May 2, 2031. Enter that one, or its recovery code."


def nobody(sentence: str) -> str:
    """Nobody is there to be asked."""
    raise AssertionError(sentence)


def answer(*given: str, asked: list[str] | None = None) -> restore.AskPassphrase:
    """Somebody who answers in this order."""
    left = list(given)

    def ask(sentence: str) -> str:
        if asked is not None:
            asked.append(sentence)
        return left.pop(0)

    return ask


def files(home: Path) -> dict[str, bytes]:
    """The bytes of a vault."""
    return {path.name: path.read_bytes() for path in (home / "vault").iterdir() if path.name != ".lock"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a backup of May 2, after which two things happened."""
    home = tmp_path / "home"
    vault = Vault.open(home)
    commit(vault, made(entry("one", created="2031-04-01T09:00:00"), entry("two", created="2031-04-02T09:00:00")))
    vault.close()
    backup.back_up(str(home), Plain(), THEN)
    vault = Vault.open(home)
    commit(
        vault,
        made(entry("three", created="2031-05-08T09:00:00")),
        changed(entry("one", created="2031-04-01T09:00:00"), text="x"),
    )
    commit(vault, removed(entry("two", created="2031-04-02T09:00:00")))
    vault.close()
    return home


def the_backup(home: Path, given: str = "2031-05-02") -> str:
    """Its path, found by how its name begins."""
    return restore.find(str(home), given)


def restored(home: Path, given: str = "2031-05-02", key: Key | None = None) -> Restored:
    """Restore it."""
    return restore.restore(str(home), key, the_backup(home, given), NOW, nobody)[0]


def test_a_dry_run_shows_what_would_come_and_go(home: Path) -> None:
    before = files(home)
    found = restore.difference(str(home), None, the_backup(home), nobody)
    assert [(one.id, one.what) for one in found.entries] == [("three", "goes"), ("two", "comes"), ("one", "changes")]
    assert (found.before, found.after) == ({"areas": 9, "entries": 2}, {"areas": 9, "entries": 2})
    assert (found.made, found.others, found.foreign) == (THEN, 0, False)
    assert files(home) == before
    assert sorted(os.listdir(home / "backups")) == [".lock", "2031-05-02T0900.organizer"]


def test_it_is_put_in_the_vaults_place_and_what_was_there_is_kept(home: Path) -> None:
    now = contents(home)
    done = restored(home)
    assert set(contents(home)["entries"]) == {"one", "two"}
    assert (done.counts, done.made) == ({"areas": 9, "entries": 2}, THEN)
    assert (done.kept, done.backup) == ("vault.replaced-2031-05-09T1730", "2031-05-09T1730-before-restore.organizer")
    assert contents_of(home / done.kept, home.parent / "kept") == now
    for way_back in (done.kept, done.backup):
        again = restored(home, way_back)
        assert contents(home) == now
        assert again.kept.startswith("vault.replaced-2031-05-09T1730-")
        restored(home)
    vault = Vault.open(home)
    assert vault.damage == []
    assert [change.label for change in vault.past()] == ["Add"]
    commit(vault, made(entry("four")))
    vault.close()


def contents_of(folder: Path, home: Path) -> object:
    """All tables of a vault's folder."""
    shutil.copytree(folder, home / "vault")
    return contents(home)


def test_on_an_empty_home(home: Path, tmp_path: Path) -> None:
    file = shutil.copy(the_backup(home), tmp_path / "stick.organizer")
    new = tmp_path / "new" / "home"
    found = restore.difference(str(new), None, str(file), nobody)
    assert found.before == {}
    assert [one.what for one in found.entries] == ["comes", "comes"]
    done, _ = restore.restore(str(new), None, str(file), NOW, nobody)
    assert (done.kept, done.backup) == ("", "")
    assert set(contents(new)["entries"]) == {"one", "two"}
    if os.name == "posix":
        for path in (new / "vault", *(new / "vault").iterdir()):
            assert path.stat().st_mode & 0o077 == 0


def test_an_open_vault_does_not_write_over_what_was_restored(home: Path) -> None:
    vault = Vault.open(home)
    vault.table("entries")
    restored(home)
    with pytest.raises(Damaged, match="was restored elsewhere"):
        vault.news()
    with pytest.raises(Damaged, match="was restored elsewhere"):
        commit(vault, made(entry("late")))
    vault.close()
    assert set(contents(home)["entries"]) == {"one", "two"}
    assert not [name for name in os.listdir(home / "vault") if name.startswith("conflict-")]


def test_what_was_seen_before_a_restore_is_no_alarm(home: Path) -> None:
    restored(home)
    vault = Vault.open(home)
    assert vault.damage == []
    vault.close()


@pytest.mark.parametrize("spoil", ["half", "bit", "empty", "text", "newer"])
def test_what_is_no_whole_backup_changes_nothing(home: Path, spoil: str) -> None:
    path = Path(the_backup(home))
    data = path.read_bytes()
    if spoil == "newer":
        newer(home, path)
    else:
        middle = bytearray(data)
        middle[len(data) // 3 : len(data) // 3 + 99] = bytes(99)
        path.write_bytes({"half": data[: len(data) // 2], "bit": bytes(middle), "empty": b"", "text": b"hello"}[spoil])
    before = files(home)
    with pytest.raises(Damaged) as told:
        restored(home)
    assert {"newer": "a newer Organizer", "half": "damaged", "bit": "damaged"}.get(spoil, "no backup") in str(
        told.value
    )
    with pytest.raises(Damaged):
        restore.difference(str(home), None, str(path), nobody)
    assert files(home) == before
    assert [name for name in os.listdir(home) if name.startswith("vault.")] == []


def newer(home: Path, path: Path) -> None:
    """Make the backup one of a newer version."""
    from data.codec import dumps, frame, loads

    card = home / "vault" / "vault.json"
    kept = card.read_bytes()
    said = {name: value for name, value in loads(kept).items() if name != "sum"}
    card.write_bytes(frame(dumps({**said, "format": 2})))
    path.unlink()
    backup.back_up(str(home), Plain(), THEN)
    card.write_bytes(kept)


def test_what_is_not_there(home: Path) -> None:
    for given in ("2030", "nothing.organizer", ""):
        with pytest.raises(NotFound, match="There is no backup"):
            the_backup(home, given)
    with pytest.raises(Damaged, match="holds no vault"):
        restored(home, str(home / "backups"))


@pytest.mark.parametrize("call", range(1, 24, 3))
def test_a_disk_that_fails(home: Path, monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    before = files(home)
    real, calls = os.fsync, [0]

    def fail(fd: int) -> None:
        calls[0] += 1
        if calls[0] >= call + 14:  # after the backup of what is there
            raise OSError(errno.ENOSPC, "no")
        real(fd)

    monkeypatch.setattr(os, "fsync", fail)
    with suppress(DiskTrouble):
        restored(home)
    monkeypatch.undo()
    assert set(contents(home)["entries"]) in ({"one", "two"}, {"one", "three"})
    if set(contents(home)["entries"]) == {"one", "three"}:
        assert files(home) == before


def test_stopped_between_the_two_names(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.rename

    def stop(source: str, target: str) -> None:
        if os.path.basename(target) == "vault":
            raise KeyboardInterrupt  # as if the machine had stopped: nothing is taken back
        real(source, target)

    monkeypatch.setattr(swap.os, "rename", stop)
    with pytest.raises(KeyboardInterrupt):
        restored(home)
    monkeypatch.undo()
    assert not (home / "vault").exists()
    assert set(contents(home)["entries"]) == {"one", "two"}, "whoever opens it next finishes it"
    assert (home / "vault.replaced-2031-05-09T1730").exists()


# -- sealed


@pytest.fixture
def sealed(home: Path) -> tuple[Path, str]:
    """The same home sealed with the old passphrase, backed up, then given the new one; and the recovery code."""
    key, code = sealing.seal(home, OLD, COST)
    os.unlink(the_backup(home))
    backup.back_up(str(home), key.codec(), THEN)
    sealing.change(home, OLD, NEW, COST)
    return home, code


def test_a_sealed_vault_makes_a_sealed_backup(sealed: tuple[Path, str]) -> None:
    home, _ = sealed
    data = Path(the_backup(home)).read_bytes()
    assert b"entries" not in data
    (one,) = backup.listed(str(home))
    assert (one.state, one.sealed, one.counts) == ("verified", True, None)


def test_the_older_passphrase_is_asked_for_in_those_words(sealed: tuple[Path, str]) -> None:
    home, _ = sealed
    from data.keys import unlock

    key = unlock(home, NEW)
    asked: list[str] = []
    before = files(home)
    with pytest.raises(Locked, match="That does not open it"):
        restore.restore(str(home), key, the_backup(home), NOW, answer(NEW, asked=asked))
    assert files(home) == before
    found = restore.difference(str(home), key, the_backup(home), answer(OLD, asked=asked))
    assert isinstance(found, Difference)
    assert found.entries == ()
    done, opens = restore.restore(str(home), key, the_backup(home), NOW, answer(OLD, asked=asked))
    assert asked == [ASKED] * 3
    assert "just entered opens the vault" in done.opens
    Vault.open(home, opens).close()
    Vault.open(home, unlock(home, OLD)).close()
    with pytest.raises(Locked):
        unlock(home, NEW)


def test_the_same_passphrase_is_not_asked_for_again(sealed: tuple[Path, str]) -> None:
    home, _ = sealed
    from data.keys import unlock

    key = unlock(home, NEW)
    backup.back_up(str(home), key.codec(), NOW)
    done, opens = restore.restore(str(home), key, the_backup(home, "2031-05-09"), NOW, nobody)
    assert opens is key
    assert done.opens == ""
    Vault.open(home, key).close()


def test_from_the_printed_sheet_on_an_empty_home(sealed: tuple[Path, str], tmp_path: Path) -> None:
    home, code = sealed
    file = shutil.copy(the_backup(home), tmp_path / "stick.organizer")
    shutil.rmtree(home)
    done, key = restore.restore(str(home), None, str(file), NOW, answer(code))
    assert done.counts == {"areas": 9, "entries": 2}
    vault = Vault.open(home, key)
    assert set(vault.table("entries")) == {"one", "three"}
    assert vault.damage == []
    vault.close()


def test_a_plain_backup_into_a_sealed_home_says_so(home: Path, tmp_path: Path) -> None:
    file = shutil.copy(the_backup(home), tmp_path / "stick.organizer")  # those in the home are sealed with it
    key, _ = sealing.seal(home, OLD, COST)
    done, opens = restore.restore(str(home), key, str(file), NOW, nobody)
    assert opens is None
    assert "not sealed now" in done.opens
    card = claimed(str(home / "vault"))
    assert card is not None
    assert not card.sealed
    assert set(contents(home)["entries"]) == {"one", "two"}


def test_a_sealed_backup_that_was_tampered_with(sealed: tuple[Path, str]) -> None:
    home, _ = sealed
    import zipfile

    from data.codec import checksum, dumps, frame, loads, unframe

    path = Path(the_backup(home))
    with zipfile.ZipFile(path) as zip:
        held = {name: zip.read(name) for name in zip.namelist()}
    log = next(name for name in held if name.startswith("log-"))
    held[log] = b"\n".join(held[log].split(b"\n")[:2]) + b"\n"  # the last changes left out, sums and all made to fit
    body = unframe(held["backup.json"][:-1])
    assert body is not None
    page = loads(body)
    page["files"] = [[name, len(held[name]), checksum(held[name])] for name, _, _ in page["files"]]
    held["backup.json"] = frame(dumps(page))
    with zipfile.ZipFile(path, "w") as zip:
        for name, data in held.items():
            zip.writestr(name, data)
    before = files(home)
    with pytest.raises(Damaged):
        restore.restore(str(home), None, str(path), NOW, answer(OLD))
    assert files(home) == before
