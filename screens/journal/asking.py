"""What is asked less often in the journal, mostly by name from the palette."""

from __future__ import annotations

from typing import Any

from organizer.commands.command import Command
from screens.desk import Desk
from screens.dialogs.ask import Asked, Question
from screens.ink import Part, shown
from screens.journal.doing import attempt, choose_from, page_of, selected, show
from screens.widgets.lane import Item


def ask_title(desk: Desk, command: Command) -> None:
    """The name of a new collection, or another name for the one that is open."""
    from screens.journal.keeping import ask_name, begin_collections, chosen

    if command.id == "collection.rename":
        ask_name(desk, chosen(desk))
        return
    question = Question("What shall it be called?", "website words, thank-yous to send", "begin it")
    choose_from(desk, Asked(desk.office, question, lambda text: begin_collections(desk, [text])))


def with_collection(desk: Desk, command: Command) -> None:
    """Put away, go on, reorder: the collection that is open or under the cursor."""
    from screens.journal.keeping import chosen, go_on

    if not chosen(desk):
        desk.say("Choose a collection first.", care=True)
    elif command.id == "collection.continue":
        go_on(desk)
    else:
        attempt(desk, command.id, page=chosen(desk))


def ask_habit_name(desk: Desk, command: Command) -> None:
    """What to track, or another name for what is chosen."""
    from screens.journal.tracking import ask_habit

    key = page_of(desk).item.key
    chosen = key.removeprefix("habit:") if key.startswith("habit:") and key != "habit:new" else ""
    ask_habit(desk, chosen if command.id == "habit.rename" else "")


def with_habit(desk: Desk, command: Command) -> None:
    """Tick, rest, stop: what is under the cursor in the month."""
    from screens.journal.tracking import on_habit

    means = {"habit.tick": "entry.done", "habit.pause": "entry.pick", "habit.retire": "entry.drop"}
    key = page_of(desk).item.key
    if not key.startswith("habit:") or key == "habit:new":
        desk.say("Choose what is tracked first, on the page of the month.", care=True)
    else:
        on_habit(desk, means[command.id])


def ask_look_back(desk: Desk, command: Command) -> None:
    """The questions at the end of the month that is open."""
    from screens.journal.tracking import look_back

    look_back(desk)


def ask_volume(desk: Desk, command: Command) -> None:
    """The sheet of a new volume."""
    from screens.journal.volume import NewVolume

    desk.app.push_screen(NewVolume(desk.office, desk.ink))


def ask_own_mark(desk: Desk, command: Command) -> None:
    """A sign and what it means, in one line."""

    def keep(text: str) -> str:
        mark, _, meaning = text.strip().partition(" ")
        why: str = desk.attempt(command.id, (), mark=mark, meaning=meaning)
        return why

    question = Question("A mark, and what it means", "$ money      (the mark alone takes it away)", "keep it")
    choose_from(desk, Asked(desk.office, question, keep))


def ask_mark(desk: Desk, command: Command) -> None:
    """One of all the marks there are."""
    ids = selected(desk, command)
    if ids:
        source = Marks(desk.office.practice.signs(), lambda name: desk.attempt(command.id, ids, name=name))
        choose_from(desk, source)


class Marks:
    """The marks that may stand before a line; `go(name)` gives "" or why not."""

    title = "Mark it"
    placeholder = "priority, idea, or one of your own"
    enter = "mark it"
    brief = True

    def __init__(self, signs: dict[str, str], go: Any) -> None:
        self._signs, self._go = signs, go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().lower()
        found = [Item(name, "mark", mark) for mark, name in self._signs.items() if low in f"{mark} {name}".lower()]
        return found or [Item("", "", "No mark by that name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The mark and its meaning."""
        return [(f"{item.data}  ", "accent b"), (shown(item.key), "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Set it, or take it away."""
        why: str = self._go(item.key) if item.key else "Choose one of the marks."
        return why


def ask_why(desk: Desk, command: Command) -> None:
    """The three questions, about the line under the cursor."""
    ids = selected(desk, command)
    if ids:
        from screens.journal.why import Why

        desk.app.push_screen(Why(desk.office, desk.ink, ids[0], lambda: desk.call_later(show, desk), carries=False))


def ask_order(desk: Desk, command: Command) -> None:
    """Down by one, on its page."""
    from screens.journal.keeping import reorder

    reorder(desk, 1)


def number(desk: Desk, command: Command) -> None:
    """Number the pages that have no number."""
    attempt(desk, command.id)
