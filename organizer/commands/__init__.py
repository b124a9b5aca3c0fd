"""Every command, by id. A feature is a command, a view and a page; nothing else writes.

A module of commands is imported when one of its commands is asked for: a shell verb pays for what it does, whatever
else the house can do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from organizer.commands.command import Ask, Command

_MODULES: dict[str, tuple[str, ...]] = {
    "catch": ("catch",),
    "entries": ("entry", "check"),
    "repeating": ("repeat", "entry"),
    "tending": ("entry",),
    "office_day": ("office", "look"),
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
    "closing": ("closure",),
    "wins": ("win",),
    "rewards": ("reward",),
    "privacy": ("privacy", "passphrase"),
    "keeping": ("keep", "repair"),
    "about": (),
}
"""The modules in the order of the help, each with the first words of its ids; those without may have any."""


class Commands(Mapping[str, Command]):
    """Commands by id, in the order of their modules."""

    def __init__(self) -> None:
        self._loaded: dict[str, dict[str, Command]] = {}

    def _of(self, module: str) -> dict[str, Command]:
        if module not in self._loaded:
            found = __import__(f"organizer.commands.{module}", fromlist=["COMMANDS"])
            self._loaded[module] = {command.id: command for command in found.COMMANDS}
        return self._loaded[module]

    def __getitem__(self, id: str) -> Command:
        first = id.partition(".")[0]
        likely = [module for module, words in _MODULES.items() if first in words]
        for module in (*likely, *(module for module in _MODULES if module not in likely)):
            if id in (commands := self._of(module)):
                return commands[id]
        raise KeyError(id)

    def __iter__(self) -> Iterator[str]:
        for module in _MODULES:
            yield from self._of(module)

    def __len__(self) -> int:
        return sum(1 for _ in self)


COMMANDS = Commands()

__all__ = ["COMMANDS", "Ask", "Command"]
