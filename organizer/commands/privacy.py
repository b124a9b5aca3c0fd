"""Who may see what: names hidden, what is typed looked over, the office locked."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command
from organizer.commands.office_day import setting
from organizer.errors import WrongUse

LOCK_AFTER, MOST_MINUTES = 5, 60
"""Minutes without a key after which the office locks itself, unless others were set; and at most."""
NEVER = ("off", "never", "none", "no", "0")


def names(ask: Ask) -> Change:
    """Hide names, or show them again. A way of looking and no act: undo passes over it."""
    hidden = ask.practice.setting("names") != "hidden"
    label = "Names are hidden" if hidden else "Names are shown"
    return setting(ask, label, "names", "hidden" if hidden else "shown")._replace(undoes=-1)


def remarks(ask: Ask) -> Change:
    """Say when what is typed looks like a client's information, or say nothing."""
    on = ask.practice.setting("lint") == "off"
    label = "What is typed is looked over" if on else "What is typed is not looked over"
    return setting(ask, label, "lint", "on" if on else "off")


def minutes(ask: Ask) -> Change:
    """Answer `minutes`: 1 to 60, or off."""
    given = str(ask.answers.get("minutes", "")).strip().lower().removesuffix("minutes").removesuffix("min").strip()
    if given in NEVER:
        return setting(ask, "The office does not lock by itself", "lock_after", 0)
    after = int(given) if given.isdecimal() and given.isascii() else 0
    if not 1 <= after <= MOST_MINUTES:
        raise WrongUse(f"Say how many minutes, 1 to {MOST_MINUTES}, or off.")
    return setting(ask, f"The office locks after {after} min without a key", "lock_after", after)


def draft(ask: Ask) -> Change:
    """Answer `draft`: where the person was and what was typed when the office was locked; None when it is taken up
    again. No act of theirs: undo passes over it."""
    return setting(ask, "What was being written", "draft", ask.answers.get("draft"))._replace(undoes=-1)


COMMANDS = (
    Command("privacy.lock", "Lock", "Locks the office; without a passphrase it covers the screen.", key="ctrl+l"),
    Command("privacy.names", "Hide names", "People and their codes become dots on every page; once more shows them.",
            names, "h", asks="names"),
    Command("privacy.lint", "Look over what is typed",
            "A quiet line when it looks like a client's name or number; once more says nothing.", remarks),
    Command("privacy.minutes", "When the office locks itself",
            "After so many minutes without a key or a click, 1 to 60, or off.", minutes, asks="minutes"),
    Command("passphrase.set", "Set a passphrase", "All that is kept is sealed with it, and the office can lock."),
    Command("passphrase.change", "Change the passphrase", "Another one; the recovery code stays the same."),
    Command("passphrase.remove", "Take the passphrase away", "The seal comes off, and the office locks no more."),
    Command("privacy.draft", "What was being written", "Kept when the office is locked, taken up afterwards.", draft,
            asks="draft"),
)  # fmt: skip
