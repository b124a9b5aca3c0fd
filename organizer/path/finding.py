"""Finding a snag by its id, or how that begins."""

from __future__ import annotations

from organizer.meant import meant
from organizer.practice import Practice
from organizer.records.path import Snag


def snags(practice: Practice) -> list[Snag]:
    """All snags, the open ones and those that went."""
    return [one for one in practice.table("snags").values() if isinstance(one, Snag)]


def find(practice: Practice, given: str) -> Snag:
    """The snag with this id, or the only one that begins so. Raises `NotFound`, `Ambiguous`."""
    found: Snag = meant(practice, "snags", given, "snag", "snags", "`organizer path` shows what there is.")
    return found
