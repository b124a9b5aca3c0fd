"""Find a setting: by its title, its help, or what it may be."""

from __future__ import annotations

from collections.abc import Callable

from organizer.office import Office
from organizer.settings import matching
from screens.ink import Part
from screens.widgets.lane import Item

EVERYWHERE = "everywhere"


class Named:
    """The settings that say what is typed; at the end the way to everything else. `go(name)`, "" for that."""

    title = "Find a setting"
    placeholder = "clock, holidays, passphrase"
    enter = "go there"

    def __init__(self, office: Office, go: Callable[[str], object]) -> None:
        self._office, self._go = office, go

    def items(self, query: str) -> list[Item]:
        """By group."""
        items: list[Item] = []
        for group, known in matching(query).items():
            items += [*([Item("", "")] if items else []), Item("", "group", group)]
            items += [Item(one.name, "setting", one) for one in known]
        return [*items, *([Item("", "")] if items else []), Item(EVERYWHERE, "everywhere")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The title, and what it is now."""
        if item.key == EVERYWHERE:
            return [("Find everywhere", "foreground")], [("tasks, journal, promises", "faint")]
        return [(item.data.title, "foreground")], [(item.data.said(self._office.practice), "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Go there."""
        self._go("" if item.key == EVERYWHERE else item.key)
        return ""
