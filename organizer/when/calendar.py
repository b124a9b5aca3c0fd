"""Calendar dates: "march 10th", "10 march 2027", "3/10", "the 15th", "first monday of april".

A date without a year is the next such date, today included. There is no February 30: such a date is
not read at all. Functions take and give what those of `organizer.when.days` do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from organizer.when.spans import meant, year_of
from organizer.when.times import Words
from organizer.when.words import MONTHS, WEEKDAYS, ordinal

Days = Iterator[tuple[date, int]]

_ISO = r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})"
_SLASHED = r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?|([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})"
_DASHED = r"(?:([a-z]{3,9})-([0-9]{1,2})|([0-9]{1,2})-([a-z]{3,9}))(?:-([0-9]{4}|[0-9]{2}))?"


def calendar_day(words: Words, at: int, today: date, day_first: bool) -> Days:
    """Calendar dates that begin at `at`."""
    first = words[at] if at < len(words) else ""
    if not first:
        return
    if first[0].isdecimal() or "-" in first:
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


def written(words: Words, at: int, today: date, day_first: bool) -> Days:
    """2026-03-10, 2026/3/10, 3/10, 3/10/26, 3-10-2026, mar-10-2026, 10-mar."""
    if "-" not in words[at] and "/" not in words[at]:
        return
    found = re.fullmatch(_ISO, words[at])
    if found:
        day = exact(int(found[1]), int(found[2]), int(found[3]))
        if day is not None:
            yield day, at + 1
        return
    found = re.fullmatch(_SLASHED, words[at])
    if found:
        one, two, year = (part or "" for part in found.groups()[slice(0, 3) if found[1] else slice(3, 6)])
        month, number = (int(two), int(one)) if day_first else (int(one), int(two))
    else:
        found = re.fullmatch(_DASHED, words[at])
        month = MONTHS.get(found[1] or found[4], 0) if found else 0
        if not found or not month:
            return
        number, year = int(found[2] or found[3]), found[5] or ""
    day = exact(int(year) + (2000 if len(year) == 2 else 0), month, number) if year else in_year(today, month, number)
    if day is not None:
        yield day, at + 1


def _number(word: str) -> int | None:
    """A day of the month: "10", "10th" or "tenth"."""
    if word.isdecimal() and len(word) <= 2:
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
    ranked = not words[at].isdecimal()
    of = words[after : after + 1] == ["of"]
    month = MONTHS.get(words[after + of]) if after + of < len(words) else None
    if month is not None and (ranked or not of):
        yield from _dated(words, after + of + 1, today, month, number)
        return
    if of and ranked:
        for (begin, _), end in meant(words, after + 1, today, lambda one, last: exact(one.year, one.month, number)):
            found = exact(begin.year, begin.month, number)
            if found is not None and words[end - 1] == "month":
                yield found, end
    elif words[at][0].isdecimal() and ranked:
        day = in_month(today, number)
        if day is not None:
            yield day, after


def counted(words: Words, at: int, today: date) -> Days:
    """first monday of april, last business day of the month, second to last friday in may, last day of february."""
    at += words[at] == "the"
    count, at = rank(words, at)
    if count is None or at >= len(words):
        return
    kind, at = kind_of_day(words, at)
    if not kind or abs(count) > (31 if kind == "day" else 23 if kind == "business" else 5):
        return
    if words[at : at + 1] not in (["of"], ["in"]):
        return

    def make(first: date, last: date) -> date | None:
        return nth(first, last, kind, count)

    for (first, last), after in meant(words, at + 1, today, make):
        found = make(first, last)
        if found is not None:
            yield found, after


def rank(words: Words, at: int) -> tuple[int | None, int]:
    """ "first", "3rd", "last", "second to last", "next to last" as a number, -1 being the last, and the place after."""
    lead = words[at] if at < len(words) else ""
    if lead in ("last", "final"):
        return -1, at + 1
    if lead == "penultimate" or words[at : at + 3] == ["next", "to", "last"]:
        return -2, at + (1 if lead == "penultimate" else 3)
    count = ordinal(lead) if lead else None
    if count is not None and words[at + 1 : at + 3] == ["to", "last"]:
        return -count, at + 3
    return count, at + 1


def kind_of_day(words: Words, at: int) -> tuple[str, int]:
    """ "day", "business" or the number of a weekday, and the place after it; "" for another word."""
    lead = words[at] if at < len(words) else ""
    if lead in ("day", "days"):
        return "day", at + 1
    if lead in ("weekday", "workday"):
        return "business", at + 1
    if lead in ("business", "working", "work") and words[at + 1 : at + 2] == ["day"]:
        return "business", at + 2
    return (str(WEEKDAYS[lead]), at + 1) if lead in WEEKDAYS else ("", at)


def nth(first: date, last: date, kind: str, count: int) -> date | None:
    """The `count`-th (-1: last) day of a kind ("day", "business", or a weekday's number) between two days."""
    step = timedelta(1 if count > 0 else -1)
    there, left = first if count > 0 else last, abs(count)
    while first <= there <= last:
        left -= kind == "day" or (there.weekday() < 5 if kind == "business" else there.weekday() == int(kind))
        if not left:
            return there
        there += step
    return None
