"""`reminders`: what rings next, and the agent that tells it while the app is closed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from organizer import paths, when
from organizer.errors import WrongUse
from organizer.ids import short
from organizer.reminding.ring import Ring
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell

DAYS = 14
"""For how many days it shows what rings."""


def reminders(shell: Shell, given: Given) -> int:
    """What a word says, or what rings next."""
    if not given.words:
        return coming(shell, given)
    name, *rest = given.words
    way = _WAYS.get(name)
    if way is None or bool(rest) != (name == "never"):
        raise WrongUse("The words are: install, uninstall, status, test, and never with an ID.")
    return way(shell, given)


def coming(shell: Shell, given: Given) -> int:
    """What rings next."""
    from organizer.reminding.sources import coming as rings_of

    now = shell.clock.now()
    rings = rings_of(shell.practice, now, now + timedelta(days=DAYS), shell.clock.zone())
    if given.json:
        shell.terminal.json([ring_json(ring) for ring in rings])
        return 0
    for ring in rings:
        to = f" to {flat(ring.who)}" if ring.who else ""
        said = f"{short(ring.id)}  {when.say(ring.at, now)}  {ring.kind}{to}: {flat(ring.text)}"
        shell.terminal.out(said + (f", due {when.say(ring.due, now)}" if ring.lead else ""))
    if not rings:
        shell.terminal.tell(f"Nothing rings in the next {DAYS} days.")
    return 0


def ring_json(ring: Ring) -> dict[str, Any]:
    """A reminder for programs (docs/cli.md)."""
    fields = ("kind", "table", "id", "at", "due", "lead", "zone", "text", "who", "area", "client")
    return {name: getattr(ring, name) for name in fields}


def never(shell: Shell, given: Given) -> int:
    """Silence one, or let it ring again."""
    shell.terminal.tell(shell.office.run("reminders.never", (given.words[1],)).label)
    return 0


def install(shell: Shell, given: Given) -> int:
    """Set the agent up."""
    from data.cards import is_sealed
    from organizer.agent import installing
    from organizer.agent.box import Box

    box = Box(paths.home())
    unit = installing.install(box, given.options.get("way", ""))
    sealed = os.path.isdir(os.path.join(box.home, "vault")) and is_sealed(box.home)
    if given.json:
        shell.terminal.json({"way": unit.way, "files": [path for path, _ in unit.files], "sealed": sealed})
        return 0
    shell.terminal.out(f"Reminders are told by {SAID[unit.way]}, also while the app is closed.")
    shell.terminal.out(*(f"  {path}" for path, _ in unit.files), *([f"  {unit.line}"] if unit.line else []))
    if sealed:
        shell.terminal.tell("The vault is sealed: what rings is known once the office has been opened.")
    shell.terminal.tell("organizer reminders test shows whether they are seen here.")
    return 0


SAID = {
    "systemd": "a timer of systemd, every minute",
    "launchd": "launchd, every minute",
    "schtasks": "the Task Scheduler, every minute",
    "autostart": "a program that begins with your session",
    "cron": "cron, every minute",
}


def uninstall(shell: Shell, given: Given) -> int:
    """Take the agent away."""
    from organizer.agent import installing
    from organizer.agent.box import Box

    way = installing.uninstall(Box(paths.home()))
    if given.json:
        shell.terminal.json({"way": way or None})
    else:
        shell.terminal.out("Reminders are told by the app alone now." if way else "No agent was set up here.")
    return 0


def status(shell: Shell, given: Given) -> int:
    """How the agent stands; reads no vault."""
    from organizer.agent import installing
    from organizer.agent.box import Box
    from organizer.reminding.telling import due, wall_of

    box = Box(paths.home())
    stands, schedule, state = installing.standing(box), box.schedule(), box.state()
    found = due(list(schedule.items), state, shell.clock.moment(), schedule.manners)
    looked = box.last_look()
    facts: dict[str, Any] = {
        "way": stands.way or None,
        "wrong": list(stands.wrong),
        "looked": wall_of(looked, "").isoformat(timespec="seconds") if looked else None,
        "next": wall_of(found.next, "").isoformat(timespec="minutes") if found.next else None,
        "waiting": len(found.held) + len(found.now),
        "missed": len(found.missed),
        "last_way": state.way or None,
        "sealed": schedule.sealed,
        "until": max((item.at for item in schedule.items), default=None),
    }
    if given.json:
        shell.terminal.json(facts)
        return 0
    now = shell.clock.now()
    say = shell.terminal.out
    say(f"Told by       {SAID[stands.way]}" if stands.way else "Told by       the app alone, while it is open")
    for line in stands.wrong:
        say(f"Not right     {line} organizer reminders install writes it anew.")
    say(f"Looked        {when.say(facts['looked'][:16], now)}" if looked else "Looked        not yet")
    say(f"Next          {when.say(facts['next'], now)}" if found.next else "Next          nothing that is known")
    waits = [f"{facts['waiting']} for a better hour", f"{facts['missed']} for the next opening of the office"]
    say(f"Waiting       {', '.join(waits)}")
    say(f"Last told by  {state.way or 'nothing yet'}")
    if schedule.sealed:
        say("Sealed        told by kind alone, from times and names that say nothing")
    return 0


def test(shell: Shell, given: Given) -> int:
    """Send one, and say what came of it."""
    from organizer import notify
    from organizer.advice import advice
    from organizer.agent.alone import raw

    at_terminal = sys.stdout is not None and sys.stdout.isatty()
    sent = notify.send("Organizer", "This is how a reminder looks.", raw if at_terminal and not given.json else None)
    hints = advice(sent)
    if given.json:
        tried = [{"way": way, "why": why} for way, why in sent.tried]
        shell.terminal.json({"way": sent.way or None, "tried": tried, "advice": hints})
        return 0
    shell.terminal.out(f"It went by: {sent.way}." if sent.worked else "No way to tell anything was found here.")
    shell.terminal.out(*(f"  {way}: {why}" for way, why in sent.tried))
    shell.terminal.tell(*hints)
    return 0


_WAYS: dict[str, Callable[[Shell, Given], int]] = {
    "install": install,
    "uninstall": uninstall,
    "status": status,
    "test": test,
    "never": never,
}
