"""From a key, a click or a palette line to what it does: about the screen, or a command with its answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.errors import OrganizerError
from organizer.words import sentence
from screens import answers, private, sheets
from screens.answers import catch, run
from screens.board import Board
from screens.desk import Desk
from screens.furniture import clicked_here, elsewhere, taken_here, ways
from screens.opened import opening
from screens.rituals import beginning
from screens.widgets.keybar import REDO, UNDO


def do(desk: Desk, id: str) -> None:
    """Do what a command says, asking first for what it needs. A desk that a lock took away does nothing more."""
    if not desk.is_attached:
        return
    with opening(desk.app, id):
        _do(desk, id)


def _do(desk: Desk, id: str) -> None:
    command, asks = COMMANDS[id], COMMANDS[id].asks
    if id not in CARRYING:
        put_down(desk)
    if taken_here(desk.place, desk, id):
        return
    if id.startswith("go."):
        desk.go(id.partition(".")[2])
    elif command.run is None:
        (ways(desk.place, "ABOUT").get(id) or ABOUT.get(id) or elsewhere("ABOUT", id, id))(desk)
    elif asks:
        (ways(desk.place, "ASKING").get(asks) or ASKING.get(asks) or elsewhere("ASKING", id, asks))(desk, command)
    else:
        run(desk, command)


# -- about the screen


def _vertical(by: int) -> Callable[[Desk], None]:
    return lambda desk: desk.moved(lambda: desk.page.move(by))


def _sideways(by: int) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        page = desk.page
        if isinstance(page, Board) and page.moving:
            carry(desk, page, by)
        else:
            desk.moved(lambda: page.sideways(by))

    return go


def _part(by: int) -> Callable[[Desk], None]:
    return lambda desk: desk.moved(lambda: desk.page.part(by))


CARRYING = ("move.left", "move.right", "back", "entry.open")
"""What does not put down the card that is carried, or says so itself."""


def carry(desk: Desk, board: Board, by: int) -> None:
    """Carry the chosen card so many columns to the left or right."""
    if by and 0 <= board.lane + by < len(board.lanes):
        _carry_to(desk, board, board.lanes[board.lane + by].name)


def _carry_to(desk: Desk, board: Board, column: str) -> None:
    why = desk.attempt("entry.move", board.selection(), to=column, kind=board.by)
    if why:
        desk.say(why, care=True)
    board.carried = board.carried or not why


def _back(desk: Desk) -> None:
    carried = isinstance(desk.page, Board) and desk.page.carried
    if desk.lookout.work is not None:
        from screens.beside import break_off

        if break_off(desk):
            return
    if put_down(desk):
        if carried:
            desk.say("It stays here.", UNDO)
    else:
        desk.hush()


def put_down(desk: Desk) -> bool:
    """The card that is carried stays where it is; whether there was one."""
    board = desk.page
    if not isinstance(board, Board) or not board.moving:
        return False
    board.put_down()
    board.layout()
    desk.canvas.redraw()
    desk.hush()
    return True


def _view(desk: Desk) -> None:
    if isinstance(desk.page, Board):
        desk.page.turn()
        desk.go(desk.place)


def _open(desk: Desk) -> None:
    page = desk.page
    if put_down(desk):
        return
    meaning = page.choose()
    if meaning == "entry.open":
        from screens.dialogs.drawer import Drawer

        desk.app.push_screen(Drawer(desk.office, desk.ink, page.selection()[0]))
    elif meaning == "redraw":
        desk.canvas.redraw()


def _turn_back(undo: bool) -> Callable[[Desk], None]:
    def turn(desk: Desk) -> None:
        keeper = private.keeper_of(desk)
        if keeper is not None and keeper.heavy:
            from screens.beside import turn_back

            turn_back(desk, undo)
            return
        try:
            change = desk.office.undo() if undo else desk.office.redo()
        except OrganizerError as error:
            desk.say(str(error))
            return
        desk.say(sentence(change.label), REDO if undo else UNDO)

    return turn


def _look_for(commands: bool) -> Callable[[Desk], None]:
    def look(desk: Desk) -> None:
        from screens.dialogs.chooser import Chooser
        from screens.dialogs.find import Found

        def chosen(kind: str, what: str) -> None:
            desk.call_later(_found, desk, kind, what)

        source = Found(desk.office, desk.ink, chosen, desk.place, desk.page.selection(), commands, desk.page.here())
        desk.app.push_screen(Chooser(desk.office, desk.ink, source))

    return look


def _found(desk: Desk, kind: str, what: str) -> None:
    """What was chosen in find or palette: "entry", "command", "help" and a place, what is done with a saved
    search, a kind of `LEADS` and its id, or "add" and the words."""
    from screens.leading import LEADS, lead

    if kind == "command":
        do(desk, what)
    elif kind == "add":
        catch(desk, COMMANDS["catch"], what)
    elif kind == "help":
        _help(desk, what)
    elif kind.startswith("filter."):
        from screens.filters import keep

        keep(desk, kind, what)
    elif kind in LEADS:
        lead(desk, kind, what)
    elif desk.page.show(what):
        desk.canvas.redraw()
    else:
        from screens.dialogs.drawer import Drawer

        desk.app.push_screen(Drawer(desk.office, desk.ink, what))


def _help(desk: Desk, place: str = "") -> None:
    from screens.dialogs.help import Help

    desk.app.push_screen(Help(desk.office, desk.ink, place or desk.place, lambda id: desk.call_later(do, desk, id)))


ABOUT: dict[str, Callable[[Any], None]] = {
    "move.up": _vertical(-1),
    "move.down": _vertical(1),
    "move.left": _sideways(-1),
    "move.right": _sideways(1),
    "move.next": _part(1),
    "move.previous": _part(-1),
    "back": _back,
    "board.view": _view,
    "entry.open": _open,
    "undo": _turn_back(undo=True),
    "redo": _turn_back(undo=False),
    "find": _look_for(commands=False),
    "palette": _look_for(commands=True),
    "help": _help,
    **sheets.ABOUT,
    **private.ABOUT,
    "quit": lambda desk: desk.app.exit(0),
}
"""Commands that change no record, and what they do here."""


ASKING: dict[str, Callable[[Any, Command], None]] = {
    **answers.ASKING,
    **dict.fromkeys(("filter", "filter name", "filter gone"), lambda desk, command: _look_for(commands=False)(desk)),
    "import": sheets.ask_import,
    **private.ASKING,
    **beginning.ASKING,
}
"""How the answer a command asks for is had."""


# -- the mouse


def clicked(desk: Desk, command: str, target: str) -> None:
    """What a click on the page means."""
    page = desk.page
    if clicked_here(desk.place, desk, command, target):
        return
    if isinstance(page, Board) and target:
        kind, _, name = target.partition(":")
        if page.moving and kind == "column":
            carry(desk, page, {"+": 1, "-": -1}.get(name) or int(name) - page.lane)
            return
        put_down(desk)
        page.go_to(target)
        desk.canvas.redraw()
        desk.frame()
    elif isinstance(page, Board) and command.startswith("carry:"):
        carry(desk, page, int(command.partition(":")[2]) - page.lane)
    elif isinstance(page, Board) and page.moving and page.selection() != (page.moving,):
        put_down(desk)  # another card of its column was chosen
    elif command == "choose":
        _open(desk)
    elif command == "redraw":
        page.layout()
        desk.canvas.redraw()
    elif command:
        do(desk, command)
