"""Keeping a search under a name, calling it something else, and letting go of it."""

from __future__ import annotations

from organizer.manner import keyed
from screens.desk import Desk
from screens.ink import Part, shown
from screens.widgets.lane import Item


class Called:
    """What a search is to be called."""

    placeholder = "payers that have not answered"
    enter = "keep it"
    own_words = True

    def __init__(self, desk: Desk, command: str, what: str) -> None:
        self.title = "What is this search to be called?"
        self.command = command
        self._desk, self._what = desk, what

    def items(self, query: str) -> list[Item]:
        """What it finds stays the same."""
        return [Item("", "", keyed("It stands in find, under {find} before anything is typed."))]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A row."""
        return [(shown(str(item.data)), "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Keep it."""
        if self.command == "filter.save":
            return self._desk.attempt("filter.save", (), query=self._what, name=query)
        return self._desk.attempt("filter.rename", (self._what,), name=query)


def keep(desk: Desk, command: str, what: str) -> None:
    """What was chosen in find: save what is typed, or rename, or let go of, the search with that id."""
    if command == "filter.remove":
        why = desk.attempt(command, (what,))
        if why:
            desk.say(why, care=True)
        return
    from screens.dialogs.chooser import Chooser

    desk.app.push_screen(Chooser(desk.office, desk.ink, Called(desk, command, what)))
