"""Rewards: what the person promised themselves beforehand, and what became of it."""

from __future__ import annotations

from typing import Any

from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.commands.wins import HERE, fresh, line, named
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.manner import keyed
from organizer.practice import Practice
from organizer.records.wins import Reward
from organizer.wins import counting
from organizer.wins.finding import find_reward
from organizer.words import count

DEAREST = 9999
EDITS = ("text", "stars", "note")
"""What of a reward may be put otherwise."""


def with_reward(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is a reward; else the reason."""
    try:
        return "" if ids and all(find_reward(practice, id) for id in ids) else "Choose a reward first."
    except OrganizerError as error:
        return str(error)


def one_reward(ask: Ask) -> Reward:
    """The one reward that is meant. Raises `WrongUse`, `NotFound`, `Ambiguous`."""
    if len(ask.ids) != 1:
        raise WrongUse("Choose one reward.")
    return find_reward(ask.practice, ask.ids[0])


def add(ask: Ask) -> Change:
    """Answers: `text`, and `stars`, how many it needs."""
    text = line(ask.answers.get("text"))
    if not text:
        raise WrongUse("What will it be? Something you look forward to.")
    return _made(ask, "Promised myself", text, _stars(ask.answers.get("stars")))


def _made(ask: Ask, label: str, text: str, stars: int) -> Change:
    id, uuid = fresh(ask, "rewards")
    return named(label, text, [row("rewards", None, Reward(id, uuid, text, stars, ask.stamp()))])


def _stars(given: object) -> int:
    said = str(given or "").strip()
    number = int(said) if said.isascii() and said.isdecimal() and len(said) <= 4 else 0
    if not 1 <= number <= DEAREST:
        raise WrongUse("For how many stars? A number, 1 or more.")
    return number


def edit(ask: Ask) -> Change:
    """Answers: `fields`, a mapping of names to what was typed. The stars of what was taken stay as they were."""
    fields = dict(ask.answers.get("fields") or {})
    if not fields or any(name not in EDITS for name in fields):
        raise WrongUse(f"Of a reward can be put otherwise: {', '.join(EDITS)}.")
    before = one_reward(ask)
    after = before._replace(**{name: _read(name, value) for name, value in fields.items()})
    if before.taken and after.stars != before.stars:
        raise Conflict("It is taken, for the stars it had then. Promise it anew for another number.")
    return _put("Changed", before, after)


def _read(name: str, typed: Any) -> Any:
    if name == "stars":
        return _stars(typed)
    text = line(typed)
    if name == "text" and not text:
        raise WrongUse(keyed("A reward says what it is. {win.drop} lets it go."))
    return text


def _put(label: str, before: Reward, after: Reward) -> Change:
    return named(label, after.text, [row("rewards", before, after)] if after != before else [])


def take(ask: Ask) -> Change:
    """Its stars are there: it is taken, once. Answer `note`: a line about it."""
    before = one_reward(ask)
    if before.taken:
        raise Conflict("It is taken already. Promise it to yourself anew, and it can be taken again.")
    if before.dropped:
        raise Conflict("It was let go of. Promise it to yourself anew.")
    missing = before.stars - counting.in_hand(ask.practice)
    if missing > 0:
        raise Conflict(f"{count(missing, 'star')} to go. It keeps.")
    return _put("Taken", before, before._replace(taken=ask.stamp(), note=line(ask.answers.get("note")) or before.note))


def back(ask: Ask) -> Change:
    """It was not taken after all: its stars are there again."""
    before = one_reward(ask)
    if not before.taken:
        raise Conflict("It is still to come.")
    return _put("Put back", before, before._replace(taken=""))


def again(ask: Ask) -> Change:
    """The same once more, as a new promise."""
    before = one_reward(ask)
    if not before.taken and not before.dropped:
        raise Conflict("It is still to come.")
    return _made(ask, "Promised myself again", before.text, before.stars)


def drop(ask: Ask) -> Change:
    """Let go of one that is still to come; once more takes it up again."""
    before = one_reward(ask)
    if before.taken:
        raise Conflict("It is taken, and stays in the record.")
    return _put("Taken up again" if before.dropped else "Let go", before,
                before._replace(dropped="" if before.dropped else ask.stamp()))  # fmt: skip


def _command(id: str, title: str, help: str, run: Any, key: str = "", hint: str = "", asks: str = "") -> Command:
    return Command(id, title, help, run, key, hint, HERE, "Here", asks, with_reward, "rewards")


COMMANDS = (
    Command("reward.add", "Promise myself a reward", "What it will be, and for how many stars.", add, asks="reward"),
    _command("reward.edit", "Change the reward", "Its words, and the stars it needs.", edit, asks="reward fields"),
    _command("reward.take", "Take the reward", "Its stars go into it, once.", take, "space", "take it"),
    _command("reward.back", "Not taken after all", "Its stars are there again.", back),
    _command("reward.again", "Promise it anew", "The same once more, for as many stars.", again),
    _command("reward.drop", "Let the reward go", "It is out of sight; once more brings it back.", drop),
)  # fmt: skip
