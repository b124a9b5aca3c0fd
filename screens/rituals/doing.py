"""What the keys and clicks of the Rituals page do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.manner import keyed
from organizer.rituals.kinds import OWN
from screens.asking import Question
from screens.desk import Desk
from screens.rituals.beginning import begin
from screens.rituals.page import Rituals

NAME = Question("name", "What is it called?", "Supervision hour", "A word or two.", False)
ASK = Question("ask", "What is asked?", "What do I bring along?", "One short question.", False)
KINDNESS = Question("kindness", "And a kindness below it?", "One thing is enough.", "Or nothing, and just enter.")
KIND = Question("kind", "Where does the answer go?", ", ".join(OWN),
                "line: on the day’s page. task: on the Board. look: only read.")  # fmt: skip
RHYTHM = Question("rhythm", "How does it come round?", "every office day, week, month, every 2nd tuesday",
                  "Or none: whenever it suits.")  # fmt: skip
TIME = Question("at", "At which time?", "4pm, or opens, pause, closes", "Or nothing, and just enter.")
MINUTES = Question("minutes", "How many minutes does it take?", "5", "Or nothing, and just enter.")
NO_QUESTION = "Choose a question first: {ritual.questions} goes down to them."
AFTER = Question("after", "After what?", "the last client has left", "No hour holds on every day.")


def page_of(desk: Desk) -> Rituals:
    """The page, which is open."""
    page = desk.page
    assert isinstance(page, Rituals)
    return page


def _simple(desk: Desk, command: Command, **more: Any) -> None:
    """What is asked for is the ritual that is chosen, and the question."""
    page = page_of(desk)
    if page.ritual is None:
        return
    if command.id in ("ritual.off", "ritual.brief", "ritual.drop", "ritual.earlier") and page.question is None:
        desk.say(keyed(NO_QUESTION), care=True)
        return
    asked = {"question": page.question.id} if page.question else {}
    why = desk.attempt(command.id, (), ritual=page.ritual.id, **asked, **more)
    if why:
        desk.say(why, care=True)


def _asks(desk: Desk, title: str, questions: tuple[Question, ...], command: str, begun: dict[str, str],
          **more: Any) -> None:  # fmt: skip
    from screens.asking import Asks

    def keep(answers: dict[str, str]) -> str:
        return desk.attempt(command, (), **answers, **more)

    desk.app.push_screen(Asks(desk.office, desk.ink, title, questions, keep, command, begun, True))


def _add(desk: Desk, command: Command) -> None:
    """`a` adds here: a ritual of one's own, among questions a question. `c` catches a line as anywhere."""
    if command.id == "catch":
        from screens.answers import catch

        catch(desk, command)
    elif page_of(desk).question is not None:
        _ask(desk, COMMANDS["ritual.ask"])
    else:
        _new(desk, COMMANDS["ritual.add"])


def _new(desk: Desk, command: Command) -> None:
    questions = (NAME, ASK, KINDNESS, KIND, RHYTHM, TIME, MINUTES)
    _asks(desk, "A ritual of my own", questions, command.id, {})


def _ask(desk: Desk, command: Command) -> None:
    ritual = page_of(desk).ritual
    if ritual is not None:
        _asks(desk, f"A question for {ritual.name}", (ASK, KINDNESS, KIND), command.id, {}, ritual=ritual.id)


def _reword(desk: Desk, command: Command) -> None:
    page = page_of(desk)
    ritual, one = page.ritual, page.question
    if ritual is not None and one is not None:
        begun = {"ask": one.ask, "kindness": one.kindness, "kind": one.kind}
        more = {"ritual": ritual.id, "question": one.id}
        _asks(desk, "Change the question", (ASK, KINDNESS, KIND), command.id, begun, **more)
    elif ritual is not None:
        desk.say(keyed(NO_QUESTION), care=True)


def _times(desk: Desk, command: Command) -> None:
    ritual = page_of(desk).ritual
    if ritual is not None:
        begun = {"rhythm": ritual.rhythm, "at": ritual.at, "minutes": str(ritual.minutes), "after": ritual.after}
        _asks(desk, f"Times: {ritual.name}", (RHYTHM, TIME, MINUTES, AFTER), command.id, begun, ritual=ritual.id)


def _up(desk: Desk, command: Command) -> None:
    _simple(desk, command, by=-1)


ASKING: dict[str, Callable[[Any, Command], None]] = {
    "catch": _add,
    "ritual": _simple,
    "ritual new": _new,
    "ritual ask": _ask,
    "ritual reword": _reword,
    "ritual times": _times,
    "ritual order": _up,
}


def _start(desk: Desk) -> None:
    page = page_of(desk)
    if page.question is not None:
        _reword(desk, COMMANDS["ritual.reword"])
    elif page.ritual is not None:
        begin(desk, page.ritual.id)


def _quick(desk: Desk) -> None:
    ritual = page_of(desk).ritual
    if ritual is not None:
        begin(desk, ritual.id, brief=True)


def _questions(desk: Desk) -> None:
    page = page_of(desk)
    if page.question is not None:
        _reword(desk, COMMANDS["ritual.reword"])
        return
    page.down_to_questions()
    page.layout()
    desk.canvas.redraw()
    desk.frame()


def _down(desk: Desk) -> None:
    _simple(desk, COMMANDS["ritual.earlier"], by=1)


ABOUT: dict[str, Callable[[Any], None]] = {
    "ritual.start": _start,
    "ritual.quick": _quick,
    "ritual.questions": _questions,
    "ritual.later": _down,
}


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on what was chosen begins it, or changes the question; whether that was all."""
    if command == "choose":
        _start(desk)
    desk.frame()
    return command == "choose"
