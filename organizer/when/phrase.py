"""A whole date phrase: a day, a time, or both in either order, with the words that lead in to it.

A grammar for repeating phrases can stand beside this one: it reads the same words and gives the
same (what was read, the place after it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from organizer.when import named, spans
from organizer.when.days import PLAIN, day
from organizer.when.lengths import clock_length
from organizer.when.periods import ENDS
from organizer.when.times import NAMED, Words, part_after, time, time_range
from organizer.when.words import DAY_PARTS, MONTHS, NUMBERS, ORDINALS, WEEKDAYS

LEADS = ("by", "on", "before", "due")
_ISO_MOMENT = r"([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})(?::[0-9]{2})?"
_CLOSING = (
    ("eod",),
    ("cob",),
    ("eob",),
    ("end", "of", "day"),
    ("end", "of", "the", "day"),
    ("close", "of", "business"),
)


_OPENING = frozenset(
    "this next coming no the start beginning end last close day week month quarter year in within at @ half tonight "
    "tonite weekend later sometime early late mid middle penultimate final business from between fiscal".split()
).union(LEADS, PLAIN, WEEKDAYS, MONTHS, ENDS, NUMBERS, ORDINALS, NAMED, spans.QUARTERS, named.FIRST)
"""Every phrase opens with one of these, a digit, a "+" or an "@", or has a dash in its first word."""


def read_words(words: Words, now: datetime, day_first: bool = False) -> str | None:
    """The due date or moment that these words, at least one, say as a whole, in ISO form, or None."""
    if not all(words) or not opens(words[0]):
        return None
    try:
        for due, after in phrase(words, now, day_first):
            if after == len(words):
                return due
    except (ValueError, OverflowError):  # beyond the calendar's years
        return None
    return None


def endings(words: Words, now: datetime, day_first: bool) -> dict[int, str]:
    """What the first words say, by how many of them are read; of two readings the first one."""
    found: dict[int, str] = {}
    try:
        for due, after in phrase(words, now, day_first):
            found.setdefault(after, due)
    except (ValueError, OverflowError):  # beyond the calendar's years
        pass
    return found


def opens(word: str) -> bool:
    """Whether a phrase may begin with a word."""
    return word in _OPENING or word[0] in "0123456789+@" or "-" in word or named.plain(word) in named.FIRST


def phrase(words: Words, now: datetime, day_first: bool) -> Iterator[tuple[str, int]]:
    """Every reading of a phrase that begins at the first word."""
    at = 3 if words[:3] in (["no", "later", "than"], ["on", "or", "before"]) and len(words) > 3 else 0
    yield from _core(words, at, now, day_first)
    for said, after in part_after(words, 0):
        if after in (3, 5):  # "in the morning", "first thing in the morning"
            yield _soon(now, DAY_PARTS[said]), after
    while at < 2 and at + 1 < len(words) and words[at] in LEADS:
        at += 1
        yield from _core(words, at, now, day_first)


def _core(words: Words, at: int, now: datetime, day_first: bool) -> Iterator[tuple[str, int]]:
    yield from _moment(words, at, now)
    yield from _part_day(words, at, now.date())
    for there, after in day(words, at, now.date(), day_first):
        yield from _timed(words, after, there, "")
    if at and words[at - 1] == "on":
        return
    for start, _, after in time_range(words, at):
        yield from _then_day(words, after, start, now, day_first)
    if words[at : at + 2] == ["first", "thing"]:
        yield from _then_day(words, at + 2, DAY_PARTS["morning"], now, day_first)
    # A lone number behind "by" or "before" is an hour.
    for clock, after in time(words, at, bare=at > 0 and words[at - 1] in ("by", "before")):
        yield _soon(now, clock), after
        if words[after : after + 1] in (["tonight"], ["tonite"]) and _fits(clock, "night"):
            yield iso(now.date(), clock), after + 1
        yield from _then_day(words, after, clock, now, day_first)
    for lead in _CLOSING:
        if tuple(words[at : at + len(lead)]) == lead:
            yield from _then_day(words, at + len(lead), None, now, day_first)


def _then_day(words: Words, at: int, clock: int | None, now: datetime, day_first: bool) -> Iterator[tuple[str, int]]:
    """The day behind a time: "tomorrow", "on friday", "tonight"."""
    at += words[at : at + 1] in (["on"], ["of"])
    for there, end in day(words, at, now.date(), day_first):
        yield iso(there, clock), end
        for part, later in part_after(words, end):
            if clock is not None and _fits(clock, part):
                yield iso(there, clock), later


def _fits(clock: int, part: str) -> bool:
    return (clock < 720) == (part == "morning")


def _part_day(words: Words, at: int, today: date) -> Iterator[tuple[str, int]]:
    """tonight, this morning, this afternoon at 3."""
    if words[at] in ("tonight", "tonite"):
        yield from _timed(words, at + 1, today, "night")
    elif words[at] == "this" and at + 1 < len(words) and words[at + 1] in DAY_PARTS:
        yield from _timed(words, at + 2, today, words[at + 1])


def _timed(words: Words, at: int, there: date, part: str) -> Iterator[tuple[str, int]]:
    """A day, and the time or part of the day that may follow it."""
    yield iso(there, DAY_PARTS.get(part)), at
    bare = bool(part) or words[at - 1] in PLAIN or words[at - 1] in WEEKDAYS
    for clock, after in time(words, at, bare, part):
        yield iso(there, clock), after
    for clock, _, after in time_range(words, at, part=part):
        yield iso(there, clock), after
    if part:
        return
    for said, after in part_after(words, at):
        yield from _timed(words, after, there, said)
    at += words[at : at + 1] == ["at"]
    for closing in _CLOSING:
        if tuple(words[at : at + len(closing)]) == closing:
            yield iso(there, None), at + len(closing)


def _moment(words: Words, at: int, now: datetime) -> Iterator[tuple[str, int]]:
    """2026-03-10T16:30, in 45 min, in half an hour, in an hour and a half, +2h, 2 hours from now."""
    found = re.fullmatch(_ISO_MOMENT, words[at]) if "t" in words[at] and words[at][0].isdecimal() else None
    if found:
        yield datetime.fromisoformat(f"{found[1]}T{found[2]}").isoformat(timespec="minutes"), at + 1
        return
    inside = words[at] in ("in", "within")
    start = at + inside
    plus = start < len(words) and words[start][0] == "+" and not inside
    if plus:
        words = [*words[:start], *([words[start][1:]] if words[start] != "+" else []), *words[start + 1 :]]
    short = len(words)
    for length, after in clock_length(words, start):
        if plus and words[start].endswith("m") and words[start][:-1].isdecimal() and length <= timedelta(minutes=12):
            continue  # "+3m" is three months
        ago = words[after : after + 1] == ["ago"]
        from_now = tuple(words[after : after + 2]) == ("from", "now")
        if ago or from_now:
            after += 2 - ago
        elif not (inside or plus):
            continue
        there = now - length if ago else now + length
        yield there.isoformat(timespec="minutes")[:16], after + (plus and short < after)


def _soon(now: datetime, clock: int) -> str:
    """A time without a day: today if still ahead, else tomorrow."""
    ahead = clock > now.hour * 60 + now.minute
    return iso(now.date() if ahead else now.date() + timedelta(1), clock)


def iso(there: date, clock: int | None) -> str:
    """A due in ISO form, with `clock` in minutes after midnight."""
    return there.isoformat() if clock is None else f"{there.isoformat()}T{clock // 60:02d}:{clock % 60:02d}"
