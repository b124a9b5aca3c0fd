"""The path, the one ornament of the app: stops joined by a line that fills as one goes."""

from __future__ import annotations

from screens.ink import Ink, Part


def path(ink: Ink, width: int, stops: int, part: float, begun: bool = True) -> list[Part]:
    """Parts for one row: `stops` stops over `width` cells, filled to `part` (0 to 1) of the way."""
    signs = ink.signs
    room = max(0, width - stops)
    gaps = [room * (i + 1) // (stops - 1) - room * i // (stops - 1) for i in range(stops - 1)]
    filled = round(part * room) if begun else 0
    parts: list[Part] = []
    for stop in range(stops):
        reached = begun and (stop == 0 or filled > 0 or part >= 1)
        parts.append((signs.path_done, "accent") if reached else (signs.path_ahead, "faint"))
        if stop < stops - 1:
            gap = gaps[stop]
            done = max(0, min(gap, filled))
            filled = filled - gap if filled >= gap else 0
            parts += [(signs.path_line * done, "accent"), (signs.path_rest * (gap - done), "line")]
    return parts
