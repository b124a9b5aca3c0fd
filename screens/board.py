"""The Board: open tasks in columns, by area or by stage; one column at a time on narrow screens."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual.strip import Strip

from organizer.office import Office
from organizer.views.blocking import comes_first
from organizer.views.board import BoardView, Column, board
from organizer.words import count
from screens.cards import card_height, draw_card, draw_row, row_height
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane

EMPTY = "Nothing here. Enjoy it, or a to add."
COLUMN, GAP = 22, 2
"""The least cells of a column, and the cells between two (look.md, grid)."""


class Board(Page):
    """The page of columns."""

    place = "board"

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.by = "area"
        self.view: BoardView = BoardView("area", (), 0, 0)
        self.first = 0
        self.moving = ""
        self.carried = False
        self._targets: list[tuple[int, int, int, str]] = []
        self._stood: dict[str, dict[str, str]] = {"area": {}, "stage": {}}

    def heading(self) -> Heading:
        """How much there is."""
        return Heading(
            "Board", f"{count(self.view.open, 'open task')} {self.ink.signs.dot} {self.view.due_today} due today"
        )

    def rebuild(self) -> None:
        """Read the columns again; the cursor follows its card, the focus its column."""
        old = {lane.name: lane for lane in self.lanes}
        name, key = (self.current.name, self.current.key) if self.current else ("", "")
        self.view = board(self.office.practice, self.now, self.by, self._stood[self.by])
        self.lanes = []
        for column in self.view.columns:
            items = [Item(entry.id, "card", entry) for entry in column.entries] or [Item("", "empty")]
            before = old.get(column.key)
            lane = Lane(column.key, items, self._measure, before.key if before else "")
            lane.unfolds = True
            if before and lane.key != before.key and before.key and column.entries:
                lane.point(min(before.cursor, len(items) - 1))
            lane.follow(before)
            self.lanes.append(lane)
        self._refocus(name, key, first=not old)
        if self.moving and self.selection() != (self.moving,):  # it was taken away meanwhile
            self.put_down()

    def _refocus(self, name: str, key: str, first: bool) -> None:
        names = [lane.name for lane in self.lanes]
        for number, lane in enumerate(self.lanes):
            if key and lane.seek(key):
                self.lane = number
                return
        if name in names:
            self.lane = names.index(name)
        elif first or self.lane >= len(names):
            self.lane = next((number for number, lane in enumerate(self.lanes) if lane.key), 0)

    def answers(self) -> dict[str, str]:
        """`add here` means: in this column."""
        name = self.current.name if self.current else ""
        if name in ("", "done") or self.view.columns[self.lane].retired:
            return {}
        return {"stage" if self.by == "stage" else "area": name}

    # -- layout

    @property
    def columns_shown(self) -> int:
        """How many columns fit side by side."""
        if self.narrow:
            return 1
        return max(
            1,
            min(
                len(self.lanes) or 1,
                5 if self.screen_width >= 140 else 4,
                (self.width - 2 * self.pad + GAP) // (COLUMN + GAP),
            ),
        )

    def layout(self) -> None:
        """Columns of one width; those out of sight are not even measured."""
        if self.dirty:
            self.rebuild()
            self.dirty = False
        self.activate()
        shown = self.columns_shown
        if self.lane < self.first:
            self.first = self.lane
        if self.lane >= self.first + shown:
            self.first = self.lane - shown + 1
        self.first = max(0, min(self.first, len(self.lanes) - shown))
        self._make_head(shown)
        room = self.width - 2 * self.pad
        height = max(1, self.height - len(self.head))
        for number, lane in enumerate(self.lanes):
            at = number - self.first
            if not 0 <= at < shown:
                lane.x = self.width
                continue
            begin = (room + GAP) * at // shown
            wide = (room + GAP) * (at + 1) // shown - GAP - begin
            lane.place(self.pad + begin, wide, height)

    def _make_head(self, shown: int) -> None:
        self._targets = []
        if self.narrow:
            self.head = [self.ink.blank(self.width), self._strip(), self.ink.blank(self.width)]
            if self.height < 14:
                self.head = self.head[1:2]
                self._targets = [(0, begin, end, name) for _, begin, end, name in self._targets]
            return
        top = [self.ink.blank(self.width)] if self.height > 20 else []
        tools = self._tools(shown, len(top))
        titles, rules = self._titles(shown, len(top) + 2 if self.height > 20 else len(top) + 1)
        between = [self.ink.blank(self.width)] if self.height > 20 else []
        self.head = [*top, tools, *between, titles, rules, self.ink.blank(self.width)]

    def _tools(self, shown: int, y: int) -> Strip:
        signs, room = self.ink.signs, self.width - 2 * self.pad
        left: list[Part] = []
        x = self.pad
        for by in ("area", "stage"):
            on = self.by == by
            left += [
                (f"{signs.path_done if on else signs.path_ahead} ", "accent" if on else "faint"),
                (f"by {by}", "foreground b" if on else "muted"),
                ("   ", "faint"),
            ]
            self._targets.append((y, x, x + 5 + len(by), f"view:{by}"))
            x += 8 + len(by)
        last = min(len(self.lanes), self.first + shown)
        right: list[Part] = []
        if shown < len(self.lanes):
            on_left, on_right = self.first > 0, last < len(self.lanes)
            right = [
                (f"columns {self.first + 1}{signs.dash}{last} of {len(self.lanes)}  ", "faint"),
                (signs.left, "accent b" if on_left else "faint"),
                (" ", "faint"),
                (signs.right, "accent b" if on_right else "faint"),
            ]
            end = self.width - self.pad
            self._targets += [(y, end - 4, end - 2, "column:-"), (y, end - 2, end + 1, "column:+")]
        side = self.ink.blank(self.pad)
        return Strip.join([side, self.ink.row(room, left, right), side])

    def _titles(self, shown: int, y: int) -> tuple[Strip, Strip]:
        ink, room = self.ink, self.width - 2 * self.pad
        titles: list[Strip] = [ink.blank(self.pad)]
        rules: list[Strip] = [ink.blank(self.pad)]
        for at in range(shown):
            number = self.first + at
            begin = (room + GAP) * at // shown
            wide = (room + GAP) * (at + 1) // shown - GAP - begin
            column, on = self.view.columns[number], number == self.lane
            mark = f" {ink.signs.left}{ink.signs.right}" if on and self.moving else ""
            spec = "foreground b" if on else "faint b" if column.retired else "muted b"
            titles.append(
                ink.row(
                    wide,
                    [(" ", "faint"), *self._dot(column), (self._name(column), spec), (mark, "accent b")],
                    [(f"{len(column.entries)} ", "accent" if on else "faint")],
                )
            )
            rules.append(
                ink.row(
                    wide, [((ink.signs.path_line if on else ink.signs.path_rest) * wide, "accent" if on else "line")]
                )
            )
            gap = ink.blank(GAP if at < shown - 1 else self.width - self.pad - begin - wide)
            titles.append(gap)
            rules.append(gap)
            self._targets += [
                (y + line, self.pad + begin, self.pad + begin + wide, f"column:{number}") for line in (0, 1)
            ]
        return Strip.join(titles), Strip.join(rules)

    @staticmethod
    def _name(column: Column) -> str:
        return shown(column.name)

    def _dot(self, column: Column) -> list[Part]:
        """The area's own color, where one was chosen."""
        return [(f"{self.ink.signs.path_done} ", self.ink.colored(column.color))] if column.color else []

    def _strip(self) -> Strip:
        """The neighbors as one line, the open column first in sight."""
        signs, room = self.ink.signs, self.width - 2 * self.pad
        names = [(self._name(column), f" {len(column.entries)}") for column in self.view.columns]
        dots = [self._dot(column) for column in self.view.columns]
        if self.moving:
            names[self.lane] = (names[self.lane][0], f"{names[self.lane][1]} {signs.left}{signs.right}")
        sizes = [cell_len(name) + len(number) + 3 for name, number in names]
        widths = [size + 2 * len(dot) for size, dot in zip(sizes, dots, strict=True)]
        start = 0
        while start < self.lane and sum(widths[start : self.lane + 1]) > room - 14:
            start += 1
        parts: list[Part] = [(f"{signs.left} ", "accent b" if self.lane else "faint")]
        x = self.pad + 2
        for number in range(start, len(names)):
            on = number == self.lane
            parts += [
                *dots[number],
                (names[number][0], "foreground b u" if on else "muted"),
                (names[number][1], "accent" if on else "faint"),
                ("   ", "faint"),
            ]
            self._targets.append((1, x, x + widths[number] - 2, f"column:{number}"))
            x += widths[number]
        ends = [(1, 0, self.pad + 2, "column:-"), (1, self.width - self.pad - 2, self.width, "column:+")]
        self._targets = ends + self._targets  # names that do not fit lie under the arrow
        more = (f" {signs.right}", "accent b" if self.lane < len(names) - 1 else "faint")
        side = self.ink.blank(self.pad)
        return Strip.join([side, self.ink.row(room, parts, [more]), side])

    # -- drawing

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        if item.kind == "empty":
            return lines_of(EMPTY, width - 1)
        if self.narrow:
            return row_height(item.data)
        first = comes_first(self.office.practice, item.data)
        return card_height(item.data, width, focused, self.by == "stage", self.now, first)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One card, or the quiet line of an empty column."""
        ink = self.ink
        if item.kind == "empty":
            spec = "muted" if self.current is lane else "faint"
            return [ink.row(lane.width, [(f" {line}", spec)]) for line in wrap(EMPTY, lane.width - 1)]
        if self.narrow:
            first = comes_first(self.office.practice, item.data)
            return draw_row(ink, item.data, lane.width, focused, self.now, first)
        whole = lane.shows_whole(item)
        return draw_card(ink, self.office.practice, item.data, lane.width, focused, whole, self.by == "stage", self.now)

    # -- acting

    def take_up(self) -> None:
        """From now on the card under the cursor is carried."""
        self.moving, self.carried = self.current.key if self.current else "", False

    def put_down(self) -> None:
        """It stays where it is."""
        self.moving = ""

    def keep_in_place(self, ids: frozenset[str]) -> None:
        """What is finished now stays in the column it stands in; a card that is carried goes along."""
        stood = self._stood[self.by]
        for lane in self.lanes:
            stood.update((item.key, lane.name) for item in lane.items if item.key in ids)
        stood.pop(self.moving, None)
        super().keep_in_place(ids)

    def leave(self) -> None:
        """What was finished goes where it belongs."""
        self._stood = {"area": {}, "stage": {}}
        self.put_down()
        super().leave()

    def sideways(self, by: int) -> bool:
        """To the next column, full or empty."""
        target = self.lane + by
        if not 0 <= target < len(self.lanes):
            return False
        self.lane = target
        return True

    def part(self, by: int) -> bool:
        """Tab goes from column to column and round."""
        if self.lanes:
            self.lane = (self.lane + by) % len(self.lanes)
        return bool(self.lanes)

    def draft(self) -> dict[str, Any]:
        """By what its columns are."""
        return {"by": self.by}

    def go_on(self, doc: dict[str, Any]) -> None:
        """So again."""
        if doc.get("by") != self.by:
            self.turn(str(doc.get("by")))

    def turn(self, by: str = "") -> None:
        """By area, or by stage."""
        self.put_down()
        self.by = by or ("stage" if self.by == "area" else "area")
        self.first = 0
        self.dirty = True
        if not self.selection():
            self.lanes = []  # from an empty column to the first one that holds something
        self.layout()

    def go_to(self, target: str) -> None:
        """A click on a head: to that column, the next, the previous, or the other view."""
        kind, _, name = target.partition(":")
        if kind == "view":
            if name != self.by:
                self.turn(name)
        elif name in "+-":
            self.sideways(1 if name == "+" else -1)
        else:
            self.lane = int(name)
        self.layout()

    def target_at(self, x: int, y: int) -> str:
        """Column heads, the two views, and the arrows."""
        return next((name for line, begin, end, name in self._targets if line == y and begin <= x < end), "")

    def click(self, hit: Hit) -> str:
        """A card is clicked as everywhere; an empty column takes the focus. While a card is carried, a click
        anywhere in another column carries it there."""
        if self.moving and hit.lane >= 0 and hit.lane != self.lane:
            return f"carry:{hit.lane}"
        if hit.lane >= 0 and not hit.key:
            self.lane = hit.lane
            return "redraw"
        return super().click(hit)
