"""The days of an RFC 5545 rule: read from its text, and counted out from any day on.

Of the rules of section 3.3.10 these are known: DAILY to YEARLY with INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY,
BYMONTH and BYSETPOS. Days are counted, not moments: the time of day is that of the first occurrence, on the
clock on the wall, so a day on which clocks change is a day like any other. `dateutil` knows more rules but
counts from the first occurrence each time; this begins where it is asked to.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_BARREN = 40 * 366
"""Days without an occurrence after which there are none: more than a February 29 on a certain weekday needs."""


class Rule(NamedTuple):
    """A rule taken apart. `weekdays` holds (which, weekday): which is 0 for each, -1 for the last of the month
    (or year); Monday is weekday 0. `times` is COUNT, 0 for no end; `until` is the last day there may be one."""

    freq: str
    interval: int = 1
    times: int = 0
    until: date | None = None
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    places: tuple[int, ...] = ()

    def text(self) -> str:
        """The rule as RFC 5545 writes it."""
        named = ",".join(f"{which or ''}{WEEKDAYS[day]}" for which, day in self.weekdays)
        parts = (
            ("FREQ", self.freq),
            ("INTERVAL", str(self.interval) if self.interval > 1 else ""),
            ("BYMONTH", ",".join(map(str, self.months))),
            ("BYMONTHDAY", ",".join(map(str, self.days))),
            ("BYDAY", named),
            ("BYSETPOS", ",".join(map(str, self.places))),
            ("COUNT", str(self.times) if self.times else ""),
            ("UNTIL", f"{self.until:%Y%m%d}" if self.until else ""),
        )
        return "RRULE:" + ";".join(f"{name}={value}" for name, value in parts if value)


@lru_cache(256)
def read(text: str) -> Rule | None:
    """The rule that a text says, or None for one that is not known here. Never raises."""
    try:
        return _read(text.strip().upper().removeprefix("RRULE:"))
    except (ValueError, IndexError, KeyError):
        return None


def _read(text: str) -> Rule:
    parts = dict(_pair(part) for part in text.split(";") if part)
    known = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
    if not parts.keys() <= known or parts["FREQ"] not in FREQUENCIES or parts.get("WKST", "MO") != "MO":
        raise ValueError(text)
    until = parts.get("UNTIL", "")[:8]
    rule = Rule(
        parts["FREQ"],
        _within(int(parts.get("INTERVAL", "1")), 1, 9999),
        _within(int(parts.get("COUNT", "0")), 0, 99_999),
        date(int(until[:4]), int(until[4:6]), int(until[6:])) if until else None,
        _numbers(parts, "BYMONTH", 1, 12),
        _numbers(parts, "BYMONTHDAY", -31, 31),
        tuple(_weekday(part) for part in parts.get("BYDAY", "").split(",") if part),
        _numbers(parts, "BYSETPOS", -366, 366),
    )
    return rule


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip(), value.strip()


def _numbers(parts: dict[str, str], name: str, least: int, most: int) -> tuple[int, ...]:
    found = tuple(_within(int(part), least, most) for part in parts.get(name, "").split(",") if part)
    if 0 in found:
        raise ValueError(name)
    return found


def _within(number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        raise ValueError(number)
    return number


def _weekday(part: str) -> tuple[int, int]:
    return _within(int(part[:-2] or "0"), -53, 53), WEEKDAYS.index(part[-2:])


def days(rule: Rule, start: date, since: date) -> Iterator[date]:
    """The days of a rule whose first is on or after `start`, those before `since` left out, in order."""
    begin = start if rule.times else max(start, since)
    number, last = 0, begin
    try:
        for period, found in _periods(rule, start, begin):
            for day in _placed(rule, found):
                if day < start:
                    continue
                if rule.until and day > rule.until:
                    return
                number += 1
                last = day
                if day >= since:
                    yield day
                if number == rule.times:
                    return
            if (period - last).days > _BARREN or (rule.until and period > rule.until):
                return
    except (ValueError, OverflowError):  # past the calendar's last year
        return


def _placed(rule: Rule, found: list[date]) -> list[date]:
    """Of the days of one period those at the places that BYSETPOS names."""
    if not rule.places:
        return found
    count = len(found)
    places = {at - 1 if at > 0 else count + at for at in rule.places}
    return [found[at] for at in sorted(places) if 0 <= at < count]


def _periods(rule: Rule, start: date, begin: date) -> Iterator[tuple[date, list[date]]]:
    """Each period of the rule from the one that holds `begin` on: its first day, and its days in order."""
    step = rule.interval
    if rule.freq == "DAILY":
        at = start + timedelta((begin - start).days // step * step)
        while True:
            yield at, [at] if _fits(rule, at) else []
            at += timedelta(step)
    if rule.freq == "WEEKLY":
        monday = start - timedelta(start.weekday())
        monday += timedelta((begin - monday).days // (7 * step) * 7 * step)
        wanted = sorted({day for _, day in rule.weekdays} or (range(7) if rule.days else (start.weekday(),)))
        while True:
            week = [monday + timedelta(day) for day in wanted]
            yield monday, [day for day in week if day >= start and _fits(rule, day)]
            monday += timedelta(7 * step)
    if rule.freq == "MONTHLY":
        first = start.year * 12 + start.month - 1
        first += (begin.year * 12 + begin.month - 1 - first) // step * step
        while True:
            year, month = divmod(first, 12)
            yield date(year, month + 1, 1), _month(rule, start, year, month + 1)
            first += step
    year = start.year + (begin.year - start.year) // step * step
    while True:
        yield date(year, 1, 1), _year(rule, start, year)
        year += step


def _fits(rule: Rule, day: date) -> bool:
    """Whether BYMONTH, BYMONTHDAY and BYDAY, where they only narrow a rule down, let a day through."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.days and day.day not in rule.days and day.day - _length(day.year, day.month) - 1 not in rule.days:
        return False
    return not rule.weekdays or any(number == day.weekday() for _, number in rule.weekdays)


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _month(rule: Rule, start: date, year: int, month: int) -> list[date]:
    """The days of a month by BYMONTHDAY and BYDAY, or the day of the month of the start."""
    if rule.months and month not in rule.months:
        return []
    length = _length(year, month)
    found = range(1, length + 1)
    if rule.days or not rule.weekdays:
        numbers = {day if day > 0 else length + 1 + day for day in rule.days or (start.day,)}
        wanted = [day for day in found if day in numbers]
    else:
        wanted = list(found)
    days = [date(year, month, day) for day in wanted]
    return _on_weekdays(rule, days, date(year, month, 1), date(year, month, length))


def _on_weekdays(rule: Rule, days: list[date], first: date, last: date) -> list[date]:
    """Of some days those that BYDAY names, counted between the first and the last day of the period."""
    if not rule.weekdays:
        return days
    wanted = set(rule.weekdays)
    return [
        day
        for day in days
        if (0, day.weekday()) in wanted
        or ((day - first).days // 7 + 1, day.weekday()) in wanted
        or (-((last - day).days // 7) - 1, day.weekday()) in wanted
    ]


def _year(rule: Rule, start: date, year: int) -> list[date]:
    """The days of a year."""
    if rule.months or rule.days or not rule.weekdays:
        months = rule.months or (range(1, 13) if rule.days else (start.month,))
        if rule.weekdays and not rule.months:
            found = [day for month in months for day in _month(rule._replace(weekdays=()), start, year, month)]
            return _on_weekdays(rule, found, date(year, 1, 1), date(year, 12, 31))
        return [day for month in sorted(months) for day in _month(rule, start, year, month)]
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = [first + timedelta(count) for count in range((last - first).days + 1)]
    return _on_weekdays(rule, found, first, last)
