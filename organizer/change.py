"""A change: whole rows before and after, under one name. Its inverse is the undo."""

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

from organizer.records import Record

T = TypeVar("T")


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
MOST_MADE = 60
"""So much of what rests on no entry is kept: with every minute there is more of it."""


class Told:
    """The rows of entries changed last, and what was made of all else. Versions are those of the practice."""

    def __init__(self, version: int = 0) -> None:
        """Nothing is known of what was changed up to `version`."""
        self._from = version
        self._rows: list[tuple[int, Row]] = []
        self.beside = version
        """The version with which anything but an entry was changed last."""
        self._made: dict[Hashable, Any] = {}

    def add(self, version: int, row: Row) -> None:
        """A row was changed."""
        if row.table != "entries":
            self.beside = version
            self._made.clear()
            return
        if self._from == version:
            return
        if len(self._rows) == MOST_TOLD:
            self._rows, self._from = [], version
        else:
            self._rows.append((version, row))

    def entries(self, since: int) -> list[Row] | None:
        """The rows of entries that were changed since a version, in their order; None when all may have been."""
        return [row for version, row in self._rows if version > since] if since >= self._from else None

    def made(self, what: Hashable, make: Callable[[], T]) -> T:
        """What rests on no entry, made once until anything but an entry is changed; `what` tells it from others, and
        says of which moment it is."""
        if what not in self._made:
            if len(self._made) > MOST_MADE:
                self._made.clear()
            self._made[what] = make()
        found: T = self._made[what]
        return found
