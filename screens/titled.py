"""A list under a title: the page of a sheet in which things are added, named and put away."""

from __future__ import annotations

from textual.strip import Strip

from screens.ink import Part
from screens.rows import Rows
from screens.widgets.lane import Item, Lane


class Titled(Rows):
    """Base of such pages."""

    ground = "surface"

    # -- what subclasses say

    def items(self) -> list[Item]:
        """The rows, read anew."""
        return []

    def first(self, items: list[Item]) -> str:
        """The key on which the cursor begins."""
        return ""

    def title(self) -> tuple[str, str]:
        """What it is, and a fact at the edge."""
        return "", ""

    def height_of(self, item: Item, width: int, focused: bool) -> int:
        """How many lines a row takes."""
        return 1

    # -- the page

    def rebuild(self) -> None:
        """Read the rows again; the cursor stays on its own."""
        before = self.lanes[0] if self.lanes else None
        items = self.items()
        cursor = before.key if before else self.first(items)
        self.lanes = [Lane(self.place, items, self.height_of, cursor)]
        self.lanes[0].follow(before)

    def layout(self) -> None:
        """The title, the list, and rows left for what is said."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        pad = 2 if self.width >= 60 else 0
        blank, side = self.ink.blank(self.width, "surface"), self.ink.blank(pad + 1, "surface")
        title, fact = self.title()
        right: list[Part] = [(fact, "faint")] if fact else []
        row = self.ink.row(self.width - 2 * pad - 2, [(title, "foreground b")], right, "surface")
        self.head = [blank, Strip.join([side, row, side]), blank] if self.height > 9 else []
        self.foot = [blank] * (2 if self.height > 12 else self.spare)
        self.rows.place(pad, self.width - 2 * pad, max(1, self.height - len(self.head) - len(self.foot)))

    # -- drawing

    def bar(self, focused: bool) -> tuple[Part, str]:
        """What stands at the edge of a row, and its ground."""
        sign = self.ink.signs.focus if focused else " "
        return (sign, "accent"), "accent_soft" if focused else "surface"

    def adding(self, width: int, what: str, focused: bool) -> list[Strip]:
        """The row that adds one."""
        bar, ground = self.bar(focused)
        words: Part = (f"{what}{self.ink.signs.ellipsis}", "faint i")
        return [self.ink.row(width, [bar, ("+  ", "faint"), words], (), ground)]
