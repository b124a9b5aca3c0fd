"""The keys, as the settings show them: every command where it holds, and the key it has now."""

from __future__ import annotations

from organizer.commands import COMMANDS
from organizer.commands.about import PLACES
from organizer.commands.command import Command
from organizer.keymap import Keymap, fixed
from screens.widgets.lane import Item

NAMES = {
    **dict(PLACES), "settings": "Settings", "entry": "An entry, opened", "areas": "The areas",
    "closures": "The closures",    "scripts": "Words to say", "first": "The first steps", "volume": "A new volume",
}  # fmt: skip
"""How the places are called, those that lie over a page too."""


def groups() -> dict[str, list[Command]]:
    """The commands that have a key by where they hold: everywhere, then each place in order."""
    found: dict[str, list[Command]] = {"Everywhere": [], **{name: [] for name in NAMES.values()}}
    for command in COMMANDS.values():
        if command.key:
            where = named(command.places[0]) if command.places else "Everywhere"
            found.setdefault(where, []).append(command)
    for commands in found.values():
        commands.sort(key=fixed)
    return {name: commands for name, commands in found.items() if commands}


def named(place: str) -> str:
    """A place by its name."""
    return NAMES.get(place, place.capitalize())


def items(gap: int, airy: bool) -> list[Item]:
    """The rows."""
    rows: list[Item] = []
    for name, commands in groups().items():
        rows += [Item("", "blank")] * (gap if rows else 0)
        rows += [Item("", "group", name), *([Item("", "blank")] if airy else [])]
        rows += [Item(command.id, "key", command) for command in commands]
    return rows


def about(command: Command, keymap: Keymap) -> str:
    """Where else it holds, or that it is another key than its own."""
    if command.id in keymap.changed:
        return "a key of your own"
    if fixed(command):
        return "stays as it is"
    also = [named(place) for place in command.places[1:]]
    return f"also {', '.join(also)}" if also else ""
