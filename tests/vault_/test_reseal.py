"""Backups and replaced vaults from before there was a passphrase are sealed with it, and open with it."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread, current_thread
from typing import Any
from zipfile import ZipFile

import pytest

from data import backup, keys, reseal, restore, sealing, swap, tries
from data.bundle import Bundle
from data.codec import Codec, Plain, dumps, frame
from data.keys import Key
from data.vault import Vault
from tests.vault_.sealed import PASSPHRASE, QUICK
from tests.vault_.tools import changed, commit, entry, everything, made

NOW = "2031-05-02T09:00:00"


def never(sentence: str) -> str:
    """Nobody is asked."""
    raise AssertionError(sentence)


def told(home: Path) -> bytes:
    """All bytes below a home, those of backups unpacked."""
    found = []
    for path in home.rglob("*"):
        if path.suffix == ".organizer":
            with Bundle(str(path)) as bundle:
                found += [bundle.read(name) for name, _, _ in bundle.page["files"]]
        elif path.is_file():
            found.append(path.read_bytes())
    return b"\n".join(found)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain home with two backups, one of which was restored."""
    monkeypatch.setattr(tries, "LONGEST", 0.0)
    home = tmp_path / "home"
    vault = Vault.open(home)
    one = entry("one", "planted one")
    commit(vault, made(one))
    vault.close()
    first = backup.back_up(str(home), Plain(), NOW)
    vault = Vault.open(home)
    commit(vault, changed(one, text="planted two"))
    vault.close()
    restore.restore(str(home), None, first.path, "2031-05-03T09:00:00", never)
    assert [path.name for path in home.iterdir() if path.name.startswith("vault.replaced")]
    assert b"planted two" in told(home)
    return home


def test_all_of_it_is_sealed_and_opens(home: Path) -> None:
    before = backup.listed(str(home))
    assert len(reseal.still_plain(str(home))) == len(before) + 1
    key, _ = sealing.seal(home, PASSPHRASE, QUICK)
    assert b"planted" not in told(home)
    assert reseal.still_plain(str(home)) == []
    after = backup.listed(str(home))
    apart = {"bytes": 0, "counts": None, "sealed": True}
    assert [one._replace(**apart) for one in after] == [one._replace(**apart) for one in before]
    assert all(one.sealed for one in after)
    for one in after:
        _restored(home, key, one.path)
    for path in sorted(home.glob("vault.replaced-*")):
        _restored(home, key, str(path))
    assert b"planted" not in told(home)


def _restored(home: Path, key: Key, path: str) -> None:
    restore.restore(str(home), key, path, "2031-05-04T09:00:00", never)
    vault = Vault.open(home, keys.unlock(home, PASSPHRASE))
    assert everything(vault)["entries"]["one"].text.startswith("planted")  # type: ignore[attr-defined]
    vault.close()


@pytest.mark.parametrize("step", [1, 2, 5, 20, 60, 100, 150, 200])
def test_where_it_was_stopped_the_next_day_goes_on(home: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    from data import files

    real, left = files.sync, step

    def stopping(fd: int) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt
        real(fd)

    with monkeypatch.context() as patch:
        patch.setattr(sealing, "reseal", lambda home, codec: None)
        key, _ = sealing.seal(home, PASSPHRASE, QUICK)
    with monkeypatch.context() as patch:
        for module in (files, backup, __import__("data.bundle").bundle):
            patch.setattr(module, "sync", stopping)
        try:
            reseal.reseal(str(home), key.codec())
        except KeyboardInterrupt:
            assert left == 0
    assert backup.begin_day(str(home), key.codec(), "2031-05-05T09:00:00")
    assert reseal.still_plain(str(home)) == []
    assert b"planted" not in told(home)
    assert not swap.has_begun(str(home / "vault"))
    assert all(one.state == "verified" for one in backup.listed(str(home)))


def test_what_cannot_be_sealed_is_named_and_kept(home: Path) -> None:
    broken = home / "backups" / "2031-04-01T0900.organizer"
    broken.write_bytes(b"PK\x03\x04 planted")
    (home / "vault.replaced-empty").mkdir()
    sealing.seal(home, PASSPHRASE, QUICK)
    assert reseal.still_plain(str(home)) == [broken.name, "vault.replaced-empty"]
    assert broken.read_bytes() == b"PK\x03\x04 planted"


def test_a_backup_that_was_under_way_is_sealed_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go, real = Event(), Event(), backup.pack

    def slow(*given: Any) -> None:
        if current_thread().name == "day":
            begun.set()
            go.wait(10)
        real(*given)

    def swapped(*given: Any, **more: Any) -> bool:
        done = swap.swap(*given, **more)
        go.set()
        return done

    monkeypatch.setattr(backup, "pack", slow)
    monkeypatch.setattr(sealing, "swap", swapped)
    day = Thread(target=backup.begin_day, args=(str(home), Plain(), "2031-05-06T09:00:00"), name="day")
    day.start()
    assert begun.wait(10)
    sealing.seal(home, PASSPHRASE, QUICK)
    day.join()
    assert [one for one in backup.listed(str(home)) if one.name.startswith("2031-05-06")]
    assert reseal.still_plain(str(home)) == []
    assert b"planted" not in told(home)


@pytest.mark.parametrize("page", [{"format": 1}, {"format": 1, "made": "then", "files": 3}, [], {"format": "new"}])
def test_a_page_that_says_too_little_stops_nothing(home: Path, page: Any) -> None:
    odd = home / "backups" / "2031-04-01T0900.organizer"
    with ZipFile(odd, "w") as zip:
        zip.writestr("backup.json", frame(dumps(page)))
    assert [one.state for one in backup.listed(str(home)) if one.path == str(odd)] == ["damaged"]
    sealing.seal(home, PASSPHRASE, QUICK)
    assert reseal.still_plain(str(home)) == [odd.name]


def test_the_code_is_shown_before_the_backups_are_sealed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(home: str, codec: Codec) -> None:
        raise KeyboardInterrupt

    shown: list[str] = []
    monkeypatch.setattr(sealing, "reseal", stopped)
    with pytest.raises(KeyboardInterrupt):
        sealing.seal(home, PASSPHRASE, QUICK, show=shown.append)
    assert keys.unlock(home, shown[0]).by == keys.RECOVERY
