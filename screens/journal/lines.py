"""A line of a journal page: its mark in the margin, its sign, its words, and where it came from or went."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from organizer import when
from organizer.pages import kind_of, name_of
from organizer.practice import Practice
from organizer.records import Entry, Placement
from organizer.views.day import Line
from organizer.views.months import countdown
from organizer.views.naming import short_title
from organizer.words import minutes
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.journal.dots import dotted
from screens.signs import Signs

INDENT = 6
"""The cell at which the words of every line begin."""
MOST, WHOLE = 4, 100
"""How many lines of its words a line shows until it is chosen, and then."""
FACT = 24
"""The most cells of a fact that names a page."""


def sign_of(signs: Signs, entry: Entry, state: str = "here") -> str:
    """The sign of an entry as it stands on a page."""
    if state in ("moved", "scheduled"):
        return signs.moved if state == "moved" else signs.scheduled
    if not entry.open:
        return signs.done if entry.stage == "done" else signs.let_go
    return {"event": signs.event, "note": signs.note}.get(entry.kind, signs.task)


def mark_of(signs: Signs, practice: Practice, entry: Entry) -> str:
    """The mark in the margin, "" for none; a priority before any other."""
    if not entry.signifiers:
        return ""
    marks = {"priority": signs.priority, "idea": signs.idea, "investigate": signs.investigate}
    name = "priority" if "priority" in entry.signifiers else entry.signifiers[0]
    if name in marks:
        return marks[name]
    return next((mark for mark, meaning in practice.own_signs().items() if meaning == name), "")


def fact_of(practice: Practice, line: Line, now: datetime) -> str:
    """What stands to the right of a line: where it went, what became of it, or where it came from."""
    entry, went, came = line.entry, line.went, line.came
    if line.state != "here" and went is not None:
        return _gone(practice, entry, line.state, went, now)
    if entry.answer:
        return "answered"
    if not entry.open:
        return _ended(entry, now)
    if entry.waiting_for:
        return _cut(f"waiting on {shown(entry.waiting_for)}")
    due = (entry.due or "")[:10]
    if due and due != name_of(line.page):
        near = countdown(due, now) if due[:7] != f"{now:%Y-%m}" else ""
        return f"{when.say(entry.due or '', now)}{', ' + near if near else ''}"
    if came is not None:
        return _cut(f"from {shown(short_title(practice, came.page, now))}")
    return minutes(entry.estimate)


def _gone(practice: Practice, entry: Entry, state: str, went: Placement, now: datetime) -> str:
    name = short_title(practice, went.page, now)
    if state == "scheduled":
        return name if kind_of(went.page) != "day" else when.say(name_of(went.page), now)
    return _cut(f"moved to {shown(name)}")


def _cut(fact: str) -> str:
    """A fact that leaves room for the words of its line."""
    return fact if cell_len(fact) <= FACT else f"{set_cell_size(fact, FACT - 1).rstrip()}…"


def _ended(entry: Entry, now: datetime) -> str:
    if entry.stage == "let go":
        return "let go"
    closed = entry.closed or ""
    return minutes(entry.estimate) if closed[:10] != now.date().isoformat() else when.say_time(closed)


Known: TypeAlias = dict[str, tuple[Entry, int, int]]
"""How many rows a line takes, by its id: for which entry, in how many cells, and the rows."""


class Pen:
    """Draws the lines of one page with one ink. `known` holds on a day what was measured before."""

    def __init__(self, practice: Practice, ink: Ink, now: datetime, known: Known | None = None) -> None:
        self.practice, self.ink, self.now = practice, ink, now
        self.known: Known = {} if known is None else known

    def _right(self, line: Line, width: int) -> str:
        fact = fact_of(self.practice, line, self.now)
        dread = self.ink.signs.dread[line.entry.dread_level] if line.entry.open and line.state == "here" else ""
        said = f"{fact}  {dread}".strip() if dread else fact
        return said if cell_len(said) <= max(8, width // 2 - INDENT) else fact if len(fact) <= width // 2 else ""

    def words(self, line: Line) -> str:
        """The words of a line: what is timed begins with its time, on the page of its day."""
        entry = line.entry
        if entry.due and len(entry.due) > 10 and line.page == f"day:{entry.due[:10]}":
            return f"{when.say_time(entry.due)} {entry.text}"
        return entry.text

    def measure(self, line: Line, width: int, focused: bool) -> int:
        """How many rows it takes."""
        entry, room = line.entry, width - INDENT - 1
        if not focused and not line.nth and line.state == "here":  # nothing on other pages has a say in it
            known = self.known.get(entry.id)
            if known is not None and known[0] is entry and known[1] == room:
                return known[2]
            found = self._measure(line, width, room, False)
            self.known[entry.id] = entry, room, found
            return found
        return self._measure(line, width, room, focused)

    def _measure(self, line: Line, width: int, room: int, focused: bool) -> int:
        right = self._right(line, width)
        first = room - (cell_len(right) + 2 if right else 0)
        return lines_of(self.words(line), room, first, WHOLE if focused else MOST) + bool(line.entry.answer)

    def draw(self, line: Line, width: int, focused: bool) -> list[Strip]:
        """Its rows, as many as were measured."""
        signs, entry = self.ink.signs, line.entry
        right = self._right(line, width)
        room = width - INDENT - 1
        first = room - (cell_len(right) + 2 if right else 0)
        spec = self._spec(line, focused)
        strips = []
        for number, text in enumerate(wrap(self.words(line), room, first, WHOLE if focused else MOST)):
            head = self._head(line, focused) if number == 0 else [self._bar(focused), (" " * (INDENT - 1), "faint")]
            tail: list[Part] = [(right, "faint"), (" ", "faint")] if right and number == 0 else []
            strips.append(self._row(width, [*head, (text, spec)], tail, focused))
        if entry.answer:
            parts: list[Part] = [self._bar(focused), (" " * (INDENT - 1), "faint"), (f"{signs.step} ", "accent")]
            strips.append(self._row(width, [*parts, (shown(entry.answer), "muted")], [], focused))
        return strips

    def _row(self, width: int, left: list[Part], right: list[Part], focused: bool) -> Strip:
        if focused:
            return self.ink.row(width, left, right, "accent_soft")
        return dotted(self.ink, width, left, right)

    def _bar(self, focused: bool) -> Part:
        return (self.ink.signs.focus if focused else " ", "accent")

    def _spec(self, line: Line, focused: bool) -> str:
        if line.entry.stage == "let go":
            return "faint s"
        if line.state != "here" or not line.entry.open:
            return "muted b" if focused else "muted"
        return "foreground b" if focused else "foreground"

    def _head(self, line: Line, focused: bool) -> list[Part]:
        signs, entry = self.ink.signs, line.entry
        mark = mark_of(signs, self.practice, entry) or " "
        sign = sign_of(signs, entry, line.state)
        lit = "accent" if entry.stage == "done" and line.state == "here" else "foreground" if focused else "muted"
        return [self._bar(focused), (mark, "accent b"), (" ", "faint"), (sign, lit), ("  ", "faint")]
