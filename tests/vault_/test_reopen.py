"""What was stored is there again."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from data.vault import Vault
from organizer.change import Change, Row
from organizer.errors import Conflict
from organizer.records import Area, Check, Day, Placement, Repeat, Setting
from tests.vault_.tools import NOW, at, changed, commit, contents, entry, everything, made, removed

FULL = entry(
    "abc12",
    'Prüfen ☕ [call] Bob \u2028 \x00 "quoted" \\ back',
    repeat=Repeat("RRULE:FREQ=DAILY", dates=("2026-03-06",)),
    checklist=(Check("one", True), Check("two")),
    placements=(Placement("day:2026-06-11"), Placement("future", "moved")),
    tags=("a", "b"),
    extra=(("later", {"deep": [1, {"x": None}]}),),
)


def test_all_tables_come_back(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    rows = (
        Row("entries", FULL.id, None, FULL),
        Row("days", "2026-06-11", None, Day("2026-06-11", three=("abc12",))),
        Row("settings", "look", None, Setting("look", {"palette": ["a", 1, None, 0.5]})),
        Row("areas", "new", None, Area("new", name="New")),
    )
    stored = commit(vault, Change("All at once", rows, at=NOW, by="app"))[0]
    assert (stored.n, stored.at, stored.rows) == (1, NOW, rows)
    before = everything(vault)
    vault.close()
    assert contents(tmp_path) == before
    assert before["entries"] == {"abc12": FULL}


@pytest.mark.parametrize("background", [True, False])
def test_through_many_snapshots(tmp_path: Path, background: bool) -> None:
    vault = Vault.open(tmp_path, compact_after=3000, background=background)
    everything(vault)
    for n in range(60):
        commit(vault, made(entry(f"e{n}", notes="x" * 200)))
        if n % 5 == 4:
            commit(vault, changed(at(vault, f"e{n - 2}"), text="edited"))
        if n % 9 == 8:
            commit(vault, removed(at(vault, f"e{n - 3}")))
    before = everything(vault)
    assert list(before["entries"])[:4] == ["e0", "e1", "e2", "e3"]
    vault.close()
    assert contents(tmp_path) == before
    names = sorted(path.name for path in (tmp_path / "vault").iterdir())
    assert len([name for name in names if name.startswith("base-")]) == 2
    assert len([name for name in names if name.startswith("log-")]) >= (2 if background else 6)
    assert not [name for name in names if name.endswith(".tmp")]


def test_a_change_is_all_or_nothing(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    rows = (Row("areas", "x", None, Area("x")), Row("entries", "one", None, entry("one")))
    with pytest.raises(Conflict):
        commit(vault, Change("Both", rows))
    with pytest.raises(ValueError, match="JSON"):
        commit(
            vault,
            Change(
                "Both", (Row("areas", "x", None, Area("x")), Row("settings", "s", None, Setting("s", float("nan"))))
            ),
        )
    assert "x" not in vault.table("areas")
    before = everything(vault)
    vault.close()
    assert contents(tmp_path) == before


def test_a_row_that_moved_on_is_refused(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    one = entry("one")
    commit(vault, made(one), changed(one, text="new"))
    for late in (changed(one, text="other"), removed(one), changed(entry("gone"), text="x"), made(one)):
        with pytest.raises(Conflict, match="nothing was changed"):
            commit(vault, late)
    assert vault.table("entries")["one"] == one._replace(text="new")
    vault.close()


def test_a_change_may_touch_a_row_twice_and_undo_it(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    one = entry("one")
    both = Change("Twice", made(one).rows + changed(one, text="new").rows)
    commit(vault, both)
    undone = commit(vault, Change("Undo", both.inverse(), undoes=1))[0]
    assert undone.n == 2
    assert vault.table("entries") == {}
    assert [change.undoes for change in vault.past()] == [1, 0]
    assert commit(vault, made(one))[0].n == 3
    vault.close()
    assert contents(tmp_path)["entries"] == {"one": one}


def test_a_commit_belongs_inside_writing(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    with pytest.raises(RuntimeError, match="inside"):
        vault.commit(made(entry("one")))
    assert list(vault.past()) == []
    vault.close()


def test_nothing_changed_is_nothing_stored(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    one = entry("one")
    assert commit(vault, made(one), changed(one))[1].n == 0
    assert len(list(vault.past())) == 1
    vault.close()


def test_half_a_surrogate_pair_is_kept(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, compact_after=10, background=False)
    everything(vault)
    odd = entry("odd", "caf\u00e9 \ud800 end", tags=("\udfff",))
    commit(vault, made(odd), made(entry("next", "é")))
    vault.close()
    assert contents(tmp_path)["entries"]["odd"] == odd


def test_stock_tinydb_reads_the_snapshot(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, compact_after=10, background=False)
    everything(vault)
    commit(vault, made(FULL))
    vault.close()
    newest = max((tmp_path / "vault").glob("base-*"))
    stock = TinyDB(newest, access_mode="r", encoding="utf-8")
    table = stock.table("entries")
    table.document_id_class = str  # type: ignore[assignment]
    assert [(str(row.doc_id), row["text"]) for row in table] == [("abc12", FULL.text)]
    stock.close()


def test_lines_are_json_and_private(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(FULL))
    vault.close()
    lines = (tmp_path / "vault" / "log-00000001.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert [list(json.loads(line))[-1] for line in lines] == ["sum", "sum"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "vault").stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "vault").iterdir()} == {0o600}


def test_records_share_nothing_with_the_store(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    mine = {"list": [1]}
    commit(vault, Change("Set", (Row("settings", "s", None, Setting("s", mine)),)), made(FULL))
    mine["list"].append(2)
    vault.table("settings")["s"].value["list"].append(3)  # type: ignore[union-attr]
    vault.table("entries")["abc12"].extra[0][1]["deep"].append(3)
    assert vault.table("settings")["s"] == Setting("s", {"list": [1]})
    assert vault.table("entries")["abc12"] == FULL
    vault.close()
