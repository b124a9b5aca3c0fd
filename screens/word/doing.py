"""What the keys and clicks of My Word do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.manner import keyed
from organizer.records.word import Step
from organizer.word.states import EXCUSABLE, STEPS, open_ways, state, why_not
from screens.desk import Desk
from screens.ink import Part
from screens.widgets.lane import Item
from screens.word.page import MyWord
from screens.word.questions import NOT_OWED, WORDS
from screens.word.questions import STEPS as ASKED
from screens.word.stops import CAUTION, cautioned

NEXT = ("say", "apologize", "plan", "repair", "close")


def page_of(desk: Desk) -> MyWord:
    """My Word, which is open."""
    page = desk.page
    assert isinstance(page, MyWord)
    return page


def kind_of(command: Command) -> str:
    """The end of a command's id: the step it takes."""
    return command.id.partition(".")[2]


def _chosen(desk: Desk) -> Any:
    """The promise under the cursor; None, and a kind sentence, when there is none."""
    one = page_of(desk).chosen
    if one is None:
        desk.say("Choose a promise first: ↑ ↓ move, or click one.", care=True)
    return one


def on_one(desk: Desk, id: str, command: str) -> None:
    """A command on a promise of which the cursor may be elsewhere, or which stands on the page no more."""
    from screens.doing import do

    page = page_of(desk)
    page.meant = id
    try:
        do(desk, command)
    finally:
        page.meant = ""


def _step(desk: Desk, command: Command) -> None:
    """Ask what a step needs, where it may be taken; else say what can be done instead."""
    one = _chosen(desk)
    if one is None:
        return
    kind = kind_of(command)
    bare = Step(kind.replace("_", " "), "", "x", note="x", told=True)
    why = why_not(one.commitment, bare, desk.office.clock.now(), desk.office.clock.zone())
    if why:
        desk.say(why, care=True)
        return
    from screens.asking import Asks

    title, questions = ASKED[kind]
    id = one.commitment.id
    if cautioned(one):
        questions = (questions[0]._replace(help=f"{questions[0].help} {CAUTION}"), *questions[1:])

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt(command.id, (id,), **(owed(answers) if bare.kind in EXCUSABLE else answers))

    asks = Asks(desk.office, desk.ink, title, questions, keep, command.id)
    asks.again = {"open": "step", "promise": id}
    desk.app.push_screen(asks)


def owed(answers: dict[str, str]) -> dict[str, Any]:
    """The answers; one that begins with "not owed" says that the step is not owed, and why."""
    note = answers.get("note", "")
    if not note.lower().startswith(NOT_OWED):
        return answers
    return {**answers, "note": note[len(NOT_OWED) :].strip(" ,:;.-"), "owed": False}


def _add(desk: Desk, command: Command) -> None:
    """`a` gives a word here; `c` catches a line as anywhere."""
    if command.id == "catch":
        from screens.answers import catch

        catch(desk, command)
    else:
        promise(desk, COMMANDS["word.give"])


def begin_with(desk: Desk, text: str) -> None:
    """Promise what was typed elsewhere."""
    from screens.word.giving import typed

    desk.app.push_screen(typed(desk.office, desk.ink, text, partial(desk.attempt, "word.give", ())))


def promise(desk: Desk, command: Command) -> None:
    """The check on entry, from anywhere; with an entry under the cursor, of what it says."""
    from screens.word.giving import begun, on_entry

    def run(*ids: Any, **answers: Any) -> str:
        why = desk.attempt(command.id, *ids, **answers)
        if not why and isinstance(desk.page, MyWord):
            desk.page.to_newest()
            desk.canvas.redraw()
        return why

    if command.id != "entry.word":
        desk.app.push_screen(begun(desk.office, command.id, run, desk.ink))
        return
    ids = desk.page.selection()
    why = command.allowed(desk.office.practice, ids)
    if why:
        desk.say("Choose a line first: ↑ ↓ move, or click one." if not ids else why, care=True)
        return
    entry = desk.office.practice.find(ids[0])
    desk.app.push_screen(on_entry(desk.office, desk.ink, entry, partial(run, ids)))


def _fields(desk: Desk, command: Command) -> None:
    """Put a promise otherwise: its words, whom it is for, what it serves."""
    one = _chosen(desk)
    if one is not None:
        from screens.dialogs.chooser import Chooser
        from screens.word.particulars import Particulars

        desk.app.push_screen(Chooser(desk.office, desk.ink, Particulars(desk, one.commitment.id)))


ASKING: dict[str, Callable[[Any, Command], None]] = {"catch": _add, "word step": _step, "word fields": _fields}


# -- ways about


def next_step(one: Any) -> str:
    """The step that leads on from where a promise is, or ""."""
    return next((kind for kind in NEXT if one.state in STEPS[kind].frm), "")


def _next(desk: Desk) -> None:
    one = _chosen(desk)
    if one is None:
        return
    kind = next_step(one)
    if kind:
        _step(desk, COMMANDS[f"word.{kind}"])
    elif one.state in ("asked", "countered"):
        _more(desk)
    elif one.state == "kept":
        desk.say(keyed("This one is kept. {word.more} says what else happened with it."))
    else:
        desk.say(
            keyed("Nothing here has slipped. {word.keep} keeps it, {word.renegotiate} agrees on a new time."), care=True
        )


def _words(desk: Desk) -> None:
    one = _chosen(desk)
    if one is not None:
        from screens.dialogs.chooser import Chooser

        kind = next_step(one) or ("renegotiate" if one.state in ("promised", "answering") else "promise")
        desk.app.push_screen(Chooser(desk.office, desk.ink, Words(desk, kind)))


def _more(desk: Desk) -> None:
    one = _chosen(desk)
    if one is not None:
        from screens.dialogs.chooser import Chooser

        now = state(one.commitment, desk.office.clock.now(), desk.office.clock.zone())
        kinds = [kind.replace(" ", "_") for kind in open_ways(now)]
        desk.app.push_screen(Chooser(desk.office, desk.ink, More(desk, one.commitment.id, kinds)))


def _view(desk: Desk) -> None:
    page = page_of(desk)
    page.counted = not page.counted
    page.dirty = True
    desk.go("word")


def _story(desk: Desk) -> None:
    page = page_of(desk)
    if page.chosen is None:
        if page.choose():
            desk.canvas.redraw()
        return
    from screens.word.story import Story

    desk.app.push_screen(Story(desk.office, desk.ink, page.selection()[0], desk))


ABOUT: dict[str, Callable[[Any], None]] = {
    "word.story": _story,
    "word.next": _next,
    "word.words": _words,
    "word.more": _more,
    "word.view": _view,
}


class Words:
    """Questions to write from; enter copies them. Nothing here is an answer."""

    title = "Words to start from"
    placeholder = "the words are your own"
    enter = "copy the questions"

    def __init__(self, desk: Desk, kind: str) -> None:
        self._desk, self._lines = desk, WORDS[kind]

    def items(self, query: str) -> list[Item]:
        """The questions of the step."""
        low = query.strip().lower()
        rows = [Item(line, "line", line) for line in self._lines if low in line.lower()]
        return [*rows, Item("", ""), Item("", "", "Nothing is sent anywhere. Write or say it yourself.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A question."""
        return [(str(item.data), "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Copy all of them, to write the answers below."""
        self._desk.app.copy_to_clipboard("\n\n".join(self._lines) + "\n")
        self._desk.call_later(self._desk.say, "Copied. The answers are your own.")
        return ""


class More:
    """Every step that can be taken now."""

    title = "What happened with it?"
    placeholder = "kept, declined, a new time"
    enter = "choose it"

    def __init__(self, desk: Desk, id: str, kinds: list[str]) -> None:
        self._desk, self._id = desk, id
        self._found = [COMMANDS[f"word.{kind}"] for kind in kinds]

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().lower()
        rows = [Item(c.id, "step", c) for c in self._found if low in f"{c.title} {c.help}".lower()]
        return rows or [Item("", "", "It is over with; there is no step from here.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what it means."""
        return [(f"{item.data.title:24}", "foreground"), (f" {item.data.help}", "muted")], []

    def pick(self, item: Item, query: str) -> str:
        """Take it."""
        if not item.key:
            return "Choose one of the steps."
        self._desk.call_later(on_one, self._desk, self._id, item.key)
        return ""


def take(desk: Desk, id: str) -> bool:
    """Escape closes the figures; whether that was all."""
    if id != "back" or not page_of(desk).counted:
        return False
    _view(desk)
    return True


# -- the mouse


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on what was chosen opens its story; whether that was all."""
    if command == "choose":
        _story(desk)
    return command == "choose"
