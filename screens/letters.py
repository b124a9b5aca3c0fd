"""A letter that has no key where it was pressed."""

from __future__ import annotations

from organizer.commands import COMMANDS
from screens.desk import Desk
from screens.widgets.keybar import HELP, key_of


def letter(desk: Desk, character: str) -> None:
    """A letter without a key here: the commands whose name begins with it, or where to look."""
    here = [
        command
        for command in COMMANDS.values()
        if command.key
        and command.id != "help"
        and command.title.lower().startswith(character.lower())
        and (not command.places or desk.place in command.places)
    ]
    named = "   ".join(f"{key_of(command, desk.ink)} {command.title.lower()}" for command in here[:4])
    desk.say(f"{character} has no meaning here. {named}" if named else f"{character} has no meaning here.", HELP)
