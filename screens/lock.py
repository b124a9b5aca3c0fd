"""The lock: the first picture of a sealed home. It knows nothing of the practice but that it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

from organizer import when
from organizer.clock import Clock
from screens.ink import Ink, lettered, wrap
from screens.widgets.field import Field
from screens.widgets.lines import Lines, Way, Ways

NAME = "organizer"
CLOSED = "The office is locked. Everything is safe inside."
ABOUT = (
    "Your pages are encrypted on this computer and go nowhere else. If the passphrase is ever lost, your printed "
    "recovery sheet opens the office again."
)
ASKED = "Your passphrase"
MOST = 3
"""Rows of a sentence above the field, at most."""
OPENING = "Opening the office…"
Unlock = Callable[[str], str]
"""A passphrase -> "" when it opened the office, else the sentence that says why not."""


class Lock(Screen[None]):
    """One field. `pause()` is how many seconds it takes until the next passphrase may be tried."""

    CSS_PATH = "styles/lock.tcss"
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-short"), (22, "-tall")]
    BINDINGS = [
        Binding("ctrl+q", "leave", "Leave it locked", id="lock.leave", priority=True),
        Binding("ctrl+c", "leaving", show=False, id="lock.leaving", priority=True),
    ]

    def __init__(self, ink: Ink, clock: Clock, unlock: Unlock, pause: Callable[[], float]) -> None:
        super().__init__()
        self._ink, self._clock, self._unlock, self._pause = ink, clock, unlock, pause
        self._why = ""
        self._ahead = ""
        self._field: Field | None = None
        self._opening = False

    def compose(self) -> ComposeResult:
        """The clock; what this is, what is asked for, the field, the keys, and a kindness."""
        yield self._lines(self._time, 1, "time")
        with Container(id="lock"):
            yield self._lines(self._head, 4, "head")
            yield self._lines(self._said, 1, "said")
            yield Field(id="line", password=True)
            yield self._lines(self._keys, 1, "how")
            yield self._lines(self._about, 5, "about")

    def _lines(self, make: Callable[[int], Sequence[Strip | Ways]], tall: int, id: str) -> Lines:
        lines = Lines(self._ink, make, tall, id=id)
        lines.ground = "background"
        return lines

    def on_mount(self) -> None:
        """Ready to type; the clock goes on."""
        self._field = field = self.query_one(Field)
        field.focus()
        field.value = self._ahead
        field.cursor_position = len(self._ahead)
        self._ticking = self.set_interval(1, self._tick)
        if self._pause():
            self._wait()

    def on_key(self, event: events.Key) -> None:
        """A letter that no field has taken: from before there was one, or before it had the focus."""
        if event.key == "enter":
            self.action_unlock()
        if not event.is_printable or not event.character:
            return
        event.stop()
        if self._field is None:
            self._ahead += event.character
        else:
            self._field.insert_text_at_cursor(event.character)

    # -- drawing

    def _time(self, width: int) -> list[Strip]:
        now = self._clock.now()
        day = f"{when.say_day(now)}   {when.say_time(f'{now:%H:%M}')}"
        return [self._ink.row(width, [], [(day, "faint"), ("   ", "faint")])]

    def _head(self, width: int) -> list[Strip]:
        ink, title = self._ink, lettered(NAME)
        rows = [ink.row(width, [(" " * max(0, (width - len(title)) // 2), "faint"), (title, "accent b")])]
        rows.append(ink.blank(width))
        for line in wrap(CLOSED, width):
            rows.append(ink.row(width, [(" " * max(0, (width - len(line)) // 2), "faint"), (line, "muted")]))
        return rows

    def _said(self, width: int) -> list[Strip]:
        """What is asked for; or why it did not open."""
        spec = "muted" if self._opening or not self._why else "clay"
        return [self._ink.row(width, [(line, spec)]) for line in wrap(self._why or ASKED, width, most=MOST)]

    def _keys(self, width: int) -> list[Strip | Ways]:
        enter = self._ink.signs.enter
        return [Ways((Way(enter, "unlock", "unlock"), Way("ctrl+q", "leave it locked", "leave")))]

    def _about(self, width: int) -> list[Strip]:
        return [self._ink.row(width, [(line, "faint")]) for line in wrap(ABOUT, min(52, width))]

    def dip(self, ink: Ink) -> None:
        """Draw with another ink from now on."""
        self._ink = ink
        for lines in self.query(Lines):
            lines.ink = ink
            lines.redraw()

    def _tick(self) -> None:
        self.query_one("#time", Lines).redraw()
        if self._why and not self._opening and self._pause():
            self._wait()
        elif self._why.startswith(NOT_IT) and not self._opening:
            self._say(f"{NOT_IT} Try again.")

    def _say(self, why: str) -> None:
        self._why = why
        said = self.query_one("#said", Lines)
        said.styles.height = len(wrap(why, max(1, said.size.width), most=MOST)) if why else 1
        said.redraw()

    def _wait(self) -> None:
        self._say(f"{NOT_IT} The next try is in {max(1, round(self._pause()))} s.")

    # -- doing

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_unlock()

    def action_unlock(self) -> None:
        """Try what is typed. The sentence is drawn first: what comes then takes a moment, and nothing moves."""
        if self._opening or self._field is None or not self._field.value:
            return
        if self._pause():
            self._wait()
            return
        self._opening = True
        self._say(OPENING)
        self.call_after_refresh(self._try)

    def _try(self) -> None:
        field = self.query_one(Field)
        given, field.value = field.value, ""
        why = self._unlock(given)
        self._opening = False
        if not why:
            self._ticking.stop()
            return
        if self._pause():
            self._wait()
        else:
            self._say(why)

    def action_leave(self) -> None:
        """Leave it locked."""
        self.app.exit(0)

    def action_leaving(self) -> None:
        """What elsewhere ends a program, here says how to leave."""
        self._say("ctrl+q leaves the office locked.")


NOT_IT = "That was not it."
