"""What clients tell, as rows of the Front Door: nothing yet."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from screens.widgets.lane import Item


def items(page: Any) -> list[Item]:
    """The rows."""
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
