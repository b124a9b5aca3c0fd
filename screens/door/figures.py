"""The figures of the Front Door, at the right of everyone: over a year and this month; facts, and no grades."""

from __future__ import annotations

from textual.strip import Strip

from organizer.door.figures import AUDIT, Figures
from organizer.door.saying import office_time
from organizer.views.door import DoorFigures
from screens.ink import Ink, Part, wrap
from screens.widgets.lane import Item

NOTE = (
    f"An audit of 725 therapists found that {AUDIT} in 100 were answered at all. The clock counts office hours alone.",
    "These are facts and not grades.",
)


def figure_items(found: DoorFigures, day: int, word: str) -> list[Item]:
    """The rows."""
    rows = [
        ("", "a year", "month"),
        ("came in", str(found.year.all), str(found.month.all)),
        ("answered, in 100", _rate(found.year.rate), _rate(found.month.rate)),
        ("an audit, in 100", str(AUDIT), ""),
        ("if full, in 100", _rate(found.year.full_rate), _rate(found.month.full_rate)),
        ("in time, in 100", _rate(found.year.in_time_rate), _rate(found.month.in_time_rate)),
        ("half within", _span(found.year, day), _span(found.month, day)),
    ]
    items = [Item("", "heading", ("The figures", "")), Item("", "blank")]
    items += [Item("", "figure", row) for row in rows]
    for line in (word, *NOTE):
        items += [Item("", "blank"), Item("", "words", line)]
    return items


def _rate(rate: int | None) -> str:
    return "-" if rate is None else str(rate)


def _span(found: Figures, day: int) -> str:
    return "-" if found.minutes is None else office_time(found.minutes, day)


def height(item: Item, width: int) -> int:
    """How many lines a row takes."""
    return len(wrap(item.data, width)) if item.kind == "words" else 1


def draw(ink: Ink, item: Item, width: int) -> list[Strip]:
    """The lines of a row."""
    if item.kind == "words":
        return [ink.row(width, [(line, "faint")]) for line in wrap(item.data, width)]
    label, first, second = item.data
    spec = "foreground" if label else "faint"
    column = min(13, max(9, width // 4))
    cells: list[tuple[list[Part], int, str]] = [
        ([(label, "muted")], 0, "l"), ([(first, spec)], column, "r"), ([(second, spec)], column, "r"),
    ]  # fmt: skip
    return [ink.columns(width, cells)]
