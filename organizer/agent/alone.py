"""`organizer remind` without a word more: what systemd, launchd and cron begin every minute, so it imports next to
nothing."""

from __future__ import annotations

import sys

from organizer import paths
from organizer.agent.box import Box
from organizer.agent.ticking import Look
from organizer.agent.watching import one_pass
from organizer.clock import from_environment
from organizer.notify import Sent


def run() -> int:
    """Look once; gives the exit code."""
    from organizer.shell.ending import guarded
    from organizer.shell.terminal import Terminal

    return guarded(Terminal(), _look)


def _look() -> int:
    home = paths.home()
    box = Box(home)
    box.want()
    look = one_pass(home, from_environment(), send)
    tell(look)
    if not look.words and sys.stderr is not None:
        schedule = box.schedule()
        if schedule.sealed and not schedule.made:
            sys.stderr.write("The vault is sealed: what rings is known once the office has been opened.\n")
    return 0


def send(title: str, body: str) -> Sent:
    """By a notification; where there is none and somebody sits at this terminal, by a line on it."""
    from organizer import notify

    here = at_terminal()
    sent = notify.send(title, body, raw if here else None)
    return sent._replace(way="a line on the terminal") if here and sent.way in ("", "bell") else sent


def at_terminal() -> bool:
    """Whether somebody sits at this terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def raw(text: str) -> None:
    """Text as it is, onto the terminal."""
    sys.stdout.write(text)
    sys.stdout.flush()


def tell(look: Look) -> None:
    """The words, for who sits at a terminal: they are nothing for a log."""
    if look.words and at_terminal():
        raw(f"{look.words}\n")
