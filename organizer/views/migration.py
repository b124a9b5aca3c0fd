"""Migration: what is still open on earlier pages, to be met one line at a time. Nothing moves by itself."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer.pages import kind_of, name_of, standing
from organizer.practice import Practice
from organizer.records import Entry
from organizer.views.day import Line

QUESTIONS_FROM = 1
"""From so many migrations on, the next one asks why (field-guide.md, section 1: put off twice)."""


class Met(NamedTuple):
    """What was decided today about a line of an earlier page: "moved", "scheduled", "done", "let go", "waiting"."""

    entry: Entry
    how: str


class MigrationView(NamedTuple):
    """Decided today, in that order, and what is still to meet, the oldest page first."""

    met: tuple[Met, ...]
    left: tuple[Line, ...]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.met) + len(self.left)


def is_past(page: str, day: str) -> bool:
    """Whether a page lies behind a day: an earlier day or month, or a month of the future log that has come."""
    kind, name = kind_of(page), name_of(page)
    if kind == "day":
        return name < day
    if kind == "month":
        return name < day[:7]
    return kind == "future" and bool(name) and name <= day[:7]


def to_meet(entry: Entry, day: str) -> int:
    """The placement on which an open task stands on an earlier page with nothing decided about it; -1 for none.

    A day that is still to come, some day, and waiting until the day to ask again are decisions.
    """
    if entry.kind != "task" or not entry.open or entry.someday or (entry.due and entry.due[:10] >= day):
        return -1
    if entry.waiting_for and (not entry.nudge or entry.nudge[:10] > day):
        return -1
    if entry.start and entry.start[:10] > day:
        return -1
    nth = standing(entry)
    return nth if nth >= 0 and is_past(entry.placements[nth].page, day) else -1


def migration(practice: Practice, now: datetime) -> MigrationView:
    """The view of a day."""
    day = now.date().isoformat()
    met: list[tuple[str, Met]] = []
    left: list[Line] = []
    for entry in practice.entries.values():
        nth = to_meet(entry, day) if entry.open else -1
        if nth >= 0:
            left.append(Line(entry, "here", nth))
        elif entry.kind == "task":
            decided = _decided(entry, day)
            if decided:
                met.append(decided)
    left.sort(key=lambda line: (name_of(line.entry.placements[line.nth].page), line.entry.created))
    met.sort(key=lambda pair: pair[0])
    return MigrationView(tuple(one for _, one in met), tuple(left))


def _decided(entry: Entry, day: str) -> tuple[str, Met] | None:
    """When and how a task of an earlier page was decided about today, if it was."""
    nth = standing(entry)
    if nth < 0:
        return None
    here = entry.placements[nth]
    if nth and here.at[:10] == day and is_past(entry.placements[nth - 1].page, day):
        return here.at, Met(entry, entry.stage if not entry.open else entry.placements[nth - 1].state)
    if not is_past(here.page, day):
        return None
    if entry.closed and entry.closed[:10] == day:
        return entry.closed, Met(entry, entry.stage)
    if entry.open and entry.waiting_for and entry.waiting_since == day:
        return day, Met(entry, "waiting")
    return None


def asks_why(entry: Entry) -> bool:
    """Whether moving it on once more asks the three questions: it was put off before, and they were not answered."""
    return entry.deferrals >= QUESTIONS_FROM and "Why it matters: " not in entry.notes
