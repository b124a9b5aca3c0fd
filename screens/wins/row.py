"""The last win on Today."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from organizer import when
from organizer.office import Office
from organizer.records.wins import Win
from organizer.views.wins import last_win
from screens.ink import Ink, Part, shown
from screens.wins.items import sticker

INDENT = 4
"""Cells before its words."""


def items(office: Office) -> list[tuple[str, tuple[Win, str]]]:
    """What went right last, and when that was."""
    win = last_win(office.practice)
    return [(win.id, (win, when.say(win.at[:10], office.clock.now())))] if win else []


def height(data: tuple[Win, str], width: int) -> int:
    """Lines that it takes: two where its words leave no room for the day."""
    win, day = data
    return 1 if cell_len(shown(win.text)) + cell_len(day) + INDENT + 3 <= width else 2


def draw(ink: Ink, data: tuple[Win, str], width: int, focused: bool, lines: int = 1) -> list[Strip]:
    """Its sticker, its words, its day, beside them or below."""
    win, day = data
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    beside: list[Part] = [(f"{day} ", "faint")]
    sign, spec = sticker(ink, win)
    weight = "foreground b" if focused else "foreground"
    left: list[Part] = [
        bar,
        (sign.ljust(2), spec),
        (" ", "faint"),
        (shown(win.text), weight),
    ]
    if lines == 1:
        return [ink.row(width, left, beside, ground)]
    return [
        ink.row(width, left, (), ground),
        ink.row(width, [bar, (f"{day:>{len(day) + INDENT - 1}}", "faint")], (), ground),
    ]
