"""Start small: five minutes on the smallest next step. It only ever says "enough, or five more?"."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.office import Office
from screens.dialogs.overlay import Overlay
from screens.hiding import turn
from screens.ink import Ink, Part, shown, wrap
from screens.path import path
from screens.widgets.keybar import key_of
from screens.widgets.lines import Lines, Way, Ways

MINUTES = 5


class Small(Overlay):
    """The overlay: the step, a path of five minutes, and what to do when they are over."""

    BINDINGS = [
        Binding("escape", "enough", "Enough for now", id="small.enough"),
        Binding("enter", "more", "Five more", id="small.more"),
        Binding("h", "names", "Hide names", id="small.privacy.names"),
        Binding("space", "done", "The step is done", id="small.entry.done"),
    ]

    def __init__(self, office: Office, ink: Ink, id: str, step_done: Callable[[], object]) -> None:
        super().__init__()
        self._office, self._ink, self._entry, self._step_done = office, ink, id, step_done
        self._begun = office.clock.now()

    def compose(self) -> ComposeResult:
        """One sheet."""
        with Container(id="small"):
            yield Lines(self._ink, self._rows, 9, classes="inset")

    def on_mount(self) -> None:
        """Look at the clock now and then; nothing moves between."""
        self._lines = self.query_one(Lines)
        self.set_interval(5, self._lines.redraw)

    @property
    def _gone(self) -> float:
        """Minutes since it was started, or since five more were taken."""
        return (self._office.clock.now() - self._begun).total_seconds() / 60

    def _rows(self, width: int) -> list[Strip | Ways]:
        ink = self._ink
        entry = self._office.practice.entry(self._entry)
        if entry is None:
            return []
        over = self._gone >= MINUTES
        left = max(1, MINUTES - int(self._gone))
        words = "Five minutes. Enough, or five more?" if over else f"{left} min left"
        step = wrap(entry.step or entry.text, width - 4)[0]
        way = path(ink, width, MINUTES + 1, min(1.0, self._gone / MINUTES))
        parts: list[Part] = [(f"{ink.signs.step} ", "accent"), (step, "foreground b")]
        return [
            ink.row(width, [("Start small", "foreground b")], (), "surface"),
            ink.blank(width, "surface"),
            ink.row(width, parts, (), "surface"),
            ink.row(width, [("  ", "faint"), (shown(entry.text) if entry.step else "", "faint")], (), "surface"),
            ink.blank(width, "surface"),
            ink.row(width, way, (), "surface"),
            ink.row(width, [(words, "foreground" if over else "faint")], (), "surface"),
            ink.blank(width, "surface"),
            self._keys(over),
        ]

    def _keys(self, over: bool) -> Ways:
        more = (Way(self._ink.signs.enter, "five more", "more"),) if over else ()
        done = key_of(COMMANDS["entry.done"], self._ink)
        return Ways((Way(done, "the step is done", "done"), *more, Way("esc", "enough", "enough")))

    def action_names(self) -> None:
        """Hide names, or show them."""
        turn(self, self._office)

    def action_more(self) -> None:
        """Five more, once the first are over."""
        if self._gone >= MINUTES:
            self._begun = self._office.clock.now()
            self._lines.redraw()

    def action_done(self) -> None:
        """The step is done: say the one after it."""
        self.dismiss()
        self._step_done()

    def action_enough(self) -> None:
        """Enough for now; the task stays under way."""
        self.dismiss()
