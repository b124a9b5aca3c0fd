"""The key of a command: another one, swapped with the one that has it, or its own again."""

from __future__ import annotations

from organizer import keymap
from organizer.change import Change
from organizer.commands.about import PLACES
from organizer.commands.command import Ask, Command
from organizer.commands.setting import HERE, keep
from organizer.errors import Conflict, NotFound
from organizer.keymap import Keymap, shown
from organizer.practice import Practice
from organizer.settings.keys import KEYS

PAGES = (*(place for place, _ in PLACES), "settings")
"""Every page on which the keys of commands without a place of their own hold."""


def in_force(practice: Practice) -> Keymap:
    """The keys as they are now."""
    from organizer.commands import COMMANDS

    return keymap.sound(COMMANDS, {**KEYS.of(practice), **practice.setting("keys_here", {})}, PAGES)[0]


def rivals(practice: Practice, id: str, key: str) -> list[Command]:
    """The commands that have a key already where this one holds."""
    from organizer.commands import COMMANDS

    return keymap.rivals(COMMANDS, in_force(practice), id, keymap.key_named(key), PAGES)


def give(ask: Ask) -> Change:
    """Answers `of`, the id of a command; `key`, "" for its own again; `swap`, whether the one that has it gets this.

    Raises `NotFound` for no command, `Conflict` for a key that cannot be had.
    """
    from organizer.commands import COMMANDS

    id, said = str(ask.answers.get("of", "")), str(ask.answers.get("key", ""))
    if id not in COMMANDS:
        raise NotFound(f"There is no command {id!r}. organizer keys shows them all.")
    command, now = COMMANDS[id], in_force(ask.practice)
    if said and (why := keymap.why_not(COMMANDS, id, said)):
        raise Conflict(why)
    here = ask.practice.setting("keys_here", {})
    if id in here:
        raise Conflict(f"On this machine settings.toml gives “{command.title}” the key {here[id]}; change it there.")
    key = keymap.key_named(said) if said else command.key
    others = keymap.rivals(COMMANDS, now, id, key, PAGES)
    if others and not ask.answers.get("swap"):
        raise Conflict(f"{shown(key)} is the key of “{others[0].title}” already. Swap the two, or choose another.")
    after = {**now.changed, id: key, **_swapped(now, command, key, others)}
    own = {id: key for id, key in after.items() if key != COMMANDS[id].key and id not in here}
    also = f", {others[0].title}: {shown(after[others[0].id])}" if others else ""
    return keep(ask, f"Key of {command.title}: {shown(key)}{also}", KEYS.name, own)


def _swapped(now: Keymap, command: Command, key: str, others: list[Command]) -> dict[str, str]:
    """The key that the one in the way gets instead. Raises `Conflict`."""
    from organizer.commands import COMMANDS

    before = now.key(command)
    for other in others:
        if keymap.fixed(other):
            raise Conflict(f"{shown(key)} always stays the key of “{other.title}”. Choose another.")
        taken = [one for one in keymap.rivals(COMMANDS, now, other.id, before, PAGES) if one.id != command.id]
        if len(others) > 1 or taken:
            names = ", ".join(f"“{one.title}”" for one in (*others, *taken))
            raise Conflict(f"{shown(key)} cannot be swapped: more than one command is in the way, {names}.")
    return {other.id: before for other in others}


COMMANDS = (
    Command("setting.keys", "Keys", "Every command with its key; another one for any of them.", key="v", hint="keys",
            places=HERE, group="Move"),
    Command("setting.key", "Another key", "The key that is pressed next, if it is free; else the two are swapped.",
            give, places=HERE, group="Here", asks="key"),
)  # fmt: skip
