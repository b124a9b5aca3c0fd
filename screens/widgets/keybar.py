"""The key bar: the most useful verbs of the page, and what was just done, quietly, above it."""

from typing import NamedTuple

from textual.strip import Strip

from organizer.commands.command import Command
from organizer.keymap import shown
from screens.ink import Ink, Part, wrap
from screens.signs import Signs
from screens.widgets.drawn import Drawn, Target

SHOWN_AT_MOST = 7
QUIET_SECONDS = 6
LEAST = (60, 18)
"""Columns and rows below which a page has not all of its parts."""
MORE_ROOM = "A little more room shows the rest."
LEAVING = "ctrl+q leaves; everything is saved already."
KEY_NAMES = {
    "space": "space",
    "escape": "esc",
    "delete": "del",
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "asterisk": "*",
    "exclamation_mark": "!",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_name(key: str, signs: Signs) -> str:
    """A key as people know it."""
    if key == "enter":
        return signs.enter
    name = KEY_NAMES.get(key) or shown(key)
    return name if name.isascii() or signs.enter == "↵" else key


def key_of(command: Command, ink: Ink) -> str:
    """The key that a command has now, as people know it."""
    return key_name(ink.keymap.key(command), ink.signs)


class Keys(Drawn):
    """The last row. `commands` come most useful first; as many are shown as fit."""

    commands: tuple[Command, ...] = ()
    right: tuple[Command, ...] = ()
    _gap = 3
    _cramped = _notice = False

    def fits(self, width: int, height: int) -> None:
        """The screen has so many cells: below the least of them it is said once, in the place of the keys."""
        cramped = width < LEAST[0] or height < LEAST[1]
        self._notice, self._cramped = cramped and not self._cramped, cramped
        if self._notice:
            self.set_timer(QUIET_SECONDS, self._heard)

    def _heard(self) -> None:
        self._notice = False
        self.redraw()

    def says(self) -> object:
        """What is made into its row."""
        return self.commands, self.right, self.ink, self.ground, self._notice

    def rows(self, width: int, height: int) -> list[Strip]:
        """Verbs left, help and find right."""
        if self._notice:
            return [self.ink.row(width, [(f" {MORE_ROOM}", "muted")], (), self.ground)]
        pad = 3 if width > 90 else 2 if width >= 60 else 1
        self._gap = 3 if width > 90 else 2
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
            if x + size - self._gap > room:
                break
            self.targets.append((0, x, x + size - self._gap, command.id))
            left += parts
            x += size
        left[-1] = (left[-1][0].rstrip() if x > pad else left[-1][0], left[-1][1])  # or the row would be cut
        x = width - pad - sum(size for size, _ in ends)
        for size, id in ends:
            self.targets.append((0, x, x + size, id))
            x += size
        return [self.ink.row(width, left, right, self.ground)]

    def _parts(self, command: Command, last: bool = False) -> list[Part]:
        word = command.hint or command.title.lower()
        key = key_of(command, self.ink).replace("ctrl+", "^")
        return [(key, "accent b"), (f" {word}" + ("" if last else " " * self._gap), "muted")]


class Hint(NamedTuple):
    """A key beside a quiet line: the key, the words for it, and the id of the command that it and a click run."""

    key: str = ""
    words: str = ""
    command: str = ""


NO_HINT = Hint()
UNDO, REDO = Hint("u", "undo", "undo"), Hint("U", "redo", "redo")
LEAVE = Hint("escape", "leave it", "back")
HELP = Hint("question_mark", "help", "help")
KEEP = Hint("K", "keep it as a win", "win.keep")
RINGS = Hint("R", "reminders", "reminders")
RING = {
    "task": Hint("D", "done", "ring.done"),
    "promise": Hint("D", "kept", "ring.done"),
    "ritual": Hint("D", "begin", "ring.done"),
    "inquiry": Hint("D", "answered", "ring.done"),
    "later": Hint("L", "later", "ring.later"),
}
"""The keys beside a reminder, by its kind; and the one that lets it ring again. They mean nothing else on any page: no
key of the row under the cursor is taken for what rings."""
HERE = Hint("enter", "here", "entry.open")
"""Enter puts down the card that is carried."""
SHOW, HIDE = Hint("h", "show", "privacy.names"), Hint("h", "hide", "privacy.names")


class Quiet(NamedTuple):
    """The line above the keys: what was done, and that it can be undone; or what could not be done.

    `care` when something could not be done. `more` are further keys beside it.
    """

    text: str = ""
    hint: Hint = NO_HINT
    care: bool = False
    more: tuple[Hint, ...] = ()

    def rows(self, ink: Ink, width: int, ground: str) -> tuple[list[Strip], list[Target]]:
        """As many rows as the sentence needs, two at most, and where the hint can be clicked (rows from 0)."""
        if not self.text:
            return [], []
        pad = 3 if width > 90 else 2 if width >= 60 else 1
        right: list[Part] = []
        targets: list[Target] = []
        x = width
        for hint in reversed([hint for hint in (self.hint, *self.more) if hint.key]):
            name, gap = key_name(ink.keymap.changed.get(hint.command, hint.key), ink.signs), " " * (3 if right else pad)
            right = [(name, "accent b"), (f" {hint.words}", "muted"), (gap, "muted"), *right]
            x -= len(f"{name} {hint.words}{gap}")
            targets.insert(
                0, (0, x, x + len(f"{name} {hint.words}") + (len(gap) if len(targets) == 0 else 0), hint.command)
            )
        lines = wrap(self.text, max(10, width - 2 * pad - 1 - sum(len(text) for text, _ in right)), most=2)
        spec = "clay" if self.care else "foreground"
        first = ink.row(width, [(" " * pad, "muted"), (lines[0], spec)], right, ground)
        rest = (ink.row(width, [(" " * pad, "muted"), (line, spec)], (), ground) for line in lines[1:])
        return [first, *rest], targets
