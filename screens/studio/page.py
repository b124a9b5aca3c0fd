"""The Theme page: the piece that hangs, and the studio in which one is found. It holds where it is open, no more."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from rich.cells import cell_len
from textual.strip import Strip

from organizer.office import Office
from organizer.views.theme import STOPS, ThemeView, theme_view
from screens.desk import Desk
from screens.ink import Ink, Part
from screens.page import Heading, Hit, Page
from screens.path import steps, stops_at
from screens.studio.leaf import Leaf
from screens.widgets.lane import Item, Lane

LEAVES = {
    "home": "screens.studio.home:Home",
    "pour": "screens.studio.pour:Pour",
    "gather": "screens.studio.gather:Gather",
    "choose": "screens.studio.choose:Choose",
    "word": "screens.studio.word:Word",
    "color": "screens.studio.color:Color",
    "frame": "screens.studio.frame:Frame",
    "write": "screens.studio.write:Write",
    "share": "screens.studio.share:Share",
}
"""What may be open: the piece, or one of the eight stops; each is imported when it is first opened."""


class ThemePage(Page):
    """The page."""

    place = "theme"

    @property
    def hints(self) -> dict[str, str]:  # type: ignore[override]
        """Words of the key bar that are the stop's own."""
        return {"catch.here": "write", "back": "leave, keep my place", **self.leaf.hints}

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.seen: ThemeView = theme_view(office.practice, self.now)
        self.view = self.seen.studio.stop if self.seen.studio else "home"
        if self.view not in LEAVES:
            self.view = "home"
        self.column = 0
        self.line: Any = None
        self.typed = ""
        """What is to stand in the writing line once there is one."""
        self.trying = ""
        """The color or the frame that is looked at and not taken yet."""
        self.shown = ""
        """The theme of the past that is looked at, or ""."""
        self.since = self.now
        """When the stop that is open was opened."""
        self._wanted = ""
        self._cursors: dict[str, str] = {}
        self._targets: list[tuple[int, int, int, str]] = []
        self.leaf: Leaf = Leaf(self)

    @property
    def writes(self) -> bool:  # type: ignore[override]
        """Whether this stop has a writing line."""
        return self.leaf.writes and (self.height > 6 or not self.height)

    def line_for(self, desk: Desk) -> Any:
        """The writing line of this page."""
        from screens.studio.line import StudioLine

        self.line = StudioLine(desk, self.typed)
        self.typed = ""
        return self.line

    def draft(self) -> dict[str, Any]:
        """What is typed and not kept yet, with its stop."""
        typed = self.line.value if self.line is not None else ""
        return {"view": self.view, "text": typed} if typed.strip() else {}

    def go_on(self, doc: dict[str, Any]) -> None:
        """Open there again, with what was typed in the line."""
        view = str(doc.get("view", self.view))
        if view in LEAVES:
            self.open(view)
        self.typed = str(doc.get("text", ""))

    def heading(self) -> Heading:
        """Which step of how many."""
        if self.view in STOPS:
            order = list(STOPS)
            dot = self.ink.signs.dot
            return Heading("Theme", f"step {order.index(self.view) + 1} of {len(order)} {dot} {STOPS[self.view][1]}")
        return Heading("Theme", self.leaf.facts())

    def open(self, view: str, key: str = "") -> None:
        """Turn to a stop, or home."""
        if self.lanes and self.lanes[0].key:
            self._cursors[self.view] = self.lanes[0].key
        self.view, self._wanted, self.lane, self.column, self.trying = view, key, 0, 0, ""
        self.since, self.dirty = self.now, True

    def rebuild(self) -> None:
        """Read the view again; the cursor stays on the same row."""
        self.seen = theme_view(self.office.practice, self.now)
        if self.view in ("pour", "gather", "choose") and not self.seen.studio:
            self.view = "home"
        if self.view in ("color", "frame", "write", "share") and not self.seen.theme:
            self.view = "word" if self.seen.studio else "home"
        module, _, name = LEAVES[self.view].partition(":")
        before = self.lanes if self._shown == self.view else []
        self.leaf = getattr(import_module(module), name)(self)
        cursor = self._wanted or (before[0].key if before else self._cursors.get(self.view, ""))
        self.lanes = self.leaf.lanes(cursor)
        if before and before[0].key and self.lanes[0].key != cursor and self.lanes[0].key:
            keyed = [at for at, item in enumerate(self.lanes[0].items) if item.key]
            self.lanes[0].cursor = min(keyed, key=lambda at: abs(at - before[0].cursor))
        for lane, last in zip(self.lanes, before, strict=False):
            lane.follow(last)
        self.lane = min(self.lane, len(self.lanes) - 1)
        self._shown, self._wanted = self.view, ""

    _shown = ""

    def layout(self) -> None:
        """The path above, the stop below it."""
        if self.dirty or not self.lanes or self._laid != (self.width, self.height, self.short):
            self._laid = (self.width, self.height, self.short)
            self.rebuild()
            self.dirty = False
        self.activate()
        self._make_head()
        self.foot = self.leaf.foot()
        self.leaf.place(self.lanes, max(1, self.height - len(self.head) - len(self.foot)))

    _laid: tuple[int, int, bool] = (0, 0, False)

    def line_box(self) -> tuple[int, int, int]:
        """(x, rows from the foot of the page, width) of the writing line."""
        return self.leaf.line_box()

    # -- the path

    def _make_head(self) -> None:
        ink, width, pad = self.ink, self.width, self.pad
        blank, self._targets = ink.blank(width), []
        if self.view not in STOPS or self.height < 9:
            self.head = [blank] if self.height > 12 else []
            return
        here = list(STOPS).index(self.view)
        room = width - 2 * pad
        edge = 4
        side = ink.blank(pad + edge)
        way = ink.row(room - 2 * edge, steps(ink, room - 2 * edge, len(STOPS), here))
        path = Strip.join([side, way, side])
        above = [blank, blank] if self.height > 26 else [blank] if self.height > 14 else []
        below = [blank, blank] if self.height > 26 else [blank] if self.height > 18 else []
        self.head = [*above, path, self._names(here, room, pad, edge, len(above)), *below]

    def _names(self, here: int, room: int, pad: int, edge: int, y: int) -> Strip:
        """The stops under the path; where they do not fit, the one that is open."""
        at = stops_at(room - 2 * edge, len(STOPS))
        parts: list[Part] = [(" " * pad, "faint")]
        x = 0
        tight = room < 70
        for number, (stop, (name, _)) in enumerate(STOPS.items()):
            if tight and number != here:
                continue
            begin = max(x, min(at[number] + edge - len(name) // 2, room - len(name)))
            spec = "accent b" if number == here else "muted" if number < here else "faint"
            parts += [(" " * (begin - x), "faint"), (name, spec)]
            self._targets.append((y + 1, pad + begin, pad + begin + len(name), f"stop:{stop}"))
            x = begin + cell_len(name)
        for number, stop in enumerate(STOPS):
            self._targets.append((y, pad + edge + at[number] - 1, pad + edge + at[number] + 2, f"stop:{stop}"))
        return self.ink.row(self.width, parts)

    def target_at(self, x: int, y: int) -> str:
        """The stops of the path, and what a stop has at its foot."""
        found = next((name for line, begin, end, name in self._targets if line == y and begin <= x < end), "")
        return found or self.leaf.target_at(x, y)

    # -- drawing and acting

    def keys(self) -> tuple[str, ...]:
        """The verbs of what is open."""
        return self.leaf.keys

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A row of the stop."""
        return self.leaf.draw(lane, item, focused)

    @property
    def item(self) -> Item:
        """The row under the cursor."""
        lane = self.current
        return lane.items[lane.cursor] if lane and lane.key else Item("", "")

    def selection(self) -> tuple[str, ...]:
        """The moment under the cursor, if it is one."""
        item = self.item
        return (item.key,) if item.kind == "moment" else ()

    def click(self, hit: Hit) -> str:
        """A row is chosen; once more it is gone on with."""
        own = self.leaf.click(hit)
        if own:
            return own
        if hit.lane < 0 or not hit.key:
            return ""
        again = hit.lane == self.lane and self.lanes[hit.lane].key == hit.key
        super().click(hit)
        return "theme.on" if again or self.leaf.one_click else "redraw"
