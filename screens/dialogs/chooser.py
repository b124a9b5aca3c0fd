"""Choose by typing or by moving: a field above a list. Find, the palette, later and where are all this."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip
from textual.widgets import Input

from organizer.change import Change
from organizer.elsewhere import Unkept
from organizer.office import Office
from screens.dialogs.overlay import ELSEWHERE, WAY, Saved, Typing
from screens.ink import Ink, Part, wrap
from screens.page import Hit, Page
from screens.remark import remark, ways
from screens.widgets.canvas import Canvas
from screens.widgets.field import Doc, Field
from screens.widgets.lane import Item, Lane
from screens.widgets.lines import Lines, Way, Ways

READ_EVERY = 0.002
"""Seconds between two parts that are read of the archive: keys come first."""

SET_ASIDE_EVERY = 10
"""After so many parts of all the archive what was read is set aside from what the collector looks through: all of it
took up to 60 ms now and then, and a key waited."""

SHOWN_EVERY = 40
"""After so many parts what was found is shown; it all is at the end."""


AROUND, LEAST, MOST = 11, 15, 27
"""Rows of the box besides its list, and how many it has at least and at most."""


def _set_aside(reading: Iterator[int]) -> Iterator[int]:
    """Read all of it; every few parts what there is by then is set aside from what the collector looks through."""
    for number, left in enumerate(reading, 1):
        if number % SET_ASIDE_EVERY == 0:
            gc.freeze()
        yield left


class Source(Protocol):
    """What is chosen from. `pick` gives "" when that was all, else the sentence that says why not. With an attribute
    `stays` that is true the list stays open after each choice, and is read again; with `clears` its field is
    emptied; with `typed(item)` a choice may be what is typed next instead; `begins` is the key of the row
    it begins on. With `brief` the box is no taller than what there is to choose from at first."""

    title: str
    placeholder: str
    enter: str

    def items(self, query: str) -> list[Item]:
        """The rows for what is typed; kind "group" is a heading, "trouble" a sentence to read first, "" a blank, any
        other a choice."""

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Left and right of a row."""

    def pick(self, item: Item, query: str) -> str:
        """A row was chosen (its key is "" when enter was pressed with nothing to choose)."""


class Choices(Page):
    """The list under the field, as a page of one lane."""

    ground = "surface"

    def __init__(self, office: Office, ink: Ink, source: Source) -> None:
        super().__init__(office, ink)
        self.source = source
        self.query = ""
        self.rebuild()

    def rebuild(self) -> None:
        """The rows for what is typed; the same one chosen as before, else the first."""
        before = self.lanes[0] if self.lanes else None
        rows = self.source.items(self.query)
        lane = Lane("choices", rows, self._measure, before.key if before else getattr(self.source, "begins", ""))
        lane.unfolds = True
        lane.follow(before)
        self.lanes = [lane]

    def ask(self, query: str) -> None:
        """The rows for other words, the first choice chosen."""
        self.query, self.lanes = query, []
        self.rebuild()

    def layout(self) -> None:
        """One lane over all the room."""
        self.lanes[0].place(1, max(1, self.width - 2), self.height)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A heading, a blank, or a choice."""
        ink = self.ink
        if item.kind == "group":
            return [ink.row(lane.width, [(f"  {item.data}", "faint")], (), "surface")]
        if not item.key:
            spec = "clay" if item.kind == "trouble" else "muted"
            return [ink.row(lane.width, [(f"  {item.data}" if item.data else "", spec)], (), "surface")]
        left, right = self.source.parts(item, self.query)
        ground = "accent_soft" if focused else "surface"
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        bold = [(text, f"{spec} b" if focused and spec == "foreground" else spec) for text, spec in left]
        more = self._cut(left, right, lane.width) if lane.shows_whole(item) else []
        if more:
            begin = " " * (cell_len("".join(text for text, _ in left[:-1])) + 3)
            rows = [ink.row(lane.width, [(begin, "muted"), (line, left[-1][1])], (), ground) for line in more[1:]]
            bold[-1] = (f" {more[0]}", left[-1][1])
        first = ink.row(lane.width, [bar, (" ", "foreground"), *bold], [*right, (" ", "faint")], ground)
        return [first, *rows] if more else [first]

    @staticmethod
    def _cut(left: list[Part], right: list[Part], width: int) -> list[str]:
        """The words behind a name in two lines, where one does not hold them; none where it does."""
        if len(left) < 2 or not left[-1][0].startswith(" "):
            return []
        room = width - 5 - cell_len("".join(text for text, _ in (*left[:-1], *right)))
        words = left[-1][0].strip()
        return wrap(words, room, most=2) if room > 12 and cell_len(words) > room else []

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        """The one that can be taken is told whole."""
        if not focused or not item.key or item.kind == "group":
            return 1
        return max(1, len(self._cut(*self.source.parts(item, self.query), width)))

    def click(self, hit: Hit) -> str:
        """One click chooses."""
        return "choose" if hit.lane == 0 and hit.key and self.lanes[0].seek(hit.key) else ""


class Chooser(Typing):
    """The overlay. It closes when the source is content, and stays with a sentence when it is not."""

    BINDINGS = [
        ELSEWHERE,
        Binding("escape", "close", "Close", id="choose.close"),
        Binding("ctrl+r", "code", "A code instead", id="choose.code", priority=True),
        Binding("up", "move(-1)", "Up", id="choose.up", priority=True),
        Binding("down", "move(1)", "Down", id="choose.down", priority=True),
        Binding("tab", "move(1)", "Down", id="choose.next", priority=True),
        Binding("shift+tab", "move(-1)", "Up", id="choose.previous", priority=True),
        Binding("pagedown", "page(1)", "A page down", id="choose.pagedown", priority=True),
        Binding("pageup", "page(-1)", "A page up", id="choose.pageup", priority=True),
    ]

    opened_by = ""
    """The command that did, where one did at once."""

    def __init__(self, office: Office, ink: Ink, source: Source) -> None:
        super().__init__()
        self._office, self._ink, self._source = office, ink, source
        self._choices = Choices(office, ink, source)
        self._why = ""
        self._stop_listening: Callable[[], None] | None = None
        self._reading: Iterator[int] | None = None
        self._steps = 0

    def compose(self) -> ComposeResult:
        """A title, the field, the list, the keys."""
        with Container(id="chooser"):
            yield Lines(self._ink, self._title, 1, classes="inset")
            yield Field(
                id="line", placeholder=self._source.placeholder, password=getattr(self._source, "secret", False)
            )
            yield Canvas(id="choices")
            yield Lines(self._ink, self._keys, 2, id="how", classes="inset")

    def begin(self) -> None:
        """The choices, and what the source would like to look through."""
        self._canvas = self.query_one(Canvas)
        self._canvas.can_focus = False
        self._canvas.show(self._choices)
        self._stop_listening = self._office.subscribe(self._heard)
        if getattr(self._source, "brief", False):
            rows = len(self._choices.lanes[0].items) + AROUND
            self.query_one("#chooser").styles.height = max(LEAST, min(MOST, rows))
        if reading := getattr(self._source, "reading", None):
            self._read(reading())

    def _read(self, reading: Iterator[int]) -> None:
        """Read what the source would like to look through as well: a part, then whatever was pressed, then another."""
        if self._reading is None:
            self.set_timer(READ_EVERY, self._read_on)
        self._reading = chain(self._reading or (), reading)

    def _read_on(self) -> None:
        left = next(self._reading, None) if self._reading else None
        self._steps += 1
        if left is None:
            self._reading = None
        else:
            self.set_timer(READ_EVERY, self._read_on)
        if (left is None or self._steps % SHOWN_EVERY == 0) and self._choices.query.strip():
            if not left and self._choices.lanes[0].key == "older":
                self._choices.ask(self._choices.query)  # that row is gone: the first one found
            self._choices.dirty = True
            self.read_again()

    def on_unmount(self) -> None:
        """Stop listening, and let go of what was read: set aside, the collector would never find it."""
        if self._stop_listening:
            self._stop_listening()
        self._reading = None
        if hasattr(self._source, "let_go"):
            self._source.let_go()

    def _heard(self, change: Change | None) -> None:
        self._choices.dirty = True
        self.call_next(self.read_again)

    def draft(self) -> Doc:
        """What is typed, but no passphrase, and the command that opens the list again."""
        command = getattr(self._source, "command", "") or self.opened_by
        seen = command and not getattr(self._source, "secret", False)
        return {"open": "command", "command": command, **self._field.draft()} if seen else {}

    def take_up(self, doc: Doc) -> None:
        """Go on with it."""
        self._field.take_up(doc)

    def _title(self, width: int) -> list[Strip]:
        return [self._ink.row(width, [(self._source.title, "foreground b")], (), "surface")]

    def _keys(self, width: int) -> Sequence[Strip | Ways]:
        ink = self._ink
        if self._why:
            spec = "foreground" if isinstance(self._why, Saved) else "clay"
            rows = [ink.row(width, [(line, spec)], (), "surface") for line in wrap(self._why, width, most=3)]
            return [*rows, Ways((WAY,))] if isinstance(self._why, Unkept) and self.written() else rows
        keys = (
            Way(ink.signs.enter, self._source.enter, "pick"),
            Way("↑ ↓" if ink.signs.enter == "↵" else "up down", "choose", "move(1)"),
            Way("esc", "close", "close"),
        )
        found = remark(self._office, self._field.value) if getattr(self._source, "own_words", False) else None
        return [ways(found) if found else ink.blank(width, "surface"), Ways(keys)]

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._why = ""
        self._choices.ask(event.value)
        self._canvas.show(self._choices)
        self._say_why()

    def action_move(self, by: int) -> None:
        """To the next choice."""
        before = self._canvas.mark()
        self._choices.move(by)
        self._canvas.moved(before)

    def action_page(self, by: int) -> None:
        """A screenful."""
        before = self._canvas.mark()
        self._choices.lanes[0].page(by)
        self._canvas.moved(before)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_pick()

    @on(Canvas.Clicked)
    def _clicked(self, event: Canvas.Clicked) -> None:
        event.stop()
        if event.command == "choose":
            self.action_pick()

    def on_click(self, event: events.Click) -> None:
        """A click beside the box closes it."""
        if event.widget is self:
            self.dismiss()

    def action_pick(self) -> None:
        """Take what is chosen."""
        lane = self._choices.lanes[0]
        item = lane.items[lane.cursor] if lane.key else Item("", "nothing")
        if item.kind == "more":
            gc.collect()  # what is over with goes now, and nothing of it is set aside
            self._read(_set_aside(self._source.more()))  # type: ignore[attr-defined]
            self._choices.dirty = True
            self.read_again()
            return
        typed = self._source.typed(item) if hasattr(self._source, "typed") else ""
        if typed:
            self._field.value, self._field.cursor_position = typed, len(typed)
            return
        self._why = self._source.pick(item, self._choices.query)
        if self._why or getattr(self._source, "stays", False):
            if not self._why and getattr(self._source, "clears", False):
                self._field.value = ""
            self._choices.dirty = True
            self.read_again()
            self.query_one(Lines).redraw()
            self._say_why()
        else:
            self.dismiss()

    def saved(self, path: str) -> None:
        """It stays here as well."""
        self._why = Saved(path)
        self._say_why()

    def _say_why(self) -> None:
        self.tell_why(self.query_one("#how", Lines), self._why)

    def action_close(self) -> None:
        """Close; nothing is done."""
        self.dismiss()
