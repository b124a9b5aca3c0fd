"""`remind` with its options: the agent that looks once, or stays."""

from __future__ import annotations

import os
from typing import Any

from organizer import paths
from organizer.agent.alone import run, send, tell
from organizer.agent.box import Box
from organizer.agent.ticking import Look
from organizer.agent.watching import one_pass, watch
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def remind(shell: Shell, given: Given) -> int:
    """Look once, or stay."""
    if given.options.get("home"):
        os.environ["ORGANIZER_HOME"] = given.options["home"]
    home = paths.home()
    if "watch" in given.options:
        import gc

        gc.enable()
        Box(home).want()
        if not watch(home, shell.clock, send, tell):
            shell.terminal.tell("An agent is at work here already, and one is enough.")
        return 0
    if not given.json:
        return run()
    Box(home).want()
    shell.terminal.json(look_json(one_pass(home, shell.clock, send)))
    return 0


def look_json(look: Look) -> dict[str, Any]:
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
