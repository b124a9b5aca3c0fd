"""100,000 rows drawn line by line, nothing else mounted; moving the cursor refreshes two of them. Quit: q."""

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

ROWS = 100_000
PLAIN, HERE, FACT = Style(color="white"), Style(color="black", bgcolor="cyan"), Style(color="bright_black")


class Lines(ScrollView, can_focus=True):
    """A list with a cursor."""

    BINDINGS = [
        ("down", "move(1)", ""),
        ("up", "move(-1)", ""),
        ("pagedown", "move(30)", ""),
        ("pageup", "move(-30)", ""),
    ]
    at = 0

    def on_mount(self) -> None:
        """As tall as its rows."""
        self.virtual_size = Size(80, ROWS)

    def render_line(self, y: int) -> Strip:
        """One row, only when it is on the screen."""
        row = y + self.scroll_offset.y
        words = f"{'>' if row == self.at else ' '} READY {row} write up the notes of meeting {row % 37}"
        strip = Strip([Segment(words, HERE if row == self.at else PLAIN), Segment("  #records due June 11", FACT)])
        return strip.adjust_cell_length(self.size.width)

    def action_move(self, by: int) -> None:
        """Move the cursor; scroll a page when it leaves the screen."""
        before, self.at = self.at, max(0, min(ROWS - 1, self.at + by))
        top, height = self.scroll_offset.y, self.size.height
        if top <= self.at < top + height:
            self.refresh(*(Region(0, row - top, self.size.width, 1) for row in (before, self.at)))
        else:
            self.scroll_to(y=self.at - (height - 1 if by > 0 else 0), animate=False, immediate=True)
            self.refresh()


class BareScroll(App[None]):
    """The list and a way out."""

    BINDINGS = [("q", "quit", "")]

    def compose(self) -> ComposeResult:
        """Nothing but the list."""
        yield Lines()

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one(Lines).focus()


if __name__ == "__main__":
    BareScroll().run()
