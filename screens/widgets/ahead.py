"""Typing ahead: letters that come while an overlay is still opening are not lost."""

from __future__ import annotations

from textual import events

from screens.ink import lines_in


class TypesAhead:
    """Mixed into overlays with a field: what is typed before the field is there waits for it."""

    ahead = ""

    def type_ahead(self, character: str) -> None:
        """One more letter; overlays that are open already put it in at once."""
        self.ahead += character

    def paste_ahead(self, lines: list[str]) -> None:
        """Lines that are pasted before the field is there."""
        self.type_ahead(" ".join(lines))

    def on_paste(self, event: events.Paste) -> None:
        """No field has taken it."""
        event.stop()
        self.paste_ahead(lines_in(event.text))

    def on_key(self, event: events.Key) -> None:
        """A letter that no field has taken: it came before the field had the focus."""
        if event.is_printable and event.character:
            event.stop()
            self.type_ahead(event.character)
