"""The smallest useful Textual app: one line of text, two keys. Quit: q."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareStatic(App[None]):
    """A counter."""

    BINDINGS = [("q", "quit", ""), ("down", "count(1)", ""), ("up", "count(-1)", "")]
    number = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("READY 0")

    def action_count(self, by: int) -> None:
        """Show another number."""
        self.number += by
        self.query_one(Static).update(f"READY {self.number}")


if __name__ == "__main__":
    BareStatic().run()
