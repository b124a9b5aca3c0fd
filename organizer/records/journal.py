"""The pages of the journal, its volumes, and the habits that are tracked in it."""

from typing import Any, NamedTuple


class JournalPage(NamedTuple):
    """A page that has been used: numbered once, never again.

    `id` is what placements call it: "day:2026-06-11", "month:2026-06", "future", "future:2026-09" or
    "collection:ID". `title`, `order`, `archived` and the thread are a collection's: `previous` and `next` are the
    pages it goes on from and goes on to. `made` is the local time at which it was first used.
    """

    id: str
    number: int = 0
    title: str = ""
    order: int = 0
    archived: bool = False
    previous: str = ""
    next: str = ""
    made: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Volume(NamedTuple):
    """A notebook of the journal: begun on the ISO date `since` with the page `first`; `id` is its number as text."""

    id: str
    name: str = ""
    since: str = ""
    first: int = 1
    extra: tuple[tuple[str, Any], ...] = ()


class Habit(NamedTuple):
    """Something that is tracked day by day since an ISO date; the ticks are with the `Day`.

    `pauses` are the times it rested, "2026-06-03..2026-06-10", the last one open while it does ("2026-06-03..").
    """

    id: str
    uuid: str = ""
    name: str = ""
    order: int = 0
    since: str = ""
    pauses: tuple[str, ...] = ()
    retired: bool = False
    extra: tuple[tuple[str, Any], ...] = ()


FREEZE: dict[str, Any] = {"pauses": tuple}
"""How the lists of JSON become what does not change."""
