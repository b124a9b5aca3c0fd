"""The office day as a path: opened, pause, close; and which days of the week are office days."""

from datetime import datetime
from typing import NamedTuple

from organizer.practice import Practice
from organizer.records import Day

OPENS, PAUSE, CLOSES = "08:30", "13:00", "17:30"
"""When an office day usually begins, pauses and ends, until the person sets their own."""
HOURS = {"opens": OPENS, "pause": PAUSE, "closes": CLOSES}
"""The three settings of an office day, `office_opens` and so on, and what they are at first."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""How the days are named in the setting `office_days`, a text such as "mon tue thu"."""
WORKING = frozenset(range(5))


class OfficeDay(NamedTuple):
    """`opened` and `closed` are ISO times or None; `stops` the times of day ("HH:MM") of beginning, pause ("" for
    none) and end; `part` how much of the day is gone, 0 to 1."""

    opened: str | None
    closed: str | None
    stops: tuple[str, str, str]
    part: float

    def left(self, now: datetime) -> int:
        """Minutes of office time still to come."""
        if self.closed:
            return 0
        return max(0, _minutes(self.stops[2]) - max(_minutes(f"{now:%H:%M}"), _minutes(self.stops[0])))

    @property
    def is_open(self) -> bool:
        """Whether the office is open now."""
        return self.opened is not None and self.closed is None


def office_days(practice: Practice) -> frozenset[int]:
    """The days of the week on which the office is open, 0 for Monday; Monday to Friday until they are set."""
    said = practice.setting("office_days")
    words = said.lower().split() if isinstance(said, str) else []
    return frozenset(number for number, name in enumerate(WEEKDAYS) if name in words) or WORKING


def office_hours(practice: Practice) -> tuple[str, str, str]:
    """When the office opens, pauses ("" for not at all) and closes, "HH:MM" each."""
    opens, pause, closes = (_hour(practice, name, usual) for name, usual in HOURS.items())
    return opens, pause, closes


def _hour(practice: Practice, name: str, usual: str) -> str:
    said = practice.setting(f"office_{name}", usual)
    if name == "pause" and said == "":
        return ""
    known = isinstance(said, str) and len(said) == 5 and said[2] == ":" and (said[:2] + said[3:]).isdecimal()
    return said if known else usual


def office_day(practice: Practice, day: Day, now: datetime) -> OfficeDay:
    """The path of one day at a moment."""
    opens, pause, closes = office_hours(practice)
    begin = day.opened[11:16] if day.opened else opens
    end = day.closed[11:16] if day.closed else closes
    stops = (begin, pause if begin < pause < end else "", end)
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
