"""Which rituals there are, and what was answered in each time through one."""

from __future__ import annotations

from typing import cast

from organizer.errors import Ambiguous, NotFound
from organizer.practice import Practice
from organizer.records.rituals import Answer, Ritual, Run
from organizer.rituals.shipped import SHIPPED


def every(practice: Practice) -> list[Ritual]:
    """All rituals in their order, those that rest too."""
    own = cast("dict[str, Ritual]", practice.table("rituals"))
    shipped = [own.get(one.id, one) for one in SHIPPED]
    known = {one.id for one in SHIPPED}
    return sorted([*shipped, *(one for id, one in own.items() if id not in known)], key=lambda one: one.order)


def in_use(practice: Practice) -> list[Ritual]:
    """The rituals that do not rest and ask something."""
    return [one for one in every(practice) if not one.retired and one.asked]


def by_id(practice: Practice, id: str) -> Ritual | None:
    """The ritual of an id; None when there is none."""
    return next((one for one in every(practice) if one.id == id), None)


def find(practice: Practice, given: str) -> Ritual:
    """The ritual that is meant: by its id, its name, or how either begins. Raises `NotFound`, `Ambiguous`."""
    wanted = " ".join(given.lower().split())
    known = every(practice)
    exact = [one for one in known if wanted in (one.id, one.name.lower())]
    near = [one for one in known if wanted and (one.id.startswith(wanted) or one.name.lower().startswith(wanted))]
    found = exact or near
    if not found:
        raise NotFound(f"There is no ritual {given!r}. There are: {', '.join(one.id for one in known)}.")
    if len(found) > 1:
        raise Ambiguous(f"{len(found)} rituals begin with {given!r}: {', '.join(one.id for one in found)}.")
    return found[0]


def runs(practice: Practice) -> dict[str, Run]:
    """Every run at hand, by id."""
    return cast("dict[str, Run]", practice.table("runs"))


def answers(practice: Practice, run: str, question: str = "") -> list[Answer]:
    """What was answered in a run, or to one of its questions, in that order."""
    everyone = cast("dict[str, Answer]", practice.table("answers")).values()
    found = [one for one in everyone if one.run == run and question in ("", one.question)]
    return sorted(found, key=lambda one: (one.at, number(one)))


def number(answer: Answer) -> int:
    """The how manieth answer to its question it is."""
    last = answer.id.rpartition(".")[2]
    return int(last) if last.isdecimal() else 0
