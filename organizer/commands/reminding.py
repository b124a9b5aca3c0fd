"""Reminders: whether they ring, what never rings again, and an hour of quiet."""

from __future__ import annotations

from datetime import datetime, timedelta

from organizer.change import Change
from organizer.commands.command import Ask, Command
from organizer.commands.setting import keep, put
from organizer.errors import NotFound, WrongUse
from organizer.records import Entry
from organizer.reminding.sources import NEVER
from organizer.reminding.sources import never as silenced
from organizer.repeat import series_of
from organizer.settings.reminding import REMINDERS

HUSH = "reminders_hush"
"""The record of the settings that says until when nothing rings (local ISO time), "" for no such thing."""
MINUTES, MOST = 50, 720


def ring(ask: Ask) -> Change:
    """Let everything ring, or nothing."""
    return put(ask, REMINDERS, "off" if REMINDERS.of(ask.practice) == "on" else "on")


def never(ask: Ask) -> Change:
    """The chosen one never rings again; once more and it does. Answer `about` names it as a reminder does."""
    about = str(ask.answers.get("about") or _about(ask))
    now = sorted(silenced(ask.practice))
    label = "It rings again" if about in now else "It never rings again"
    after = [one for one in now if one != about] if about in now else [*now, about]
    return keep(ask, label, NEVER, after)


def _about(ask: Ask) -> str:
    """The entry or the promise of an id."""
    if not ask.ids:
        raise WrongUse("Choose what is never to ring again.")
    try:
        entry: Entry = ask.practice.find(ask.ids[0])
        return f"entries:{series_of(entry)}"
    except NotFound:
        found = [id for id in ask.practice.commitments if id.startswith(ask.ids[0].lower())]
        if len(found) != 1:
            raise
        return f"commitments:{found[0]}"


def hush(ask: Ask) -> Change:
    """Nothing rings for a while; once more and it does. Answer `minutes` says for how long. A way of looking and no
    act: undo passes over it."""
    until = str(ask.practice.setting(HUSH) or "")
    if until > ask.now.isoformat() and not ask.answers.get("minutes"):
        return keep(ask, "Reminders ring again", HUSH, "")._replace(undoes=-1)
    given = str(ask.answers.get("minutes") or MINUTES)
    minutes = int(given) if given.isdecimal() and given.isascii() and len(given) < 5 else 0
    if not 1 <= minutes <= MOST:
        raise WrongUse(f"Say how many minutes, 1 to {MOST}.")
    after: datetime = ask.now + timedelta(minutes=minutes)
    label = f"Nothing rings for {minutes} minutes"
    return keep(ask, label, HUSH, after.isoformat(timespec="seconds"))._replace(undoes=-1)


HERE = ("reminders",)

COMMANDS = (
    Command("reminders", "Coming reminders", "What rings next, and what came and is still open.", key="R"),
    Command("reminders.ring", "Reminders on or off", "Whether anything rings, here or by a notification.", ring),
    Command("reminders.hush", "With a client now", "Nothing rings for 50 minutes; once more and it does.", hush),
    Command("reminders.never", "Never for this", "It never rings again; once more and it does.", never, "N", "never",
            HERE, "Here", asks="about"),
    Command("reminders.later", "Later", "It rings again in an hour, or when you say.", key="l", hint="later",
            places=HERE, group="Here"),
    Command("reminders.done", "Done", "Finished, or kept.", key="space", hint="done", places=HERE, group="Here"),
    Command("reminders.answered", "Answered", "How an inquiry was answered.", key="r", places=HERE, group="Here"),
    Command("ring.done", "Done with what rings", "What stands above the keys: done, kept, begun or answered.", key="D"),
    Command("ring.later", "What rings, later", "What stands above the keys rings again in an hour.", key="L"),
    Command("reminders.test", "Try a notification", "Sends one now, and says by which way it went."),
)  # fmt: skip
