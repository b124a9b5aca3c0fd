"""The tour: five minutes around the house, a stop at each place; it can be left at any of them."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip

from organizer.manner import keyed
from screens.desk import Desk
from screens.dialogs.overlay import Overlay
from screens.ink import wrap
from screens.widgets.lines import Lines, Way, Ways

TALL = 8


class Stop(NamedTuple):
    """One stop: the place behind it, what it is called, and what is said."""

    place: str
    title: str
    words: str


STOPS = (
    Stop("today", "Today", "The morning page: three chosen for the day, what else is due, who waits to hear from me. "
         "{entry.pick} picks one of the three, {entry.done} is done, {entry.small} starts small: five minutes on the "
         "next step."),
    Stop("today", "Catch anything", "{catch} opens one line from anywhere: call the payer friday ~20m #accounting. "
         "Day, area and minutes are read from it and said back before it is kept."),
    Stop("board", "The Board", "All open tasks by area. Enter opens one in full; {entry.move} and the arrows carry it "
         "to another column, {board.view} shows them by stage."),
    Stop("journal", "The Journal", "A page for each day, written at its foot. What is left over is carried on, "
         "scheduled, or let go: a decision, one line at a time."),
    Stop("theme", "The theme", "What the year is to feel like, found in about ten minutes, framed for the wall and "
         "written a hundred times."),
    Stop("word", "My Word", "Promises, and to whom. One that slipped is put right step by step, and counts like one "
         "that was kept."),
    Stop("door", "The Front Door", "Who waits, by office hours; the way in, with its snags; and what clients tell. "
         "{door.answer} says what became of a call, {door.words} has words to say."),
    Stop("wins", "Wins", "Stars, a jar that fills, rewards of your own, and the year as a map."),
    Stop("rituals", "Rituals", "{office.toggle} opens the office in the morning and closes it at night, one question "
         "at a time. Week, month, quarter and year have theirs."),
    Stop("today", "To find the rest", "{find} finds anything by its words, {palette} any command by its name, {help} "
         "tells the keys of the screen, {undo} takes anything back. Nothing here can be broken."),
)  # fmt: skip


class Tour(Overlay):
    """What is said at a stop, below the place it is about."""

    BINDINGS = [
        Binding("enter,right,space", "on", "Next", id="tour.on"),
        Binding("b,left", "back", "Before", id="tour.back"),
        Binding("escape", "leave", "Enough", id="tour.leave"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._office, self._ink = desk, desk.office, desk.ink
        self._came_from, self._at = desk.place, 0

    def compose(self) -> ComposeResult:
        """One sheet at the foot."""
        with Container(id="tour"):
            yield Lines(self._ink, self._rows, TALL, classes="inset")

    def on_mount(self) -> None:
        """At the first stop."""
        self._show(0)

    def _rows(self, width: int) -> list[Strip | Ways]:
        ink, stop = self._ink, STOPS[self._at]
        blank = ink.blank(width, "surface")
        words = [
            ink.row(width, [(line, "foreground")], (), "surface") for line in wrap(keyed(stop.words), width, most=4)
        ]
        last = self._at == len(STOPS) - 1
        said = f"{self._at + 1} of {len(STOPS)}"
        keys = [Way(ink.signs.enter, "that was all" if last else "next", "on")]
        if self._at:
            keys.append(Way("b", "before", "back"))
        head = ink.row(width, [(stop.title, "foreground b")], [(said, "faint")], "surface")
        rows: list[Strip | Ways] = [head, blank, *words, *[blank] * (TALL - 3 - len(words))]
        return [*rows, Ways((*keys, Way("esc", "enough for now", "leave")))]

    def _show(self, at: int) -> None:
        self._at = at
        if self._desk.place != STOPS[at].place:
            self._desk.go(STOPS[at].place)
        self.query_one(Lines).redraw()

    def action_on(self) -> None:
        """To the next stop; after the last one back."""
        if self._at == len(STOPS) - 1:
            self.dismiss()
        else:
            self._show(self._at + 1)

    def action_back(self) -> None:
        """To the stop before."""
        if self._at:
            self._show(self._at - 1)

    def action_leave(self) -> None:
        """Back to where it began."""
        self.dismiss()
        self._desk.go(self._came_from)
        self._desk.say("Enough for now. ctrl+p, tour goes around again.")


def begin(desk: Desk) -> None:
    """Begin at the first stop."""
    desk.app.push_screen(Tour(desk))
