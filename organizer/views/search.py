"""One search over everything: every word must be somewhere in the entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from sys import intern

from organizer.practice import Practice
from organizer.records import Entry, Record


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
    """Searches as fast as one can type: the words of all entries are gathered once per practice version.

    At first among what is at hand; `reading` adds the archive, a part at a time.
    """

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._version = -1
        self._hay: list[tuple[str, str]] = []
        self._old: dict[str, tuple[str, ...]] = {}
        self._narrowed: tuple[int, str, list[str]] = 0, "", []

    @property
    def left(self) -> int:
        """How many entries of the archive were not read yet."""
        return max(0, self._practice.older("entries") - len(self._old))

    def reading(self, now: str = "") -> Iterator[int]:
        """Read the archive, what was over with within thirteen months of an ISO moment or, without one, all of it.

        Each step takes in 200 entries at most and gives how many are left: take one between two keys.
        """
        parts = self._practice.recent("entries", now) if now else self._practice.everything("entries")
        next(parts)  # what is at hand
        for part in parts:
            self._take(part)
            yield self.left

    def _take(self, part: list[Record]) -> None:
        for one in reversed(part):
            if isinstance(one, Entry) and one.id not in self._old:
                shown = one.text, one.kind, one.area, one.stage, intern(one.created[:10])
                self._old[one.id] = haystack(self._practice, one), *shown

    def find(self, words: str, limit: int = 200) -> list[Entry]:
        """The entries that hold every word: open before finished, text that begins so first, then the newest.

        Of those in the archive only the newest, twice as many as asked for, and not all of their fields: those that a
        list shows.
        """
        wanted = words.casefold().split()
        if not wanted:
            return []
        if self._version != self._practice.version:
            self._hay = [(id, haystack(self._practice, entry)) for id, entry in self._practice.entries.items()]
            self._version = self._practice.version
        first, *rest = wanted
        held = self._practice.entries
        hits = [held[id] for id, hay in self._hay if first in hay and all(word in hay for word in rest)]
        old = [_told(id, self._old[id]) for id in self._among_old(words.casefold(), 2 * limit) if id not in held]
        return ranked([*hits, *old], wanted)[:limit]

    def _among_old(self, words: str, limit: int) -> list[str]:
        """The ids in the archive that hold every word, the newest; a letter more looks among those of before."""
        count, before, ids = self._narrowed
        among: Iterable[str] = ids if count == len(self._old) and words.startswith(before) else self._old
        first, *rest = words.split()
        fitting = (id for id in among if first in self._old[id][0] and all(word in self._old[id][0] for word in rest))
        found = [*islice(fitting, limit)]
        if len(found) < limit:
            self._narrowed = len(self._old), words, found
        return found


def _told(id: str, kept: tuple[str, ...]) -> Entry:
    _, text, kind, area, stage, created = kept
    return Entry(id, "", text, kind, area, stage, created=created)


def ranked(entries: Iterable[Entry], wanted: list[str]) -> list[Entry]:
    """Open first, then those whose text begins with the first word, then the newest."""
    newest = sorted(list(entries)[::-1], key=lambda entry: entry.created, reverse=True)
    return sorted(newest, key=lambda entry: (not entry.open, not entry.text.casefold().startswith(wanted[0])))


def search(
    practice: Practice, words: str, parts: Iterable[list[Record]] | None = None, limit: int = 1_000_000
) -> list[Entry]:
    """The entries that hold every word, best first, in full: of these parts, else of what is at hand."""
    wanted = words.casefold().split()
    entries = (one for part in (parts or ([*practice.entries.values()],)) for one in part if isinstance(one, Entry))
    hits = ((entry, haystack(practice, entry)) for entry in entries)
    return ranked([entry for entry, hay in hits if wanted and all(word in hay for word in wanted)], wanted)[:limit]
