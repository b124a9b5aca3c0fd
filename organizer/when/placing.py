"""On which days something comes back: "on tuesday and thursday", "the 15th", "in february", "end of the month"."""

from __future__ import annotations

from organizer.when.lists import date_list, month_list, plural, rank_list, weekday_list, word
from organizer.when.said import EVERY, Parts, Said
from organizer.when.times import Words
from organizer.when.words import UNITS, WEEKDAYS, number


def on(words: Words, at: int, said: Said) -> Parts:
    """ "on tuesday and thursday", "the 15th", "in february", "on sept 30", "end of the month"."""
    lead = word(words, at)
    at += lead in ("on", "in", "at")
    if at >= len(words) or said.dates or (said.months and (said.placed_within or lead == "in")):
        return
    if said.months:  # "every november on the 15th"
        if lead == "on":
            yield from ((then, after) for then, after in place(words, at, said) if then.months == said.months)
        return
    if lead != "at":
        days, after = weekday_list(words, at)
        if days and not said.placed and lead != "in":
            yield said._replace(weekdays=tuple((0, day) for day in days)), after
        dates, after = date_list(words, at)
        if dates and not said.placed and lead != "in":
            yield said._replace(dates=dates), after
        months, after = month_list(words, at)
        if months and lead == "in" and not dates:
            yield said._replace(months=months), after
        if word(words, at) == "day" and not said.placed and word(words, at + 1).isdecimal():
            count = number(words[at + 1]) or 0
            if 1 <= count <= 31:
                yield said._replace(days=(count,)), at + 2
    if lead != "in" and not said.placed:
        yield from _end_of(words, at + (words[at] == "the"), said)
        if lead != "at":
            yield from place(words, at, said)


def _end_of(words: Words, at: int, said: Said) -> Parts:
    """ "end of every month", "the end of the quarter": the last day; the unit is left to be read."""
    if word(words, at) == "end" and word(words, at + 1) == "of":
        last = said._replace(days=(-1,))
        if said.unit and _that_unit(words, at + 2, said):
            yield last, at + 4
        elif word(words, at + 2) in EVERY:
            yield last, at + 2


def place(words: Words, at: int, said: Said) -> Parts:
    """ "the 1st and 15th", "second tuesday", "last business day", "15th of april", "1st of the month"."""
    if said.placed_within or said.dates:
        return
    at += word(words, at) == "the"
    ranks, after = rank_list(words, at)
    if not ranks:
        return
    then, kind = None, word(words, after)
    name = WEEKDAYS.get(kind, plural(kind))
    if name is not None:
        then, after = said._replace(weekdays=tuple((rank, name) for rank in ranks)), after + 1
        if max(ranks) > 5:
            return
    elif business(words, after) or kind in ("weekday", "workday"):
        then, after = said._replace(business=ranks), after + (2 if business(words, after) else 1)
    elif kind in ("day", "days"):
        then, after = said._replace(days=ranks), after + 1
    elif -1 not in ranks and (words[at][0].isdecimal() or kind == "of"):
        then = said._replace(days=ranks)
    if then is None:
        return
    yield then, after
    months, end = month_list(words, after + (word(words, after) == "of"))
    if months and (word(words, after) == "of" or then.days):
        yield then._replace(months=months), end
    if word(words, after) == "of" and _that_unit(words, after + 1, said):
        yield then, after + 3


def business(words: Words, at: int) -> bool:
    """Whether "business days" stand there."""
    return word(words, at) in ("business", "working", "work") and word(words, at + 1) in ("day", "days")


def _that_unit(words: Words, at: int, said: Said) -> bool:
    """Whether "the month" stands there, which is said already or follows still ("the 1st of the month, monthly")."""
    lead, unit = word(words, at), UNITS.get(word(words, at + 1))
    return (lead == "the" and unit == (said.unit or "month")) or (lead in EVERY and bool(unit) and unit == said.unit)
