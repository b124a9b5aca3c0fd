"""A page of the journal: what stands on it, in the order it was written."""

from __future__ import annotations

from typing import NamedTuple

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
    lines = [
        (rank(entry, index), Line(entry, place.state, index))
        for entry in practice.page(page)
        for index, place in enumerate(entry.placements)
        if place.page == page
    ]
    lines.sort(key=_rank)
    return [line for _, line in lines]


def _rank(pair: tuple[int, Line]) -> int:
    return pair[0]


def day(practice: Practice, date: str) -> list[Line]:
    """The lines of the page of an ISO date, however old."""
    return lines_of(practice, f"day:{date}")
