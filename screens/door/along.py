"""What the keys of the way in and of what clients tell do: nothing yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands.command import Command

ABOUT: dict[str, Callable[[Any], None]] = {}
ASKING: dict[str, Callable[[Any, Command], None]] = {}


def take(desk: Any, id: str) -> bool:
    """A key on a row of the way in; whether it was taken."""
    return False
