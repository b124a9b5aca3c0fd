"""How a schedule is made of a practice."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from organizer.practice import Practice
from organizer.reminding.asked import of_practice
from organizer.reminding.manners import Manners
from organizer.reminding.ring import KINDS, Ring
from organizer.reminding.schedule import Schedule
from organizer.reminding.sources import coming
from organizer.reminding.span import key
from organizer.reminding.telling import Item

BACK, AHEAD = 14, 100
"""For how many days back and ahead it holds what rings: longer than anybody is away without opening the office."""


def schedule(
    practice: Practice, now: datetime, zone: str, secret: bytes, sealed: bool = False, of: str = ""
) -> Schedule:
    """The schedule of a moment. `of` says of which state of the vault it is made."""
    items = of_rings(rings_by_key(practice, now, zone, secret))
    made = now.isoformat(timespec="seconds")
    return Schedule(items, manners_of(practice, now), zone, sealed, of, made)


def rings_by_key(practice: Practice, now: datetime, zone: str, secret: bytes) -> dict[str, Ring]:
    """All that the schedule of a moment holds, by key, the soonest first."""
    rings = coming(practice, now - timedelta(days=BACK), now + timedelta(days=AHEAD), zone, now)
    return {key(ring, secret): ring for ring in rings}


def of_rings(rings: dict[str, Ring]) -> tuple[Item, ...]:
    """The same as the schedule has them."""
    return tuple(Item(ring.at, name, KINDS.index(ring.kind), ring.zone) for name, ring in rings.items())


def manners_of(practice: Practice, now: datetime) -> Manners:
    """The manners of the practice, with the days on which it is away."""
    return of_practice(practice, closed_days(practice, now))


def closed_days(practice: Practice, now: datetime) -> tuple[str, ...]:
    """The days around now on which the practice is away: its closures, not the weekends."""
    first, last = (now - timedelta(days=BACK)).date().isoformat(), (now + timedelta(days=AHEAD)).date().isoformat()
    days: set[str] = set()
    for one in practice.table("closures").values():
        begin, end, opens = (str(getattr(one, name, "") or "") for name in ("first", "last", "opens"))
        if opens or not begin or end < first or begin > last:
            continue
        there = date.fromisoformat(max(begin, first))
        while there.isoformat() <= min(end or begin, last):
            days.add(there.isoformat())
            there += timedelta(days=1)
    return tuple(sorted(days))
