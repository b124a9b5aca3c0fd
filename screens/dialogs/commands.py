"""The commands of an overlay by name, as the palette has those of a page: what its keys do, to be typed or clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from screens.ink import Ink, Part, shown
from screens.widgets.keybar import key_of
from screens.widgets.lane import Item

EVERYWHERE = ("undo", "redo", "privacy.names", "help", "quit")
"""What holds on every overlay besides its own commands."""


def fitting(commands: Iterable[Command], words: str) -> list[Command]:
    """Those whose title or help holds the words, the nearest title first."""
    low = words.lower()
    found = [c for c in commands if low in f"{c.title} {c.help}".lower()]
    return sorted(found, key=lambda c: _far(low, c.title.lower()))


def _far(words: str, title: str) -> int:
    """How far a command's title is from what was typed: it is that, begins with it, holds it, or only its help does."""
    return 0 if title == words else 1 if title.startswith(words) else 2 if words in title else 3


def lit(text: str, words: str) -> list[Part]:
    """Words with what was typed of them lit."""
    at = text.casefold().find(words) if words else -1
    if at < 0:
        return [(text, "foreground")]
    end = at + len(words)
    return [(text[:at], "foreground"), (text[at:end], "accent b"), (text[end:], "foreground")]


def parts_of(command: Command, ink: Ink, words: str) -> tuple[list[Part], list[Part]]:
    """The row of a command: its title and its key."""
    key = key_of(command, ink) if command.key else ""
    return [(f"{ink.signs.step} ", "muted"), *lit(command.title, words)], [(key, "faint")]


def here(place: str) -> list[Command]:
    """The commands of an overlay, and what holds on each; those that it runs by itself have no key and no group."""
    own = [c for c in COMMANDS.values() if place in c.places and (c.key or c.group == "Here")]
    return [*own, *(COMMANDS[id] for id in EVERYWHERE)]


class Deeds:
    """What the palette of an overlay lists; `chosen` is given the id."""

    title = "Anything by name"
    placeholder = "what to do here"
    enter = "do it"

    def __init__(self, ink: Ink, commands: Iterable[Command], chosen: Callable[[str], object]) -> None:
        self._ink, self._commands, self._chosen = ink, tuple(commands), chosen

    def items(self, query: str) -> list[Item]:
        """Those that fit what is typed."""
        found = [Item(f"do:{c.id}", "command", c) for c in fitting(self._commands, query.strip())]
        if not found:
            return [Item("", "", f"Nothing here by the name “{shown(query.strip())}”.")]
        return [Item("", "group", "Things I can do"), *found]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A row: what it does, and its key."""
        return parts_of(item.data, self._ink, query.strip().casefold())

    def pick(self, item: Item, query: str) -> str:
        """Hand over what was chosen."""
        if not item.key:
            return "Nothing to choose yet."
        self._chosen(item.data.id)
        return ""
