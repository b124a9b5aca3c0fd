"""The key bar: the most useful verbs of the page, and what was just done, quietly, above it."""

from __future__ import annotations

from typing import NamedTuple

from textual.strip import Strip

from organizer.commands.command import Command
from screens.ink import Ink, Part, shown, wrap
from screens.signs import Signs
from screens.widgets.drawn import Drawn, Target

SHOWN_AT_MOST = 7
QUIET_SECONDS = 6
KEY_NAMES = {
    "space": "space",
    "escape": "esc",
    "delete": "del",
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_name(key: str, signs: Signs) -> str:
    """A key as people know it."""
    if key == "enter":
        return signs.enter
    name = KEY_NAMES.get(key, key)
    return name if name.isascii() or signs.enter == "↵" else key


class Keys(Drawn):
    """The last row. `commands` come most useful first; as many are shown as fit."""

    commands: tuple[Command, ...] = ()
    right: tuple[Command, ...] = ()

    def rows(self, width: int, height: int) -> list[Strip]:
        """Verbs left, help and find right."""
        pad = 3 if width > 90 else 2 if width >= 60 else 1
        right: list[Part] = []
        ends: list[tuple[int, str]] = []
        for command in self.right:
            parts = self._parts(command, last=command is self.right[-1])
            right += parts
            ends.append((sum(len(text) for text, _ in parts), command.id))
        right.append((" " * pad, "muted"))
        room = width - sum(len(text) for text, _ in right) - 1
        left: list[Part] = [(" " * pad, "muted")]
        x = pad
        for command in self.commands[:SHOWN_AT_MOST]:
            parts = self._parts(command)
            size = sum(len(text) for text, _ in parts)
            if x + size - 3 > room:
                break
            self.targets.append((0, x, x + size - 3, command.id))
            left += parts
            x += size
        x = width - pad - sum(size for size, _ in ends)
        for size, id in ends:
            self.targets.append((0, x, x + size, id))
            x += size
        return [self.ink.row(width, left, right, self.ground)]

    def _parts(self, command: Command, last: bool = False) -> list[Part]:
        word = command.hint or command.title.lower()
        return [(key_name(command.key, self.ink.signs), "accent b"), (f" {word}" + ("" if last else "   "), "muted")]


class Quiet(NamedTuple):
    """The line above the keys: what was done, and that it can be undone; or what could not be done.

    `hint` is a key and the command it stands for ("u undo"); `care` when something could not be done.
    """

    text: str = ""
    hint: str = ""
    care: bool = False

    def rows(self, ink: Ink, width: int, ground: str) -> tuple[list[Strip], list[Target]]:
        """As many rows as the sentence needs, two at most, and where the hint can be clicked (rows from 0)."""
        if not self.text:
            return [], []
        pad = 3 if width > 90 else 2 if width >= 60 else 1
        key, _, word = self.hint.partition(" ")
        right: list[Part] = [(key, "accent b"), (f" {word}", "muted"), (" " * pad, "muted")] if key else []
        lines = wrap(shown(self.text), max(10, width - 2 * pad - sum(len(text) for text, _ in right)))[:2]
        spec = "clay" if self.care else "foreground"
        first = ink.row(width, [(" " * pad, "muted"), (lines[0], spec)], right, ground)
        rest = (ink.row(width, [(" " * pad, "muted"), (line, spec)], (), ground) for line in lines[1:])
        command = "entry.open" if word == "here" else word  # enter puts down the card that is carried
        return [first, *rest], [(0, width - pad - len(self.hint), width, command)] if key else []
