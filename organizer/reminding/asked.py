"""The manners as they are set in the practice."""

from __future__ import annotations

from organizer.practice import Practice
from organizer.reminding.hours import read_quiet, read_sessions
from organizer.reminding.manners import LEVELS, Manners
from organizer.settings.privacy import NAMES
from organizer.settings.reminding import LEVEL, QUIET, REMINDERS, SESSIONS


def of_practice(practice: Practice, closed: tuple[str, ...] = ()) -> Manners:
    """All of them; `closed` are the days (ISO) on which the practice is away."""
    return Manners(
        REMINDERS.of(practice) == "on",
        read_quiet(QUIET.of(practice)),
        read_sessions(SESSIONS.of(practice)),
        closed,
        LEVELS[0] if NAMES.of(practice) == "hidden" else LEVEL.of(practice),  # somebody stands behind the person
        str(practice.setting("reminders_hush") or ""),
    )
