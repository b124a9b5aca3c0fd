"""Days: "tomorrow", "next fri", "eom", "in 5 business days", "a week from friday".

Weeks start on Monday. A bare weekday is the next one strictly after today; "this" and "next" name
the current and the following week. Every function takes the words and a place among them, and gives
each way to read on from there as (date, the place after it).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from organizer.when.calendar import calendar_day, in_year, month_end
from organizer.when.times import Words
from organizer.when.words import MONTHS, UNITS, WEEKDAYS, number

Days = Iterator[tuple[date, int]]

PLAIN = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "tmrw": 1, "tmr": 1, "tmw": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1,
}  # fmt: skip

ENDS = {"eod": "day", "cob": "day", "eob": "day", "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
PERIODS = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}


def day(words: Words, at: int, today: date, day_first: bool = False) -> Days:
    """Days that begin at `at`."""
    if at >= len(words) or not words[at]:
        return
    yield from plain(words, at, today)
    yield from dated_weekday(words, at, today, day_first)
    yield from weekday(words, at, today)
    yield from period(words, at, today)
    yield from end_of(words, at, today)
    yield from offset(words, at, today, day_first)
    yield from calendar_day(words, at, today, day_first)


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


def monday(of: date) -> date:
    """The Monday of a day's week."""
    return of - timedelta(of.weekday())


def coming(today: date, wanted: int) -> date:
    """The next weekday (0 is Monday) strictly after today."""
    return today + timedelta((wanted - today.weekday() - 1) % 7 + 1)


def weekday(words: Words, at: int, today: date) -> Days:
    """fri, this friday, next friday, friday next week, coming friday, (this, next) weekend."""
    lead, name = words[at], at
    if lead in ("this", "next", "coming", "the"):
        name = at + 1
        if lead == "this" and words[name : name + 1] == ["coming"]:
            lead, name = "coming", name + 1
    if name >= len(words):
        return
    wanted = 5 if words[name] == "weekend" else WEEKDAYS.get(words[name])
    if wanted is None or (lead == "the" and words[name] != "weekend"):
        return
    after = name + 1
    if lead in ("this", "next"):
        yield monday(today) + timedelta(wanted + (7 if lead == "next" else 0)), after
        return
    after += words[after : after + 1] == ["of"]
    if words[after : after + 2] in (["this", "week"], ["next", "week"]):
        yield monday(today) + timedelta(wanted + (7 if words[after] == "next" else 0)), after + 2
    if words[name + 1 : name + 3] == ["after", "next"]:
        yield monday(today) + timedelta(wanted + 14), name + 3
    yield coming(today, wanted), name + 1


def dated_weekday(words: Words, at: int, today: date, day_first: bool) -> Days:
    """Friday, March 6: both must agree, or it is no date."""
    wanted = WEEKDAYS.get(words[at])
    if wanted is not None and at + 1 < len(words) and words[at + 1]:
        for there, after in calendar_day(words, at + 1, today, day_first):
            if there.weekday() == wanted:
                yield there, after


def first_of_next(today: date, unit: str, count: int = 1) -> date:
    """The first day of the week, month, quarter or year that is `count` after this one."""
    if unit == "week":
        return monday(today) + timedelta(7 * count)
    if unit == "year":
        return date(today.year + count, 1, 1)
    month = today.month - 1 if unit == "month" else (today.month - 1) // 3 * 3
    month += count * (1 if unit == "month" else 3)
    return date(today.year + month // 12, month % 12 + 1, 1)


def last_of(today: date, unit: str, count: int = 0) -> date:
    """The last day of the period `count` after this one; of a week it is Friday."""
    if unit == "day":
        return today
    if unit == "week":
        return monday(today) + timedelta(4 + 7 * count)
    return first_of_next(today, unit, count + 1) - timedelta(1)


def period(words: Words, at: int, today: date) -> Days:
    """next week, next month, next business day, the week after next, next week on friday, start of next month."""
    skip = at + (words[at] == "the")
    if words[skip : skip + 2] in (["start", "of"], ["beginning", "of"]):
        at = skip + 2
        month = MONTHS.get(_word(words, at))
        first = in_year(today, month, 1) if month else None
        if first is not None:
            yield first, at + 1
        if _word(words, at) != "next":
            return
    two = words[at : at + 2]
    if words[at : at + 3] in (["next", "business", "day"], ["next", "working", "day"]) or two == ["next", "weekday"]:
        yield business(today, 1), at + (2 if two[1] == "weekday" else 3)
    if len(two) == 2 and two[0] == "next" and two[1] in PERIODS:
        yield first_of_next(today, PERIODS[two[1]]), at + 2
        if two[1] == "week":
            on = at + 2 + (words[at + 2 : at + 3] == ["on"])
            wanted = WEEKDAYS.get(words[on]) if on < len(words) else None
            if wanted is not None:
                yield monday(today) + timedelta(7 + wanted), on + 1
    at += words[at] == "the"
    if at < len(words) and words[at] in PERIODS and words[at + 1 : at + 3] == ["after", "next"]:
        yield first_of_next(today, PERIODS[words[at]], 2), at + 3


def end_of(words: Words, at: int, today: date) -> Days:
    """eow, eom, eoq, eoy, (at) (the) end of (the, this, next) month, last day of the year, end of april (2027)."""
    at += words[at] == "at"
    if at >= len(words):
        return
    if words[at] in ENDS:
        yield _end(today, ENDS[words[at]]), at + 1
    if words[at : at + 3] == ["close", "of", "business"]:
        yield today, at + 3
    at += words[at : at + 1] == ["the"]
    if words[at : at + 3] == ["last", "day", "of"]:
        at += 3
    elif words[at : at + 2] == ["end", "of"]:
        at += 2
    else:
        return
    lead = words[at] if at < len(words) else ""
    at += lead in ("the", "this", "next")
    unit = words[at] if at < len(words) else ""
    if unit in PERIODS:
        yield (last_of(today, unit, 1) if lead == "next" else _end(today, unit)), at + 1
    elif unit in ("day", "business") and lead != "next":
        yield today, at + 1 + (words[at : at + 2] == ["business", "day"])
    elif lead not in ("the", "this", "next"):
        yield from month_end(words, at, today)


def _end(today: date, unit: str) -> date:
    """The end of the current period, or of the next one where it is past (Saturday's "eow")."""
    end = last_of(today, unit)
    return end if end >= today else last_of(today, unit, 1)


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


def amount(words: Words, at: int) -> Iterator[tuple[tuple[int, str], int]]:
    """A length: "10 days", "a week", "a couple of weeks", "5 business days", "3d"."""
    if at >= len(words):
        return
    count, after = number(words[at]), at + 1
    if words[at : at + 2] in (["a", "couple"], ["the", "couple"]):
        count, after = 2, at + 2 + (words[at + 2 : at + 3] == ["of"])
    if count is None:
        digits = words[at].rstrip("abcdefghijklmnopqrstuvwxyz")
        if digits != words[at] and digits.isdigit() and len(digits) <= 4:
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


def offset(words: Words, at: int, today: date, day_first: bool) -> Days:
    """in 10 days, within a week, +2w, 2 weeks from now, 3 days ago, a week from friday, 2 days before june 1."""
    if words[at] in ("in", "within"):
        for (count, unit), after in amount(words, at + 1):
            if unit not in ("minute", "hour"):
                yield shift(today, count, unit), after
        return
    if words[at][0] == "+":
        yield from _plus(words, at, today)
        return
    for (count, unit), after in amount(words, at):
        if unit in ("minute", "hour") or after >= len(words):
            continue
        if words[after] == "ago":
            yield shift(today, -count, unit), after + 1
        elif words[after] in ("from", "after", "before"):
            if words[after] == "from" and words[after + 1 : after + 2] == ["now"]:
                yield shift(today, count, unit), after + 2
            way = -1 if words[after] == "before" else 1
            for base, end in _base(words, after + 1, today, day_first):
                yield shift(base, way * count, unit), end


def _base(words: Words, at: int, today: date, day_first: bool) -> Days:
    """What an offset may be counted from: any day but another offset."""
    if at < len(words) and words[at]:
        yield from plain(words, at, today)
        yield from weekday(words, at, today)
        yield from end_of(words, at, today)
        yield from calendar_day(words, at, today, day_first)


def _plus(words: Words, at: int, today: date) -> Days:
    """+3d, +2w, +1mo, +1y, + 3 days; "+3m" is months, as beside the other letters of this family."""
    joined = [words[at][1:], *words[at + 1 :]] if len(words[at]) > 1 else words[at + 1 :]
    ahead = 0 if len(words[at]) > 1 else 1
    for (count, unit), after in amount(joined, 0):
        if unit == "minute" and joined[0].endswith("m") and joined[0] != "m" and count <= 12:
            unit = "month"
        if unit not in ("minute", "hour"):
            yield shift(today, count, unit), at + ahead + after
