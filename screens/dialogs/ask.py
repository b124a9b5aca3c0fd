"""One question, one line: who it waits for, what the worst bit is, the smallest step."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from organizer import when
from organizer.office import Office
from screens.ink import Part
from screens.widgets.lane import Item


class Question(NamedTuple):
    """What is asked, an example, the word beside enter, and whether an empty line is an answer."""

    title: str
    placeholder: str
    enter: str
    may_be_empty: bool = False
    dated: bool = False


QUESTIONS = {
    "who": Question("Who does it wait for?", "payer, ask again friday", "wait", dated=True),
    "worst": Question("What is the worst bit?", "the call, the form, the number", "so be it", may_be_empty=True),
    "small": Question("What could be done in five minutes?", "open the folder", "start"),
    "minutes": Question("After how many minutes does the office lock itself?", "5, or off", "so be it"),
    "closing words": Question("With which words is the office closed?", "or nothing: the first ones", "so be it", True),
    "next": Question("And the next small step?", "or nothing, and just enter", "on", may_be_empty=True),
}
"""By what a command asks for (organizer/commands/tending.py)."""


class Asked:
    """A line to type, with the day that was read in it shown below; `go(text)` gives "" or why not."""

    own_words = True
    """What is typed is kept, so it is looked over (screens/remark.py)."""

    def __init__(self, office: Office, question: Question, go: Callable[[str], str], command: str = "") -> None:
        self.command = command
        self.title, self.placeholder, self.enter = question.title, question.placeholder, question.enter
        self._office, self._question, self._go = office, question, go

    def items(self, query: str) -> list[Item]:
        """The day that was read, if one is asked for."""
        now, day_first = self._office.clock.now(), self._office.practice.day_first
        found = when.find(query, now, day_first=day_first) if self._question.dated else None
        said = when.say(found.due, now, long=True) if found else ""
        return [Item("", "", f"ask again {said}" if said else "")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Nothing here is chosen."""
        return [], []

    def pick(self, item: Item, query: str) -> str:
        """The line is the answer."""
        if not query.strip() and not self._question.may_be_empty:
            return "A word or two will do. esc leaves it as it is."
        return self._go(query)
