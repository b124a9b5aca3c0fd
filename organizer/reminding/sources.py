"""The one list of what rings, and all that rings in a stretch of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from organizer.practice import Practice
from organizer.reminding.ring import KINDS, Ring
from organizer.reminding.span import Span, span
from organizer.settings.reminding import OFF

SOURCES = ("entries", "commitments", "inquiries", "rituals", "renewals")
"""The modules of this package that have `rings(practice, span)`."""
NEVER = "reminders_never"
"""The record of the settings that holds what is never to ring again."""


def coming(
    practice: Practice, first: datetime, last: datetime, zone: str = "", now: datetime | None = None
) -> list[Ring]:
    """All that rings from one local moment to another, the soonest first; nothing that is silenced. `now` is the first
    of the two unless it is said."""
    wanted = span(practice, first, last, now or first, zone)
    silenced, off = never(practice), OFF.of(practice).split()
    begin, end = first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")
    found = {
        ring.name: ring
        for ring in _all(practice, wanted)
        if ring.kind not in off and ring.about not in silenced and (ring.zone or begin <= ring.at <= end)
    }
    return sorted(found.values(), key=lambda ring: (ring.at, KINDS.index(ring.kind), ring.name))


def _all(practice: Practice, wanted: Span) -> Iterator[Ring]:
    for name in SOURCES:
        rings: Callable[[Practice, Span], Iterator[Ring]]
        rings = __import__(f"organizer.reminding.{name}", fromlist=["rings"]).rings
        yield from rings(practice, wanted)


def never(practice: Practice) -> frozenset[str]:
    """What is never to ring again, by `Ring.about`."""
    said = practice.setting(NEVER)
    return frozenset(one for one in said if isinstance(one, str)) if isinstance(said, list | tuple) else frozenset()
