"""A ritual is begun from wherever the person is: the key of the office, the page of the rituals, after the lock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from organizer.commands.command import Command
from organizer.errors import OrganizerError
from screens.desk import Desk

FRESH = timedelta(hours=2)
"""For how long after its beginning an opening that was left in the middle is gone on with by the key of the office;
from then on the key closes it."""


def begin(desk: Desk, ritual: str, brief: bool = False) -> None:
    """Go through a ritual, from where it was left."""
    from organizer import running
    from screens.rituals.runner import Runner

    try:
        through = running.begin(desk.office, ritual, brief)
    except OrganizerError as error:
        desk.say(str(error), care=True)
        return
    if through.question is None:
        desk.say(through.done())
        return
    desk.offer = None

    def tell(text: str) -> None:
        from screens.wins.offers import uncovered

        desk.call_later(uncovered, desk, text)

    desk.app.push_screen(Runner(desk.office, desk.ink, through, tell))


def office(desk: Desk, command: Command) -> None:
    """Open or close the office: with its ritual, or only its door where that was chosen, or where it asks nothing. An
    opening that was left a short while ago is gone on with."""
    from organizer.rituals.lists import in_use
    from organizer.rituals.standing import standing

    practice = desk.office.practice
    wanted = "close" if standing(practice, desk.office.clock.now()).is_open else "open"
    if wanted == "close" and _is_opening(desk):
        wanted = "open"
    only_the_door = practice.setting("office_key") == "only the door"
    if only_the_door or all(one.id != wanted for one in in_use(practice)):
        why = desk.attempt(command.id)
        if why:
            desk.say(why, care=True)
        return
    begin(desk, wanted)


def _is_opening(desk: Desk) -> bool:
    """Whether the opening was left in the middle a short while ago: then the key goes on with it. One that was left at
    its first question was for the door alone."""
    from organizer.rituals.lists import find
    from organizer.rituals.places import left_off

    practice, now = desk.office.practice, desk.office.clock.now()
    run = left_off(practice, find(practice, "open"), now)
    return run is not None and bool(run.passed) and timedelta() <= now - datetime.fromisoformat(run.begun) < FRESH


def closing_words(desk: Desk, command: Command) -> None:
    """The words with which the office is closed."""
    from screens.dialogs.ask import QUESTIONS, Asked
    from screens.dialogs.chooser import Chooser

    def go(text: str) -> str:
        return desk.attempt(command.id, (), text=text)

    desk.app.push_screen(Chooser(desk.office, desk.ink, Asked(desk.office, QUESTIONS[command.asks], go, command.id)))


ASKING: dict[str, Callable[[Any, Command], None]] = {"office": office, "closing words": closing_words}
"""How the answer a command asks for is had, on every page."""
