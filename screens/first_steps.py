"""The pages of the first steps: a question, a kindness, and a few rows to choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.strip import Strip

from organizer import when
from organizer.keeper import Keeper
from organizer.office import Office
from organizer.settings.look import SIGNS
from organizer.settings.office import ANSWER_WITHIN
from organizer.views.areas import AreaLine, areas
from organizer.views.first_steps import STEPS, Note, note_of
from organizer.views.office_day import HOURS, office_days, office_hours
from organizer.when.saying import DAYS
from screens.ink import Ink, Part, shown, wrap
from screens.middle import Middle
from screens.path import steps
from screens.signs import PRETTY
from screens.widgets.lane import Item, Lane

NAMES = 26
"""Cells of the names."""
THEME = "your theme will live here"
MINUTES = ("about 5 minutes", "about 4 minutes", "about 3 minutes", "about 2 minutes", "about a minute")
SAMPLES = (
    f"| {PRETTY.star} {PRETTY.waiting[2]} {PRETTY.repeats} {PRETTY.let_go} {PRETTY.dread[2]} |",
    "| a b c d e |",
)
"""The signs, and as many letters: where the bars stand below each other the terminal shows the signs well."""
QUESTIONS = {
    "hello": (
        "Do these two lines match?",
        "Hello. What you write stays on this computer, and clients’ stories stay in their charts. First a look "
        "at the signs: is each of them there, and do the bars stand below each other?",
    ),
    "areas": (
        "What is your practice made of?",
        "Tick what sounds like yours. You can rename, add and change later.",
    ),
    "office": (
        "When is your office open?",
        "Tick its days, set its hours. A day off is a day off.",
    ),
    "passphrase": (
        "A passphrase, or later?",
        "With one, all that is kept here is sealed, and the office locks itself when you turn away. Without it, "
        "whoever uses this account can read it.",
    ),
    "note": (
        "A line to yourself, a year from now?",
        "It comes back on {}, on Today. Or leave it empty.",
    ),
}
HOUR_NAMES = {"opens": "opens", "pause": "pauses", "closes": "closes"}


class Words(NamedTuple):
    """A row of words: its name, and what stands behind it."""

    name: str
    about: str = ""


class StepsPage(Middle):
    """One step at a time, in the middle of the screen."""

    place = "first"
    at_once = ("add", "choice", "go", "note")

    def __init__(self, office: Office, ink: Ink, step: str, keeper: Keeper | None = None) -> None:
        super().__init__(office, ink)
        self.keeper = keeper
        self.steps = tuple(one for one in STEPS if keeper or one != "passphrase")
        self.step = step if step in self.steps else self.steps[-1]
        self._makers: dict[str, Callable[[], list[Item]]] = {
            "hello": self._hello,
            "areas": self._areas,
            "office": self._office_days,
            "passphrase": self._passphrase,
            "note": self._note,
        }

    @property
    def number(self) -> int:
        """Which step it is, from 0."""
        return self.steps.index(self.step)

    def go(self, step: str) -> None:
        """To a step, its first row chosen."""
        self.step = step
        self.lanes = []
        self.dirty = True

    def rebuild(self) -> None:
        """Read what is kept again; the cursor stays on its row."""
        before = self.lanes[0] if self.lanes else None
        cursor = before.key if before else SIGNS.of(self.office.practice)
        self.lanes = [Lane(self.step, self._makers[self.step](), self.height_of, cursor)]
        if before:
            self.rows.scroll = before.scroll

    # -- what stands on each

    def _hello(self) -> list[Item]:
        return [
            *(Item("", "sample", line) for line in SAMPLES),
            Item("", "blank"),
            Item("pretty", "choice", Words("yes, they match", "the signs as they are")),
            Item("plain", "choice", Words("no, something is off", "letters instead of signs")),
        ]

    def _areas(self) -> list[Item]:
        lines = sorted(areas(self.office.practice), key=lambda line: (line.area.order, line.area.name))
        return [*(Item(line.area.id, "area", line) for line in lines), Item("add", "add")]

    def _office_days(self) -> list[Item]:
        days = [Item(f"day:{number}", "day", number) for number in range(7)]
        hours = [Item(f"hour:{name}", "fact", Words(HOUR_NAMES[name], self._hour(name))) for name in HOURS]
        said = ANSWER_WITHIN.said(self.office.practice)
        return [*days, Item("", "blank"), *hours, Item("answer", "fact", Words("calls are answered", said))]

    def _passphrase(self) -> list[Item]:
        if self.keeper and self.keeper.sealed:
            return [Item("later", "go", Words("It is sealed", "ctrl+l locks it; ctrl+p changes the passphrase"))]
        return [
            Item("set", "go", Words("Set one now", "with a recovery sheet to print")),
            Item("later", "go", Words("Later", "ctrl+p, passphrase: any day")),
        ]

    def _hour(self, name: str) -> str:
        hours = dict(zip(HOURS, office_hours(self.office.practice), strict=True))
        return when.say_time(hours[name]) or "no pause"

    @property
    def note(self) -> Note | None:
        """The line of this year."""
        return note_of(self.office.practice, self.now.year)

    def _note(self) -> list[Item]:
        return [
            Item("note", "note", self.note),
            Item("", "blank"),
            Item("today", "go", Words("Open Today", "choose three, or catch what is in your head")),
            Item("tour", "go", Words("Look around first", "a tour: all eight places in five minutes")),
            Item("shelf", "go", Words("Look on the shelf", "ready-made tasks of the trade, to pick from")),
            Item("theme", "go", Words("Find my theme", "the feeling your practice is reaching for")),
        ]

    def column(self, key: str) -> int:
        """Times are typed behind their names."""
        return 4 + NAMES if (self.behind or key.startswith("hour:")) and self.rows.width > NAMES + 14 else 4

    # -- layout

    def band(self) -> Strip:
        """Where the theme will hang."""
        return self.banded([(THEME, "band_muted i")], [])

    def head_of(self, x: int, wide: int, airy: int) -> list[Strip]:
        """What this is, how far, the question and the kindness."""
        ink = self.ink
        question, kindness = QUESTIONS[self.step]
        comes = Note("", self.now.date().isoformat()).due.isoformat()
        kindness = kindness.format(when.say(comes, self.now))
        left_over = MINUTES[self.number - len(self.steps)]
        far = f"{self.number + 1} of {len(self.steps)} {ink.signs.dot} {left_over}"
        top = ink.row(wide, [("Welcome", "muted")], [(far, "faint")])
        path = ink.row(wide, steps(ink, wide, len(self.steps), self.number))
        said = [(question, "foreground b"), *((line, "muted") for line in wrap(kindness, wide))]
        return self.headed(x, wide, airy, top, path, [ink.row(wide, [part]) for part in said])

    def height_of(self, item: Item, width: int, focused: bool) -> int:
        """A note may take several."""
        return len(self._note_lines(item.data, width)) if item.kind == "note" else 1

    def _note_lines(self, note: Note | None, width: int) -> list[str]:
        return wrap(note.text, width - 4) if note else ["what should be true by then?"]

    def target_at(self, x: int, y: int) -> str:
        """The stops of the path."""
        number = self.stop_at(x, y, len(self.steps))
        return f"step:{self.steps[number]}" if number >= 0 else ""

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row."""
        ground = "accent_soft" if focused else "background"
        bar: Part = (self.ink.signs.focus if focused else " ", "accent")
        drawers = {"area": self._area, "day": self._day, "note": self._written, "add": self._adding}
        if item.kind in drawers:
            return drawers[item.kind](item, lane.width, bar, ground)
        if item.kind in ("choice", "go", "fact"):
            return [self._words(item, lane.width, bar, ground)]
        text = f"    {item.data}" if item.kind == "sample" else ""
        return [self.ink.row(lane.width, [(text, "foreground")])]

    def _ticked(self, on: bool) -> Part:
        signs = self.ink.signs
        return (signs.listed_done, "accent") if on else (signs.path_ahead, "faint")

    def _row(self, width: int, bar: Part, sign: Part, words: Words, spec: str, ground: str) -> Strip:
        """Bar, sign, name, and what stands behind it: all names begin in one cell, and so does what is behind."""
        if ground == "accent_soft" and spec != "faint i":
            spec = "foreground b"
        left: list[Part] = [bar, sign, ("  ", "faint"), (words.name, spec)]
        if width <= NAMES + 14:
            return self.ink.row(width, left, (), ground)
        return self.ink.columns(width, [(left, NAMES + 4, "l"), ([(words.about, "faint")], 0, "l")], ground)

    def _area(self, item: Item, width: int, bar: Part, ground: str) -> list[Strip]:
        line: AreaLine = item.data
        words = Words(shown(line.area.name), shown(line.area.about))
        spec = "muted" if line.area.retired else "foreground"
        if len(words.name) >= NAMES and not words.about:
            left: list[Part] = [bar, self._ticked(not line.area.retired), ("  ", "faint"), (words.name, spec)]
            return [self.ink.row(width, left, (), ground)]
        return [self._row(width, bar, self._ticked(not line.area.retired), words, spec, ground)]

    def _day(self, item: Item, width: int, bar: Part, ground: str) -> list[Strip]:
        on = item.data in office_days(self.office.practice)
        words = Words(DAYS[item.data])
        return [self._row(width, bar, self._ticked(on), words, "foreground" if on else "muted", ground)]

    def _words(self, item: Item, width: int, bar: Part, ground: str) -> Strip:
        signs, words = self.ink.signs, item.data
        if item.kind == "choice":
            on = item.key == SIGNS.of(self.office.practice)
            sign: Part = (signs.path_here, "accent") if on else (signs.path_ahead, "faint")
            return self._row(width, bar, sign, words, "foreground", ground)
        if item.kind == "go":
            step = signs.step_behind(bar[0])
            left: list[Part] = [bar, (f"{step} ".ljust(3), "accent")]
            spec = "foreground b" if ground == "accent_soft" else "foreground"
            cells = [([*left, (words.name, spec)], NAMES + 4, "l"), ([(words.about, "faint")], 0, "l")]
            return self.ink.columns(width, cells if width > NAMES + 14 else [(cells[0][0], 0, "l")], ground)
        spec = "foreground b" if ground == "accent_soft" else "foreground"
        if width <= NAMES + 14:
            return self.ink.row(width, [bar, ("   ", "faint"), (words.name, "muted")], [(words.about, spec)], ground)
        name: list[Part] = [bar, ("   ", "faint"), (words.name, "muted")]
        return self.ink.columns(width, [(name, NAMES + 4, "l"), ([(words.about, spec)], 0, "l")], ground)

    def _written(self, item: Item, width: int, bar: Part, ground: str) -> list[Strip]:
        spec = "foreground" if item.data else "faint i"
        return [
            self.ink.row(width, [bar, ("   ", "faint"), (line, spec)], (), ground)
            for line in self._note_lines(item.data, width)
        ]

    def _adding(self, item: Item, width: int, bar: Part, ground: str) -> list[Strip]:
        words = Words(f"something of your own{self.ink.signs.ellipsis}")
        return [self._row(width, bar, ("+", "faint"), words, "faint i", ground)]
