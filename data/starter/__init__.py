"""What an office begins with."""

from __future__ import annotations

from organizer.records import Area, Record


def beginnings() -> list[Record]:
    """The records of a new vault, from the tables beside this file."""
    import tomllib
    from importlib.resources import files
    from uuid import uuid4

    areas = tomllib.loads(files(__name__).joinpath("areas.toml").read_text(encoding="utf-8"))["area"]
    return [
        Area(
            id=area["id"],
            uuid=str(uuid4()),
            name=area["name"],
            order=order,
            aliases=tuple(area["aliases"]),
            client_facing=area.get("client_facing", False),
            about=area["about"],
        )
        for order, area in enumerate(areas, 1)
    ]
