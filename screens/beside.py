"""What takes long, beside the keys: in a thread, with an office of its own, told of in one line. Esc breaks it off, as
long as nothing of it is kept."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from organizer.change import Change
from organizer.errors import OrganizerError
from organizer.manner import speak
from organizer.office import Office
from organizer.words import sentence
from screens.desk import Desk
from screens.private import keeper_of
from screens.widgets.keybar import LEAVE, NO_HINT, REDO, UNDO, Quiet

TOLD_EVERY = 0.2
SWITCH = 0.001
"""Seconds after which a thread lets the keys go first."""
ONE_BY_ONE = "One thing after another: what was begun before is not done yet."
LEFT = "Broken off; everything is as it was."


class Stopped(Exception):
    """It was broken off."""


class Work:
    """One thing under way. `said` is what is done, `all` how much there is of it, 0 when that is not known; `keeping`
    whether it is past being broken off."""

    def __init__(self, said: str, all: int = 0, keeping: bool = False) -> None:
        self.said, self.all, self.keeping = said, all, keeping
        self.done = 0
        self.stopped = False
        self.thread: Thread | None = None

    def step(self, amount: int = 1) -> None:
        """So much more is done. Raises `Stopped`."""
        if self.stopped and not self.keeping:
            raise Stopped
        self.done += amount

    def line(self) -> Quiet:
        """What is said of it now."""
        part = f" {min(99, self.done * 100 // self.all)} %" if self.all else ""
        return Quiet(f"{self.said}{part}", NO_HINT if self.keeping else LEAVE)


Act = Callable[[Office, Work], Any]
Then = Callable[[Any], object]


def can(desk: Desk) -> bool:
    """Whether there is a vault that a second office can open."""
    return keeper_of(desk) is not None


def begin(desk: Desk, work: Work, act: Act, then: Then) -> None:
    """Do `act` with an office of its own; `then` is given what came of it, on the screen's side. What is `keeping`
    holds the desk's office meanwhile, which reads all of it again afterwards."""
    keeper = keeper_of(desk)
    if keeper is None or desk.lookout.work is not None:
        desk.say(ONE_BY_ONE, care=True)
        return
    desk.lookout.work = work
    if work.keeping:
        desk.office.hold = f"{work.said} Nothing is lost; try again in a moment."
    before, here = sys.getswitchinterval(), desk.office.practice.here

    def run() -> None:
        found: Any = None
        try:
            office = keeper.beside()
            try:
                office.practice.here = here
                speak(office.practice.setting)  # in this thread nobody has said yet how weeks begin and dates are said
                found = act(office, work)
            finally:
                office.close()
        except Exception as error:  # what is ours to mend as well: it ends the app as it does among the keys
            found = error
        finally:
            with suppress(RuntimeError):  # the app has been left meanwhile
                desk.call_later(_end, desk, work, found, before, then)

    gc.disable()  # so many new things that all stay: looking among them for garbage would hold up the keys
    sys.setswitchinterval(SWITCH)
    work.thread = Thread(target=run, name="beside", daemon=True)
    desk.office.before_close.append(lambda: _wait(work))
    work.thread.start()
    _tell(desk, work, Quiet())


def _tell(desk: Desk, work: Work, last: Quiet) -> None:
    """Say how far it is, where nothing else is said."""
    if desk.lookout.work is work and desk.is_attached:
        now = work.line()
        if desk.canvas.quiet in (last, Quiet()) and now != desk.canvas.quiet:
            desk.say_line(now)
        desk.set_timer(TOLD_EVERY, lambda: _tell(desk, work, now))


def _end(desk: Desk, work: Work, found: Any, switch: float, then: Then) -> None:
    gc.enable()
    sys.setswitchinterval(switch)
    if desk.canvas.quiet.text.startswith(work.said):
        desk.hush()
    desk.lookout.work = None
    if work.keeping:
        keeper = keeper_of(desk)
        if keeper is not None:
            keeper.again()
        desk.office.hold = ""
        desk.office.begin_again()
    if isinstance(found, Stopped):
        desk.say(LEFT)
    elif isinstance(found, OrganizerError):
        desk.say(str(found), care=True)
    elif isinstance(found, Exception):
        raise found
    else:
        then(found)


def turn_back(desk: Desk, undo: bool) -> None:
    """Undo or redo where so much was changed at once that it takes seconds."""
    work = Work("Taking it back…" if undo else "Doing it again…", keeping=True)

    def act(office: Office, _: Work) -> Change:
        return office.undo() if undo else office.redo()

    begin(desk, work, act, lambda change: desk.say(sentence(change.label), REDO if undo else UNDO))


def break_off(desk: Desk) -> bool:
    """Leave what is under way; whether there was something, and it could be left."""
    work: Work | None = desk.lookout.work
    if work is None or work.keeping or work.stopped:
        return False
    work.stopped = True
    desk.say("Leaving it…", stays=True)
    return True


def _wait(work: Work) -> None:
    """The office is left: what is being kept is kept first, all else is broken off."""
    work.stopped = True
    if work.thread is not None:
        work.thread.join(60 if work.keeping else 3)
