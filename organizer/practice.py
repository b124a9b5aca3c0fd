"""All records of the practice in memory, by table and id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from organizer.change import Row
from organizer.errors import Ambiguous, NotFound
from organizer.ids import Starts, short
from organizer.records import Area, Day, Entry, Record, Setting, Theme

R = TypeVar("R")


class Practice:
    """What the rules and the pages read. Tables are fetched from `source` when first asked for.

    `source(table)` gives a new dict of id -> record; `has(table, prefix)` says whether any id of a
    table begins so, without fetching it. `version` grows with every change, for caches.
    """

    def __init__(
        self,
        source: Callable[[str], dict[str, Record]] = lambda table: {},
        has: Callable[[str, str], bool] | None = None,
    ) -> None:
        self._source = source
        self._has = has
        self._tables: dict[str, dict[str, Record]] = {}
        self._starts: Starts | None = None
        self.version = 0

    def table(self, name: str) -> dict[str, Record]:
        """The records of a table by id; not to be changed by the caller."""
        if name not in self._tables:
            self._tables[name] = self._source(name)
        return self._tables[name]

    def _of(self, name: str, kind: type[R]) -> dict[str, R]:
        return cast("dict[str, R]", self.table(name))

    @property
    def entries(self) -> dict[str, Entry]:
        """Every entry by id."""
        return self._of("entries", Entry)

    @property
    def areas(self) -> dict[str, Area]:
        """Every area by id."""
        return self._of("areas", Area)

    @property
    def days(self) -> dict[str, Day]:
        """Office days by ISO date."""
        return self._of("days", Day)

    def day(self, date: str) -> Day:
        """The office day of an ISO date, blank when nothing was said of it."""
        return self.days.get(date) or Day(date)

    def areas_in_order(self) -> list[Area]:
        """The areas in use, as the person ordered them."""
        return sorted(
            (area for area in self.areas.values() if not area.retired), key=lambda area: (area.order, area.name)
        )

    def every_area(self) -> list[Area]:
        """The areas in use as the person ordered them, then the retired ones."""
        retired = (area for area in self.areas.values() if area.retired)
        return [*self.areas_in_order(), *sorted(retired, key=lambda area: (area.order, area.name))]

    def theme(self) -> Theme | None:
        """The theme the practice stands under now: the one begun last."""
        themes = self._of("themes", Theme).values()
        return max(themes, key=lambda theme: theme.since, default=None)

    def setting(self, name: str, default: Any = None) -> Any:
        """What the person set under a name, or the default."""
        found = self._of("settings", Setting).get(name)
        return default if found is None else found.value

    @property
    def day_first(self) -> bool:
        """Whether 3/4 is the third of April; else, as in the US, March 4."""
        return self.setting("day_first") in (True, "day first")

    def taken(self, prefix: str) -> bool:
        """Whether an entry's id begins so."""
        if self._has is not None and "entries" not in self._tables:
            return self._has("entries", prefix)
        if self._starts is None:
            self._starts = Starts(self.entries)
        return self._starts.may_begin(prefix) and any(id.startswith(prefix) for id in self.entries)

    def find(self, given: str) -> Entry:
        """The entry with this id, the beginning of one, or a UUID.

        Raises `NotFound`, or `Ambiguous` with the ids that fit.
        """
        wanted = given.strip().lower()
        entries = self.entries
        if wanted in entries:
            return entries[wanted]
        fitting = [entry for id, entry in entries.items() if id.startswith(wanted)] if wanted else []
        if not fitting and len(wanted) == 36:
            fitting = [entry for entry in entries.values() if entry.uuid == wanted]
        if not fitting:
            raise NotFound(f"There is no entry {given!r}. `organizer list` shows what there is.")
        if len(fitting) > 1:
            names = ", ".join(short(entry.id) for entry in fitting[:6])
            raise Ambiguous(f"{len(fitting)} entries begin with {given!r}: {names}. Add a letter.")
        return fitting[0]

    def apply(self, rows: Iterable[Row]) -> None:
        """Take in the rows of a change: each record becomes what it is after."""
        for row in rows:
            if row.table not in self._tables:
                continue
            if row.after is None:
                self._tables[row.table].pop(row.id, None)
            else:
                self._tables[row.table][row.id] = row.after
                if row.table == "entries" and self._starts is not None:
                    self._starts.add(row.id)
        self.version += 1

    def forget(self) -> None:
        """Drop everything read so far; it is fetched again when asked for."""
        self._tables.clear()
        self._starts = None
        self.version += 1
