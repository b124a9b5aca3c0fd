"""The Rituals page: the list with rhythm, last and next; the questions of the chosen one; the days kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from textual.strip import Strip

from organizer import when
from organizer.manner import keyed
from organizer.office import Office
from organizer.records.rituals import Question, Ritual
from organizer.rituals.days import Kept
from organizer.rituals.rhythm import said
from organizer.rituals.shipped import SHIPPED
from organizer.views.rituals import RitualLine, RitualsView, rituals
from organizer.views.weeks import week_of
from organizer.words import count
from screens.ink import Ink, Part, shown
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane

NAME, LENGTH, RHYTHM, LAST = 21, 8, 23, 18
"""Cells of the columns of the list; what is left is for the next time."""
WIDEST = 110
"""Cells of a row at most."""
ROOMY = 90
"""Cells below which the rhythm has no column."""
FIRST = frozenset(one.id for one in SHIPPED)
KINDNESS = "A missed day is just a day."


class Asked(NamedTuple):
    """A row below the list: a question of the chosen ritual, by its number from 1 (0: none), and a line beside it."""

    number: int = 0
    question: Question | None = None
    beside: tuple[Part, ...] = ()


class Rituals(Page):
    """One lane: the rituals, then what the chosen one asks, with the days beside."""

    place = "rituals"
    trails = True
    hints = {"catch.here": "add"}

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        super().__init__(office, ink, place)
        self.view = RitualsView((), (), (0, 0))
        self.chosen_id = ""
        self._seen: tuple[int, str] = (-1, "")
        self._kept: tuple[Any, ...] = ()
        self._listed: list[Item] = []
        self._dots: list[tuple[Part, ...]] = []

    def heading(self) -> Heading:
        """What the place is about."""
        return Heading("Rituals", "short, skippable, always the same shape")

    def keys(self) -> tuple[str, ...]:
        """On a question, what can be done with it."""
        if self.question is not None:
            return ("ritual.questions", "ritual.off", "ritual.earlier", "ritual.brief", "ritual.drop", "catch.here",
                    "undo")  # fmt: skip
        return ()

    # -- what stands on it

    def rebuild(self) -> None:
        """Read the rituals again; the cursor stays on its row."""
        now = (self.office.practice.version, f"{self.now:%Y-%m-%d %H:%M}")
        if now != self._seen:
            self._seen = now
            self.view = rituals(self.office.practice, self.now)
        before = self.lanes[0] if self.lanes else None
        self.chosen_id = self.chosen_id or self._first()
        cursor = before.key if before else self.chosen_id
        lane = Lane("rituals", self._items(), lambda item, width, focused: 1, cursor)
        if before and before.key and lane.key != before.key:
            keyed = [index for index, item in enumerate(lane.items) if item.key]
            if keyed:
                lane.point(min(keyed, key=lambda index: abs(index - before.cursor)))
        lane.follow(before)
        self.lanes = [lane]

    def _first(self) -> str:
        """Where the cursor begins: the ritual that comes next."""
        left = next((line.ritual.id for line in self.view.lines if line.left and not line.ritual.retired), "")
        if left:
            return left
        coming = [line for line in self.view.lines if line.next and not line.ritual.retired]
        return min(coming, key=lambda line: line.next).ritual.id if coming else SHIPPED[0].id

    def _items(self) -> list[Item]:
        """The list, which stays the same rows while the cursor moves, and what is asked."""
        now = (self._seen, self.short, self.narrow, self.width, self.ink)
        if self._kept != now:
            self._kept, self._listed, self._dots = now, self._list(), self._days()
        return [*self._listed, *self._asks()]

    def _list(self) -> list[Item]:
        lines = self.view.lines
        blank = Item("", "blank")
        used = [line for line in lines if not line.ritual.retired]
        others = [line for line in used if line.ritual.rhythm != "day"]
        groups = [
            ("The day", [line for line in used if line.ritual.rhythm == "day"]),
            ("Looking back, looking ahead", [line for line in others if line.ritual.id in FIRST]),
            ("My own", [line for line in others if line.ritual.id not in FIRST]),
            ("Resting", [line for line in lines if line.ritual.retired]),
        ]
        items: list[Item] = []
        for title, found in groups:
            if found:
                items += [blank] if items and self.short else [blank, blank] if items else []
                items += [Item("", "heading", (title, not items))] + ([] if self.short else [blank])
                items += [Item(one.ritual.id, "ritual", one) for one in found]
        return [*items, *([blank] if self.short else [blank, blank])]

    @property
    def ritual(self) -> Ritual | None:
        """The ritual that is chosen."""
        return next((line.ritual for line in self.view.lines if line.ritual.id == self.chosen_id), None)

    @property
    def question(self) -> Question | None:
        """The question under the cursor; None on a ritual."""
        item = self._item
        return item.data.question if item is not None and item.kind == "asked" else None

    @property
    def _item(self) -> Item | None:
        lane = self.lanes[0] if self.lanes else None
        return lane.items[lane.cursor] if lane and 0 <= lane.cursor < len(lane.items) else None

    def _asks(self) -> list[Item]:
        """The questions, and beside them (below, on narrow screens) the days."""
        ritual = self.ritual
        if ritual is None:
            return []
        blank, days = [] if self.short else [Item("", "blank")], self._dots
        number = len(ritual.asked)
        beside = "" if self.narrow else "Days opened and closed"
        title = (f"{ritual.name} asks", count(number, "small question"), beside)
        rows = [Item(f"q:{one.id}", "asked", Asked(at, one)) for at, one in enumerate(ritual.questions, 1)]
        if self.narrow:
            below = [Item("", "asks", ("Days opened and closed", "", "")), *blank]
            below += [Item("", "asked", Asked(beside=line)) for line in days]
            return [Item("", "asks", title), *blank, *rows, *([Item("", "blank")]), *below]
        rows += [Item("", "asked", Asked()) for _ in range(len(days) - len(rows))]
        for at, line in enumerate(days):
            rows[at] = rows[at]._replace(data=rows[at].data._replace(beside=line))
        return [Item("", "asks", title), *blank, *rows]

    def _days(self) -> list[tuple[Part, ...]]:
        """The last four weeks as dots, and a kindness."""
        found = [self._week(monday, week) for monday, week in self.view.weeks if week]
        if not found:
            return [((keyed("{office.toggle} opens the office for the first time."), "faint"),)]
        return [*found, (), ((KINDNESS, "faint i"),)]

    def _week(self, monday: date, week: tuple[Kept, ...]) -> tuple[Part, ...]:
        this = week_of(self.office.practice, self.now.date())[0]
        names = {this: "this week", this - timedelta(days=7): "last week"}
        name = names.get(monday) or f"{monday:%B} {monday.day}"
        signs = self.ink.signs
        dots = " ".join({"opened": signs.path_done, "rest": signs.dash}.get(one.how, signs.path_ahead) for one in week)
        opened, rest = sum(one.how == "opened" for one in week), all(one.how == "rest" for one in week)
        counted = sum(one.how in ("opened", "not") for one in week)
        fact = "a holiday" if rest else f"{opened} of {counted}" if opened else ""
        wide = 12 if self.narrow or self.width > ROOMY + 4 else 10
        return ((f"{name:{wide}}", "muted"), (f"{dots:{wide}}", "accent"), (f" {fact}", "faint"))

    # -- layout and drawing

    def layout(self) -> None:
        """One column."""
        if self.dirty or not self.lanes or self._laid != (self.short, self.narrow, self.width):
            self._laid = (self.short, self.narrow, self.width)
            self.rebuild()
            self.dirty = False
        self.activate()
        pad = self.pad
        self.head = [self.ink.blank(self.width)] if self.height > 12 else []
        self.lanes[0].place(pad, max(1, min(WIDEST, self.width - 2 * pad)), max(1, self.height - len(self.head)))

    _laid: tuple[bool, bool, int] = (False, False, 0)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row."""
        ink, width = self.ink, lane.width
        ground = "accent_soft" if focused else "background"
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        if item.kind == "heading":
            title, first = item.data
            if first and not self.narrow:
                return [self._columns(width, [(title, "foreground b")], ("", ""), ("last", "faint"), ("next", "faint"))]
            return [ink.row(width, [(title, "foreground b")], [("next", "faint")] if first else [])]
        if item.kind == "ritual":
            return [self._ritual(item.data, width, bar, focused, ground)]
        if item.kind == "asks":
            title, facts, beside = item.data
            left: list[Part] = [(shown(title), "foreground b")]
            return [self._two(width, left, [(facts, "faint")], [(beside, "foreground b")], "background")]
        if item.kind == "asked":
            return [self._asked(item.data, width, bar, focused, ground)]
        return [ink.blank(width)]

    def _columns(self, width: int, name: list[Part], middle: tuple[str, str], last: Part, coming: Part,
                 ground: str = "background") -> Strip:  # fmt: skip
        """Name, minutes, rhythm, last and next in their columns."""
        length, rhythm = middle
        cells: list[tuple[list[Part], int, str]] = [(name, 4 + NAME, "l"), ([(length, "muted")], LENGTH, "l")]
        if width >= ROOMY:
            cells.append(([(rhythm, "muted")], RHYTHM, "l"))
        cells += [([last], LAST, "r"), ([coming, (" ", "faint")], 0, "r")]
        return self.ink.columns(width, cells, ground)

    def _ritual(self, line: RitualLine, width: int, bar: Part, focused: bool, ground: str) -> Strip:
        one, signs = line.ritual, self.ink.signs
        sign: Part = (signs.path_done, "accent") if line.done else (signs.path_ahead, "muted")
        sign = (signs.path_here, "accent") if line.left else sign
        weight = "foreground b" if focused else "muted" if one.retired else "foreground"
        name: list[Part] = [bar, sign, ("  ", "faint"), (shown(one.name), weight)]
        coming = self._moment(line.next) if line.next else "" if one.retired else "whenever"
        coming = f"go on at {line.left}" if line.left else coming
        soon: Part = (coming, "accent" if line.left or line.next[:10] == self.now.date().isoformat() else "muted")
        length = f"{one.minutes} min" if one.minutes < 90 else f"{one.minutes / 60:g} h"
        if self.narrow:
            facts: list[Part] = [(f"{length:>8}", "faint"), (f"{coming:>19}", soon[1])]
            return self.ink.row(width, name, facts, ground)
        last = (self._moment(line.last[:16]) if line.last else "not yet", "faint")
        return self._columns(width, name, (length, said(one)), last, soon, ground)

    def _moment(self, at: str) -> str:
        """A time near today with its hour; else the day."""
        day, now = at[:10], self.now
        near = abs((date.fromisoformat(day) - now.date()).days) <= 1
        word = "today" if day == now.date().isoformat() else when.say(day, now)
        return f"{word} {when.say_time(at)}" if near and datetime.fromisoformat(at) else word

    def _two(self, width: int, left: list[Part], facts: list[Part], right: list[Part], ground: str) -> Strip:
        """The left half with its facts, the right one beside it, where there is room."""
        if self.narrow:
            return self.ink.row(width, left, facts, ground)
        half = (width - 6) * 60 // 94
        row = self.ink.row(half, left, facts, ground)
        rest = self.ink.row(width - half, [("      ", "faint"), *right])
        return Strip.join([row, rest])

    def _asked(self, asked: Asked, width: int, bar: Part, focused: bool, ground: str) -> Strip:
        one, beside = asked.question, list(asked.beside)
        if one is None:
            left: list[Part] = [("    ", "faint"), *beside] if self.narrow else []
            return self._two(width, left, [], beside, "background")
        weight = "foreground b" if focused else "faint" if one.off else "foreground"
        parts: list[Part] = [bar, (f"{asked.number:2}", "faint"), ("  ", "faint"), (shown(one.ask), weight)]
        ritual = self.ritual
        fact = "not asked" if one.off else "60 s" if ritual and one.id in ritual.short else ""
        return self._two(width, parts, [(fact, "faint")], beside, ground)

    # -- acting

    def _settle(self) -> bool:
        """The questions are those of the ritual under the cursor; whether they changed."""
        item = self._item
        if item is None or item.kind != "ritual" or item.key == self.chosen_id:
            return False
        self.chosen_id = item.key
        self.rebuild()
        self.layout()
        return True

    def follows(self) -> bool:
        """The questions are of the ritual under the cursor."""
        return self._settle()

    def sideways(self, by: int) -> bool:
        """There is one list."""
        return False

    def part(self, by: int) -> bool:
        """Tab goes from group to group."""
        lane = self.lanes[0]
        starts = [
            at for at, item in enumerate(lane.items)
            if item.key and not any(other.key for other in lane.items[max(0, at - 2) : at])
        ]  # fmt: skip
        ahead = [at for at in starts if (at > lane.cursor if by > 0 else at < lane.cursor)]
        if starts:
            lane.point((ahead or starts)[0 if by > 0 else -1])
        return bool(starts)

    def down_to_questions(self) -> None:
        """From the list to the first question of what is chosen."""
        lane = self.lanes[0]
        first = next((at for at, item in enumerate(lane.items) if item.kind == "asked" and item.key), -1)
        if first >= 0:
            lane.point(first)

    def click(self, hit: Hit) -> str:
        """A click chooses; once more begins the ritual, or changes the question."""
        if hit.lane < 0 or not hit.key:
            return ""
        lane = self.lanes[0]
        again = lane.key == hit.key
        lane.seek(hit.key)
        return "choose" if again else ""

    def draft(self) -> dict[str, str]:
        """Which ritual is chosen."""
        return {"ritual": self.chosen_id}

    def go_on(self, doc: dict[str, str]) -> None:
        """That one again."""
        self.chosen_id = str(doc.get("ritual", ""))
        self.dirty = True
