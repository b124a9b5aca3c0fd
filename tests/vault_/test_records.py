"""Records and the JSON objects that stand for them: nothing is lost on the way there and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from data.codec import dumps, loads
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import TABLES, Area, Check, Day, Entry, Placement, Repeat, Setting, from_doc, to_doc
from organizer.views.entry_line import entry_line
from organizer.views.shape import entry_json
from tests.counting import calls
from tests.vault_.tools import at, changed, commit, everything

TEXT = some.text(max_size=20)
WORDS = some.lists(TEXT, max_size=3).map(tuple)
MAYBE = some.none() | TEXT
FLAT = some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | TEXT
ANY = some.recursive(FLAT, lambda part: some.lists(part, max_size=3) | some.dictionaries(TEXT, part, max_size=3))
KNOWN = {name for kind in TABLES.values() for name in kind._fields} - {"extra"}
EXTRA = some.dictionaries(TEXT.filter(lambda name: name not in KNOWN), ANY, max_size=3).map(lambda d: tuple(d.items()))
REPEATS = some.builds(Repeat, TEXT, some.booleans(), WORDS, TEXT, extra=EXTRA)
ENTRIES = some.builds(
    Entry,
    id=TEXT, uuid=TEXT, text=TEXT, kind=TEXT, area=TEXT, stage=TEXT, due=MAYBE, start=MAYBE,
    repeat=some.none() | REPEATS,
    estimate=some.none() | some.integers(), dread=some.integers(0, 3), step=TEXT,
    checklist=some.lists(some.builds(Check, TEXT, some.booleans()), max_size=3).map(tuple),
    signifiers=WORDS, tags=WORDS, waiting_for=TEXT, blocked_by=WORDS, reminders=WORDS, theme=TEXT,
    placements=some.lists(some.builds(Placement, TEXT, TEXT), max_size=3).map(tuple),
    created=TEXT, closed=MAYBE, notes=TEXT, extra=EXTRA,
)  # fmt: skip
AREAS = some.builds(
    Area, TEXT, TEXT, TEXT, some.integers(), WORDS, some.booleans(), some.booleans(), extra=EXTRA
)  # fmt: skip
DAYS = some.builds(Day, TEXT, WORDS, MAYBE, MAYBE, WORDS, WORDS, extra=EXTRA)
SETTINGS = some.builds(Setting, TEXT, ANY, EXTRA)
ALL = some.tuples(some.just("entries"), ENTRIES) | some.tuples(some.just("areas"), AREAS)
ALL |= some.tuples(some.just("days"), DAYS) | some.tuples(some.just("settings"), SETTINGS)


@given(ALL)
def test_there_and_back(given: tuple[str, Any]) -> None:
    table, record = given
    doc = to_doc(record)
    back = from_doc(table, doc)
    assert back == record
    assert type(back) is type(record)
    assert to_doc(back) == doc
    assert from_doc(table, loads(dumps(doc))) == record


@given(ENTRIES, TEXT)
def test_unknown_fields_survive_an_edit(record: Entry, text: str) -> None:
    read = from_doc("entries", to_doc(record))
    assert isinstance(read, Entry)
    doc = to_doc(read._replace(text=text))
    assert {name: doc[name] for name, _ in record.extra} == dict(record.extra)
    assert doc.get("text", "") == text


def test_unknown_fields_survive_an_edit_in_the_vault(tmp_path: Path) -> None:
    new = {"id": "a1", "text": "Old", "mood": {"level": 3, "why": ["x"]}, "extra": [1]}
    vault = Vault.open(tmp_path)
    vault._db.storage.write({"entries": {"a1": new}})
    found = at(vault, "a1")
    assert dict(found.extra) == {"mood": new["mood"], "extra": [1]}
    commit(vault, changed(found, text="New"))
    vault.close()
    vault = Vault.open(tmp_path)
    assert vault._db.storage.docs("entries")["a1"] == {**new, "text": "New"}
    vault.close()


def test_a_record_is_not_shared_with_the_store(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, Change("Set", (Row("settings", "x", None, Setting("x", [1], (("more", [2]),))),)))
    found = vault.table("settings")["x"]
    assert isinstance(found, Setting)
    found.value.append(3)
    found.extra[0][1].append(4)
    assert everything(vault)["settings"]["x"] == Setting("x", [1], (("more", [2]),))
    vault.close()


@pytest.mark.parametrize(
    "doc",
    [
        {},
        {"text": "x"},
        {"id": "x", "placements": [{"day": "x"}]},
        {"id": "x", "placements": [{"page": "x", "place": "y"}]},
        {"id": "x", "placements": [{"page": "x", "state": "here", "more": 1}]},
        {"id": "x", "placements": ["ab"]},
        {"id": "x", "placements": [None]},
        {"id": "x", "placements": [{"page": ["x"], "state": "here"}]},
        {"id": "x", "checklist": [{"done": True}]},
        {"id": "x", "checklist": [{"text": "x", "by": "y"}]},
        {"id": "x", "repeat": {"rules": "x"}},
    ],
    ids=lambda doc: json.dumps(doc)[:50],
)
def test_what_cannot_be_a_record(doc: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_doc("entries", doc)


def test_texts_that_many_records_share_are_kept_once() -> None:
    docs = (loads(f'{{"id":"{n}","area":"acc","placements":[{{"page":"day:1","state":"here"}}]}}') for n in "ab")
    one, other = (from_doc("entries", doc) for doc in docs)
    assert isinstance(one, Entry)
    assert isinstance(other, Entry)
    assert one.area is other.area
    assert one.placements[0] is other.placements[0]


def test_days_of_notice_written_before_there_were_reminders_are_read_as_such() -> None:
    old = {"id": "a1", "text": "License", "pack": "training/license-renewal", "leads": [180, 30]}
    found = from_doc("entries", old)
    assert isinstance(found, Entry)
    assert (found.reminders, found.extra) == (("180d", "30d"), (("pack", "training/license-renewal"),))
    odd = from_doc("entries", {"id": "a1", "leads": "soon"})
    assert odd.extra == (("leads", "soon"),)


ODD = some.fixed_dictionaries({"someday": some.just(0), "estimate": FLAT, "notes": FLAT, "dread": ANY, "start": ANY})


@given(ENTRIES | ODD.map(lambda odd: Entry("a1", **odd)))
def test_the_line_for_programs_is_what_the_encoder_says(entry: Entry) -> None:
    assert entry_line(entry) == json.dumps(entry_json(entry), ensure_ascii=False)


def test_the_line_for_programs_is_a_third_of_the_work() -> None:
    entries = [Entry(f"a{n}", f"uuid{n}", f"Call {n}", due="2026-06-11", created="2026-06-01") for n in range(100)]
    assert calls(lambda: [*map(entry_line, entries)]) < calls(lambda: [json.dumps(entry_json(one)) for one in entries])
    odd = Entry("a", placements=(Placement(["day"], "here"),))  # type: ignore[arg-type]
    assert json.loads(entry_line(odd)) == json.loads(json.dumps(entry_json(odd)))
