"""What is said of a promise besides its story: a list of it, and one question for what is chosen."""

from __future__ import annotations

from typing import Any

from organizer.manner import keyed
from organizer.records.word import WHOM, Commitment
from organizer.repeat import explain
from organizer.word.finding import find
from organizer.words import minutes
from screens.asking import Asks, Question
from screens.desk import Desk
from screens.ink import Part, shown, who
from screens.widgets.field import Doc
from screens.widgets.lane import Item
from screens.word.questions import PROMISE

CHECK = {one.name: one for one in PROMISE}
PARTICULARS = (
    CHECK["text"],
    CHECK["who"],
    Question("whom", "Who is that?", ", ".join(WHOM), "", False, short="who is it"),
    CHECK["confirmed"],
    CHECK["chosen"],
    CHECK["serves"],
    Question("area", "In which area?", "documentation", "Or nothing, and just enter."),
    Question("theme", "Is it under the theme?", "yes, or no", "The theme that hangs now."),
    Question("estimate", "How long does it take?", "20m, 1h30", "Or nothing, and just enter.", short="takes"),
    Question("repeat", "How does it come back?", "every friday, or none", "", False, short="comes"),
)
"""In their order. The time is not among them: that is a new promise, and told."""
YES = {True: "yes", False: "no", None: ""}


def said(desk: Desk, made: Commitment, name: str) -> str:
    """What is said there, for people."""
    practice, value = desk.office.practice, getattr(made, name)
    if name in ("confirmed", "chosen"):
        return YES[value]
    if name == "area":
        return shown(practice.areas[value].name) if value in practice.areas else ""
    if name == "theme":
        return shown(getattr(practice.table("themes").get(value), "name", ""))
    if name == "estimate":
        return minutes(value) if value else ""
    if name == "repeat":
        return explain(value._replace(on="")) if value else ""
    return who(value) if name == "who" else shown(str(value))


def typed(made: Commitment, name: str) -> str:
    """What stands in the field to begin with."""
    value: Any = getattr(made, name)
    if name in ("confirmed", "chosen"):
        return YES[value]
    if name == "theme":
        return "yes" if value else ""
    if name == "estimate":
        return f"{value}m" if value else ""
    return "" if name == "repeat" else str(value)


class Particulars:
    """The list: each with what is said there now."""

    title = "Change the promise"
    enter = "change it"

    def __init__(self, desk: Desk, id: str) -> None:
        self._desk, self._id = desk, id
        self.placeholder = keyed("what, to whom, area, theme; not its time: that is {word.renegotiate}")

    def items(self, query: str) -> list[Item]:
        """Those whose name or words hold what is typed."""
        low, made = query.strip().lower(), find(self._desk.office.practice, self._id)
        rows = [Item(one.name, "particular", (one, said(self._desk, made, one.name))) for one in PARTICULARS]
        fitting = [row for row in rows if low in f"{row.data[0].label} {row.data[0].title} {row.data[1]}".lower()]
        return fitting or [Item("", "", "There is nothing of that name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what is said there."""
        one, value = item.data
        words: Part = (value, "foreground") if value else (self._desk.ink.signs.dash, "faint")
        return [(f"{one.label:11}", "faint"), words], []

    def pick(self, item: Item, query: str) -> str:
        """Ask for it."""
        if not item.key:
            return "Choose one of these."
        self._desk.call_later(ask, self._desk, self._id, item.key)
        return ""


class Particular(Asks):
    """One of them, asked."""

    def __init__(self, desk: Desk, id: str, name: str) -> None:
        made = find(desk.office.practice, id)
        question = next(one for one in PARTICULARS if one.name == name)

        def keep(answers: dict[str, str]) -> str:
            return desk.attempt("word.edit", (id,), fields=answers)

        begun = {name: typed(made, name)}
        super().__init__(desk.office, desk.ink, "Change the promise", (question,), keep, "word.edit", begun, True)
        self._about_what = {"promise": id, "name": name}

    def draft(self) -> Doc:
        """Which it is, and what is typed."""
        return {**super().draft(), "open": "particular", **self._about_what}


def ask(desk: Desk, id: str, name: str) -> None:
    """Open the question of one."""
    desk.app.push_screen(Particular(desk, id, name))
