"""Periods as days: "next week", "this month", "in april", "mid june", "eom", "end of q2", "the week of march 9".

What begins later is its first day, what has begun already its last: "in april" said in March is April 1, said in
April it is the 30th. Functions take and give what those of `organizer.when.days` do.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from organizer.when.calendar import exact
from organizer.when.lengths import business
from organizer.when.spans import KINDS, PERIODS, QUARTERS, end, first_of, in_week, last_of, meant, monday
from organizer.when.times import Words
from organizer.when.words import MONTHS, WEEKDAYS, ordinal

Days = Iterator[tuple[date, int]]

ENDS = {
    "eod": "day", "cob": "day", "eob": "day", "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year",
    "month-end": "month", "quarter-end": "quarter", "year-end": "year", "end-of-month": "month", "end-of-year": "year",
    "end-of-week": "week", "end-of-day": "day", "end-of-quarter": "quarter",
}  # fmt: skip
_MIDDLES = ("mid", "middle")


def period(words: Words, at: int, today: date, day_first: bool = False) -> Days:
    """next week, this month, next business day, the week after next, next week on friday, start of next month."""
    lead = words[at]
    skip = at + (lead == "the")
    if words[skip : skip + 2] in (["start", "of"], ["beginning", "of"], ["first", "day"]):
        yield from _start(words, skip + 2 + (words[skip] == "first" and words[skip + 2 : skip + 3] == ["of"]), today)
    two = words[at : at + 2]
    if words[at : at + 3] in (["next", "business", "day"], ["next", "working", "day"]) or two == ["next", "weekday"]:
        yield business(today, 1), at + (2 if two[1] == "weekday" else 3)
    if lead == "last" and len(two) == 2 and two[1] in PERIODS:
        yield first_of(today, PERIODS[two[1]], -1), at + 2
    if lead in ("next", "this", "later", "sometime") and (at == 0 or words[at - 1] != "on"):
        yield from _current(words, at, today)
    if skip < len(words) and words[skip] in PERIODS and words[skip + 1 : skip + 3] == ["after", "next"]:
        yield first_of(today, PERIODS[words[skip]], 2), skip + 3
    if lead in ("early", "late"):
        yield from _early(words, at, today)
    if lead in _MIDDLES or lead.startswith("mid-"):
        yield from _middle(words, at, today)
    if lead == "in" or (at and words[at - 1] in ("by", "before")):
        yield from _within(words, at + (lead == "in"), today)


def _current(words: Words, at: int, today: date) -> Days:
    """next week (on friday), this month, later this week."""
    at += words[at] in ("later", "sometime")
    this = words[at : at + 1] != ["next"]
    at += words[at : at + 1] == ["this"] or not this
    fiscal = at < len(words) and words[at] in KINDS
    unit = PERIODS.get(words[at + fiscal]) if at + fiscal < len(words) else None
    if unit is None or words[at - 1] not in ("this", "next"):
        return
    at += fiscal + 1
    yield end(today, unit) if this else first_of(today, unit, 1), at
    if unit == "month" and not this and words[at : at + 2] == ["on", "the"]:
        number = ordinal(words[at + 2]) if at + 2 < len(words) else None
        day = exact(first_of(today, unit, 1).year, first_of(today, unit, 1).month, number or 0)
        if day is not None:
            yield day, at + 3
    if unit == "week" and not this:
        on = at + (words[at : at + 1] == ["on"])
        wanted = WEEKDAYS.get(words[on]) if on < len(words) else None
        if wanted is not None:
            yield in_week(today, wanted, 1), on + 1


def _start(words: Words, at: int, today: date) -> Days:
    """(start of) april, next month, q3."""
    for (first, _), after in meant(words, at, today, lambda first, last: first):
        if first >= today:
            yield first, after


def _early(words: Words, at: int, today: date) -> Days:
    """early next week, early april, late next week."""
    if words[at] == "early":
        yield from _start(words, at + 1, today)
    elif words[at + 1 : at + 3] in (["next", "week"], ["this", "week"]):
        yield last_of(today, "week", words[at + 1] == "next"), at + 3


def _middle(words: Words, at: int, today: date) -> Days:
    """mid june, mid-june, the middle of next month: the 15th; mid next week: Wednesday."""
    lead = words[at]
    if lead.startswith("mid-"):
        words = [*words[:at], "mid", lead[4:], *words[at + 1 :]]
    at += 1 + (words[at] == "middle" and words[at + 1 : at + 2] == ["of"])
    joined = lead.startswith("mid-")
    if words[at : at + 1] == ["month"]:
        words = [*words[:at], "the", *words[at:]]
        for (first, _), after in meant(words, at, today, lambda first, last: first.replace(day=15)):
            yield first.replace(day=15), after - 1 - joined
        return
    for (first, last), after in meant(words, at, today, lambda first, last: first.replace(day=15)):
        days = (last - first).days
        if days < 7:
            yield first + timedelta(2), after - joined
        elif days < 31:
            yield first.replace(day=15), after - joined


def _within(words: Words, at: int, today: date) -> Days:
    """(in) april, april 2027, q3: its first day, or its last where it has begun."""
    if at < len(words) and (words[at] in MONTHS or words[at] in QUARTERS):
        for (first, last), after in meant(words, at, today, lambda first, last: last):
            yield first if first >= today else last, after


def week_of(there: date) -> date:
    """The Monday of the week of a day: what "the week of march 9" says."""
    return monday(there)


def end_of(words: Words, at: int, today: date) -> Days:
    """eow, (at) (the) end of (the, this, next) month, year end, last day of the year, end of april (2027), of q2."""
    at += words[at] == "at"
    if at >= len(words):
        return
    if words[at] in ENDS:
        yield end(today, ENDS[words[at]]), at + 1
    if words[at : at + 3] == ["close", "of", "business"]:
        yield today, at + 3
    at += words[at : at + 1] == ["the"]
    skip = at + (at < len(words) and words[at] in KINDS)
    if skip + 1 < len(words) and words[skip] in PERIODS and words[skip + 1] == "end" and words[skip] != "week":
        yield end(today, PERIODS[words[skip]]), skip + 2
    elif at + 1 < len(words) and words[at] in QUARTERS and words[at + 1] == "end":
        for (_, last), after in meant(words[: at + 1], at, today, lambda first, last: last):
            yield last, after + 1
    if words[at : at + 3] == ["last", "day", "of"]:
        at += 3
    elif words[at : at + 2] == ["end", "of"]:
        at += 2
    else:
        return
    yield from _whole(words, at, today)


def _whole(words: Words, at: int, today: date) -> Days:
    """What stands behind "end of"."""
    lead = words[at] if at < len(words) else ""
    unit = words[at + (lead in ("the", "this"))] if at + (lead in ("the", "this")) < len(words) else ""
    if unit in ("day", "business"):
        at += lead in ("the", "this")
        yield today, at + 1 + (words[at : at + 2] == ["business", "day"])
    if lead in PERIODS:
        yield end(today, lead), at + 1
        return
    for (_, last), after in meant(words, at, today, lambda first, last: last):
        if words[after - 1] == "week":
            yield (last_of(today, "week", 1) if lead == "next" else end(today, "week")), after
        else:
            yield last, after
