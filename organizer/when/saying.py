"""Dates for people, as they are said in the United States."""

from __future__ import annotations

from datetime import date, datetime

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


def say(due: str, now: datetime, *, long: bool = False) -> str:
    """An ISO due for people: "Fri", "June 30, 4:00 PM"; long: "Friday, June 12, 4:00 PM".

    Short, a time of today stands alone ("4:00 PM"). The year is named when it is not this one. A
    text that is no ISO date is given back as it is.
    """
    there = _day(due)
    if there is None:
        return due
    time = say_time(due) if "T" in due else ""
    year = "" if there.year == now.year else f", {there.year}"
    if long:
        day = f"{DAYS[there.weekday()]}, {MONTHS[there.month - 1]} {there.day}{year}"
        return f"{day}, {time}" if time else day
    away = (there - now.date()).days
    if away == 0:
        return time or "today"
    if -7 < away < 7:
        day = {1: "tomorrow", -1: "yesterday"}.get(away, DAYS[there.weekday()][:3])
        return f"{day} {time}".rstrip()
    day = f"{MONTHS[there.month - 1]} {there.day}{year}"
    return f"{day}, {time}" if time else day


def say_time(due: str) -> str:
    """The time of an ISO due or of "16:00": "4:00 PM", and "noon"; "" where there is none."""
    clock = due.rpartition("T")[2][:5]
    hours, colon, minutes = clock.partition(":")
    if not colon or not (hours + minutes).isdecimal():
        return ""
    hour = int(hours)
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
