"""The stops of the way in: name one otherwise, add, move or leave one out. Its snags stay with it."""

from __future__ import annotations

from typing import Any

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, WrongUse
from organizer.path.stops import FIRST, find_stop, stops
from organizer.records.path import Stop

HERE = ("door",)
LONGEST, SHORTEST, LINE = 20, 8, 140
"""Letters of a name, of its short form, and of the two lines."""
FIELDS = {"name": LONGEST, "short": SHORTEST, "look": LINE, "simpler": LINE}


def _row(ask: Ask, after: Stop) -> Row:
    return row("stops", ask.practice.table("stops").get(after.id), after)


def _said(ask: Ask) -> dict[str, Any]:
    """The fields that were answered, each on one line and not too long."""
    said: dict[str, Any] = {}
    for name, most in FIELDS.items():
        if name in ask.answers:
            text = " ".join(clean(str(ask.answers[name] or "")).split())
            if len(text) > most:
                raise WrongUse(f"{most} letters at most fit there; this has {len(text)}. Say it in short.")
            said[name] = text
    if "name" in said and not any(letter.isalnum() for letter in said["name"]):
        raise WrongUse("A stop needs a name: a word or two.")
    if "name" in said and not said.get("short"):
        said["short"] = said["name"] if len(said["name"]) <= SHORTEST else said["name"].split()[0][:SHORTEST]
    return said


def _not_twice(ask: Ask, name: str, own: str = "") -> None:
    if any(one.name.casefold() == name.casefold() and one.id != own for one in stops(ask.practice)):
        raise Conflict("There is a stop of that name already.")


def add(ask: Ask) -> Change:
    """Answers `name`, `short`, `look`, `simpler`, and `after`, the stop that it comes behind: else before the last."""
    said = _said(ask)
    if not said.get("name"):
        raise WrongUse("A stop needs a name: a word or two.")
    _not_twice(ask, said["name"])
    found = stops(ask.practice)
    behind = find_stop(ask.practice, str(ask.answers["after"])) if ask.answers.get("after") else found[-2:][0]
    id, uuid = ask.new_id()
    at = found.index(behind) + 1
    order = [*found[:at], Stop(id, uuid, **said), *found[at:]]
    return Change(f"Added a stop: {said['name']}", _ordered(ask, order))


def edit(ask: Ask) -> Change:
    """Answers `stop`, and those of `name`, `short`, `look` and `simpler` that are said."""
    before = find_stop(ask.practice, str(ask.answers.get("stop", "")))
    said = _said(ask)
    if "name" in said:
        _not_twice(ask, said["name"], before.id)
    after = before._replace(**said)
    return Change(f"Changed a stop: {after.name}", (_row(ask, after),) if after != before else ())


def move(ask: Ask) -> Change:
    """Answers `stop`, and `by`: so many places on, or back when it is less than 0."""
    stop = find_stop(ask.practice, str(ask.answers.get("stop", "")))
    found = stops(ask.practice)
    at = found.index(stop)
    try:
        to = max(0, min(len(found) - 1, at + int(ask.answers.get("by", 1))))
    except ValueError:
        raise WrongUse("By how many places? 1 is one on, -1 one back.") from None
    found.insert(to, found.pop(at))
    return Change(f"Moved a stop: {stop.name}", _ordered(ask, found) if to != at else ())


def leave_out(ask: Ask) -> Change:
    """Answer `stop`: it is on the way no more. Its snags are kept, and come back with it."""
    stop = find_stop(ask.practice, str(ask.answers.get("stop", "")))
    if len(stops(ask.practice)) <= 2:
        raise Conflict("A way has two stops at least.")
    return Change(f"Left out: {stop.name}", (_row(ask, stop._replace(gone=True)),))


def _ordered(ask: Ask, found: list[Stop]) -> tuple[Row, ...]:
    """The rows by which these stops stand in this order."""
    known = {stop.id: stop for stop in (*FIRST, *stops(ask.practice))}
    pairs = ((known.get(stop.id), stop._replace(order=number)) for number, stop in enumerate(found, 1))
    return tuple(_row(ask, after) for before, after in pairs if before != after)


COMMANDS = (
    Command("stops.add", "Add a stop", "One more stop on the way in, before the last or behind another.", add,
            places=HERE, asks="stop add"),
    Command("stops.edit", "Change a stop", "Its name, what to look at there, and how it could be simpler.", edit,
            places=HERE, asks="stop edit"),
    Command("stops.move", "Move a stop", "Earlier or later on the way in.", move, places=HERE, asks="stop move"),
    Command("stops.leave_out", "Leave a stop out", "It is on the way in no more; its snags are kept.", leave_out,
            places=HERE, asks="stop out"),
)  # fmt: skip
