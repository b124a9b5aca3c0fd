"""A leaf: what is open of a page that has several views, as the journal and the studio have. It makes rows and draws
them; where it is open, and its cursor, the page holds."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from textual.strip import Strip

from organizer.office import Office
from screens.desk import Desk
from screens.ink import Ink, Part
from screens.page import Hit
from screens.widgets.lane import Item


class Place(Protocol):
    """What a leaf knows of the page it belongs to."""

    office: Office
    ink: Ink
    view: str
    dirty: bool

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
    """Base of the leaves; each page has its own below it."""

    hint = "Write a line"
    """What the writing line says while nothing is in it."""
    writes = True
    """Whether there is a writing line."""
    keys: tuple[str, ...] = ()
    """The verbs of its key bar, where they differ from those of the page."""

    def __init__(self, page: Place) -> None:
        self.page = page
        self.office, self.ink = page.office, page.ink

    @property
    def now(self) -> datetime:
        """The moment the page speaks of."""
        return self.page.now

    def items(self) -> list[Item]:
        """The rows of its lane, or of the left one."""
        return []

    def facts(self) -> str:
        """What the band says."""
        return ""

    def take(self, desk: Desk, id: str) -> bool:
        """A command on its way; whether this leaf takes it."""
        return False

    def click(self, hit: Hit) -> str:
        """What a click on it means; "" for what it means everywhere."""
        return ""

    # -- rows

    def gap(self, rows: int = 2) -> list[Item]:
        """Room between two groups."""
        return [Item("", "blank")] * (1 if self.page.short else rows)

    def row(self, width: int, left: list[Part], right: list[Part], focused: bool) -> Strip:
        """One row with the focus bar."""
        tail: list[Part] = [*right, (" ", "faint")] if right else []
        bar: Part = (self.ink.signs.focus if focused else " ", "accent")
        return self.ink.row(width, [bar, *left], tail, "accent_soft" if focused else "background")
