"""How the office stands now: open since when, or closed. Read for every picture, so it needs nothing else."""

from datetime import datetime, timedelta
from typing import NamedTuple

from organizer.practice import Practice
from organizer.records import Day

LATE = 5
"""Until this hour of the morning an office that was not closed is still that of the day before."""


class Standing(NamedTuple):
    """How the office stands: `day` is the ISO date of the office day that is meant, `opened` and `closed` ISO times."""

    day: str
    opened: str | None = None
    closed: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.opened is not None and self.closed is None


def standing(practice: Practice, now: datetime) -> Standing:
    """The office at a moment. One that was left open over midnight is open until the small hours; what comes then is a
    new day, not opened yet."""
    day = practice.day(now.date().isoformat())
    if not day.opened and now.hour < LATE and now.date().toordinal() > 1:
        before = practice.day((now.date() - timedelta(days=1)).isoformat())
        if before.opened and not before.closed:
            return Standing(before.id, before.opened)
    return Standing(day.id, day.opened, day.closed)


def day_that_is_open(practice: Practice, now: datetime) -> Day | None:
    """The office day that is open now, that of yesterday where it was left open over midnight."""
    found = standing(practice, now)
    return practice.day(found.day) if found.is_open else None
