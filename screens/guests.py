"""What other places bring to Today: a group of rows each, and what its keys mean on them.

A place has its module imported when its table holds something: the first picture pays for nothing that is not there.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from organizer.office import Office
from organizer.records import TABLES
from screens.ink import Ink, Part, who
from screens.veil import VEIL
from screens.widgets.lane import Item

NAMES = 10
"""Cells for the names of a group at most, so that what they are about begins below one another."""


class Guest(NamedTuple):
    """One group of Today's right column.

    `name` begins the keys of its rows, "name:ID". `row` is a module with `items(office)`, their data by their ids, and
    `draw(ink, data, width, focused)`; `doing` one with `take(desk, command id, ID)`, which says whether it took a key
    on a row, and `show(desk, ID)`, which goes to where the thing stands. `row` may have `quiet(office)`: what is said,
    if anything, instead of `empty` where there are no rows.
    """

    name: str
    title: str
    table: str
    row: str
    doing: str
    empty: str

    def rows(self, office: Office) -> list[Item]:
        """What it brings now: no entry is in it, so of each minute it is asked once until anything else changes."""
        now = f"{office.clock.now():%Y-%m-%d %H:%M}"
        at = "guest", self.name, now, office.clock.zone(), VEIL.drawn
        return office.practice.told.made(at, lambda: self._rows(office))

    def _rows(self, office: Office) -> list[Item]:
        if self.table not in TABLES or not office.practice.table(self.table):
            return []
        row = import_module(self.row)
        found = [Item(f"{self.name}:{id}", "guest", data) for id, data in row.items(office)]
        said = row.quiet(office) if hasattr(row, "quiet") and not found else ""
        return [Item("", "quiet", said)] if said else found


GUESTS = (
    Guest(
        "door",
        "Waiting to hear from me",
        "inquiries",
        "screens.door.row",
        "screens.door.on_today",
        "Nobody is waiting. That is good service.",
    ),
    Guest(
        "word",
        "My word, due today",
        "commitments",
        "screens.word.row",
        "screens.word.on_today",
        "Nothing promised for today.",
    ),
)  # fmt: skip
"""Who brings something, from the top."""
LATELY = Guest("wins", "Lately", "wins", "screens.wins.row", "screens.wins.on_today", "")
"""Who brings the last of what went right."""


def of(key: str) -> tuple[Guest | None, str]:
    """Whose row it is, and the id of what stands there."""
    name, _, id = key.partition(":")
    return next((guest for guest in (*GUESTS, LATELY) if id and guest.name == name), None), id


def names_wide(names: Iterable[str]) -> int:
    """Cells for the names of a group; one that is longer takes its own."""
    return max((wide for wide in (cell_len(who(name)) for name in names) if wide <= NAMES), default=0)


def name_part(name: str, wide: int, focused: bool) -> Part:
    """A name, and the room up to what it is about."""
    name = who(name)
    return name + " " * max(0, wide - cell_len(name)), "foreground b" if focused else "foreground"


def height(item: Item, width: int) -> int:
    """Lines of a row of a guest, where there is room enough: what went right last is told whole."""
    guest, _ = of(item.key)
    return import_module(guest.row).height(item.data, width) if guest is LATELY else 1


def draw(ink: Ink, item: Item, width: int, focused: bool, lines: int = 1) -> list[Strip]:
    """A row of a guest."""
    guest, _ = of(item.key)
    if guest is None:
        return [ink.blank(width)]
    row = import_module(guest.row)
    return (
        row.draw(ink, item.data, width, focused, lines)
        if guest is LATELY
        else [row.draw(ink, item.data, width, focused)]
    )


# -- on Today (furniture: `doing`)

ABOUT: dict[str, Any] = {}


def take(desk: Any, id: str) -> bool:
    """A key on the row of a guest; whether it was taken."""
    lane = desk.page.current
    guest, thing = of(lane.key if lane else "")
    return bool(guest and import_module(guest.doing).take(desk, id, thing))


def click(desk: Any, command: str, target: str) -> bool:
    """A click on a guest's row that was chosen opens it."""
    return command == "choose" and take(desk, "entry.open")
