"""A promise on Today: space keeps it, l agrees on a new time, enter goes to it."""

from __future__ import annotations

from organizer.commands import COMMANDS
from screens.desk import Desk

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


def take(desk: Desk, id: str, promise: str) -> bool:
    """A key on a row of a promise; whether it was taken."""
    if id not in MEANS:
        return False
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
