"""The jar of the month: a star for each star, from the floor up."""

from __future__ import annotations

from screens.ink import Part
from screens.signs import Signs

WIDTH, ROWS = 26, 11
_INSIDE, _FLOORS, _MOST = WIDTH - 2, 6, 11


def rows_of(stars: int) -> list[int]:
    """How many stars lie on each floor, from the lowest: a heap as long as there are few, then a full jar."""
    for step in (2, 1, 0):
        for lowest in range(1, _MOST + 1):
            floors = [max(0, lowest - step * at) for at in range(_FLOORS)]
            if sum(floors) >= stars:
                return _filled(floors, stars)
    return _filled([_INSIDE - 2] * _FLOORS, stars)


def _filled(floors: list[int], stars: int) -> list[int]:
    found = []
    for room in floors:
        found.append(min(room, stars))
        stars -= found[-1]
    return found


def _floor(count: int, floor: int, sign: str) -> str:
    """Stars side by side in the middle, each floor a cell beside the one below it; close together when there are
    many."""
    if count > _MOST:
        return (sign * count).center(_INSIDE)[:_INSIDE]
    room = count * 2 - 1
    begin = (_INSIDE - room + floor % 2) // 2 if count else 0
    cells = [" "] * _INSIDE
    for at in range(count):
        cells[begin + at * 2] = sign
    return "".join(cells)


def draw(signs: Signs, stars: int) -> list[list[Part]]:
    """The rows of the jar, each in parts."""
    left_top, right_top, left_bottom, right_bottom = signs.corners
    line, side = signs.across, signs.upright
    glass = [
        f"  {left_top}{line * 20}{right_top}  ",
        f"  {left_bottom}{signs.hangs}{line * 18}{signs.hangs}{right_bottom}  ",
        f"   {side}{' ' * 18}{side}   ",
        f"{left_top}{line * 2}{right_bottom}{' ' * 18}{left_bottom}{line * 2}{right_top}",
    ]
    floors = rows_of(stars)
    inside = [
        [(side, "muted"), (_floor(floors[at], at, signs.star), "gold"), (side, "muted")]
        for at in range(_FLOORS - 1, -1, -1)
    ]
    foot = f"{left_bottom}{line * (WIDTH - 2)}{right_bottom}"
    return [*([(row, "muted")] for row in glass), *inside, [(foot, "muted")]]
