"""Typing ahead: letters that come while an overlay is still opening are not lost."""

from __future__ import annotations

from textual import events


class TypesAhead:
    """Mixed into overlays with a field: what is typed before the field is there waits for it."""

    ahead = ""

    def type_ahead(self, character: str) -> None:
        """One more letter; overlays that are open already put it in at once."""
        self.ahead += character

    def on_key(self, event: events.Key) -> None:
        """A letter that no field has taken: it came before the field had the focus."""
        if event.is_printable and event.character:
            event.stop()
            self.type_ahead(event.character)
