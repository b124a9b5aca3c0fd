"""A promise on Today: space keeps it, l agrees on a new time, enter goes to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from screens.desk import Desk

ABOUT: dict[str, Callable[[Any], None]] = {}
MEANS = {"entry.done": "word.keep", "entry.later": "word.renegotiate", "entry.open": ""}


def show(desk: Desk, promise: str) -> None:
    """Go to a promise on its page; to its story where it stands there no more."""
    desk.go("word")
    if desk.page.lanes[0].seek(promise):
        desk.page.follows()
        desk.canvas.redraw()
        return
    from screens.word.story import Story

    desk.app.push_screen(Story(desk.office, desk.ink, promise, desk))


def take(desk: Desk, id: str) -> bool:
    """A key on a row of a promise; whether it was taken."""
    lane = desk.page.current
    key = lane.key if lane else ""
    if id not in MEANS or not key.startswith("word:"):
        return False
    promise = key.removeprefix("word:")
    if id == "entry.done":
        why = desk.attempt("word.keep", (promise,))
        if why:
            desk.say(why, care=True)
        return True
    show(desk, promise)
    if MEANS[id]:
        from screens.word.doing import ASKING

        ASKING["word step"](desk, COMMANDS[MEANS[id]])
    return True


def click(desk: Desk, command: str, target: str) -> bool:
    """A click on a promise that was chosen opens it."""
    lane = desk.page.current
    return command == "choose" and bool(lane and lane.key.startswith("word:")) and take(desk, "entry.open")
