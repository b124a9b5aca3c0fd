"""Every command, by id. A feature is a command, a view and a page; nothing else writes."""

from __future__ import annotations

from organizer.commands import (
    about,
    adopting,
    areas,
    catch,
    entries,
    filling,
    first_steps,
    office_day,
    repeating,
    tending,
)
from organizer.commands.command import Ask, Command

COMMANDS: dict[str, Command] = {
    command.id: command
    for command in (
        *catch.COMMANDS,
        *entries.COMMANDS,
        *repeating.COMMANDS,
        *tending.COMMANDS,
        *office_day.COMMANDS,
        *areas.COMMANDS,
        *first_steps.COMMANDS,
        *filling.COMMANDS,
        *adopting.COMMANDS,
        *about.COMMANDS,
    )
}

__all__ = ["COMMANDS", "Ask", "Command"]
