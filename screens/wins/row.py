"""The last win on Today."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.office import Office
from organizer.records.wins import Win
from organizer.views.wins import last_win
from screens.ink import Ink, Part, shown
from screens.wins.items import sticker


def items(office: Office) -> list[tuple[str, tuple[Win, str]]]:
    """What went right last, and when that was."""
    win = last_win(office.practice)
    return [(win.id, (win, when.say(win.at[:10], office.clock.now())))] if win else []


def draw(ink: Ink, data: tuple[Win, str], width: int, focused: bool) -> Strip:
    """Its sticker, its words, its day."""
    win, day = data
    sign, spec = sticker(ink, win)
    weight = "foreground b" if focused else "foreground"
    left: list[Part] = [
        (ink.signs.focus if focused else " ", "accent"),
        (sign.ljust(2), spec),
        (" ", "faint"),
        (shown(win.text), weight),
    ]
    return ink.row(width, left, [(f"{day} ", "faint")], "accent_soft" if focused else "background")
