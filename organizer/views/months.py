"""The month and the future log: a calendar of what stands where, and what waits for the months to come."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import NamedTuple

from organizer import when
from organizer.practice import Practice
from organizer.records import Entry
from organizer.views.day import Line, lines_of
from organizer.views.naming import shift_month

NEAR = 45
"""For how many days ahead the future log counts the days."""


class CalendarDay(NamedTuple):
    """A day of a month: its ISO date, what is due on it and open, events first, and how many lines its page has."""

    date: str
    due: tuple[Entry, ...]
    lines: int

    @property
    def busy(self) -> bool:
        """Whether there is something there."""
        return bool(self.due or self.lines)


class MonthCounts(NamedTuple):
    """What became of the lines of a month's pages: the figures beside the words at its end."""

    written: int
    done: int
    moved: int
    let_go: int


class FutureMonth(NamedTuple):
    """A month of the future log: what stands on its page, and what is due in it and stands elsewhere."""

    month: str
    lines: tuple[Line, ...]
    due: tuple[Entry, ...]


def days_of(month: str) -> list[str]:
    """The ISO dates of a month."""
    size = monthrange(int(month[:4]), int(month[5:7]))[1]
    return [f"{month}-{number:02}" for number in range(1, size + 1)]


def calendar(practice: Practice, month: str) -> list[CalendarDay]:
    """A month, day by day."""
    return [CalendarDay(day, due_there(practice, day), len(practice.page(f"day:{day}"))) for day in days_of(month)]


def due_there(practice: Practice, day: str) -> tuple[Entry, ...]:
    """What is open and due on a day: events and times first, then the rest."""
    found = [entry for entry in practice.due_on(day) if entry.open and not entry.someday]
    return tuple(sorted(found, key=lambda entry: (entry.due or "")[10:] or ("" if entry.kind == "event" else "~")))


def due_elsewhere(practice: Practice, day: str) -> tuple[Entry, ...]:
    """What is open and due on a day, and does not stand on its page."""
    page = f"day:{day}"
    return tuple(e for e in due_there(practice, day) if all(place.page != page for place in e.placements))


def counts(practice: Practice, month: str) -> MonthCounts:
    """What was written on the pages of a month, and what became of it."""
    lines = [
        line for page in (f"month:{month}", *(f"day:{d}" for d in days_of(month))) for line in lines_of(practice, page)
    ]
    here = [line.entry for line in lines if line.state == "here"]
    return MonthCounts(
        len(lines),
        sum(entry.stage == "done" for entry in here),
        len(lines) - len(here),
        sum(entry.stage == "let go" for entry in here),
    )


def future(practice: Practice, now: datetime, months: int = 6) -> list[FutureMonth]:
    """The months to come, so many at least and all that something waits for; "" is what has no month."""
    this = f"{now:%Y-%m}"
    ahead = [shift_month(this, by) for by in range(1, months + 1)]
    more = {page[7:] for page in practice.written.pages() if page.startswith("future:") and page[7:] > this}
    names = sorted({*ahead, *more})
    found = [_future_month(practice, month) for month in names]
    loose = tuple(line for line in lines_of(practice, "future"))
    return [*found, FutureMonth("", loose, ())]


def _future_month(practice: Practice, month: str) -> FutureMonth:
    lines = tuple(lines_of(practice, f"future:{month}"))
    there = {line.entry.id for line in lines}
    due = (entry for day in days_of(month) for entry in due_there(practice, day))
    return FutureMonth(month, lines, tuple(entry for entry in due if entry.id not in there))


def countdown(due: str, now: datetime) -> str:
    """How far off a day is, where it is near: "in 20 days"; else ""."""
    try:
        away = (date.fromisoformat(due[:10]) - now.date()).days
    except ValueError:
        return ""
    return when.until(due, now) if 0 <= away <= NEAR else ""
