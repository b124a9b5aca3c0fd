"""A check finds what is broken, a repair puts right what can be, and says by number, date and id what cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data import backup, restore, sealing
from data.check import check
from data.codec import Plain
from data.keys import Key
from data.mend import Mender
from data.repair import finish
from data.vault import Vault
from organizer.keeping import Finding
from organizer.records import Record
from tests.vault_.sealed import PASSPHRASE, QUICK
from tests.vault_.tools import NOW, changed, commit, contents, entry, everything, made, removed

Tables = dict[str, dict[str, Record]]
LOG = "log-00000001.jsonl"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A small vault, all its changes in its first log."""
    vault = Vault.open(tmp_path / "first")
    one, two = entry("one", "é"), entry("two")
    for change in (made(one), made(two), changed(one, text="x"), made(entry("three")), removed(two)):
        commit(vault, change)
    vault.close()
    return tmp_path / "first"


def copied(home: Path, name: str, data: bytes) -> Path:
    """A copy of a home in which one file of the vault is other."""
    target = home.parent / "copy"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(home, target)
    (target / "vault" / name).write_bytes(data)
    return target


def harms(home: Path) -> list[Finding]:
    """What a check finds that is damaged."""
    return [one for one in check(str(home), Plain()).findings if one.harms]


def repaired(home: Path) -> list[Finding]:
    """Repair a vault; gives what is lost."""
    before = check(str(home), Plain())
    mended = Mender(str(home), Plain()).run()
    vault = Vault.open(home)
    finish(vault, str(home), before.id, mended, before.findings, NOW)
    vault.close()
    return mended.lost


def test_a_sound_vault_is_whole(first: Path) -> None:
    found = check(str(first), Plain())
    assert found.findings == []
    assert (found.last, found.counts) == (5, {"areas": 9, "entries": 2})
    before = {path.name: path.read_bytes() for path in (first / "vault").iterdir()}
    assert repaired(first) == []
    assert {path.name: path.read_bytes() for path in (first / "vault").iterdir()} == before, "nothing to do"


def test_any_bit_of_a_log_is_put_right(first: Path) -> None:
    whole = (first / "vault" / LOG).read_bytes()
    before = contents(first)
    for at in range(0, len(whole), 3):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        home = copied(first, LOG, bytes(data))
        assert [one.kind for one in check(str(home), Plain()).findings], at
        assert repaired(home) == [], at
        assert (home / "vault" / LOG).read_bytes() == whole, at
        assert contents(home) == before, at
        assert harms(home) == [], at


@pytest.mark.parametrize("line", [1, 2, 3, 4])
def test_a_lost_line_is_found_in_a_backup(first: Path, line: int) -> None:
    backup.back_up(str(first), Plain(), "2031-05-02T09:00:00")
    before = contents(first)
    lines = (first / "vault" / LOG).read_bytes().split(b"\n")
    for spoiled in (b"", b"x" * len(lines[line]), None):
        damaged = [*lines[:line], *([] if spoiled is None else [spoiled]), *lines[line + 1 :]]
        home = copied(first, LOG, b"\n".join(damaged))
        assert harms(home)
        assert repaired(home) == []
        assert (home / "vault" / LOG).read_bytes() == b"\n".join(lines)
        assert contents(home) == before
        assert harms(home) == []


@pytest.mark.parametrize("line", [1, 2, 3])
def test_what_cannot_be_saved_is_told_and_kept(first: Path, line: int) -> None:
    lines = (first / "vault" / LOG).read_bytes().split(b"\n")
    spoiled = lines[line].replace(b'"text"', b'"tixt"').replace(b"Pay", b"Poy").replace(b'"label"', b'"lobel"')
    spoiled = spoiled[:-10] + b"0123456" + spoiled[-3:]
    home = copied(first, LOG, b"\n".join([*lines[:line], spoiled, *lines[line + 1 :]]))
    (finding,) = repaired(home)
    assert (finding.kind, finding.n, finding.at) == ("lost", line, NOW)
    assert finding.ids == ({1: "one", 2: "two", 3: "one"}[line],)
    assert spoiled in (home / "vault" / finding.file).read_bytes()
    assert harms(home) == [], "from here on it is whole again"
    vault = Vault.open(home)
    assert vault.damage == []
    labels = [change.label for change in vault.past()]
    assert labels.count("A change that could not be read any more") == 1
    assert "three" in vault.table("entries")
    vault.close()


def test_a_change_of_another_past_is_not_taken(first: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(first, other)
    log = other / "vault" / LOG
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join([*lines[:2], b""]))  # the same vault, gone on otherwise after its first change
    vault = Vault.open(other)
    commit(vault, made(entry("else")), made(entry("more")), made(entry("most")))
    vault.close()
    made_there = backup.back_up(str(other), Plain(), "2031-05-02T09:00:00")
    (first / "backups").mkdir()
    shutil.copy(made_there.path, first / "backups")
    home = copied(first, LOG, b"\n".join([*lines[:3], b"x" * 40, *lines[4:]]))
    (finding,) = repaired(home)
    assert finding.n == 3
    assert "else" not in contents(home)["entries"]


def test_snapshots(tmp_path: Path) -> None:
    home = tmp_path / "first"
    vault = Vault.open(home, compact_after=600, background=False)
    everything(vault)
    for n in range(8):
        commit(vault, made(entry(f"e{n}", "é" * 20)))
    before = everything(vault)
    vault.close()
    for path in sorted((home / "vault").glob("base-*")):
        whole = path.read_bytes()
        data = bytearray(whole)
        data[whole.index(b'"entries"') + 30] ^= 1
        target = copied(home, path.name, bytes(data))
        (finding,) = harms(target)
        assert finding.file == path.name
        assert repaired(target) == []
        assert harms(target) == []
        assert contents(target) == before
        assert (target / "vault" / f"damaged-{path.name}").read_bytes() == bytes(data)


def test_all_snapshots_and_a_backup(first: Path) -> None:
    backup.back_up(str(first), Plain(), "2031-05-02T09:00:00")
    before = contents(first)
    home = copied(first, "base-00000000.json", b"")
    (home / "vault" / "base-00000001.json").write_bytes(b"gone")
    assert harms(home)
    assert repaired(home) == []
    assert contents(home) == before
    assert harms(home) == []


def test_the_card_and_the_history(tmp_path: Path) -> None:
    home = tmp_path / "first"
    vault = Vault.open(home, compact_after=300, background=False)
    everything(vault)
    held = entry("one", "0")
    commit(vault, made(held))
    from data import compact

    keep, compact.KEEP_CHANGES = compact.KEEP_CHANGES, 2
    try:
        for n in range(8):
            commit(vault, changed(held, text=str(n + 1)))
            held = held._replace(text=str(n + 1))
    finally:
        compact.KEEP_CHANGES = keep
    vault.close()
    name = "history-2026.jsonl"
    whole = (home / "vault" / name).read_bytes()
    assert whole.count(b"\n") > 2
    assert harms(home) == []
    data = bytearray(whole)
    data[20] ^= 2
    target = copied(home, name, bytes(data))
    assert [one.file for one in harms(target)] == [name]
    assert repaired(target) == []
    assert (target / "vault" / name).read_bytes() == whole
    target = copied(home, name, b"0123" + whole[4:])
    (finding,) = repaired(target)
    assert finding.file == f"damaged-{name}"
    assert harms(target) == []
    target = copied(home, "vault.json", b"")
    assert [one.file for one in harms(target)] == ["vault.json"]
    assert repaired(target) == []
    assert (target / "vault" / "vault.json").read_bytes() == (home / "vault" / "vault.json").read_bytes()


def test_a_change_lost_before_a_snapshot_comes_back_with_what_it_did(first: Path) -> None:
    backup.back_up(str(first), Plain(), "2031-05-02T09:00:00")
    before = contents(first)
    lines = (first / "vault" / LOG).read_bytes().split(b"\n")
    home = copied(first, LOG, b"\n".join([*lines[:4], b"x" * 50, *lines[5:]]))
    vault = Vault.open(home, compact_after=1, background=False)
    assert "three" not in everything(vault)["entries"]
    commit(vault, made(entry("four")))  # and a snapshot is made of what there is
    vault.close()
    assert repaired(home) == []
    before["entries"]["four"] = entry("four")
    assert contents(home) == before
    vault = Vault.open(home)
    assert next(change.label for change in vault.past()) == "Brought back what was lost"
    vault.close()


def test_the_archive_is_in_backups_checks_and_restores(tmp_path: Path) -> None:
    home = tmp_path / "first"
    vault = Vault.open(home, compact_after=10, background=False, archive_after=5)
    everything(vault)
    old = [entry(f"{n:03d}old", stage="done", closed="2021-03-04T09:00:00", created="2021-03-01") for n in range(30)]
    commit(vault, made(*old), made(entry("new")))
    vault.close()
    (segment,) = (home / "vault").glob("archive-*")
    assert (check(str(home), Plain()).findings, check(str(home), Plain()).counts["entries"]) == ([], 31)
    one = backup.back_up(str(home), Plain(), "2031-05-02T09:00:00")
    assert (one.whole, one.counts) == (True, {"areas": 9, "entries": 31})
    whole = segment.read_bytes()
    middle = len(whole) // 2
    for spoiled in (whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], b"", None):
        target = copied(home, segment.name, spoiled or b"")
        if spoiled is None:
            (target / "vault" / segment.name).unlink()
        (finding,) = harms(target)
        assert (finding.file, len(finding.ids)) == (segment.name, 30)
        assert repaired(target) == []
        assert harms(target) == []
        assert (target / "vault" / segment.name).read_bytes() == whole
    shutil.rmtree(home / "vault")
    done, _ = restore.restore(str(home), None, one.path, "2031-05-09T09:00:00", lambda sentence: "")
    assert done.counts == {"areas": 9, "entries": 31}
    vault = Vault.open(home)
    assert vault.look("entries", "007old") == old[7]
    assert vault.damage == []
    vault.close()


def test_a_copy_that_does_not_fit_takes_nothing_away(tmp_path: Path) -> None:
    home = tmp_path / "first"
    vault = Vault.open(home, compact_after=10, background=False, archive_after=5)
    old = [entry(f"{n:03d}old", stage="done", closed="2021-03-04", created="2021-03-01") for n in range(450)]
    everything(vault)
    commit(vault, made(*old), made(entry("new")))
    vault.close()
    backup.back_up(str(home), Plain(), "2031-05-02T09:00:00")
    key, _ = sealing.seal(home, PASSPHRASE, QUICK)  # what is in the backup is sealed anew as well: no byte is the same
    (segment,) = (home / "vault").glob("archive-*")
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)
    before = _readable(home, key)
    assert 0 < before < 450
    assert Mender(str(home), key.codec()).run().done == []
    assert _readable(home, key) == before
    assert segment.read_bytes() == data
    assert not list((home / "vault").glob("*.tmp"))


def _readable(home: Path, key: Key) -> int:
    vault = Vault.open(home, key)
    try:
        return sum(map(len, vault.older("entries")))
    finally:
        vault.close()
