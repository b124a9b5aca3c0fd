"""A field to type in. What is pasted is never cut short, and nothing typed is markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from screens.ink import lines_in
from screens.veil import VEIL

Doc = dict[str, Any]
Coloring = Callable[[str], list[tuple[int, int, Style]]]


EDITING = {
    key: bound.action
    for bound in Input.BINDINGS
    if isinstance(bound, Binding) and bound.action not in ("submit", "copy", "cut")
    for key in bound.key.split(",")
}
"""The keys that move in what is typed or take from it, and what each does."""


class _Colored(Highlighter):
    """What is typed, colored as it is read; while names are hidden, dots stand in their place here too."""

    def __init__(self, coloring: Coloring | None) -> None:
        self._coloring = coloring

    def highlight(self, text: Text) -> None:
        typed = text.plain
        text.plain = VEIL.typed(typed)
        for start, end, style in self._coloring(typed) if self._coloring else ():
            text.stylize(style, start, end)


class Field(Input):
    """One line. Lines pasted beyond the first are told as `Pasted`; without anyone to take them they are joined."""

    class Pasted(Message):
        """More lines than one were pasted."""

        def __init__(self, lines: list[str]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, value: str = "", coloring: Coloring | None = None, many: bool = False, **options: Any) -> None:
        super().__init__(value, highlighter=_Colored(coloring), select_on_focus=False, **options)
        self._many = many
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        """Keys that move or delete are done here and now: as bindings they would come after the letters that follow,
        when somebody types faster than is drawn."""
        action = EDITING.get(event.key)
        if action:
            event.prevent_default()
            event.stop()
            await self.run_action(action)

    def draft(self) -> Doc:
        """What is typed, and where the cursor stands."""
        return {"text": self.value, "cursor": self.cursor_position}

    def take_up(self, doc: Doc) -> None:
        """Go on there."""
        self.value = str(doc.get("text", ""))
        self.cursor_position = int(doc.get("cursor", len(self.value)))

    def action_copy(self) -> None:
        """What is typed unseen is not copied."""
        if self.password:
            raise SkipAction
        super().action_copy()

    def action_cut(self) -> None:
        """What is typed unseen is cut and nothing more."""
        if self.password:
            self.delete_selection()
        else:
            super().action_cut()

    def on_paste(self, event: events.Paste) -> None:
        """Take in all of it."""
        event.prevent_default()
        event.stop()
        lines = lines_in(event.text)
        if self._many and len(lines) > 1:
            self.post_message(self.Pasted(lines))
        elif lines:
            self.insert_text_at_cursor(" ".join(lines))
