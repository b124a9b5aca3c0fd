"""For terminals of 256 colors: each color is the nearest of these with which the words can still be read.

Rich, which else chooses them, rounds red, green and blue each by itself: of a warm white that makes rose.
"""

from __future__ import annotations

from colorsys import rgb_to_hls
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from screens.palettes import contrast

if TYPE_CHECKING:
    from textual.app import App

READ = 4.5
"""The contrast of words that are read (WCAG 2, AA)."""
_HUED, _GRAY, _TURN, _FAR = 4, 40, 25 / 360, 1e6
"""How much a change of hue weighs; below which difference of its channels a color counts as gray;
how far, of the whole circle, a hue may be from another; and what is beyond that. Found by looking at all themes."""
_STEPS = (0, 95, 135, 175, 215, 255)
_CUBE = [(red, green, blue) for red in _STEPS for green in _STEPS for blue in _STEPS]
_GRAYS = [(8 + 10 * step,) * 3 for step in range(24)]
_ALL = [*enumerate(_CUBE, 16), *enumerate(_GRAYS, 232)]
"""The colors that every such terminal has, by their number: 16 to 255. Those before are the person's own."""


class Nearest(LineFilter):
    """Everything in the colors of such a terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same words in these colors."""
        return [Segment(text, _of_style(style) if style else style, control) for text, style, control in segments]


def wear(app: App[int]) -> None:
    """Where the terminal has no more than 256 colors, and shows any."""
    if app.console.color_system == "256" and not app.no_color:
        app._filters.append(Nearest())


@lru_cache(1024)
def _of_style(style: Style) -> Style:
    ink, paper = (_hex(color) if color and not color.is_default else "" for color in (style.color, style.bgcolor))
    below = nearest(paper) if paper else 0
    above = nearest(ink, paper) if ink else 0
    return style + Style.from_color(_numbered(above), _numbered(below))


def _hex(color: RichColor) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color.get_truecolor())


def _numbered(number: int) -> RichColor | None:
    return RichColor.from_ansi(number) if number else None


@lru_cache(1024)
def nearest(color: str, paper: str = "") -> int:
    """The number, 16 to 255, of the color that is nearest to "#rrggbb"; upon a paper, of those that can be read there:
    with the contrast that it has itself, or that words need."""
    by_distance = sorted(_ALL, key=lambda one: _apart(color, one[1]))
    if paper:
        wanted, below = min(READ, contrast(color, paper)), shown(nearest(paper))
        for number, _ in by_distance:
            if contrast(shown(number), below) >= wanted:
                return number
    return by_distance[0][0]


def shown(number: int) -> str:
    """A numbered color as "#rrggbb"."""
    return "#{:02x}{:02x}{:02x}".format(*dict(_ALL)[number])


def _apart(color: str, other: tuple[int, ...]) -> float:
    """How different two colors look, roughly: red and blue weigh more where there is more of them, and so does what is
    not gray. A color that has a hue keeps it as long as any of that hue will do."""
    mine = tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
    red, green, blue = (one - its for one, its in zip(mine, other, strict=True))
    mean, lighter = (mine[0] + other[0]) / 512, (red + green + blue) / 3
    found = (2 + mean) * red**2 + 4 * green**2 + (3 - mean) * blue**2
    found += _HUED * sum((step - lighter) ** 2 for step in (red, green, blue))
    return found if max(mine) - min(mine) < _GRAY or _alike(mine, other) else found + _FAR


def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    if max(other) == min(other):
        return False
    turn = abs(rgb_to_hls(*one)[0] - rgb_to_hls(*other)[0])
    return min(turn, 1 - turn) <= _TURN
