"""Who may see what: names hidden, what is typed looked over, the office locked."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command
from organizer.commands.setting import keep as setting
from organizer.commands.setting import put
from organizer.settings import read
from organizer.settings.privacy import LINT, LOCK_AFTER, NAMES


def names(ask: Ask) -> Change:
    """Hide names, or show them again. A way of looking and no act: undo passes over it."""
    return put(ask, NAMES, "shown" if NAMES.of(ask.practice) == "hidden" else "hidden")


def remarks(ask: Ask) -> Change:
    """Say when what is typed looks like a client's information, or say nothing."""
    return put(ask, LINT, "on" if LINT.of(ask.practice) == "off" else "off")


def minutes(ask: Ask) -> Change:
    """Answer `minutes`: 1 to 60, or off."""
    return put(ask, LOCK_AFTER, read(LOCK_AFTER, str(ask.answers.get("minutes", "") or "?"), ask.practice, ask.now))


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
