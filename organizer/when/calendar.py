"""Calendar dates: "march 10th", "10 march 2027", "3/10", "the 15th", "first monday of april".

A date without a year is the next such date, today included. There is no February 30: such a date is
not read at all. Functions take and give what those of `organizer.when.days` do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from organizer.when.times import Words
from organizer.when.words import MONTHS, WEEKDAYS, ordinal

Days = Iterator[tuple[date, int]]

_ISO = r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})"
_SLASHED = r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?"


def calendar_day(words: Words, at: int, today: date, day_first: bool) -> Days:
    """Calendar dates that begin at `at`."""
    first = words[at]
    if first[0].isdigit():
        yield from written(words, at, today, day_first)
    yield from month_first(words, at, today)
    yield from day_of_month(words, at, today)
    yield from counted(words, at, today)


def exact(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def upcoming(today: date, make: Callable[[int], date | None], tries: int) -> date | None:
    """The first date of `make(0)`, `make(1)` ... that exists and is not past."""
    for step in range(tries):
        found = make(step)
        if found is not None and found >= today:
            return found
    return None


def in_year(today: date, month: int, day: int) -> date | None:
    """The next such date, today included; February 29 may be up to eight years off."""
    return upcoming(today, lambda step: exact(today.year + step, month, day), 9)


def in_month(today: date, day: int) -> date | None:
    """The next day of that number, today included, in the first month that has it."""
    return upcoming(today, lambda step: exact(*nth_month(today, step), day), 4)


def nth_month(today: date, count: int) -> tuple[int, int]:
    """Year and month, `count` months on."""
    year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
    return year, month + 1


def year_of(word: str) -> int | None:
    """A year in four digits, 1900 to 2999."""
    return int(word) if len(word) == 4 and word.isdigit() and "1900" <= word < "3000" else None


def written(words: Words, at: int, today: date, day_first: bool) -> Days:
    """2026-03-10, 2026/3/10, 3/10, 3/10/26, 3/10/2026."""
    if "-" not in words[at] and "/" not in words[at]:
        return
    found = re.fullmatch(_ISO, words[at])
    if found:
        day = exact(int(found[1]), int(found[2]), int(found[3]))
        if day is not None:
            yield day, at + 1
        return
    found = re.fullmatch(_SLASHED, words[at])
    if not found:
        return
    month, number = (int(found[2]), int(found[1])) if day_first else (int(found[1]), int(found[2]))
    if found[3] is None:
        day = in_year(today, month, number)
    else:
        day = exact(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, number)
    if day is not None:
        yield day, at + 1


def _number(word: str) -> int | None:
    """A day of the month: "10", "10th" or "tenth"."""
    if word.isdigit() and len(word) <= 2:
        return int(word)
    return ordinal(word)


def _dated(words: Words, after: int, today: date, month: int, number: int) -> Days:
    """A month and day, with the year that may follow."""
    year = year_of(words[after]) if after < len(words) else None
    if year is not None:
        day = exact(year, month, number)
        if day is not None:
            yield day, after + 1
        return
    day = in_year(today, month, number)
    if day is not None:
        yield day, after


def month_first(words: Words, at: int, today: date) -> Days:
    """march 10, mar 10th, march 10 2027, march the 10th."""
    month = MONTHS.get(words[at])
    if month is None:
        return
    after = at + 1 + (words[at + 1 : at + 2] == ["the"])
    number = _number(words[after]) if after < len(words) else None
    if number is not None:
        yield from _dated(words, after + 1, today, month, number)


def day_of_month(words: Words, at: int, today: date) -> Days:
    """10 march, 10th of march, the 10th of march 2027, the 15th, the 1st of (the, this, next) month."""
    at += words[at] == "the"
    number = _number(words[at]) if at < len(words) else None
    if number is None:
        return
    after = at + 1
    ranked = not words[at].isdigit()
    of = words[after : after + 1] == ["of"]
    month = MONTHS.get(words[after + of]) if after + of < len(words) else None
    if month is not None and (ranked or not of):
        yield from _dated(words, after + of + 1, today, month, number)
        return
    if of and ranked:
        for (year, number_of_month), end in _of_month(words, after + 1, today, lambda y, m: exact(y, m, number)):
            found = exact(year, number_of_month, number)
            if found is not None:
                yield found, end
    elif words[at][0].isdigit() and ranked:
        day = in_month(today, number)
        if day is not None:
            yield day, after


def month_end(words: Words, at: int, today: date) -> Days:
    """april, april 2027: their last day."""
    for (year, month), after in _of_month(words, at, today, last_day):
        yield last_day(year, month), after


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def _of_month(
    words: Words, at: int, today: date, make: Callable[[int, int], date | None]
) -> Iterator[tuple[tuple[int, int], int]]:
    """The year and month meant by "april", "april 2027", "the month", "this month", "next month".

    Where none is named outright it is the first one whose day by `make(year, month)` is not past.
    """
    lead = words[at] if at < len(words) else ""
    named = MONTHS.get(lead)
    if named is not None:
        year = year_of(words[at + 1]) if at + 1 < len(words) else None
        if year is not None:
            yield (year, named), at + 2
            return
        found = upcoming(today, lambda step: make(today.year + step, named), 9)
        if found is not None:
            yield (found.year, named), at + 1
    elif lead in ("the", "this", "next") and words[at + 1 : at + 2] == ["month"]:
        if lead != "the":
            yield nth_month(today, lead == "next"), at + 2
            return
        found = upcoming(today, lambda step: make(*nth_month(today, step)), 4)
        if found is not None:
            yield (found.year, found.month), at + 2


def counted(words: Words, at: int, today: date) -> Days:
    """first monday of april, last business day of the month, the last friday in may, last day of february."""
    at += words[at] == "the"
    count = -1 if words[at : at + 1] == ["last"] else ordinal(words[at]) if at < len(words) else None
    at += 1
    if count is None or count > 5 or at >= len(words):
        return
    if words[at] == "day":
        kind = "day"
    elif words[at] == "weekday" or words[at : at + 2] in (["business", "day"], ["working", "day"]):
        kind = "business"
        at += words[at] != "weekday"
    elif words[at] in WEEKDAYS:
        kind = str(WEEKDAYS[words[at]])
    else:
        return
    if words[at + 1 : at + 2] not in (["of"], ["in"]):
        return

    def make(year: int, month: int) -> date | None:
        return nth(year, month, kind, count)

    for (year, month), after in _of_month(words, at + 2, today, make):
        found = make(year, month)
        if found is not None:
            yield found, after


def nth(year: int, month: int, kind: str, count: int) -> date | None:
    """The `count`-th (-1: last) day of a kind ("day", "business", or a weekday's number) in a month."""
    last = last_day(year, month)
    wanted = [
        day
        for day in (date(year, month, number) for number in range(1, last.day + 1))
        if kind == "day" or (day.weekday() < 5 if kind == "business" else day.weekday() == int(kind))
    ]
    at = count - 1 if count > 0 else count
    return wanted[at] if at < len(wanted) else None
