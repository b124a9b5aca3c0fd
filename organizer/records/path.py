"""The way in: the stops from finding us to goodbye, the snags noted at them, and each walk along it."""

from __future__ import annotations

from typing import Any, NamedTuple

Weighed = tuple[str, int]
"""A stop's id and the weight of its snags."""


class Stop(NamedTuple):
    """A stop of the client's way, in place of the one an office begins with (`organizer.path.stops`) or one of its own.

    `short` is its name where there is little room, `look` what to look at there, `simpler` one way it could be easier.
    """

    id: str
    uuid: str = ""
    name: str = ""
    short: str = ""
    look: str = ""
    simpler: str = ""
    order: int = 0
    gone: bool = False
    extra: tuple[tuple[str, Any], ...] = ()


class Snag(NamedTuple):
    """A friction noted at a stop: how it is (`text`), how heavy from 1 to 5, and the entry that is to make it simpler.

    `closed` is when it went, `after` how it is since then; `let_go` says that it was let go instead.
    """

    id: str
    uuid: str = ""
    stop: str = ""
    text: str = ""
    weight: int = 3
    entry: str = ""
    created: str = ""
    closed: str | None = None
    after: str = ""
    let_go: bool = False
    extra: tuple[tuple[str, Any], ...] = ()


class Walk(NamedTuple):
    """One walk along the way, as a stranger: the stops seen so far, and what each weighed when it began."""

    id: str
    uuid: str = ""
    begun: str = ""
    closed: str | None = None
    seen: tuple[str, ...] = ()
    before: tuple[Weighed, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()


def _weighed(value: Any) -> tuple[Weighed, ...]:
    return tuple([(str(stop), int(weight)) for stop, weight in value])


FREEZE: dict[str, Any] = {"seen": tuple, "before": _weighed}
"""How the lists of JSON become what does not change."""
