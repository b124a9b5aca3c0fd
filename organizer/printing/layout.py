"""Where everything stands on a poster or card. Lengths are in points from the top left; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

Measure: TypeAlias = Callable[[str, str, float], float]
"""(text, face, size) -> width. Faces are "bold", "regular" and "italic"."""
SIZES = {"letter": (612.0, 792.0), "a4": (595.0, 842.0), "8x10": (576.0, 720.0), "5x7": (360.0, 504.0)}
"""Pages by name, in points."""
PHONE = (540.0, 960.0)
"""A card for a phone, half its pixels."""


class Colors(NamedTuple):
    """What it is drawn with, each "#rrggbb"."""

    paper: str
    ink: str
    accent: str


class Box(NamedTuple):
    """A rectangle, its corners rounded by `radius`; `stroke` 0 fills it."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    stroke: float
    color: str


class Rule(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    stroke: float
    color: str


class Shape(NamedTuple):
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    color: str


class Words(NamedTuple):
    """Text, centered on `x`, standing on `y`."""

    text: str
    x: float
    y: float
    size: float
    face: str
    color: str


Mark: TypeAlias = Box | Rule | Shape | Words


class Piece(NamedTuple):
    """What is put on the wall."""

    name: str
    statement: str
    year: str
    frame: str


class Sheet(NamedTuple):
    """A page, ready to be drawn."""

    width: float
    height: float
    title: str
    marks: tuple[Mark, ...]


def sheet(piece: Piece, size: tuple[float, float], colors: Colors, measure: Measure) -> Sheet:
    """A poster, or a card: year, name in capitals, an ornament, the statement; in its frame, in the middle."""
    width, height = size
    unit = min(width / 612, height / 792)
    marks: list[Mark] = [Box(0, 0, width, height, 0, 0, colors.paper)]
    inset = 40 * unit
    marks += frame(piece.frame, width, height, inset, unit, colors)
    room = width - 2 * inset - (104 if piece.frame == "window" else 76) * unit
    names, name_size = name_lines(shown(piece.name).upper(), room, 66 * unit, measure)
    tall = height - 2 * inset - 150 * unit - len(names) * name_size * 1.15 - 90 * unit
    lines, size_of_lines = statement_lines(shown(piece.statement), room, tall, 29 * unit, measure)
    blocks = 15 * unit + 34 * unit + len(names) * name_size * 1.12
    blocks += (74 * unit + len(lines) * size_of_lines * 1.5) if lines else 30 * unit
    y = max(inset + 60 * unit, (height - blocks) * 0.47)
    middle = width / 2
    marks.append(Words(" ".join(piece.year), middle, y + 15 * unit, 15 * unit, "regular", colors.accent))
    y += 49 * unit
    for line in names:
        marks.append(Words(line, middle, y + name_size * 0.8, name_size, "bold", colors.ink))
        y += name_size * 1.12
    y += 22 * unit
    marks += ornament(middle, y, unit, colors.accent)
    y += 44 * unit
    for line in lines:
        marks.append(Words(line, middle, y + size_of_lines * 0.8, size_of_lines, "regular", colors.ink))
        y += size_of_lines * 1.5
    return Sheet(width, height, shown(piece.name), tuple(marks))


def ornament(x: float, y: float, unit: float, color: str) -> list[Mark]:
    """A small diamond between two lines."""
    long, gap, half = 58 * unit, 11 * unit, 5 * unit
    diamond = ((x - half, y), (x, y - half), (x + half, y), (x, y + half))
    left = Rule(x - gap - long, y, x - gap, y, 0.8 * unit, color)
    right = Rule(x + gap, y, x + gap + long, y, 0.8 * unit, color)
    return [left, Shape(diamond, color), right]


def frame(name: str, width: float, height: float, inset: float, unit: float, colors: Colors) -> list[Mark]:
    """The lines of a frame; none for "none"."""

    def box(by: float, radius: float, stroke: float, color: str = colors.ink) -> Box:
        at = inset + by * unit
        return Box(at, at, width - 2 * at, height - 2 * at, radius * unit, stroke * unit, color)

    if name == "plain":
        return [box(0, 0, 1.6)]
    if name == "double":
        return [box(0, 0, 1.8), box(7, 0, 0.7)]
    if name == "window":
        return [box(0, 12, 1.6), box(16, 8, 1.0)]
    if name == "ribbon":
        top, bottom, middle = inset, height - inset, width / 2
        marks: list[Mark] = [Box(inset, top, width - 2 * inset, height - 2 * inset, 0, 1.0 * unit, colors.accent)]
        for y in (top, bottom):
            marks.append(Rule(inset, y, width - inset, y, 7 * unit, colors.accent))
            half = 15 * unit
            points = ((middle - half, y), (middle, y - half), (middle + half, y), (middle, y + half))
            marks += [Shape(points, colors.paper), Shape(_smaller(points, middle, y, 0.66), colors.accent)]
        return marks
    if name == "stars":
        at, other, foot = inset, width - inset, height - inset
        corners = ((at, at), (other, at), (at, foot), (other, foot))
        marks = [box(0, 0, 1.0)]
        for x, y in corners:
            half = 17 * unit
            marks += [Box(x - half, y - half, 2 * half, 2 * half, 0, 0, colors.paper), star(x, y, 11 * unit, colors)]
        return marks
    return []


def _smaller(points: tuple[tuple[float, float], ...], x: float, y: float, by: float) -> tuple[tuple[float, float], ...]:
    return tuple((x + (a - x) * by, y + (b - y) * by) for a, b in points)


def star(x: float, y: float, radius: float, colors: Colors) -> Shape:
    """A star of five points."""
    from math import cos, pi, sin

    around = [(pi / 5 * n - pi / 2, radius if n % 2 == 0 else radius * 0.42) for n in range(10)]
    return Shape(tuple((x + far * cos(turn), y + far * sin(turn)) for turn, far in around), colors.accent)


def shown(text: str) -> str:
    """Text as one line that can be drawn: no control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def name_lines(text: str, room: float, largest: float, measure: Measure) -> tuple[list[str], float]:
    """The name in one to three lines, as large as fits; a line more has to be worth it."""
    best: tuple[float, list[str], float] = (0.0, [], 1.0)
    for count in range(1, min(3, len(text.split())) + 1):
        lines = balanced(text, count, lambda part: measure(part, "bold", 1.0))
        wide = max(measure(line, "bold", 1.0) for line in lines)
        size = min(largest, room / wide) if wide else largest
        worth = size * (1 - 0.14 * (count - 1))
        if worth > best[0]:
            best = (worth, lines, size)
    return best[1], best[2]


def statement_lines(text: str, room: float, tall: float, largest: float, measure: Measure) -> tuple[list[str], float]:
    """The statement in lines about as long as each other, in the largest size in which all of it fits."""
    if not text:
        return [], largest
    size = largest
    while True:
        lines = _filled(text, room / size, lambda part: measure(part, "regular", 1.0))
        if len(lines) * size * 1.5 <= tall or size < 3:
            break
        size *= 0.94
    if len(lines) > 1 and len(text.split()) >= len(lines):
        even = balanced(text, len(lines), lambda part: measure(part, "regular", 1.0))
        if max(measure(line, "regular", 1.0) for line in even) <= room / size:
            lines = even
    return lines, size


def _filled(text: str, room: float, wide: Callable[[str], float]) -> list[str]:
    """As many words in each line as fit; a word that is longer than a line is taken apart."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if wide(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while wide(word) > room and len(word) > 1:
            cut = max(1, next((n for n in range(len(word), 0, -1) if wide(word[:n]) <= room), 1))
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines


def balanced(text: str, count: int, wide: Callable[[str], float]) -> list[str]:
    """The words in so many lines, the longest of them as short as can be."""
    words = text.split()
    count = max(1, min(count, len(words)))
    sizes = [wide(word) for word in words]
    space = wide("x x") - wide("xx")
    reach = [0.0]
    for size in sizes:
        reach.append(reach[-1] + size + space)

    def length(begin: int, end: int) -> float:
        return reach[end] - reach[begin] - space

    ends = len(words)
    best: list[list[tuple[float, int]]] = [[(0.0 if at == 0 else float("inf"), 0) for at in range(ends + 1)]]
    for _ in range(count):
        row = [(float("inf"), 0)]
        for end in range(1, ends + 1):
            options = ((best[-1][begin][0] + length(begin, end) ** 2, begin) for begin in range(end))
            row.append(min(options))
        best.append(row)
    lines: list[str] = []
    end = ends
    for number in range(count, 0, -1):
        begin = best[number][end][1]
        lines.append(" ".join(words[begin:end]))
        end = begin
    return lines[::-1]
