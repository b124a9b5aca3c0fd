"""Ranges of days as people type them: "<=7d", "week", "june 1..june 30"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from organizer import when
from organizer.errors import WrongUse
from organizer.when.lengths import days_long

FIGURES = 9
"""Figures of a number of days that are read: more days than that there are not."""


def due_range(given: str, now: datetime, begins: int = 0) -> tuple[str, str]:
    """The first and last ISO date of a range: a day, "overdue", "week", "<= friday", ">= june 1", "a..b".

    A week begins on the weekday `begins`, 0 for Monday. Raises `WrongUse` when it cannot be read.
    """
    text = given.strip().lower()
    today = now.date().isoformat()
    if text in ("overdue", "past", "still"):
        return "", _moved(today, -1)
    if text in ("week", "this week"):
        back = (now.weekday() - begins) % 7
        return _moved(today, -back), _moved(today, 6 - back)
    if ".." in text:
        first, last = (part.strip() for part in text.split("..", 1))
        end = _day(last, now) if last else "9999-12-31"
        return _begin(first, end, now) if first else "", end
    for sign in ("<=", ">=", "<", ">"):
        if text.startswith(sign):
            day = _day(text[len(sign) :], now)
            return (
                ("", _moved(day, 0 if "=" in sign else -1))
                if sign[0] == "<"
                else (_moved(day, 0 if "=" in sign else 1), "9999-12-31")
            )
    return (today, today) if text == "today" else (_day(text, now), _day(text, now))


def _begin(given: str, end: str, now: datetime) -> str:
    """The first day of a range: where the next one so called is past the end, the one before ("june 1.." in June)."""
    day = _day(given, now)
    if day <= end or _day(given, _ago(now, 1)) == _moved(day, -1):  # so many days from now: it has one meaning
        return day
    before = (_day(given, _ago(now, back)) for back in (7, 365))
    return next((other for other in before if other <= end), day)


def _moved(day: str, days: int) -> str:
    """So many days on; where there is none, the first or the last day there is."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()


def _ago(now: datetime, days: int) -> datetime:
    try:
        return now - timedelta(days=days)
    except OverflowError:
        return datetime.min


def _day(given: str, now: datetime) -> str:
    text = given.strip()
    if text[:-1].isdecimal() and text[-1:] in ("d", "w"):
        text = f"+{text}"
    found = when.read_all(text, now)
    if found is None:
        raise WrongUse(
            f"{given.strip()!r} is not a day that can be read. Try friday, june 12, <=7d or june 1..june 30."
        )
    return found[:10]


def past_range(given: str, now: datetime, begins: int = 0) -> tuple[str, str]:
    """The same of what has been: "7d" is the last seven days, "june 4" the June 4 before, "friday" the one before."""
    text = given.strip().lower().removeprefix("<=").strip()
    if text[:-1].isdecimal() and text[-1:] in ("d", "w"):
        days = int(text[:-1][:FIGURES]) * (7 if text[-1] == "w" else 1)
        return _moved(now.date().isoformat(), -days), now.date().isoformat()
    words = text.replace(",", " ").split()
    is_length = any(after == len(words) for _, after in days_long(words, 0)) if words else False
    ahead = when.read_all(text, now) if is_length else None
    if ahead:  # "10 days": the last ten; "10 days ago" is a day
        days = (date.fromisoformat(ahead[:10]) - now.date()).days
        return _moved(now.date().isoformat(), -days), now.date().isoformat()
    found = due_range(given, now, begins)
    for back in (7, 365):
        ends = [day for day in found if day and day != "9999-12-31"]
        if not ends or min(ends) <= now.date().isoformat():
            break
        found = due_range(given, _ago(now, back), begins)
    return found
