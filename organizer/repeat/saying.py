"""A repeat in plain English: "every second Monday", "every 120 days after it is done"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from organizer.records import Repeat
from organizer.repeat import notice
from organizer.repeat.occurrences import SHIFT, day_of
from organizer.repeat.rule import Rule, days, read
from organizer.when.saying import DAYS, MONTHS, say_date, say_time

_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"}
_WORKING = frozenset((0, day) for day in range(5))
_CLIPPED = {(28, 29): 29, (28, 29, 30): 30}
"""Days that stand for one of them, or the last of a shorter month (BYSETPOS=-1)."""

_MISSED = {"every": "every missed one is made up", "skip": "missed ones are skipped"}
_LEAP, _COMMON = date(2024, 1, 1), date(2027, 1, 1)
"""Years in which the days of a yearly rule are counted out: where it begins, and where they are told."""


def explain(repeat: Repeat) -> str:
    """What a repeat says, for people; "" when it says nothing. A rule that is not known here is told as it is."""
    said = _rule(repeat)
    if not said:
        return ""
    rule = read(repeat.rule) if repeat.rule else None
    clock = say_time(repeat.anchor) if "T" in repeat.anchor else ""
    ends = []
    if rule and rule.times:
        ends.append("once" if rule.times == 1 else f"{rule.times} times")
    if rule and rule.until:
        ends.append(f"until {say_date(rule.until, year=True)}")
    if repeat.except_holidays:
        ends.append("except on holidays")
    if repeat.shift == SHIFT:
        ends.append("moved to the next business day")
    if repeat.catch_up in _MISSED:
        ends.append(_MISSED[repeat.catch_up])
    if repeat.leads:
        ends.append(f"told {notice.say(f'{days}d' for days in repeat.leads)}")
    if repeat.paused:
        ends.append("paused")
    return ", ".join([f"{said} at {clock}" if clock else said, *ends])


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def nth(number: int) -> str:
    """ "1st", "22nd", "13th"."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _rule(repeat: Repeat) -> str:
    if repeat.event:
        if not repeat.offset:
            return f"the same day as {repeat.event}"
        unit = "business day" if repeat.business else "day"
        return f"{repeat.offset} {unit}{'' if repeat.offset == 1 else 's'} after {repeat.event}"
    if repeat.dates:
        return listed([_listed_day(text) for text in repeat.dates])
    rule = read(repeat.rule)
    if rule is None:
        return repeat.rule.removeprefix("RRULE:")
    if repeat.after_completion:
        unit = "business day" if repeat.business and rule.freq == "DAILY" else _UNITS[rule.freq]
        return f"{_every(rule.interval, unit, counted=True)} after it is done"
    said = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}[rule.freq](rule, repeat)
    if rule.months and rule.freq != "YEARLY":
        said += f" in {listed([MONTHS[month - 1] for month in sorted(rule.months)])}"
    return said


def _listed_day(text: str) -> str:
    there = day_of(f"2000-{text}" if len(text) == 5 else text)
    if there is None:
        return text
    return say_date(there, year=len(text) != 5)


def _every(interval: int, unit: str, counted: bool = False) -> str:
    if interval == 1:
        return f"every {unit}"
    return f"every second {unit}" if interval == 2 and not counted else f"every {interval} {unit}s"


def _daily(rule: Rule, repeat: Repeat) -> str:
    if rule.weekdays and rule.interval == 1:
        return _weekly(rule, repeat)
    return _every(rule.interval, "business day" if repeat.business else "day")


def _weekly(rule: Rule, repeat: Repeat) -> str:
    there = day_of(repeat.anchor)
    wanted = sorted({number for _, number in rule.weekdays} or ({there.weekday()} if there else set()))
    names = "weekday" if set(rule.weekdays) == _WORKING else listed([DAYS[number] for number in wanted])
    if not wanted:
        return _every(rule.interval, "week")
    if rule.interval == 1 or (rule.interval == 2 and len(wanted) == 1):
        return _every(rule.interval, names)
    return f"{_every(rule.interval, 'week')} on {'weekdays' if names == 'weekday' else names}"


def _monthly(rule: Rule, repeat: Repeat) -> str:
    unit = _every(rule.interval, "month")
    if set(rule.weekdays) == _WORKING and len(rule.places) == 1 and not rule.days:
        return f"on the {_which(rule.places[0])} business day of {unit}"
    if rule.weekdays and not rule.days:
        found = [f"{_which(which)} {DAYS[number]}" for which, number in rule.weekdays]
        if len({number for _, number in rule.weekdays}) == 1 and len(found) > 1:
            found = [listed([_which(which) for which, _ in rule.weekdays]) + f" {DAYS[rule.weekdays[0][1]]}"]
        return f"on the {listed(found)} of {unit}"
    if rule.days:
        return f"on the {_days(rule)} of {unit}"
    there = day_of(repeat.anchor)
    return f"on the {nth(there.day)} of {unit}" if there else unit


def _which(number: int) -> str:
    return _WHICH.get(number) or (nth(number) if number > 0 else f"{nth(-number)} to last")


def _days(rule: Rule) -> str:
    clip = next((want for tail, want in _CLIPPED.items() if rule.places and rule.days[-len(tail) :] == tail), 0)
    if clip:
        numbers = [nth(day) for day in rule.days if day < 28]
        return listed([*numbers, nth(clip)]) + " (or the last day)"
    return listed([nth(day) if day > 0 else f"{_which(day)} day" for day in rule.days])


def _yearly(rule: Rule, repeat: Repeat) -> str:
    unit = _every(rule.interval, "year")
    there = day_of(repeat.anchor)
    months = [MONTHS[month - 1] for month in sorted(rule.months)]
    if rule.days == (-1,) and not rule.weekdays and months:
        return f"{unit} on the last day of {listed(months)}"
    if rule.weekdays and not rule.days:
        kind = listed([DAYS[number] for _, number in rule.weekdays])
        which = rule.places[0] if rule.places else rule.weekdays[0][0]
        if set(rule.weekdays) == _WORKING:
            kind = "business day"
        of = f" of {listed(months)}" if months else ""
        return f"{unit} on the {_which(which) + ' ' if which else ''}{kind}{of}"
    begin = (there or _LEAP).replace(year=_LEAP.year)
    whole = rule._replace(interval=1, times=0, until=None)
    found = list(takewhile(lambda day: day.year == _COMMON.year, days(whole, begin, _COMMON)))
    return f"{unit} on {listed([say_date(day) for day in found])}" if 0 < len(found) < 13 else unit
