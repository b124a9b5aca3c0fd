"""Weeks, months, quarters and years: their first and last days, and which of them words mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from organizer import manner
from organizer.when.times import Words
from organizer.when.words import MONTHS

Span = tuple[date, date]
"""The first and the last day."""
Wanted = Callable[[date, date], date | None]

PERIODS = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
KINDS = ("fiscal", "calendar", "business")
"""Words that may stand before "year" and "quarter". The fiscal year of a practice is taken to be the calendar's."""


def monday(of: date) -> date:
    """The Monday of a day's week; where weeks begin on Sunday that of a Sunday is the day after."""
    sunday = manner.week_begins() == 6
    return of + timedelta(sunday) - timedelta((of.weekday() + sunday) % 7)


def in_week(of: date, weekday: int, count: int = 0) -> date:
    """A weekday (0 is Monday) in the week that is `count` after the one of a day."""
    return monday(of) + timedelta(7 * count + (-1 if weekday == manner.week_begins() == 6 else weekday))


def first_of(today: date, unit: str, count: int = 0) -> date:
    """The first day of the week, month, quarter or year that is `count` after this one."""
    if unit == "week":
        return monday(today) + timedelta(7 * count)
    if unit == "year":
        return date(today.year + count, 1, 1)
    month = today.month - 1 if unit == "month" else (today.month - 1) // 3 * 3
    month += count * (1 if unit == "month" else 3)
    return date(today.year + month // 12, month % 12 + 1, 1)


def span(today: date, unit: str, count: int = 0) -> Span:
    """The period `count` after the one today is in."""
    return first_of(today, unit, count), first_of(today, unit, count + 1) - timedelta(1)


def last_of(today: date, unit: str, count: int = 0) -> date:
    """The last day of such a period; of a week it is Friday."""
    if unit == "day":
        return today
    return in_week(today, 4, count) if unit == "week" else span(today, unit, count)[1]


def end(today: date, unit: str) -> date:
    """The end of the current period, or of the next one where it is past (Saturday's "eow")."""
    found = last_of(today, unit)
    return found if found >= today else last_of(today, unit, 1)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def year_of(word: str) -> int | None:
    """A year: 1900 to 2999, or '26."""
    if len(word) == 3 and word[0] == "'" and word[1:].isdecimal():
        return 2000 + int(word[1:])
    return int(word) if len(word) == 4 and word.isdecimal() and "1900" <= word < "3000" else None


def meant(words: Words, at: int, today: date, wanted: Wanted) -> Iterator[tuple[Span, int]]:
    """The period that words mean: "april", "april 2027", "q2", "the month", "this quarter", "next fiscal year", "2027".

    Where it is not said which one, it is the first whose day by `wanted` is not past.
    """
    lead = words[at] if at < len(words) else ""
    if lead in MONTHS or lead in QUARTERS:
        yield from _named(words, at, today, wanted)
    elif lead in ("the", "this", "next"):
        at += 1 + (at + 1 < len(words) and words[at + 1] in KINDS)
        unit = PERIODS.get(words[at]) if at < len(words) else None
        if unit and lead != "the":
            yield span(today, unit, lead == "next"), at + 1
        elif unit:
            for count in range(4):
                found = span(today, unit, count)
                day = wanted(*found)
                if day is not None and day >= today:
                    yield found, at + 1
                    return
    elif lead:
        year = year_of(lead)
        if year is not None:
            yield (date(year, 1, 1), date(year, 12, 31)), at + 1


def _named(words: Words, at: int, today: date, wanted: Wanted) -> Iterator[tuple[Span, int]]:
    quarter = QUARTERS.get(words[at], 0)
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (MONTHS[words[at]],) * 2
    year = year_of(words[at + 1]) if at + 1 < len(words) else None
    if year is not None:
        yield (date(year, first, 1), last_day(year, last)), at + 2
        return
    for count in range(9):
        found = date(today.year + count, first, 1), last_day(today.year + count, last)
        day = wanted(*found)
        if day is not None and day >= today:
            yield found, at + 1
            return
