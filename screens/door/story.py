"""All about someone who waits or waited: what about, the clock, and everything that was done for them."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.front.clock import Clock
from organizer.front.finding import find
from organizer.front.outcomes import OUTCOMES, state
from organizer.front.saying import answer_by, day_minutes, office_time
from organizer.ids import short
from organizer.office import Office
from organizer.records.door import Answer, Inquiry
from organizer.words import count
from screens.desk import Desk
from screens.ink import Ink, Part, shown, who, wrap
from screens.sheet import Rows, Sheet, keys_of
from screens.widgets.lane import Item, Lane

LEADING = ("door.answer", "door.words", "door.edit", "door.later")
LABEL = 13
"""Cells of a label."""


class StoryPage(Rows):
    """What is written of them, and the path of what was done."""

    place = "door"
    ground = "surface"

    def __init__(self, office: Office, ink: Ink, id: str) -> None:
        super().__init__(office, ink)
        self.id = id

    @property
    def one(self) -> Inquiry:
        """The inquiry as it stands."""
        return find(self.office.practice, self.id)

    def rebuild(self) -> None:
        """Read it again; as scrolled as it was."""
        before = self.lanes[0] if self.lanes else None
        one = self.one
        items = [Item("", "head", one), Item("", "blank")]
        items += [Item("", "fact", fact) for fact in self._facts(one) if fact[1]]
        items += [Item("", "blank"), Item("", "stop", ("received", when.say(one.received[:16], self.now), ""))]
        items += [Item("", "stop", self._stop(answer)) for answer in one.answers]
        lane = Lane("story", items, self._measure)
        lane.follow(before)
        self.lanes = [lane]

    def _facts(self, one: Inquiry) -> list[tuple[str, str]]:
        practice, now = self.office.practice, self.now
        due, part, minutes = Clock(practice, now, self.office.clock.zone()).read(one)
        at = state(one)
        waits = at in ("waiting", "left word")
        waited = office_time(minutes, day_minutes(practice))
        review = one.answers[-1].review if at == "waitlist" else ""
        return [
            ("about", shown(one.text)),
            ("way", shown(one.how)),
            ("waited", f"{waited} of office time" if waits else ""),
            ("answer by" if at == "waiting" else "try again by", answer_by(due, part, now) if waits else ""),
            ("look again", when.say(review, now, long=True) if review else ""),
            ("then", "there was no room" if one.full else ""),
            ("id", short(one.id)),
        ]

    def _stop(self, done: Answer) -> tuple[str, str, str]:
        known = OUTCOMES.get(done.outcome)
        names = count(done.names, "name") if done.names else ""
        facts = [when.say(done.at[:16], self.now), done.how and f"by {shown(done.how)}", names]
        return known.title if known else done.outcome, ", ".join(fact for fact in facts if fact), done.note

    def layout(self) -> None:
        """One lane."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        pad = 3 if self.width >= 60 else 1
        self.head = [self.ink.blank(self.width, "surface")] if self.height > 12 else []
        self.lanes[0].place(pad, max(1, self.width - 2 * pad), max(1, self.height - len(self.head)))

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        if item.kind == "fact":
            return len(wrap(item.data[1], max(8, width - LABEL)))
        if item.kind == "stop":
            return 1 + (len(wrap(item.data[2], max(8, width - 3))) if item.data[2] else 0)
        return 1

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A row: who, a fact, or something that was done."""
        ink, width = self.ink, lane.width
        if item.kind == "head":
            known = OUTCOMES.get(state(item.data))
            said = known.title if known else "Waiting to hear from me"
            return [ink.row(width, [(who(item.data.who), "foreground b")], [(said, "muted")], "surface")]
        if item.kind == "fact":
            lines = wrap(item.data[1], max(8, width - LABEL))
            labels = [item.data[0], *[""] * len(lines)]
            parts = zip(labels, lines, strict=False)
            return [ink.row(width, [(f"{a:{LABEL}}", "faint"), (b, "foreground")], (), "surface") for a, b in parts]
        if item.kind == "stop":
            return self._done(item, width)
        return [ink.blank(width, "surface")]

    def _done(self, item: Item, width: int) -> list[Strip]:
        """Something that was done, and the line that was kept of it."""
        ink = self.ink
        name, fact, note = item.data
        title: Part = (name[:1].upper() + name[1:], "foreground")
        left: list[Part] = [(ink.signs.path_done, "accent"), ("  ", "faint"), title]
        rows = [ink.row(width, left, [(fact, "muted")], "surface")]
        for line in wrap(note, max(8, width - 3)) if note else []:
            rows.append(ink.row(width, [("   ", "faint"), (line, "muted i")], (), "surface"))
        return rows

    def move(self, by: int) -> bool:
        """There is nothing to choose: the lines scroll."""
        return self.lanes[0].wheel(by)


class Story(Sheet):
    """The overlay. A key of the page closes it and does what it does there."""

    BINDINGS = [*keys_of("door")]
    CSS_PATH = "../styles/sheets.tcss"
    box = "story"
    place = "door"

    def __init__(self, office: Office, ink: Ink, id: str, desk: Desk) -> None:
        super().__init__(office, ink, StoryPage(office, ink, id))
        self._desk, self._id = desk, id

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The verbs of the page, and the way out."""
        return tuple(COMMANDS[id] for id in LEADING), (COMMANDS["back"]._replace(title="close"),)

    def do(self, id: str) -> None:
        """Close, and do it, with the one whose story this is."""
        from screens.doing import do
        from screens.door import doing

        mine = {"door.answer": doing.choose_outcome, "door.edit": doing.change, "door.later": doing.look_again}
        self.dismiss()
        if id in mine:
            self._desk.call_later(mine[id], self._desk, self._id)
        else:
            self._desk.call_later(do, self._desk, id)

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
