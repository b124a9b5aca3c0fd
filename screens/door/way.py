"""The way in, as rows of the Front Door: nothing yet."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from screens.widgets.lane import Item


def stops_items(page: Any) -> list[Item]:
    """The rows with the stops."""
    return []


def items(page: Any) -> list[Item]:
    """The rows of the stop that is open."""
    return []


def height(item: Item, width: int, focused: bool) -> int:
    """How many lines a row takes."""
    return 1


def draw(page: Any, item: Item, width: int, focused: bool) -> list[Strip]:
    """The lines of a row."""
    return [page.ink.blank(width)]


def choose(page: Any, item: Item) -> str:
    """Enter on a row: a command, "redraw", or ""."""
    return ""


def click(page: Any, item: Item, column: int, line: int) -> str:
    """A click on a row: a command, "redraw", "choose", or ""."""
    return ""


def step(page: Any, by: int) -> bool:
    """To the stop before or after; whether there is one."""
    return False
