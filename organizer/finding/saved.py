"""Searches that are kept under a name."""

from __future__ import annotations

from difflib import get_close_matches
from typing import cast

from organizer.errors import NotFound
from organizer.practice import Practice
from organizer.records.finding import Filter


def saved(practice: Practice) -> list[Filter]:
    """All, in their order."""
    kept = cast("dict[str, Filter]", practice.table("filters"))
    return sorted(kept.values(), key=lambda one: (one.order, one.name.casefold()))


def named(practice: Practice, name: str) -> Filter | None:
    """The one that is called so, or has this id; None for none."""
    wanted = " ".join(name.split()).casefold()
    return next((one for one in saved(practice) if wanted in (one.name.casefold(), one.id)), None)


def find(practice: Practice, name: str) -> Filter:
    """The one that is called so. Raises `NotFound` with the nearest name."""
    found = named(practice, name)
    if found is not None:
        return found
    names = {one.name.casefold(): one.name for one in saved(practice)}
    near = get_close_matches(name.casefold(), names, 1, 0.5)
    hint = (
        f"The nearest one is {names[near[0]]!r}."
        if near
        else f"There are: {', '.join(names.values())}."
        if names
        else "None was saved yet."
    )
    raise NotFound(f"There is no saved search {name!r}. {hint}")


def of_query(practice: Practice, query: str) -> Filter | None:
    """The one that says just this; None for none."""
    wanted = " ".join(query.split()).casefold()
    return next((one for one in saved(practice) if " ".join(one.query.split()).casefold() == wanted), None)
