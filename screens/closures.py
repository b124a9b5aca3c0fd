"""The closures, as a sheet: when the office is closed or open for other hours; add one, change, remove."""

from __future__ import annotations

from datetime import datetime

from textual.strip import Strip

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from organizer.records.door import Closure
from organizer.views.closures import closures
from organizer.words import count
from screens.asking import Asks, Question
from screens.ink import Ink, Part, shown
from screens.sheet import Sheet, keys_of
from screens.titled import Titled
from screens.widgets.lane import Item, Lane

LEADING = ("closure.add", "closure.edit", "closure.remove", "closure.holidays")
ADD = "days on which the office is closed"
QUESTIONS = (
    Question("days", "Which days?", "july 3, dec 24 to jan 2, aug 3-14", "Both the first and the last.", False),
    Question("what", "What is it?", "winter break", "Or nothing, and just enter."),
    Question("hours", "Open for a part of it?", "9 to noon", "Or nothing: closed all day."),
)
DAYS = 34
"""Cells of the days."""


class ClosuresPage(Titled):
    """Those ahead, the past ones, and a row to add one."""

    place = "closures"

    def items(self) -> list[Item]:
        """The closures, and a row to add one."""
        ahead, past = closures(self.office.practice, self.now)
        items = [Item(one.id, "closure", (one, False)) for one in ahead] + [Item("add", "add")]
        return items + [Item(one.id, "closure", (one, True)) for one in past]

    def title(self) -> tuple[str, str]:
        """How many are ahead, and whether holidays are."""
        many = sum(item.kind == "closure" and not item.data[1] for item in self.rows.items)
        open_ = self.office.practice.setting("closed_on_holidays", True) in (False, "no")
        fact = f"{count(many, 'closure')} ahead, federal holidays {'open' if open_ else 'closed'}"
        return "When the office is closed", fact

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One of them, or the row that adds one."""
        if item.kind == "add":
            return self.adding(lane.width, ADD, focused)
        bar, ground = self.bar(focused)
        one, past = item.data
        weight = "faint" if past else "foreground b" if focused else "foreground"
        hours = f"{when.say_time(one.opens)} to {when.say_time(one.closes)}" if one.opens else "closed"
        left: list[Part] = [bar, ("   ", "faint"), (f"{days_said(one, self.now):{DAYS}}", weight)]
        return [self.ink.row(lane.width, [*left, (shown(one.what), "muted")], [(f"{hours} ", "faint")], ground)]


def days_said(one: Closure, now: datetime) -> str:
    """Its days in words: "December 24 to January 2, 2027"."""
    first, last = (when.say(day, now) for day in (one.first, one.last))
    return first if one.first == one.last else f"{first} to {last}"


class Closures(Sheet):
    """The overlay."""

    BINDINGS = [*keys_of("closures")]
    box = "closures"
    place = "closures"
    opens = "closures"

    def __init__(self, office: Office, ink: Ink) -> None:
        super().__init__(office, ink, ClosuresPage(office, ink))

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The commands of the list."""
        return tuple(COMMANDS[id] for id in LEADING), (COMMANDS["back"]._replace(title="close"),)

    def do(self, id: str) -> None:
        """What a key means for the closure under the cursor."""
        one = self._office.practice.closures.get(self.key)
        if id == "closure.holidays":
            self.run(id)
        elif id == "closure.add":
            self._ask("Closed, or other hours", id, {}, {})
        elif one is None:
            self.say("Choose one first, or a to add one.", care=True)
        elif id == "closure.remove":
            self.run(id, closure=one.id)
        else:
            hours = f"{one.opens} to {one.closes}" if one.opens else ""
            days = one.first if one.first == one.last else f"{one.first} to {one.last}"
            self._ask("Change it", id, {"closure": one.id}, {"days": days, "what": one.what, "hours": hours})

    def _ask(self, title: str, command: str, about: dict[str, str], begun: dict[str, str]) -> None:
        def keep(answers: dict[str, str]) -> str:
            return self.attempt(command, True, **{**answers, **about})

        self.app.push_screen(Asks(self._office, self._ink, title, QUESTIONS, keep, command, begun, bool(begun)))

    def enter(self) -> None:
        """Change, or add."""
        self.do("closure.add" if self.key == "add" else "closure.edit")
