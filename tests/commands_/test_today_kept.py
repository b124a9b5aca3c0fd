"""The day is kept in step by what changes: it is always what it would be if all were read anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from organizer.change import Row
from organizer.practice import Practice
from organizer.records import Day, Entry, Placement, Record, Repeat
from organizer.views.today import today
from tests.counting import calls

NOW = datetime(2026, 6, 11, 9, 14)
DAYS = (None, "2026-06-09", "2026-06-10T08:00", "2026-06-11", "2026-06-11T14:00", "2026-06-11T09:00", "2026-06-13")
ENTRIES = some.fixed_dictionaries(
    {
        "id": some.sampled_from([f"entry{n}" for n in range(6)]),
        "text": some.sampled_from(("one", "two")),
        "kind": some.sampled_from(("task", "task", "event", "note")),
        "stage": some.sampled_from(("next", "next", "done")),
        "due": some.sampled_from(DAYS),
        "start": some.sampled_from((None, None, "2026-06-11T09:16", "2026-06-12")),
        "signifiers": some.sampled_from(((), ("priority",))),
        "reminders": some.sampled_from(((), ("3d",))),
        "repeat": some.sampled_from((None, None, Repeat(rule="FREQ=DAILY"))),
        "placements": some.sampled_from(((), (Placement("day:2026-06-11"),))),
        "waiting_for": some.sampled_from(("", "the bank")),
        "nudge": some.sampled_from((None, "2026-06-11")),
        "estimate": some.sampled_from((None, 20)),
        "someday": some.sampled_from((False, False, True)),
        "created": some.sampled_from(("2026-06-01T08:00:00", "2026-06-02T08:00:00")),
    }
).map(lambda fields: Entry(**fields))
DEED = some.one_of(
    ENTRIES,
    some.sampled_from([f"entry{n}" for n in range(6)]),  # it is removed
    some.lists(some.sampled_from([f"entry{n}" for n in range(6)]), max_size=2).map(tuple),  # these are chosen
    some.integers(0, 3),  # so many minutes go by
    some.frozensets(some.sampled_from([f"entry{n}" for n in range(6)]), max_size=1),  # this stays in place
    some.lists(ENTRIES, min_size=2, max_size=3, unique_by=lambda entry: entry.id),
)


def held(entries: list[Entry], days: dict[str, Day] | None = None) -> Practice:
    """A practice with these entries and days."""
    kept: dict[str, dict[str, Record]] = {"entries": {entry.id: entry for entry in entries}, "days": {**(days or {})}}
    return Practice(lambda table: dict(kept.get(table, {})))


def rows(practice: Practice, deed: object) -> Iterator[Row]:
    """What it changes."""
    if isinstance(deed, Entry):
        yield Row("entries", deed.id, practice.entries.get(deed.id), deed)
    elif isinstance(deed, str) and deed in practice.entries:
        yield Row("entries", deed, practice.entries[deed], None)
    elif isinstance(deed, tuple):
        day = practice.days.get("2026-06-11")
        yield Row("days", "2026-06-11", day, (day or Day("2026-06-11"))._replace(three=deed))
    elif isinstance(deed, list):
        for one in deed:
            yield from rows(practice, one)


@given(some.lists(ENTRIES, max_size=5, unique_by=lambda entry: entry.id), some.lists(DEED, max_size=12))
@settings(max_examples=300)
def test_the_day_kept_in_step_is_the_day_read_anew(entries: list[Entry], deeds: list[object]) -> None:
    practice, now, keep = held(entries), NOW, frozenset[str]()
    for deed in deeds:
        now = now + timedelta(minutes=deed) if isinstance(deed, int) else now
        keep = deed if isinstance(deed, frozenset) else keep
        today(practice, now, keep)
        practice.apply([*rows(practice, deed)])
        anew = held([*practice.entries.values()], practice.days)
        assert practice.unfinished() == anew.unfinished()
        assert today(practice, now, keep) == today(anew, now, keep)


def test_one_more_among_many_is_one_more_judged() -> None:
    def asked(number: int) -> int:
        many = [Entry(f"e{n:09}", text="one of them", due="2026-06-11", estimate=5) for n in range(number)]
        practice = held(many)
        today(practice, NOW)
        for at in range(2):
            practice.apply([Row("entries", f"new{at}", None, Entry(f"new{at}", text="one more", due="2026-06-11"))])
            work = calls(lambda: today(practice, NOW))
        assert today(practice, NOW).also_left == number + 2
        return work

    assert asked(4000) < asked(400) + 40


def test_a_clock_set_back_hides_what_begins_later_again() -> None:
    practice = held([Entry("later", text="begins", due="2026-06-11", start="2026-06-11T10:00")])
    assert not today(practice, NOW).also
    assert today(practice, datetime(2026, 6, 11, 10, 0)).also
    assert not today(practice, NOW).also


def test_many_at_once_are_all_there() -> None:
    practice = held([])
    today(practice, NOW)
    for turn in range(3):
        many = [Entry(f"e{turn}{n:08}", text="one of them", due="2026-06-11") for n in range(150)]
        practice.apply([Row("entries", one.id, None, one) for one in many])
    assert today(practice, NOW).also_left == 450
