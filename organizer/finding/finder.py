"""Searches all that is kept, as fast as one can type."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from sys import intern
from typing import Any, NamedTuple

from organizer.errors import WrongUse
from organizer.finding.facts import Facts
from organizer.finding.meaning import Meaning, Test, meant
from organizer.finding.pillars import ENTRIES, PILLARS, Pillar, Row, hay
from organizer.finding.query import read
from organizer.practice import Practice
from organizer.records import Entry, Record

CHUNK = 2000
"""So many rows of the archive are looked at before it is seen whether that is enough."""


class Shelf:
    """The rows of one pillar: those at hand as they are now, open or over, and those read of the archive so far."""

    def __init__(self, practice: Practice, pillar: Pillar, whole: bool = False) -> None:
        self.pillar = pillar._replace(keeps=_whole, tells=_as_kept) if whole else pillar
        self._practice, self._version = practice, -1
        self._rows: dict[str, list[Row]] = {"open": [], "over": [], "old": []}
        self._fitting: dict[Any, list[Row]] = {}
        self._before: dict[str, tuple[Any, tuple[str, ...], list[Row]]] = {}
        self._facts: dict[tuple[str, int, date], list[Facts]] = {}

    @property
    def left(self) -> int:
        """How many of the archive were not read yet."""
        return max(0, self._practice.older(self.pillar.table) - len(self._rows["old"])) if self.pillar.table else 0

    def reading(self, now: str = "") -> Iterator[int]:
        """Read the archive, thirteen months back from an ISO moment or, without one, all of it; a part at a time, and
        one reading after another."""
        table = self.pillar.table
        if not table or not self._practice.older(table):
            return
        parts = self._practice.recent(table, now) if now else self._practice.everything(table)
        next(parts)  # what is at hand
        before = {row.id for row in self._rows["old"]}
        for part in parts:
            self.take(part, before)
            yield self.left

    def take(self, part: Iterable[Any], before: Collection[str] = ()) -> None:
        """Add records of the archive, but for those that were read `before`."""
        pillar, practice, old = self.pillar, self._practice, self._rows["old"]
        for one in reversed([*part]):
            if one.id not in before:
                day = intern(pillar.created(one)[:10])
                old.append(pillar.keeps(hay(pillar, practice, one), day, one))

    def _refresh(self, now: datetime) -> None:
        """Gather the rows at hand again when anything was changed; the newest first."""
        practice, pillar = self._practice, self.pillar
        if self._version == practice.version:
            return
        self._version = practice.version
        rows = [Row(hay(pillar, practice, one), _id(one), pillar.created(one), one) for one in pillar.held(practice)]
        rows.reverse()
        rows.sort(key=lambda row: row.created, reverse=True)
        stands = pillar.stands or (lambda one: pillar.facts(practice, one, now).state == "open")
        parted: tuple[list[Row], list[Row]] = [], []
        for row in rows:
            parted[not stands(row.one)].append(row)
        self._rows |= {"open": parted[0], "over": parted[1]}
        self._fitting.clear()
        self._before.clear()
        self._facts.clear()

    def find(self, meaning: Meaning, now: datetime, limit: int) -> list[Any]:
        """What fits, best first: open, beginning so, the newest."""
        self._refresh(now)
        first = meaning.words[0] if meaning.words else ""
        opens = self._hits("open", meaning, now)
        over = self._hits("over", meaning, now)
        held = self._practice.table(self.pillar.table) if self.pillar.table else {}
        old = [row for row in self._hits("old", meaning, now, 2 * limit) if row.id not in held]
        ids = {row.id for row in old}
        if old:
            over = _beginning(over, first, limit)
            over = sorted([*over, *old[::-1]], key=lambda row: row.created, reverse=True)
        best = [*_beginning(opens, first, limit), *_beginning(over, first, limit)][:limit]
        return [self.pillar.tells(row) if row.id in ids else row.one for row in best]

    def _hits(self, side: str, meaning: Meaning, now: datetime, limit: int = 0) -> list[Row]:
        """The rows of a side that fit; the first of them, as many as asked for. A letter more looks only among those
        of before."""
        rows, words = self._rows[side], meaning.words
        key = tuple(test.key for test in meaning.tests), meaning.unwanted, len(rows)
        before = self._before.get(side)
        if before and before[0] == key and narrower(before[1], words):
            rows = before[2]
        else:
            rows = self._tested(side, meaning.tests, now)
        hits: list[Row] = []
        step = CHUNK if limit else max(1, len(rows))
        for at in range(0, len(rows), step):
            hits += _holding(rows[at : at + step], words, meaning.unwanted)
            if limit and len(hits) >= limit:
                return hits[:limit]
        self._before[side] = key, words, hits
        return hits

    def _tested(self, side: str, tests: Sequence[Test], now: datetime) -> list[Row]:
        """The rows of which all tests hold; tested once, however many letters follow."""
        rows = self._rows[side]
        if not tests:
            return rows
        place = side, len(rows), tuple(test.key for test in tests), now.date()
        if place not in self._fitting:
            if len(self._fitting) > 12:
                self._fitting.clear()
            self._fitting[place] = self._test(rows, tests, self._facts_of(side, now))
        return self._fitting[place]

    def _facts_of(self, side: str, now: datetime) -> list[Facts]:
        """The facts of all rows of a side, gathered when an operator first asks for them."""
        pillar, practice, rows = self.pillar, self._practice, self._rows[side]
        place = side, len(rows), now.date()
        if place not in self._facts:
            tells = pillar.tells if side == "old" else _as_kept
            self._facts = {kept: facts for kept, facts in self._facts.items() if kept[0] != side}
            self._facts[place] = [pillar.facts(practice, tells(row), now) for row in rows]
        return self._facts[place]

    def _test(self, rows: list[Row], tests: Sequence[Test], facts: list[Facts]) -> list[Row]:
        """Each test is asked once of each value that there is."""
        for test in tests:
            values: list[Any] = [fact[test.fact] for fact in facts] if test.fact >= 0 else [*facts]
            good = {value for value in set(values) if test.accepts(value)}
            kept = [at for at, value in enumerate(values) if value in good]
            rows, facts = [rows[at] for at in kept], [facts[at] for at in kept]
        return rows


def _whole(hay: str, day: str, one: Any) -> Row:
    return Row(hay, one.id, day, one)


def _as_kept(row: Row) -> Any:
    return row.one


def _id(one: Any) -> str:
    """The id of a record; a setting that is known has its name."""
    return str(getattr(one, "id", "") or one.name)


def _holding(rows: list[Row], words: Sequence[str], unwanted: Sequence[str]) -> list[Row]:
    for word in words:
        rows = [row for row in rows if word in row.hay]
    for word in unwanted:
        rows = [row for row in rows if word not in row.hay]
    return rows


def narrower(before: Sequence[str], words: Sequence[str]) -> bool:
    """Whether what holds all these words holds all of before as well. Most of them are the same: whole pages are pasted
    here, too."""
    same = set(words)
    return all(was in same or any(was in word for word in words) for was in before)


def _beginning(rows: list[Row], word: str, limit: int) -> list[Row]:
    """Those whose own words begin so, then the others."""
    if not word:
        return rows[:limit]
    size = len(word)
    first = [row for row in rows if row.hay[:size] == word]
    if len(first) >= limit:
        return first[:limit]
    return [*first, *[row for row in rows if row.hay[:size] != word][:limit]][:limit]


class Group(NamedTuple):
    """What was found of one pillar."""

    pillar: Pillar
    found: list[Any]


class Finder:
    """Searches the pillars, all of them or some; at first what is at hand, `reading` adds the archive. The rows of all
    are gathered once per version of the practice."""

    def __init__(
        self,
        practice: Practice,
        now: Callable[[], datetime],
        pillars: Sequence[Pillar] = PILLARS,
        whole: bool = False,
    ) -> None:
        self._practice, self._now = practice, now
        self.shelves = tuple(Shelf(practice, pillar, whole) for pillar in pillars)
        self.trouble = ""

    @property
    def left(self) -> int:
        """How many records of the archive were not read yet."""
        return sum(shelf.left for shelf in self.shelves)

    def reading(self, now: str = "") -> Iterator[int]:
        """Read the archive: take a part between two keys; each gives how many are left."""
        for shelf in self.shelves:
            for _ in shelf.reading(now):
                yield self.left

    def meaning(self, text: str) -> Meaning:
        """What is typed, as it is meant now."""
        return meant(read(text), self._practice, self._now())

    def find(self, text: str, limit: int = 200) -> list[Group]:
        """What fits, by pillar. What could not be read of it is said in `trouble`, and hides nothing."""
        meaning, now = self.meaning(text), self._now()
        self.trouble = meaning.trouble
        if not meaning.says:
            return []
        groups = [Group(shelf.pillar, shelf.find(meaning, now, limit)) for shelf in self.shelves]
        return [group for group in groups if group.found]

    def entries(self, text: str, limit: int = 200) -> list[Entry]:
        """The entries alone."""
        return next((group.found for group in self.find(text, limit) if group.pillar.table == "entries"), [])


def search(
    practice: Practice, text: str, now: datetime, parts: Iterable[list[Record]] | None = None, limit: int = 1_000_000
) -> list[Entry]:
    """The entries that fit, best first, in full: of these parts, else of what is at hand. Raises `WrongUse` for an
    operator that cannot be read."""
    meaning = meant(read(text), practice, now)
    if meaning.trouble:
        raise WrongUse(meaning.trouble)
    shelf = Shelf(practice, ENTRIES, whole=True)
    if not meaning.says:
        return []
    for part in [*(parts or ())][1:]:  # the first is what is at hand
        shelf.take(part)
    return [one for one in shelf.find(meaning, now, limit) if isinstance(one, Entry)]
