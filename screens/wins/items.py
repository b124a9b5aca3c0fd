"""The rows of Wins: wins, rewards, weeks of the wall; how they are measured and drawn."""

from __future__ import annotations

from datetime import date, datetime

from textual.strip import Strip

from organizer import when
from organizer.manner import keyed
from organizer.records.wins import Reward, Win
from organizer.views.wins import WinsView
from organizer.wins import stickers
from organizer.words import count
from screens.ink import Ink, Part, lines_of, shown, wrap
from screens.widgets.lane import Item

EMPTY = "The first star is the easiest: what went right today?"
NOTED = 6
"""Wins of a chosen week that are told under its stickers."""
DAY = 12
"""Cells of the day behind stars, which so stand below each other."""


def sticker(ink: Ink, win: Win) -> Part:
    """The sticker of a win: stars are gold, the others of the theme's color."""
    at = stickers.place(win.sticker)
    return ink.signs.stickers[at], "gold" if at == 0 else "accent"


def reward_items(view: WinsView, all: bool = False) -> list[Item]:
    """The rewards to come, and those that were taken; those let go of in a row, or with `all` one by one."""
    fact = f"{count(view.to_go, 'star')} to go" if view.next else ""
    items = [Item("", "heading", ("Rewards I chose", fact)), Item("", "blank")]
    for one in view.waiting:
        kind = "next" if one == view.next else "reward"
        items.append(Item(f"reward:{one.id}", kind, (one, view.in_hand)))
    words = "    Promise myself another" if view.waiting else "Promise myself one"  # below the others, if any
    items.append(Item("new:reward", "new", words))
    if view.taken:
        items += [Item("", "blank"), Item("", "heading", ("Taken", str(len(view.taken)))), Item("", "blank")]
        items += [Item(f"reward:{one.id}", "taken", one) for one in view.taken]
    if view.gone and all:
        items += [Item("", "blank"), Item("", "heading", ("Let go of", str(len(view.gone)))), Item("", "blank")]
        items += [Item(f"reward:{one.id}", "gone", one) for one in view.gone]
    elif view.gone:
        items += [Item("", "blank"), Item("more:rewards", "more", f"{len(view.gone)} let go of")]
    return items


def wall_items(ink: Ink, weeks: list[tuple[str, list[Win]]], now: datetime) -> list[Item]:
    """The wall, a row of stickers a week."""
    return [Item(f"week:{monday}", "week", (monday, found)) for monday, found in weeks]


def height(item: Item, width: int, focused: bool) -> int:
    """Lines of a row. A chosen win tells what was written about it, a chosen week its wins."""
    if item.kind == "quiet":
        return lines_of(item.data, width)
    if item.kind == "next":
        return 2
    if item.kind == "win" and focused and item.data.note:
        return 1 + lines_of(item.data.note, width - 6, most=3)
    if item.kind == "week":
        rows = -(-len(item.data[1]) // _across(width))
        return rows + (min(len(item.data[1]), NOTED + 1) if focused else 0)
    return 1


def _across(width: int) -> int:
    """Stickers side by side on the wall."""
    return max(1, (width - 24) // 2)


def draw(ink: Ink, item: Item, width: int, focused: bool, now: datetime) -> list[Strip]:
    """One row."""
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    weight = "foreground b" if focused else "foreground"
    if item.kind == "heading":
        return [ink.row(width, [(item.data[0], "foreground b")], [(item.data[1], "faint")])]
    if item.kind == "quiet":
        return [ink.row(width, [(line, "muted")]) for line in wrap(item.data, width)]
    if item.kind == "hint":
        return [ink.row(width, [(keyed(f"{item.data[0]} "), "accent b"), (item.data[1], "muted")])]
    if item.kind == "win":
        return _win(ink, item.data, width, focused, now)
    if item.kind in ("more", "new"):
        return [ink.row(width, [bar, (f"   {item.data}", weight if focused else "faint")], (), ground)]
    if item.kind in ("next", "reward"):
        return _reward(ink, item, width, focused)
    if item.kind in ("taken", "gone"):
        one: Reward = item.data
        sign: Part = (ink.signs.listed_done, "accent") if one.taken else (ink.signs.let_go, "faint")
        left: list[Part] = [bar, sign, (f" {one.stars:>3}  ", "faint"),
                            (shown(one.text), "foreground b" if focused else "muted")]  # fmt: skip
        return [ink.row(width, left, [(f"{short_day(one.taken or one.dropped, now)} ", "faint")], ground)]
    return _week(ink, item, width, focused) if item.kind == "week" else [ink.blank(width)]


def short_day(at: str, now: datetime) -> str:
    """A day that was, in a few cells: "Feb 13", and the year where it is another."""
    day = date.fromisoformat(at[:10])
    return f"{day:%b} {day.day}" if day.year == now.year else f"{day:%b} {day.year}"


def _win(ink: Ink, one: Win, width: int, focused: bool, now: datetime) -> list[Strip]:
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    sign, spec = sticker(ink, one)
    left: list[Part] = [bar, (sign.ljust(2), spec), (" ", "faint"),
                        (shown(one.text), "foreground b" if focused else "foreground")]  # fmt: skip
    day = when.say(one.at[:10], now)
    more = ink.signs.star * one.stars if one.stars > 1 else ""
    right: list[Part] = [(more, "gold"), (f"  {day.rjust(DAY) if more else day} ", "faint")]
    rows = [ink.row(width, left, right, ground)]
    if focused and one.note:
        rows += [
            ink.row(width, [bar, ("   ", "faint"), (line, "muted i")], (), ground)
            for line in wrap(one.note, width - 6, most=3)
        ]
    return rows


def _reward(ink: Ink, item: Item, width: int, focused: bool) -> list[Strip]:
    """A reward to come; under the nearest, how far the stars go."""
    one, in_hand = item.data
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    there = one.stars <= in_hand
    sign: Part = (
        ink.signs.star if there else ink.signs.star_empty,
        "gold" if there or item.kind == "next" else "faint",
    )
    weight = "foreground b" if focused else "foreground" if there or item.kind == "next" else "muted"
    left: list[Part] = [bar, sign, (f" {one.stars:>3}  ", "muted"), (shown(one.text), weight)]
    right: list[Part] = [(keyed("{reward.take} "), "accent b"), ("takes it ", "muted")] if there and focused else []
    right = right or ([("it is there ", "muted")] if there else [])
    rows = [ink.row(width, left, right, ground)]
    if item.kind == "next":
        rows.append(gauge(ink, in_hand, one.stars, width, 3, ground))
    return rows


def gauge(ink: Ink, part: int, whole: int, width: int, indent: int = 0, ground: str = "background") -> Strip:
    """How far it goes, as a line: full as far as it went."""
    room = max(1, width - indent - 1)
    full = min(room, room * part // whole) if whole else 0
    signs = ink.signs
    return ink.row(
        width, [(" " * indent, "faint"), (signs.path_line * full, "gold"), (signs.path_rest * (room - full), "line")],
        (), ground,
    )  # fmt: skip


def _week(ink: Ink, item: Item, width: int, focused: bool) -> list[Strip]:
    """A week of the wall: its Monday, its stickers, how many there are; the words of a chosen one."""
    monday, found = item.data
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    each, day = _across(width), date.fromisoformat(monday)
    rows = []
    for at in range(0, len(found), each):
        name = f"{day:%b} {day.day}" if at == 0 else ""
        left: list[Part] = [bar, (f" {name:8}", "foreground b" if focused else "muted")]
        for one in found[at : at + each]:
            sign, spec = sticker(ink, one)
            left.append((sign.ljust(2), spec))
        fact = count(len(found), "win") if at == 0 else ""
        rows.append(ink.row(width, left, [(f"{fact} ", "faint")], ground))
    if focused:
        told = [one.text for one in found[:NOTED]]
        told += [f"{len(found) - NOTED} more"] if len(found) > NOTED else []
        rows += [ink.row(width, [bar, (" " * 9, "faint"), (shown(text), "muted")], (), ground) for text in told]
    return rows
