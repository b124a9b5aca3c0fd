"""What every view of the journal is: rows for the left lane, and how each is drawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from textual.strip import Strip

from organizer import when
from organizer.office import Office
from organizer.records import Entry
from organizer.views.months import countdown
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.journal.dots import dotted
from screens.journal.lines import Known, Pen, sign_of
from screens.page import Hit
from screens.widgets.lane import Item


class Place(Protocol):
    """What a leaf knows of the journal it belongs to."""

    office: Office
    ink: Ink
    view: str
    date: str
    month: str
    collection: str
    habit_day: int
    ticked: frozenset[str]
    put_back: tuple[str, ...]
    met_next: str
    screen_height: int
    dirty: bool
    known: Known

    @property
    def now(self) -> datetime:
        """The moment the page speaks of."""

    @property
    def narrow(self) -> bool:
        """Whether there is no rail."""

    @property
    def short(self) -> bool:
        """Whether there are few rows."""

    @property
    def item(self) -> Item:
        """The row under the cursor."""


class Leaf:
    """Base of the views. Rows are keyed "id/nth" for lines; kinds are head, line, blank, quiet and a leaf's own."""

    hint = "Write a line"
    """What the writing line says while nothing is in it."""
    writes = grid = lists = True
    """Whether there is a writing line, a dot grid, and whether what is written becomes lines (not a name)."""
    keys: tuple[str, ...] = ()
    """The verbs of its key bar, where they differ from those of a page of lines."""

    def __init__(self, journal: Place) -> None:
        self.journal = journal
        self.office, self.ink = journal.office, journal.ink
        self.pen = Pen(self.office.practice, self.ink, journal.now, journal.known)

    @property
    def now(self) -> datetime:
        """The moment the page speaks of."""
        return self.journal.now

    def items(self) -> list[Item]:
        """The rows of the left lane."""
        return []

    def start(self, items: list[Item]) -> str:
        """The key where the cursor begins."""
        return ""

    def facts(self) -> str:
        """What the band says."""
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

    def click(self, hit: Hit) -> str:
        """What a click on it means; "" for what it means everywhere."""
        return ""

    def take(self, desk: Any, id: str) -> bool:
        """A command on its way; whether this row takes it."""
        return False

    def written(self, desk: Any, lines: list[str]) -> str | None:
        """What was typed in the line: "" when it was kept, why not; None when it becomes lines of the page."""
        return None

    # -- rows that several have

    def gap(self, rows: int = 2) -> list[Item]:
        """Room between two groups."""
        return [Item("", "blank")] * (1 if self.journal.short else rows)

    def head(self, title: str, facts: str = "", key: str = "") -> list[Item]:
        """A heading, with a blank row behind it where there is room."""
        after = [] if self.journal.short else [Item("", "blank")]
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
        if (entry.due or "")[:10] == self.journal.date and self.journal.view == "day":
            fact = when.say_time(entry.due or "")
        sign: list[Part] = [("  ", "faint"), (sign_of(self.ink.signs, entry), "faint"), ("  ", "faint")]
        words: Part = (shown(entry.text), "foreground b" if focused else "muted")
        return self.row(width, [*sign, words], [(fact, "faint")] if fact else [], focused)

    def row(self, width: int, left: list[Part], right: list[Part], focused: bool) -> Strip:
        """One row with the focus bar, on the grid where there is one."""
        tail: list[Part] = [*right, (" ", "faint")] if right else []
        if focused:
            return self.ink.row(width, [(self.ink.signs.focus, "accent"), *left], tail, "accent_soft")
        if self.grid:
            return dotted(self.ink, width, [(" ", "faint"), *left] if left else [], tail)
        return self.ink.row(width, [(" ", "faint"), *left], tail)
