"""The lane at the right of My Word: the upright path of the promise under the cursor, or the figures."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from organizer.manner import keyed
from organizer.practice import Practice
from organizer.views.word import Figures, Given
from organizer.word.measures import Measures
from organizer.words import count, minutes
from screens.ink import Ink, Part, who, wrap
from screens.widgets.lane import Item
from screens.word.stops import CAUTION, Stop, cautioned, stops, title

INSET = 3
"""Cells before the words of a stop."""


def path_items(one: Given, now: datetime, whole: bool = False) -> list[Item]:
    """The rows of the path of a promise."""
    found = stops(one, now, whole)
    head = Item("", "path head", one)
    caution = [Item("", "blank"), Item("", "caution")] if cautioned(one) else []
    return [head, Item("", "blank"), *(Item("", "stop", (s, s is found[-1])) for s in found), *caution]


def height(item: Item, width: int) -> int:
    """How many lines a row takes."""
    if item.kind == "path head":
        return 1 + len(_about(item.data, width))
    if item.kind == "stop":
        stop, last = item.data
        return len(_lines(stop, width)) + (0 if last else 1)
    if item.kind == "caution":
        return len(wrap(CAUTION, width))
    if item.kind == "words":
        return len(wrap(item.data, width))
    return 1


def _about(one: Given, width: int) -> list[str]:
    return wrap(one.commitment.text, width)


def _lines(stop: Stop, width: int) -> list[Part]:
    """The name, and the lines below it."""
    room = max(8, width - INSET - 1)
    lines: list[Part] = [(stop.name, "foreground b" if stop.here else "foreground" if stop.done else "muted")]
    if stop.said.strip():
        lines += [(line, "muted i") for line in wrap(stop.said, room)]
    if stop.help:
        lines += [(line, "muted" if stop.here else "faint") for line in wrap(stop.help, room)]
    if stop.here and stop.command == "word.next":
        lines.append(("{word.words}", "key"))
    return lines


def draw(ink: Ink, item: Item, width: int, now: datetime, ground: str = "background") -> list[Strip]:
    """The lines of a row, on a ground."""
    if item.kind == "path head":
        one: Given = item.data
        to, room = who(one.commitment.who), max(4, width - 20)
        to = to if cell_len(to) <= room else f"{set_cell_size(to, room - 1).rstrip()}{ink.signs.ellipsis}"
        head = ink.row(width, [(title(one), "foreground b")], [(to, "muted")], ground)
        return [head, *(ink.row(width, [(line, "muted")], (), ground) for line in _about(one, width))]
    if item.kind == "stop":
        return _stop(ink, item.data[0], width, item.data[1], ground)
    if item.kind == "caution":
        return [ink.row(width, [(line, "faint")], (), ground) for line in wrap(CAUTION, width)]
    if item.kind == "words":
        return [ink.row(width, [(line, "faint")], (), ground) for line in wrap(item.data, width)]
    if item.kind == "figure":
        return [_figure(ink, item, width)]
    return [ink.blank(width, ground)]


def _stop(ink: Ink, stop: Stop, width: int, last: bool, under: str) -> list[Strip]:
    signs = ink.signs
    ground = "accent_soft" if stop.here else under
    sign = signs.path_done if stop.done else signs.path_here if stop.here else signs.path_ahead
    down: Part = (
        (signs.path_down, "accent") if stop.done else (signs.path_below, "line" if signs.path_below == "│" else "faint")
    )
    if last:
        down = (" ", "line")
    spec = "accent" if stop.done or stop.here else "faint"
    strips = []
    for number, (text, weight) in enumerate(_lines(stop, width)):
        left: list[Part] = [(sign, spec) if number == 0 else down, (" " * (INSET - 1), "faint")]
        left += _words(text, weight, signs.quote_open, signs.quote_close)
        fact = stop.fact if number == 0 else ""
        right: list[Part] = [(fact, "accent" if stop.here and stop.command == "word.next" else "muted")] if fact else []
        strips.append(ink.row(width, left, [*right, (" ", "faint")] if right else (), ground))
    if not last:
        strips.append(ink.row(width, [down], (), under))
    return strips


def _words(text: str, weight: str, begin: str, end: str) -> list[Part]:
    """A line of a stop: a key with its word, or words."""
    if weight == "key":
        return [(keyed(text), "accent b"), (" words to start from", "muted")]
    return [(text.replace("\u201c", begin).replace("\u201d", end), weight)]


# -- the figures


def figure_items(found: Figures, practice: Practice) -> list[Item]:
    """The rows of the figures: each over 90 days and a year."""
    rows = [("", "90 days", "a year"), *_rows(found.quarter, found.year)]
    items = [Item("", "figure", ("The figures", "", "", True)), Item("", "blank")]
    items += [Item("", "figure", (*row, False)) for row in rows]
    clusters = [(practice.areas[a].name if a in practice.areas else "no area", n) for a, n in found.year.clusters[:3]]
    young, middle, old = found.ages
    words = []
    if clusters:
        words.append("Slipped most in a year: " + ", ".join(f"{name} {n}" for name, n in clusters) + ".")
    if young + middle + old:
        words.append(f"Open to put right: {young} under a week, {middle} under a month, {old} older.")
    words.append(week_said(found).capitalize() + ".")
    words.append("These are facts and not grades. A hundred is not the goal.")
    for line in words:
        items += [Item("", "blank"), Item("", "words", line)]
    return items


def _rows(quarter: Measures, year: Measures) -> list[tuple[str, str, str]]:
    both = (quarter, year)

    def row(label: str, values: list[str]) -> tuple[str, str, str]:
        return label, values[0], values[1]

    return [
        row("came due, or changed", [str(one.all) for one in both]),
        row("kept on time, in 100", [_rate(one.kept_rate) for one in both]),
        row("honored, in 100", [_rate(one.honored_rate) for one in both]),
        row("changed, and told", [str(one.changed) for one in both]),
        row("told ahead by", [_span(one.notice) for one in both]),
        row("slipped", [str(one.slipped) for one in both]),
        row("said after", [_span(one.to_say and one.to_say * 24) for one in both]),
        row("put right after", [_span(one.to_repair and one.to_repair * 24) for one in both]),
    ]


def _rate(rate: int | None) -> str:
    return "-" if rate is None else str(rate)


def _span(hours: float | None) -> str:
    """A length of time, roughly."""
    if hours is None:
        return "-"
    return count(round(hours), "hour") if hours < 48 else count(round(hours / 24), "day")


def week_said(found: Figures) -> str:
    """What is promised this week against the hours that are free."""
    free = f"{minutes(found.free_minutes // 60 * 60) or 'no time'} of the office week free"
    if not found.week:
        return f"nothing promised this week, {free}"
    takes = f" ({minutes(found.week_minutes)})" if found.week_minutes else ""
    return f"{count(found.week, 'promise')} due this week{takes}, {free}"


def _figure(ink: Ink, item: Item, width: int) -> Strip:
    label, first, second, head = item.data
    if head:
        return ink.row(width, [(label, "foreground b")])
    spec = "foreground" if label else "faint"
    column = min(11, max(8, width // 4))
    cells: list[tuple[list[Part], int, str]] = [
        ([(label, "muted")], 0, "l"),
        ([(first, spec)], column, "r"),
        ([(second, spec)], column, "r"),
    ]
    return ink.columns(width, cells)
