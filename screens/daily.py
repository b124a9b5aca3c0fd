"""What is done once a day beside the person: the day's backup, and a look at where everything is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from organizer.keeping import Backups
from screens.desk import Desk


def beside(desk: Desk, act: Callable[[], list[str]], care: bool = False) -> None:
    """Do it in a thread that nobody waits for, not even when the app is left, and say what comes of it."""

    def run() -> None:
        for said in act():
            with suppress(RuntimeError):  # the app has been left meanwhile
                desk.app.call_from_thread(desk.say, said, care=care, stays=care)

    Thread(target=run, name="beside", daemon=True).start()


def begin_day(desk: Desk, backups: Backups) -> None:
    """The day's backup, and what there is to say once."""
    beside(desk, backups.begin_day, care=True)
