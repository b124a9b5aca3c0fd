"""Files that were cut, that rotted, or that are gone: nothing wrong is shown as right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tinydb.table import Document

from data.codec import Plain
from data.layout import Card
from data.snapshot import Snapshot, Unreadable, write
from data.vault import Vault
from organizer.errors import Conflict, Damaged
from organizer.records import TABLES, Record
from tests.vault_.tools import changed, commit, contents, entry, everything, made, removed

Tables = dict[str, dict[str, Record]]


@pytest.fixture
def states(tmp_path: Path) -> list[Tables]:
    """What a small vault in `tmp_path`/first held after each of its changes, which are all in its first log."""
    vault = Vault.open(tmp_path / "first")
    one, two = entry("one", "é"), entry("two")
    found = [everything(vault)]
    for change in (made(one), made(two), changed(one, text="x"), removed(two)):
        commit(vault, change)
        found.append(everything(vault))
    vault.close()
    return found


def copy(home: Path, name: str, data: bytes) -> Path:
    """A copy of a vault in which one file is other."""
    target = home.parent / "copy"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(home, target, ignore=shutil.ignore_patterns("state"))  # another computer, which has seen nothing
    (target / "vault" / name).write_bytes(data)
    return target


def opened(home: Path) -> tuple[Tables, list[str]]:
    """What a vault holds, and what it says is damaged."""
    vault = Vault.open(home)
    try:
        return everything(vault), vault.damage
    finally:
        vault.close()


def test_a_log_cut_anywhere(tmp_path: Path, states: list[Tables]) -> None:
    name = "log-00000001.jsonl"
    whole = (tmp_path / "first" / "vault" / name).read_bytes()
    for length in range(len(whole)):
        home = copy(tmp_path / "first", name, whole[:length])
        held, damage = opened(home)
        cut = whole[: length + (whole[length : length + 1] == b"\n")]  # all there but for its line feed: it gets one
        ends = [at + 1 for at in range(len(cut)) if cut[at : at + 1] == b"\n"]
        assert held == states[max(0, len(ends) - 1)], length
        torn = max(0, length - (ends[-1] if ends else 0))
        assert bool(damage) == bool(torn), length
        assert [path.stat().st_size for path in (home / "vault").glob("torn-*")] == ([torn] if torn else [])
        vault = Vault.open(home)
        commit(vault, made(entry("three")))
        vault.close()
        held["entries"]["three"] = entry("three")
        assert opened(home) == (held, []), length


def test_any_bit_of_a_log(tmp_path: Path, states: list[Tables]) -> None:
    name = "log-00000001.jsonl"
    whole = (tmp_path / "first" / "vault" / name).read_bytes()
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        held, damage = opened(copy(tmp_path / "first", name, bytes(data)))
        line = whole[:at].count(b"\n")
        skipped = () if whole[at : at + 1] == b"\n" else (line,)
        assert held["entries"] == _without(states, *skipped), at
        assert held["areas"] == states[0]["areas"]
        assert bool(damage) == bool(skipped), at


def _without(states: list[Tables], *skip: int) -> dict[str, Record]:
    """The entries when some of the changes are not there."""
    held: dict[str, Record] = {}
    for n in range(1, len(states)):
        if n not in skip:
            before, after = states[n - 1]["entries"], states[n]["entries"]
            for id in {**before, **after}:
                if id not in after:
                    held.pop(id, None)
                elif before.get(id) != after[id]:
                    held[id] = after[id]
    return held


def test_any_bit_of_a_snapshot_with_one_before_it(tmp_path: Path) -> None:
    home = tmp_path / "first"
    vault = Vault.open(home, compact_after=600, background=False)
    everything(vault)
    for n in range(8):
        commit(vault, made(entry(f"e{n}", "é" * 20)))
    before = everything(vault)
    vault.close()
    newest = max((home / "vault").glob("base-*"))
    assert newest.name > "base-00000002"
    whole = newest.read_bytes()
    for at in range(0, len(whole), 3):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        target = copy(home, newest.name, bytes(data))
        vault = Vault.open(target)
        held = everything(vault)
        everything_read = at < whole.index(b'"_ids"') - 2 or at >= whole.index(b'"_end"') - 2
        assert held == before, at
        assert bool(vault.damage) or not everything_read, at
        vault.close()
        if at % 60 == 0 and everything_read:
            assert opened(target) == (before, []), "it was healed by a new snapshot"
            assert list((target / "vault").glob("damaged-base-*"))


def test_any_bit_of_the_first_snapshot(tmp_path: Path, states: list[Tables]) -> None:
    path = tmp_path / "first" / "vault" / "base-00000001.json"
    whole = path.read_bytes()
    for at in range(0, len(whole), 3):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        held, damage = opened(copy(tmp_path / "first", path.name, bytes(data)))
        assert held == states[-1], at
        assert damage or at in range(whole.index(b'"_ids"') - 2, whole.index(b'"_end"') - 2), at


def test_both_snapshots_are_broken(tmp_path: Path, states: list[Tables]) -> None:
    folder = tmp_path / "first" / "vault"
    for name in ("base-00000000.json", "base-00000001.json"):
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(data.replace(b"Training", b"training"))
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    vault = Vault.open(tmp_path / "first")
    assert vault.table("entries") == states[-1]["entries"]
    with pytest.raises(Damaged, match="left as it is"):
        vault.table("areas")
    vault.close()
    for name in ("base-00000000.json", "base-00000001.json"):
        (folder / name).write_bytes(b"")
    with pytest.raises(Damaged, match="left as it is"):
        Vault.open(tmp_path / "first")
    for name in ("base-00000000.json", "base-00000001.json"):
        (folder / name).write_bytes(before[name])
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_every_part_of_a_snapshot_is_verified(tmp_path: Path) -> None:
    path = tmp_path / "base-00000003.json"
    write(str(path), Card("abc"), 3, 17, {"entries": {"a": {"id": "a"}}, "odd": {"é x": {"n": 1}}}, Plain())
    whole = path.read_bytes()
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        path.write_bytes(data)
        with pytest.raises(Unreadable):
            Snapshot(str(path), 3, Plain()).verify()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(Unreadable):
            Snapshot(str(path), 3, Plain()).verify()


def test_a_log_without_a_snapshot_is_not_an_empty_vault(tmp_path: Path, states: list[Tables]) -> None:
    folder = tmp_path / "first" / "vault"
    for gen in (0, 1):
        (folder / f"base-0000000{gen}.json").unlink()
    for name in ("vault.json", "log-00000001.jsonl"):
        with pytest.raises(Damaged, match="left as it is"):
            Vault.open(tmp_path / "first")
        (folder / name).rename(tmp_path / name)
    (tmp_path / "vault.json").rename(folder / "vault.json")
    with pytest.raises(Damaged, match="left as it is"):
        Vault.open(tmp_path / "first")
    assert sorted(path.name for path in folder.iterdir()) == [".lock", "vault.json"]


@pytest.mark.parametrize("data", [None, b"", b"{}", b'{"format":1,"id":"other","slots":[]}\n'])
def test_a_lost_card_is_written_again(tmp_path: Path, states: list[Tables], data: bytes | None) -> None:
    path = tmp_path / "first" / "vault" / "vault.json"
    card = path.read_bytes()
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    held, damage = opened(tmp_path / "first")
    assert held == states[-1]
    assert bool(damage) == (data is not None)
    assert path.read_bytes() == card


def test_a_newer_vault_is_only_read(tmp_path: Path, states: list[Tables]) -> None:
    from data.codec import dumps, frame, loads

    path = tmp_path / "first" / "vault" / "vault.json"
    path.write_bytes(frame(dumps({**{k: v for k, v in loads(path.read_bytes()).items() if k != "sum"}, "format": 2})))
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    vault = Vault.open(tmp_path / "first")
    assert everything(vault) == states[-1]
    assert "newer" in vault.readonly
    with pytest.raises(Damaged, match="newer"), vault.writing():
        pass
    vault.close()
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before


def test_what_is_not_understood_is_kept(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    odd = {"id": "odd", "checklist": [{"text": "x", "new": 1}], "repeat": 7}
    vault._db.table("entries").insert(Document(odd, "odd"))  # type: ignore[arg-type]
    assert list(vault.table("entries")) == ["one"]
    assert vault.damage
    assert [len(change.rows) for change in vault.past()] == [0, 1]
    with pytest.raises(Conflict):
        commit(vault, changed(entry("odd"), text="x"))
    assert vault._db.storage.docs("entries")["odd"] == odd
    vault.close()


def test_unknown_fields_and_tables_are_kept(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, compact_after=10, background=False)
    vault._db.table("later").insert({"n": 1})
    assert next(vault.past()).rows == ()
    assert set(TABLES) <= everything(vault).keys()
    commit(vault, made(entry("one")))
    vault.close()
    vault = Vault.open(tmp_path)
    assert [dict(row) for row in vault._db.table("later")] == [{"n": 1}]
    vault.close()
    assert contents(tmp_path)["entries"] == {"one": entry("one")}
