"""What every stop of the studio is: rows in lanes, how they are drawn, and what the keys do with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from textual.strip import Strip

from organizer.views.theme import ThemeView
from screens import leaf
from screens.desk import Desk
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.widgets.lane import Item, Lane

READ = 78
"""Cells of a row of words, at most."""


class Place(leaf.Place, Protocol):
    """What a stop knows of the studio."""

    seen: ThemeView
    column: int
    trying: str
    shown: str
    since: datetime
    width: int
    height: int
    lanes: list[Lane]
    lane: int

    @property
    def pad(self) -> int:
        """Cells left and right of the body."""


class Leaf(leaf.Leaf):
    """Base of the stops. Kinds of rows: blank, title, help, quiet, row, and a stop's own."""

    page: Place
    writes = False
    one_click = False
    """Whether the first click chooses, as the second does elsewhere."""
    hints: Mapping[str, str] = {}
    """Words of the key bar that are its own, by the command."""
    own_words = True
    """Whether what is typed in its line is looked over for what belongs in a chart."""

    def __init__(self, page: Place) -> None:
        super().__init__(page)
        self.seen = page.seen

    def lanes(self, cursor: str) -> list[Lane]:
        """Its lanes; one, unless it says otherwise."""
        return [Lane("left", self.items(), self.measure, cursor)]

    # -- layout

    @property
    def room(self) -> int:
        """Cells between the margins."""
        return max(1, self.page.width - 2 * self.page.pad)

    def place(self, lanes: list[Lane], height: int) -> None:
        """One lane over all the room."""
        lanes[0].place(self.page.pad, self.room, height)

    def foot(self) -> list[Strip]:
        """Rows below the lanes: the writing line and what is said under it."""
        if not self.writes:
            return []
        return [self.ink.blank(self.page.width)] * (2 if self.page.height > 12 else 1)

    def line_box(self) -> tuple[int, int, int]:
        """Where the writing line stands."""
        return self.page.pad, len(self.foot()), min(self.room, 76)

    def target_at(self, x: int, y: int) -> str:
        """The named target under a cell of its foot."""
        return ""

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """How many rows an item takes."""
        if item.kind in ("title", "help", "quiet", "line"):
            return lines_of(str(item.data), width - self.indent(item.kind))
        return 1

    @staticmethod
    def indent(kind: str) -> int:
        """How far its words stand from the edge."""
        return {"line": 5, "quiet": 2}.get(kind, 1)

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """The rows of an item."""
        width = lane.width
        if item.kind in ("title", "help", "quiet"):
            spec = {"title": "foreground b", "help": "muted", "quiet": "faint"}[item.kind]
            room = width - self.indent(item.kind)
            edge = (" " if item.kind == "quiet" else "", "faint")
            return [self.ink.row(width, [edge, (line, spec)]) for line in wrap(str(item.data), room)]
        if item.kind == "line":
            spec = "foreground b" if focused else "foreground"
            rows = wrap(str(item.data), width - 5)
            dash = f" {self.ink.signs.note}  "
            return [
                self.row(width, [(dash if not at else "    ", "muted"), (line, spec)], [], focused)
                for at, line in enumerate(rows)
            ]
        return [self.row(width, [], [], False)]

    def fact(self, lane: Lane, label: str, value: str, right: str, focused: bool, spec: str = "muted") -> Strip:
        """A row of a name, what it says, and a fact at the edge."""
        name: Part = (label.ljust(16), "foreground b" if focused else "foreground")
        tail: list[Part] = [(right, "faint")] if right else []
        return self.row(lane.width, [(" ", "faint"), name, (shown(value), spec)], tail, focused)

    # -- acting

    def on(self, desk: Desk) -> None:
        """Enter: choose what is under the cursor, and on."""

    def typed(self, desk: Desk, lines: list[str]) -> str:
        """What was written in its line: "" when it was kept, else why not."""
        return ""

    def below(self, text: str) -> list[Part]:
        """What stands under the writing line."""
        return []


def slim(ink: Ink, lane: Lane, draw: Callable[[Lane], list[Strip]]) -> list[Strip]:
    """Rows of a lane, no wider than can be read well; what is left of the lane is blank."""
    room = lane.width - READ
    if room <= 0:
        return draw(lane)
    narrow = Lane(lane.name, (), lambda item, width, focused: 1)
    narrow.width = READ
    return [Strip.join([row, ink.blank(room)]) for row in draw(narrow)]
