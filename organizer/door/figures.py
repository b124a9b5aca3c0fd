"""What is counted at the front door: facts, never a grade (field guide, section 2).

An inquiry counts once its time has passed or they heard from me; what was no inquiry does not count. *Answered* is
whoever heard from me, by word left as well; *when full* are those that came while there was no room. Beside it stands
what an audit of 725 therapists found (Hwang and Fujimoto 2022): 78 of 100 were answered at all.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from organizer.door.clock import Clock
from organizer.door.outcomes import heard, state, when_full
from organizer.records.door import Inquiry
from organizer.word.measures import FEW, in_hundred, median, said

AUDIT = 78
"""How many in a hundred were answered, where it was looked into."""
YEAR = 365


class Fact(NamedTuple):
    """One inquiry as it counts: when it was received, when they heard from me ("" not yet), after how many minutes of
    office time, whether within the standing word, and whether there was no room."""

    received: str
    heard: str
    minutes: int
    in_time: bool
    full: bool


class Figures(NamedTuple):
    """What is counted over some days: of how many, how many were answered, how many within the standing word; the same
    of those that came while there was no room; and the median of office minutes until they heard from me."""

    days: int
    all: int
    answered: int
    in_time: int
    all_full: int
    answered_full: int
    minutes: float | None

    @property
    def rate(self) -> int | None:
        """How many in a hundred were answered; None of none."""
        return in_hundred(self.answered, self.all)

    @property
    def full_rate(self) -> int | None:
        """How many in a hundred were answered when there was no room."""
        return in_hundred(self.answered_full, self.all_full)

    @property
    def few(self) -> bool:
        """Whether there are too few of them to say it in a hundred."""
        return self.all < FEW

    @property
    def answered_said(self) -> str:
        """How many were answered, in words."""
        return f"{said(self.answered, self.all)} answered"

    @property
    def full_said(self) -> str:
        """The same when there was no room, behind a comma; "" of none."""
        if not self.all_full:
            return ""
        full = said(self.answered_full, self.all_full) if self.all_full < FEW else str(self.full_rate)
        return f", {full} when full"

    @property
    def in_time_rate(self) -> int | None:
        """How many in a hundred were answered within the standing word."""
        return in_hundred(self.in_time, self.all)


def facts(inquiries: Iterable[Inquiry], clock: Clock) -> list[Fact]:
    """The inquiries that count."""
    found = []
    for one in inquiries:
        if state(one) == "no inquiry":
            continue
        try:
            fact = _fact(one, clock)
        except ValueError:
            continue  # a time that another hand wrote and nobody can read
        if fact:
            found.append(fact)
    return found


def _fact(one: Inquiry, clock: Clock) -> Fact | None:
    at, full = heard(one), when_full(one)
    if at:
        zone = one.answers[0].zone
        return Fact(one.received, at, clock.took(one, at, zone), clock.in_time(one, at, zone), full)
    if one.answers or clock.read(one)[1] >= 1:
        return Fact(one.received, "", 0, False, full)
    return None


def figures(found: Iterable[Fact], until: datetime, days: int = YEAR) -> Figures:
    """What is counted of the days before a moment, by when they came in."""
    since = (until - timedelta(days=days)).isoformat(timespec="seconds")
    last = until.isoformat(timespec="seconds")
    kept = [one for one in found if since < one.received <= last]
    answered = [one for one in kept if one.heard]
    full = [one for one in kept if one.full]
    return Figures(
        days,
        len(kept),
        len(answered),
        sum(one.in_time for one in answered),
        len(full),
        sum(bool(one.heard) for one in full),
        median([float(one.minutes) for one in answered]),
    )
