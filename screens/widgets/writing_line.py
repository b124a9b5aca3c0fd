"""A writing line at the foot of a page: what is typed is kept by enter, and the next may come at once."""

from __future__ import annotations

from typing import Any

from textual import events

from screens.ink import Part
from screens.widgets.field import Coloring, Field


class WritingLine(Field):
    """Base of the lines. Keys are taken in the order in which they came: enter keeps what was typed before it,
    whatever follows is the next line. What cannot be kept stays in it, with the reason."""

    of = ""
    """The place whose page it belongs to."""
    leaving: tuple[str, ...] = ("up", "shift+tab")
    """Keys that go back to the page while nothing is typed, as escape does at any time."""

    def __init__(self, desk: Any, text: str = "", coloring: Coloring | None = None) -> None:
        super().__init__(text, coloring, many=True, classes="writing")
        self.desk = desk

    @property
    def page(self) -> Any:
        """The page it belongs to."""
        return self.desk.page_of(self.of)

    # -- what subclasses say

    def written(self, lines: list[str]) -> str:
        """Keep lines: "" when it was done, else why not."""
        return ""

    def pressed(self, key: str) -> bool:
        """A key of its own; whether it is one."""
        return False

    def below(self) -> list[Part]:
        """What stands under it."""
        return []

    # -- where it stands

    def place(self) -> None:
        """Stand where the page has it."""
        x, rows, width = self.page.line_box()
        width_of_rail = self.desk.rail.styles.width.value if self.desk.rail.display else 0
        self.styles.offset = (int(width_of_rail) + x, self.app.size.height - 1 - rows)
        self.styles.width = width
        self.placeholder = self.invites(width)

    def invites(self, width: int) -> str:
        """What it says while nothing is in it."""
        return f"{self.page.leaf.hint}{self.desk.ink.signs.ellipsis}"

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Enter keeps, escape goes back to the page. When the line was left, a key that was under way is the desk's."""
        if not self.desk.writing:
            event.prevent_default()
            return
        if event.key == "enter":
            self.keep([self.value])
        elif event.key == "escape" or (event.key in self.leaving and not self.value):
            self.desk.stop_writing()
        elif not self.pressed(event.key):
            return
        event.prevent_default()
        event.stop()

    def on_focus(self) -> None:
        """The key bar tells its own keys."""
        self.desk.frame_keys()

    def on_blur(self) -> None:
        """It tells those of the page again."""
        self.desk.frame_keys()

    def press(self, id: str) -> None:
        """A click on one of its keys."""
        if id == "line.keep":
            self.keep([self.value])
        else:
            self.desk.stop_writing()

    def keep(self, lines: list[str]) -> None:
        """Keep lines; with nothing in them, back to the page."""
        if not any(line.strip() for line in lines):
            self.value = ""
            self.desk.stop_writing()
            return
        why = self.written(lines)
        if why:
            self.desk.say(why, care=True)
            return
        self.value = ""
        self.read()

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Lines that are pasted are kept, each one; what was typed begins the first."""
        event.stop()
        self.keep([self.value + event.lines[0], *event.lines[1:]])

    def watch_value(self, value: str) -> None:
        """What was read of it is said below."""
        self.read()

    def read(self) -> None:
        """Say below the line what there is to say of it."""
        if self.is_mounted and self.desk.writing and self.desk.place == self.of:
            self.desk.canvas.below(self.below())
