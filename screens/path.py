"""The path, the one ornament of the app: stops joined by a line that fills as one goes."""

from __future__ import annotations

from screens.ink import Ink, Part


def steps(ink: Ink, width: int, count: int, here: int) -> list[Part]:
    """Parts for one row: `count` steps over `width` cells, filled up to the one that is on, from 0."""
    signs = ink.signs
    at = stops_at(width, count)
    parts: list[Part] = []
    for number, (begin, end) in enumerate(zip(at, [*at[1:], width], strict=True)):
        sign = signs.path_done if number < here else signs.path_here if number == here else signs.path_ahead
        parts.append((sign, "accent" if number <= here else "faint"))
        if number < count - 1:
            line, spec = (signs.path_line, "accent") if number < here else (signs.path_rest, "line")
            parts.append((line * (end - begin - 1), spec))
    return parts


def stops_at(width: int, count: int) -> list[int]:
    """In which cells so many stops stand, the first and the last at the ends."""
    return [number * (width - 1) // (count - 1) for number in range(count)]


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
