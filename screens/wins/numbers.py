"""The numbers of the year on the page: bars by month, lines by area, names with their facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.strip import Strip

from organizer import when
from organizer.views.numbers import Number, numbers
from screens.ink import Ink, Part, shown
from screens.widgets.lane import Item

INITIALS = "JFMAMJJASOND"
TALL = 3
"""Rows that the bars are high where there is room."""
EMPTY = "The year is young. What is kept, opened and won adds up here."


def of_page(page: Any) -> tuple[Number, ...]:
    """The numbers of the year the page shows; counted again when something changed."""
    office = page.office
    key = (office.practice.version, page.back, page.now.date())
    if getattr(page, "counted", (None,))[0] != key:
        last = date.fromisoformat(page.year.last)
        page.counted = key, numbers(office.practice, last, page.now, office.clock.zone())
    found: tuple[Number, ...] = page.counted[1]
    return found


def left(page: Any) -> list[Item]:
    """The bars by month; all of them where there is one column."""
    found = of_page(page)
    title = Item("", "title", (f"Numbers of the year, {page.years()}", ""))
    if not found:
        return [title, Item("", "blank"), Item("", "quiet", EMPTY)]
    mine = [one for one in found if one.kind == "months"] if page.beside else list(found)
    return [title, Item("", "blank"), *_items(mine, page)]


def right(page: Any) -> list[Item]:
    """The others, beside them."""
    if not page.beside:
        return []
    return [Item("", "blank"), Item("", "blank"), *_items([n for n in of_page(page) if n.kind != "months"], page)]


def _items(found: list[Number], page: Any) -> list[Item]:
    rows: list[Item] = []
    for one in found:
        rows += [Item(f"number:{one.id}", "title", (one.title, "")), Item("", "figure", one.figure)]
        if one.kind == "months":
            tall = 1 if page.short else TALL
            rows += [*(Item("", "bars", (one, at, tall)) for at in range(tall - 1, -1, -1)), Item("", "initials", one)]
        most = max((value for _, value in one.parts), default=1)
        for at, (name, value) in enumerate(one.parts if one.kind != "months" else ()):
            fact = one.facts[at] if one.facts else str(value)
            said = when.say(fact, page.now) if one.id == "milestones" else fact
            rows.append(Item("", one.kind, (name, value, most, said)))
        rows.append(Item("", "blank"))
    return rows


def draw(ink: Ink, item: Item, width: int, focused: bool) -> list[Strip]:
    """One row."""
    if item.kind == "title":
        return [ink.row(width, [(item.data[0], "foreground b")], [(item.data[1], "muted")])]
    if item.kind in ("quiet", "figure"):
        return [ink.row(width, [(item.data, "muted")])]
    if item.kind == "bars":
        return [ink.row(width, _bars(ink, *item.data))]
    if item.kind == "initials":
        return [ink.row(width, _initials(item.data))]
    if item.kind == "across":
        name, value, most, fact = item.data
        room = max(1, width - 28)
        line = ink.signs.path_line * max(1, room * value // most)
        return [ink.columns(width, [([(shown(name), "muted")], 20, "l"), ([(line, "accent")], 0, "l"),
                                    ([(fact, "faint")], 6, "r")])]  # fmt: skip
    if item.kind == "list":
        return [ink.row(width, [(shown(item.data[0]), "muted")], [(item.data[3], "faint")])]
    return [ink.blank(width)]


def _bars(ink: Ink, one: Number, floor: int, tall: int) -> list[Part]:
    """One of the rows that the bars are high, counted from below."""
    most = max(value for _, value in one.parts) or 1
    parts: list[Part] = []
    for at, (_, value) in enumerate(one.parts):
        full = max(1, value * 8 * tall // most) if value else 0
        high = ink.signs.bars[min(8, full - 8 * floor) - 1] if full > 8 * floor else " "
        spec = "gold" if one.id == "stars" else "accent" if at == len(one.parts) - 1 else "faint"
        parts += [(high * 2, spec), ("  ", "faint")]
    return parts


def _initials(one: Number) -> list[Part]:
    return [(f"{INITIALS[int(month[5:7]) - 1]}   ", "faint") for month, _ in one.parts]
