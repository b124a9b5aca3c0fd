"""Finding a snag by its id, or how that begins."""

from __future__ import annotations

from organizer.errors import Ambiguous, NotFound
from organizer.ids import short
from organizer.practice import Practice
from organizer.records.path import Snag


def snags(practice: Practice) -> list[Snag]:
    """All snags, the open ones and those that went."""
    return [one for one in practice.table("snags").values() if isinstance(one, Snag)]


def find(practice: Practice, given: str) -> Snag:
    """The snag with this id, or the only one that begins so. Raises `NotFound`, or `Ambiguous` with the ids that
    fit."""
    wanted = given.strip().lower()
    fitting = [one for one in snags(practice) if wanted and one.id.startswith(wanted)]
    exact = [one for one in fitting if one.id == wanted]
    if not fitting:
        raise NotFound(f"There is no snag {given!r}. `organizer path` shows what there is.")
    if len(fitting) > 1 and not exact:
        names = ", ".join(short(one.id) for one in fitting[:6])
        raise Ambiguous(f"{len(fitting)} snags begin with {given!r}: {names}. Add a letter.")
    return (exact or fitting)[0]
