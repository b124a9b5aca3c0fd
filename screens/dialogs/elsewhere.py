"""Save elsewhere: what was typed and cannot be kept now, into a file of the person's choice."""

from __future__ import annotations

from collections.abc import Callable

from organizer import elsewhere
from organizer.errors import OrganizerError
from screens.ink import Part
from screens.widgets.lane import Item


class Elsewhere:
    """Files to pick from, and whatever is typed; `saved(path)` is told which."""

    title = "Save what you typed to a file"
    placeholder = "a file or a folder, on another disk perhaps"
    enter = "save it there"

    def __init__(self, lines: list[str], saved: Callable[[str], None]) -> None:
        self._lines, self._saved = lines, saved

    def items(self, query: str) -> list[Item]:
        """What is typed, or the usual places."""
        places = [query.strip()] if query.strip() else elsewhere.places()
        return [Item(place, "file", "") for place in places] or [Item("", "", "Type the name of a file.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name."""
        return [(f"  {item.key}", "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Write it."""
        if not item.key:
            return "Type the name of a file first."
        try:
            self._saved(elsewhere.save(item.key, self._lines))
        except OrganizerError as error:
            return str(error)
        return ""
