"""The clock that counts office hours alone: a table of moments, and what must hold for any."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.door import hours
from organizer.practice import Practice
from organizer.records import Record, Setting
from organizer.records.door import Closure
from tests.memory import MemoryVault

WEEK = "mon tue wed thu fri"
BREAK = Closure("break", first="2026-12-24", last="2027-01-03", what="winter break")
HALF = Closure("half", first="2026-06-12", last="2026-06-12", opens="08:30", closes="12:00")
SATURDAY = Closure("extra", first="2026-06-13", last="2026-06-13", opens="10:00", closes="14:00")
SHORT_WEEK = Closure("short", first="2026-08-03", last="2026-08-09", opens="10:00", closes="15:00")
SICK = Closure("sick", first="2026-06-15", last="2026-06-16", what="flu")
LATE = Closure("late", first="2026-06-15", last="2026-06-15", opens="13:00", closes="20:00")
OPEN_ON_MLK = Closure("mlk", first="2026-01-19", last="2026-01-19", opens="09:00", closes="12:00")
IN_THE_BREAK = Closure("within", first="2026-12-29", last="2026-12-29", opens="09:00", closes="12:00")


def practice(*records: Record) -> Practice:
    vault = MemoryVault(*records)
    return Practice(vault.table, vault.has, vault)


def four_days() -> tuple[Record, ...]:
    own = {"office_days": "mon tue thu sat", "office_opens": "09:00", "office_closes": "13:00"}
    return tuple(Setting(name, value) for name, value in own.items())


NIGHT = (Setting("office_opens", "00:00"), Setting("office_closes", "23:59"))
NO_HOLIDAYS = (Setting("closed_on_holidays", False),)

DUE: list[tuple[str, str, int, str, tuple[Record, ...]]] = [
    # -- within hours: the same time of the next office day
    ("a Friday call at 4:50 PM", "2026-06-12T16:50", 1, "2026-06-15T16:50", ()),
    ("a Monday morning", "2026-06-08T09:00", 1, "2026-06-09T09:00", ()),
    ("at the minute it opens", "2026-06-08T08:30", 1, "2026-06-09T08:30", ()),
    ("a minute before it closes", "2026-06-08T17:29", 1, "2026-06-09T17:29", ()),
    ("over lunch", "2026-06-08T13:15", 1, "2026-06-09T13:15", ()),
    ("two days", "2026-06-08T09:00", 2, "2026-06-10T09:00", ()),
    ("two days over a weekend", "2026-06-11T15:00", 2, "2026-06-15T15:00", ()),
    ("three days over a weekend", "2026-06-11T15:00", 3, "2026-06-16T15:00", ()),
    ("five days are a week", "2026-06-10T11:11", 5, "2026-06-17T11:11", ()),
    ("seconds stay", "2026-06-10T11:11:11", 1, "2026-06-11T11:11:11", ()),
    # -- while it is closed: when the office day after closes
    ("at the minute it closes", "2026-06-08T17:30", 1, "2026-06-09T17:30", ()),
    ("in the evening", "2026-06-08T20:00", 1, "2026-06-09T17:30", ()),
    ("before it opens", "2026-06-08T07:10", 1, "2026-06-08T17:30", ()),
    ("a minute before it opens", "2026-06-08T08:29", 1, "2026-06-08T17:30", ()),
    ("at midnight", "2026-06-09T00:00", 1, "2026-06-09T17:30", ()),
    ("a minute before midnight", "2026-06-08T23:59", 1, "2026-06-09T17:30", ()),
    ("a Friday evening", "2026-06-12T19:00", 1, "2026-06-15T17:30", ()),
    ("a Saturday", "2026-06-13T11:00", 1, "2026-06-15T17:30", ()),
    ("a Sunday night", "2026-06-14T23:59", 1, "2026-06-15T17:30", ()),
    ("a Saturday, two days", "2026-06-13T11:00", 2, "2026-06-16T17:30", ()),
    ("a Friday evening, three days", "2026-06-12T19:00", 3, "2026-06-17T17:30", ()),
    # -- the same day
    ("the same day", "2026-06-11T09:00", 0, "2026-06-11T17:30", ()),
    ("the same day, before it opens", "2026-06-11T06:00", 0, "2026-06-11T17:30", ()),
    ("the same day, too late", "2026-06-11T18:00", 0, "2026-06-12T17:30", ()),
    ("the same day, on Saturday", "2026-06-13T18:00", 0, "2026-06-15T17:30", ()),
    ("the same day, a half one", "2026-06-12T09:00", 0, "2026-06-12T12:00", (HALF,)),
    # -- holidays
    ("before Juneteenth", "2026-06-18T10:00", 1, "2026-06-22T10:00", ()),
    ("on Juneteenth", "2026-06-19T10:00", 1, "2026-06-22T17:30", ()),
    ("Juneteenth, when holidays are worked", "2026-06-18T10:00", 1, "2026-06-19T10:00", NO_HOLIDAYS),
    ("the Fourth of July is kept on Friday", "2026-07-02T10:00", 1, "2026-07-06T10:00", ()),
    ("before Thanksgiving", "2026-11-25T16:00", 1, "2026-11-27T16:00", ()),
    ("before Christmas", "2026-12-24T10:00", 1, "2026-12-28T10:00", ()),
    ("New Year's Eve", "2026-12-31T16:30", 1, "2027-01-04T16:30", ()),
    ("before MLK day", "2026-01-16T10:00", 1, "2026-01-20T10:00", ()),
    ("open on MLK day after all, for the morning", "2026-01-16T10:00", 1, "2026-01-19T10:00", (OPEN_ON_MLK,)),
    ("open on MLK day, and the call was later in the day", "2026-01-16T15:00", 1, "2026-01-19T12:00", (OPEN_ON_MLK,)),
    ("two holidays within a week", "2026-12-23T10:00", 4, "2026-12-30T10:00", ()),
    # -- closures
    ("into the winter break", "2026-12-23T10:00", 1, "2027-01-04T10:00", (BREAK,)),
    ("within the winter break", "2026-12-30T10:00", 1, "2027-01-04T17:30", (BREAK,)),
    ("the last evening of the break", "2027-01-03T23:00", 1, "2027-01-04T17:30", (BREAK,)),
    ("open for a morning within the break", "2026-12-23T10:00", 1, "2026-12-29T10:00", (BREAK, IN_THE_BREAK)),
    ("over that morning", "2026-12-23T10:00", 2, "2027-01-04T10:00", (BREAK, IN_THE_BREAK)),
    ("home with the flu", "2026-06-12T16:50", 1, "2026-06-17T16:50", (SICK,)),
    ("home with the flu, two days", "2026-06-12T16:50", 2, "2026-06-18T16:50", (SICK,)),
    ("called on the sick day", "2026-06-15T10:00", 1, "2026-06-17T17:30", (SICK,)),
    ("two closures of a day: the closed one counts", "2026-06-11T10:00", 1, "2026-06-15T10:00",
     (HALF, HALF._replace(id="x", opens="", closes=""))),
    # -- half days, other hours
    ("into a half day", "2026-06-11T16:50", 1, "2026-06-12T12:00", (HALF,)),
    ("into a half day, in its morning", "2026-06-11T10:00", 1, "2026-06-12T10:00", (HALF,)),
    ("after a half day has closed", "2026-06-12T13:00", 1, "2026-06-15T17:30", (HALF,)),
    ("within a half day", "2026-06-12T11:00", 1, "2026-06-15T11:00", (HALF,)),
    ("a day that opens late", "2026-06-12T09:00", 1, "2026-06-15T13:00", (LATE,)),
    ("a late day, in its evening", "2026-06-15T19:00", 1, "2026-06-16T17:30", (LATE,)),
    ("a Saturday with hours of its own", "2026-06-12T11:00", 1, "2026-06-13T11:00", (SATURDAY,)),
    ("called on that Saturday", "2026-06-13T13:00", 1, "2026-06-15T13:00", (SATURDAY,)),
    ("a week of short days", "2026-08-03T16:00", 1, "2026-08-04T15:00", (SHORT_WEEK,)),
    ("its weekend stays closed", "2026-08-07T11:00", 1, "2026-08-10T11:00", (SHORT_WEEK,)),
    # -- an office of its own
    ("Monday, Tuesday, Thursday, Saturday", "2026-06-09T10:00", 1, "2026-06-11T10:00", four_days()),
    ("its Saturday", "2026-06-11T10:00", 1, "2026-06-13T10:00", four_days()),
    ("its Wednesday is closed", "2026-06-10T10:00", 1, "2026-06-11T13:00", four_days()),
    ("its afternoon is closed", "2026-06-13T14:00", 2, "2026-06-16T13:00", four_days()),
    ("open around the clock, at midnight", "2026-06-11T00:00", 1, "2026-06-12T00:00", NIGHT),
    # -- daylight saving: March 8 and November 1, 2026
    ("over the spring change", "2026-03-06T16:50", 1, "2026-03-09T16:50", ()),
    ("over the autumn change", "2026-10-30T16:50", 1, "2026-11-02T16:50", ()),
    ("in the hour that is skipped", "2026-03-08T02:30", 1, "2026-03-09T17:30", ()),
    ("in the hour that comes twice", "2026-11-01T01:30", 1, "2026-11-02T17:30", ()),
    # -- month and year ends, a leap day
    ("over a month's end", "2026-07-31T12:00", 1, "2026-08-03T12:00", ()),
    ("onto a leap day", "2028-02-28T12:00", 1, "2028-02-29T12:00", ()),
    ("from a leap day", "2028-02-29T12:00", 1, "2028-03-01T12:00", ()),
    # -- an office that never opens is no reason to fall over
    ("never open", "2026-06-11T12:00", 1, "2026-06-12T12:00", (Setting("office_opens", "18:00"),)),
    ("closed for ever", "2026-06-11T12:00", 2, "2026-06-13T12:00", (BREAK._replace(first="2026", last="9999-12-31"),)),
    ("the last day there is", "9999-12-31T12:00", 1, "9999-12-31T12:00", ()),
]  # fmt: skip


@pytest.mark.parametrize(("begin", "days", "due", "records"), [case[1:] for case in DUE], ids=[case[0] for case in DUE])
def test_when_an_answer_is_due(begin: str, days: int, due: str, records: tuple[Record, ...]) -> None:
    assert len(DUE) >= 60
    found = hours.add_working(practice(*records), datetime.fromisoformat(begin), days)
    assert found == datetime.fromisoformat(due)


MINUTES: list[tuple[str, str, int, tuple[Record, ...]]] = [
    ("2026-06-12T16:50", "2026-06-15T16:50", 540, ()),
    ("2026-06-12T16:50", "2026-06-12T17:20", 30, ()),
    ("2026-06-12T16:50", "2026-06-12T23:00", 40, ()),
    ("2026-06-12T18:00", "2026-06-15T08:30", 0, ()),
    ("2026-06-12T18:00", "2026-06-15T08:31", 1, ()),
    ("2026-06-15T12:00", "2026-06-12T12:00", 0, ()),
    ("2026-06-11T00:00", "2026-06-12T00:00", 540, ()),
    ("2026-06-11T16:30", "2026-06-15T09:30", 330, (HALF,)),
    ("2026-12-23T16:30", "2027-01-04T09:30", 120, (BREAK,)),
    ("2026-06-18T16:30", "2026-06-22T09:30", 120, ()),
    ("2026-03-06T16:30", "2026-03-09T09:30", 120, ()),
    ("2026-10-30T16:30", "2026-11-02T09:30", 120, ()),
    ("0001-01-01T00:00", "0001-01-01T12:00", 0, ()),
    ("2026-06-08T08:30:30", "2026-06-08T08:32:29", 1, ()),
]


@pytest.mark.parametrize(("begin", "end", "minutes", "records"), MINUTES)
def test_minutes_of_office_time(begin: str, end: str, minutes: int, records: tuple[Record, ...]) -> None:
    assert hours.working_minutes(practice(*records), *map(datetime.fromisoformat, (begin, end))) == minutes


def test_the_open_stretch_of_a_day() -> None:
    whole = practice(HALF, SICK, SATURDAY)
    assert hours.spans(whole, date(2026, 6, 11)) == [("08:30", "17:30")]
    assert hours.spans(whole, date(2026, 6, 12)) == [("08:30", "12:00")]
    assert hours.spans(whole, date(2026, 6, 13)) == [("10:00", "14:00")]
    assert hours.spans(whole, date(2026, 6, 14)) == hours.spans(whole, date(2026, 6, 15)) == []
    assert [hours.is_office_day(whole, date(2026, 6, day)) for day in (11, 12, 13, 14, 15)] == [1, 1, 1, 0, 0]


def test_what_another_hand_wrote_into_a_closure_closes_the_day_at_most() -> None:
    for opens, closes in (("noon", "17:00"), ("12:00", "09:00"), ("9", "10"), ("25:00", "26:00")):
        assert hours.spans(practice(HALF._replace(opens=opens, closes=closes)), date(2026, 6, 12)) == []
    assert hours.spans(practice(Closure("odd", first="soon", last="later")), date(2026, 6, 12)) == [("08:30", "17:30")]


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))
CLOSURES = st.lists(
    st.builds(
        lambda at, length, hours: Closure(
            f"c{at}{length}{hours}",
            first=(date(2026, 1, 1) + timedelta(days=at)).isoformat(),
            last=(date(2026, 1, 1) + timedelta(days=at + length)).isoformat(),
            opens=hours[0],
            closes=hours[1],
        ),
        st.integers(0, 700),
        st.integers(0, 20),
        st.sampled_from([("", ""), ("09:00", "12:00"), ("13:00", "20:00")]),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, MOMENTS, MOMENTS, CLOSURES)
def test_office_time_adds_up(one: datetime, two: datetime, three: datetime, closed: list[Closure]) -> None:
    first, middle, last = (moment.replace(second=0, microsecond=0) for moment in sorted((one, two, three)))
    office = practice(*closed)
    count = hours.working_minutes
    assert count(office, first, middle) + count(office, middle, last) == count(office, first, last)
    assert count(office, last, first) == 0


@settings(max_examples=60, deadline=None)
@given(MOMENTS, st.integers(0, 4), st.integers(1, 3000), CLOSURES)
def test_what_is_due_is_due_while_it_is_open(begin: datetime, days: int, minutes: int, closed: list[Closure]) -> None:
    begin = begin.replace(second=0, microsecond=0)
    office = practice(*closed)
    due = hours.add_working(office, begin, days)
    opens, closes = hours.spans(office, due.date())[0]
    assert begin < due
    assert opens <= f"{due:%H:%M}" <= closes
    later = hours.add_working(office, begin, minutes=minutes)
    assert hours.working_minutes(office, begin, later) == minutes
    assert hours.working_minutes(office, begin, later - timedelta(minutes=1)) == minutes - 1


def test_the_clock_follows_what_is_set() -> None:
    from tests.commands_.tools import Room

    room = Room(now=datetime(2026, 6, 11, 9))
    friday = date(2026, 6, 12)
    assert hours.is_office_day(room.office.practice, friday)
    room.run("closure.add", days="june 12", what="workshop")
    assert not hours.is_office_day(room.office.practice, friday)
    room.office.undo()
    assert hours.is_office_day(room.office.practice, friday)
    room.run("closure.holidays", closed=False)
    assert hours.is_office_day(room.office.practice, date(2026, 6, 19))
