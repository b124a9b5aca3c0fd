"""Where one record names another that is not there, and what waits for itself in a circle."""

from __future__ import annotations

from typing import NamedTuple

from organizer.practice import Practice


class Loose(NamedTuple):
    """A reference that leads nowhere. `field` of the record `id` of `table` names `missing`; `at` is its date.

    It is `safe` to take out when nothing but the name of something gone is lost by it.
    """

    table: str
    id: str
    field: str
    missing: tuple[str, ...]
    at: str
    safe: bool


def loose(practice: Practice) -> list[Loose]:
    """All references that lead nowhere, by table and id."""
    found: list[Loose] = []
    entries = practice.entries
    for id in sorted(entries):
        entry = entries[id]
        at = entry.created
        blocked = tuple(other for other in entry.blocked_by if other not in entries)
        if blocked:
            found.append(Loose("entries", id, "blocked_by", blocked, at, True))
        if entry.area and entry.area not in practice.areas:
            found.append(Loose("entries", id, "area", (entry.area,), at, False))
        series = entry.repeat.series if entry.repeat else ""
        if series and series not in entries:
            found.append(Loose("entries", id, "series", (series,), at, False))
        pages = tuple(place.page for place in entry.placements if not _is_page(place.page))
        if pages:
            found.append(Loose("entries", id, "placements", pages, at, False))
    for date in sorted(practice.days):
        three = tuple(other for other in practice.days[date].three if other not in entries)
        if three:
            found.append(Loose("days", date, "three", three, date, True))
    return found


def _is_page(page: str) -> bool:
    """Whether a day's or month's page has a date; of other kinds any name will do."""
    kind, _, rest = page.partition(":")
    lengths = {"day": (4, 2, 2), "month": (4, 2)}.get(kind)
    return lengths is None or tuple(len(part) for part in rest.split("-") if part.isdecimal()) == lengths


def circles(practice: Practice) -> list[tuple[str, ...]]:
    """The circles of entries each of which waits for the next, and the last for the first; each told once."""
    waits = {
        id: [other for other in entry.blocked_by if other in practice.entries]
        for id, entry in sorted(practice.entries.items())
        if entry.blocked_by
    }
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in waits:
        path, stack = [start], [iter(waits[start])]
        while path and start not in done:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                done.add(path.pop())
            elif step in path:
                found.append(tuple(path[path.index(step) :]))
            elif step in waits and step not in done:
                path.append(step)
                stack.append(iter(waits[step]))
    return found
