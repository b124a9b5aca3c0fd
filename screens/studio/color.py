"""Color: eight presets or any other, with an evening and a morning in it beside them."""

from __future__ import annotations

from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from screens.desk import Desk
from screens.ink import Ink, lettered, shown, wrap
from screens.palettes import DEFAULT, PRESETS, contrast, derive, read_color
from screens.studio.leaf import Leaf
from screens.widgets.lane import Item, Lane

KINDLY = "Any color is fine. Only its lightness is nudged, so that words stay easy to read."
GAP = 5


class Color(Leaf):
    """The stop: swatches left, what comes of them right."""

    one_click = True
    hints = {"move.down": "try a color", "theme.on": "wear it"}
    keys = ("move.down", "theme.on", "theme.light", "theme.back", "undo", "back")

    @property
    def own(self) -> str:
        """A color that is none of the presets, or ""."""
        color = self.seen.theme.color if self.seen.theme else ""
        return color if color and color not in PRESETS.values() else ""

    @property
    def worn(self) -> str:
        """The color that is worn."""
        theme = self.seen.theme
        return theme.color if theme and read_color(theme.color) else DEFAULT

    def items(self) -> list[Item]:
        """The question, eight swatches, one's own, a kind word."""
        name = self.seen.theme.name if self.seen.theme else ""
        signs = self.ink.signs
        items = [Item("", "title", f"What color is {signs.quote_open}{shown(name)}{signs.quote_close}?"), *self.gap(1)]
        roomy = self.page.height > 29
        for called, color in PRESETS.items():
            items += [Item(color, "swatch", called)] + ([Item("", "blank")] if roomy else [])
        items += [Item("own", "own", self.own), *self.gap(1)]
        return [*items, Item("", "kind", KINDLY)]

    def lanes(self, cursor: str) -> list[Lane]:
        """Swatches, and the two pictures, which are only looked at."""
        at = cursor or (self.worn if self.worn in PRESETS.values() else "own")
        left = Lane("left", self.items(), self.measure, at)
        return [left, Lane("right", self._pictures(), lambda item, width, focused: 1)]

    def place(self, lanes: list[Lane], height: int) -> None:
        """Side by side; in a narrow room the pictures get what is left."""
        room, pad = self.room, self.page.pad
        left, right = lanes
        if room < 56:
            left.place(pad, room, height)
            right.place(self.page.width, 0, height)
            return
        gap = GAP if room > 90 else 3
        wide = (room - gap) * 52 // 100
        left.place(pad, wide, height)
        right.hint = False
        right.place(pad + wide + gap, room - gap - wide, height)

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The kind word may take two rows."""
        return len(wrap(item.data, width - 3)) if item.kind == "kind" else super().measure(item, width, focused)

    # -- the pictures

    def _pictures(self) -> list[Item]:
        """Rows of the evening, then of the morning."""
        rows = [Item("", "evening", n) for n in range(-1, self._tall)]
        return [
            *rows,
            *([] if self._tall < 8 else [Item("", "blank")]),
            *(Item("", "morning", n) for n in range(-1, self._tall)),
        ]

    @property
    def _tall(self) -> int:
        room = self.page.height - 12
        return 10 if room > 22 else 8 if room > 18 else 6

    @property
    def tried(self) -> str:
        """The color under the cursor."""
        lanes = self.page.lanes
        key = lanes[0].key if lanes else ""
        return key if key.startswith("#") else self.own or self.worn

    def _picture(self, width: int, dark: bool, row: int) -> Strip:
        ink = Ink(derive(self.tried, dark), self.ink.signs)
        if row < 0:
            palette = ink.palette
            reads = int(
                min(contrast(palette.band_foreground, palette.band), contrast(palette.foreground, palette.accent_soft))
            )
            label = "In the evening" if dark else "In the morning"
            return self.ink.row(width, [(label, "muted")], [(f"words read at {reads} : 1", "faint")])
        theme = self.seen.theme
        wide = lettered(theme.name) if theme else ""
        name = wide if len(wide) <= width - 4 else shown(theme.name) if theme else ""
        words = shown(theme.statement) if theme else ""
        rows = {
            10: ("blank", "name", "words", "blank", "air", "three", "air", "first", "second", "air"),
            8: ("blank", "name", "words", "blank", "three", "first", "second", "air"),
            6: ("name", "words", "air", "three", "first", "second"),
        }[self._tall]
        kind = rows[row]
        pad = "  "
        if kind in ("blank", "name", "words"):
            said = {"name": (name, "band_foreground b"), "words": (words, "band_muted i")}.get(kind, ("", "band_muted"))
            return ink.row(width, [(pad, "band_muted"), said], (), "band")
        if kind == "three":
            return ink.row(width, [(pad, "faint"), ("Three for today", "foreground b")], [("1 of 3   ", "faint")])
        if kind == "first":
            left = [
                (ink.signs.focus, "accent"),
                (f" {ink.signs.task}  ", "muted"),
                ("Renew the insurance", "foreground b"),
            ]
            return ink.row(width, left, [("20 min   ", "muted")], "accent_soft")
        if kind == "second":
            return ink.row(
                width,
                [(f"  {ink.signs.task}  ", "muted"), ("Newsletter opening", "foreground")],
                [("15 min   ", "muted")],
            )
        return ink.blank(width)

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A swatch, a row of a picture, a word."""
        if item.kind in ("evening", "morning"):
            return [self._picture(lane.width, item.kind == "evening", item.data)]
        if item.kind == "kind":
            return [
                self.ink.row(lane.width, [("   ", "faint"), (line, "faint")])
                for line in wrap(item.data, lane.width - 3)
            ]
        if item.kind == "swatch":
            return [self._swatch(lane.width, item.key, item.data, focused)]
        if item.kind == "own":
            if item.data:
                return [self._swatch(lane.width, item.data, f"Your own, {item.data}", focused)]
            return [
                self.row(
                    lane.width,
                    [("  Your own     ", "foreground b" if focused else "foreground"), ("#______", "faint")],
                    [],
                    focused,
                )
            ]
        return super().draw(lane, item, focused)

    def _swatch(self, width: int, color: str, name: str, focused: bool) -> Strip:
        ground = "accent_soft" if focused else "background"
        bar = self.ink.row(3, [(self.ink.signs.focus if focused else " ", "accent")], (), ground)
        patch = Strip([Segment(" " * 6, Style(bgcolor=color))], 6)
        chosen = [("chosen ", "accent")] if color == self.worn else []
        spec = "foreground b" if focused else "foreground"
        words = self.ink.row(max(1, width - 9), [("   ", "faint"), (shown(name), spec)], chosen, ground)
        return Strip.join([bar, patch, words])

    # -- acting

    def take(self, desk: Desk, id: str) -> bool:
        """Up and down try the next color; the pictures follow."""
        if id in ("move.up", "move.down"):
            desk.moved(lambda: desk.page.move(1 if id == "move.down" else -1))
            desk.canvas.redraw()
            return True
        if id in ("move.left", "move.right"):
            return True
        if id == "studio.edit":
            self._ask(desk)
            return True
        return False

    def _ask(self, desk: Desk) -> None:
        from screens.studio.doing import ask_color

        ask_color(desk)

    def on(self, desk: Desk) -> None:
        """Wear it, and on to the frame."""
        from screens.studio.doing import attempt, go_to

        item = self.page.item
        if item.kind == "own":
            self._ask(desk)
        elif item.kind == "swatch" and attempt(desk, "theme.color", color=item.key, name=item.data):
            go_to(desk, "frame")

    def click(self, hit: Any) -> str:
        """One click tries it, the next takes it."""
        if hit.lane == 0 and hit.key and self.page.lanes[0].key != hit.key:
            self.page.lanes[0].seek(hit.key)
            return "redraw"
        return "" if hit.lane == 0 else "redraw"
