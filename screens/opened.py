"""By which command an overlay was opened: where it locks while something is typed there, that opens it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def opening(app: Any, command: str) -> Iterator[None]:
    """Whatever comes to lie over the rest meanwhile was opened by that command."""
    before = app.screen
    yield
    over = app.screen
    if over is not before and not getattr(over, "opened_by", command):
        over.opened_by = command
