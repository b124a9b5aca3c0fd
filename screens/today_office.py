"""The rows of Today that speak of the office: its path, the days that were kept, and the week ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.strip import Strip

from organizer import when
from organizer.manner import keyed
from organizer.views.office_day import OfficeDay
from organizer.views.today import WeekDay
from screens.ink import Ink, Part
from screens.path import path


def path_row(ink: Ink, day: OfficeDay, width: int, narrow: bool) -> Strip:
    """The day as a path: opened, pause, close."""
    way = path(ink, width - 2, 3 if day.stops[1] else 2, day.part, begun=day.opened is not None)
    return ink.row(width, [(" ", "foreground"), *way])


def stops_row(ink: Ink, day: OfficeDay, width: int, narrow: bool) -> Strip:
    """What stands under the stops of the path."""
    begin = ("opened " if narrow else "open ") if day.opened else "opens "
    ends = "closed " if day.closed else "close "
    first, middle, last = (when.say_time(stop) for stop in day.stops)
    left = f" {begin}{_bare(first)}"
    right = f"{ends}{_bare(last)} "
    center = "" if narrow or not middle else f"pause {_bare(middle)}"
    space = width - len(left) - len(right)
    before = max(1, (width - len(center)) // 2 - len(left))
    middle_text = (" " * before + center).ljust(space) if center and space > len(center) + 2 else " " * space
    return ink.row(width, [(left, "muted" if day.opened else "faint"), (middle_text, "faint"), (right, "faint")])


def kept_row(ink: Ink, kept: Sequence[bool], width: int, indent: str, narrow: bool) -> Strip:
    """The office days of this week so far."""
    signs = ink.signs
    if not any(kept):
        return ink.row(width, [(indent, "faint"), (keyed("{office.toggle} opens the office for today."), "faint")])
    dots = ("" if narrow else " ").join(signs.path_done if day else signs.path_ahead for day in kept)
    words = f"  {sum(kept)} of {len(kept)} office days" + ("" if narrow else " kept")
    return ink.row(width, [(f" {dots}", "accent"), (words, "muted")])


def week_ahead(ink: Ink, week: Sequence[WeekDay], width: int, pad: int) -> list[Strip]:
    """Seven days, with a dot for each task and event."""
    room = width - 2 * pad
    each = room // 7
    names: list[tuple[list[Part], int, str]] = []
    dots: list[tuple[list[Part], int, str]] = []
    for number, day in enumerate(week):
        name = date.fromisoformat(day.date).strftime("%a ") + str(int(day.date[8:]))
        text = _marks(ink, day, each)
        spec = "accent b" if number == 0 else "muted" if day.office else "faint"
        names.append(([(f" {name}", spec)], each, "l"))
        dots.append(([(f" {text or ink.signs.dash}", "muted" if text else "faint")], each, "l"))
    rows = [
        ink.row(room, [("The week ahead", "foreground b")]),
        ink.blank(room),
        ink.columns(room, names),
        ink.columns(room, dots),
    ]
    side = ink.blank(pad)
    return [Strip.join([side, row, side]) for row in rows] + [ink.blank(width)]


def _marks(ink: Ink, day: WeekDay, width: int) -> str:
    """A sign for each thing of a day, and how many more there are."""
    marks = [ink.signs.task] * day.tasks + [ink.signs.event] * day.events
    more = len(marks) - width // 2 + 2
    return " ".join(marks[: max(1, width // 2 - 2)]) + (f" +{more}" if more > 0 else "")


def _bare(time: str) -> str:
    return time.replace(" AM", "").replace(" PM", "")
