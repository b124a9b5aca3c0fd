"""A lane: one scrolling column of rows. It knows heights, cursor and scroll; it draws nothing and holds no widget.

Lanes stand side by side; on a page that is `stacked` they stand below one another as well, each from its line `y`.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple


class Item(NamedTuple):
    """A row: `key` names it for the cursor ("" cannot be chosen), `kind` says how it is drawn, from `data`."""

    key: str
    kind: str
    data: Any = None


class Standing(NamedTuple):
    """How a lane was laid out: for how many cells, whether it had the focus, and where its cursor stood in sight."""

    width: int
    height: int
    active: bool
    key: str
    begin: int
    whole: bool


Measure = Callable[[Item, int, bool], int]
"""(item, width, focused) -> height in lines, at least 1."""


class Lane:
    """Rows under each other. The focused one may be taller: the difference is added after it, sums are not rebuilt.

    Where it `unfolds`, a step leaves all rows as tall as they are: the one under the cursor opens, and the one that was
    open closes, when the cursor has come to `rest`.
    """

    def __init__(self, name: str, items: Sequence[Item], measure: Measure, cursor: str = "") -> None:
        self.name = name
        self.items = items
        self.measure = measure
        self.width = self.height = self.scroll = self.x = self.y = 0
        self.hint = True
        self.beyond = ""
        """What comes below the lane and is not in sight: its last line says so."""
        self.active = True
        self.unfolds = False
        self._had_focus = True
        self._before: Standing | None = None
        self._tops: list[int] = [0]
        self._counts: list[int] = []
        self._open, self._extra = -1, 0
        """The row that is open, and by how many lines it is taller than it would be otherwise."""
        self.cursor = self._index_of(cursor)

    def _index_of(self, key: str) -> int:
        if key:
            for index, item in enumerate(self.items):
                if item.key == key:
                    return index
        return next((index for index, item in enumerate(self.items) if item.key), -1)

    @property
    def key(self) -> str:
        """The key under the cursor, or ""."""
        return self.items[self.cursor].key if 0 <= self.cursor < len(self.items) else ""

    def place(self, x: int, width: int, height: int) -> None:
        """Lay out for a column of cells; heights are counted, nothing is drawn. One of no cells is out of sight; it
        comes back as it was scrolled."""
        if not width:
            self._before = self._before or self._standing()
            self.x, self.width, self.height, self._had_focus = x, 0, height, self.active
            return
        before = self._before or self._standing()
        self._before = None
        self.x, self.height, self._had_focus = x, height, self.active
        if width != self.width or not self._laid:
            self.width = width
            heights = (self.measure(item, width, False) for item in self.items)
            self._tops = [0, *accumulate(heights)]
        self._grow()
        if self._stays(before):
            self.scroll = max(0, min(self.scroll, self._furthest))
        else:
            self.reveal()

    def follow(self, before: "Lane | None") -> None:
        """Go on as scrolled as the lane that showed the same before."""
        if before is not None:
            self.scroll, self._before = before.scroll, before._standing()

    def _standing(self) -> Standing | None:
        if not self._laid or not self.width:
            return None
        begin, lines = self.span(self.cursor) if self.cursor >= 0 else (0, 0)
        room = self.height - (self.hint and self.total > self.scroll + self.height)
        return Standing(self.width, self.height, self._had_focus, self.key, begin, begin >= 0 and begin + lines <= room)

    def _stays(self, before: Standing | None) -> bool:
        """Whether the scroll may stay as it is, since the cursor is where it was: in sight, or scrolled out of it."""
        now = self._standing()
        if before is None or now is None or now[:4] != before[:4]:
            return False
        return abs(now.begin - before.begin) <= self.height and (now.whole or not before.whole)

    @property
    def _laid(self) -> bool:
        return len(self._tops) == len(self.items) + 1

    def _grow(self) -> None:
        self._open, self._extra = -1, 0
        if self.active and self._laid and 0 <= self.cursor < len(self.items):
            self._open, self._extra = self.cursor, self._growth

    @property
    def _growth(self) -> int:
        """By how many lines the row under the cursor is taller when it is open."""
        plain = self._tops[self.cursor + 1] - self._tops[self.cursor]
        return self.measure(self.items[self.cursor], self.width, True) - plain

    @property
    def opened(self) -> int:
        """The index of the row that is open: the one under the cursor, as soon as that rests; -1 for none."""
        return self._open

    def shows_whole(self, item: Item) -> bool:
        """Whether a row is the one that is open."""
        return 0 <= self._open < len(self.items) and self.items[self._open] is item

    @property
    def rests(self) -> bool:
        """Whether the row under the cursor is the one that is open."""
        return not self.unfolds or not self.active or self._open in (-1, self.cursor)

    def rest(self) -> None:
        """The row under the cursor opens. It stays where it is, as far as the lane can be scrolled."""
        if not self.rests:
            begin = self.top(self.cursor)
            self._grow()
            self.scroll = max(0, self.scroll + self.top(self.cursor) - begin)
            self.reveal()

    @property
    def total(self) -> int:
        """All lines there are."""
        return self._tops[-1] + self._extra

    def top(self, index: int) -> int:
        """The first line of a row."""
        return self._tops[index] + (self._extra if index > self._open >= 0 else 0)

    def at(self, line: int) -> tuple[int, int]:
        """(index, line within it) of a line of the lane; index -1 below the last."""
        if not 0 <= line < self.total:
            return -1, 0
        plain = line
        if self._open >= 0:
            begin = self._tops[self._open]
            end = self._tops[self._open + 1] + self._extra
            if begin <= line < end:
                return self._open, line - begin
            if line >= end:
                plain = line - self._extra
        index = bisect_right(self._tops, plain) - 1
        return index, plain - self._tops[index]

    def seek(self, key: str) -> bool:
        """Put the cursor on a key; whether it is there."""
        for index, item in enumerate(self.items):
            if key and item.key == key:
                self.point(index)
                return True
        return False

    def point(self, index: int) -> None:
        """Put the cursor on a row by its index."""
        self.cursor = index
        self._grow()
        self.reveal()

    def step(self, by: int) -> bool:
        """Move the cursor to the next row that can be chosen, up or down; whether it moved."""
        index = self.cursor + by
        while 0 <= index < len(self.items):
            if self.items[index].key:
                self._come_to(index)
                return True
            index += by
        if by < 0 and self.scroll:
            self.scroll = 0
            return True
        return False

    def _come_to(self, index: int) -> None:
        """A step to a row, which opens at once where no other moves for it."""
        self.cursor = index
        if not self.unfolds or self._open < 0 or not self._laid:
            self._grow()
        elif not self._extra and not self._growth:
            self._open = index
        self.reveal()

    def page(self, by: int) -> bool:
        """Move about a screenful up or down; whether the cursor moved."""
        if not self._laid or not self.items:
            return False
        target = max(0, min(self.total - 1, self.top(max(0, self.cursor)) + by * max(1, self.height - 2)))
        index = self.at(target)[0]
        order = range(index, len(self.items)) if by > 0 else range(index, -1, -1)
        found = next((i for i in order if self.items[i].key), None)
        if found is None:
            back = range(index, -1, -1) if by > 0 else range(index, len(self.items))
            found = next((i for i in back if self.items[i].key), self.cursor)
        moved = found != self.cursor
        self.point(found)
        return moved

    def reveal(self) -> None:
        """Scroll so that the cursor's row is in sight, with the heading above the first one."""
        if not self._laid or self.height < 1 or not self.width:
            return
        if self.cursor < 0:
            self.scroll = 0
            return
        begin = self.top(self.cursor)
        end = begin + self._lines(self.cursor)
        if not any(item.key for item in self.items[: min(self.cursor, 12)]) and self.cursor <= 12:
            begin = 0
        hint = self.hint and self.height > 1 and (end < self.total or bool(self.beyond))
        room = self.height - hint  # the last line says what is below
        if end - begin > room:
            begin = self.top(self.cursor)
        if begin < self.scroll:
            self.scroll = begin
        elif end > self.scroll + room:
            self.scroll = min(begin, end - room)
        self.scroll = max(0, min(self.scroll, self._furthest))

    @property
    def _furthest(self) -> int:
        """How far it can be scrolled."""
        return self.total - self.height + bool(self.beyond)

    def wheel(self, by: int) -> bool:
        """Scroll by lines without moving the cursor; whether anything moved."""
        before = self.scroll
        self.scroll = max(0, min(self.scroll + by, self._furthest))
        return self.scroll != before

    def span(self, index: int) -> tuple[int, int]:
        """(first line, lines) of a row, from the top of what is in sight; may lie outside."""
        if not self._laid:
            return 0, 0
        return self.top(index) - self.scroll, self._lines(index)

    def _lines(self, index: int) -> int:
        return self._tops[index + 1] - self._tops[index] + (self._extra if index == self._open else 0)

    @property
    def grown(self) -> int:
        """By how many lines the open row is taller than it would be otherwise."""
        return self._extra

    def below(self) -> int:
        """How many rows that can be chosen are not wholly in sight below; of a text, how many lines; 0 when all are."""
        if self.total <= self.scroll + self.height:
            return 0
        if not self._counts:
            self._counts = [0, *accumulate(bool(item.key) for item in self.items)]
        if self.active and not self._counts[-1]:
            return self.total - self.scroll - self.height + 1
        index, _ = self.at(self.scroll + self.height - 1)
        begin, lines = self.span(index)
        whole = index + (1 if begin + lines < self.height else 0)
        return self._counts[-1] - self._counts[whole]
