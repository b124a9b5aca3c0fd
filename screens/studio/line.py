"""The writing line of the studio: what is typed is kept by enter, and the next may come at once."""

from __future__ import annotations

from typing import Any

from textual import events

from screens.ink import Part
from screens.remark import remark
from screens.studio.page import ThemePage
from screens.widgets.field import Field


class StudioLine(Field):
    """The field. Enter keeps, escape goes back to the page; what cannot be kept stays in it, with the reason."""

    def __init__(self, desk: Any, text: str = "") -> None:
        super().__init__(text, many=True, classes="writing")
        self.desk = desk

    @property
    def page(self) -> ThemePage:
        """The page it belongs to."""
        page: ThemePage = self.desk.page_of("theme")
        return page

    def place(self) -> None:
        """Stand where the stop has it."""
        x, rows, width = self.page.line_box()
        width_of_rail = self.desk.rail.styles.width.value if self.desk.rail.display else 0
        self.styles.offset = (int(width_of_rail) + x, self.app.size.height - 1 - rows)
        self.styles.width = width
        self.placeholder = f"{self.page.leaf.hint}{self.desk.ink.signs.ellipsis}"

    def on_key(self, event: events.Key) -> None:
        """Enter keeps; on an empty line it goes back to the page, as escape does."""
        if not self.desk.writing:
            event.prevent_default()
        elif event.key == "enter":
            self._take(event)
            self.keep([self.value])
        elif event.key == "escape" or (event.key in ("up", "shift+tab", "tab") and not self.value):
            self._take(event)
            self.desk.stop_writing()
        elif event.key == "tab":
            self._take(event)

    @staticmethod
    def _take(event: events.Key) -> None:
        event.prevent_default()
        event.stop()

    def keep(self, lines: list[str]) -> None:
        """Keep lines."""
        if not any(line.strip() for line in lines):
            self.value = ""
            self.desk.stop_writing()
            return
        why = self.page.leaf.typed(self.desk, lines)
        if why:
            self.desk.say(why, care=True)
            return
        self.value = ""

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Lines that are pasted are kept, each one; what was typed begins the first."""
        event.stop()
        self.keep([self.value + event.lines[0], *event.lines[1:]])

    def watch_value(self, value: str) -> None:
        """What looks like a client's information is remarked on below."""
        self.read()

    def read(self) -> None:
        """Say below the line what there is to say."""
        if not self.is_mounted or self.desk.place != "theme" or not self.desk.writing:
            return
        found = remark(self.desk.office, self.value) if self.page.leaf.own_words else None
        parts: list[Part] = [(found.sentence, "muted")] if found else self.page.leaf.below(self.value)
        self.desk.canvas.below(parts)
