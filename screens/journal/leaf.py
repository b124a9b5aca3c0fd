"""What every view of the journal is: rows for the left lane, and how each is drawn."""

from __future__ import annotations

from typing import Protocol

from textual.strip import Strip

from organizer import when
from organizer.records import Entry
from organizer.views.months import countdown
from screens import leaf
from screens.desk import Desk
from screens.ink import Part, lines_of, shown, wrap
from screens.journal.dots import dotted
from screens.journal.lines import Known, Pen, sign_of
from screens.widgets.lane import Item


class Place(leaf.Place, Protocol):
    """What a leaf knows of the journal."""

    date: str
    month: str
    collection: str
    habit_day: int
    ticked: frozenset[str]
    put_back: tuple[str, ...]
    met_next: str
    screen_height: int
    known: Known


class Leaf(leaf.Leaf):
    """Base of the views. Rows are keyed "id/nth" for lines; kinds are head, line, blank, quiet and a leaf's own."""

    page: Place
    grid = lists = True
    """Whether there is a dot grid, and whether what is written becomes lines (not a name)."""

    def __init__(self, page: Place) -> None:
        super().__init__(page)
        self.pen = Pen(self.office.practice, self.ink, page.now, page.known)

    def start(self, items: list[Item]) -> str:
        """The key where the cursor begins."""
        return ""

    def page_at(self, key: str) -> str:
        """The page that a new line is written on, with the cursor there; "" for none."""
        return ""

    # -- what a view may have of its own

    def beside(self) -> list[Item] | None:
        """The rows of the right lane; None for the month, the collections and the key."""
        return None

    def draw_beside(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """The rows of an item of its own right lane."""
        return []

    def selection(self) -> tuple[str, ...] | None:
        """The entries that the next command is about; None for the line under the cursor."""
        return None

    def written(self, desk: Desk, lines: list[str]) -> str | None:
        """What was typed in the line: "" when it was kept, why not; None when it becomes lines of the page."""
        return None

    # -- rows that several have

    def head(self, title: str, facts: str = "", key: str = "") -> list[Item]:
        """A heading, with a blank row behind it where there is room."""
        after = [] if self.page.short else [Item("", "blank")]
        return [Item(key, "head", (title, facts)), *after]

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """How many rows an item takes."""
        if item.kind == "line":
            return self.pen.measure(item.data, width, focused)
        if item.kind == "quiet":
            return lines_of(item.data, width - 4)
        return 1

    def draw(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """The rows of an item."""
        if item.kind == "line":
            return self.pen.draw(item.data, width, focused)
        if item.kind == "head":
            title, facts = item.data
            lit = "accent" if facts == "today" else "faint"
            right: list[Part] = [(facts, lit)] if facts else []
            return [self.row(width, [("  ", "faint"), (title, "foreground b")], right, focused)]
        if item.kind == "under":
            return [self.row(width, [("  ", "faint"), (item.data, "faint")], [], False)]
        if item.kind == "due":
            return [self._due(item.data, width, focused)]
        if item.kind == "quiet":
            rows = wrap(item.data, width - 4)
            return [self.row(width, [("  ", "faint"), (row, "muted")], [], False) for row in rows]
        return [self.row(width, [], [], False)]

    def _due(self, entry: Entry, width: int, focused: bool) -> Strip:
        """An entry that is due on a day and stands on another page."""
        day = when.say(entry.due or "", self.now)
        near = countdown(entry.due or "", self.now)
        fact = f"{day}, {near}" if near and near != day else day
        if (entry.due or "")[:10] == self.page.date and self.page.view == "day":
            fact = when.say_time(entry.due or "")
        sign: list[Part] = [("  ", "faint"), (sign_of(self.ink.signs, entry), "faint"), ("  ", "faint")]
        words: Part = (shown(entry.text), "foreground b" if focused else "muted")
        return self.row(width, [*sign, words], [(fact, "faint")] if fact else [], focused)

    def row(self, width: int, left: list[Part], right: list[Part], focused: bool) -> Strip:
        """One row with the focus bar, on the grid where there is one."""
        if focused or not self.grid:
            return super().row(width, left, right, focused)
        tail: list[Part] = [*right, (" ", "faint")] if right else []
        return dotted(self.ink, width, [(" ", "faint"), *left] if left else [], tail)
