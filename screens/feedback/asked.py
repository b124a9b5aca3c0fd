"""The office's own questions: one is chosen, and put otherwise."""

from __future__ import annotations

from organizer.feedback.questions import own
from screens.asking import Asks
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.door.asked import QUESTION
from screens.ink import Part, shown
from screens.widgets.lane import Item


def choose(desk: Desk, command: str) -> None:
    """Which of them."""
    desk.app.push_screen(Chooser(desk.office, desk.ink, Asked(desk, command)))


class Asked:
    """The list."""

    title = "Put a question otherwise"
    placeholder = "a word of it"
    enter = "that"

    def __init__(self, desk: Desk, command: str) -> None:
        self._desk, self._command = desk, command
        self._known = {one.id: one for one in own(desk.office.practice)}

    def items(self, query: str) -> list[Item]:
        """Those that hold what is typed."""
        low = query.strip().lower()
        fitting = [one for one in self._known.values() if low in f"{one.short} {one.text}".lower()]
        return [Item(one.id, "question", one) for one in fitting] or [Item("", "", "No question like that.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """How it is asked, and its name."""
        return [(shown(item.data.text), "foreground")], [(shown(item.data.short), "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Ask for its words."""
        if not item.key:
            return "Choose one of them."
        self._desk.call_later(self._ask, item.key)
        return ""

    def _ask(self, id: str) -> None:
        desk, one = self._desk, self._known[id]

        def keep(answers: dict[str, str]) -> str:
            return str(desk.attempt(self._command, (), question=id, **answers))

        begun = {"text": one.text, "short": one.short}
        desk.app.push_screen(Asks(desk.office, desk.ink, self.title, QUESTION, keep, self._command, begun, True))
