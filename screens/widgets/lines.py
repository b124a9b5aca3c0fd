"""A few drawn rows of a dialog, from a function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.strip import Strip

from screens.ink import Ink
from screens.widgets.drawn import Drawn


class Lines(Drawn):
    """Rows that `make(width)` gives, on the ground of dialogs; its height is set by the stylesheet or by `tall`."""

    def __init__(self, ink: Ink, make: Callable[[int], list[Strip]], tall: int, **options: Any) -> None:
        super().__init__(ink, **options)
        self.make = make
        self.ground = "surface"
        self.styles.height = tall

    def rows(self, width: int, height: int) -> list[Strip]:
        """What the function gives."""
        return self.make(width)
