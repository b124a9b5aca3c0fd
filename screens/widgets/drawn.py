"""A widget made of a few rows that are drawn once and kept until something they say changes."""

from __future__ import annotations

from typing import Any, TypeAlias

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.ink import Ink

Target: TypeAlias = tuple[int, int, int, str]
"""(row, first cell, cell after the last, id of the command a click there means)"""


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
        self.targets: list[Target] = []
        self._rows: list[Strip] | None = None
        self._drawn_for = Size(0, 0)
        self._says: object = None

    def rows(self, width: int, height: int) -> list[Strip]:
        """The rows for so many cells; sets `targets`."""
        return []

    def says(self) -> object:
        """All that is made into its rows, where it can be told: as long as that is the same, so are they."""
        return None

    def redraw(self) -> None:
        """Something it says has changed: the rows that differ are drawn again."""
        before, size, says = self._rows, self.size, self.says()
        if says is not None and says == self._says and before is not None and self._drawn_for == size:
            return
        self._says = says
        if before is None or self._drawn_for != size:
            self._rows = None
            self.refresh()
            return
        self.targets = []
        self._rows = self.rows(size.width, size.height)
        for y in range(size.height):
            if before[y : y + 1] != self._rows[y : y + 1]:
                self.refresh(Region(0, y, size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One row."""
        if self._rows is None or self._drawn_for != self.size:
            self.targets = []
            self._drawn_for, self._says = self.size, self.says()
            self._rows = self.rows(self.size.width, self.size.height)
        return self._rows[y] if y < len(self._rows) else self.ink.blank(self.size.width, self.ground)

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        event.stop()
        for line, begin, end, command in self.targets:
            if line == event.y and begin <= event.x < end:
                self.press(command)
                return

    def press(self, command: str) -> None:
        """A target was clicked."""
        self.post_message(self.Pressed(command))
