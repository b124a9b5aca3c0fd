"""Keeping it safe: backups, going back to one, and mending what names something that is not there."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.practice import Practice
from organizer.views.references import gone
from organizer.words import count


def _references(ask: Ask) -> Change:
    """Take out the names of entries that are gone, from what waits for them and from the three of a day."""
    rows = []
    for one in gone(ask.practice):
        if one.table == "days":
            day = ask.practice.days[one.id]
            rows.append(row("days", day, day._replace(three=_without(day.three, one.missing))))
        else:
            entry = ask.practice.entries[one.id]
            rows.append(row("entries", entry, entry._replace(blocked_by=_without(entry.blocked_by, one.missing))))
    return Change(f"Repaired: {count(len(rows), 'reference')} to what is gone", tuple(rows))


def _is_any(practice: Practice, ids: tuple[str, ...]) -> str:
    return "" if gone(practice) else "Every reference leads somewhere; there is nothing to mend."


def _without(ids: tuple[str, ...], missing: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in missing)


COMMANDS = (
    Command(
        "keep.backup", "Back up now", "A copy of everything that is kept, opened again and counted before it counts."
    ),
    Command("keep.backups", "Backups", "The backups there are; shows what going back to one would do, then asks."),
    Command(
        "repair.references",
        "Mend loose references",
        "Take out the names of entries that are gone, from what waits for them and from the three of a day.",
        _references,
        allowed=_is_any,
    ),
)
