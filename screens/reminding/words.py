"""A reminder in words, as it stands above the keys and in the list."""

from __future__ import annotations

from datetime import datetime

from organizer import when
from organizer.reminding.ring import Ring
from organizer.when.leads import minutes
from organizer.words import count
from screens.ink import shown
from screens.signs import Signs


def sign(ring: Ring, signs: Signs) -> str:
    """The sign of its kind."""
    return {
        "task": signs.task,
        "event": signs.event,
        "promise": signs.promise,
        "inquiry": signs.waiting[3],
        "ritual": signs.path_here,
        "renewal": signs.repeats,
    }[ring.kind]


def what(ring: Ring) -> str:
    """What it is about."""
    return shown(f"{ring.who}: {ring.text}" if ring.who else ring.text)


def line(ring: Ring, signs: Signs, now: datetime) -> str:
    """The sentence above the keys."""
    by = when.say(ring.due, now)
    if ring.due[:10] == now.date().isoformat():
        by = when.say_time(ring.due[11:16]) if len(ring.due) > 10 else "today"
    if ring.kind == "inquiry":
        return f"{sign(ring, signs)} {shown(ring.who)} waits for an answer, by {by}."
    return f"{sign(ring, signs)} {what(ring)}, {'due ' if ring.kind == 'promise' else ''}{by}."


def lead(ring: Ring) -> str:
    """How long before its time it rings: "3 days before"; "" at its time."""
    if not ring.lead or ring.lead == "0d":
        return "on the day" if ring.lead else ""
    unit = {"d": "day", "h": "hour", "m": "minute"}[ring.lead[-1]]
    return f"{count(int(ring.lead[:-1]), unit)} before" if minutes(ring.lead) > 0 else ""
