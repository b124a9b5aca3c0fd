"""The keys in force, by the names that the bindings of the screens go by."""

from __future__ import annotations

from organizer.commands import COMMANDS
from organizer.commands.keys import PAGES
from organizer.keymap import Keymap


def names(keymap: Keymap) -> dict[str, str]:
    """Binding id -> key. Of each key that moved every binding is named: Textual takes what is not named off it."""
    over = {place for command in COMMANDS.values() for place in command.places} - set(PAGES)
    prefixes = ("", "drawer.", "small.", *(f"{place}." for place in sorted(over)))
    return {f"{prefix}{id}": key for id, key in keymap.bindings(COMMANDS).items() for prefix in prefixes}
