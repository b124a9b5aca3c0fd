"""The page of one question: path, minutes left, the question and its kindness, at most seven rows and a line."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.records.rituals import Question
from organizer.rituals.shape import Row, Shown
from organizer.rituals.standing import standing
from organizer.running import Running
from organizer.words import minutes
from screens.ink import Ink, Part, shown, wrap
from screens.middle import Middle
from screens.path import steps
from screens.widgets.lane import Item, Lane

INSET = 6
"""Where the words of a row begin."""
MINUTES, DREAD = 7, 3
"""Cells at the right of a row for its minutes, at least, and for its dread."""
MOST_STOPS = 20
WRITE = "write"
"""The key of the line on which one can write."""


class AskedPage(Middle):
    """One question at a time, in the middle of the screen."""

    place = "run"
    usual = 24

    def __init__(self, office: Office, ink: Ink, running: Running) -> None:
        super().__init__(office, ink)
        self.running = running
        self.shown = Shown()
        self.asking = ""
        self._question: Question | None = None
        self._airy = False

    def rebuild(self) -> None:
        """Read what the question shows; the cursor stays on its row, or where that was."""
        before = self.lanes[0] if self.lanes else None
        same = self._question is not None and self._question == self.running.question
        self._question = self.running.question
        try:
            self.shown = self.running.shown() if self._question else Shown()
        except OrganizerError:
            self.shown = Shown()
        lane = Lane("question", self._items(), self.height_of, before.key if before and same else "")
        if before and same and before.key and lane.key != before.key:
            keyed = [index for index, item in enumerate(lane.items) if item.key]
            if keyed:
                lane.point(min(keyed, key=lambda index: abs(index - before.cursor)))
        lane.hint = False
        self.lanes = [lane]

    def _items(self) -> list[Item]:
        seen, blank = self.shown, Item("", "blank")
        rows = self.running.rows(seen) if self._question else ()
        items: list[Item] = [Item("", "read", line) for line in seen.lines]
        items += [blank] if items and (rows or seen.writes) else []
        for number, row in enumerate(rows):
            items += [blank] if number and self._airy else []
            items.append(Item(row.key, "row", row))
        more = len(seen.rows) - len(rows)
        items += [Item("", "more", f"{more} more behind these")] if more > 0 else []
        if not rows and seen.quiet:
            items += [Item("", "quiet", seen.quiet), *([blank] if seen.writes else [])]
        writes = seen.writes or self.asking
        if writes and self._question:
            items += [blank] if rows and self._airy else []
            items.append(Item(WRITE, "write", writes))
        return [*items, *([blank, *self._said()] if self._question and self._said() else [])]

    def _said(self) -> list[Item]:
        """The last of what was put down here, faintly."""
        many = self.running.written if self._question and self.shown.many and not self.shown.rows else []
        return [Item("", "said", text) for text in many[-3:]]

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        item = self.rows.items[self.rows.cursor] if 0 <= self.rows.cursor < len(self.rows.items) else None
        return item.data if item is not None and item.kind == "row" else None

    def column(self, key: str) -> int:
        """What is typed stands where the words of the rows do; behind what is asked for first."""
        return INSET + (len(self.asking) + 1 if self.asking else 0)

    # -- layout

    def fitted(self, x: int, wide: int) -> list[Strip]:
        """The head with as many blank rows as there is room for, in it and between the rows."""
        head: list[Strip] = []
        for airy, between in ((2, True), (1, True), (2, False), (1, False), (0, False)):
            if between != self._airy:
                self._airy = between
                self.rebuild()
            head = self.head_of(x, wide, airy)
            if len(head) + 2 + self.tall(wide) <= self.height:
                break
        return head

    def band(self) -> Strip:
        """The theme, since when the office is open, the day."""
        at = standing(self.office.practice, self.now)
        opened = f"open since {when.say_time((at.opened or '')[11:16])}   " if at.is_open and self.width >= 70 else ""
        day = f"{self.now:%A}, {self.now:%B} {self.now.day}"
        return self.banded([], [(opened, "band_muted"), (day, "band_muted")])

    def head_of(self, x: int, wide: int, airy: int) -> list[Strip]:
        """Which ritual it is and how far, the question and the kindness."""
        ink, running, question = self.ink, self.running, self._question
        title = f"Welcome back. {running.ritual.name}" if running.welcome else running.ritual.name
        left = running.minutes_left() if question else ""
        top = ink.row(wide, [(shown(title), "muted")], [(left, "faint")])
        said: list[Strip] = []
        if question:
            said = [ink.row(wide, [(line, "foreground b")]) for line in wrap(question.ask, wide, most=3)]
            said += [ink.row(wide, [(line, "muted")]) for line in wrap(question.kindness, wide, most=2)]
        return self.headed(x, wide, airy, top, self._progress(wide), said)

    def _progress(self, wide: int) -> Strip:
        many, at = len(self.running.questions), self.running.at
        if 2 <= many <= MOST_STOPS:
            return self.ink.row(wide, steps(self.ink, wide, many, at))
        signs, filled = self.ink.signs, wide * at // max(1, many)
        return self.ink.row(wide, [(signs.path_line * filled, "accent"), (signs.path_rest * (wide - filled), "line")])

    def target_at(self, x: int, y: int) -> str:
        """The stops of the path that are behind."""
        many = len(self.running.questions)
        number = self.stop_at(x, y, many) if 2 <= many <= MOST_STOPS else -1
        return f"back:{number}" if 0 <= number < self.running.at else ""

    def height_of(self, item: Item, width: int, focused: bool) -> int:
        """What is only to be read may take several."""
        return len(wrap(item.data, width - INSET)) if item.kind in ("read", "quiet") else 1

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row."""
        ground = "accent_soft" if focused else "background"
        bar: Part = (self.ink.signs.focus if focused else " ", "accent")
        if item.kind == "row":
            return [self._row(item.data, lane.width, bar, ground)]
        if item.kind in ("read", "quiet"):
            spec = "foreground i" if item.kind == "read" else "muted"
            return [self.ink.row(lane.width, [(" " * INSET, "faint"), (line, spec)])
                    for line in wrap(item.data, lane.width - INSET)]  # fmt: skip
        if item.kind == "write":
            lead: list[Part] = [bar, (" " * (INSET - 1), "faint")]
            words: Part = (self.asking, "accent") if self.asking else (shown(item.data), "faint i")
            return [self.ink.row(lane.width, [*lead, words], (), ground)]
        text = item.data or ""
        return [self.ink.row(lane.width, [(" " * INSET, "faint"), (shown(text), "faint")])]

    def _row(self, row: Row, width: int, bar: Part, ground: str) -> Strip:
        signs, focused = self.ink.signs, ground == "accent_soft"
        ticks = any(way.name == "tick" for way in row.ways)
        sign = signs.listed_done if row.on else signs.path_ahead if ticks else signs.task
        number = str(row.number) if row.number else " "
        weight = "foreground b" if focused else "foreground" if row.on or not row.number else "muted"
        left: list[Part] = [
            bar, (sign, "accent" if row.on else "faint"), (" ", "faint"), (number, "accent b"), ("  ", "faint"),
            (shown(row.text), weight),
        ]  # fmt: skip
        right: list[Part] = [(f"  {shown(row.fact)}", "faint")]
        if any(one.minutes or one.dread for one in self.shown.rows):
            dread = signs.dread[row.dread] if 0 <= row.dread < 4 else ""
            room = max(MINUTES, *(len(minutes(one.minutes)) for one in self.shown.rows))
            right += [(f"  {minutes(row.minutes):>{room}}", "muted"), (f" {dread}".ljust(DREAD), "clay")]
        return self.ink.row(width, left, right, ground)
