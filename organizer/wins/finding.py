"""Finding a win or a reward by its id, or how that begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from organizer.errors import Ambiguous, NotFound
from organizer.ids import short
from organizer.practice import Practice
from organizer.records.wins import Reward, Win


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Its id."""


N = TypeVar("N", bound=Named)


def wins(practice: Practice) -> dict[str, Win]:
    """The wins at hand, by id."""
    found: dict[str, Any] = practice.table("wins")
    return found


def kept_for(practice: Practice, table: str) -> frozenset[str]:
    """The ids of a table's records that a win at hand is for."""
    of = (one.of.partition(":") for one in wins(practice).values() if one.of)
    return frozenset(id for name, _, id in of if name == table)


def rewards(practice: Practice) -> dict[str, Reward]:
    """The rewards, by id."""
    found: dict[str, Any] = practice.table("rewards")
    return found


def find(practice: Practice, given: str) -> Win:
    """The win with this id, or the only one that begins so; what is at hand goes before the archive.

    Raises `NotFound`, or `Ambiguous` with the ids that fit.
    """
    wanted = given.strip().lower()
    held = wins(practice)
    if wanted in held:
        return held[wanted]
    fitting = _begin(held.values(), wanted)
    if not fitting and len(wanted) >= 10:
        old = practice.look("wins", wanted)
        fitting = [old] if isinstance(old, Win) else []
    if not fitting and wanted and practice.older("wins"):
        parts = practice.everything("wins")
        fitting = _begin((one for part in parts for one in part if isinstance(one, Win)), wanted)
    return _only(fitting, given, "win", "`organizer wins`")


def find_reward(practice: Practice, given: str) -> Reward:
    """The reward with this id, or the only one that begins so. Raises `NotFound`, `Ambiguous`."""
    wanted = given.strip().lower()
    held = rewards(practice)
    fitting = [held[wanted]] if wanted in held else _begin(held.values(), wanted)
    return _only(fitting, given, "reward", "`organizer rewards`")


def _begin(records: Iterable[N], wanted: str) -> list[N]:
    return [one for one in records if one.id.startswith(wanted)] if wanted else []


def _only(fitting: list[N], given: str, what: str, shows: str) -> N:
    if not fitting:
        raise NotFound(f"There is no {what} {given!r}. {shows} shows what there is.")
    if len(fitting) > 1:
        names = ", ".join(short(one.id) for one in fitting[:6])
        raise Ambiguous(f"{len(fitting)} {what}s begin with {given!r}: {names}. Add a letter.")
    return fitting[0]
