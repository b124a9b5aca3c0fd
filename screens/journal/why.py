"""Put off before: three questions, one at a time. Each answer is kept at once; none has to be given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip
from textual.widgets import Input

from organizer.errors import OrganizerError
from organizer.office import Office
from screens.dialogs.overlay import Typing
from screens.ink import Ink, shown, wrap
from screens.path import steps
from screens.widgets.field import Field
from screens.widgets.lines import Lines, Way, Ways

ASKED = (
    ("matters", "Why does it matter?"),
    ("doing", "Why am I doing it?"),
    ("now", "Why now?"),
)
"""The name of each answer (organizer/commands/journal.py), and its question."""


class Why(Typing):
    """The overlay. After the last question the line is carried; esc leaves it where it stands."""

    BINDINGS = [Binding("escape", "leave", "It stays here", id="why.leave", priority=True)]

    def __init__(self, office: Office, ink: Ink, id: str, then: Callable[[], object], carries: bool = True) -> None:
        super().__init__()
        self._carries = carries
        self._office, self._ink, self._entry, self._then = office, ink, id, then
        self._asked, self._why = 0, ""

    def compose(self) -> ComposeResult:
        """What it is about, the path, the question, the line."""
        with Container(id="catch"):
            yield Lines(self._ink, self._about, 6, id="about", classes="inset")
            yield Field(id="line", placeholder="in a few words, or just enter")
            yield Lines(self._ink, self._keys, 2, id="how", classes="inset")

    def _about(self, width: int) -> Sequence[Strip | Ways]:
        ink = self._ink
        entry = self._office.practice.entry(self._entry)
        if entry is None:
            return []
        times = entry.deferrals
        said = "carried over once" if times == 1 else f"carried over {'twice' if times == 2 else f'{times} times'}"
        return [
            ink.row(width, [(shown(entry.text), "foreground b")], [(said, "faint")], "surface"),
            ink.blank(width, "surface"),
            ink.row(min(width, 44), steps(ink, min(width, 44), len(ASKED), self._asked), (), "surface"),
            ink.blank(width, "surface"),
            ink.row(width, [(ASKED[self._asked][1], "foreground")], (), "surface"),
            ink.blank(width, "surface"),
        ]

    def _keys(self, width: int) -> list[Strip | Ways]:
        if self._why:
            return [self._ink.row(width, [(line, "clay")], (), "surface") for line in wrap(self._why, width, most=2)]
        last = self._asked == len(ASKED) - 1
        enter = Way(
            self._ink.signs.enter, "next" if not last else "and carry it on" if self._carries else "that is why", "next"
        )
        return [Ways((enter, Way("esc", "it stays where it is", "leave")))]

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """Keep the answer, and ask the next; after the last, carry."""
        text = self._field.value.strip()
        if text:
            try:
                self._office.run("journal.why", (self._entry,), **{ASKED[self._asked][0]: text})
            except OrganizerError as error:
                self._why = str(error)
                self.query_one("#how", Lines).redraw()
                return
        self._field.value, self._why = "", ""
        if self._asked == len(ASKED) - 1:
            self.dismiss()
            self._then()
            return
        self._asked += 1
        for lines in self.query(Lines):
            lines.redraw()

    def action_leave(self) -> None:
        """It stays where it stands; what was answered is kept."""
        self.dismiss()
