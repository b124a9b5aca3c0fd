"""The theme as a framed piece, drawn in cells: on the Theme page, in the studio, and around the banner on Today."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from screens.ink import Ink, Part, lettered, shown, wrap
from screens.signs import PRETTY, Signs

GROUND = "band"


def piece(ink: Ink, width: int, height: int, frame: str, name: str, statement: str, foot: str) -> list[Strip]:
    """The piece in so many cells: its frame around, name, statement and foot in the middle."""
    rings = _rings(ink.signs, frame)
    depth = len(rings) if height > 2 * len(rings) + 3 else min(1, len(rings))
    sides = depth * 3 + 2
    room = max(4, width - 2 * sides)
    body = _body(ink, room, height - 2 * depth, frame, name, statement, foot)
    rows = [[(" " * sides, "band_muted"), *row, (" " * sides, "band_muted")] for row in body]
    strips = [ink.row(width, row, (), GROUND) for row in rows]
    strips = [ink.blank(width, GROUND)] * depth + strips + [ink.blank(width, GROUND)] * depth
    return [_framed(ink, strip, y, height, rings[:depth], width) for y, strip in enumerate(strips)]


Ring = tuple[tuple[str, str, str, str], str, str]
"""Corners, the line across, the line upright."""


def _rings(signs: Signs, frame: str) -> list[Ring]:
    line: Ring = (signs.corners, signs.across, signs.upright)
    *corners, across, upright = signs.doubled
    double: Ring = ((corners[0], corners[1], corners[2], corners[3]), across, upright)
    stars: Ring = ((signs.star,) * 4, signs.across, signs.upright)
    ribbon: Ring = ((signs.path_line,) * 4, signs.path_line, " ")
    found = {"plain": [line], "double": [double], "window": [line, line], "stars": [stars], "ribbon": [ribbon]}
    return found.get(frame, [])


def _framed(ink: Ink, strip: Strip, y: int, height: int, rings: list[Ring], width: int) -> Strip:
    """A row with the parts of the frame that cross it laid over it."""
    for depth, (corners, across, upright) in enumerate(rings):
        left = 1 + depth * 3
        inner = width - 2 * left - 2
        if y in (depth, height - 1 - depth):
            top = y == depth
            first, last = (corners[0], corners[1]) if top else (corners[2], corners[3])
            fill = across * inner
            if corners[0] == ink.signs.path_line and inner > 8:
                half = (inner - 3) // 2
                fill = f"{across * half} {ink.signs.theme} {across * (inner - half - 3)}"
            spec = gold(ink, "band_foreground") if first == ink.signs.star else "band_foreground"
            strip = _over(ink, strip, left, [(first, spec), (fill, "band_foreground"), (last, spec)])
        elif depth < y < height - 1 - depth:
            strip = _over(ink, strip, left, [(upright, "band_foreground")])
            strip = _over(ink, strip, width - left - 1, [(upright, "band_foreground")])
    return strip


def _over(ink: Ink, strip: Strip, x: int, parts: list[Part]) -> Strip:
    size = sum(cell_len(text) for text, _ in parts)
    middle = ink.row(size, parts, (), GROUND)
    return Strip.join([strip.crop(0, x), middle, strip.crop(x + size, strip.cell_length)])


def _body(ink: Ink, room: int, height: int, frame: str, name: str, statement: str, foot: str) -> list[list[Part]]:
    """The rows inside the frame: as much air as there is room for."""
    wide = lettered(name)
    title = wide if cell_len(wide) <= room else shown(name)
    title = title if cell_len(title) <= room else set_cell_size(title, room - 1) + ink.signs.ellipsis
    words = [*map(shown, _even(statement, room))] if statement else []
    most = max(1, height - 3)
    if len(words) > most:
        last = set_cell_size(words[most - 1], min(cell_len(words[most - 1]), room - 1))
        words = [*words[: most - 1], last.rstrip() + ink.signs.ellipsis]
    rows: list[list[Part]] = [_center(title, "band_foreground b", room)]
    star = height >= len(words) + 8
    if words:
        rows += [[]] if height >= len(words) + 4 else []
        rows += [_center(line, "band_muted i", room) for line in words]
    if foot and height >= len(rows) + 2:
        rows += [[], _center(foot, "band_muted", room)]
    if star:
        rows = [_center(ink.signs.star, gold(ink, "band_foreground"), room), [], *rows]
    above = max(0, (height - len(rows)) // 2)
    return ([[]] * above + rows + [[]] * max(0, height - len(rows) - above))[:height]


def _even(text: str, room: int) -> list[str]:
    """The text in as few lines as it takes, the longest as short as can be."""
    lines = wrap(text, room)
    if len(lines) < 2:
        return lines
    size = room
    while size > room // 2 and len(wrap(text, size - 1)) == len(lines):
        size -= 1
    return wrap(text, size)


def gold(ink: Ink, otherwise: str) -> str:
    """The color of a star on a tint: gold is for signs, and a plain star is a letter, which has to read as one."""
    return "gold" if ink.signs.star == PRETTY.star else otherwise


def _center(text: str, spec: str, room: int) -> list[Part]:
    before = max(0, (room - cell_len(text)) // 2)
    return [(" " * before, "band_muted"), (text, spec)]


def hung(ink: Ink, rows: list[Strip], frame: str) -> list[Strip]:
    """The rows of the banner in the theme's frame: one ring of it, at its edge."""
    rings = _rings(ink.signs, frame)[:1]
    width = rows[0].cell_length
    return [_framed(ink, row, y, len(rows), rings, width) for y, row in enumerate(rows)] if width > 12 else rows
