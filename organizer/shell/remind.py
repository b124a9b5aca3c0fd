"""`remind`: the agent. It imports next to nothing, since it is begun every minute."""

from __future__ import annotations

import os
import sys
from typing import Any

from organizer import paths
from organizer.agent.ticking import Look
from organizer.agent.watching import one_pass, watch
from organizer.notify import Sent
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def remind(shell: Shell, given: Given) -> int:
    """Look once, or stay."""
    from organizer.agent.box import Box

    if given.options.get("home"):
        os.environ["ORGANIZER_HOME"] = given.options["home"]
    home = paths.home()
    box = Box(home)
    box.want()
    if "watch" in given.options:
        import gc

        gc.enable()
        if not watch(home, shell.clock, send, lambda look: _print(shell, look)):
            shell.terminal.tell("An agent is at work here already, and one is enough.")
        return 0
    look = one_pass(home, shell.clock, send)
    if given.json:
        shell.terminal.json(look_json(look, shell))
        return 0
    _print(shell, look)
    schedule = box.schedule()
    if not look.words and schedule.sealed and not schedule.made:
        shell.terminal.tell("The vault is sealed: what rings is known once the office has been opened.")
    return 0


def send(title: str, body: str) -> Sent:
    """By a notification; where there is none and somebody sits at this terminal, by a line on it."""
    from organizer import notify

    at_terminal = sys.stdout is not None and sys.stdout.isatty()
    sent = notify.send(title, body, raw if at_terminal else None)
    return sent._replace(way="a line on the terminal") if at_terminal and sent.way in ("", "bell") else sent


def raw(text: str) -> None:
    """Text as it is, onto the terminal."""
    sys.stdout.write(text)
    sys.stdout.flush()


def _print(shell: Shell, look: Look) -> None:
    """The words, for who sits at a terminal: they are nothing for a log."""
    if look.words and sys.stdout is not None and sys.stdout.isatty():
        shell.terminal.out(look.words)
        shell.terminal.flush()


def look_json(look: Look, shell: Shell) -> dict[str, Any]:
    """A look for programs (docs/cli.md)."""
    from organizer.reminding.telling import wall_of

    coming = wall_of(look.next, "").isoformat(timespec="minutes") if look.next else None
    return {
        "told": look.told,
        "way": look.sent.way or None,
        "tried": [{"way": way, "why": why} for way, why in look.sent.tried],
        "waiting": look.held,
        "missed": look.missed,
        "next": coming,
    }
