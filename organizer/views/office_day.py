"""The office day as a path: opened, pause, close."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer.practice import Practice
from organizer.records import Day

OPENS, PAUSE, CLOSES = "08:30", "13:00", "17:30"
"""When an office day usually begins, pauses and ends, until the person sets their own."""


class OfficeDay(NamedTuple):
    """`opened` and `closed` are ISO times or None; `stops` the three times of day ("HH:MM"); `part` how
    much of the day is gone, 0 to 1."""

    opened: str | None
    closed: str | None
    stops: tuple[str, str, str]
    part: float

    @property
    def is_open(self) -> bool:
        """Whether the office is open now."""
        return self.opened is not None and self.closed is None


def office_day(practice: Practice, day: Day, now: datetime) -> OfficeDay:
    """The path of one day at a moment."""
    begin = day.opened[11:16] if day.opened else str(practice.setting("office_opens", OPENS))
    end = day.closed[11:16] if day.closed else str(practice.setting("office_closes", CLOSES))
    stops = (begin, str(practice.setting("office_pause", PAUSE)), end)
    return OfficeDay(day.opened, day.closed, stops, _part(day, begin, end, now))


def _part(day: Day, begin: str, end: str, now: datetime) -> float:
    if not day.opened:
        return 0.0
    if day.closed:
        return 1.0
    first, last = _minutes(begin), _minutes(end)
    gone = now.hour * 60 + now.minute - first
    return max(0.0, min(1.0, gone / (last - first))) if last > first else 1.0


def _minutes(hhmm: str) -> int:
    return int(hhmm[:2]) * 60 + int(hhmm[3:5])
