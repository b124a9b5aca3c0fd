"""Somebody at the screen: what they press, click and see, and what the vault then holds."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import Check, Entry, Record, Setting
from screens.app import Organizer
from screens.desk import Desk
from screens.widgets.canvas import Canvas
from screens.widgets.field import Field
from tests.memory import MemoryVault

NOW = datetime(2026, 6, 11, 9, 14)  # a Thursday
SIZES = ((80, 24), (120, 36), (160, 45))
ROUNDS = 5
"""How often every widget must have emptied its queue before what a key sets off counts as done."""
CHARACTERS = {"space": " ", "slash": "/", "question_mark": "?", "enter": "\r", "tab": "\t"}
NAMES = {
    "solidus": "slash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "low_line": "underscore",
    "plus_sign": "plus",
}

RENT = Entry(
    "rent000000", text="Pay the rent", area="accounting", due="2026-06-11", estimate=20, created="2026-06-01T08:00:00"
)
NOTES = Entry(
    "notes00000",
    text="Finish the progress notes",
    area="documentation",
    stage="next",
    due="2026-06-11",
    dread=2,
    step="open the first one",
    checklist=(Check("Monday"), Check("Tuesday", done=True)),
    created="2026-06-02T08:00:00",
)
CALL = Entry("ca11000000", text="Call the payer", area="outreach", due="2026-06-09", created="2026-06-03T08:00:00")
TALK = Entry("ta1k000000", text="Supervision", kind="event", due="2026-06-11T14:00", created="2026-06-04T08:00:00")
SHELF = Entry("she1f00000", text="Clear the shelf", area="operations", stage="doing", created="2026-06-05T08:00:00")
FIVE = (RENT, NOTES, CALL, TALK, SHELF)


class Person:
    """One person at one app."""

    def __init__(self, app: Organizer, vault: MemoryVault, clock: StoppedClock) -> None:
        self.app, self.vault, self.clock = app, vault, clock
        self.pilot: Pilot[int]

    # -- doing

    async def settle(self) -> None:
        """Let every message that is under way arrive, and what it sets off; the cursor rests then, at once."""
        for _ in range(ROUNDS):
            await self.pilot.pause(0)
        for canvas in self.app.screen.query(Canvas):
            if not canvas.rests:
                canvas.rest()
                await self.pilot.pause(0)

    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names, each when the one before has done its work."""
        for key in keys:
            self._send(key)
            await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys faster than anything can follow."""
        for key in keys:
            self._send(key)
        await self.settle()
        await self.settle()

    def _send(self, key: str) -> None:
        if len(key) == 1:
            name = key if key.isalnum() else unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
            self.app.post_message(events.Key(NAMES.get(name, name), key))
        else:
            self.app.post_message(events.Key(key, CHARACTERS.get(key)))

    async def type(self, text: str) -> None:
        """Type words into what is open."""
        await self.rush(*text)

    async def paste(self, text: str) -> None:
        """Paste, as a terminal does."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def clear(self) -> None:
        """Empty the field that is typed in."""
        await self.press("end", "ctrl+u")

    async def click(self, text: str, right: int = 0, nth: int = 0) -> None:
        """Click on words where they stand, or so many cells right of where they begin."""
        x, y = self.find(text, nth)
        await self.click_at(x + right, y)

    async def click_at(self, x: int, y: int) -> None:
        """Click a cell."""
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            self.app.post_message(
                kind(None, x, y, 0, 0, 0 if kind is events.MouseMove else 1, False, False, False, x, y)
            )
        await self.settle()

    async def wheel(self, x: int, y: int, down: bool = True) -> None:
        """Turn the wheel over a cell."""
        kind = events.MouseScrollDown if down else events.MouseScrollUp
        self.app.post_message(kind(None, x, y, 0, 0, 0, False, False, False, x, y))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal larger or smaller."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for what comes by itself, three seconds at most."""
        for _ in range(60):
            if true():
                return
            await self.pilot.pause(0.05)
        raise AssertionError("it did not happen\n" + self.text)

    async def look(self) -> None:
        """The desk looks around now, as it does twice a second."""
        self.desk.lookout.look_around()
        await self.settle()

    def elsewhere(self, before: Entry | None, after: Entry | None) -> None:
        """Another program changes, makes or removes an entry."""
        record = after or before
        assert record is not None
        self.vault.by_another(Change("Elsewhere", (Row("entries", record.id, before, after),), by="shell"))

    # -- seeing

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, overlays included."""
        # The way App.export_screenshot goes; there is no public one to the rows themselves.
        update = self.app.screen._compositor.render_update(full=True, screen_stack=self.app._background_screens)
        strips = update.strips  # type: ignore[union-attr]
        return ["".join(segment.text for strip in row for segment in strip) for row in strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(line.rstrip() for line in self.lines)

    def sees(self, text: str) -> bool:
        """Whether words stand on one row of the screen."""
        return any(text in line for line in self.lines)

    def page_shows(self, text: str) -> bool:
        """Whether words stand on the page, leaving aside what is said around it."""
        region = self.desk.canvas.region
        return any(text in line for line in self.lines[region.y : min(region.bottom, self.app.size.height - 2)])

    def find(self, text: str, nth: int = 0) -> tuple[int, int]:
        """(x, y) of words on the screen, the `nth` time from the top."""
        found = [(cell_len(line[: line.index(text)]), y) for y, line in enumerate(self.lines) if text in line]
        assert len(found) > nth, f"{text!r} is not on the screen\n{self.text}"
        return found[nth]

    def row(self, text: str) -> str:
        """The row that holds some words."""
        return self.lines[self.find(text)[1]]

    @property
    def focused(self) -> str:
        """The words beside the focus bar, in the canvas of the page or overlay that is open."""
        canvas = next(iter(self.app.screen.query(Canvas)), None)
        region, sign = (canvas or self.app.screen.query_one(Field)).region, self.app.ink.signs.focus
        rows = (line[region.x : region.right] for line in self.lines[region.y : region.bottom])
        return " ".join(row[row.index(sign) + len(sign) :].strip().split("   ")[0] for row in rows if sign in row)

    @property
    def desk(self) -> Desk:
        """The one screen there always is."""
        return self.app.desk

    @property
    def cursor(self) -> str:
        """The key of the row under the cursor, of the overlay if one is open."""
        canvas = self.app.screen.query_one(Canvas)
        lane = canvas.page.current if canvas.page else None
        return lane.key if lane else ""

    @property
    def column(self) -> str:
        """The name of the lane that has the cursor."""
        lane = self.desk.page.current
        return lane.name if lane else ""

    @property
    def overlay(self) -> str:
        """The name of what is open over the page, or ""."""
        return "" if isinstance(self.app.screen, Desk) else type(self.app.screen).__name__

    @property
    def field(self) -> Field:
        """What is typed in, in the overlay that is open."""
        return self.app.screen.query_one(Field)

    def says(self, text: str) -> bool:
        """Whether a sentence is said quietly at the foot of the screen, on one row or two."""
        return text in " ".join(" ".join(self.lines[-4:]).split())

    # -- what is kept

    def kept(self, id: str) -> Entry:
        """An entry as the vault holds it."""
        found = self.vault.tables["entries"][id]
        assert isinstance(found, Entry)
        return found

    @property
    def entries(self) -> list[Entry]:
        """Every entry the vault holds."""
        return [entry for entry in self.vault.tables["entries"].values() if isinstance(entry, Entry)]

    def titled(self, text: str) -> Entry:
        """The one entry with this text."""
        (found,) = (entry for entry in self.entries if entry.text == text)
        return found

    @property
    def three(self) -> tuple[str, ...]:
        """The ids picked for today."""
        return self.app.office.practice.day(self.clock.today()).three

    def check_consistent(self) -> None:
        """The practice in memory is what the vault holds."""
        practice = self.app.office.practice
        assert {name: practice.table(name) for name in self.vault.tables} == self.vault.tables


async def answer(me: Person, *lines: str) -> None:
    """Type an answer to each question, and enter."""
    for line in lines:
        await me.type(line)
        await me.press("enter")


@asynccontextmanager
async def at_screen(
    *records: Record,
    size: tuple[int, int] = (120, 36),
    place: str = "today",
    now: datetime = NOW,
    dark: bool = True,
    plain: bool = False,
    fresh: bool = False,
    **vault: Any,
) -> AsyncIterator[Person]:
    """A person at the app, opened on these records."""
    looks = (Setting("light", "dark" if dark else "light"), Setting("signs", "plain" if plain else "pretty"))
    memory, clock = MemoryVault(*looks, *records, fresh=fresh), StoppedClock(now)
    for name, value in vault.items():
        setattr(memory, name, value)
    person = Person(Organizer(Office(memory, clock), place), memory, clock)
    async with person.app.run_test(size=size) as pilot:
        person.pilot = pilot
        await person.settle()
        yield person
    memory.refuse = None
