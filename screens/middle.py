"""One question in the middle of the screen: how far it is, the question and its kindness, and the rows below."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from screens.ink import Part, shown
from screens.path import stops_at
from screens.rows import Rows
from screens.widgets.lane import Item

WIDTH = 76
"""Cells of it at most."""


class Middle(Rows):
    """Base of such pages, which fill the screen. Where there is little room the blank rows go first."""

    usual = 21
    """How many rows it usually takes: the head begins in the same row wherever that can be."""
    _path: tuple[int, int, int] = (-1, 0, 0)
    """(row, first cell, cells) of the path; -1 where there is none."""

    # -- what subclasses say

    def head_of(self, x: int, wide: int, airy: int) -> list[Strip]:
        """The rows above the list, with more or fewer blank ones (`headed`)."""
        return []

    def band(self) -> Strip:
        """The first row of the screen (`banded`)."""
        return self.banded([], [])

    def height_of(self, item: Item, width: int, focused: bool) -> int:
        """How many lines a row takes."""
        return 1

    # -- layout

    def layout(self) -> None:
        """In the middle; where there is little room, the blank rows go first, then all but the question."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        wide = max(1, min(WIDTH, self.width - 2 * self.pad))
        x = (self.width - wide) // 2
        head = self.fitted(x, wide)
        if self.height >= 8:
            spare = self.height - 1 - len(head) - self.tall(wide)
            above = max(0, min(spare, max(1, (self.height - self.usual) // 2)))
            head = [self.band(), *[self.ink.blank(self.width)] * above, *head]
            self._path = (self._path[0] + 1 + above, *self._path[1:])
        else:
            head, self._path = head[2:], (-1, 0, 0)
        self.head = head[: max(0, self.height - 2)]
        self.rows.place(x, wide, max(1, self.height - len(self.head) - max(self.spare, self.height > 12)))

    def tall(self, wide: int) -> int:
        """How many lines the rows take, and one."""
        return sum(self.height_of(item, wide, False) for item in self.rows.items) + 1

    def fitted(self, x: int, wide: int) -> list[Strip]:
        """The head with as many blank rows as there is room for."""
        head: list[Strip] = []
        for airy in (2, 1, 0):
            head = self.head_of(x, wide, airy)
            if len(head) + (2 if airy else 1) + self.tall(wide) <= self.height:
                break
        return head

    def headed(self, x: int, wide: int, airy: int, top: Strip, path: Strip, said: Sequence[Strip]) -> list[Strip]:
        """A head: what this is, the path, and what is said, between margins."""
        blank = self.ink.blank(wide)
        rows = [top, *[blank] * min(1, airy)]
        self._path = (len(rows), x, wide)
        rows += [path, *[blank] * airy, *said, *[blank] * min(1, airy)]
        left, right = self.ink.blank(x), self.ink.blank(self.width - x - wide)
        return [Strip.join([left, row, right]) for row in rows]

    def banded(self, unnamed: list[Part], right: list[Part]) -> Strip:
        """A band: the theme, or what stands there without one; and facts."""
        ink, theme = self.ink, self.office.practice.theme()
        side: Part = (" " * (3 if self.width > 78 else 2), "band_foreground")
        named = unnamed
        if theme and theme.name:
            named = [(f"{ink.signs.theme} ", "band_foreground"), (shown(theme.name), "band_foreground b")]
        return ink.row(self.width, [side, *named], [*right, side] if right else (), "band")

    def stop_at(self, x: int, y: int, many: int) -> int:
        """Which of many stops of the path is under a cell; -1 for none."""
        line, begin, wide = self._path
        if y != line:
            return -1
        return next((number for number, at in enumerate(stops_at(wide, many)) if abs(begin + at - x) <= 1), -1)
