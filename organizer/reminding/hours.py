"""Hours as they are kept, and read back: quiet hours, and those with a client in the room."""

from __future__ import annotations

from organizer.reminding.manners import Session
from organizer.settings.known import WEEKDAYS


def read_quiet(said: str) -> tuple[str, ...]:
    """ "20:00-08:00" as two times; () for none, or for what is none."""
    begin, dash, end = said.replace("–", "-").partition("-")
    ends = (_time(begin), _time(end))
    return ends if dash and all(ends) and ends[0] != ends[1] else ()


def read_sessions(said: str) -> tuple[Session, ...]:
    """ "mon tue 10:00-12:50 14:00-16:50; fri 9:00-12:00" as weekdays and hours. What cannot be read is left out."""
    found: list[Session] = []
    for part in said.lower().replace("–", "-").replace(",", " ").split(";"):
        words = part.split()
        days = [day for word in words if not word[:1].isdecimal() for day in _days(word)]
        for word in words:
            times = read_quiet(word) if word[:1].isdecimal() else ()
            if times and times[0] < times[1]:
                found += [(day, times[0], times[1]) for day in days]
    return tuple(sorted(set(found)))


def say_sessions(sessions: tuple[Session, ...]) -> str:
    """Back as one writes them: days with the same hours together."""
    hours: dict[int, list[str]] = {}
    for day, begin, end in sessions:
        hours.setdefault(day, []).append(f"{begin}-{end}")
    days: dict[str, list[str]] = {}
    for day, spans in hours.items():
        days.setdefault(" ".join(spans), []).append(WEEKDAYS[day])
    return "; ".join(f"{' '.join(names)} {spans}" for spans, names in days.items())


def say_quiet(said: str) -> str:
    """Quiet hours in words."""
    from organizer.when.saying import say_time

    ends = read_quiet(said)
    return f"{say_time(ends[0])} to {say_time(ends[1])}" if ends else ""


def _days(word: str) -> list[int]:
    first, dash, last = word.partition("-")
    try:
        begin = WEEKDAYS.index(first[:3])
        return list(range(begin, WEEKDAYS.index(last[:3]) + 1)) if dash else [begin]
    except ValueError:
        return []


def _time(said: str) -> str:
    hour, _, minute = said.strip().partition(":")
    minute = minute or "00"
    figures = f"{hour}{minute}"
    if not (hour and figures.isdecimal() and figures.isascii() and len(minute) == 2 >= len(hour)):
        return ""
    return f"{int(hour):02d}:{minute}" if int(hour) < 24 and int(minute) < 60 else ""
