"""Every command, by id. A feature is a command, a view and a page; nothing else writes.

A module of commands is imported when one of its commands is run: a shell verb pays for what it does, and the first
picture for no command at all. What is told of a command until then stands in `organizer.commands.listed`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from organizer.commands.command import Ask, Command, always

_MODULES: dict[str, tuple[str, ...]] = {
    "catch": ("catch",),
    "entries": ("entry", "check"),
    "repeating": ("repeat", "entry"),
    "tending": ("entry",),
    "office_day": ("office", "look"),
    "setting": ("setting",),
    "keys": ("setting",),
    "journal": ("journal",),
    "turning": ("journal",),
    "leafing": ("journal", "volume"),
    "collections": ("collection",),
    "habits": ("habit",),
    "studio": ("studio",),
    "theme": ("theme",),
    "areas": ("area", "areas"),
    "first_steps": ("first",),
    "filling": ("practice",),
    "adopting": ("packs",),
    "giving": ("word",),
    "word": ("word",),
    "repairing": ("word",),
    "door": ("door",),
    "scripts": ("script",),
    "closing": ("closure", "closures"),
    "wins": ("win",),
    "rewards": ("reward",),
    "win_ways": ("win",),
    "path": ("path",),
    "stops": ("stops",),
    "feedback": ("feedback",),
    "rituals": ("ritual",),
    "running": ("ritual", "run"),
    "reminding": ("reminders", "ring"),
    "privacy": ("privacy", "passphrase"),
    "keeping": ("keep", "repair"),
    "importing": ("export", "import", "report"),
    "finding": ("filter",),
    "about": (),
}
"""The modules in the order of the help, each with the first words of its ids; those without may have any."""


def of_module(module: str) -> tuple[Command, ...]:
    """The commands of one module, which is imported for them."""
    found: tuple[Command, ...] = __import__(f"organizer.commands.{module}", fromlist=["COMMANDS"]).COMMANDS
    return found


def real(id: str) -> Command | None:
    """The command itself, its module imported; None for an id that is none."""
    first = id.partition(".")[0]
    likely = [module for module, words in _MODULES.items() if first in words]
    for module in (*likely, *(module for module in _MODULES if module not in likely)):
        for command in of_module(module):
            if command.id == id:
                return command
    return None


def modules() -> tuple[str, ...]:
    """The modules, in the order of the help."""
    return tuple(_MODULES)


class Commands(Mapping[str, Command]):
    """Commands by id, in the order of their modules; each imports what it needs when it is run."""

    def __init__(self) -> None:
        self._found: dict[str, Command] = {}

    @property
    def _listed(self) -> dict[str, Command]:
        if not self._found:
            from organizer.commands.listed import LISTED

            self._found = {row[0]: _told(*row) for row in LISTED}
        return self._found

    def __getitem__(self, id: str) -> Command:
        return self._listed[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


def _told(id: str, title: str, help: str, runs: bool, rest: Mapping[str, Any]) -> Command:
    """A command as it is listed: it becomes the real one when it is run or asked whether it may be."""

    def run(ask: Ask) -> Any:
        return real(id).run(ask)  # type: ignore[union-attr, misc]

    def allowed(*given: Any) -> str:
        return real(id).allowed(*given)  # type: ignore[union-attr]

    told = Command(id, title, help, run if runs else None)._replace(**rest)
    return told if told.allowed is always else told._replace(allowed=allowed)


COMMANDS = Commands()

__all__ = ["COMMANDS", "Ask", "Command", "modules", "of_module", "real"]
