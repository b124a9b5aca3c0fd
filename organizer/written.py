"""Which entries stand on which page of the journal, and which are due when."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.records import Entry


class Written:
    """Which entries stand, or stood, on each page, and which are due on each day: made once, then kept in step."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._on: dict[str, dict[str, None]] = {}
        self._here: dict[str, int] = {}
        self._due: dict[str, dict[str, None]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """One entry more."""
        for place in entry.placements:
            self._on.setdefault(place.page, {})[entry.id] = None
            if place.state == "here":
                self._here[place.page] = self._here.get(place.page, 0) + 1
        if entry.due:
            self._due.setdefault(entry.due[:10], {})[entry.id] = None

    def remove(self, entry: Entry) -> None:
        """One less."""
        for place in entry.placements:
            self._on.get(place.page, {}).pop(entry.id, None)
            if place.state == "here":
                self._here[place.page] = self._here.get(place.page, 0) - 1
        if entry.due:
            self._due.get(entry.due[:10], {}).pop(entry.id, None)

    def on(self, page: str) -> list[str]:
        """The ids on a page."""
        return list(self._on.get(page, ()))

    def here(self, page: str) -> int:
        """How many entries stand on a page now."""
        return self._here.get(page, 0)

    def due(self, day: str) -> list[str]:
        """The ids due on an ISO date."""
        return list(self._due.get(day, ()))

    def pages(self) -> list[str]:
        """Every page that something stands or stood on."""
        return [page for page, ids in self._on.items() if ids]
