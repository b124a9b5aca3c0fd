"""Finding promises by their words: what is at hand, and the archive as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from organizer.practice import Practice
from organizer.records import Record
from organizer.records.word import Commitment


def haystack(practice: Practice, one: Commitment) -> str:
    """All the words of a promise, lower case, its own text first."""
    area = practice.areas.get(one.area)
    parts = (one.text, one.who, area.name if area else one.area, one.serves, *(step.note for step in one.steps))
    return "\n".join(part for part in parts if part).casefold()


class Promised:
    """Searches as fast as one can type, as `organizer.views.search.Finder` does: `reading` adds the archive."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._version = -1
        self._hay: list[tuple[str, Commitment]] = []
        self._old: dict[str, tuple[str, Commitment]] = {}

    @property
    def left(self) -> int:
        """How many of the archive were not read yet."""
        return max(0, self._practice.older("commitments") - len(self._old))

    def reading(self, now: str = "") -> Iterator[int]:
        """Read the archive, what was over with within thirteen months of an ISO moment or, without one, all of it; a
        part at a time, each gives how many are left."""
        if not self._practice.older("commitments"):
            return
        parts = self._practice.recent("commitments", now) if now else self._practice.everything("commitments")
        next(parts)  # what is at hand
        for part in parts:
            for one in part:
                if isinstance(one, Commitment) and one.id not in self._old:
                    bare = one._replace(steps=(), repeat=None, extra=())
                    self._old[one.id] = haystack(self._practice, one), bare
            yield self.left

    def find(self, words: str, limit: int) -> list[Commitment]:
        """Those that hold every word, the newest first; of those in the archive not their steps."""
        held = self._practice.commitments
        if self._version != self._practice.version:
            self._hay = [(haystack(self._practice, one), one) for one in held.values()]
            self._version = self._practice.version
        old = (pair for id, pair in self._old.items() if id not in held)
        return _among((*self._hay, *old), words)[:limit]


def promised(practice: Practice, words: str, parts: Iterable[list[Record]]) -> list[Commitment]:
    """The promises of these parts that hold every word, the newest first."""
    found = (one for part in parts for one in part if isinstance(one, Commitment))
    return _among(((haystack(practice, one), one) for one in found), words)


def _among(hay: Iterable[tuple[str, Commitment]], words: str) -> list[Commitment]:
    wanted = words.casefold().split()
    found = [one for text, one in hay if wanted and all(word in text for word in wanted)]
    return sorted(found, key=lambda one: one.created, reverse=True)
