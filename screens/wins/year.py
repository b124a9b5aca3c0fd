"""The year of wins as a map: a column a week, a row a day; how much there was is told by the size of the dot."""

from __future__ import annotations

from datetime import date

from textual.strip import Strip

from organizer.views.wins import MapDay, YearMap
from screens.ink import Ink, Part

NAMES = 5
"""Cells of the names of the days."""
ROWS = 8
"""The months, and seven days."""
NAMED = {0: "Mon", 2: "Wed", 4: "Fri"}
"""The days that are named."""


def draw(ink: Ink, found: YearMap, width: int, chosen: str = "") -> list[Strip]:
    """The months above, the seven days below; the chosen day on a tint."""
    first = date.fromisoformat(found.first).weekday()
    days = [NAMED.get((first + at) % 7, "") for at in range(7)]
    rows = [ink.row(width, [(" " * NAMES, "faint"), (months(found), "muted")])]
    for weekday, name in enumerate(days):
        parts: list[Part] = [(name.ljust(NAMES), "muted")]
        strip = ink.row(NAMES, parts)
        cells = [strip]
        for week in found.weeks:
            day = week[weekday] if weekday < len(week) else None
            cells.append(_cell(ink, day, chosen))
        row = Strip([segment for cell in cells for segment in cell])
        rows.append(row.adjust_cell_length(width, ink.style("foreground")).simplify())
    return rows


def mark(ink: Ink, found: YearMap, day: str, chosen: str, rows: list[Strip], x: int, y: int) -> None:
    """Draw one day again in the rows of a map whose corner is there."""
    days = (date.fromisoformat(day) - date.fromisoformat(found.first)).days if day else -1
    week, weekday = divmod(days, 7)
    if 0 <= week < len(found.weeks) and weekday < len(found.weeks[week]):
        row, at = rows[y + 1 + weekday], x + NAMES + week
        cell = _cell(ink, found.weeks[week][weekday], chosen)
        rows[y + 1 + weekday] = Strip.join([row.crop(0, at), cell, row.crop(at + 1)])


def _cell(ink: Ink, day: MapDay | None, chosen: str) -> Strip:
    if day is None:
        return ink.blank(1)
    sign, spec = sign_of(ink, day)
    return ink.row(1, [(sign, spec)], (), "accent_soft" if day.date == chosen else "background")


def sign_of(ink: Ink, day: MapDay) -> Part:
    """How a day looks: quiet, a win, several, celebrated."""
    signs = ink.signs
    if day.rare:
        return signs.star, "gold"
    if not day.wins:
        return signs.dot, "line"
    return (signs.path_done if day.wins > 1 else signs.task), "accent"


def months(found: YearMap) -> str:
    """The names of the months over the first week that begins in each; the last one may stand out by a cell."""
    begins: dict[str, int] = {}
    for at, week in enumerate(found.weeks):
        begins.setdefault(week[0].date[:7], at)
    text, room, names = "", len(found.weeks) + 1, list(begins.items())
    if len(names) > 1 and names[1][1] < 4:  # the rest of a month, too narrow for its name
        del names[0]
    for month, at in names:
        place = min(at, room - 3)
        if place >= len(text):
            text = text.ljust(place) + date.fromisoformat(f"{month}-01").strftime("%b") + " "
    return text[:room].rstrip()


def legend(ink: Ink, width: int) -> Strip:
    """What the dots mean."""
    kinds = (
        (MapDay(""), "quiet"),
        (MapDay("", 1), "a win"),
        (MapDay("", 2), "several"),
        (MapDay("", 1, 1), "celebrated"),
    )
    parts: list[Part] = [(" " * NAMES, "faint")]
    for day, word in kinds:
        parts += [sign_of(ink, day), (f" {word}   ", "faint")]
    return ink.row(width, parts)


def day_at(found: YearMap, x: int, y: int) -> str:
    """The ISO date under a cell, counted from the map's corner; "" beside it."""
    week, day = x - NAMES, y - 1
    if 0 <= week < len(found.weeks) and 0 <= day < len(found.weeks[week]):
        return found.weeks[week][day].date
    return ""
