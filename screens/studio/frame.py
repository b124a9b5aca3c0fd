"""Frame: six of them, and the piece as it will hang."""

from __future__ import annotations

from textual.strip import Strip

from organizer.views.theme import FRAMES
from screens.desk import Desk
from screens.ink import Part
from screens.page import Hit
from screens.studio.leaf import Leaf
from screens.studio.piece import piece
from screens.widgets.lane import Item, Lane

KINDLY = "It hangs at the top of Today, and prints on one page for your wall."
WIDEST = 58


class Frame(Leaf):
    """The stop: the piece in the middle, the frames in a row below it."""

    hints = {"move.right": "try a frame", "theme.on": "hang it"}
    keys = ("move.right", "theme.on", "theme.back", "theme.print", "theme.card", "undo", "back")

    @property
    def tried(self) -> str:
        """The frame that is looked at."""
        theme = self.seen.theme
        return self.page.trying or (theme.frame if theme and theme.frame else "double")

    def items(self) -> list[Item]:
        """The piece, the frames, a kind word."""
        tall = 14 if self.page.height > 27 else 11 if self.page.height > 20 else 8
        gap = self.gap(2)
        rows = [Item("frames", "frames")]
        if self.room < 66:
            rows = [Item("frames", "frames", 0), Item("", "frames", 1)]
        return [Item("", "piece", tall), *gap, *rows, *gap, Item("", "kind", KINDLY)]

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The piece takes its rows."""
        return int(item.data) if item.kind == "piece" else 1

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """The piece, or the row of frames."""
        width = lane.width
        if item.kind == "piece":
            return centered(self, width, int(item.data), self.tried)
        if item.kind == "kind":
            return [self.ink.row(width, [(" " * max(0, (width - len(KINDLY)) // 2), "faint"), (KINDLY, "muted")])]
        if item.kind == "frames":
            parts: list[Part] = [(" " * self._begin(width, item.data), "faint")]
            for name in self._names(item.data):
                on = name == self.tried
                sign = self.ink.signs.path_done if on else self.ink.signs.path_ahead
                parts += [(f"{sign} ", "accent" if on else "muted"), (FRAMES[name], "foreground b" if on else "muted")]
                parts += [(" " * self._space, "faint")]
            return [self.ink.row(width, parts)]
        return super().draw(lane, item, focused)

    @property
    def _space(self) -> int:
        return 4 if self.room >= 78 else 2

    def _names(self, half: int | None) -> list[str]:
        names = list(FRAMES)
        return names if half is None else names[3 * half : 3 * half + 3]

    def _size(self, half: int | None) -> int:
        names = self._names(half)
        return sum(len(FRAMES[name]) + 2 for name in names) + self._space * (len(names) - 1)

    def _begin(self, width: int, half: int | None) -> int:
        return max(0, (width - self._size(half)) // 2)

    # -- acting

    def take(self, desk: Desk, id: str) -> bool:
        """Left and right try the next frame."""
        if id not in ("move.left", "move.right", "move.up", "move.down"):
            return False
        names = list(FRAMES)
        by = 1 if id in ("move.right", "move.down") else -1
        self.page.trying = names[(names.index(self.tried) + by) % len(names)]
        desk.canvas.redraw()
        return True

    def on(self, desk: Desk) -> None:
        """Hang it, and on to the hundred lines."""
        from screens.studio.doing import attempt, write_it

        if attempt(desk, "theme.frame", frame=self.tried):
            write_it(desk)

    def click(self, hit: Hit) -> str:
        """A click on a name tries its frame; on the one that is tried, hangs it."""
        if hit.kind != "frames":
            return "redraw" if hit.kind == "piece" else ""
        half = None if self.room >= 66 else int(not hit.key)
        x = self._begin(self.page.lanes[0].width, half)
        for name in self._names(half):
            if x <= hit.column < x + len(FRAMES[name]) + 2:
                again, self.page.trying = name == self.tried, name
                return "theme.on" if again else "redraw"
            x += len(FRAMES[name]) + 2 + self._space
        return "redraw"


def centered(leaf: Leaf, width: int, tall: int, frame: str, widest: int = WIDEST) -> list[Strip]:
    """The piece that is worked on, in the middle of a lane."""
    theme = leaf.seen.theme
    if theme is None:
        return [leaf.ink.blank(width)] * tall
    size = min(width, widest)
    rows = piece(leaf.ink, size, tall, frame, theme.name, theme.statement, leaf.seen.years)
    left = (width - size) // 2
    if width == size:
        return rows
    before, behind = leaf.ink.blank(left) if left else None, leaf.ink.blank(width - size - left)
    return [Strip.join([part for part in (before, row, behind) if part is not None]) for row in rows]
