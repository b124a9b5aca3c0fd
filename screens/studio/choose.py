"""Choose: up to three piles side by side, and the one that makes the others easier."""

from __future__ import annotations

from typing import Any

from organizer.manner import keyed
from organizer.records.theme import Pile
from organizer.views.theme import side_by_side
from screens.desk import Desk
from screens.studio.gather import Cells, Gather
from screens.studio.words import QUESTIONS
from screens.widgets.lane import Item, Lane


class Choose(Gather):
    """The stop: like Gather, but only with what is chosen from."""

    stop = "choose"
    hints = {"move.left": "pile", "theme.on": "this one"}
    keys = ("move.left", "theme.on", "studio.choose", "theme.back", "studio.name", "undo")

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self.columns = min(3, self.columns)
        studio = self.seen.studio
        self.beside = side_by_side(self.office.practice, studio) if studio else []
        self.picked = studio.picked if studio else ""

    def items(self) -> list[Item]:
        """The question, the piles, and those that stand aside."""
        (ask, help), (other, _) = QUESTIONS["choose"]
        items = [Item("", "title", ask), Item("", "help", help), *self.gap()]
        for at in range(0, len(self.beside), self.columns):
            items += self._block(self.beside[at : at + self.columns])
        aside = [pile for pile in self.piles if pile not in self.beside]
        if aside:
            items += [Item("", "help", keyed("Set aside: {studio.choose} puts one beside the others")), *self.gap(1)]
            items += [self._cells("aside", aside[at : at + self.columns], "heads")
                      for at in range(0, len(aside), self.columns)]  # fmt: skip
            items += self.gap()
        return [*items, Item("", "wise", other)]

    def lanes(self, cursor: str) -> list[Lane]:
        """The cursor is on the heads of the piles; what lies on them is only read."""
        items = [item if item.kind != "cells" else Item("", "cells", item.data) for item in self.items()]
        return [Lane("left", items, self.measure, cursor)]

    def _lit(self, pile: Pile) -> bool:
        return pile.id == self.picked

    def take(self, desk: Desk, id: str) -> bool:
        """Up and down matter where piles stand aside."""
        if id == "studio.choose":
            from screens.studio.doing import attempt

            pile = self.pile
            if pile:
                attempt(desk, "studio.choose", pile=pile.id)
            return True
        return super().take(desk, id)

    def click(self, hit: Any) -> str:
        """A click on a head chooses it, once more it is the one."""
        before = self.pile
        if super().click(hit) and self.pile is not None:
            return "theme.on" if self.pile is before else "redraw"
        return ""

    def on(self, desk: Desk) -> None:
        """This one: on to its word."""
        from screens.studio.doing import attempt, go_to

        item = self.page.item
        if self.pile is None or not isinstance(item.data, Cells):
            desk.say("Choose a pile first: ← → go from one to the other.", care=True)
            return
        if attempt(desk, "studio.pick", pile=self.pile.id):
            go_to(desk, "word")
