"""The only place that reads the time. Local wall time, without a zone, to the second."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta

from organizer.errors import WrongUse


class Clock:
    """The time of day: the machine's, or one that starts at a given moment and runs on from there."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start = start
        self._origin = time.monotonic()
        self._place = zone_of_machine()

    def now(self) -> datetime:
        """Local wall time, whole seconds; after a journey that of the zone the machine is in now."""
        if self._start is None:
            self._look_where()
            return datetime.now().replace(microsecond=0)
        return self._start + timedelta(seconds=int(time.monotonic() - self._origin))

    def _look_where(self) -> None:
        """A program that is open reads its zone once: where the machine has moved on, it reads it again."""
        here = zone_of_machine()
        if here != self._place:
            self._place = here
            if hasattr(time, "tzset"):
                time.tzset()

    def zone(self) -> str:
        """The time zone of that, as "America/New_York"; "" where the machine does not say."""
        return zone_of_machine()

    def today(self) -> str:
        """Today as an ISO date."""
        return self.now().date().isoformat()

    def moment(self) -> float:
        """The same as `now` in seconds of the world, which daylight saving leaves alone."""
        if self._start is None:
            return time.time()
        return self._start.timestamp() + int(time.monotonic() - self._origin)


def uptime() -> float:
    """Seconds that only go forward, for measuring how long something takes."""
    return time.monotonic()


def asleep() -> float:
    """Seconds by which the time of day is ahead of `uptime`: more of them each time the machine has slept."""
    return time.time() - time.monotonic()


class StoppedClock(Clock):
    """A clock that stands still, for pictures and tests."""

    def __init__(self, at: datetime, zone: str = "") -> None:
        super().__init__(at)
        self.at = at
        self.place = zone

    def now(self) -> datetime:
        """The moment it was stopped at."""
        return self.at

    def zone(self) -> str:
        """The time zone it was given."""
        return self.place

    def moment(self) -> float:
        """That moment in the zone it was given, else in that of the machine."""
        if not self.place:
            return self.at.timestamp()
        from zoneinfo import ZoneInfo

        return self.at.replace(tzinfo=ZoneInfo(self.place)).timestamp()


def zone_of_machine() -> str:
    """The name of the time zone this program runs in: that of TZ, or where /etc/localtime points to; else ""."""
    said = os.environ.get("TZ", "").lstrip(":")
    if said:
        return said if "/" in said and not said.startswith("/") else "UTC" if said in ("UTC", "GMT") else ""
    try:
        return os.readlink("/etc/localtime").partition("zoneinfo/")[2]
    except OSError:
        return ""


def from_environment() -> Clock:
    """The machine's clock, or one that starts at `ORGANIZER_NOW` (ISO local time).

    Raises `WrongUse` when `ORGANIZER_NOW` is not such a time.
    """
    given = os.environ.get("ORGANIZER_NOW")
    if not given:
        return Clock()
    try:
        return Clock(datetime.fromisoformat(given).replace(tzinfo=None, microsecond=0))
    except ValueError:
        raise WrongUse("ORGANIZER_NOW should be a local time like 2026-06-11T09:14.") from None
