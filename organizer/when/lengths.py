"""Lengths of time: "10 days", "a week", "5 business days", "1h30m", and days moved by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from organizer.when.times import Words
from organizer.when.words import UNITS, number

Lengths = Iterator[tuple[tuple[int, str], int]]
_SPANS = {
    ("half", "an", "hour"): 30,
    ("a", "half", "hour"): 30,
    ("half", "hour"): 30,
    ("an", "hour", "and", "a", "half"): 90,
}
_JOINED = r"([0-9]{1,2})h([0-9]{1,2})(?:m|min)?"


def months_on(start: date, count: int) -> date:
    """The same day `count` months on, clipped to the length of the month. Raises `ValueError` past the calendar."""
    month = start.year * 12 + start.month - 1 + count
    year, month = divmod(month, 12)
    last = 31
    while True:
        try:
            return date(year, month + 1, min(start.day, last))
        except ValueError:
            last -= 1
            if last < 28:
                raise


def business(start: date, count: int) -> date:
    """`count` days on, Mondays to Fridays; holidays are not considered."""
    step = 1 if count > 0 else -1
    weeks, left = divmod(abs(count), 5)
    while start.weekday() > 4:  # from a weekend, counting begins at the working day before what is counted
        start -= timedelta(step)
    there = start + timedelta(7 * weeks * step)
    while left:
        there += timedelta(step)
        left -= there.weekday() < 5
    return there


def shift(start: date, count: int, unit: str) -> date:
    """A date moved by whole units. Raises `ValueError` or `OverflowError` past the calendar."""
    if unit == "business":
        return business(start, count)
    if unit in ("month", "quarter", "year"):
        return months_on(start, count * {"month": 1, "quarter": 3, "year": 12}[unit])
    return start + timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def amount(words: Words, at: int) -> Lengths:
    """A length: "10 days", "a week", "a couple of weeks", "half a year", "5 business days", "3d"."""
    if at >= len(words):
        return
    count, after = number(words[at]), at + 1
    if words[at : at + 2] in (["a", "couple"], ["the", "couple"]):
        count, after = 2, at + 2 + (words[at + 2 : at + 3] == ["of"])
    elif words[at] == "half" and words[at + 1 : at + 3] == ["a", "year"]:
        yield (6, "month"), at + 3
    if count is None:
        digits = words[at].rstrip("abcdefghijklmnopqrstuvwxyz")
        if digits != words[at] and digits.isdecimal() and len(digits) <= 4:
            unit = UNITS.get(words[at][len(digits) :])
            if unit is not None:
                yield (int(digits), unit), at + 1
        return
    if after < len(words):
        if words[after] in ("business", "working") and words[after + 1 : after + 2] in (["day"], ["days"]):
            yield (count, "business"), after + 2
        elif words[after] in ("weekday", "weekdays"):
            yield (count, "business"), after + 1
        elif words[after] in UNITS:
            yield (count, UNITS[words[after]]), after + 1


def days_long(words: Words, at: int) -> Iterator[tuple[tuple[tuple[int, str], ...], int]]:
    """A length in days or more, or two of them: "10 days", "2 weeks and 3 days"."""
    for (count, unit), after in amount(words, at):
        if unit in ("minute", "hour"):
            continue
        yield ((count, unit),), after
        if words[after : after + 1] == ["and"]:
            for (more, smaller), end in amount(words, after + 1):
                if smaller not in ("minute", "hour", unit):
                    yield ((count, unit), (more, smaller)), end


def moved(start: date, lengths: tuple[tuple[int, str], ...], way: int = 1) -> date:
    """A date moved by each of some lengths. Raises as `shift` does."""
    for count, unit in lengths:
        start = shift(start, way * count, unit)
    return start


def clock_length(words: Words, at: int) -> Iterator[tuple[timedelta, int]]:
    """A length in hours and minutes: "45 min", "1.5 hours", "1h30m", "2 hours and 15 minutes", "half an hour"."""
    lead = words[at] if at < len(words) else ""
    if lead in ("half", "a", "an"):
        for said, minutes in _SPANS.items():
            if tuple(words[at : at + len(said)]) == said:
                yield timedelta(minutes=minutes), at + len(said)
    if lead[:1].isdecimal() and len(lead) <= 7:
        if re.fullmatch(r"[0-9]{1,2}\.[0-9]h?", lead):
            joined = lead.endswith("h")
            if joined or words[at + 1 : at + 2] in (["hours"], ["hour"], ["hrs"], ["h"]):
                yield timedelta(hours=float(lead.rstrip("h"))), at + 2 - joined
        found = re.fullmatch(_JOINED, lead)
        if found:
            yield timedelta(hours=int(found[1]), minutes=int(found[2])), at + 1
    for (count, unit), after in amount(words, at):
        if unit == "minute":
            yield timedelta(minutes=count), after
        elif unit == "hour":
            yield timedelta(hours=count), after
            behind = after + (words[after : after + 1] == ["and"])
            for (more, smaller), end in amount(words, behind):
                if smaller == "minute":
                    yield timedelta(hours=count, minutes=more), end
