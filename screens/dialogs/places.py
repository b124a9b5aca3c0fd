"""Where to, and when instead: the short lists behind `m` and `l`."""

from __future__ import annotations

from collections.abc import Callable

from organizer import when
from organizer.office import Office
from organizer.views.board import STAGE_NAMES
from screens.ink import Ink, Part
from screens.widgets.lane import Item

DAYS = ("tomorrow", "friday", "next monday", "in 2 weeks", "next month")


def read_day(office: Office, text: str) -> str | None:
    """The day that is typed, as it will be kept."""
    return when.read_all(text, office.clock.now(), day_first=office.practice.day_first)


class Where:
    """Areas and stages; `go(to, kind)` gives "" or why not."""

    title = "Move to"
    placeholder = "an area, a stage, or a day"
    enter = "move it there"

    def __init__(self, office: Office, ink: Ink, go: Callable[[str, str], str]) -> None:
        self._office, self._ink, self._go = office, ink, go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed; a day when it is one."""
        low = query.strip().lower()
        areas = [
            Item(area.id, "area", area.name)
            for area in self._office.practice.areas_in_order()
            if low in area.name.lower()
        ]
        stages = [Item(stage, "stage", name) for stage, name in STAGE_NAMES.items() if low in name.lower()]
        day = read_day(self._office, query) if low else None
        groups = [
            ("Areas", areas),
            ("Stages", stages),
            (
                "The journal page of",
                [Item(day, "day", when.say(day, self._office.clock.now(), long=True))] if day else [],
            ),
        ]
        items: list[Item] = []
        for name, group in groups:
            if group:
                items += ([Item("", "")] if items else []) + [Item("", "group", name), *group]
        return items or [Item("", "", "No area, stage or day by that name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The name."""
        return [("  ", "foreground"), (item.data, "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Move it."""
        return self._go(item.key, item.kind) if item.key else "Choose where it should go."


class Later:
    """Days to pick from, and whatever day is typed; `go(text)` gives "" or why not."""

    title = "Later"
    placeholder = "friday, june 12, in 3 days, next mon 4pm"
    enter = "then"
    brief = True

    def __init__(self, office: Office, ink: Ink, go: Callable[[str], str]) -> None:
        self._office, self._ink, self._go = office, ink, go

    def items(self, query: str) -> list[Item]:
        """The day that is typed; else the usual ones, and none."""
        now = self._office.clock.now()
        if query.strip():
            day = read_day(self._office, query)
            return (
                [Item(query, "day", when.say(day, now, long=True))]
                if day
                else [Item("", "", "A day or a time, in your own words.")]
            )
        days = [Item(name, "day", when.say(when.read_all(name, now) or "", now, long=True)) for name in DAYS]
        return [*days, Item("none", "none", "")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The words, and the day they mean."""
        if item.kind == "none":
            return [("  no day", "foreground")], []
        return [(f"  {item.key}", "foreground")], [(item.data, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Put it off."""
        return self._go(item.key or query)
