"""Another key for a command: it is pressed, and what has it already is shown at once, and can be swapped."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.commands.keys import rivals
from organizer.keymap import fixed, key_named, why_not
from organizer.office import Office
from screens.dialogs.overlay import Overlay
from screens.ink import Ink, Part, wrap
from screens.settings.keys import named
from screens.widgets.keybar import key_name
from screens.widgets.lines import Lines, Way, Ways

Give = Callable[[str, bool], str]
"""(key, whether the two are swapped) -> "" when it was given, else the sentence that says why not."""


class NewKey(Overlay):
    """The overlay. Enter and escape are never given away, so they mean here what they mean elsewhere."""

    BINDINGS = []

    def __init__(self, office: Office, ink: Ink, command: Command, give: Give) -> None:
        super().__init__()
        self._office, self._ink, self._command, self._give = office, ink, command, give
        self._key = self._why = ""
        self._rivals: list[Command] = []

    def compose(self) -> ComposeResult:
        """One sheet."""
        with Container(id="newkey"):
            yield Lines(self._ink, self._rows, 8, classes="inset")

    def on_mount(self) -> None:
        """Ready for a key."""
        self._lines = self.query_one(Lines)

    def dip(self, ink: Ink) -> None:
        """Draw with another ink from now on."""
        super().dip(ink)
        self._lines.redraw()

    def on_key(self, event: events.Key) -> None:
        """The key that is meant; enter swaps, escape leaves."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.action_leave()
        elif event.key == "enter":
            self.action_swap()
        else:
            self.try_key(event.key)

    def try_key(self, key: str) -> None:
        """Give it at once where it is free; else show who has it."""
        self._key, self._rivals = "", []
        name = key_named(key)
        self._why = why_not(COMMANDS, self._command.id, name or key)
        if not self._why:
            self._rivals = rivals(self._office.practice, self._command.id, name)
            self._key = name
            if not self._rivals:
                self._finish(False)
        self._lines.redraw()

    def _finish(self, swap: bool) -> None:
        self._why = self._give(self._key, swap)
        if not self._why:
            self.dismiss()

    def action_swap(self) -> None:
        """The two change keys."""
        if self._rivals:
            self._finish(True)
            self._lines.redraw()

    def action_leave(self) -> None:
        """It stays as it is."""
        self.dismiss()

    def _rows(self, width: int) -> list[Strip | Ways]:
        ink, signs, keymap = self._ink, self._ink.signs, self._ink.keymap
        now = key_name(keymap.key(self._command), signs)
        title: list[Part] = [("Another key for ", "muted"), (self._command.title, "foreground b")]
        words, spec = f"It is {now} now. Press the key it should have.", "foreground"
        if self._why:
            words, spec = self._why, "clay"
        elif self._rivals:
            other = self._rivals[0]
            where = named(other.places[0]) if other.places else "everywhere"
            words, spec = f"{key_name(self._key, signs)} is the key of “{other.title}” already ({where}).", "clay"
        lines = [*wrap(words, width, most=3), "", ""][:3]
        swap = self._rivals and not self._why and not fixed(self._rivals[0])
        keys = [Way(signs.enter, "swap the two", "swap")] if swap else []
        return [
            ink.row(width, title, (), "surface"),
            ink.blank(width, "surface"),
            *(ink.row(width, [(line, spec)], (), "surface") for line in lines),
            ink.blank(width, "surface"),
            Ways((*keys, Way("esc", "leave it as it is", "leave"))),
        ]
