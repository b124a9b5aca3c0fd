"""Finding a win or a reward by its id, or how that begins."""

from __future__ import annotations

from typing import Any

from organizer.meant import meant
from organizer.practice import Practice
from organizer.records.wins import Reward, Win


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
    """The win with this id, or the only one that begins so, of the archive as well. Raises `NotFound`, `Ambiguous`."""
    found: Win = meant(practice, "wins", given, "win", "wins", "`organizer wins` shows what there is.")
    return found


def find_reward(practice: Practice, given: str) -> Reward:
    """The reward with this id, or the only one that begins so. Raises `NotFound`, `Ambiguous`."""
    found: Reward = meant(practice, "rewards", given, "reward", "rewards", "`organizer rewards` shows what there is.")
    return found
