"""Every so many business days, which no rule of RFC 5545 says: DAILY, its INTERVAL counted Mondays to Fridays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from organizer import holidays
from organizer.repeat.rule import Rule


def days(rule: Rule, start: date, since: date, off: bool) -> Iterator[date]:
    """The days from `start` on, those before `since` left out; with `off`, holidays are no business days."""
    number, there = 0, start
    try:
        if since > start and not (rule.times or off):
            there = _jump(rule.interval, start, since)
        while not (rule.until and there > rule.until):
            number += 1
            if there >= since:
                yield there
            if number == rule.times:
                return
            there = after(there, rule.interval, off)
    except (ValueError, OverflowError):  # past the calendar's last year
        return


def after(there: date, count: int, off: bool) -> date:
    """The business day that is `count` of them after a day. Raises `OverflowError` past the calendar's years."""
    if off:
        return holidays.add_business_days(there, count)
    number = _number(there) + count
    return date.fromordinal(number // 5 * 7 + number % 5 + 1)


def _number(there: date) -> int:
    """Which weekday a day is since the calendar's first Monday; a weekend counts as the Friday before it."""
    weeks, day = divmod(there.toordinal() - 1, 7)
    return weeks * 5 + min(day, 4)


def _jump(interval: int, start: date, since: date) -> date:
    """The last of the days before `since`, or the start."""
    turns = (_number(since - timedelta(1)) - _number(start)) // interval
    return after(start, turns * interval, False) if turns > 0 else start
