"""A binding for each command of the desk that has a key; and the keys in force, by the names that bindings go by."""

from __future__ import annotations

from textual.binding import Binding

from organizer.commands import COMMANDS
from organizer.keymap import Keymap


def bindings() -> list[Binding]:
    """A binding for every command that has a key; the command is its source.

    They have priority: the app acts on a key before it takes the next, so that what is typed
    after the key of an overlay goes to the overlay.
    """
    return [
        Binding(
            command.key,
            f"command({command.id!r})",
            command.title,
            show=False,
            id=command.id,
            tooltip=command.help,
            priority=True,
        )
        for command in COMMANDS.values()
        if command.key
    ]


def names(keymap: Keymap) -> dict[str, str]:
    """Binding id -> key. Of each key that moved every binding is named: Textual takes what is not named off it."""
    from organizer.commands.keys import PAGES

    over = {place for command in COMMANDS.values() for place in command.places} - set(PAGES)
    prefixes = ("", "drawer.", "small.", *(f"{place}." for place in sorted(over)))
    return {f"{prefix}{id}": key for id, key in keymap.bindings(COMMANDS).items() for prefix in prefixes}
