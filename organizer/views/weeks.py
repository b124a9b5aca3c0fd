"""The week, as it begins for the person: on Monday, or on Sunday."""

from __future__ import annotations

from datetime import date, timedelta

from organizer.practice import Practice
from organizer.settings.saying import WEEK_BEGINS


def first_weekday(practice: Practice) -> int:
    """The day on which a week begins: 0 for Monday, 6 for Sunday."""
    return 6 if WEEK_BEGINS.of(practice) == "on Sunday" else 0


def week_of(practice: Practice, day: date) -> tuple[date, date]:
    """The first and the last day of the week that a day is in."""
    first = day - timedelta(days=(day.weekday() - first_weekday(practice)) % 7)
    return first, first + timedelta(days=6)
