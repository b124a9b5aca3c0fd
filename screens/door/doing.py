"""What the keys and clicks of the Front Door do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.door.finding import find, find_quiet
from organizer.door.outcomes import is_open, state
from organizer.errors import OrganizerError
from organizer.manner import keyed
from screens import sheets
from screens.asking import Asks, Question
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.door import along, questions
from screens.door.outcomes import Following, Outcomes
from screens.door.page import FrontDoor

NOBODY = "Choose somebody first: ↑ ↓ move, or click one."


def page_of(desk: Desk) -> FrontDoor:
    """The Front Door, which is open."""
    page = desk.page
    assert isinstance(page, FrontDoor)
    return page


def _ask(
    desk: Desk, title: str, asked: tuple[Question, ...], command: str, ids: tuple[str, ...] = (), **more: Any
) -> None:
    """Ask, and run a command with the answers; `more` are answers that are known."""

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt(command, ids, **answers, **more)

    asks = Asks(desk.office, desk.ink, title, asked, keep, command)
    if ids:
        asks.again = {"open": "outcome", "id": ids[0], **more}
    desk.app.push_screen(asks)


def go_on(desk: Desk, id: str, outcome: str) -> None:
    """What an outcome asks besides, of an inquiry or of one who went away."""
    if outcome == "followed":
        _ask(desk, "Follow up once", questions.FOLLOW, "door.follow", (id,), outcome=outcome)
    elif outcome in questions.OUTCOME:
        title = "On the waitlist" if outcome == "waitlist" else "Full, and gave names"
        _ask(desk, title, questions.OUTCOME[outcome], "door.answer", (id,), outcome=outcome)
    elif outcome == "fields":
        change(desk, id)


def ask(desk: Desk, command: Command, **begun: str) -> None:
    """Someone waits for an answer, from anywhere; at the door the cursor goes to them."""

    def keep(answers: dict[str, str]) -> str:
        before = set(desk.office.practice.inquiries)
        why = desk.attempt("door.ask", (), **answers)
        page = desk.page
        if not why and isinstance(page, FrontDoor):
            page.show(next(iter(set(desk.office.practice.inquiries) - before), ""))
            desk.canvas.lay_out()
        return why

    title = "Someone waits for an answer"
    desk.app.push_screen(Asks(desk.office, desk.ink, title, questions.INQUIRY, keep, "door.ask", begun))


def _add(desk: Desk, command: Command) -> None:
    """`a` notes a call here; `c` catches a line as anywhere."""
    if command.id == "catch":
        from screens.answers import catch

        catch(desk, command)
    else:
        ask(desk, COMMANDS["door.ask"])


def _under_cursor(desk: Desk, kinds: tuple[str, ...]) -> str:
    """The id of the row under the cursor, when it is of one of these kinds; "" else, and a kind sentence."""
    item = page_of(desk).item if isinstance(desk.page, FrontDoor) else None
    if item is not None and item.kind in kinds:
        return item.key
    desk.say(NOBODY, care=True)
    return ""


def choose_outcome(desk: Desk, id: str) -> None:
    """Ask what became of an inquiry, and what that outcome asks besides."""
    try:
        inquiry = find(desk.office.practice, id)
    except OrganizerError as error:
        desk.say(str(error), care=True)
        return

    def go(outcome: str) -> str:
        if outcome not in questions.OUTCOME:
            return desk.attempt("door.answer", (id,), outcome=outcome)
        desk.call_later(go_on, desk, id, outcome)
        return ""

    if not is_open(inquiry):
        desk.say(keyed("This one is answered. {undo} takes that back, when it was done last."), care=True)
        return
    desk.app.push_screen(Chooser(desk.office, desk.ink, Outcomes(inquiry, go)))


def _answer(desk: Desk, command: Command) -> None:
    """r: what became of someone who waits; of someone who went away, that they were followed up."""
    id = _under_cursor(desk, ("waiting", "listed", "answered", "quiet one"))
    if not id:
        return
    if page_of(desk).item.kind != "quiet one":
        choose_outcome(desk, id)
        return
    one = find_quiet(desk.office.practice, id)

    def go(outcome: str) -> str:
        if outcome != "followed":
            return desk.attempt("door.follow", (id,), outcome=outcome)
        desk.call_later(go_on, desk, id, outcome)
        return ""

    desk.app.push_screen(Chooser(desk.office, desk.ink, Following(one, go)))


def _edit(desk: Desk, command: Command) -> None:
    """What is written of someone who waits."""
    id = _under_cursor(desk, ("waiting", "listed", "answered"))
    if id:
        change(desk, id)


def change(desk: Desk, id: str) -> None:
    """Ask what is otherwise: what about, who, which way, when it came in."""
    one = find(desk.office.practice, id)
    begun = {"text": one.text, "who": one.who, "how": one.how}

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt("door.edit", (id,), fields=answers)

    asked = (*questions.INQUIRY[:3], questions.RECEIVED._replace(help="Or nothing: as it is."))
    asks = Asks(desk.office, desk.ink, "Change it", asked, keep, "door.edit", begun, True)
    asks.again = {"open": "outcome", "id": id, "outcome": "fields"}
    desk.app.push_screen(asks)


def _away(desk: Desk, command: Command) -> None:
    """A code to follow up once."""
    _ask(desk, "Went away quietly", questions.AWAY, "door.away")


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": _add,
    "inquiry": ask,
    "outcome": _answer,
    "follow": _answer,
    "inquiry fields": _edit,
    "away": _away,
    **along.ASKING,
}


# -- ways about


def _later(desk: Desk) -> None:
    """On the waitlist: still waiting, and when to look again."""
    id = _under_cursor(desk, ("waiting", "listed", "answered"))
    if id:
        look_again(desk, id)


def look_again(desk: Desk, id: str) -> None:
    """Ask for the next day of someone on the waitlist."""
    if state(find(desk.office.practice, id)) == "waitlist":
        go_on(desk, id, "waitlist")
    else:
        desk.say(
            keyed("Only the waitlist has a day to look again. {door.answer} says what became of this one."), care=True
        )


def _view(desk: Desk) -> None:
    page_of(desk).turn()
    desk.canvas.lay_out()
    desk.frame()


def _words(desk: Desk) -> None:
    """Words to say."""
    from screens.door.scripts import Scripts

    desk.app.push_screen(Scripts(desk))


def _open(desk: Desk) -> None:
    page = page_of(desk)
    if page.item.kind in ("waiting", "listed", "answered"):
        from screens.door.story import Story

        desk.app.push_screen(Story(desk.office, desk.ink, page.item.key, desk))
    elif page.item.kind == "quiet one":
        _answer(desk, COMMANDS["door.answer"])
    else:
        meant = page.choose()
        if meant == "redraw":
            desk.canvas.lay_out()
            desk.frame()
        elif meant:
            from screens.doing import do

            do(desk, meant)


ABOUT: dict[str, Callable[[Any], None]] = {
    "door.words": _words,
    "door.open": _open,
    "door.later": _later,
    "door.view": _view,
    "closures": sheets.closures,
    **along.ABOUT,
}


def take(desk: Desk, id: str) -> bool:
    """A key on a row of the way in; whether it was taken there."""
    return along.take(desk, id)


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on what was chosen opens it, on what is said to be below goes there; whether that was all."""
    if target == "beyond":
        desk.moved(page_of(desk).go_beyond)
        return True
    if command == "choose":
        _open(desk)
    return command == "choose"
