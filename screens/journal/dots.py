"""The dot grid of a journal page: faint dots wherever nothing is written."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from screens.ink import Ink, Part, Parts

STEP, PHASE = 4, 2
"""A dot in every fourth cell, from the third on."""


def grid(ink: Ink, start: int, end: int) -> str:
    """The cells from `start` up to `end` of a page, with their dots; none right beside what is written."""
    dot, first = ink.signs.grid, start + 1 if start else 0
    return "".join(dot if x % STEP == PHASE and first <= x < end - 1 else " " for x in range(start, end))


def dotted(ink: Ink, width: int, left: Parts = (), right: Parts = ()) -> Strip:
    """Left parts, right-aligned parts, and dots between them; one segment for all of the grid."""
    used = sum(cell_len(text) for text, _ in left)
    tail = sum(cell_len(text) for text, _ in right)
    end = width - tail - (1 if tail else 0)
    if used + 2 > end:
        return ink.row(width, left, right)
    between: Part = (grid(ink, used, end), "dot")
    return ink.row(width, [*left, between], right)
