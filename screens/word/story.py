"""The whole story of a promise: its terms and their versions, every step in one's own words, and what was checked."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.ids import short
from organizer.office import Office
from organizer.repeat import explain
from organizer.views.word import Given, given, repairs_of
from organizer.word.finding import find
from organizer.word.states import version
from organizer.words import count, minutes
from screens.desk import Desk
from screens.ink import Ink, shown, who, wrap
from screens.sheet import Rows, Sheet, keys_of
from screens.widgets.lane import Item, Lane
from screens.word import path

LEADING = ("word.keep", "word.renegotiate", "word.next", "word.more", "word.edit")


class StoryPage(Rows):
    """The terms, the upright path from the beginning, and the particulars."""

    place = "word"
    ground = "surface"

    def __init__(self, office: Office, ink: Ink, id: str) -> None:
        super().__init__(office, ink)
        self.id = id

    @property
    def one(self) -> Given:
        """The promise as it stands."""
        clock = self.office.clock
        return given(find(self.office.practice, self.id), clock.now(), clock.zone())

    def rebuild(self) -> None:
        """Read it again; as scrolled as it was."""
        before = self.lanes[0] if self.lanes else None
        one = self.one
        items = [*path.path_items(one, self.now, whole=True), Item("", "blank")]
        items += [Item("", "fact", fact) for fact in self._facts(one) if fact[1]]
        lane = Lane("story", items, self._measure)
        lane.follow(before)
        self.lanes = [lane]

    def _facts(self, one: Given) -> list[tuple[str, str]]:
        made, practice = one.commitment, self.office.practice
        yes = {True: "yes", False: "no", None: ""}
        times = version(made)
        tasks = [entry for entry in map(practice.entry, made.tasks) if entry]
        done = sum(not entry.open for entry in tasks)
        wrong = practice.look("commitments", made.repairs) if made.repairs else None
        area = practice.areas.get(made.area)
        agreed = "moved twice and more: is it time to be released?" if times > 2 else ""
        return [
            ("to", who(made.who)),
            ("due", when.say(one.due, self.now, long=True) if one.due else ""),
            ("comes", explain(made.repeat._replace(on="")) if made.repeat else ""),
            ("promised", f"{count(times, 'time')}{', ' + agreed if agreed else ''}" if times > 1 else ""),
            ("area", shown(area.name) if area else ""),
            ("theme", shown(getattr(practice.table("themes").get(made.theme), "name", ""))),
            ("takes", minutes(made.estimate) if made.estimate else ""),
            ("confirmed", yes[made.confirmed]),
            ("chosen", yes[made.chosen]),
            ("serves", shown(made.serves)),
            ("puts right", shown(getattr(wrong, "text", ""))),
            ("repaired by", ", ".join(shown(other.text) for other in repairs_of(practice, made))),
            ("tasks", f"{done} of {len(tasks)} done: {', '.join(shown(e.text) for e in tasks)}" if tasks else ""),
            ("id", short(made.id)),
        ]

    def layout(self) -> None:
        """One lane."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        pad = 3 if self.width >= 60 else 1
        self.head = [self.ink.blank(self.width, "surface")] if self.height > 12 else []
        self.lanes[0].place(pad, max(1, self.width - 2 * pad), max(1, self.height - len(self.head)))

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        return len(self._wrapped(item, width)) if item.kind == "fact" else path.height(item, width)

    def _wrapped(self, item: Item, width: int) -> list[str]:
        return wrap(item.data[1], max(8, width - 13))

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A row of the path, or a fact."""
        if item.kind != "fact":
            return path.draw(self.ink, item, lane.width, self.now, "surface")
        lines = self._wrapped(item, lane.width)
        labels = [item.data[0], *[""] * len(lines)]
        return [
            self.ink.row(lane.width, [(f"{label:13}", "faint"), (line, "foreground")], (), "surface")
            for label, line in zip(labels, lines, strict=False)
        ]

    def move(self, by: int) -> bool:
        """There is nothing to choose: the lines scroll."""
        return self.lanes[0].wheel(by)


class Story(Sheet):
    """The overlay. A key of the page closes it and does what it does there."""

    BINDINGS = [*keys_of("word")]
    CSS_PATH = "../styles/sheets.tcss"
    box = "story"
    place = "word"

    def __init__(self, office: Office, ink: Ink, id: str, desk: Desk) -> None:
        super().__init__(office, ink, StoryPage(office, ink, id))
        self._desk, self._promise = desk, id

    def again(self) -> None:
        """What was taken back, here or elsewhere, has no story any more."""
        if self._office.practice.look("commitments", self._promise) is None:
            self.dismiss()
        else:
            super().again()

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The verbs of the page, and the way out."""
        return tuple(COMMANDS[id] for id in LEADING), (COMMANDS["back"]._replace(title="close"),)

    def do(self, id: str) -> None:
        """Close, and do it with this promise, wherever the cursor of the page is."""
        from screens.word.doing import on_one

        self.dismiss()
        self._desk.call_later(on_one, self._desk, self._promise, id)

    def enter(self) -> None:
        """Enter closes it as well."""
        self.dismiss()

    def draft(self) -> dict[str, str]:
        """Nothing is typed here."""
        return {}

    def action_command(self, id: str) -> None:
        """The arrows scroll the lines."""
        if id in ("move.up", "move.down", "move.next", "move.previous"):
            if self._page.move(-1 if id in ("move.up", "move.previous") else 1):
                self._canvas.redraw()
            return
        super().action_command(id)
