"""The parts of a phrase that says how something comes back: "every 2 weeks", "on tuesday", "until may 1".

Each reader takes the words, a place among them and what was said so far, and gives each way to read on from
there as (what is said then, the place after it). Parts may stand in any order; `organizer.when.repeating` puts
them together. A reader gives nothing where its part was said already.
"""

from __future__ import annotations

from datetime import date

from organizer.when.lasting import at_time, besides, ends
from organizer.when.lengths import amount
from organizer.when.lists import date_list, month_list, plural, rank_list, weekday_list, word
from organizer.when.named import Holiday, holiday
from organizer.when.placing import business, on, place
from organizer.when.said import ADVERBS, EVERY, STARTING, WORKING, Parts, Said
from organizer.when.times import Words
from organizer.when.words import DAY_PARTS, UNITS, WEEKDAYS, number


def part(words: Words, at: int, said: Said, today: date, day_first: bool) -> Parts:
    """Every part that may begin at a place."""
    if not said.unit:
        yield from head(words, at, said)
    if word(words, at - 1) not in EVERY:
        yield from on(words, at, said)
    yield from at_time(words, at, said)
    if said.unit or words[at] in STARTING:
        yield from ends(words, at, said, today, day_first)
    if said.unit:
        yield from besides(words, at, said)


def head(words: Words, at: int, said: Said) -> Parts:
    """ "every 2 weeks", "weekly", "twice a year", "mondays", "weekdays", "mon wed fri", after "of" too."""
    if at and said.placed and words[at] in ("of", "in"):
        at += 1
    lead = word(words, at)
    if lead in EVERY or lead == "alternate":
        said = said._replace(after_done=lead == "every!")
        interval = 2 if lead == "alternate" else 1
        yield from _every(words, at + 1 + (word(words, at + 1) == "single"), said, interval)
    elif lead in ADVERBS:
        unit, interval = ADVERBS[lead]
        days = (1, 15) if lead.startswith("semi") and lead.endswith("monthly") else said.days
        night = "night" if lead == "nightly" else said.part
        yield said._replace(unit=unit, interval=interval, days=days, part=night), at + 1
    elif lead in ("once", "twice") or lead[:1].isdecimal() or number(lead):
        yield from _times_a(words, at, said)
    yield from _named(words, at + (lead == "on"), said)
    if not said.placed:
        yield from _counted(words, at, said)


def _named(words: Words, at: int, said: Said) -> Parts:
    """ "weekdays", "mondays and thursdays", "friday afternoons", "mon wed fri"."""
    lead = word(words, at)
    if lead in ("weekdays", "workdays", "weekends"):
        yield from _week(said, (5, 6) if lead == "weekends" else WORKING, at + 1)
    found, after = weekday_list(words, at)
    if lead in ("weekday", "workday") and _part(word(words, at + 1)):
        found, after = WORKING, at + 1
    if not found:
        return
    if any(plural(text) is not None for text in words[at:after]):
        yield from _week(said, found, after)
    elif _part(word(words, after)) and not said.part:
        yield from _week(said._replace(part=_part(word(words, after))), found, after + 1)
    elif len(found) > 1:
        listed = after - at >= len(found) > 2 or lead.count("/") > 1
        yield from _week(said._replace(unsure=not listed), found, after)


def _part(text: str) -> str:
    """The part of the day of "mornings", "" for another word."""
    return text[:-1] if text[-1:] == "s" and text[:-1] in DAY_PARTS else ""


def _counted(words: Words, at: int, said: Said) -> Parts:
    """ "on the 1st and 15th", "1st and 3rd mondays", "second tuesdays of the month"."""
    sure = words[at] == "on"
    for then, after in place(words, at + sure, said):
        plurals = any(plural(text) is not None for text in words[at:after])
        if plurals or (sure and len(then.days) > 1) or (len(then.days) > 1 and words[after - 2] == "the"):
            yield then._replace(unit="month"), after


def _week(said: Said, days: tuple[int, ...], after: int, interval: int = 1) -> Parts:
    if not said.weekdays:
        yield said._replace(unit="week", interval=interval, weekdays=tuple((0, day) for day in days)), after


def _times_a(words: Words, at: int, said: Said) -> Parts:
    """ "once a week", "once every 2 weeks", "twice a month" (the 1st and 15th), "three times a year", "2x a month"."""
    lead = words[at]
    figure, x, behind = lead.partition("x") if lead[:1].isdecimal() else ("", "", "")
    count = {"once": 1, "twice": 2}.get(lead) or number(figure or lead) or 0
    if not x:
        at += lead not in ("once", "twice")
        if word(words, at) not in ("once", "twice", "time", "times"):
            return
    at += 1
    if count == 1 and word(words, at) in EVERY:
        yield from head(words, at, said)
    if behind:
        unit, after = UNITS.get(behind.removeprefix("/"), "") if behind[0] == "/" else "", at
    elif word(words, at) in ("a", "an", "per", *EVERY):
        unit, after = UNITS.get(word(words, at + 1), ""), at + 2
    else:
        unit, after = ADVERBS.get(word(words, at), ("", 0))[0], at + 1
    if count and unit in ("day", "week", "month", "quarter", "year"):
        yield said._replace(unit=unit, often=count), after


def _every(words: Words, at: int, said: Said, interval: int) -> Parts:
    """What stands behind "every"."""
    lead = word(words, at)
    if lead == "other" or (lead == "couple" and word(words, at + 1) == "of"):
        yield from _measure(words, at + 1 + (lead == "couple"), said, 2)
    elif lead in ("half", "half-year"):
        at += lead == "half"
        if word(words, at) in ("year", "half-year", "a"):
            yield said._replace(unit="month", interval=6), at + 1
    count = number(lead) if lead not in ("a", "an") else None
    if count:
        yield from _measure(words, at + 1, said, count)
    for (many, unit), after in amount(words, at):
        if after == at + 1 and many and unit not in ("minute", "hour"):  # "2w"
            yield _unit(said, unit, many), after
    yield from _measure(words, at, said, interval)
    if interval == 1:
        yield from _ranked(words, at, said)


def _unit(said: Said, unit: str, count: int) -> Said:
    return said._replace(unit="week" if unit == "fortnight" else unit, interval=count * (1 + (unit == "fortnight")))


def _measure(words: Words, at: int, said: Said, count: int) -> Parts:
    """A unit, a weekday, a month or a date, with how many of them make one turn."""
    lead = word(words, at)
    unit = UNITS.get(lead)
    if unit in ("minute", "hour") or len(lead) == 1:
        return
    if count > 1 and (business(words, at) or lead in ("weekday", "weekdays", "workday", "workdays")):
        yield said._replace(unit="business", interval=count), at + (2 if business(words, at) else 1)
    elif unit:
        yield _unit(said, unit, count), at + 1
    elif count == 1 and (lead in ("weekday", "workday") or business(words, at)):
        yield from _week(said, WORKING, at + (2 if business(words, at) else 1))
    elif lead in ("weekend", "weekends"):
        yield from _week(said, (5,), at + 1, count)
    elif lead in DAY_PARTS and not said.part:
        yield said._replace(unit="day", interval=count, part=lead), at + 1
    found, after = weekday_list(words, at)
    if found:
        yield from _week(said, found, after, count)
    dates, after = date_list(words, at)
    if dates and not said.dates:
        yield said._replace(unit="year", interval=count, dates=dates), after
    months, after = month_list(words, at)
    if months and not dates and not said.months:
        yield said._replace(unit="year", interval=count, months=months), after
    named = holiday(words, at)
    if named and not named[0].made:
        yield _of_the_year(named[0], said, count), named[1]


def _of_the_year(named: Holiday, said: Said, count: int) -> Said:
    """A day that has a name, as one of the year."""
    said = said._replace(unit="year", interval=count)
    if named.day:
        return said._replace(dates=((named.month, named.day),))
    return said._replace(months=(named.month,), weekdays=((named.which, named.weekday),))


def _ranked(words: Words, at: int, said: Said) -> Parts:
    """ "every second monday" (every other one), "every last friday of the month", "every 15th of april"."""
    ranks, after = rank_list(words, at)
    if len(ranks) == 1 and ranks[0] > 1:
        yield from _measure(words, after, said, ranks[0])
    lone = len(ranks) == 1 and ranks[0] > 1 and word(words, after) in WEEKDAYS
    for then, end in place(words, at, said):
        counted = word(words, end) == "of" or then.months != said.months or (words[end - 1] in UNITS)
        if lone and not counted:
            continue
        unit = "year" if then.months != said.months else "month"
        yield then._replace(unit=unit), end
        if word(words, end) == "of" and word(words, end + 1) in ("the", "a") and word(words, end + 2) in UNITS:
            unit = UNITS[words[end + 2]]
            if unit in ("month", "quarter", "year"):
                yield then._replace(unit=unit), end + 3
