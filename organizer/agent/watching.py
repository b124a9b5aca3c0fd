"""The agent at work: one pass, or one that stays and looks every half minute, or as soon as something is due.

It goes by the time of day and not by how long it has waited, so a machine that slept or whose clock was set is right
again at the next look.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from organizer.agent.box import Box
from organizer.agent.ticking import Look, Send, plainly, tick
from organizer.clock import Clock
from organizer.reminding.schedule import Schedule

PAUSE = 30.0
"""Seconds between two looks, at most."""
INSIDE = 60.0
"""Seconds that the process inside may take."""


def one_pass(home: str, clock: Clock, send: Send) -> Look:
    """See whether the schedule is that of the vault, and tell what is due."""
    box = Box(home)
    refresh(box, clock)
    look = tick(box, clock.moment(), "", send, words)
    box.looked()
    return look


def refresh(box: Box, clock: Clock) -> None:
    """Have the schedule made anew when the vault has changed since, the zone has, or a day has gone by. That of a
    sealed vault is left to whoever opens it."""
    schedule = box.schedule()
    today = clock.today()
    known, sign = (schedule.of, schedule.zone, schedule.made[:10]), box.vault_sign()
    if schedule.sealed or not sign or known == (sign, clock.zone(), today):
        return
    _inside("schedule", box.home)


def words(schedule: Schedule, keys: list[str], kinds: list[int]) -> str:
    """The words for what is due; those that tell nothing, where the vault is sealed or no more is wanted."""
    if schedule.sealed or schedule.manners.level == "kind":
        return plainly(schedule, keys, kinds)
    from organizer import paths

    return _inside("words", paths.home(), *keys) or plainly(schedule, keys, kinds)


def _inside(*asked: str) -> str:
    """What the process inside prints; "" when it could not."""
    import subprocess

    environ = dict(os.environ)
    room = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    environ["PYTHONPATH"] = os.pathsep.join(part for part in (room, environ.get("PYTHONPATH", "")) if part)
    command = [sys.executable, "-m", "organizer.agent.inside", *asked]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=environ, timeout=INSIDE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def watch(home: str, clock: Clock, send: Send, tell: Callable[[Look], object]) -> bool:
    """Stay and look until ended; False when another agent stays already. `tell` hears of what was told."""
    box = Box(home)
    box.want()
    lock = box.watching()
    if lock is None:
        return False
    box.stays()
    try:
        while True:
            if hasattr(time, "tzset"):
                time.tzset()  # the person may have travelled
            if not box.wanted:
                return True  # uninstalled meanwhile
            look = one_pass(home, clock, send)
            if look.words:
                tell(look)
            time.sleep(pause(look, clock.moment()))
    finally:
        lock.close()


def pause(look: Look, now: float) -> float:
    """How long to wait until the next look."""
    return max(1.0, min(PAUSE, look.next - now)) if look.next else PAUSE
