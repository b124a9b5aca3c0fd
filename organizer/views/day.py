"""A page of the journal: what stands on it, in the order it was written."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from organizer.pages import rank
from organizer.practice import Practice
from organizer.records import Entry, Placement


class Line(NamedTuple):
    """One line of a page: the entry, how it stands there ("here", "moved", "scheduled"), and which of its placements
    that is."""

    entry: Entry
    state: str
    nth: int = 0

    @property
    def key(self) -> str:
        """A name for the line that no other has."""
        return f"{self.entry.id}/{self.nth}"

    @property
    def page(self) -> str:
        """The page it stands on."""
        return self.entry.placements[self.nth].page

    @property
    def went(self) -> Placement | None:
        """Where it went from here."""
        places = self.entry.placements
        return places[self.nth + 1] if self.nth + 1 < len(places) else None

    @property
    def came(self) -> Placement | None:
        """Where it came from."""
        return self.entry.placements[self.nth - 1] if self.nth else None


def lines_of(practice: Practice, page: str) -> list[Line]:
    """The lines of a page, however old."""
    entries = practice.page(page)
    known = _KNOWN.setdefault(practice, {})
    found = known.get(page)
    if found is not None and found[0] == entries:  # the same tuples are equal at once
        return list(found[1])
    if found is not None and found[0] == entries[:-1]:  # one line was added
        lines = [*found[1], *_lines(entries[-1:], page)]
    else:
        lines = _lines(entries, page)
    lines.sort(key=_rank)
    if len(known) > MOST_KNOWN:
        known.clear()
    known[page] = entries, lines
    return list(lines)


def _lines(entries: list[Entry], page: str) -> list[Line]:
    return [
        Line(entry, place.state, index)
        for entry in entries
        for index, place in enumerate(entry.placements)
        if place.page == page
    ]


_KNOWN: WeakKeyDictionary[Practice, dict[str, tuple[list[Entry], list[Line]]]] = WeakKeyDictionary()
MOST_KNOWN = 60
"""Of so many pages the lines are kept in order until something of them changes."""


def _rank(line: Line) -> int:
    return rank(line.entry, line.nth)


def day(practice: Practice, date: str) -> list[Line]:
    """The lines of the page of an ISO date, however old."""
    return lines_of(practice, f"day:{date}")
