"""Filling an empty practice with records that were prepared: the demo's beginning."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.errors import WrongUse
from organizer.practice import Practice
from organizer.records.docs import table_of
from organizer.words import count


def while_empty(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while nothing has been written yet; else the reason."""
    return "This practice has entries of its own, so it is not filled." if practice.entries else ""


def fill(ask: Ask) -> Change:
    """Answer `records`: whole records of any table. Undo stops before it: it is a beginning, not an act."""
    records = list(ask.answers.get("records") or ())
    if not records:
        raise WrongUse("There is nothing to fill the practice with.")
    rows = []
    for record in records:
        table = table_of(type(record))
        rows.append(row(table, ask.practice.table(table).get(record.id), record))
    return Change(f"Filled the practice: {count(len(rows), 'record')}", tuple(rows), undoes=-1)


COMMANDS = (
    Command(
        id="practice.fill",
        title="Fill an empty practice",
        help="Put prepared records into a practice that has no entries yet.",
        run=fill,
        asks="records",
        allowed=while_empty,
    ),
)
