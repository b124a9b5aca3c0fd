"""A widget made of a few rows that are drawn once and kept until something they say changes."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.ink import Ink


class Drawn(Widget):
    """Base of rail, band, tabs, quiet line and key bar. `targets` say what a click on a cell means."""

    class Pressed(Message):
        """A target was clicked: the id of a command."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, ink: Ink, **options: Any) -> None:
        super().__init__(**options)
        self.ink = ink
        self.ground = "background"
        self.targets: list[tuple[int, int, int, str]] = []
        self._rows: list[Strip] | None = None
        self._drawn_for = Size(0, 0)

    def rows(self, width: int, height: int) -> list[Strip]:
        """The rows for so many cells; sets `targets`."""
        return []

    def redraw(self) -> None:
        """Something it says has changed."""
        self._rows = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        if self._rows is None or self._drawn_for != self.size:
            self.targets = []
            self._drawn_for = self.size
            self._rows = self.rows(self.size.width, self.size.height)
        return self._rows[y] if y < len(self._rows) else self.ink.blank(self.size.width, self.ground)

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        event.stop()
        for line, begin, end, command in self.targets:
            if line == event.y and begin <= event.x < end:
                self.post_message(self.Pressed(command))
                return
