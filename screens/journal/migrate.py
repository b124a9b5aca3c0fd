"""Migrate: what is still open on earlier pages, one line at a time. Nothing here is decided by itself."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer import when
from organizer.manner import keyed
from organizer.pages import kind_of, name_of
from organizer.records import Entry
from organizer.views.day import Line
from organizer.views.migration import Met, MigrationView, migration
from organizer.views.naming import full_title, number_of
from screens.desk import Desk
from screens.ink import Part, lines_of, shown, wrap
from screens.journal.leaf import Leaf
from screens.journal.lines import sign_of
from screens.page import Hit
from screens.path import steps
from screens.widgets.lane import Item

MOST_STOPS = 24
"""More lines than this are a bar with a count, not a path of stops."""
QUESTION = "Is this still yours to do?"
KINDLY = "Plenty of good ideas are allowed to rest."
CHOICES = (
    ("journal.migrate", "Carry to today", "it goes on today’s page"),
    ("journal.schedule", "Give it a date", "it waits in the future log"),
    ("entry.move", "Move it elsewhere", "to a collection, or a page"),
    ("entry.wait", "Waiting on someone", "with a day to ask again"),
    ("entry.small", "Make it smaller", "one step, and carry that"),
    ("entry.done", "It is done", "lovely, mark it"),
    ("entry.drop", "Let it go", "it stays safe on page {page}"),
    ("journal.skip", "Not now", "it comes again at the end"),
)
"""What can be decided: the command, its name, and what comes of it."""


class Migrate(Leaf):
    """The line that is met stands in the middle; beside it what was decided today, and what is still to meet."""

    writes = grid = False
    keys = ("journal.migrate", "journal.schedule", "entry.small", "entry.done", "entry.drop", "undo", "journal.view")

    def __init__(self, journal: Any) -> None:
        super().__init__(journal)
        self.seen: MigrationView = migration(self.office.practice, self.now)
        self.queue = self._in_turn(self.seen.left)

    def _in_turn(self, left: tuple[Line, ...]) -> list[Line]:
        """Those still to meet: what was chosen first, what was put back last."""
        back, first = self.page.put_back, self.page.met_next
        rank = {id: at for at, id in enumerate(back, 1)}
        return sorted(left, key=lambda line: (line.entry.id != first, rank.get(line.entry.id, 0)))

    @property
    def line(self) -> Line | None:
        """The line that is met now."""
        return self.queue[0] if self.queue else None

    def selection(self) -> tuple[str, ...]:
        """All that is ticked, else the line that is met."""
        left = {line.entry.id for line in self.seen.left}
        ticked = tuple(line.entry.id for line in self.queue if line.entry.id in self.page.ticked & left)
        return ticked or ((self.line.entry.id,) if self.line else ())

    # -- the left lane

    def items(self) -> list[Item]:
        """Heading and path, the line, what can be decided."""
        short = self.page.short
        blank = Item("", "blank")
        gap = [blank] if short else [blank, blank]
        if self.line is None:
            return [blank, Item("", "title"), Item("", "path"), *gap, Item("", "quiet", self._all_met())]
        ticked = len(self.selection())
        items = [*([] if short else [blank]), Item("", "title"), Item("", "path"), *([] if short else gap)]
        items += [Item("", "question", QUESTION), *([blank] if short else gap)]
        if ticked > 1:
            items.append(Item("", "many", ticked))
        else:
            items += [Item("", "card", self.line)]
        items += [blank] if short else gap
        between = self.page.screen_height >= 40
        for at, choice in enumerate(CHOICES):
            items += ([blank] if at and between else []) + [Item(f"do:{choice[0]}", "choice", choice)]
        return items if short else [*items, blank, blank, Item("", "kindly", KINDLY)]

    def _all_met(self) -> str:
        if not self.seen.met:
            return "Every line of the earlier pages is met. Nothing waits here."
        return "All met. What you carried stands on its new page, what you let go stays safe on its old one."

    def start(self, items: list[Item]) -> str:
        """The first choice."""
        return next((item.key for item in items if item.key), "")

    def facts(self) -> str:
        """Where to."""
        return f"moving into {when.say(self.now.date().isoformat(), self.now, long=True)}"

    def _title(self) -> str:
        pages = [line.page for line in self.seen.left] or [m.entry.placements[0].page for m in self.seen.met]
        first = min(pages, key=name_of, default="")
        this = f"{self.now:%Y-%m}"
        if first and name_of(first)[:7] < this:
            return f"Carrying {full_title(self.office.practice, f'month:{name_of(first)[:7]}', self.now)} into today"
        return "Carrying earlier days into today"

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The card has as many rows as its words take."""
        if item.kind == "card":
            return 3 + lines_of(item.data.entry.text, width - 16) + bool(item.data.entry.step)
        if item.kind == "many":
            return 4
        return super().measure(item, width, focused)

    def draw(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """Besides the usual: path, card and choices."""
        ink = self.ink
        if item.kind == "title":
            at = min(self.seen.total, len(self.seen.met) + 1)
            count = f"{at} of {self.seen.total}" if self.line else f"{len(self.seen.met)} met" if self.seen.met else ""
            return [ink.row(width, [(" ", "faint"), (self._title(), "foreground b")], [(count, "muted")])]
        if item.kind == "path":
            return [self._path(width)]
        if item.kind in ("question", "kindly"):
            return [ink.row(width, [(f" {item.data}", "muted i" if item.kind == "question" else "faint i")])]
        if item.kind == "card":
            return self._card(item.data, width)
        if item.kind == "many":
            return self._box(
                width, [[(f"   {item.data} lines at once", "foreground b")], [("   what is ticked beside", "muted")]]
            )
        if item.kind == "choice":
            return [self._choice(item.data, width, focused)]
        return super().draw(item, width, focused)

    def _path(self, width: int) -> Strip:
        total, done = self.seen.total, len(self.seen.met)
        if total < 2 or total > MOST_STOPS:
            signs, room = self.ink.signs, width - 2
            filled = room * done // total if total else room
            return self.ink.row(
                width,
                [(" ", "faint"), (signs.path_line * filled, "accent"), (signs.path_rest * (room - filled), "line")],
            )
        return self.ink.row(width, [(" ", "faint"), *steps(self.ink, width - 2, total, done)])

    def _box(self, width: int, rows: list[list[Part]], right: str = "") -> list[Strip]:
        ink = self.ink
        blank = ink.row(width, [(" ", "faint")], (), "accent_soft")
        made = [
            ink.row(width, row, [(f"{right}   ", "muted")] if right and not at else [], "accent_soft")
            for at, row in enumerate(rows)
        ]
        return [blank, *made, blank]

    def _card(self, line: Line, width: int) -> list[Strip]:
        entry = line.entry
        area = self.office.practice.areas.get(entry.area)
        sign: Part = (f"  {sign_of(self.ink.signs, entry)}  ", "foreground")
        words = wrap(entry.text, width - 16)
        rows: list[list[Part]] = [
            [sign if not at else ("     ", "faint"), (text, "foreground b")] for at, text in enumerate(words)
        ]
        if entry.step:
            rows.append([("     ", "faint"), (f"{self.ink.signs.step} ", "accent"), (shown(entry.step), "muted")])
        rows.append([("     ", "faint"), (self._past(entry), "muted")])
        return self._box(width, rows, area.name if area else "")

    def _past(self, entry: Entry) -> str:
        written = when.say(entry.created[:10], self.now)
        on = f"on {written}" if written[:1].isupper() else written
        times = entry.deferrals
        over = (
            ""
            if not times
            else ", carried over once"
            if times == 1
            else f", carried over {'twice' if times == 2 else f'{times} times'}"
        )
        return f"written {on}{over}"

    def _choice(self, choice: tuple[str, str, str], width: int, focused: bool) -> Strip:
        id, name, comes = choice
        ink, key = self.ink, keyed("{" + id + "}")
        page = number_of(self.office.practice, self.line.page) if self.line else 0
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        cells: list[tuple[list[Part], int, str]] = [
            ([bar, (" ", "faint"), (key, "accent b")], 10, "l"),
            ([(name, "foreground b" if focused else "foreground")], 21, "l"),
            ([(comes.format(page=page) if page else comes.removesuffix(" on page {page}"), "muted")], 0, "l"),
        ]
        return ink.columns(width, cells, "accent_soft" if focused else "background")

    # -- beside

    def beside(self) -> list[Item]:
        """So far, and still to meet."""
        blank = Item("", "blank")
        items = [] if self.page.short else [blank]
        if self.seen.met:
            items += [Item("", "title", ("So far", "")), blank]
            items += [Item("", "met", met) for met in self.seen.met[-12:]] + [blank, blank]
        rest = self.queue if self.page.ticked else self.queue[1:]
        if rest:
            items += [Item("", "title", ("Still to meet", str(len(rest)))), blank]
            items += [Item(f"meet:{line.entry.id}", "meet", line) for line in rest]
        return items

    def draw_beside(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """One row each."""
        ink, signs = self.ink, self.ink.signs
        if item.kind == "title":
            title, facts = item.data
            return [ink.row(width, [(title, "foreground b")], [(facts, "muted")])]
        if item.kind == "met":
            met: Met = item.data
            marks = {"moved": signs.moved, "scheduled": signs.scheduled, "done": signs.done, "let go": signs.let_go}
            sign = marks.get(met.how, signs.waiting[1])
            spec = "faint s" if met.how == "let go" else "muted"
            return [ink.row(width, [(f"{sign}  ", "accent"), (shown(met.entry.text), spec)])]
        if item.kind == "meet":
            line: Line = item.data
            ticked = line.entry.id in self.page.ticked
            bar: Part = (signs.focus if focused else " ", "accent")
            sign = signs.listed_done if ticked else sign_of(signs, line.entry)
            words: Part = (shown(line.entry.text), "foreground b" if focused else "foreground")
            ground = "accent_soft" if focused else "background"
            right: list[Part] = [(self._from(line), "faint")] if width > 40 else []
            return [
                ink.row(width, [bar, (sign, "accent" if ticked else "muted"), ("  ", "faint"), words], right, ground)
            ]
        return [ink.blank(width)]

    def _from(self, line: Line) -> str:
        page, now = line.page, self.now
        day = kind_of(page) == "day"
        return f"{when.say(name_of(page), now) if day else full_title(self.office.practice, page, now)} "

    # -- acting

    def take(self, desk: Desk, id: str) -> bool:
        """Enter does what is chosen; n puts the line back; x ticks; s asks for a step and carries that."""
        from screens.journal.meeting import meet

        return meet(desk, id)

    def click(self, hit: Hit) -> str:
        """A choice is taken, and a line still to meet is met, by one click."""
        if hit.kind == "choice" or (hit.kind == "meet" and hit.key):
            return f"row:{hit.key}"
        return ""
