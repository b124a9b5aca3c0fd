"""Every field as it is typed: what is read, and the sentence for what cannot be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.commands.fields import READERS, area_of, clean, stage_of
from organizer.errors import OrganizerError
from organizer.records import STAGES, Check, Entry, Repeat
from tests.commands_.tools import CALL, FOUR, NOTES, RENT, Room
from tests.memory import areas

WEEKLY = Repeat("RRULE:FREQ=WEEKLY;BYDAY=FR", anchor="2026-06-12T16:00", on="2026-06-12T16:00", series=NOTES.id)
GOOD: list[tuple[str, Any, Any]] = [
    ("text", "  see [/] x  ", "see [/] x"),
    ("text", "two\nlines", "two\nlines"),
    ("text", "\x1b[31mred\x07", "␛[31mred␇"),
    ("kind", " Event ", "event"),
    ("area", "#Accounting", "accounting"),
    ("area", "front door", "outreach"),
    ("area", "sched", "scheduling"),
    ("area", "none", ""),
    ("stage", "Waiting on someone", "waiting"),
    ("stage", "under-way", "doing"),
    ("due", "friday", "2026-06-12"),
    ("due", "2026-06-12 4pm", "2026-06-12T16:00"),
    ("due", "none", None),
    ("due", "", None),
    ("start", "in 3 days", "2026-06-14"),
    ("repeat", "every friday 4pm", WEEKLY),
    ("repeat", "none", None),
    ("estimate", "20m", 20),
    ("estimate", "1h30", 90),
    ("estimate", "~1.5 hours", 90),
    ("estimate", "45", 45),
    ("estimate", "-", None),
    ("dread", "a lot", 2),
    ("dread", "", 0),
    ("step", " open the tab ", "open the tab"),
    ("checklist", "one; two\n\nthree", (Check("one"), Check("two"), Check("three"))),
    ("signifiers", "* idea", ("priority", "idea")),
    ("signifiers", "", ()),
    ("tags", "#home, money home", ("home", "money")),
    ("waiting_for", "payer", "payer"),
    ("waiting_since", "june 2", "2026-06-02"),
    ("waiting_since", "2027-06-02", "2027-06-02"),
    ("nudge", "in 3 days", "2026-06-14"),
    ("worst", "the call", "the call"),
    ("someday", "yes", True),
    ("blocked_by", "ca110", (CALL.id,)),
    ("blocked_by", "", ()),
    ("notes", "a\tb\nc", "a\tb\nc"),
    ("reminders", "180/90/30/7 days", ("180d", "90d", "30d", "7d")),
    ("reminders", "remind me 2w, 1h before", ("14d", "1h")),
    ("reminders", "none", ()),
]

BAD: list[tuple[str, str, str]] = [
    ("someday", "maybe", "Say yes or no; 'maybe' is neither."),
    ("text", "   ", "An entry needs a line of text. To let it go, drop it."),
    ("kind", "promise", "An entry is a task, an event or a note; 'promise' is none of these."),
    ("area", "gardening", "There is no area 'gardening'. The areas are: "),
    ("area", "s", "There is no area 's'."),
    ("stage", "someday", "There is no stage 'someday'. The stages are: inbox, next, doing, waiting, done, let go."),
    ("due", "fribday", "'fribday' is not a day that can be read. Try Friday, June 12, in 3 days, or 2026-06-12 4pm."),
    ("due", "2026-02-30", "'2026-02-30' is not a day"),
    ("start", "?", "'?' is not a day"),
    ("repeat", "now and then", "'now and then' does not say how it comes back."),
    ("estimate", "ages", "'ages' is not a length of time. Try 20m, 1h or 1h30."),
    ("estimate", "0", "'0' is not a length of time."),
    ("estimate", "9999h", "'9999h' is not a length of time."),
    ("dread", "4", "Dread goes from 0 to 3; '4' is none of these."),
    ("dread", "²", "Dread goes from 0 to 3; '²' is none of these."),
    ("signifiers", "urgent", "There is no signifier 'urgent'. They are: priority, idea, investigate."),
    ("reminders", "soon", "'soon' does not say how long before. Try 30/7 days, 2w 3d, or 1 hour."),
    ("blocked_by", "zzzzz", "There is no entry 'zzzzz'."),
    ("color", "red", "There is no field 'color'. The fields are: text, kind, area, "),
]


@pytest.mark.parametrize(("name", "typed", "value"), GOOD)
def test_what_is_typed_is_read(name: str, typed: str, value: Any) -> None:
    room = Room(*FOUR)
    room.run("entry.edit", NOTES.id, fields={"text": "Other words"})
    room.run("entry.edit", NOTES.id, fields={name: typed})
    assert getattr(room.entry(NOTES.id), name) == value


@pytest.mark.parametrize(("name", "typed", "sentence"), BAD)
def test_what_cannot_be_read_is_answered_and_nothing_changes(name: str, typed: str, sentence: str) -> None:
    room = Room(*FOUR)
    assert room.refuses("entry.edit", RENT.id, fields={name: typed}).startswith(sentence)
    assert room.refuses("entry.edit", RENT.id, fields={"notes": "good", name: typed}).startswith(sentence)


def test_every_field_is_tried() -> None:
    assert {name for name, _, _ in GOOD} == set(READERS)
    assert set(READERS) <= set(Entry._fields)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(READERS)), st.text(max_size=30))
def test_nothing_typed_ever_breaks_a_field(name: str, typed: str) -> None:
    room = Room(*FOUR)
    before = room.kept
    try:
        room.run("entry.edit", RENT.id, fields={name: typed})
    except OrganizerError:
        assert room.kept == before
    else:
        value = getattr(room.entry(RENT.id), name)
        assert not any(char in str(value) for char in "\x1b\x07\x00\x7f")


def test_an_area_is_found_by_id_name_alias_or_beginning() -> None:
    known = areas()
    assert [area_of(known, given) for given in ("training", "TRAINING", " #door", "record", "-", "")] == [
        "training",
        "training",
        "outreach",
        "record-keeping",
        "",
        "",
    ]
    assert area_of(known, "s") is None


def test_a_stage_is_found_by_both_its_names() -> None:
    assert {stage_of(stage) for stage in STAGES} == set(STAGES)
    assert [stage_of(given) for given in ("Ready", "let_go", "Dropped", "never")] == ["next", "let go", "let go", None]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_may_be_kept_and_shown(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    cleaned.encode()
    assert not any(ord(char) < 32 and char not in "\n\t" for char in cleaned)
    assert not any(0x7F <= ord(char) < 0xA0 for char in cleaned)
    assert clean(cleaned) == cleaned
