"""What became of it: the outcomes to choose from, and those of one who went away."""

from __future__ import annotations

from collections.abc import Callable

from organizer.commands.door import FOLLOWED
from organizer.door.outcomes import OUTCOMES, why_not
from organizer.records.door import Inquiry, Quiet
from screens.ink import Part
from screens.widgets.lane import Item

Go = Callable[[str], str]


class Outcomes:
    """Every outcome of an inquiry; `go(outcome)` gives "" or why not."""

    title = "What became of it?"
    placeholder = "reached, waitlist, names, full, left word"
    enter = "that"
    brief = True

    def __init__(self, inquiry: Inquiry, go: Go) -> None:
        self._inquiry, self._go = inquiry, go

    def items(self, query: str) -> list[Item]:
        """Those whose name or words hold what is typed."""
        low = query.strip().lower()
        found = [
            Item(name, "outcome", one)
            for name, one in OUTCOMES.items()
            if low in f"{name} {one.title} {one.help}".lower() and not why_not(self._inquiry, name)
        ]
        return found or [Item("", "", why_not(self._inquiry, "answered") or "No outcome by that name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what it means."""
        return [(f"{item.data.title:26}", "foreground"), (f" {item.data.help}", "muted")], []

    def pick(self, item: Item, query: str) -> str:
        """That one."""
        return self._go(item.key) if item.key else "Choose one of the outcomes."


class Following:
    """What can be done for one who went away, or came of it."""

    title = "Once, and kindly"
    placeholder = "followed up, they came back"
    enter = "that"

    def __init__(self, one: Quiet, go: Go) -> None:
        self._known = [name for name in FOLLOWED if name != "followed" or not one.followed]
        self._go = go

    def items(self, query: str) -> list[Item]:
        """Those that hold what is typed."""
        low = query.strip().lower()
        found = [Item(name, "outcome", FOLLOWED[name]) for name in self._known if low in FOLLOWED[name].lower()]
        return found or [Item("", "", "Nothing by that name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """In words."""
        return [(item.data, "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """That one."""
        return self._go(item.key) if item.key else "Choose one of them."
