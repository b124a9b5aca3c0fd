"""How the clock of an inquiry is told: facts, and nothing of blame."""

from __future__ import annotations

from datetime import datetime

from organizer import when
from organizer.door import hours
from organizer.practice import Practice
from organizer.views.office_day import office_hours


def day_minutes(practice: Practice) -> int:
    """How long an office day usually is."""
    opens, _, closes = office_hours(practice)
    minutes = (int(closes[:2]) - int(opens[:2])) * 60 + int(closes[3:]) - int(opens[3:])
    return minutes if minutes > 0 else 540


def office_time(minutes: float, day: int) -> str:
    """Office time, roughly: "20 min", "3 h", "1 day 3 h"; a day is an office day."""
    whole = round(minutes)
    if whole < 60:
        return f"{whole} min"
    days, rest = divmod(whole, day)
    hours_ = round(rest / 60)
    if hours_ * 60 >= day:
        days, hours_ = days + 1, 0
    said = [f"{days} {'day' if days == 1 else 'days'}" if days else "", f"{hours_} h" if hours_ else ""]
    return " ".join(part for part in said if part) if days < 10 else f"{days} days"


def answer_by(due: datetime, part: float, now: datetime) -> str:
    """By when: "today 4:00 PM", "Mon 9:00 AM"; once it is past "a little past", and later when it was."""
    text = due.isoformat(timespec="minutes")
    if part < 1 and due > now:
        said = when.say(text, now)
        return f"today {said}" if due.date() == now.date() else said
    if part < 2:
        return "a little past"
    return f"was {when.say_time(text)}" if due.date() == now.date() else f"was {when.say(text[:10], now)}"


def closed_now(practice: Practice, now: datetime) -> str:
    """That the office is closed, and the clock rests until it opens; "" when it is open."""
    if hours.is_open(practice, now):
        return ""
    ahead = next((opens for opens, _ in hours.of(practice).days(now.date()) if opens > now), None)
    if ahead is None:
        return "the office is closed, and the clock rests"
    said = when.say(ahead.isoformat(timespec="minutes"), now)
    return f"the clock rests until {said}"
