"""Where a person may be: every place, every kind of row, everything that opens over a page and has commands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from organizer.commands import COMMANDS
from organizer.records import Entry, Record
from organizer.records.finding import Filter
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.dialogs.drawer import Drawer
from screens.sheet import Sheet
from tests.looks_ import pages
from tests.screens_.person import Person

LOOSE = Entry("1oose00000", text="Waits for what is gone", due="2026-06-11", blocked_by=("gone000000",))
SEARCH = Filter("f1", "", "The payers", "is:waiting")


class Scene(NamedTuple):
    """One place to be: the practice, the keys that lead there, and what is there besides the demo practice."""

    kind: str
    keys: tuple[str, ...] = ()
    more: tuple[Record, ...] = ()


def _palette(words: str) -> tuple[str, ...]:
    return ("ctrl+p", *words, "enter")


SCENES: dict[str, Scene] = {
    "today": Scene("ordinary"),
    "today, loose": Scene("ordinary", (), (LOOSE,)),
    "board": Scene("ordinary", ("2",)),
    "journal": Scene("ordinary", ("3",)),
    "a new volume": Scene("ordinary", ("3", *_palette("new volume"))),
    "theme": Scene("ordinary", ("4",)),
    **{f"theme, {stop}": Scene(f"making {stop}", ("4",)) for stop in ("gather", "word")},
    "my word": Scene("ordinary", ("5",)),
    "front door": Scene("ordinary", ("6",)),
    "front door, one who waits": Scene("ordinary", ("6", "enter")),
    "front door, walking": Scene("ordinary", ("6", *_palette("walk the path"))),
    "words to say": Scene("ordinary", ("6", "w")),
    "closures": Scene("ordinary", _palette("when the office is closed")),
    "wins": Scene("ordinary", ("7",)),
    "wins, rewards": Scene("ordinary", ("7", "r")),
    "rituals": Scene("ordinary", ("8",)),
    "rituals, questions": Scene("ordinary", ("8", "down", "e")),
    "a ritual": Scene("opening", ("o", *["enter"] * 4)),
    "settings": Scene("ordinary", ("comma", "down")),
    "reminders": Scene("ringing", ("R",)),
    "the drawer": Scene("ordinary", ("down", "enter")),
    "areas": Scene("own areas", ("A", "down")),
    "first steps, areas": Scene("at areas"),
}
FIND = Scene("ordinary", ("slash", *"is:waiting"), (SEARCH,))
"""Find, with a search that is kept typed into it."""


@asynccontextmanager
async def at(scene: Scene, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Person]:
    """A person there."""
    app: Any = pages.app_of([*pages.KINDS[scene.kind](), *scene.more])
    person = Person(app, app.office._vault, app.office.clock)
    async with app.run_test(size=size) as pilot:
        person.pilot = pilot
        await person.settle()
        await person.rush(*scene.keys)
        await person.settle()
        yield person


def place_of(me: Person) -> str:
    """The name of the place that the keys belong to."""
    screen = me.app.screen
    if isinstance(screen, Desk):
        return screen.place
    return "entry" if isinstance(screen, Drawer) else screen.place if isinstance(screen, Sheet) else ""


def bound(me: Person) -> dict[str, str]:
    """The keys that lead to a command here, each with its id; enter and escape of a sheet are those of its place."""
    screen, found = me.app.screen, dict[str, str]()
    for key, active in screen.active_bindings.items():
        name, _, answer = active.binding.action.partition("(")
        id = answer.strip("')")
        if name == "command" and screen.check_action(name, (id,)):
            found[key] = id
    if isinstance(screen, Sheet):
        own = (c for c in COMMANDS.values() if place_of(me) in c.places and c.key in ("enter", "escape"))
        found |= {command.key: command.id for command in own}
    return found


def listed(me: Person) -> list[str]:
    """The ids of the commands in the list that is open."""
    screen = me.app.screen
    assert isinstance(screen, Chooser), me.text
    items = screen._choices.lanes[0].items
    return [item.key.removeprefix("do:") for item in items if item.kind == "command"]
