"""Gather: the lines in piles, side by side, and below them those that lie on none yet."""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.strip import Strip

from organizer.manner import keyed
from organizer.records.theme import Pile, Thought
from organizer.views.theme import piles, thoughts
from organizer.words import count
from screens.desk import Desk
from screens.ink import Part, lines_of, shown, wrap
from screens.page import Hit
from screens.studio.leaf import Leaf
from screens.studio.words import QUESTIONS
from screens.widgets.lane import Item, Lane

GAP = 3
LEAST = 20
"""Cells of a column."""
MOST = 3
"""Rows of a line that is longer than its column."""


class Cells(NamedTuple):
    """What stands side by side in a row: piles (their heads) or thoughts, None where nothing does."""

    cells: tuple[Any, ...]


class Gather(Leaf):
    """The stop: one lane of rows, each of as many cells as there are columns."""

    keys: tuple[str, ...] = (
        "studio.move", "theme.on", "studio.name", "catch.here", "theme.back", "studio.drop", "undo",
    )  # fmt: skip
    stop = "gather"
    hints = {"theme.on": "choose a pile", "catch.here": "add a line"}

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        studio = self.seen.studio
        practice = self.office.practice
        self.thoughts = thoughts(practice, studio.id) if studio else []
        self.piles = piles(practice, studio.id) if studio else []
        self.columns = max(1, min(3 if self.page.width < 130 else 4, (self.room + GAP) // (LEAST + GAP)))

    # -- rows

    def items(self) -> list[Item]:
        """The piles in rows of so many, then what lies on none."""
        known = {pile.id for pile in self.piles}
        loose = [one for one in self.thoughts if one.pile not in known]
        items: list[Item] = [Item("", "help", self._words()), *self.gap()]
        for at in range(0, len(self.piles), self.columns):
            items += self._block(self.piles[at : at + self.columns])
        if loose:
            items.append(Item("", "loose", len(loose)))
            items += self.gap(1) if not self.page.short else []
            items += [self._cells("loose", loose[at : at + self.columns]) for at in range(0, len(loose), self.columns)]
            items += self.gap()
        if len(self.piles) > 1:
            items.append(Item("", "wise", "Which pile would make the others easier?  That one is often the theme."))
        return items

    def _words(self) -> str:
        if not self.thoughts:
            return keyed("Nothing was poured out yet. {theme.back} goes back a step.")
        if not self.piles:
            begins = keyed("{studio.move} begins a pile.")
            return f"You wrote {count(len(self.thoughts), 'line')}. {QUESTIONS['gather'][0][0]} {begins}"
        return f"You wrote {count(len(self.thoughts), 'line')}. {QUESTIONS['gather'][0][1]}"

    def _block(self, row: list[Pile]) -> list[Item]:
        lines = {pile.id: [one for one in self.thoughts if one.pile == pile.id] for pile in row}
        items = [self._cells("heads", row, "heads"), Item("", "rules", tuple(row))]
        items += [] if self.page.short else [Item("", "blank")]
        for at in range(max(map(len, lines.values()))):
            cells = [lines[pile.id][at] if at < len(lines[pile.id]) else None for pile in row]
            items.append(self._cells(row[0].id, cells))
        return [*items, *self.gap()]

    @staticmethod
    def _cells(name: str, cells: list[Any], kind: str = "cells") -> Item:
        first = next(one for one in cells if one is not None)
        return Item(f"{name}/{first.id}", kind, Cells(tuple(cells)))

    def lanes(self, cursor: str) -> list[Lane]:
        """The cursor is on the first line that lies nowhere yet."""
        items = self.items()
        if not cursor:
            cursor = next((item.key for item in items if item.key.startswith("loose/")), "")
        return [Lane("left", items, self.measure, cursor)]

    # -- where the cursor is

    @property
    def cell(self) -> Any:
        """The pile or thought under the cursor."""
        item = self.page.item
        if not isinstance(item.data, Cells):
            return None
        cells = item.data.cells
        at = min(self.page.column, len(cells) - 1)
        near = sorted((n for n, one in enumerate(cells) if one is not None), key=lambda n: abs(n - at))
        return cells[near[0]] if near else None

    def _at(self, item: Item) -> int:
        cells = item.data.cells
        at = min(self.page.column, len(cells) - 1)
        return min((n for n, one in enumerate(cells) if one is not None), key=lambda n: abs(n - at))

    @property
    def pile(self) -> Pile | None:
        """The pile under the cursor, or that of the line under it."""
        cell = self.cell
        if isinstance(cell, Pile):
            return cell
        id = cell.pile if isinstance(cell, Thought) else ""
        return next((one for one in self.piles if one.id == id), None)

    def seek(self, id: str) -> bool:
        """Put the cursor on a pile or a line; whether it is there."""
        for item in self.page.lanes[0].items:
            cells = item.data.cells if isinstance(item.data, Cells) and item.key else ()
            for column, cell in enumerate(cells):
                if cell is not None and cell.id == id:
                    self.page.lanes[0].seek(item.key)
                    self.page.column = column
                    return True
        return False

    @property
    def after(self) -> str:
        """The line that is next to be gathered once that under the cursor is: the one after it that lies nowhere."""
        cell, known = self.cell, {pile.id for pile in self.piles}
        loose = [one.id for one in self.thoughts if one.pile not in known]
        if not isinstance(cell, Thought) or cell.id not in loose:
            return cell.id if cell is not None else ""
        at = loose.index(cell.id)
        rest = loose[at + 1 :] + loose[:at]
        return rest[0] if rest else cell.id

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """Heads and lines in columns."""
        if item.kind == "loose":
            return [self.row(lane.width, [("Not in a pile yet", "foreground b")], [(str(item.data), "faint")], False)]
        if item.kind == "wise":
            return [self.ink.row(lane.width, [(" ", "faint"), (item.data, "foreground i")])]
        if item.kind == "rules":
            return [self._rules(lane.width, item.data)]
        if isinstance(item.data, Cells):
            return self._columns(lane.width, item, focused)
        return super().draw(lane, item, focused)

    def _wide(self, width: int) -> int:
        return (width - GAP * (self.columns - 1)) // self.columns

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """A row of lines is as tall as the longest of them, within reason."""
        if item.kind == "cells":
            room = self._wide(width) - 4
            return max(lines_of(one.text, room, most=MOST) for one in item.data.cells if one is not None)
        return super().measure(item, width, focused)

    def _columns(self, width: int, item: Item, focused: bool) -> list[Strip]:
        wide, here = self._wide(width), self._at(item) if focused else -1
        made: list[Strip] = []
        for line in range(self.measure(item, width, focused)):
            strips: list[Strip] = []
            for at, cell in enumerate(item.data.cells):
                on = at == here
                ground = "accent_soft" if on else "background"
                strips.append(self.ink.row(wide, self._cell(item.kind, cell, on, line, wide), (), ground))
                strips.append(self.ink.blank(GAP))
            used = sum(strip.cell_length for strip in strips)
            made.append(Strip.join([*strips, self.ink.blank(max(0, width - used))]).crop(0, width))
        return made

    def _cell(self, kind: str, cell: Any, on: bool, line: int, wide: int) -> list[Part]:
        bar: Part = (self.ink.signs.focus if on else " ", "accent")
        if cell is None:
            return [bar]
        if kind == "heads":
            return [bar, (shown(cell.name), "foreground b" if on or self._lit(cell) else "muted b")]
        rows = wrap(cell.text, wide - 4, most=MOST)
        if line >= len(rows):
            return [bar]
        spec = "foreground b" if on else "foreground" if cell.pile else "muted"
        return [bar, ("   " if line else f"{self.ink.signs.note}  ", "muted"), (rows[line], spec)]

    def _lit(self, pile: Pile) -> bool:
        return False

    def _rules(self, width: int, row: tuple[Pile, ...]) -> Strip:
        wide, signs = self._wide(width), self.ink.signs
        parts: list[Part] = []
        mine = self.pile if self.page.lanes and self.page.view == self.stop else None
        for pile in row:
            lit = (mine is not None and pile.id == mine.id) or self._lit(pile)
            line = signs.path_line if lit else signs.path_rest
            parts += [(" ", "faint"), (line * (wide - 1), "accent" if lit else "line"), (" " * GAP, "faint")]
        return self.ink.row(width, parts[:-1])

    # -- acting

    def take(self, desk: Desk, id: str) -> bool:
        """Left and right go from column to column."""
        if id in ("move.left", "move.right") and isinstance(self.page.item.data, Cells):
            item, by = self.page.item, 1 if id == "move.right" else -1
            cells = item.data.cells
            there = [n for n, one in enumerate(cells) if one is not None and (n - self._at(item)) * by > 0]
            if there:
                self.page.column = min(there) if by > 0 else max(there)
                desk.canvas.redraw()
            return True
        if id in ("move.up", "move.down"):
            desk.moved(lambda: desk.page.move(1 if id == "move.down" else -1))
            desk.canvas.redraw()
            return True
        return False

    def click(self, hit: Hit) -> str:
        """A click chooses the column as well."""
        if hit.key:
            before = self.cell
            at = hit.column // (self._wide(self.page.lanes[0].width) + GAP)
            self.page.lanes[0].seek(hit.key)
            self.page.column = at
            return "studio.move" if self.cell is before and isinstance(before, Thought) else "redraw"
        return ""

    def on(self, desk: Desk) -> None:
        """On to Choose, once there is a pile; a line that is under the cursor goes on one first."""
        from screens.studio.doing import ask_pile, go_to

        if self.piles:
            go_to(desk, "choose")
        elif isinstance(self.cell, Thought):
            ask_pile(desk, self.cell)
        else:
            desk.say(keyed("Pour out a line first: {theme.back} goes back a step."), care=True)
