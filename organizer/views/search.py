"""One search over everything: every word must be somewhere in the entry."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.practice import Practice
from organizer.records import Entry


def haystack(practice: Practice, entry: Entry) -> str:
    """All the words of an entry, lower case, its own text first."""
    area = practice.areas.get(entry.area)
    parts = (
        entry.text,
        entry.step,
        area.name if area else entry.area,
        " ".join(entry.tags),
        entry.waiting_for,
        entry.worst,
        entry.notes,
        *(line.text for line in entry.checklist),
    )
    return "\n".join(part for part in parts if part).casefold()


class Finder:
    """Searches as fast as one can type: the words of all entries are gathered once per practice version."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._version = -1
        self._hay: list[tuple[str, str]] = []

    def find(self, words: str, limit: int = 200) -> list[Entry]:
        """The entries that hold every word: open before finished, text that begins so first, then the newest."""
        wanted = words.casefold().split()
        if not wanted:
            return []
        if self._version != self._practice.version:
            self._hay = [(id, haystack(self._practice, entry)) for id, entry in self._practice.entries.items()]
            self._version = self._practice.version
        first, *rest = wanted
        hits = (id for id, hay in self._hay if first in hay and all(word in hay for word in rest))
        return ranked((self._practice.entries[id] for id in hits), wanted)[:limit]


def ranked(entries: Iterable[Entry], wanted: list[str]) -> list[Entry]:
    """Open first, then those whose text begins with the first word, then the newest."""
    newest = sorted(list(entries)[::-1], key=lambda entry: entry.created, reverse=True)
    return sorted(newest, key=lambda entry: (not entry.open, not entry.text.casefold().startswith(wanted[0])))


def search(practice: Practice, words: str, limit: int = 1_000_000) -> list[Entry]:
    """The entries that hold every word, best first."""
    return Finder(practice).find(words, limit)
