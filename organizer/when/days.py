"""Days: "tomorrow", "next fri", "in 5 business days", "a week from friday", "the friday after thanksgiving".

Weeks start on Monday, or on Sunday (`organizer.manner`). A bare weekday is the next one strictly after today;
"this" and "next" name the current and the following week. Every function takes the words and a place among them, and
gives each way to read on from there as (date, the place after it).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from organizer.when.calendar import calendar_day, kind_of_day, nth, rank
from organizer.when.lengths import amount, business, days_long, moved, shift
from organizer.when.named import holiday_day
from organizer.when.periods import end_of, period, week_of
from organizer.when.spans import PERIODS, in_week
from organizer.when.times import Words
from organizer.when.words import WEEKDAYS, number

Days = Iterator[tuple[date, int]]

PLAIN = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "tmrw": 1, "tmr": 1, "tmw": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1,
}  # fmt: skip


def day(words: Words, at: int, today: date, day_first: bool = False) -> Days:
    """Days that begin at `at`."""
    if at >= len(words) or not words[at]:
        return
    yield from base(words, at, today, day_first)
    yield from dated_weekday(words, at, today, day_first)
    yield from period(words, at, today)
    yield from offset(words, at, today, day_first)
    yield from weekday_ahead(words, at, today)
    yield from relative(words, at, today, day_first)


def base(words: Words, at: int, today: date, day_first: bool) -> Days:
    """What others may be counted from: any day but one that is itself counted from another."""
    if at < len(words) and words[at]:
        yield from plain(words, at, today)
        yield from weekday(words, at, today)
        yield from end_of(words, at, today)
        yield from calendar_day(words, at, today, day_first)
        yield from holiday_day(words, at, today)


def plain(words: Words, at: int, today: date) -> Days:
    """today, tomorrow, (the) day after tomorrow, day before yesterday."""
    if words[at] in PLAIN:
        yield today + timedelta(PLAIN[words[at]]), at + 1
    at += words[at] == "the"
    if words[at : at + 2] == ["day", "after"] and PLAIN.get(_word(words, at + 2)) == 1:
        yield today + timedelta(2), at + 3
    elif words[at : at + 3] == ["day", "before", "yesterday"]:
        yield today - timedelta(2), at + 3


def _word(words: Words, at: int) -> str:
    return words[at] if at < len(words) else ""


def coming(today: date, wanted: int) -> date:
    """The next weekday (0 is Monday) strictly after today."""
    return today + timedelta((wanted - today.weekday() - 1) % 7 + 1)


def weekday(words: Words, at: int, today: date) -> Days:
    """fri, this friday, next friday, friday next week, coming friday, (this, next) weekend."""
    lead, name = words[at], at
    if lead in ("this", "next", "coming", "the", "last"):
        name = at + 1
        if lead == "this" and words[name : name + 1] == ["coming"]:
            lead, name = "coming", name + 1
    if name >= len(words):
        return
    wanted = 5 if words[name] == "weekend" else WEEKDAYS.get(words[name])
    if wanted is None or (lead == "the" and words[name] != "weekend"):
        return
    after = name + 1
    if lead in ("this", "next", "last"):
        there = in_week(today, wanted, {"this": 0, "next": 1, "last": -1}[lead])
        past = (
            lead == "this" and wanted == 6 and there < today
        )  # where it begins the week, this Sunday is the coming one
        yield there + timedelta(7 * past), after
        return
    after += words[after : after + 1] == ["of"]
    if words[after : after + 2] in (["this", "week"], ["next", "week"]):
        yield in_week(today, wanted, words[after] == "next"), after + 2
    if words[name + 1 : name + 3] == ["after", "next"]:
        yield in_week(today, wanted, 2), name + 3
    yield coming(today, wanted), name + 1


def weekday_ahead(words: Words, at: int, today: date) -> Days:
    """friday in two weeks, in 2 weeks on friday, 2 fridays from now."""
    wanted = WEEKDAYS.get(words[at])
    if wanted is not None and words[at + 1 : at + 2] == ["in"]:
        yield from _that_week(words, at + 2, today, wanted)
    elif words[at] == "in":
        for (count, unit), after in amount(words, at + 1):
            on = after + (words[after : after + 1] == ["on"])
            then = WEEKDAYS.get(_word(words, on))
            if then is not None and unit in ("week", "fortnight"):
                yield in_week(shift(today, count, unit), then), on + 1
    many = number(words[at])
    name = _word(words, at + 1)
    if many and name.endswith("s") and name[:-1] in WEEKDAYS and words[at + 2 : at + 4] == ["from", "now"]:
        yield coming(today, WEEKDAYS[name[:-1]]) + timedelta(7 * (many - 1)), at + 4


def _that_week(words: Words, at: int, today: date, wanted: int) -> Days:
    for (count, unit), after in amount(words, at):
        if unit in ("week", "fortnight"):
            yield in_week(shift(today, count, unit), wanted), after


def dated_weekday(words: Words, at: int, today: date, day_first: bool) -> Days:
    """Friday, March 6: both must agree, or it is no date."""
    wanted = WEEKDAYS.get(words[at])
    if wanted is not None and at + 1 < len(words) and words[at + 1]:
        for there, after in calendar_day(words, at + 1, today, day_first):
            if there.weekday() == wanted:
                yield there, after


def offset(words: Words, at: int, today: date, day_first: bool) -> Days:
    """in 10 days, within a week, +2w, 2 weeks from now, 3 days ago, a week from friday, 2 days before june 1."""
    if words[at] in ("in", "within"):
        for lengths, after in days_long(words, at + 1):
            yield moved(today, lengths), after
        return
    if words[at][0] == "+":
        yield from _plus(words, at, today)
        return
    for lengths, after in _lengths(words, at):
        if after >= len(words):
            continue
        if words[after] == "ago":
            yield moved(today, lengths, -1), after + 1
        elif words[after] in ("out", "hence"):
            yield moved(today, lengths), after + 1
        elif words[after] in ("from", "after", "before"):
            if words[after] == "from" and words[after + 1 : after + 2] == ["now"]:
                yield moved(today, lengths), after + 2
            way = -1 if words[after] == "before" else 1
            for there, end in base(words, after + 1, today, day_first):
                yield moved(there, lengths, way), end


def _lengths(words: Words, at: int) -> Iterator[tuple[tuple[tuple[int, str], ...], int]]:
    """A length of days, and "the day", "the week" for one of them."""
    yield from days_long(words, at)
    one = at + (words[at] == "the")
    unit = _word(words, one)
    if (unit in PERIODS or unit == "day") and unit != "quarter":
        yield ((1, unit),), one + 1
    elif words[one : one + 2] == ["business", "day"]:
        yield ((1, "business"),), one + 2


def relative(words: Words, at: int, today: date, day_first: bool) -> Days:
    """the friday after thanksgiving, monday before april 15, first business day after march 31, week of march 9."""
    at += words[at] == "the"
    if words[at : at + 2] == ["week", "of"]:
        at += 2 + (words[at + 2 : at + 3] == ["the"])
        for there, after in calendar_day(words, at, today, day_first):
            yield week_of(there), after
        return
    count, start = rank(words, at)
    if count is None:
        count, start = 1, at + (_word(words, at) == "next")
    kind, after = kind_of_day(words, start)
    way = _word(words, after)
    if not kind or kind == "day" or not 0 < count < 6 or way not in ("after", "before", "following"):
        return
    for there, end in base(words, after + 1, today, day_first):
        found = _counted(there, kind, count if way != "before" else -count)
        if found is not None:
            yield found, end


def _counted(there: date, kind: str, count: int) -> date | None:
    """The `count`-th day of a kind after a day, or before it where `count` is negative."""
    if kind == "business":
        return business(there, count)
    far = timedelta(7 * abs(count))
    return (
        nth(there + timedelta(1), there + far, kind, count)
        if count > 0
        else nth(there - far, there - timedelta(1), kind, count)
    )


def _plus(words: Words, at: int, today: date) -> Days:
    """+3d, +2w, +1mo, +1y, + 3 days; "+3m" is months, as beside the other letters of this family."""
    joined = [words[at][1:], *words[at + 1 :]] if len(words[at]) > 1 else words[at + 1 :]
    ahead = 0 if len(words[at]) > 1 else 1
    for (count, unit), after in amount(joined, 0):
        if unit == "minute" and joined[0].endswith("m") and joined[0] != "m" and count <= 12:
            unit = "month"
        if unit not in ("minute", "hour"):
            yield shift(today, count, unit), at + ahead + after
