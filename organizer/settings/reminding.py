"""Reminders: whether they ring, what they say, and when they keep still."""

from __future__ import annotations

from datetime import datetime

from organizer.errors import WrongUse
from organizer.practice import Practice
from organizer.reminding.hours import read_quiet, read_sessions, say_quiet, say_sessions
from organizer.reminding.manners import LEVELS
from organizer.reminding.ring import KINDS
from organizer.settings.known import Known
from organizer.settings.reading import time_of

GROUP = "Reminders"
_KINDS = {f"{kind}s" if kind != "inquiry" else "inquiries": kind for kind in KINDS}


def _quiet(text: str, practice: Practice, now: datetime) -> str:
    """ "8pm to 8am", "20:00-08:00"."""
    begin, mark, end = text.lower().replace("–", "-").replace(" to ", "-").partition("-")
    if mark:
        ends = f"{time_of(begin.strip(), now, 'pm')}-{time_of(end.strip(), now, 'am')}"
        if read_quiet(ends):
            return ends
    raise WrongUse("Say from when to when, for example 8pm to 8am, or off.")


def _sessions(text: str, practice: Practice, now: datetime) -> str:
    found = read_sessions(text)
    if not found:
        raise WrongUse("Say days and hours, for example mon-thu 10:00-12:50 14:00-16:50; fri 9:00-12:00, or none.")
    return say_sessions(found)


def _off(text: str, practice: Practice, now: datetime) -> str:
    words = text.lower().replace(",", " ").split()
    kinds = {_KINDS.get(word, word) for word in words if word != "and"}
    wrong = sorted(kinds - set(KINDS))
    if wrong or not kinds:
        raise WrongUse(f"Say which: {', '.join(_KINDS)}, or none.")
    return " ".join(kind for kind in KINDS if kind in kinds)


REMINDERS = Known(
    "reminders",
    "They ring",
    "Whether anything rings at all, here or by a notification.",
    "yes-no",
    values=("on", "off"),
    about="tasks, promises, renewals",
    question="Do reminders ring?",
    says=lambda value: "yes" if value == "on" else "no",
    tells="Reminders ring: {}",
    command="reminders.ring",
)
LEVEL = Known(
    "reminders_level",
    "They say",
    'Its kind alone ("A promise is due"), its area as well, or its words; those of a client are never said, and of a '
    "locked office only the kind is.",
    values=LEVELS,
    means={
        "kind": "“A promise is due”, and nothing more",
        "area": "its area as well",
        "words": "what it is, unless it is a client's",
    },
    about="a popup is seen by others too",
    question="How much does a notification say?",
    says=lambda value: {"kind": "only its kind", "area": "its area as well", "words": "what it is"}[value],
    tells="Notifications say {}",
)
QUIET = Known(
    "quiet_hours",
    "Quiet hours",
    "From when to when nothing rings; what comes then is told afterwards.",
    "text",
    "20:00-08:00",
    about="nothing rings then",
    question="From when to when is it quiet?",
    usual=("8pm to 8am", "6pm to 9am", "10pm to 7am", "off"),
    none="off",
    reads=_quiet,
    holds=lambda text: bool(read_quiet(text)),
    says=lambda value: say_quiet(value) or "off",
    tells="Quiet hours: {}",
)
SESSIONS = Known(
    "session_hours",
    "With a client",
    "Days and hours with a client in the room, for example mon-thu 10:00-12:50 14:00-16:50; nothing rings then.",
    "text",
    "",
    about="nothing rings then either",
    question="On which days and hours is a client in the room?",
    usual=("mon-thu 10:00-12:50 14:00-16:50", "mon-fri 9:00-13:00", "none"),
    none="none",
    reads=_sessions,
    holds=lambda text: bool(read_sessions(text)),
    tells="With a client: {}",
)
OFF = Known(
    "reminders_off",
    "Never ring",
    "Kinds that do not ring: tasks, events, promises, inquiries, rituals, renewals.",
    "text",
    "",
    about="kinds to be left out",
    question="Which kinds do not ring?",
    usual=("tasks", "events", "rituals", "rituals renewals", "none"),
    none="none",
    reads=_off,
    holds=lambda text: all(word in KINDS for word in text.split()),
    says=lambda value: ", ".join(name for name, kind in _KINDS.items() if kind in value.split()) or "none",
    tells="Never ring: {}",
)
SOUNDS = Known(
    "sounds",
    "Sounds",
    "None, ever; or the terminal's own bell for a reminder that this machine can show in no other way.",
    values=("none", "the bell"),
    about="the bell, where there is no popup",
    question="Is anything to make a sound?",
    tells="Sounds: {}",
)
COMING = Known(
    "coming_reminders",
    "Coming reminders",
    "Shows what rings next, to be put off, finished or silenced.",
    "lead",
    about="what rings next",
    leads="reminders",
)
TEST = Known(
    "reminders_test",
    "Try one",
    "Sends a notification now, says by which way it went, and what to install if none did.",
    "lead",
    about="is it seen on this machine?",
    leads="reminders.test",
)
SETTINGS = (REMINDERS, LEVEL, QUIET, SESSIONS, OFF, SOUNDS, COMING, TEST)
