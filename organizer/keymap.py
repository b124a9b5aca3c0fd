"""Which key does what: every command has its own, and a person may give it another.

What was changed is kept in the setting `keys`, {command id: key}, and may be said for one machine in its
`settings.toml`. Whatever stands there, what makes no sense is left out with a sentence, so that nobody is locked out.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from organizer.commands.command import Command

FIXED_KEYS = (
    "up", "down", "left", "right", "tab", "shift+tab", "enter", "escape", "home", "end", "pageup", "pagedown",
    "backspace", "ctrl+c", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+l", "ctrl+m", "ctrl+p", "ctrl+q", "ctrl+r", "ctrl+s",
    "ctrl+w", "ctrl+z", "alt+up", "alt+down", "alt+left", "alt+right", *"12345678",
)  # fmt: skip
"""Keys that always do what they do: the ways about, the ways out, and what a terminal or a field takes for itself."""
ON_SHEETS = (
    "move.up",
    "move.down",
    "move.next",
    "move.previous",
    "back",
    "undo",
    "redo",
    "privacy.names",
    "help",
    "palette",
    "quit",
)
"""The commands of every place whose keys hold on an overlay with keys of its own too."""
NAMES = {
    "del": "delete", "esc": "escape", "?": "question_mark", " ": "space", "/": "slash", "\\": "backslash",
    "@": "at", "-": "minus", "_": "underscore", "+": "plus",
}  # fmt: skip
"""What people write, and the names that terminals' keys go by where Unicode has others."""
NAMED = ("space", "delete", "insert", *(f"f{number}" for number in range(1, 13)))


class Refused(NamedTuple):
    """A change that cannot be: of which command, and why, in a sentence."""

    id: str
    why: str


class Keymap:
    """The keys in force. `changed` are those that are not the commands' own."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        self.changed = dict(changed or {})

    def key(self, command: Command) -> str:
        """The key of a command."""
        return self.changed.get(command.id, command.key)

    def of(self, command: Command) -> Command:
        """The command with its key in force."""
        key = self.changed.get(command.id)
        return command if key is None else command._replace(key=key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keymap) and self.changed == other.changed

    __hash__ = None  # type: ignore[assignment]

    def bindings(self, commands: Mapping[str, Command]) -> dict[str, str]:
        """The key of each command that has another one now, or had one that moved: what the screen must know."""
        keys = {commands[id].key for id in self.changed} | set(self.changed.values())
        every = ((command.id, command.key, self.key(command)) for command in commands.values())
        return {id: now for id, own, now in every if now and (own in keys or now in keys)}


USUAL = Keymap()


def fixed(command: Command) -> bool:
    """Whether a command keeps its key, come what may: it leads out, about, or back to the keys."""
    return command.key in FIXED_KEYS


def key_named(said: str) -> str:
    """The name of a key as a terminal tells it: "x", "question_mark", "ctrl+b", "f5"; "" for what is none."""
    text = said if said == " " else said.strip()
    low = text.lower()
    if len(text) == 1 and text.isascii() and text.isalnum():
        return text
    if low in NAMES or text in NAMES:
        return NAMES.get(text) or NAMES[low]
    if low in NAMED:
        return low
    if low.startswith(("ctrl+", "^")) and low != "^":
        letter = low.removeprefix("ctrl+").removeprefix("^")
        return f"ctrl+{letter}" if len(letter) == 1 and letter.isascii() and letter.isalpha() else ""
    if len(text) == 1 and text.isprintable():
        return _unicode(text)
    return low if low in NAMES.values() or low in _SIGNS.values() else ""


def _unicode(sign: str) -> str:
    return unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")


_SIGNS = {sign: _unicode(sign) for sign in map(chr, range(33, 127)) if not sign.isalnum() and sign not in NAMES}


def scopes(command: Command, places: Iterable[str]) -> frozenset[str]:
    """Where a key of the command holds: `places` are all pages; an overlay has its own name, "*" is all of them."""
    if command.places:
        return frozenset(command.places)
    return frozenset((*places, "*") if command.id in ON_SHEETS else places)


def meet(one: Command, other: Command, places: tuple[str, ...]) -> bool:
    """Whether two commands hold in one place."""
    first, second = scopes(one, places), scopes(other, places)
    over = any(place not in places and place != "*" for place in (first if "*" in second else second))
    return bool(first & second) or (over and ("*" in first or "*" in second))


def rivals(
    commands: Mapping[str, Command], keymap: Keymap, id: str, key: str, places: tuple[str, ...]
) -> list[Command]:
    """The other commands that have a key already where this command holds."""
    mine = commands[id]
    return [
        other
        for other in commands.values()
        if key
        and other.id != id
        and keymap.key(other) == key
        and not other.key == mine.key == key  # made to share it
        and meet(mine, other, places)
    ]


def sound(
    commands: Mapping[str, Command], wanted: Mapping[str, object], places: tuple[str, ...]
) -> tuple[Keymap, list[Refused]]:
    """The keys in force for what is wanted, and what of it cannot be. Of two that want one key in one place neither
    gets it, since nothing tells which was meant."""
    refused: list[Refused] = []
    changed: dict[str, str] = {}
    for id, said in wanted.items():
        why = why_not(commands, id, said)
        if why:
            refused.append(Refused(id, why))
        elif (key := key_named(str(said))) != commands[id].key:
            changed[id] = key
    while True:
        keymap = Keymap(changed)
        losing = {id: found[0] for id, key in changed.items() if (found := rivals(commands, keymap, id, key, places))}
        if not losing:
            return keymap, refused
        for id, other in losing.items():
            key = shown(changed.pop(id))
            why = f"{key} is the key of “{other.title}” already, so “{commands[id].title}” keeps its own."
            refused.append(Refused(id, why))


def why_not(commands: Mapping[str, Command], id: str, said: object) -> str:
    """Why a command cannot have a key at all, "" when it can."""
    if id not in commands:
        return f"There is no command {id!r}."
    command = commands[id]
    if not command.key:
        return f"“{command.title}” has no key; ctrl+p finds it by name."
    if fixed(command):
        return f"{shown(command.key)} always stays the key of “{command.title}”."
    key = key_named(said) if isinstance(said, str) else ""
    if not key:
        return f"{said!r} is no key. A key is a letter or a sign, space, del, f1 to f12, or ctrl+ and a letter."
    return f"{shown(key)} is taken for good; choose another key." if key in FIXED_KEYS else ""


def shown(key: str) -> str:
    """A key as people write it."""
    names = {name: said for said, name in (*_SIGNS.items(), *NAMES.items()) if said != " "}
    return names.get(key, key)
