"""Commands that need an answer: what each asks for, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from screens.board import Board
from screens.desk import Desk
from screens.widgets.keybar import HERE


def ids_of(desk: Desk, command: Command) -> tuple[str, ...] | None:
    """What the command is about; None (and a kind sentence) when it needs an entry and none is chosen."""
    ids = desk.page.selection()
    why = command.allowed(desk.office.practice, ids)
    if why:
        desk.say("Choose a line first: ↑ ↓ move, or click one." if not ids else why, care=True)
        return None
    return ids


def run(desk: Desk, command: Command, **answers: Any) -> None:
    """Run a command on what is selected, and say why when it was not done."""
    ids = ids_of(desk, command)
    if ids is None:
        return
    why = desk.attempt(command.id, ids, **answers)
    if why:
        desk.say(why, care=True)


def catch(desk: Desk, command: Command, *lines: str) -> None:
    """Open the field for a new line, or for lines there are already."""
    from screens.dialogs.catch import Catch

    around = desk.page.answers() if command.id == "catch.here" else {}

    def keep(lines: list[str], dates: bool) -> str:
        return desk.attempt("catch", (), lines=lines, dates=dates, **around)

    def promise(text: str) -> None:
        from screens.word.doing import begin_with

        desk.call_later(begin_with, desk, text)

    desk.app.push_screen(Catch(desk.office, desk.ink, keep, around, lines, promise))


def _promise(desk: Desk, command: Command) -> None:
    """Give a word, wherever that comes to mind."""
    from screens.word.doing import promise

    promise(desk, command)


def _fields(desk: Desk, command: Command) -> None:
    ids = ids_of(desk, command)
    if ids:
        from screens.dialogs.drawer import Drawer

        desk.app.push_screen(Drawer(desk.office, desk.ink, ids[0], editing=True))


def _when(desk: Desk, command: Command) -> None:
    ids = ids_of(desk, command)
    if ids:
        from screens.dialogs.chooser import Chooser
        from screens.dialogs.places import Later

        source = Later(desk.office, desk.ink, lambda text: desk.attempt(command.id, ids, when=text))
        desk.app.push_screen(Chooser(desk.office, desk.ink, source))


def _where(desk: Desk, command: Command) -> None:
    ids = ids_of(desk, command)
    if not ids:
        return
    page = desk.page
    if isinstance(page, Board):
        page.take_up()
        page.layout()
        desk.canvas.redraw()
        desk.say("← → carry it to another column, or click one.", HERE, stays=True)
        return
    from screens.dialogs.chooser import Chooser
    from screens.dialogs.places import Where

    source = Where(desk.office, desk.ink, lambda to, kind: desk.attempt(command.id, ids, to=to, kind=kind))
    desk.app.push_screen(Chooser(desk.office, desk.ink, source))


def _choice(desk: Desk, command: Command) -> None:
    why = desk.attempt(command.id, (), name=command.asks)
    if why:
        desk.say(why, care=True)


def _question(desk: Desk, command: Command, then: Callable[[], None] | None = None) -> None:
    """Ask for one line, and run the command with it; `then` follows when it was done."""
    from screens.dialogs.ask import QUESTIONS, Asked
    from screens.dialogs.chooser import Chooser

    ids = ids_of(desk, command)
    if not ids:
        return
    answer = {"who": "who", "worst": "text", "small": "step", "next": "next"}[command.asks]

    def go(text: str) -> str:
        why = desk.attempt(command.id, ids, **{answer: text})
        if not why and then:
            desk.call_later(then)
        return why

    desk.app.push_screen(Chooser(desk.office, desk.ink, Asked(desk.office, QUESTIONS[command.asks], go, command.id)))


def _small(desk: Desk, command: Command) -> None:
    """Start small: ask for a step where there is none, then five minutes on it."""
    ids = ids_of(desk, command)
    if not ids:
        return

    def begin() -> None:
        from screens.dialogs.small import Small

        desk.app.push_screen(Small(desk.office, desk.ink, ids[0], lambda: desk.call_later(next_step)))

    def next_step() -> None:
        _question(desk, COMMANDS["entry.step"])

    if desk.office.practice.find(ids[0]).step:
        run(desk, command)
        begin()
    else:
        _question(desk, command, begin)


def _shelf(desk: Desk, command: Command) -> None:
    """The packs of the trade, read when they are first asked for."""
    from screens.dialogs.chooser import Chooser
    from screens.dialogs.shelf import Shelf

    library = desk.library()
    if library is None:
        desk.say("The shelf is empty here.")
        return

    def adopt(tasks: list[Any], happened: list[Any], name: str) -> str:
        return desk.attempt(command.id, (), tasks=tasks, happened=happened, name=name)

    desk.app.push_screen(Chooser(desk.office, desk.ink, Shelf(desk.office, desk.ink, library, adopt)))


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": catch,
    "fields": _fields,
    "promise": _promise,
    "entry promise": _promise,
    "when": _when,
    "where": _where,
    "small": _small,
    "packs": _shelf,
    "who": _question,
    "worst": _question,
    "next": _question,
    **dict.fromkeys(("light", "signs", "day_first", "answer_within", "office_key"), _choice),
}
"""How the answer a command asks for is had."""
