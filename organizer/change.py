"""A change: whole rows before and after, under one name. Its inverse is the undo."""

from typing import NamedTuple

from organizer.records import Record


class Row(NamedTuple):
    """One record before and after; `before` is None where it was made, `after` where it was removed."""

    table: str
    id: str
    before: Record | None
    after: Record | None


class Change(NamedTuple):
    """What one act did, all of it or none.

    `label` names it for people ("Done: Pay rent"). `n` is its place in the vault's log, 0 until it
    is stored; `at` the local time (ISO, seconds); `by` who did it ("app", "shell"). `undoes` and
    `redoes` hold the `n` of the change that this one took back or did again, else 0.
    """

    label: str
    rows: tuple[Row, ...] = ()
    n: int = 0
    at: str = ""
    by: str = ""
    undoes: int = 0
    redoes: int = 0

    def inverse(self) -> tuple[Row, ...]:
        """The rows that take this change back, last one first."""
        return tuple(Row(row.table, row.id, row.after, row.before) for row in reversed(self.rows))


MOST_TOLD = 200
"""So many rows are told of; after more of them all may have changed."""


class Told:
    """The rows of entries changed last, and when each table was changed. Versions are those of the practice."""

    def __init__(self, version: int = 0) -> None:
        """Nothing is known of what was changed up to `version`."""
        self._born = self._from = version
        self._rows: list[tuple[int, Row]] = []
        self._tables: dict[str, int] = {}

    def add(self, version: int, row: Row) -> None:
        """A row was changed."""
        self._tables[row.table] = version
        if row.table != "entries" or self._from == version:
            return
        if len(self._rows) == MOST_TOLD:
            self._rows, self._from = [], version
        else:
            self._rows.append((version, row))

    def entries(self, since: int) -> list[Row] | None:
        """The rows of entries that were changed since a version, in their order; None when all may have been."""
        return [row for version, row in self._rows if version > since] if since >= self._from else None

    def apart_from(self, table: str) -> int:
        """The version with which anything but this table was changed last."""
        return max((version for name, version in self._tables.items() if name != table), default=self._born)
