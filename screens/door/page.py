"""The Front Door: who waits to hear from me, the way in, what clients tell; or everyone, with the figures."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer.door.saying import closed_now, day_minutes
from organizer.manner import keyed
from organizer.office import Office
from organizer.views.door import DoorFigures, DoorView, door, figures, standing_word
from screens.door import figures as counted
from screens.door import telling, way
from screens.door import waiting as rows
from screens.furniture import FURNITURE
from screens.ink import Ink
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane

VIEWS = ("door", "everyone", "figures")
"""What `v` turns to; the figures stand beside everyone where there is room."""
CAP = 8
"""How many of those answered lately are shown before the rest is asked for."""
LEAST = 6
"""Lines that the stop and what clients tell have at least, where they are there."""
WIDE = {"catch.here": "add a call", "path.snag": "snag", "feedback.ask": "feedback", "door.view": "everyone"}
NARROW = {**WIDE, "catch.here": "add", "door.words": "words", "feedback.ask": "ask", "door.view": "all"}
"""Words of the key bar, where there is room and where there is not."""


class FrontDoor(Page):
    """The page. Its lanes stand below one another: who waits, our word, the stops, and under them two columns."""

    place = "door"
    stacked = True

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.view = DoorView((), (), (), ())
        self.seen = "door"
        self.stop = ""
        self.all_lately = self.all_told = self.all_gone = False
        self.opened = ""
        """The question whose figures are open, or ""."""
        self.typed_replies: list[tuple[dict[str, int], str]] = []
        """Replies from paper that are typed and not kept yet."""
        self._figures: DoorFigures | None = None
        self._figured: tuple[int, str, int] = (-1, "", 0)
        self._laid: tuple[Any, ...] = ()
        self._been: set[str] = set()

    def draft(self) -> dict[str, Any]:
        """The stop that is open."""
        return {"stop": self.stop} if self.stop else {}

    def go_on(self, doc: dict[str, Any]) -> None:
        """Open it again."""
        self.stop, self.dirty = str(doc.get("stop", "")), True

    @property
    def hints(self) -> dict[str, str]:  # type: ignore[override]
        """Words of the key bar: short ones where there is little room."""
        other = {"door": {}, "everyone": {"door.view": "figures" if self.narrow else "the door"}}
        return {**(NARROW if self.narrow else WIDE), **other.get(self.seen, {"door.view": "the door"})}

    def keys(self) -> tuple[str, ...]:
        """Where there is little room, without enter, which opens everywhere."""
        return () if not self.narrow else tuple(id for id in FURNITURE["door"].leading if id != "door.open")

    def heading(self) -> Heading:
        """What the place is about."""
        full = f" {self.ink.signs.dot} full for now" if self.view.full else ""
        return Heading("Front Door", f"what it is like to come to us{full}")

    @property
    def figures(self) -> DoorFigures:
        """What is counted; again when something changed, when the time of one has passed, and every day."""
        past = sum(one.part >= 1 for one in self.view.waiting)
        now = (self.office.practice.version, self.now.date().isoformat(), past)
        if self._figures is None or self._figured != now:
            self._figured = now
            self._figures = figures(self.office.practice, self.now, self.office.clock.zone())
        return self._figures

    # -- what stands on the page

    def rebuild(self) -> None:
        """Read it again; the cursor stays on its own."""
        before = {lane.name: lane for lane in self.lanes}
        name = self.current.name if self.current else ""
        self.view = door(self.office.practice, self.now, self.office.clock.zone())
        self.lanes = []
        for lane_name, items in self._rows():
            if not items:
                continue
            old = before.get(lane_name)
            lane = Lane(lane_name, items, self._measure, old.key if old else "")
            if old and old.key and lane.key != old.key:
                keyed = [index for index, item in enumerate(items) if item.key]
                if keyed:
                    lane.point(min(keyed, key=lambda index: abs(index - old.cursor)))
            lane.follow(old)
            self.lanes.append(lane)
        self._focus(name)

    def _rows(self) -> list[tuple[str, list[Item]]]:
        if self.seen == "door":
            return [
                ("waiting", rows.waiting_items(self.view, not self.short)),
                ("word", self._word_items()),
                ("way", way.stops_items(self)),
                ("stop", way.items(self)),
                ("telling", telling.items(self)),
            ]
        word = f"Our word: {standing_word(self.office.practice)}."
        figured = counted.figure_items(self.figures, day_minutes(self.office.practice), word)
        if self.narrow:
            return [("figures", figured)] if self.seen == "figures" else [("people", self._people())]
        return [("people", self._people()), ("figures", figured)]

    def _word_items(self) -> list[Item]:
        lists = rows.list_items(self.view, self.now)
        said = [Item("", "our word")] + ([] if self.short or self.figures.year.rate is None else [Item("", "our year")])
        return [*said, *([Item("", "blank")] if lists and not self.short else []), *lists]

    def _people(self) -> list[Item]:
        view = self.view
        lately = view.lately if self.all_lately else view.lately[:CAP]
        more = len(view.lately) - len(lately)
        airy = [] if self.short else [Item("", "blank")]
        items = rows.waiting_items(view, not self.short)
        groups: list[tuple[str, str, list[Item]]] = [
            ("Waitlist", str(len(view.waitlist)), [Item(one.inquiry.id, "listed", one) for one in view.waitlist]),
            ("Went away quietly", "once, kindly", [Item(one.id, "quiet one", one) for one in view.quiet]),
            ("Answered lately", "", [Item(one.id, "answered", one) for one in lately]),
        ]
        for title, fact, found in groups:
            if found:
                items += [Item("", "blank"), Item("", "heading", (title, fact)), *airy, *found]
        return [*items, Item("more:lately", "more", more)] if more > 0 else items

    def _focus(self, name: str) -> None:
        """The cursor stays in its lane, or goes to the first in which something can be chosen."""
        names = [lane.name for lane in self.lanes]
        keyed = [number for number, lane in enumerate(self.lanes) if lane.key]
        self.lane = names.index(name) if name in names and self.lanes[names.index(name)].key else next(iter(keyed), 0)

    # -- what is chosen

    @property
    def item(self) -> Item:
        """The row under the cursor."""
        lane = self.current
        return lane.items[lane.cursor] if lane and 0 <= lane.cursor < len(lane.items) else Item("", "")

    def selection(self) -> tuple[str, ...]:
        """What the next command is about: the id of the row under the cursor, whatever it is."""
        key = self.item.key
        return (key,) if key and ":" not in key else ()

    # -- layout

    def layout(self) -> None:
        """The lanes below one another, each as tall as it needs; who waits and the columns share the rest."""
        state = (self.short, self.narrow, self.seen, self.height, self.screen_height)
        if self.dirty or not self.lanes or self._laid != state:
            self._laid = state
            self.rebuild()
            self.dirty = False
        self.activate()
        self._been |= {self.current.name} if self.current else set()
        self.head = [self.ink.blank(self.width)] if self.height > 12 else []
        height = max(1, self.height - len(self.head))
        if self.seen == "door":
            self._stack(height)
        else:
            self._columns(self.lanes, 0, height)

    def _stack(self, height: int) -> None:
        pad, room, gap = self.pad, self.width - 2 * self.pad, 1 if self.short else 2
        by_name = {lane.name: lane for lane in self.lanes}
        below = [by_name[name] for name in ("stop", "telling") if name in by_name]
        if self.narrow and len(below) > 1:
            for lane in below:
                lane.place(self.width, 0, 1)
                lane.beyond = ""
            below = [lane for lane in below if lane is self.current] or below[:1]
            below[0].beyond = "what clients tell us" if below[0].name == "stop" else ""
        fixed = {name: self._lines(by_name[name], room) for name in ("word", "way") if name in by_name}
        wanted = self._lines(by_name["waiting"], room)
        gaps = {"word": gap - 1, "way": gap}
        free = height - sum(fixed.values()) - sum(gaps[name] for name in fixed) - (gap if below else 0)
        least = min(LEAST, max(1, free // 2)) if below else 0
        tall = max(1, min(wanted, free - max(least, 0)))
        y = 0
        by_name["waiting"].place(pad, room, tall)
        by_name["waiting"].y = 0
        y = tall
        for name, lines in fixed.items():
            lane = by_name[name]
            y += gaps[name]
            lane.place(pad, room, max(1, min(lines, height - y)))
            lane.y = y
            y += lane.height
        if below:
            self._columns(below, y + gap, max(1, height - y - gap))

    @staticmethod
    def _lines(lane: Lane, room: int) -> int:
        return sum(lane.measure(item, room, False) for item in lane.items)

    def _columns(self, lanes: list[Lane], y: int, height: int) -> None:
        """Two lanes side by side, halves of the door; beside everyone the figures have what they need."""
        pad, room = self.pad, self.width - 2 * self.pad
        wide = (room - 5) // 2 if self.seen == "door" else room - 5 - max(34, min(44, room * 34 // 100))
        places = [(pad, room)] if len(lanes) == 1 else [(pad, wide), (pad + wide + 5, room - 5 - wide)]
        for lane, (x, width) in zip(lanes, places, strict=True):
            lane.place(x, width, height)
            lane.y = y
            if lane is not self.current and lane.name not in self._been:
                lane.scroll = 0  # its heading first, until somebody goes there

    def lane_changed(self) -> None:
        """Where there is room for one, the lane with the cursor is the one that shows."""
        self.layout()

    # -- drawing

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        if item.kind.startswith("way "):
            return way.height(item, width, focused)
        if item.kind.startswith("tell "):
            return telling.height(item, width, focused)
        row = self._row(item, width) if focused and self.seen == "everyone" else None
        if row is not None:
            return len(rows.told(row, width, rows.names_wide(self.view, width)))
        return counted.height(item, width)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """The lines of one row."""
        width = lane.width
        if item.kind.startswith("way "):
            return way.draw(self, item, width, focused)
        if item.kind.startswith("tell "):
            return telling.draw(self, item, width, focused)
        if item.kind in ("figure", "words"):
            return counted.draw(self.ink, item, width)
        row = self._row(item, width)
        if row is None:
            return [self._plain(item, width, focused)]
        whole = focused and self.seen == "everyone"
        return rows.draw(self.ink, row, width, rows.names_wide(self.view, width), focused, whole)

    def _row(self, item: Item, width: int) -> rows.Row | None:
        """The row of somebody."""
        return rows.row_of(self.ink, item, width, day_minutes(self.office.practice), self.now)

    def _plain(self, item: Item, width: int, focused: bool) -> Strip:
        """A row of words."""
        ink = self.ink
        if item.kind == "columns":
            return rows.columns_row(ink, width)
        if item.kind == "heading":
            return ink.row(width, [(item.data[0], "foreground b")], [(f"{item.data[1]} ", "faint")])
        if item.kind == "quiet":
            return ink.row(width, [(item.data, "muted")])
        if item.kind == "hint":
            return ink.row(width, [(keyed("{catch.here} "), "accent b"), (item.data, "muted")])
        if item.kind == "list":
            return rows.list_row(ink, item, width, focused)
        if item.kind == "more":
            ground = "accent_soft" if focused else "background"
            bar = (ink.signs.focus if focused else " ", "accent")
            return ink.row(width, [bar, (f"   {item.data} more", "foreground b" if focused else "muted")], (), ground)
        if item.kind == "our word":
            rests = closed_now(self.office.practice, self.now) if self.view.waiting else ""
            fact = rests or rows.month_said(self.figures, day_minutes(self.office.practice), self.narrow)
            return rows.word_row(ink, f"Our word: {standing_word(self.office.practice)}.", fact, width)
        if item.kind == "our year":
            return ink.row(width, [(f" {rows.year_said(self.figures, self.narrow)}", "faint")])
        return ink.blank(width)

    # -- acting

    def move(self, by: int) -> bool:
        """Up or down, from the last of one part to the first of the next."""
        return super().move(by) or self._over(by)

    def _over(self, by: int) -> bool:
        number = self.lane + by
        while 0 <= number < len(self.lanes):
            lane = self.lanes[number]
            if lane.key and lane.width and lane.y != (self.current.y if self.current else -1):
                keyed = [index for index, item in enumerate(lane.items) if item.key]
                self.lane = number
                lane.point(keyed[0 if by > 0 else -1])
                return True
            number += by
        return False

    def sideways(self, by: int) -> bool:
        """Along the way in."""
        return self.seen == "door" and way.step(self, by)

    def part(self, by: int) -> bool:
        """Tab goes from part to part."""
        order = [number for number, lane in enumerate(self.lanes) if lane.key]
        if len(order) < 2:
            return False
        at = order.index(self.lane) if self.lane in order else 0
        self.lane = order[(at + by) % len(order)]
        return True

    def go_beyond(self) -> bool:
        """To what is said to be below; whether it is there."""
        names = [lane.name for lane in self.lanes]
        if "telling" not in names:
            return False
        self.lane = names.index("telling")
        return True

    def turn(self, group: str = "") -> None:
        """To everyone and the figures, or back to the door; to a group of everyone."""
        views = VIEWS if self.narrow else VIEWS[:2]
        at = views.index(self.seen) if self.seen in views else 0
        self.seen = "everyone" if group else views[(at + 1) % len(views)]
        self.lanes, self.lane = [], 0
        self.layout()
        if group:
            kind = {"waitlist": "listed", "quiet": "quiet one"}[group]
            first = next((item.key for item in self.lanes[0].items if item.kind == kind), "")
            self.lanes[0].seek(first)

    def choose(self) -> str:
        """Enter: a list opens, the rest is shown, or what the way in and the telling make of it."""
        item = self.item
        if item.key.startswith("list:"):
            self.turn(item.key.partition(":")[2])
            return "redraw"
        if item.key == "more:lately":
            self.all_lately = True
            seen = self.view.lately[CAP].id
            self.rebuild()
            self.lanes[0].seek(seen)
            self.layout()
            return "redraw"
        if item.kind.startswith("way "):
            return way.choose(self, item)
        return telling.choose(self, item) if item.kind.startswith("tell ") else ""

    def click(self, hit: Hit) -> str:
        """A click chooses; on the clock it answers; on the way in and the telling they say what it means."""
        if hit.lane < 0:
            return ""
        lane = self.lanes[hit.lane]
        if hit.kind.startswith(("way ", "tell ")):
            index, _ = lane.at(lane.scroll + hit.row)
            again = hit.lane == self.lane and bool(hit.key) and lane.key == hit.key
            if hit.key:
                self.lane = hit.lane
                lane.seek(hit.key)
            part = way if hit.kind.startswith("way ") else telling
            meant = part.click(self, lane.items[index], hit.column, hit.line)
            return meant or ("choose" if again else "")
        if not hit.key:
            return ""
        again = hit.lane == self.lane and lane.key == hit.key
        self.lane = hit.lane
        lane.seek(hit.key)
        if hit.kind in ("waiting", "listed") and 1 <= hit.column <= 2:
            return "door.answer"
        return "choose" if again or hit.kind in ("list", "more") else ""

    def show(self, id: str) -> bool:
        """Put the cursor on somebody; whether they stand on it."""
        for number, lane in enumerate(self.lanes):
            if lane.seek(id):
                self.lane = number
                self.activate()
                return True
        return False

    def leave(self) -> None:
        """What was opened closes again."""
        self.all_lately = self.all_told = self.all_gone = False
        self.opened, self.seen = "", "door"
        self.dirty = True
        super().leave()
