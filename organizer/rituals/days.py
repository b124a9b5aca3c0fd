"""Office days: which are, which were opened and closed, and how the office stands now. Facts, never a chain."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from organizer.front.hours import is_office_day, working_minutes
from organizer.practice import Practice
from organizer.records import Day
from organizer.views.office_day import office_days

LATE = 5
"""Until this hour of the morning an office that was not closed is still that of the day before."""
AWAY = 2
"""After so many office days without the office one is welcomed back."""


class Standing(NamedTuple):
    """How the office stands: `day` is the ISO date of the office day that is meant, `opened` and `closed` ISO times."""

    day: str
    opened: str | None = None
    closed: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.opened is not None and self.closed is None


class Kept(NamedTuple):
    """One day of a week: "opened", "not" opened, still "ahead", or "rest" where the office was to be closed."""

    date: str
    how: str


def next_office_day(practice: Practice, day: date) -> date:
    """The first office day after a day; where none comes within a year, the day after."""
    for ahead in range(1, 367):
        found = day + timedelta(days=ahead)
        if is_office_day(practice, found):
            return found
    return day + timedelta(days=1)


def standing(practice: Practice, now: datetime) -> Standing:
    """The office at a moment. One that was left open over midnight is open until the small hours; what comes then is a
    new day, not opened yet."""
    day = practice.day(now.date().isoformat())
    if not day.opened and now.hour < LATE:
        before = practice.day((now.date() - timedelta(days=1)).isoformat())
        if before.opened and not before.closed:
            return Standing(before.id, before.opened)
    return Standing(day.id, day.opened, day.closed)


def first_day(practice: Practice) -> str:
    """The first day on which the office was opened, as far as it is at hand; "" for none."""
    return min((day.id for day in practice.days.values() if day.opened), default="")


def week(practice: Practice, monday: date, today: date, first: str) -> tuple[Kept, ...]:
    """The office days of one week since the first of all; a day of rest that was opened all the same is told too."""
    found = []
    for number in range(7):
        there = monday + timedelta(days=number)
        at = there.isoformat()
        opened = practice.day(at).opened is not None and there <= today
        planned = there.weekday() in office_days(practice)
        if not first or at < first or not (planned or opened):
            continue
        rest = not is_office_day(practice, there)
        ahead = there > today or (there == today and not opened)
        how = "opened" if opened else "rest" if rest else "ahead" if ahead else "not"
        found.append(Kept(at, how))
    return tuple(found)


def weeks(practice: Practice, today: date, count: int = 4) -> tuple[tuple[date, tuple[Kept, ...]], ...]:
    """The last weeks, this one first, each with its Monday."""
    first, monday = first_day(practice), today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(days=7 * back) for back in range(count) if monday.toordinal() > 7 * back]
    return tuple((one, week(practice, one, today, first)) for one in mondays)


def kept(practice: Practice, today: date) -> tuple[int, int]:
    """Of this week's office days up to today: how many were opened, and of how many."""
    monday = today - timedelta(days=today.weekday())
    found = [one for one in week(practice, monday, today, first_day(practice)) if one.how in ("opened", "not")]
    return sum(one.how == "opened" for one in found), len(found)


def away(practice: Practice, now: datetime) -> int:
    """How many office days went by since the office was opened last, before today; 0 where it never was."""
    today = now.date()
    last = max((day.id for day in practice.days.values() if day.opened and day.id < today.isoformat()), default="")
    if not last:
        return 0
    there = date.fromisoformat(last)
    span = min((today - there).days, 366)
    return sum(is_office_day(practice, today - timedelta(days=back)) for back in range(1, span))


def hours_of(practice: Practice, now: datetime) -> int:
    """Minutes of office time still to come today; none once it is closed."""
    day = practice.day(now.date().isoformat())
    return 0 if day.closed else working_minutes(practice, now, datetime.combine(now.date(), time.max))


def day_that_is_open(practice: Practice, now: datetime) -> Day | None:
    """The office day that is open now, that of yesterday where it was left open over midnight."""
    found = standing(practice, now)
    return practice.day(found.day) if found.is_open else None
