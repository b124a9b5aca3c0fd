"""Replies from paper, typed a line each: the numbers in the order of the blank, then their words.

They are kept together when the last one is typed, so that no reply stands alone in what is kept.
"""

from __future__ import annotations

from organizer.feedback.holding import Reply, Said
from organizer.feedback.questions import own
from organizer.feedback.review import spots
from organizer.feedback.scores import point
from organizer.records.feedback import Question
from organizer.views.people import everybody
from screens.desk import Desk
from screens.door.page import FrontDoor
from screens.ink import Part, shown
from screens.widgets.lane import Item

NONE = ("-", "x", "0?")


def read(line: str, asked: list[Question]) -> tuple[dict[str, int], str] | None:
    """The scores in a line, by question, and the words behind them; None when a number does not fit its scale."""
    scores: dict[str, int] = {}
    rest = line.split()
    for one in asked:
        if not rest or not (rest[0] in NONE or rest[0].isdecimal()):
            break
        typed = rest.pop(0)
        if typed in NONE:
            continue
        at = point(typed, one.kind)
        if at is None:
            return None
        scores[one.id] = at
    return scores, " ".join(rest)


class Typing:
    """A line to type; below it what is read in it."""

    title = "Replies from paper"
    enter = "next; an empty line keeps them all"
    brief = True
    stays = clears = True

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        known = own(desk.office.practice)
        self._asked = [one for one in known if one.kind != "words"]
        self._words = next(one for one in known if one.kind == "words")
        self._warned = ""
        door = desk.page_of("door")
        assert isinstance(door, FrontDoor)
        self._typed = door.typed_replies
        self.placeholder = "4 5 - 3 9 the parking was hard"

    def items(self, query: str) -> list[Item]:
        """Each question with what is read for it."""
        found = read(query, self._asked)
        scores, words = found or ({}, "")
        rows = [Item("", "group", "Not kept yet: enter on an empty line keeps them")] if self._typed else []
        for number, one in enumerate(self._asked, 1):
            at = scores.get(one.id)
            said = "" if at is None else str(at + (one.kind == "scale"))
            rows.append(Item(f"q{number}", "question", (shown(one.short or one.text), _range(one), said)))
        return [*rows, Item("words", "question", (shown(self._words.short), "", shown(words)))]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The question, its scale, and what is read."""
        name, scale, said = item.data
        return [(f"{name[:26]:28}", "muted"), (said, "foreground")], [(scale, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """One more reply; an empty line keeps all of them."""
        self.stays = self.clears = True
        if not query.strip():
            return self._keep()
        found = read(query, self._asked)
        self.clears = False
        if found is None:
            return "A number there is not on its scale. A dash stands for none."
        if not found[0] and not found[1]:
            return "There is nothing in it yet: numbers in the order of the blank, then their words."
        if found[1] and self._warned != query and spots(found[1], everybody(self._desk.office.practice)):
            self._warned = query
            return "Somebody may be named in the words. Put it otherwise; or enter once more, when nobody is."
        self.clears = True
        self._typed.append(found)
        return ""

    def _keep(self) -> str:
        if not self._typed:
            self.stays = False
            return ""
        month = f"{self._desk.office.clock.now():%Y-%m}"
        replies = [Reply(month, scores) for scores, _ in self._typed]
        said = [Said(month, self._words.id, words) for _, words in self._typed if words]
        why = str(self._desk.attempt("feedback.take", (), replies=replies, said=said, reviewed=True, again=True))
        if not why:
            self._typed.clear()
            self.stays = False
        return why


def _range(question: Question) -> str:
    return "0 to 10" if question.kind == "ten" else "1 to 5"
