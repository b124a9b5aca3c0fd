"""Whatever is done in whatever order, with things going to the archive and coming back: the vault holds what a plain
dict would, and each thing once."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry, Placement
from tests.vault_.tools import NOW, commit

IDS = ("a1", "a12", "b2", "c3", "é 4", "a 5")
AFTER = st.tuples(
    st.sampled_from(["", "2021-03-01", "2022-03-01", "2026-06-01"]), st.text(max_size=8), st.sampled_from("12")
)
EDIT = st.tuples(st.sampled_from(IDS), st.none() | AFTER)
STEP = st.lists(EDIT, min_size=1, max_size=4) | st.sampled_from(["reopen", "other", "news", "read", "undo", "let go"])
Edits = list[tuple[str, tuple[str, str, str] | None]]


def open_(home: Path) -> Vault:
    """The vault, with a new snapshot now and then, and everything that may move moved."""
    return Vault.open(home, compact_after=1200, background=False, archive_after=1)


@settings(max_examples=120, deadline=None)
@given(st.lists(STEP, max_size=40))
def test_like_a_dict(steps: list[Edits | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        model: dict[str, Entry] = {}
        vaults = [open_(home), open_(home)]
        for step in steps:
            vault = vaults[0]
            if step == "reopen":
                vault.close()
                vaults[0] = open_(home)
            elif step == "other":
                vaults.reverse()
            elif step == "news":
                vault.news()
                check(vault, model)
            elif step == "read":
                vault.table("entries")
            elif step == "undo":
                _undo(vault, model)
            elif step == "let go":
                # A snapshot whenever it is asked for, not only when the log is long.
                with vault.writing():
                    snap = vault._engine._turn_over(0)
                if snap is not None:
                    snap.run(vault._engine._moved)
            else:
                assert not isinstance(step, str)
                commit(vault, _change(model, step))
        for vault in vaults:
            vault.news()
            check(vault, model)
            assert not vault.damage
            vault.close()


def check(vault: Vault, model: dict[str, Entry]) -> None:
    """By table and archive, by id, by page and by the beginning of an id."""
    assert all(vault.has("entries", id) == any(one.startswith(id) for one in model) for id in IDS)
    assert {id: vault.look("entries", id) for id in IDS} == {id: model.get(id) for id in IDS}
    near, far = vault.table("entries"), [one for part in vault.older("entries") for one in part]
    assert len(far) == len({one.id for one in far} - near.keys())
    assert {**near, **{one.id: one for one in far}} == model
    assert {id for id in ("a1", "a12", "a 5") if id in vault.begin("entries", "a")} | near.keys() >= {
        id for id in model if id[0] == "a"
    }
    on_page = {one.id for part in vault.older("entries", page="day:2021-01-01") for one in part}
    assert on_page == {one.id for one in far if one.placements[0].page == "day:2021-01-01"}
    assert len(vault._db.table("entries")) == len(model)
    assert {doc["id"]: doc.get("text", "") for doc in vault._db.table("entries")} == {
        one.id: one.text for one in model.values()
    }


def _undo(vault: Vault, model: dict[str, Entry]) -> None:
    """Take back the last change, which the logs hold whatever has moved since."""
    with vault.writing():
        last = next(vault.past(), None)
        if last is not None and all(model.get(row.id) == row.after for row in last.rows):
            vault.commit(Change("Undid", last.inverse(), at=NOW))
            for row in last.inverse():
                model.pop(row.id, None)
                if isinstance(row.after, Entry):
                    model[row.id] = row.after


def _change(model: dict[str, Entry], edits: Edits) -> Change:
    """A change of several rows, each of another record, done to the model as well."""
    rows = []
    for id, said in dict(edits).items():
        before = model.pop(id, None)
        after = None
        if said is not None:
            closed, text, day = said
            stage, places = "done" if closed else "next", (Placement(f"day:2021-01-0{day}"),)
            after = model[id] = Entry(id, text=text, stage=stage, closed=closed or None, placements=places)
        rows.append(Row("entries", id, before, after))
    return Change("Step", tuple(rows), at=NOW)
