"""Words in which somebody may be named, read one by one before anything of the file is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip
from textual.widgets import Input

from organizer.feedback.holding import Said
from organizer.feedback.review import spots, without
from organizer.office import Office
from organizer.views.people import everybody
from screens.desk import Desk
from screens.dialogs.overlay import Typing
from screens.ink import Ink, wrap
from screens.widgets.field import Field
from screens.widgets.lines import Lines, Way, Ways

TALL = 12
"""Rows for the words as they came."""


class Review:
    """Goes through them; `keep(all words)` is called after the last. Stopped, nothing is taken in."""

    def __init__(self, desk: Desk, said: Sequence[Said], flagged: Sequence[int],
                 keep: Callable[[tuple[Said, ...]], str]) -> None:  # fmt: skip
        self._desk, self._said, self._flagged, self._keep = desk, list(said), list(flagged), keep
        self._names = everybody(desk.office.practice)
        self._at = 0
        self._left: set[int] = set()

    def go_on(self) -> None:
        """The next one, or the end."""
        if self._at == len(self._flagged):
            said = tuple(one for at, one in enumerate(self._said) if at not in self._left)
            why = self._keep(said)
            if why:
                self._desk.say(why, care=True)
            return
        text = self._said[self._flagged[self._at]].text
        count = f"{self._at + 1} of {len(self._flagged)}"
        self._desk.app.push_screen(Reading(self._desk.office, self._desk.ink, text, count, self._names, self._read))

    def _read(self, text: str) -> None:
        """One is read: kept in these words, or left out when there are none."""
        at = self._flagged[self._at]
        if text:
            self._said[at] = self._said[at]._replace(text=text)
        else:
            self._left.add(at)
        self._at += 1
        self._desk.call_later(self.go_on)


class Reading(Typing):
    """The words as they came, and a line to put them otherwise; an empty line leaves them out."""

    BINDINGS = [
        Binding("escape", "stop", "Take in nothing", id="reading.stop", priority=True),
        Binding("ctrl+x", "leave_out", "Leave it out", id="reading.out", priority=True),
    ]

    def __init__(self, office: Office, ink: Ink, text: str, count: str, names: Any,
                 read: Callable[[str], None]) -> None:  # fmt: skip
        super().__init__()
        self._office, self._ink, self._text, self._count, self._names, self._read = (
            office,
            ink,
            text,
            count,
            names,
            read,
        )
        self._why = self._warned = ""

    def compose(self) -> ComposeResult:
        """The words, the line, the keys."""
        with Container(id="catch"):
            yield Lines(self._ink, self._about, TALL, id="about", classes="inset")
            yield Field(id="line", placeholder="nothing: it is left out")
            yield Lines(self._ink, self._keys, 3, id="how", classes="inset")

    def begin(self) -> None:
        """With the names taken out."""
        self._field.value = without(self._text, self._names)

    def _about(self, width: int) -> Sequence[Strip | Ways]:
        ink = self._ink
        rows = [
            ink.row(width, [("Somebody may be named here", "foreground b")], [(self._count, "faint")], "surface"),
            ink.blank(width, "surface"),
            *(
                ink.row(width, [(line, "foreground i")], (), "surface")
                for line in wrap(self._text, width, most=TALL - 4)
            ),
            ink.blank(width, "surface"),
        ]
        return [*rows, ink.row(width, [("In these words?", "muted")], (), "surface")]

    def _keys(self, width: int) -> Sequence[Strip | Ways]:
        ink = self._ink
        if self._why:
            return [ink.row(width, [(line, "clay")], (), "surface") for line in wrap(self._why, width, most=3)]
        keys = (Way(ink.signs.enter, "keep it so", "keep"), Way("^x", "leave it out", "leave_out"),
                Way("esc", "take in nothing", "stop"))  # fmt: skip
        return [ink.blank(width, "surface"), Ways(keys)]

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._why = ""
        self.query_one("#how", Lines).redraw()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep what stands in the line, once it names nobody, or once it was asked for twice."""
        text = " ".join(self._field.value.split())
        if text and text != self._warned and spots(text, self._names):
            self._warned = text
            self._why = "Somebody may still be named. Put it otherwise; or enter once more, when nobody is."
            self.query_one("#how", Lines).redraw()
            return
        self.dismiss()
        self._read(text)

    def action_leave_out(self) -> None:
        """These words are not taken in."""
        self.dismiss()
        self._read("")

    def action_stop(self) -> None:
        """Close; nothing of the file is kept."""
        self.dismiss()

    @property
    def typed(self) -> bool:
        """A click beside it does not stop the reading."""
        return True

    def written(self) -> list[str]:
        """What stands here is nobody's to save elsewhere."""
        return []
