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


def gone(practice: Practice) -> list[Loose]:
    """References to entries that are gone, from what waits for them and from the three of a day: safe to take out."""
    entries = practice.entries
    found = [
        Loose("entries", id, "blocked_by", missing, entries[id].created, True)
        for id in sorted(id for id, entry in entries.items() if entry.blocked_by)
        if (missing := tuple(other for other in entries[id].blocked_by if practice.entry(other) is None))
    ]
    for date, day in sorted(practice.days.items()):
        missing = tuple(other for other in day.three if practice.entry(other) is None)
        if missing:
            found.append(Loose("days", date, "three", missing, date, True))
    return found


def loose(practice: Practice) -> list[Loose]:
    """All references that lead nowhere."""
    found = gone(practice)
    for id, entry in sorted(practice.entries.items()):
        series = entry.repeat.series if entry.repeat else ""
        pages = tuple(place.page for place in entry.placements if not _is_page(place.page))
        for field, missing in (
            ("area", (entry.area,) if entry.area and entry.area not in practice.areas else ()),
            ("series", (series,) if series and practice.entry(series) is None else ()),
            ("placements", pages),
        ):
            if missing:
                found.append(Loose("entries", id, field, missing, entry.created, False))
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
