"""A few drawn rows of a dialog, from a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from screens.ink import Ink, Part
from screens.widgets.drawn import Drawn


class Way(NamedTuple):
    """A key of a dialog: as it is shown ("" none: words alone), the words beside it, and the action of the dialog that
    it and a click run ("" none)."""

    key: str
    words: str
    action: str = ""


class Ways(tuple[Way, ...]):
    """Keys that stand on one row."""


class Lines(Drawn):
    """Rows that `make(width)` gives, on the ground of dialogs; its height is set by the stylesheet or by `tall`.
    Where it gives ways instead of a row, their keys are drawn, and a click on one does what the key does."""

    def __init__(self, ink: Ink, make: Callable[[int], Sequence[Strip | Ways]], tall: int, **options: Any) -> None:
        super().__init__(ink, **options)
        self.make = make
        self.ground = "surface"
        self.styles.height = tall

    def rows(self, width: int, height: int) -> list[Strip]:
        """What the function gives."""
        return [row if isinstance(row, Strip) else self._keys(row, width, y) for y, row in enumerate(self.make(width))]

    def _keys(self, ways: Ways, width: int, y: int) -> Strip:
        parts: list[Part] = []
        x = 0
        for way in ways:
            key, words = (way.key, f" {way.words}") if way.key else ("", way.words)
            size = cell_len(key + words)
            if way.action:
                self.targets.append((y, x, x + size, way.action))
            parts += [(key, "accent b"), (f"{words}   ", "muted")]
            x += size + 3
        return self.ink.row(width, parts, (), self.ground)

    def press(self, command: str) -> None:
        """Run the action."""
        self.screen.call_next(self.screen.run_action, command)
