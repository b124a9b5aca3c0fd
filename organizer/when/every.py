"""The parts of a phrase that says how something comes back: "every 2 weeks", "on tuesday", "until may 1".

Each reader takes the words, a place among them and what was said so far, and gives each way to read on from
there as (what is said then, the place after it). Parts may stand in any order; `organizer.when.repeating` puts
them together. A reader gives nothing where its part was said already.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from organizer.when.calendar import month_end
from organizer.when.days import amount, day
from organizer.when.lists import date_list, month_list, plural, rank_list, weekday_list, word
from organizer.when.times import Words, part_after, time
from organizer.when.words import DAY_PARTS, UNITS, WEEKDAYS, number

WORKING = (0, 1, 2, 3, 4)
EVERY = ("every", "each", "every!")
ADVERBS = {
    "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1), "biweekly": ("week", 2),
    "bi-weekly": ("week", 2), "fortnightly": ("week", 2), "monthly": ("month", 1), "bimonthly": ("month", 2),
    "bi-monthly": ("month", 2), "quarterly": ("quarter", 1), "yearly": ("year", 1), "annually": ("year", 1),
    "semiannually": ("month", 6), "semi-annually": ("month", 6), "biannually": ("month", 6),
    "semimonthly": ("month", 1), "semi-monthly": ("month", 1), "biennially": ("year", 2),
}  # fmt: skip
DONE = tuple(
    tuple(words.split())
    for words in ("done completion completing completed finishing finished finish it's~done it~is~done i'm~done "
                  "i~finish it being~done i~do~it doing~it last~done it~was~done the~last~one last~time").split()
    for words in [words.replace("~", " ")]
)  # fmt: skip


class Said(NamedTuple):
    """What was said so far. `unit` is day, week, month, quarter or year; `weekdays` holds (which, weekday), which
    0 for each and -1 for the last; `business` counts business days of the month likewise; `days` are days of the
    month, `dates` (month, day); `clock` minutes after midnight; `length` how long it goes on."""

    unit: str = ""
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    business: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    dates: tuple[tuple[int, int], ...] = ()
    part: str = ""
    clock: int | None = None
    without: tuple[int, ...] = ()
    holidays: bool = False
    shift: bool = False
    start: date | None = None
    until: date | None = None
    times: int = 0
    length: tuple[int, str] | None = None
    after_done: bool = False

    @property
    def placed_within(self) -> bool:
        """Whether days of the month were named."""
        return bool(self.weekdays or self.business or self.days)

    @property
    def placed(self) -> bool:
        """Whether days within the week, month or year were named."""
        return bool(self.weekdays or self.business or self.days or self.months or self.dates)


Parts = Iterator[tuple[Said, int]]


def part(words: Words, at: int, said: Said, today: date, day_first: bool) -> Parts:
    """Every part that may begin at a place."""
    if not said.unit:
        yield from head(words, at, said)
    if word(words, at - 1) not in EVERY:
        yield from on(words, at, said)
    yield from at_time(words, at, said)
    if said.unit:
        yield from ends(words, at, said, today, day_first)
        yield from besides(words, at, said)


# -- how often


def head(words: Words, at: int, said: Said) -> Parts:
    """ "every 2 weeks", "weekly", "twice a year", "mondays", "weekdays", after "of" too."""
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
    elif lead in ("weekdays", "weekends") or (lead == "on" and word(words, at + 1) in ("weekdays", "weekends")):
        at += lead == "on"
        yield from _week(said, WORKING if words[at] == "weekdays" else (5, 6), at + 1)
    elif lead in ("once", "twice") or number(lead):
        yield from _times_a(words, at, said)
    found, after = weekday_list(words, at + (lead == "on"))
    if found and any(plural(text) is not None for text in words[at:after]):
        yield from _week(said, found, after)


def _week(said: Said, days: tuple[int, ...], after: int, interval: int = 1) -> Parts:
    if not said.weekdays:
        yield said._replace(unit="week", interval=interval, weekdays=tuple((0, day) for day in days)), after


def _times_a(words: Words, at: int, said: Said) -> Parts:
    """ "once a week", "once every 2 weeks", "twice a month" (the 1st and 15th), "three times a year"."""
    count = {"once": 1, "twice": 2}.get(words[at]) or number(words[at]) or 0
    at += 1 if words[at] in ("once", "twice") else 2
    if word(words, at - 1) not in ("once", "twice", "time", "times"):
        return
    if count == 1 and word(words, at) in EVERY:
        yield from head(words, at, said)
    adverb = ADVERBS.get(word(words, at), ("", 0))[0]
    unit = adverb or (UNITS.get(word(words, at + 1), "") if word(words, at) in ("a", "an", "per", *EVERY) else "")
    after = at + (1 if adverb else 2)
    if count == 1 and unit in ("day", "week", "month", "quarter", "year") and not adverb:
        yield said._replace(unit=unit), after
    elif count == 2 and unit == "month" and not said.days:
        yield said._replace(unit=unit, days=(1, 15)), after
    elif unit == "year" and count in (2, 3, 4, 6):
        if word(words, after) in ("in", "on"):  # the months or days are named
            yield said._replace(unit=unit), after
            return
        yield said._replace(unit="month", interval=12 // count), after


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
    if unit in ("business", "minute", "hour") or len(lead) == 1:
        return
    if unit:
        yield _unit(said, unit, count), at + 1
    elif count == 1 and (lead in ("weekday", "workday") or _business(words, at)):
        yield from _week(said, WORKING, at + (2 if _business(words, at) else 1))
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


def _business(words: Words, at: int) -> bool:
    return word(words, at) in ("business", "working", "work") and word(words, at + 1) in ("day", "days")


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


# -- on which days


def on(words: Words, at: int, said: Said) -> Parts:
    """ "on tuesday and thursday", "the 15th", "in february", "on sept 30", "end of the month"."""
    lead = word(words, at)
    at += lead in ("on", "in", "at")
    if at >= len(words) or said.dates or said.months:
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
        if word(words, at) == "day" and not said.placed and word(words, at + 1).isdigit():
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
    if said.placed:
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
    elif _business(words, after) or kind in ("weekday", "workday"):
        then, after = said._replace(business=ranks), after + (2 if _business(words, after) else 1)
    elif kind in ("day", "days"):
        then, after = said._replace(days=ranks), after + 1
    elif -1 not in ranks and (words[at][0].isdigit() or kind == "of"):
        then = said._replace(days=ranks)
    if then is None:
        return
    yield then, after
    months, end = month_list(words, after + (word(words, after) == "of"))
    if months and (word(words, after) == "of" or then.days):
        yield then._replace(months=months), end
    if word(words, after) == "of" and _that_unit(words, after + 1, said):
        yield then, after + 3


def _that_unit(words: Words, at: int, said: Said) -> bool:
    """Whether "the month" stands there, which is said already or follows still ("the 1st of the month, monthly")."""
    lead, unit = word(words, at), UNITS.get(word(words, at + 1))
    return (lead == "the" and unit == (said.unit or "month")) or (lead in EVERY and bool(unit) and unit == said.unit)


# -- when, until when, and what not


def at_time(words: Words, at: int, said: Said) -> Parts:
    """A time of day, or a part of the day."""
    if said.clock is not None:
        return
    before = word(words, at - 1)
    bare = bool(said.part) or before in WEEKDAYS or plural(before) is not None
    for clock, after in time(words, at, bare and at > 0, said.part):
        if word(words, at) not in ("by", "before") and word(words, after) not in ("times", "occurrences"):
            yield said._replace(clock=clock), after
    if not said.part and at:
        for name, after in part_after(words, at):
            yield said._replace(part=name), after


def ends(words: Words, at: int, said: Said, today: date, day_first: bool) -> Parts:
    """ "until may 1", "for 6 weeks", "10 times", "starting monday", "after it is done"."""
    lead = words[at]
    if lead in ("until", "till", "through", "thru", "ending", "til") and not said.until:
        begin = said.start or today
        for there, after in day(words, at + 1 + (word(words, at + 1) == "on"), begin, day_first):
            yield said._replace(until=there), after
        for last, after in month_end(words, at + 1, begin):
            whole = lead in ("through", "thru", "ending")
            yield said._replace(until=last if whole else last.replace(day=1) - timedelta(1)), after
    if lead in ("starting", "beginning", "from", "commencing", "start", "begin") and not said.start:
        for there, after in day(words, at + 1 + (word(words, at + 1) in ("on", "from")), today, day_first):
            yield said._replace(start=there), after
    if lead in ("after", "from", "since") and not said.after_done:
        for phrase in DONE:
            if tuple(words[at + 1 : at + 1 + len(phrase)]) == phrase:
                yield said._replace(after_done=True), at + 1 + len(phrase)
    if said.times or said.length:
        return
    skip = at + (lead == "for")
    count = number(word(words, skip))
    if count and word(words, skip + 1) in ("times", "occurrences", "time"):
        yield said._replace(times=count), skip + 2
    if lead == "for":
        for (many, unit), after in amount(words, skip):
            if many and unit in ("day", "week", "fortnight", "month", "quarter", "year"):
                yield said._replace(length=(many, unit)), after


def besides(words: Words, at: int, said: Said) -> Parts:
    """ "except holidays", "but not on weekends", "or the next business day"."""
    lead = words[at]
    if lead in ("except", "excluding", "skipping", "without", "but", "not"):
        at += 1 + (lead == "but" and word(words, at + 1) == "not")
        at += word(words, at) in ("on", "for")
        at += word(words, at) in ("federal", "public", "bank", "us", "legal")
        days, after = weekday_list(words, at)
        if word(words, at) in ("holidays", "holiday") and not said.holidays:
            yield said._replace(holidays=True), at + 1
        elif word(words, at) in ("weekends", "weekend") and not said.without:
            yield said._replace(without=(5, 6)), at + 1
        elif days and not said.without:
            yield said._replace(without=days), after
    if lead in ("or", "else", "moved", "shifted") and not said.shift:
        at += 1 + (word(words, at + 1) in ("on", "to"))
        at += word(words, at) == "the"
        if word(words, at) == "next" and _business(words, at + 1):
            yield said._replace(shift=True), at + 3
