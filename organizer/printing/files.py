"""The poster or the card in a file of the person's choice: what its name ends in says how it is drawn."""

from __future__ import annotations

import os
import re
from datetime import date

from organizer.errors import WrongUse
from organizer.printing.layout import PHONE, SIZES, Colors, Piece, sheet
from organizer.records import Theme
from organizer.records.wins import Win
from organizer.when.saying import MONTHS

POSTERS, CARDS = (".pdf", ".html"), (".svg", ".png")


def piece_of(theme: Theme, year: str) -> Piece:
    """A theme as it is put on the wall."""
    return Piece(theme.name, theme.statement, year, theme.frame or "double")


def piece_of_win(win: Win) -> Piece:
    """A win as it is shown to somebody: so many stars, for what, and when."""
    day = date.fromisoformat(win.at[:10])
    stars = ("One star", "Two stars", "Three stars", "Four stars", "Five stars")[min(5, max(1, win.stars)) - 1]
    return Piece(stars, win.text, f"{MONTHS[day.month - 1]} {day.day}, {day.year}", "stars")


def poster(piece: Piece, ending: str, size: str, accent: str) -> bytes:
    """A page to print, on white, so that it spares ink. Raises `WrongUse`."""
    if size not in SIZES:
        raise WrongUse(f"The sizes are: {', '.join(SIZES)}.")
    return _drawn(piece, ending, SIZES[size], Colors("#ffffff", "#22303a", accent), 1.0)


def card(piece: Piece, ending: str, colors: Colors) -> bytes:
    """A picture for a phone, in the colors of the office. Raises `WrongUse`."""
    return _drawn(piece, ending, PHONE, colors, 2.0)


def _drawn(piece: Piece, ending: str, size: tuple[float, float], colors: Colors, scale: float) -> bytes:
    if ending in (".html", ".svg"):
        from organizer.printing import svg

        made = sheet(piece, size, colors, svg.measure)
        return (svg.html(made) if ending == ".html" else svg.svg(made, scale)).encode("utf-8", "replace")
    from organizer.printing.fonts import Faces

    faces = Faces()
    made = sheet(piece, size, colors, faces.measure)
    if ending == ".pdf":
        from organizer.printing.pdf import pdf

        return pdf(made, faces)
    from organizer.printing.png import png

    return png(made, faces, scale)


def name_for(theme: Theme, ending: str) -> str:
    """A name for its file: letters of the theme's own."""
    words = re.sub(r"[^\w]+", "-", theme.name.lower()).strip("-_") or "theme"
    return f"{words}{ending}"


def where(given: str, theme: Theme, endings: tuple[str, ...]) -> tuple[str, str]:
    """(path, ending) of what was typed: a file, or a folder. Raises `WrongUse` for an ending that is not known."""
    path = os.path.abspath(os.path.expanduser(given.strip()))
    if os.path.isdir(path):
        path = os.path.join(path, name_for(theme, endings[0]))
    ending = os.path.splitext(path)[1].lower()
    if ending not in endings:
        raise WrongUse(f"The name has to end in {' or '.join(endings)}.")
    return path, ending
