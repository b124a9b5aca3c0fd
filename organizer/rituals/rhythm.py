"""How a ritual comes round, and when next: by the office days, never on a day on which the office rests."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from organizer import when
from organizer.door.hours import is_office_day
from organizer.practice import Practice
from organizer.records.rituals import Ritual
from organizer.repeat.occurrences import occurrences
from organizer.views.office_day import HOURS, office_hours
from organizer.when.words import MONTHS, WEEKDAYS

RHYTHMS = {
    "": "whenever it suits",
    "day": "every office day",
    "week": "the end of the week",
    "month": "the first of the month",
    "quarter": "the first of the season",
    "year": "the middle of December",
}
"""Each rhythm that has a name, as it is said."""
WORDS = {
    "day": "day", "daily": "day", "every day": "day", "every office day": "day",
    "week": "week", "weekly": "week", "every week": "week", "month": "month", "monthly": "month",
    "every month": "month", "quarter": "quarter", "quarterly": "quarter", "every quarter": "quarter",
    "season": "quarter", "every season": "quarter",
    "year": "year", "yearly": "year", "every year": "year", "": "", "none": "",
    "whenever": "", "whenever it suits": "",
}  # fmt: skip
"""What may be typed for each."""
NAMED = frozenset((*WEEKDAYS, *MONTHS))
"""Words that begin with a capital letter, however they were typed."""
MIDDLE = (12, 17)
"""The day of the year's ritual, or the office day before it."""
LOOKED = 400
"""Days ahead in which the next time is looked for."""
USUAL = "15:00"


def time_of(practice: Practice, ritual: Ritual) -> str:
    """The time of day at which it comes, "HH:MM"."""
    if ritual.at in HOURS:
        opens, pause, closes = office_hours(practice)
        return {"opens": opens, "pause": pause or "12:00", "closes": closes}[ritual.at]
    known = len(ritual.at) == 5 and ritual.at[2] == ":" and (ritual.at[:2] + ritual.at[3:]).isdecimal()
    return ritual.at if known else USUAL


def said(ritual: Ritual) -> str:
    """Its rhythm in words."""
    if ritual.rhythm in RHYTHMS:
        return RHYTHMS[ritual.rhythm]
    return " ".join(word.capitalize() if word.rstrip("s") in NAMED else word for word in ritual.rhythm.split())


def comes_on(practice: Practice, ritual: Ritual, day: date) -> bool:
    """Whether it comes on a day."""
    if not ritual.rhythm or not is_office_day(practice, day):
        return False
    if ritual.rhythm == "day":
        return True
    if ritual.rhythm == "week":
        return not _office(practice, day + timedelta(days=1), day + timedelta(days=6 - day.weekday()))
    if ritual.rhythm == "month":
        return not _office(practice, day.replace(day=1), day - timedelta(days=1))
    if ritual.rhythm == "quarter":
        return day.month % 3 == 1 and not _office(practice, day.replace(day=1), day - timedelta(days=1))
    if ritual.rhythm == "year":
        middle = date(day.year, *MIDDLE)
        near = middle - timedelta(days=21) <= day <= middle
        return near and not _office(practice, day + timedelta(days=1), middle)
    return _in_words(ritual, day)


def _office(practice: Practice, first: date, last: date) -> bool:
    """Whether there is an office day between two days, both included."""
    return any(is_office_day(practice, first + timedelta(days=ahead)) for ahead in range((last - first).days + 1))


def _in_words(ritual: Ritual, day: date) -> bool:
    try:
        since = datetime.fromisoformat(ritual.since[:10] or day.isoformat())
    except ValueError:
        return False
    found = when.read_repeat(ritual.rhythm, since)
    return found is not None and next(iter(occurrences(found, day)), "")[:10] == day.isoformat()


def next_day(practice: Practice, ritual: Ritual, day: date) -> date | None:
    """The first day from one on on which it comes; None when there is none within a year."""
    if not ritual.rhythm:
        return None
    for ahead in range(LOOKED):
        found = day + timedelta(days=ahead)
        if comes_on(practice, ritual, found):
            return found
    return None


def moment(practice: Practice, ritual: Ritual, day: date) -> datetime:
    """When on a day it comes."""
    hhmm = time_of(practice, ritual)
    return datetime.combine(day, time(int(hhmm[:2]) % 24, int(hhmm[3:]) % 60))


def begins(ritual: Ritual, day: date) -> date:
    """The first day of the time that a day belongs to: this day, week, month, quarter or year; of another rhythm, the
    day itself."""
    if ritual.rhythm == "week":
        return day - timedelta(days=day.weekday())
    if ritual.rhythm == "month":
        return day.replace(day=1)
    if ritual.rhythm == "quarter":
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return day.replace(month=12, day=1) if ritual.rhythm == "year" and day.month == 12 else day
