"""The cover: a screen that shows nothing, for an office without a passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.screen import Screen
from textual.strip import Strip

from screens.ink import Ink, lettered, wrap
from screens.widgets.lines import Lines, Way, Ways

COVERED = "The screen is covered. Any key shows it again."
OFFER = "With a passphrase the office is locked instead, and nobody else can open it."


class Cover(Screen[None]):
    """Any key or click takes it away; `p` goes on to set a passphrase. `why` is said where a lock was meant."""

    CSS_PATH = "styles/lock.tcss"
    AUTO_FOCUS = None
    BINDINGS = [Binding("ctrl+c", "show", show=False, priority=True)]

    def __init__(self, ink: Ink, offer: Callable[[], object] | None, why: str = "") -> None:
        super().__init__()
        self._ink, self._offer, self._why = ink, offer, why

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        with Container(id="cover"):
            yield self._lines(self._rows, 6 if self._offer else 4, "words")
            if self._offer:
                yield self._lines(self._keys, 1, "ways")

    def _lines(self, make: Callable[[int], Sequence[Strip | Ways]], tall: int, id: str) -> Lines:
        lines = Lines(self._ink, make, tall, id=id)
        lines.ground = "background"
        return lines

    def _keys(self, width: int) -> list[Strip | Ways]:
        return [Ways((Way("p", "set a passphrase", "offer"), Way("esc", "show", "show")))]

    def _rows(self, width: int) -> list[Strip]:
        ink, title = self._ink, lettered("organizer")
        rows = [
            ink.row(width, [(" " * max(0, (width - len(title)) // 2), "faint"), (title, "accent b")]),
            ink.blank(width),
        ]
        said = self._why or COVERED
        rows += [ink.row(width, [(line.center(width), "muted")]) for line in wrap(said, width)]
        if self._offer:
            rows.append(ink.blank(width))
            rows += [ink.row(width, [(line.center(width), "faint")]) for line in wrap(OFFER, width)]
        return rows

    def dip(self, ink: Ink) -> None:
        """Draw with another ink from now on."""
        self._ink = ink
        for lines in self.query(Lines):
            lines.ink = ink
            lines.redraw()

    def on_key(self, event: events.Key) -> None:
        """Any key."""
        event.stop()
        if event.key == "p" and self._offer:
            self.action_offer()
        else:
            self.action_show()

    def on_click(self, event: events.Click) -> None:
        """A click as well."""
        self.action_show()

    def action_show(self) -> None:
        """Show what is behind it."""
        if self.app.screen is self:
            self.dismiss()

    def action_offer(self) -> None:
        """On to a passphrase."""
        if self.app.screen is self and self._offer:
            self.dismiss()
            self._offer()
