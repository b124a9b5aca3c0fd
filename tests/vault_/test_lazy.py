"""A small errand costs the same whether the vault is small or large: it reads no table that it does not need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from data import tables
from data.log import Op, Stamp, parse, parsed
from data.snapshot import Snapshot
from data.tiny import VaultDB
from data.vault import Vault
from organizer.change import Change
from organizer.practice import Practice
from organizer.records import Repeat
from tests.counting import calls
from tests.vault_.tools import changed, commit, contents, entry, everything, made, removed


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables whose sections were parsed."""
    seen: list[str] = []
    real = Snapshot.docs

    def counted(self: Snapshot, name: str) -> dict[str, dict[str, object]]:
        seen.append(name)
        return real(self, name)

    monkeypatch.setattr(Snapshot, "docs", counted)
    return seen


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A vault with 50 entries in the snapshot, and some changes since."""
    vault = Vault.open(tmp_path, compact_after=3000, background=False)
    everything(vault)
    commit(vault, Change("Many", tuple(made(entry(f"old{n}")).rows[0] for n in range(50))))
    commit(vault, made(entry("new1")), removed(entry("old7")), changed(entry("old8"), text="x"))
    vault._engine.state.close()
    return tmp_path


def test_adding_reads_no_entries(home: Path, read: list[str]) -> None:
    vault = Vault.open(home)
    assert "accounting" in vault.table("areas")
    assert not vault.has("entries", "zz")
    commit(vault, made(entry("zz1")))
    commit(vault, made(entry("zz2")))
    vault.close()
    assert "entries" not in read
    assert len(contents(home)["entries"]) == 52


def test_what_may_ask_for_something_agrees_with_the_table(home: Path, read: list[str]) -> None:
    strange = b'"stage":"done" and "kind":"note"'.decode()
    commit(
        Vault.open(home),
        made(entry("over", stage="done", closed="2026-06-11T10:00")),
        made(entry("gone", stage="let go")),
        made(entry("note", kind="note")),
        made(entry("round", kind="note", repeat=Repeat("FREQ=DAILY"))),
        made(entry("event", kind="event", text=strange, notes=strange)),
        made(entry("newer", extra=(("later", {"stage": "done", "kind": "note"}),))),
        made(entry("newest", stage="inbox", extra=(("later", [{"stage": "done", "kind": "note"}]),))),
        changed(entry("old9"), stage="done"),
        changed(entry("old10"), text="y"),
        removed(entry("old11")),
    )
    for compact_after in (1 << 20, 1):
        vault = Vault.open(home, compact_after=compact_after, background=False)
        found = vault.unfinished()
        asked = [one for one in vault.table("entries").values() if one.open and (one.kind != "note" or one.repeat)]
        assert list(Practice(vault.table, vault.has, vault).unfinished()) == asked
        assert {"round", "event", "newer", "newest", "old10"} <= {one.id for one in asked} <= {one.id for one in found}
        assert not {"over", "gone", "note", "old9", "old11"} & {one.id for one in asked}
        with vault.writing():
            pass
        vault.close()
    vault = Vault.open(home)
    read_now = {one.id for one in vault.unfinished()}
    assert not {"over", "gone", "note", "old9", "old11"} & read_now, "of these no record is made"
    assert {"event", "newer", "newest"} <= read_now
    vault.close()


def test_has_agrees_with_the_table(home: Path, read: list[str]) -> None:
    vault, other = Vault.open(home), Vault.open(home)
    everything(other)
    read.clear()
    prefixes = [
        "",
        "o",
        "old",
        "old7",
        "old8",
        "old1",
        "old49",
        "new1",
        "new",
        "new11",
        "x",
        "e",
        '"',
        "\\",
        "é",
        " ",
        "ld",
    ]
    asked = {prefix: vault.has("entries", prefix) for prefix in prefixes[1:12]}
    assert "entries" not in read
    asked |= {prefix: vault.has("entries", prefix) for prefix in prefixes}
    assert asked == {prefix: other.has("entries", prefix) for prefix in prefixes}
    assert [prefix for prefix, found in asked.items() if found] == [
        "o",
        "old",
        "old8",
        "old1",
        "old49",
        "new1",
        "new",
        "",
    ]
    vault.close()
    other.close()


def test_undoing_a_removal_without_the_table(home: Path, read: list[str]) -> None:
    vault = Vault.open(home)
    removal = next(change for change in vault.past() if change.label == "Drop")
    commit(vault, Change("Undo", removal.inverse(), undoes=removal.n))
    assert vault.has("entries", "old7")
    assert "entries" not in read
    vault.close()


def test_ids_with_spaces_are_found_too(tmp_path: Path, read: list[str]) -> None:
    vault = Vault.open(tmp_path, compact_after=10, background=False)
    everything(vault)
    commit(vault, made(entry("a b")), made(entry("c")))
    vault.close()
    vault = Vault.open(tmp_path)
    assert (vault.has("entries", "a b"), vault.has("entries", "b"), vault.has("entries", "c")) == (True, False, True)
    vault.close()


def test_an_errand_leaves_the_snapshot_to_others(home: Path, read: list[str]) -> None:
    vault = Vault.open(home, compact_after=3000, background=False)
    for n in range(12):
        commit(vault, made(entry(f"zz{n}", notes="x" * 80)))
    before = len(list((home / "vault").glob("log-*")))
    assert "entries" not in read
    for n in range(200):
        commit(vault, made(entry(f"yy{n}", notes="x" * 80)))
    vault.close()
    assert len(list((home / "vault").glob("log-*"))) > before, "until the log is twice too long"
    assert len(contents(home)["entries"]) == 262


def test_nothing_new_opens_no_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(home)
    monkeypatch.setattr("data.state.read_from", None)
    assert vault.news() == []
    vault.close()


def test_a_table_read_late_is_up_to_date(home: Path) -> None:
    vault, other = Vault.open(home), Vault.open(home, compact_after=500, background=False)
    everything(other)
    for n in range(20):
        commit(other, made(entry(f"late{n}")))
    assert len(vault.news() or ()) == 20
    for n in range(20):
        commit(other, made(entry(f"later{n}")))
    assert len(vault.table("entries")) == 70
    vault.news()
    assert everything(vault) == everything(other)
    assert vault._engine.state.tables.complete
    assert isinstance(vault._engine.state.tables, tables.Tables)
    vault.close()
    other.close()


IDS = some.sets(some.text("ab0-", min_size=1, max_size=7), max_size=12)


@settings(max_examples=60, deadline=None)
@given(IDS, IDS, some.lists(some.text("ab0-", max_size=8), max_size=8))
def test_ids_are_found_as_in_a_table(kept: set[str], new: set[str], asked: list[str]) -> None:
    with TemporaryDirectory() as folder:
        vault = Vault.open(Path(folder), compact_after=10, background=False)
        everything(vault)
        for id in kept:
            commit(vault, made(entry(id)))
        vault.close()
        vault = Vault.open(Path(folder))
        commit(vault, *(made(entry(id)) for id in new - kept), *(removed(entry(id)) for id in kept & new))
        alive = kept ^ new
        for lazy in (True, False):
            light = Vault.open(Path(folder))
            if not lazy:
                everything(light)
            for id in [*asked, *kept, *new]:
                assert light.has("entries", id) == any(one.startswith(id) for one in alive)
                assert light._db.storage.has("entries", id) == (id in alive)
            light.close()
        vault.close()


def test_a_prefix_that_was_gone_is_free_again(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    everything(vault)
    assert not vault.has("entries", "abcde")
    commit(vault, made(entry("abcdefghij")))
    assert vault.has("entries", "abcde")
    commit(vault, removed(entry("abcdefghij")))
    assert not vault.has("entries", "abcde")
    commit(vault, made(entry("abcdezzzzz")))
    assert vault.has("entries", "abcde")
    vault.close()


def test_a_change_reads_no_other_change_however_alike_their_ids_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []

    def counted(body: bytes) -> tuple[Stamp, list[Op]]:
        read.append(body)
        return parse(body)

    monkeypatch.setattr("data.tables.parse", counted)
    with VaultDB(tmp_path / "vault") as db:
        things = db.table("things")  # ids that TinyDB asks for are ordered by time and begin alike
        for number in range(50):
            things.insert({"number": number})
        assert len(read) <= 50
        assert len(things) == 50


def test_starting_after_a_crash_looks_through_the_changes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(tmp_path)
    everything(vault)
    for n in range(200):
        commit(vault, made(entry(f"a{n}", tags=("things", "wins"))))
    vault._engine.state.close()  # as if it had been killed
    read: list[int] = []

    def counted(bodies: list[bytes]) -> Iterator[tuple[Stamp, list[Op]]]:
        read.append(len(bodies))
        return parsed(bodies)

    monkeypatch.setattr("data.tables.parsed", counted)
    vault = Vault.open(tmp_path)
    per_change = {name: calls(lambda name=name: vault.table(name)) / 200 for name in ("settings", "themes", "days")}
    assert per_change["settings"] < 12
    assert max(per_change["themes"], per_change["days"]) < 1, "the second table costs nothing more"
    assert len(vault.table("entries")) == 200
    assert read == [0, 0, 0, 200]
    commit(vault, made(entry("b")))
    assert not vault.table("wins")
    assert len(vault.table("entries")) == 201
    vault.close()
