"""What is said of a repeat beside its rule: missed ones, its end, rest, and that something happened."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer import repeat as repeats
from organizer.records import Check, Entry
from tests.commands_.tools import CALL, FOUR, NOTES, RENT, Room

GFE = Entry("gfe0000000", text="Send the good-faith estimate", checklist=(Check("fees", True),), created="2026-06-01")


def waiting_for_an_intake() -> Room:
    room = Room(*FOUR, GFE)
    room.run("entry.edit", GFE.id, fields={"repeat": "1 business day after intake"})
    return room


def coming_back(rule: str, **said: str) -> Room:
    room = Room(*FOUR)
    room.run("entry.edit", RENT.id, fields={"repeat": rule, **said})
    return room


@pytest.mark.parametrize(
    ("typed", "kept"), [("every", "every"), ("Each one", "every"), ("skip", "skip"), ("the newest", "current")]
)
def test_what_becomes_of_missed_ones(typed: str, kept: str) -> None:
    room = coming_back("every friday", catch_up=typed)
    repeat = room.entry(RENT.id).repeat
    assert repeat is not None
    assert repeat.catch_up == kept
    assert room.refuses("entry.edit", RENT.id, fields={"catch_up": "later"}).startswith("What was missed can be")
    assert room.refuses("entry.edit", NOTES.id, fields={"catch_up": "skip"}).startswith("That does not come back.")


@pytest.mark.parametrize(
    ("rule", "ends", "said", "days"),
    [
        ("every friday", "3 times", "every Friday, 3 times", ["2026-06-12", "2026-06-19", "2026-06-26"]),
        ("every friday", "june 27", "every Friday, until June 27, 2026", ["2026-06-12", "2026-06-19", "2026-06-26"]),
        ("every friday", "once", "every Friday, once", ["2026-06-12"]),
        (
            "every 90 days after done",
            "after 2 times",
            "every 90 days after it is done, 2 times",
            ["2026-06-11", "2026-09-09"],
        ),
        (
            "april 15, june 15",
            "until june 15 2027",
            "April 15 and June 15, until June 15, 2027",
            ["2026-06-15", "2027-04-15", "2027-06-15"],
        ),
        ("april 15, june 15", "2", "April 15 and June 15, 2 times", ["2026-06-15", "2027-04-15"]),
    ],
)
def test_it_ends_by_count_or_by_date_and_then_never(rule: str, ends: str, said: str, days: list[str]) -> None:
    room = coming_back(rule)
    before = room.entry(RENT.id)
    room.run("entry.edit", RENT.id, fields={"ends": ends})
    entry = room.entry(RENT.id)
    assert entry.repeat is not None
    assert repeats.explain(entry.repeat) == said
    assert repeats.upcoming(entry.repeat, entry.due or "", 5) == days
    for day in days:
        left = [one for one in room.office.practice.entries.values() if one.repeat and one.open]
        assert [one.due for one in left] == [day]
        room.clock.at = datetime.fromisoformat(day + "T10:00")
        room.run("entry.done", left[0].id)
    assert not [one for one in room.office.practice.entries.values() if one.repeat and one.open]
    for _ in days:
        room.office.undo()
    room.run("entry.edit", RENT.id, fields={"ends": "never"})
    assert room.entry(RENT.id) == before


def test_times_are_counted_from_the_one_that_is_open() -> None:
    room = coming_back("every friday")
    for day in ("2026-06-12", "2026-06-19"):
        room.clock.at = datetime.fromisoformat(day + "T10:00")
        room.run("entry.done", *[e.id for e in room.office.practice.entries.values() if e.repeat and e.open])
    (third,) = [e for e in room.office.practice.entries.values() if e.repeat and e.open]
    room.run("entry.edit", third.id, fields={"ends": "2 more times"})
    repeat = room.entry(third.id).repeat
    assert repeat is not None
    assert repeats.upcoming(repeat, "2026-06-01") == ["2026-06-26", "2026-07-03"]


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [
        ("sometime", "'sometime' is no end that can be read. Try 5 times, december 31, or never."),
        ("0 times", "'0 times' is no end that can be read."),
        ("today", "This one is of Friday, June 12; an end before it leaves nothing."),
    ],
)
def test_an_end_that_is_none_is_refused(ends: str, sentence: str) -> None:
    assert coming_back("every friday").refuses("entry.edit", RENT.id, fields={"ends": ends}).startswith(sentence)
    assert waiting_for_an_intake().refuses("entry.edit", GFE.id, fields={"ends": "3 times"}).startswith("It comes back")


def test_it_rests_and_goes_on_by_a_field() -> None:
    room = coming_back("every friday")
    room.run("entry.edit", RENT.id, fields={"paused": "yes"})
    assert room.entry(RENT.id).due is None
    room.run("entry.edit", RENT.id, fields={"paused": "no"})
    assert room.entry(RENT.id).due == "2026-06-12"


def test_what_waits_for_an_event_is_due_once_it_happened_and_waits_again_when_done() -> None:
    room = waiting_for_an_intake()
    assert room.entry(GFE.id).due is None
    room.run("entry.edit", GFE.id, fields={"happened": "friday"})
    entry = room.entry(GFE.id)
    assert (entry.due, entry.stage) == ("2026-06-15", "next")
    change = room.run("entry.done", GFE.id)
    (made,) = [row.after for row in change.rows if row.before is None]
    assert isinstance(made, Entry)
    assert (made.due, made.open, made.checklist) == (None, True, (Check("fees"),))
    assert made.placements == ()
    room.office.undo()
    assert room.entry(GFE.id) == entry
    assert made.id not in room.office.practice.entries


def test_a_second_event_meanwhile_is_an_entry_of_its_own_and_only_one_waits_afterwards() -> None:
    room = waiting_for_an_intake()
    room.run("entry.edit", GFE.id, fields={"happened": "today"})
    assert room.entry(GFE.id).due == "2026-06-12"
    assert room.run("entry.edit", GFE.id, fields={"happened": "today"}).rows == ()
    change = room.run("entry.edit", GFE.id, fields={"happened": "june 2"})
    (row,) = [row for row in change.rows if row.table == "entries"]
    assert isinstance(row.after, Entry)
    assert row.before is None
    assert row.after.due == "2026-06-03"
    assert room.run("entry.done", GFE.id).rows[1:] == (), "the other one is open still"
    assert room.run("entry.done", row.after.id).rows[1:] != (), "now one waits for the next intake"


def test_an_event_is_skipped_paused_and_taken_back() -> None:
    room = waiting_for_an_intake()
    assert room.refuses("entry.skip", GFE.id).startswith("It does not come again")
    waiting = room.entry(GFE.id)
    room.run("entry.edit", GFE.id, fields={"happened": "today"})
    room.run("entry.skip", GFE.id)
    assert room.entry(GFE.id).due is None
    room.run("entry.edit", GFE.id, fields={"happened": "today"})
    room.run("repeat.pause", GFE.id)
    assert room.entry(GFE.id).due is None
    room.run("repeat.pause", GFE.id)
    assert room.entry(GFE.id).due == "2026-06-12"
    room.run("entry.edit", GFE.id, fields={"happened": "none"})
    assert room.entry(GFE.id).due is None
    assert waiting.repeat is not None
    assert room.refuses("entry.edit", CALL.id, fields={"happened": "today"}).startswith("That does not come back.")
    room.run("entry.edit", RENT.id, fields={"repeat": "every friday"})
    assert room.refuses("entry.edit", RENT.id, fields={"happened": "today"}).startswith("It comes back by the calendar")
