"""What came of trying a notification: by which way it went, what was tried before, and what to install if none did."""

from __future__ import annotations

from organizer.advice import advice
from organizer.notify import Sent
from screens.ink import Part, wrap
from screens.widgets.lane import Item


class Tried:
    """The list, in the chooser; nothing in it is chosen."""

    title = "A notification was sent"
    placeholder = ""
    enter = "close"

    def __init__(self, sent: Sent) -> None:
        self._sent = sent

    def items(self, query: str) -> list[Item]:
        """Sentences, broken into lines."""
        sent = self._sent
        said = f"It went by: {sent.way}." if sent.worked else "No way to tell anything was found on this machine."
        lines = [said, *(f"  {way}: {why}" for way, why in sent.tried), "", *advice(sent)]
        return [Item("", "", part) for line in lines for part in (wrap(line, 60) or [""])]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Nothing here is chosen."""
        return [], []

    def pick(self, item: Item, query: str) -> str:
        """Close it."""
        return ""
