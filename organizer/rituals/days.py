"""Office days: which are, which were opened and closed, and how the office stands now. Facts, never a chain."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from organizer.door.hours import is_office_day, working_minutes
from organizer.practice import Practice
from organizer.views.office_day import office_days
from organizer.views.weeks import week_of

AWAY = 2
"""After so many office days without the office one is welcomed back."""


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
    """The last weeks, this one first, each with its first day."""
    first, monday = first_day(practice), week_of(practice, today)[0]
    mondays = [monday - timedelta(days=7 * back) for back in range(count) if monday.toordinal() > 7 * back]
    return tuple((one, week(practice, one, today, first)) for one in mondays)


def kept(practice: Practice, today: date) -> tuple[int, int]:
    """Of this week's office days up to today: how many were opened, and of how many."""
    monday = week_of(practice, today)[0]
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
