"""The Journal: one page with six views of it. It holds where it is open, and nothing that was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from textual.strip import Strip

from organizer.office import Office
from organizer.pages import kind_of, name_of
from organizer.views.day import Line
from organizer.views.naming import shift_month, thread
from screens.desk import Desk
from screens.ink import Ink, Part
from screens.journal.dots import dotted
from screens.journal.leaf import Leaf
from screens.journal.lines import Known
from screens.journal.side import Side, day_at
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane

VIEWS = {
    "day": ("Day", "screens.journal.day:Day"),
    "month": ("Month", "screens.journal.month:Month"),
    "future": ("Future", "screens.journal.future:Future"),
    "collections": ("Collections", "screens.journal.collections:Collections"),
    "index": ("Index", "screens.journal.index:Index"),
    "migrate": ("Migrate", "screens.journal.migrate:Migrate"),
}
"""The views in order: what each is called, and its leaf, imported when it is first opened."""
LEFT, RIGHT, GAP = 62, 30, 5
"""How the room is shared between the page and the column beside it."""


class Journal(Page):
    """The page."""

    place = "journal"
    signed = True
    hints = {"catch.here": "write", "entry.drop": "let go", "journal.migrate": "move", "back": "stop here",
             "entry.small": "smaller", "collection.archive": "put away"}  # fmt: skip

    @property
    def writes(self) -> bool:  # type: ignore[override]
        """Whether this view has a writing line."""
        return self.leaf.writes and (self.height > 6 or not self.height)  # 0: not laid out yet

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.view = "day"
        self.date = office.clock.today()
        self.month = self.date[:7]
        self.collection = ""
        self.habit_day = 0
        self.ticked: frozenset[str] = frozenset()
        self.put_back: tuple[str, ...] = ()
        self.met_next = ""
        self.known: Known = {}
        self._wanted = ""
        self._begun = ""
        self._cursors: dict[str, str] = {}
        self._targets: list[tuple[int, int, int, str]] = []
        self.leaf: Leaf = Leaf(self)
        self.side: Side = Side(self)

    def line_for(self, desk: Desk) -> Any:
        """The writing line of the journal."""
        from screens.journal.line import JournalLine

        return JournalLine(desk)

    # -- where it is open

    def draft(self) -> dict[str, Any]:
        """The view, and what it shows."""
        return {"view": self.view, "date": self.date, "month": self.month, "collection": self.collection}

    def go_on(self, doc: dict[str, Any]) -> None:
        """Open there again."""
        self.date, self.month = str(doc.get("date", self.date)), str(doc.get("month", self.month))
        self.collection = str(doc.get("collection", ""))
        self.view, self.dirty = str(doc.get("view", self.view)), True

    def heading(self) -> Heading:
        """The page that is open."""
        return Heading("Journal", self.leaf.facts())

    @property
    def _spot(self) -> str:
        """The view with what it shows: where the cursor was is remembered by it."""
        shows = {"day": self.date, "month": self.month, "collections": self.collection}
        return f"{self.view}:{shows.get(self.view, '')}"

    def open(self, view: str, key: str = "") -> None:
        """Turn to a view; the cursor to a key, or to where it was there."""
        self._remember()
        if view == "collections" and view == self.view and not key:
            self.collection = ""
        self.view, self._wanted, self.lane = view, key, 0
        self.ticked, self.dirty = frozenset(), True

    def open_page(self, page: str, key: str = "") -> None:
        """Turn to a page of the journal."""
        self._remember()
        kind, name = kind_of(page), name_of(page)
        if kind == "day":
            self.date, self.month = name, name[:7]
        elif kind == "month":
            self.month = name
        elif kind == "collection":
            self.collection = page
        view = "collections" if kind == "collection" else kind
        self.view, self._wanted, self.lane, self.dirty = view, key, 0, True

    def _remember(self) -> None:
        if self.lanes and self.lanes[0].key:
            self._cursors[self._spot] = self.lanes[0].key

    def turn(self, by: int = 1) -> None:
        """To the next view."""
        names = list(VIEWS)
        self.open(names[(names.index(self.view) + by) % len(names)])

    def period(self, by: int) -> None:
        """Earlier or later: a day, a month, a page of the thread."""
        self._remember()
        if self.view == "day":
            here = date.fromisoformat(self.date)
            if 1 < here.toordinal() + by < date.max.toordinal():
                self.date = (here + timedelta(days=by)).isoformat()
                self.month = self.date[:7]
        elif self.view == "collections" and self.collection:
            pages = thread(self.office.practice, self.collection)
            at = pages.index(self.collection) + by
            if 0 <= at < len(pages):
                self.collection = pages[at]
        else:
            self.month = shift_month(self.month, by)
        self.dirty = True

    def month_by(self, by: int) -> None:
        """Another month in the calendar beside the page."""
        self.month = shift_month(self.month, by)
        self.dirty = True

    # -- the model

    def rebuild(self) -> None:
        """Read the view again; the cursor stays on the same line."""
        today = self.office.clock.today()
        if self._begun and self._begun != today and self.date == self._begun:
            self.date, self.month = today, today[:7]  # a new day has begun under the page of today
        if self._begun != today:
            self.known = {}  # what is said of a day is another one on the next
        self._begun = today
        module, _, name = VIEWS[self.view][1].partition(":")
        before = self.lanes if self.lanes and self._shown == self._spot else []
        self.leaf = getattr(import_module(module), name)(self)
        self.side = Side(self)
        items = self.leaf.items()
        cursor = self._wanted or (before[0].key if before else self._cursors.get(self._spot, ""))
        keys = {item.key for item in items if item.key}
        left = Lane("left", items, self.leaf.measure, cursor if cursor in keys else self.leaf.start(items))
        if before and before[0].key and cursor not in keys and keys:
            keyed = [at for at, item in enumerate(items) if item.key]
            left.cursor = min(keyed, key=lambda at: abs(at - before[0].cursor))
        right = Lane("right", self._beside(), self._measure_beside, before[1].key if before else "")
        self._follow(before, [left, right])
        self._shown, self._wanted = self._spot, ""

    _shown = ""

    def _beside(self) -> list[Item]:
        own = self.leaf.beside()
        self._own_beside = own is not None
        return self.side.items() if own is None else own

    _own_beside = False

    def _measure_beside(self, item: Item, width: int, focused: bool) -> int:
        return len(self.leaf.draw_beside(item, width, focused)) if self._own_beside else 1

    def _follow(self, before: Sequence[Lane], lanes: list[Lane]) -> None:
        for lane, last in zip(lanes, before, strict=False):
            lane.follow(last)
        self.lanes = lanes
        if self.lane >= len(lanes) or not lanes[self.lane].key:
            self.lane = 0

    # -- layout

    def layout(self) -> None:
        """The views, the page and the column beside it; where there is no room for both, the one with the cursor."""
        if self.dirty or len(self.lanes) != 2 or self._laid != (self.short, self.screen_height >= 44):
            self._laid = (self.short, self.screen_height >= 44)
            self.rebuild()
            self.dirty = False
        self.activate()
        self._make_head()
        self.foot = [self.ink.blank(self.width)] * (2 if self.height > 12 else 1) if self.leaf.writes else []
        if not self.leaf.writes and self.height > 12:
            self.foot = [self.ink.blank(self.width)]
        pad = self.pad
        room = self.width - 2 * pad
        height = max(1, self.height - len(self.head) - len(self.foot))
        left, right = self.lanes
        if self.narrow:
            shown = right if self.lane == 1 else left
            for lane in self.lanes:
                lane.place(pad if lane is shown else self.width, room if lane is shown else 0, height)
            return
        wide = (room - GAP) * LEFT // (LEFT + RIGHT)
        left.place(pad, wide, height)
        right.place(pad + wide + GAP, room - GAP - wide, height)

    _laid: tuple[bool, bool] = (False, False)

    def line_box(self) -> tuple[int, int, int]:
        """(x, rows from the foot of the page, width) of the writing line."""
        lane = self.lanes[0]
        width = lane.width or self.width - 2 * self.pad
        return self.pad, len(self.foot), width

    def _make_head(self) -> None:
        blank = self.ink.blank(self.width)
        y = 1 if self.height > 16 else 0
        row = self._views(y)
        self.head = [blank, row, blank] if self.height > 16 else [row]

    def _views(self, y: int) -> Strip:
        self._targets = []
        parts: list[Part] = []
        x, space = self.pad, 3 if self.narrow else 4
        if self.width < 76:
            space = 1
        for view, (name, _) in VIEWS.items():
            on = view == self.view
            if on:
                parts.append((f"{self.ink.signs.path_done} ", "accent"))
            parts += [(name, "foreground b" if on else "muted"), (" " * space, "faint")]
            size = len(name) + (2 if on else 0)
            self._targets.append((y, x, x + size, f"view:{view}"))
            x += size + space
        side = self.ink.blank(self.pad)
        return Strip.join([side, self.ink.row(self.width - 2 * self.pad, parts), side])

    def here(self) -> frozenset[str]:
        """The entries whose lines are on the page."""
        items = self.lanes[0].items if self.lanes else ()
        return frozenset(item.key.partition("/")[0] for item in items if item.kind == "line")

    def show(self, id: str) -> bool:
        """Put the cursor on the line of an entry, the last one where it stands twice."""
        items = self.lanes[0].items
        at = next((at for at in range(len(items) - 1, -1, -1) if items[at].key.partition("/")[0] == id), -1)
        if at >= 0:
            self.lane = 0
            self.lanes[0].point(at)
        return at >= 0

    def keys(self) -> tuple[str, ...]:
        """The verbs of the view that is open."""
        return self.leaf.keys

    def void(self, lane: Lane) -> Strip:
        """Below what is written the grid goes on."""
        if lane is not self.lanes[0] or not self.leaf.grid:
            return self.ink.blank(lane.width)
        if self._void is None or self._void[:2] != (self.ink, lane.width):
            self._void = (self.ink, lane.width, dotted(self.ink, lane.width))
        return self._void[2]

    _void: tuple[Ink, int, Strip] | None = None

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A row of the page, or of the column beside it."""
        if lane is self.lanes[0]:
            return self.leaf.draw(item, lane.width, focused)
        beside = self.leaf.draw_beside if self._own_beside else self.side.draw
        return beside(item, lane.width, focused)

    # -- acting

    @property
    def item(self) -> Item:
        """The row under the cursor."""
        lane = self.current
        return lane.items[lane.cursor] if lane and lane.key else Item("", "")

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        item = self.item
        return item.data if item.kind == "line" else None

    def selection(self) -> tuple[str, ...]:
        """The entry of the line under the cursor; in Migrate what is being met, or all that is ticked."""
        own = self.leaf.selection()
        if own is not None:
            return own
        item = self.item
        id = item.key.partition("/")[0] if item.kind in ("line", "due") else ""
        return (id,) if id and self.office.practice.entry(id) else ()

    def writing_on(self) -> str:
        """The page that a new line goes on."""
        lane = self.lanes[0] if self.lanes else None
        return self.leaf.page_at(lane.key if lane else "")

    def lane_changed(self) -> None:
        """The cursor went to the other column."""
        self.layout()

    def part(self, by: int) -> bool:
        """Tab goes to the column beside, and back."""
        other = 1 - self.lane
        if self.lanes[other].key:
            self.lane = other
            return True
        return False

    def target_at(self, x: int, y: int) -> str:
        """The views in the head."""
        return next((name for line, begin, end, name in self._targets if line == y and begin <= x < end), "")

    def click(self, hit: Hit) -> str:
        """Dates, months and views go there; a sign finishes; a line is chosen, and once more followed or opened."""
        if hit.lane == 1 and not self._own_beside:
            index = self.lanes[1].at(self.lanes[1].scroll + hit.row)[0]
            item = self.lanes[1].items[index] if index >= 0 else Item("", "")
            if item.kind == "week":
                day = day_at(item, hit.column)
                return f"page:day:{day}" if day else ""
            if item.kind == "month":
                return "period:month:-1" if hit.column < self.lanes[1].width - 7 else "period:month:1"
            if item.key:
                super().click(hit)
                return "choose"
        answer = self.leaf.click(hit)
        if answer:
            return answer
        if hit.lane == 0 and hit.key and hit.line == 0 and hit.kind == "line" and 2 <= hit.column <= 4:
            self.lane = 0
            self.lanes[0].seek(hit.key)
            return "entry.done"
        again = hit.lane == self.lane and bool(hit.key) and self.lanes[hit.lane].key == hit.key
        signed, self.signed = self.signed, False
        super().click(hit)
        self.signed = signed
        return "choose" if again else ""

    def leave(self) -> None:
        """What was ticked is forgotten when the person goes elsewhere."""
        self.ticked = frozenset()
        super().leave()
