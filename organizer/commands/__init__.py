"""Every command, by id. A feature is a command, a view and a page; nothing else writes."""

from __future__ import annotations

from organizer.commands import about, adopting, catch, entries, filling, office_day, repeating, tending
from organizer.commands.command import Ask, Command

COMMANDS: dict[str, Command] = {
    command.id: command
    for command in (
        *catch.COMMANDS,
        *entries.COMMANDS,
        *repeating.COMMANDS,
        *tending.COMMANDS,
        *office_day.COMMANDS,
        *filling.COMMANDS,
        *adopting.COMMANDS,
        *about.COMMANDS,
    )
}

__all__ = ["COMMANDS", "Ask", "Command"]
