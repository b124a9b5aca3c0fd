"""Searches that are kept under a name."""

from typing import Any, NamedTuple


class Filter(NamedTuple):
    """A search as it is typed into find (docs/finding.md), and what it is called."""

    id: str
    uuid: str = ""
    name: str = ""
    query: str = ""
    order: int = 0
    extra: tuple[tuple[str, Any], ...] = ()


FREEZE: dict[str, Any] = {}
"""Nothing in it changes."""
