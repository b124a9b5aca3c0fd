"""Own JSON: what goes out comes back, byte for byte; what is damaged, foreign or newer is refused with its place."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from data.starter.demo import demo_records
from data.vault import Vault
from organizer.clock import StoppedClock
from organizer.errors import Conflict, Damaged
from organizer.exchange import own, reading
from organizer.exchange.fits import DATES
from organizer.exchange.merging import plan
from organizer.exchange.walk import NotJson, Walk
from organizer.office import Office
from organizer.records import Area, Entry, Placement, Record, Setting, to_doc
from organizer.records.feedback import Held, Part
from organizer.records.journal import JournalPage
from organizer.records.wins import Win, jars_of
from tests.commands_.tools import AT, FOUR, NOTES, NOW, RENT, Room
from tests.memory import MemoryVault
from tests.rules_.any_record import JSON, practices

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def text_of(office: Office) -> str:
    """All of an office."""
    return "".join(own.export(office.practice))


def brought(text: str | bytes) -> list[reading.Brought]:
    """The records of a text, its checksum looked at."""
    data = text if isinstance(text, bytes) else text.encode()
    found = reading.read(io.BytesIO(data))
    reading.check_sum(io.BytesIO(data))
    return found


def empty() -> Office:
    """An office in which nobody has written yet."""
    return Office(MemoryVault(fresh=True), StoppedClock(NOW))


@FEW
@given(practices())
def test_out_in_and_out_again_is_the_same_for_records_of_every_table(records: list[Record]) -> None:
    text = text_of(Room(*records).office)
    json.loads(text)
    other = empty()
    other.run("import", (), records=brought(text))
    assert text_of(other) == text


@FEW
@given(JSON)
def test_any_json_is_read_as_it_is_and_never_taken_for_an_export(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=True, indent=1)
    walk = Walk(io.StringIO(text).read)
    assert walk.value() == value
    with pytest.raises(Damaged):
        brought(text)


@FEW
@given(some.data())
def test_a_text_that_was_cut_or_changed_is_refused_in_one_sentence(data: some.DataObject) -> None:
    whole = text_of(Room(*FOUR).office).encode()
    at = data.draw(some.integers(1, len(whole) - 2))
    cut = whole[:at]
    flipped = (
        whole[:at] + bytes([whole[at] ^ data.draw(some.sampled_from([1, 2, 4, 8, 16, 32, 64, 128]))]) + whole[at + 1 :]
    )
    for broken in (cut, flipped):
        with pytest.raises(Damaged) as refused:
            brought(broken)
        said = str(refused.value)
        assert said.endswith("Nothing was changed.") or "newer" in said
        assert NOTES.text not in said


def test_the_demo_in_a_vault_with_an_archive(tmp_path: Path) -> None:
    first = Office(Vault.open(tmp_path / "a", compact_after=1, background=False, archive_after=1), StoppedClock(NOW))
    first.run("practice.fill", records=demo_records(NOW))
    old = [Entry(f"01d{n:07}", text=f"old {n}", stage="done", created=AT, closed=f"20{n + 10}-03-04") for n in range(9)]
    first.run("import", (), records=[reading.Brought("entries", one) for one in old])
    text = text_of(first)
    first.close()
    again = Office(Vault.open(tmp_path / "a", archive_after=1), StoppedClock(NOW))
    assert again.practice.older("entries") >= 9
    assert text_of(again) == text
    again.close()
    other = Office(Vault.open(tmp_path / "b", compact_after=1, background=False, archive_after=1), StoppedClock(NOW))
    other.run("import", (), records=brought(text))
    other.close()
    other = Office(Vault.open(tmp_path / "b"), StoppedClock(NOW))
    assert text_of(other) == text
    assert other.undo().label.startswith("Undid · Imported")
    assert not other.practice.entries
    other.close()


def test_an_empty_office_and_back() -> None:
    text = text_of(empty())
    other = empty()
    assert not other.run("import", (), records=brought(text)).rows
    assert text_of(other) == text


def test_reformatted_by_another_program_it_is_read_all_the_same() -> None:
    text = text_of(Room(*FOUR, Setting("x", [1.5, {"a": None}])).office)
    for other in (json.dumps(json.loads(text), indent=4), json.dumps(json.loads(text), sort_keys=True)):
        assert sorted(map(repr, brought(other))) == sorted(map(repr, brought(text)))


HEAD = '{"format":"organizer-export","version":1,"tables":'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Line 1: no export of Organizer begins so"),
        ("[]", "Line 1: no export of Organizer begins so"),
        ("{}", "a name should stand here"),
        ('{"a":1}', "it is JSON, but no export"),
        ('{"format":"organizer-export","version":1}', "it has no tables"),
        ('{"format":"organizer-export","version":"1","tables":{}}', "which version"),
        ('{"format":"organizer-export","version":2,"tables":{}}', "written by a newer Organizer. It has version 2"),
        (HEAD + '{"moons":[]}}', "records that this one does not know"),
        (HEAD + '{"entries":[]}}x', "something follows"),
        (HEAD + '{"entries":[\n{"id":"a","text":4}]}}', "Line 2: this cannot"),
        (HEAD + '{"entries":[\n{"text":"a"}]}}', "no such shape"),
        (HEAD + '{"entries":[\n{"id":""}]}}', "it has no id"),
        (HEAD + '{"entries":[{"id":"a","due":"soon"}]}}', "its due is no date"),
        (HEAD + '{"entries":[{"id":"a"},\n{"id":"a"}]}}', "second time"),
        (HEAD + '{"entries":[{"id":"a","dread":NaN}]}}', "it is not JSON"),
        (HEAD + '{"entries":[{"id":"a","new":-1e999}]}}', "it is not JSON"),
        (HEAD + '{"entries":["x"]}}', "no such shape"),
        (HEAD + '{"entries":[{"id":"a","checklist":[{"text":1}]}]}}', "its text"),
        (HEAD + '{"entries":[' + "[" * 100_000, "nested too deeply"),
        (b"\xff\xfe\x00", "not a text in UTF-8"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str | bytes, said: str) -> None:
    with pytest.raises(Damaged, match=re.escape(said)):
        brought(text)


def test_a_changed_text_is_told_by_its_checksum_and_taken_without_one() -> None:
    text = text_of(Room(*FOUR).office)
    changed = text.replace("Pay the rent", "Pay the tent")
    with pytest.raises(Damaged, match="checksum does not fit"):
        brought(changed)
    assert len(brought(re.sub(r',\n"sum":.*', "}", changed))) == len(brought(text))


# -- into an office that has something in it


def test_what_is_here_is_not_made_twice_and_what_is_new_comes() -> None:
    room = Room(RENT)
    change = room.run("import", records=brought(text_of(Room(*FOUR).office)))
    assert change.label == "Imported: 3 records"
    assert set(room.kept["entries"]) == {one.id for one in FOUR}
    assert not room.run("import", records=brought(text_of(Room(*FOUR).office))).rows
    room.office.undo()
    assert set(room.kept["entries"]) == {RENT.id}


def test_what_differs_is_told_and_decided() -> None:
    theirs = brought(text_of(Room(RENT._replace(text="Pay the tent"), NOTES).office))
    room = Room(RENT)
    assert "1 record is here already, and not the same in the file: 1 in entries." in room.refuses(
        "import", records=theirs
    )
    assert "mine or theirs" in room.refuses("import", records=theirs, prefer="both")
    room.run("import", records=theirs, prefer="mine")
    assert (room.entry(RENT.id).text, room.entry(NOTES.id)) == ("Pay the rent", NOTES)
    room.run("import", records=theirs, prefer="theirs")
    assert room.entry(RENT.id).text == "Pay the tent"


def test_settings_of_here_stay_unless_theirs_are_wanted() -> None:
    theirs = brought(text_of(Room(RENT, Setting("signs", "plain")).office))
    room = Room(NOTES, Setting("signs", "pretty"))
    assert plan(room.office.practice, theirs).settings == 1
    room.run("import", records=theirs)
    assert room.kept["settings"]["signs"] == Setting("signs", "pretty")
    room.run("import", records=theirs, prefer="theirs")
    assert room.kept["settings"]["signs"] == Setting("signs", "plain")


def test_the_uuids_of_the_areas_an_office_begins_with_are_no_difference() -> None:
    room = Room(RENT, Area("training", "one", "Training", 5))
    assert not room.run(
        "import", records=brought(text_of(Room(RENT, Area("training", "other", "Training", 5)).office))
    ).rows


def test_a_page_that_is_new_here_gets_a_number_that_is_free() -> None:
    here = JournalPage("day:2026-06-10", 1, made=AT), JournalPage("day:2026-06-11", 2, made=AT)
    there = JournalPage("day:2026-06-11", 1, made=AT), JournalPage("day:2026-06-12", 2, made=AT)
    room = Room(*FOUR, *here)
    theirs = brought(text_of(Room(*FOUR, *there).office))
    room.run("import", records=theirs)
    assert {id: page.number for id, page in room.office.practice.pages.items()} == {
        "day:2026-06-10": 1, "day:2026-06-11": 2, "day:2026-06-12": 3
    }  # fmt: skip
    assert not room.run("import", records=theirs).rows


def test_pages_are_not_numbered_by_an_import() -> None:
    placed = RENT._replace(placements=(Placement("day:2026-06-10"),))
    text = text_of(Room(placed).office)
    other = empty()
    other.run("import", (), records=brought(text))
    assert not other.practice.pages
    assert text_of(other) == text


def test_answers_of_fewer_than_five_stay_in_the_vault() -> None:
    assert '"held"' not in text_of(Room(RENT, Held("held", (Part("q1", "2026-05", "2026-06", (0, 1)),))).office)


def test_what_was_half_typed_stays_where_it_was_typed() -> None:
    text = text_of(Room(RENT, Setting("draft", {"line": "call Heron 7"})).office)
    assert "Heron" not in text
    hand_made = text.replace('"settings":[\n', '"settings":[\n{"id":"draft","value":1},\n', 1)
    assert not [one for one in reading.read(io.BytesIO(hand_made.encode())) if one.record.id == "draft"]


def test_a_conflict_is_counted_by_table() -> None:
    room = Room(RENT, NOTES)
    other = brought(text_of(Room(RENT._replace(text="x"), NOTES._replace(text="y")).office))
    with pytest.raises(Conflict, match="2 records are here already, and not the same in the file: 2 in entries"):
        room.run("import", records=other)


def test_every_field_that_holds_a_date_is_known_as_one() -> None:
    """So that no import brings a date that no page can read."""
    date = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?")
    found = set()

    def look(value: Any) -> None:
        for name, part in value.items() if isinstance(value, dict) else ():
            if isinstance(part, str) and date.fullmatch(part):
                found.add(name)
            for one in part if isinstance(part, list) else [part]:
                look(one)

    for record in demo_records(NOW):
        look(to_doc(record))
    assert found - DATES <= {"id", "value", "first", "last", "shared"}
    assert {"due", "created"} <= found


def test_the_walk_says_where_it_is() -> None:
    walk = Walk(io.StringIO('{"a":\n\n 1x').read)
    walk.take("{")
    assert walk.value() == "a"
    walk.take(":")
    assert walk.value() == 1
    with pytest.raises(NotJson, match="Line 3: , or } should stand here"):
        walk.take(",}")


def test_stars_are_added_up_anew_where_two_offices_come_together() -> None:
    here, there = Win("w1", text="one", stars=2, at=AT), Win("w2", text="two", stars=3, at="2026-06-02T10:00:00")
    room = Room(*FOUR, here, *jars_of([here]).values())
    room.run("import", records=brought(text_of(Room(*FOUR, there, *jars_of([there]).values()).office)))
    assert room.kept["jars"] == jars_of([here, there])
    room.office.undo()
    assert room.kept["jars"] == jars_of([here])
