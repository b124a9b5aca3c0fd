"""How an entry comes back: its occurrences, what becomes of missed ones, and the rule in plain English.

Pure functions over `Repeat`, `Entry` and local wall time; nothing here reads the clock or raises for what a
record holds: a rule that cannot be read simply never comes back. Kinds of repeating are those of the field
guide, section 3: a rule of the calendar, a count from completion, a list of days, so long after an event.
"""

from __future__ import annotations

from organizer.repeat.notice import notices_of, reminded, reminders_of
from organizer.repeat.occurrences import due_of, event_due, key, next_after, notices, remaining, upcoming
from organizer.repeat.rolling import (
    begun,
    days_after,
    following,
    paused,
    resumed,
    roll,
    series_of,
    skipped,
    standing_for,
    waiting_again,
)
from organizer.repeat.saying import explain

__all__ = [
    "begun",
    "days_after",
    "due_of",
    "event_due",
    "explain",
    "following",
    "key",
    "next_after",
    "notices",
    "notices_of",
    "paused",
    "remaining",
    "reminded",
    "reminders_of",
    "resumed",
    "roll",
    "series_of",
    "skipped",
    "standing_for",
    "upcoming",
    "waiting_again",
]
