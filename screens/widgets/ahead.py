"""Typing ahead: letters that come while an overlay is still opening are not lost."""

from __future__ import annotations


class TypesAhead:
    """Mixed into overlays with a field: what is typed before the field is there waits for it."""

    ahead = ""

    def type_ahead(self, character: str) -> None:
        """One more letter; overlays that are open already put it in at once."""
        self.ahead += character
