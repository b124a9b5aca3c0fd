"""Today: three chosen, what else is due, what is still with me; who waits, my word, the office day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from textual.strip import Strip

from organizer import when
from organizer.door.hours import no_office
from organizer.manner import keyed
from organizer.office import Office
from organizer.records import Entry
from organizer.views.blocking import comes_first
from organizer.views.office_day import office_day
from organizer.views.today import TodayView, today
from organizer.words import minutes
from screens import guests
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.page import Heading, Hit, Page
from screens.today_office import kept_row, path_row, stops_row, week_ahead
from screens.veil import VEIL
from screens.widgets.lane import Item, Lane

CAP = 5
"""How many rows a group shows before it says how many more there are (look.md 10.1)."""

ENTRIES = ("also", "told", "still")
LASTING = ("heading", "quiet", "opens", "note", "more", "guest", *ENTRIES)
"""The kinds of rows that are drawn from what they say, the day and the room there is, and from no other entry."""
KEPT = 200
"""How many rows are kept as they were drawn."""


class _Kept:
    """Rows as they were drawn, by what they are called, and on what ground."""

    def __init__(self, ground: tuple[Any, ...]) -> None:
        self.ground = ground
        self.rows: dict[tuple[Any, ...], tuple[Item, list[Strip]]] = {}


class Today(Page):
    """The page of the day."""

    place = "today"
    hero = True
    signed = True

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.view: TodayView
        self._opened_groups: set[str] = set()
        self._kept: dict[str, _Kept] = {}

    def heading(self) -> Heading:
        """On Today the band is the theme's own."""
        return Heading("Today")

    def rebuild(self) -> None:
        """Read the day again."""
        self.view = today(self.office.practice, self.now, self.finished_here)
        cursors = [lane.key for lane in self.lanes] or ["", ""]
        before: Sequence[Lane | None] = self.lanes or [None, None]
        left = Lane("left", self._left(), self._measure, cursors[0] or self._first())
        right = Lane("right", self._right(), self._measure, cursors[1])
        self.lanes = [left, right]
        for lane, last in zip(self.lanes, before, strict=True):
            lane.follow(last)

    def _first(self) -> str:
        """Where the cursor begins: the first of the day that is not done."""
        for entry in (*self.view.three, *self.view.also, *self.view.told, *self.view.still):
            if entry.open:
                return entry.id
        return ""

    # -- what stands on the page

    @property
    def _gap(self) -> list[Item]:
        return [Item("", "blank")] if self.short else [Item("", "blank"), Item("", "blank")]

    def _group(self, title: str, facts: str, rows: list[Item]) -> list[Item]:
        after = [] if self.short else [Item("", "blank")]
        return [Item("", "heading", (title, facts)), *after, *rows]

    def _left(self) -> list[Item]:
        view = self.view
        items = self._group("Three for today", self._three_facts(), self._three())
        if view.also:
            items += self._gap + self._group("Also today", f"{view.also_left} left", self._capped("also", view.also))
        if view.told:
            items += self._gap + self._group("Coming up", "", self._capped("told", view.told))
        if view.still:
            facts = "this week" if self.narrow else "from earlier this week" if self._this_week() else "from earlier"
            items += self._gap + self._group("Still with me", facts, self._capped("still", view.still))
        return items

    def _this_week(self) -> bool:
        oldest = date.fromisoformat((self.view.still[0].due or self.view.date)[:10])
        return (date.fromisoformat(self.view.date) - oldest).days < 7

    def _three_facts(self) -> str:
        if not self.view.three:
            return ""
        count = f"{self.view.three_done} of {len(self.view.three)}"
        return count if self.narrow else f"{count} done"

    def _three(self) -> list[Item]:
        if not self.view.three:
            other = self.view.also or self.view.still
            clear = "A clear page. {entry.pick} picks three, or just {catch} catch one thing."
            return [Item("", "quiet", keyed("{entry.pick} picks three of what is here." if other else clear))]
        rows: list[Item] = []
        for number, entry in enumerate(self.view.three, 1):
            if rows and not self.short:
                rows.append(Item("", "blank"))
            rows.append(Item(entry.id, "three", (number, entry)))
        return rows

    def _capped(self, group: str, entries: tuple[Entry, ...]) -> list[Item]:
        whole = group in self._opened_groups or len(entries) <= CAP + 1
        rows = [Item(entry.id, group, entry) for entry in (entries if whole else entries[:CAP])]
        return rows if whole else [*rows, Item(f"more:{group}", "more", len(entries) - CAP)]

    def _right(self) -> list[Item]:
        quiet = "quiet"
        items: list[Item] = []
        for guest in guests.GUESTS:
            rows = guest.rows(self.office) or [Item("", quiet, guest.empty)]
            items += self._group(guest.title, "", rows) + self._gap
        items += self._group("The office day", "", self._office_rows())
        note = self.view.note
        lately = guests.LATELY.rows(self.office)
        apart = [Item("", "blank")] if lately and not self.short else []
        items += self._gap + self._group("Lately", "", [*lately, *apart, Item("", "kept")])
        if note:
            signs = self.ink.signs
            items.append(Item("", "note", f"{signs.quote_open}{note.text}{signs.quote_close}"))
            items.append(Item("", quiet, f"to myself, {when.say(note.written, self.now)}"))
        return items

    def _office_rows(self) -> list[Item]:
        if not self.view.day.opened and not self.view.week[0].office:
            said = no_office(self.office.practice, self.now.date())
            return [Item("", "opens", f"{said} {keyed('{office.toggle} opens it all the same.')}")]
        rows = [Item("", "path"), Item("", "stops")]
        day = office_day(self.office.practice, self.view.day, self.now)
        left = day.left(self.now)
        if not day.closed and self.view.planned > left:
            room = f"in {minutes(left)} of office time" if left else "after hours"
            rows.append(Item("", "quiet", f"That is {minutes(self.view.planned)} of tasks {room}."))
        return rows

    # -- layout

    def layout(self) -> None:
        """Two columns, 54 to 40; one below 60 cells. The week ahead at the foot of large screens."""
        if self.dirty or len(self.lanes) != 2 or self._laid_short != self.short:
            self._laid_short = self.short
            self.rebuild()
        self.activate()
        pad, gap = self.pad if not self.narrow else min(self.pad, 3), 3 if self.narrow else 5
        room = self.width - 2 * pad
        self.head = [self.ink.blank(self.width)] if self.height > 12 else []
        tall = self.screen_width >= 140 and self.height >= 34
        self.foot = week_ahead(self.ink, self.view.week, self.width, pad) if tall else []
        height = max(1, self.height - len(self.head) - len(self.foot))
        left, right = self.lanes
        if room < 60:
            left.place(pad, room, height)
            right.place(self.width, 0, height)
            return
        wide = (room - gap) * 54 // 94
        left.place(pad, wide, height)
        right.place(pad + wide + gap, room - gap - wide, height)

    _laid_short = False

    # -- drawing

    @property
    def _indent(self) -> str:
        return " " if self.narrow else "    "

    def _foremost(self) -> str:
        """The first of the three that is open: on short screens it alone shows its step."""
        return next((entry.id for entry in self.view.three if entry.open), "")

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        if item.kind in ("quiet", "opens", "note"):
            return lines_of(item.data, width - len(self._indent))
        if item.kind == "guest" and not self.short:
            return guests.height(item, width)
        if item.kind == "three":
            entry: Entry = item.data[1]
            return 2 if entry.step and entry.open and (not self.short or entry.id == self._foremost()) else 1
        return 1

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row of either column, the same again where it says the same."""
        if item.kind not in LASTING or VEIL.drawn or (item.kind in ENTRIES and item.data.blocked_by):
            return self._draw(lane, item, focused)
        beside = self.office.practice.told.beside
        ground = self.ink, self.view.date, beside, self.short, self.narrow, lane.width
        kept = self._kept.setdefault(lane.name, _Kept(ground))
        if kept.ground != ground or len(kept.rows) > KEPT:
            kept = self._kept[lane.name] = _Kept(ground)
        minute = f"{self.now:%H:%M}" if item.kind == "told" else ""  # how long it is until then
        key = item.key or item.data, item.kind, focused, minute
        found = kept.rows.get(key)
        if found is None or found[0] != item:
            found = kept.rows[key] = item, self._draw(lane, item, focused)
        return found[1]

    def _draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        ink, width = self.ink, lane.width
        if item.kind == "heading":
            title, facts = item.data
            return [ink.row(width, [(title, "foreground b")], [(facts, "faint")])]
        if item.kind in ("quiet", "opens", "note"):
            indent, spec = self._indent, "muted i" if item.kind == "note" else "faint"
            return [ink.row(width, [(f"{indent}{line}", spec)]) for line in wrap(item.data, width - len(indent))]
        if item.kind == "more":
            return [self._more(item, width, focused)]
        if item.kind == "guest":
            return guests.draw(ink, item, width, focused, self._measure(item, width, focused))
        if item.kind in ("path", "stops"):
            day = office_day(self.office.practice, self.view.day, self.now)
            return [(path_row if item.kind == "path" else stops_row)(ink, day, width, self.narrow)]
        if item.kind == "kept":
            return [kept_row(ink, self.view.days_kept, width, self._indent, self.narrow)]
        if item.kind in ("three", "also", "told", "still"):
            return self._entry(item, width, focused, self._measure(item, width, focused))
        return [ink.blank(width)]

    def _more(self, item: Item, width: int, focused: bool) -> Strip:
        ground = "accent_soft" if focused else "background"
        bar = (self.ink.signs.focus if focused else " ", "accent")
        return self.ink.row(width, [bar, (f"   {item.data} more", "foreground b" if focused else "muted")], (), ground)

    def _entry(self, item: Item, width: int, focused: bool, lines: int) -> list[Strip]:
        ink = self.ink
        entry: Entry = item.data[1] if item.kind == "three" else item.data
        ground = "accent_soft" if focused else "background"
        bar = (ink.signs.focus if focused else " ", "accent")
        weight = "faint s" if not entry.open else "foreground b" if focused else "foreground"
        text = shown(entry.text)
        if entry.due and len(entry.due) > 10 and item.kind == "also":
            text = f"{when.say_time(entry.due)} {text}"
        left: list[Part] = [
            bar,
            self._sign(item, entry, focused),
            (self._signifier(entry), "accent b"),
            (" ", "foreground"),
            (text, weight),
        ]
        if entry.repeat:
            left.append((f"  {ink.signs.repeats}", "faint"))
        first = comes_first(self.office.practice, entry) if entry.blocked_by and entry.open else ""
        if first:
            left.append((f"  after {shown(first)}", "faint"))
        strips = [self._with_facts(item.kind, entry, width, left, ground)]
        if lines > 1:
            step: list[Part] = [
                bar,
                ("   ", "foreground"),
                (f"{ink.signs.step} ", "accent"),
                (shown(entry.step), "muted"),
            ]
            strips.append(ink.row(width, step, (), ground))
        return strips

    def _sign(self, item: Item, entry: Entry, focused: bool) -> Part:
        signs = self.ink.signs
        if not entry.open:
            return (signs.listed_done if entry.stage == "done" else signs.let_go, "accent")
        if item.kind == "three":
            return (str(item.data[0]), "accent b" if focused else "faint")
        return (signs.event if entry.kind == "event" else signs.task, "muted")

    def _signifier(self, entry: Entry) -> str:
        signs = self.ink.signs
        marks = {"priority": signs.priority, "idea": signs.idea, "investigate": signs.investigate}
        return marks.get(entry.signifiers[0], " ") if entry.signifiers else " "

    def _with_facts(self, kind: str, entry: Entry, width: int, left: list[Part], ground: str) -> Strip:
        if not entry.open:
            done = when.say_time(entry.closed[11:16]) if entry.closed else ""
            return self.ink.row(width, left, [] if self.narrow else [(f"{done} ", "faint")], ground)
        fact = minutes(entry.estimate)
        if entry.due and kind in ("still", "told"):
            fact = when.say(entry.due, self.now) if kind == "still" else when.until(entry.due, self.now)
        dread = self.ink.signs.dread[entry.dread_level]
        right: list[Part] = [(fact, "muted"), (f"  {dread:2}", "clay")]
        if self.narrow:  # facts at the edge; dread only on the three
            right = [(f" {dread:2}", "clay")] if kind == "three" else [(fact, "muted")]
        area = self.office.practice.areas.get(entry.area)
        if width > 66 and kind != "three":
            named: list[Part] = [(f"  {shown(area.name)}" if area else "", "faint")]
            cells = [(left, 0, "l"), (named, 17, "l"), (right, 15, "r")]
            return self.ink.columns(width, cells, ground)
        return self.ink.row(width, left, right if fact or dread else [], ground)

    # -- acting

    def choose(self) -> str:
        """Enter opens the entry, or the rest of a group."""
        lane = self.current
        if lane and lane.key.startswith("more:"):
            group = lane.key.partition(":")[2]
            items = {"also": self.view.also, "told": self.view.told, "still": self.view.still}[group]
            self._opened_groups.add(group)
            self.rebuild()
            self.lanes[0].seek(items[CAP].id)
            self.layout()
            return "redraw"
        return super().choose()

    def click(self, hit: Hit) -> str:
        """The path of the office day and what stands under it open and close the office."""
        if hit.kind in ("path", "stops", "opens") or (hit.kind == "kept" and not any(self.view.days_kept)):
            return "office.toggle"
        return super().click(hit)

    def part(self, by: int) -> bool:
        """Tab goes from group to group of the column, then to the other column."""
        lane = self.current
        if lane is None:
            return False
        starts = self._group_starts(lane)
        ahead = [i for i in starts if (i > lane.cursor if by > 0 else i < self._group_of(lane, starts))]
        if ahead:
            lane.point(ahead[0] if by > 0 else ahead[-1])
            return True
        if self.sideways(by):
            return True
        lane.point(starts[0] if by > 0 else starts[-1]) if starts else None
        return bool(starts)

    def _group_starts(self, lane: Lane) -> list[int]:
        starts, pending = [], False
        for index, item in enumerate(lane.items):
            pending = pending or item.kind == "heading"
            if pending and item.key:
                starts.append(index)
                pending = False
        return starts

    def _group_of(self, lane: Lane, starts: list[int]) -> int:
        return max((i for i in starts if i <= lane.cursor), default=0)

    def draft(self) -> dict[str, Any]:
        """The groups that are open."""
        return {"opened": sorted(self._opened_groups)} if self._opened_groups else {}

    def go_on(self, doc: dict[str, Any]) -> None:
        """Open them again."""
        self._opened_groups, self.dirty = {str(group) for group in doc.get("opened", ())}, True

    def leave(self) -> None:
        """Opened groups close again when the person goes elsewhere."""
        if self._opened_groups:
            self._opened_groups = set()
            self.dirty = True
        super().leave()
