"""Dates for people: as they are said in the United States, or as the person would rather have them (`manner`)."""

from __future__ import annotations

from datetime import date, datetime

from organizer import manner

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _day(due: str) -> date | None:
    try:
        return date.fromisoformat(due[:10])
    except ValueError:
        return None


def say_date(there: date, year: bool = False, short: bool = False) -> str:
    """A date without its weekday: "June 12", with its year "June 12, 2027", short "Jun 12"; or "12 June", "6/12",
    "2026-06-12"."""
    dates = manner.dates()
    if dates == "year first":
        return there.isoformat()
    if dates == "in figures":
        first, second = (there.day, there.month) if manner.day_first() else (there.month, there.day)
        return f"{first}/{second}/{there.year}" if year else f"{first}/{second}"
    month = MONTHS[there.month - 1]
    month = month[:3] if short or dates == "short" else month
    if manner.day_first():
        return f"{there.day} {month} {there.year}" if year else f"{there.day} {month}"
    return f"{month} {there.day}, {there.year}" if year else f"{month} {there.day}"


def say_day(there: date, year: bool = False, short: bool = False) -> str:
    """A date with its weekday: "Friday, June 12", short "Fri, Jun 12"."""
    name = DAYS[there.weekday()]
    return f"{name[:3] if short else name}, {say_date(there, year, short)}"


def say(due: str, now: datetime, *, long: bool = False) -> str:
    """An ISO due for people: "Fri", "June 30, 4:00 PM"; long: "Friday, June 12, 4:00 PM".

    Short, a time of today stands alone ("4:00 PM"). The year is named when it is not this one. A
    text that is no ISO date is given back as it is.
    """
    there = _day(due)
    if there is None:
        return due
    time = say_time(due) if "T" in due else ""
    if long:
        day = say_day(there, there.year != now.year)
        return f"{day}, {time}" if time else day
    away = (there - now.date()).days
    if away == 0:
        return time or "today"
    if -7 < away < 7:
        day = {1: "tomorrow", -1: "yesterday"}.get(away, DAYS[there.weekday()][:3])
        return f"{day} {time}".rstrip()
    day = say_date(there, there.year != now.year)
    return f"{day}, {time}" if time else day


def say_time(due: str) -> str:
    """The time of an ISO due or of "16:00": "4:00 PM", and "noon"; "16:00" and "12:00" where hours are counted to 24.
    "" where there is none."""
    clock = due.rpartition("T")[2][:5]
    hours, colon, minutes = clock.partition(":")
    if not colon or not (hours + minutes).isdecimal():
        return ""
    hour = int(hours)
    if manner.long_day():
        return f"{hour:02}:{minutes}"
    if (hour, int(minutes)) == (12, 0):
        return "noon"
    return f"{hour % 12 or 12}:{minutes} {'PM' if hour >= 12 else 'AM'}"


def since(due: str, now: datetime) -> str:
    """How long something has been waiting: "since Mon" within six days, else "since June 2"."""
    there = _day(due)
    if there is not None and there == now.date():
        return f"since {say_time(due) or 'today'}"
    if there is not None and 0 < (now.date() - there).days < 7:
        return f"since {DAYS[there.weekday()][:3]}"
    return f"since {say(due[:10], now)}"


def until(due: str, now: datetime) -> str:
    """How far off a day is: "today", "tomorrow", "in 8 days", "yesterday", "2 days ago"."""
    there = _day(due)
    if there is None:
        return due
    away = (there - now.date()).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(away)
    return near or (f"in {away} days" if away > 0 else f"{-away} days ago")
