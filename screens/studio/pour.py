"""Pour out: free lines, a question for a start, and three minutes that only ever say so."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer.views.theme import thoughts
from organizer.words import count
from screens.desk import Desk
from screens.ink import Part
from screens.path import path
from screens.studio.leaf import READ, Leaf, slim
from screens.studio.words import QUESTIONS
from screens.widgets.lane import Item, Lane

MINUTES = 3
EVERY = 5
"""After so many lines comes the next question."""


class Pour(Leaf):
    """The stop."""

    writes = True
    hint = "Whatever comes"
    hints = {"theme.on": "gather"}
    keys = ("catch.here", "theme.on", "studio.edit", "studio.drop", "undo", "back")

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        studio = self.seen.studio
        self.thoughts = thoughts(self.office.practice, studio.id) if studio else []

    def items(self) -> list[Item]:
        """The question, the three minutes, and what was poured out."""
        ask, help = QUESTIONS["pour"][len(self.thoughts) // EVERY % len(QUESTIONS["pour"])]
        items = [Item("", "title", ask), Item("", "help", help), *self.gap(1)]
        items += [Item("", "timer"), *self.gap(1)]
        items += [Item(one.id, "line", one.text) for one in self.thoughts]
        if not self.thoughts:
            items.append(Item("", "quiet", "Enter keeps a line, and the next may come at once."))
        return items

    def lanes(self, cursor: str) -> list[Lane]:
        """The newest line is in sight."""
        (lane,) = super().lanes(cursor)
        if not cursor and self.thoughts:
            lane.cursor = len(lane.items) - 1
        return [lane]

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The timer takes one row."""
        return super().measure(item, min(width, READ), focused)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """Its rows are no wider than can be read well."""
        return slim(self.ink, lane, lambda narrow: self._drawn(narrow, item, focused))

    def _drawn(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """The timer is a path of three minutes."""
        if item.kind != "timer":
            return super().draw(lane, item, focused)
        gone = (self.page.now - self.page.since).total_seconds() / 60
        words = "Three minutes. Enough, or a little more?" if gone >= MINUTES else _left(gone)
        way = path(self.ink, min(24, lane.width // 4), MINUTES + 1, min(1.0, gone / MINUTES))
        lines = count(len(self.thoughts), "line")
        right: list[Part] = [(f"   {words}", "foreground" if gone >= MINUTES else "faint")]
        tail: list[Part] = [(lines, "faint")] if self.thoughts else []
        return [self.ink.row(lane.width, [*way, *right], tail)]

    def on(self, desk: Desk) -> None:
        """On to Gather, once something was poured out."""
        from screens.studio.doing import go_to
        from screens.writing import write

        if self.thoughts:
            go_to(desk, "gather")
        else:
            write(desk)

    def typed(self, desk: Desk, lines: list[str]) -> str:
        """Keep what was poured out."""
        from screens.studio.doing import newest

        why: str = desk.attempt("studio.pour", (), lines=lines)
        if not why:
            newest(desk, "thoughts")
        return why


def _left(gone: float) -> str:
    left = MINUTES - int(gone)
    return f"about {count(left, 'minute')} left"
