"""A vault in memory, with the same promises but no disk: for rules, commands and pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from organizer.archiving import over
from organizer.change import Change
from organizer.errors import Conflict
from organizer.records import TABLES, Area, Entry, Record, Setting, to_doc

AREAS = (
    "Documentation",
    "Scheduling",
    "Record-keeping",
    "Accounting",
    "Training",
    "Administration",
    "Systems",
    "Operations",
)


def areas() -> list[Area]:
    """The areas a practice begins with, in short."""
    made = [Area(name.lower(), name=name, order=order) for order, name in enumerate(AREAS)]
    return [*made, Area("outreach", name="Outreach", order=9, aliases=("front door", "door"), client_facing=True)]


class MemoryVault:
    """Keeps records in dicts; `others` holds changes another process is said to have made.

    The first steps are done, unless it is `fresh`. `archived` records are in the archive.
    """

    readonly = ""

    def __init__(self, *records: Record, fresh: bool = False, archived: Iterable[Record] = ()) -> None:
        self.archived: dict[str, Record] = {record.id: record for record in archived}
        self.tables: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
        begun = () if fresh else (Setting("first_run", "done"),)
        for record in (*areas(), *begun, *records):
            table = next(name for name, kind in TABLES.items() if isinstance(record, kind))
            self.tables[table][record.id] = record
        self.log: list[Change] = []
        self.damage: list[str] = []
        self.refuse: Exception | None = None
        self._unheard: list[Change] = []

    def table(self, name: str) -> dict[str, Record]:
        """A copy of a table."""
        return dict(self.tables[name])

    def has(self, table: str, prefix: str) -> bool:
        """Whether an id begins so."""
        return any(id.startswith(prefix) for id in (*self.tables[table], *self._old(table)))

    def _old(self, table: str) -> dict[str, Record]:
        return {id: record for id, record in self.archived.items() if isinstance(record, TABLES[table])}

    def unfinished(self) -> list[Record]:
        """All of them are at hand."""
        return [*self.tables["entries"].values()]

    def look(self, table: str, id: str) -> Record | None:
        """Here or in the archive."""
        return self.tables[table].get(id, self._old(table).get(id))

    def begin(self, table: str, prefix: str) -> list[str]:
        """Of the archive."""
        return [id for id in self._old(table) if id.startswith(prefix)]

    def older(self, table: str, year: str = "", page: str = "", since: str = "") -> Iterator[list[Record]]:
        """Two at a time."""
        found: list[Record] = [
            record
            for record in self._old(table).values()
            if over(table, to_doc(record)).startswith(year)
            and over(table, to_doc(record)) >= since
            and (not page or (isinstance(record, Entry) and any(place.page == page for place in record.placements)))
        ]
        for at in range(0, len(found), 2):
            yield found[at : at + 2]

    def years(self, table: str) -> dict[str, int]:
        """By the rule."""
        return dict(Counter(over(table, to_doc(record))[:4] for record in self._old(table).values()))

    @contextmanager
    def writing(
        self, notice: Callable[[], None] | None = None, patience: float = 30.0
    ) -> Iterator[list[Change] | None]:
        """Nobody else writes here."""
        yield self.news()

    def commit(self, change: Change) -> Change:
        """Keep it, or refuse as told."""
        if self.refuse:
            raise self.refuse
        for row in change.rows:
            if self.look(row.table, row.id) != row.before:
                raise Conflict("That has changed since.")
        kept = change._replace(n=len(self.log) + 1)
        for row in kept.rows:
            if row.id in self._old(row.table):
                del self.archived[row.id]
            if row.after is None:
                self.tables[row.table].pop(row.id, None)
            else:
                self.tables[row.table][row.id] = row.after
        self.log.append(kept)
        return kept

    def by_another(self, change: Change) -> None:
        """Another process makes a change."""
        self._unheard.append(self.commit(change))

    def news(self) -> list[Change] | None:
        """What `by_another` made."""
        news, self._unheard = self._unheard, []
        return news

    def past(self) -> Iterator[Change]:
        """Newest first."""
        return iter(self.log[::-1])

    def old_history(self, id: str) -> list[tuple[int, str, str, tuple[str, ...]]]:
        """Nothing is that old."""
        return []

    def close(self) -> None:
        """Nothing to do."""
