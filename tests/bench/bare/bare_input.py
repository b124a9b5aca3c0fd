"""One field that filters N titles while you type, the matches drawn line by line: `bare_input.py N`. Quit: ctrl+q."""

import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input

from tests.bench.titles import titles


class Matches(ScrollView):
    """The titles that match."""

    rows: tuple[str, ...] = ()

    def show(self, rows: tuple[str, ...]) -> None:
        """Other titles than before."""
        self.rows = rows
        self.virtual_size = Size(80, len(rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One title."""
        row = y + self.scroll_offset.y
        return Strip([Segment(self.rows[row] if row < len(self.rows) else "")]).adjust_cell_length(self.size.width)


class BareInput(App[None]):
    """A field over a list."""

    CSS = "Input { height: 1; border: none; } Matches { height: 1fr; }"
    BINDINGS = [("ctrl+q", "quit", "")]

    def __init__(self, count: int) -> None:
        super().__init__()
        self.titles = [(title, title.lower()) for title in titles(count)]

    def compose(self) -> ComposeResult:
        """Field and list; no blinking, which would be taken for an answer."""
        field = Input(placeholder="READY")
        field.cursor_blink = False
        yield field
        yield Matches()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter by the words typed so far."""
        typed = event.value.lower()
        self.query_one(Matches).show(tuple(title for title, low in self.titles if typed in low))


if __name__ == "__main__":
    BareInput(int(sys.argv[1])).run()
