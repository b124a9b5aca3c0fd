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
