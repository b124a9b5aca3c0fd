"""The federal holidays of the United States, computed; and business days, which are not weekends and not these.

The days are those of 5 U.S.C. 6103: one that falls on a Saturday is also kept on the Friday before, one on a
Sunday also on the Monday after. None is known from before a holiday was made one (Martin Luther King Jr. 1986,
Juneteenth 2021).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(1)
_FIXED = ((1, 1, 0), (6, 19, 2021), (7, 4, 0), (11, 11, 0), (12, 25, 0))
"""Month, day, and the first year."""
_FLOATING = ((1, 0, 3, 1986), (2, 0, 3, 0), (5, 0, -1, 0), (9, 0, 1, 0), (10, 0, 2, 0), (11, 3, 4, 0))
"""Month, weekday (0 is Monday), which one of the month (-1 the last), and the first year."""


def is_holiday(day: date) -> bool:
    """Whether a day is a federal holiday, or the weekday on which one that falls on a weekend is kept."""
    return day in _holidays(day.year)


def is_business_day(day: date) -> bool:
    """Whether a day is Monday to Friday and no holiday."""
    return day.weekday() < 5 and not is_holiday(day)


def next_business_day(day: date) -> date:
    """The day itself when it is a business day, else the first one after it. Raises `OverflowError` past 9999."""
    while not is_business_day(day):
        day += _DAY
    return day


def add_business_days(day: date, count: int) -> date:
    """The business day that is `count` of them after a day (before it, below 0); 0 is the day, or the next one.

    Raises `OverflowError` past the calendar's years.
    """
    if not count:
        return next_business_day(day)
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_business_day(day)
    return day


@lru_cache(64)
def _holidays(year: int) -> frozenset[date]:
    """Every holiday of a year and every day one is kept on; New Year's Day may be kept in the year before."""
    found = {_floating(year, *rest) for *rest, since in _FLOATING if year >= since}
    for at in (year, year + 1):
        for month, number, since in _FIXED:
            if since <= at <= 9999:
                day = date(at, month, number)
                found.add(day)
                if day.weekday() > 4 and day > date.min and day < date.max:
                    found.add(day - _DAY if day.weekday() == 5 else day + _DAY)
    return frozenset(day for day in found if day.year == year)


def _floating(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month, 31)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))
