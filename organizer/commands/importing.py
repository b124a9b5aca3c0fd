"""Bringing in what was taken along, or a list from elsewhere: all that comes is one change, so undo takes it back."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands import import_others
from organizer.commands.command import Ask, Command
from organizer.commands.import_rows import Taken, refuse_bad, taken
from organizer.errors import Conflict, WrongUse
from organizer.exchange.merging import Plan, plan
from organizer.words import count

PREFER = ("", "mine", "theirs")


def outlook(ask: Ask) -> tuple[Plan, Taken]:
    """What an import would do. Answers: `records` (as `organizer.exchange.reading` gives them) or `sheet` (as
    `organizer.exchange.sheet` does), and `prefer`, "mine" or "theirs", of what is here and not the same. Raises
    `WrongUse`."""
    prefer = str(ask.answers.get("prefer") or "")
    if prefer not in PREFER:
        raise WrongUse("Of what differs, mine or theirs; nothing else.")
    sheet = ask.answers.get("sheet")
    if sheet is None:
        return plan(ask.practice, ask.answers.get("records") or (), prefer), Taken((), (), ())
    found = taken(ask, sheet) if sheet.what == "tasks" else import_others.taken(ask, sheet)
    return plan(ask.practice, found.entries, prefer), found


def bring_in(ask: Ask) -> Change:
    """Do it, with the answers of `outlook`. Something that differs is enough for nothing to come, without `prefer`; and
    so is one row that cannot be read."""
    found, rows = outlook(ask)
    refuse_bad(rows)
    if found.differing and not ask.answers.get("prefer"):
        raise Conflict(f"{differs(found)} Say whose is to stay, mine or theirs; nothing was changed.")
    return Change(f"Imported: {count(len(found.rows), 'record')}", found.rows)


def differs(found: Plan) -> str:
    """How many of what is here are not the same in the file, in a sentence."""
    tables: dict[str, int] = {}
    for table, _ in found.differing:
        tables[table] = tables.get(table, 0) + 1
    said = ", ".join(f"{number:,} in {table}" for table, number in tables.items())
    is_are = "is" if len(found.differing) == 1 else "are"
    return f"{count(len(found.differing), 'record')} {is_are} here already, and not the same in the file: {said}."


COMMANDS = (
    Command("export", "Export", "Take everything along in a file: JSON, CSV or Markdown."),
    Command(
        id="import",
        title="Import",
        help="Bring in what was exported, or a list from elsewhere; shows what would come, then asks.",
        run=bring_in,
        asks="import",
        as_is=True,
    ),
    Command("report.week", "The week on a page", "A page to print: what was done, what was kept, what comes next."),
)
