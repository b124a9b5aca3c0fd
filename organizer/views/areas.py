"""The areas as a list: how much is open in each."""

from __future__ import annotations

from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records import Area


class AreaLine(NamedTuple):
    """One area and the number of its open tasks."""

    area: Area
    open: int


def areas(practice: Practice) -> tuple[AreaLine, ...]:
    """Those in use as the person ordered them, then the retired ones."""
    counts: dict[str, int] = {}
    for entry in practice.entries.values():
        if entry.kind == "task" and entry.open:
            counts[entry.area] = counts.get(entry.area, 0) + 1
    return tuple(AreaLine(area, counts.get(area.id, 0)) for area in practice.every_area())


def area_json(line: AreaLine) -> dict[str, Any]:
    """One area for programs (docs/cli.md)."""
    area = line.area
    return {
        "id": area.id,
        "uuid": area.uuid,
        "name": area.name,
        "order": area.order,
        "aliases": list(area.aliases),
        "client_facing": area.client_facing,
        "retired": area.retired,
        "color": area.color,
        "about": area.about,
        "open": line.open,
    }
