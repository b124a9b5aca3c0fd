"""Word: a name of 28 letters at most, and one sentence that says what it means here."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer.commands.studio import LONGEST
from organizer.views.theme import thoughts
from screens.desk import Desk
from screens.ink import Part, lettered, lines_of, shown, wrap
from screens.studio.leaf import READ, Leaf, slim
from screens.studio.words import QUESTIONS
from screens.widgets.lane import Item, Lane


class Word(Leaf):
    """The stop: two rows to fill in, and the lines of the pile that was chosen beside them."""

    one_click = True
    keys = ("theme.on", "studio.edit", "theme.back", "undo", "back")

    @property
    def hints(self) -> dict[str, str]:  # type: ignore[override]
        """Enter writes what the cursor is on, until both are said."""
        return {"theme.on": "to the color" if self.page.item.key == "color" else "write it"}

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        studio, practice = self.seen.studio, self.office.practice
        picked = studio.picked if studio else ""
        self.lines = [one for one in thoughts(practice, studio.id) if one.pile == picked] if studio and picked else []
        pile = practice.table("piles").get(picked)
        self.pile = getattr(pile, "name", "")

    def items(self) -> list[Item]:
        """The two questions, each with its answer."""
        (ask, help), (other, more) = QUESTIONS["word"]
        theme = self.seen.theme
        items = [Item("", "title", ask), Item("", "help", help), *self.gap(1)]
        items += [Item("name", "name", theme.name if theme else ""), *self.gap(2)]
        items += [Item("", "title", other), Item("", "help", more), *self.gap(1)]
        items += [Item("statement", "statement", theme.statement if theme else ""), *self.gap(2)]
        items += [Item("color", "next", "And now its color")] if theme else []
        if self.lines:
            items += [*self.gap(1), Item("", "help", f"From {shown(self.pile)}")]
            items += [Item("", "line", one.text) for one in self.lines]
        return items

    def lanes(self, cursor: str) -> list[Lane]:
        """The cursor is on what is still to be said."""
        theme = self.seen.theme
        if not cursor:
            cursor = "name" if not theme else "statement" if not theme.statement else "color"
        return super().lanes(cursor)

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The sentence takes as many rows as it needs."""
        if item.kind == "statement":
            return lines_of(item.data, min(width, READ) - 6)
        return super().measure(item, min(width, READ), focused)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """Name and sentence as they will hang."""
        width = lane.width
        if item.kind == "name":
            count = f"{len(item.data)} of {LONGEST} letters" if item.data else f"{LONGEST} letters at most"
            name = lettered(item.data) if len(lettered(item.data)) < width - 26 else shown(item.data)
            words: Part = (name, "accent b") if item.data else ("a word or two", "faint i")
            return [self.row(width, [("  ", "faint"), words], [(count, "faint")], focused)]
        if item.kind == "statement":
            lines: list[Part] = [(line, "foreground i") for line in wrap(item.data, min(width, READ) - 6)]
            lines = lines if item.data else [("one sentence", "faint i")]
            return [self.row(width, [("  ", "faint"), line], [], focused) for line in lines]
        if item.kind == "next":
            step: list[Part] = [(f" {self.ink.signs.step} ", "accent"), (item.data, "foreground b")]
            return [self.row(width, step, [], focused)]
        drawn = super().draw
        if item.kind in ("title", "help", "line"):
            return slim(self.ink, lane, lambda narrow: drawn(narrow, item, focused))
        return drawn(lane, item, focused)

    def on(self, desk: Desk) -> None:
        """Say what the cursor is on; with both said, on to the color."""
        from screens.studio.doing import ask_word, go_to

        if self.page.item.key == "color":
            go_to(desk, "color")
        else:
            ask_word(desk, self.page.item.key or "name")
