"""A day's page of the journal: what was written on it, in the order it was written."""

from __future__ import annotations

from typing import NamedTuple

from organizer.practice import Practice
from organizer.records import Entry


class Line(NamedTuple):
    """One line of a page: the entry, and how it stands there ("here", "moved", "scheduled")."""

    entry: Entry
    state: str


def day(practice: Practice, date: str) -> list[Line]:
    """The lines of the page of an ISO date, however old."""
    page = f"day:{date}"
    return [
        Line(entry, place.state)
        for entry in practice.page(page)
        for place in entry.placements
        if place.page == page
    ]  # fmt: skip
