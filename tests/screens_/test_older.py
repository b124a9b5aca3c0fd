"""Looking for what is in the archive: a year back by itself, all of it when asked."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from organizer.records import Entry
from organizer.records.word import Commitment, Step
from screens.dialogs import chooser
from tests.screens_.person import FIVE, Person, at_screen

LAST = [Entry(f"l{n:02d}st00000", text=f"Umbrella bill {n}", stage="done", created="2026-01-07", closed="2026-01-09")
        for n in range(5)]  # fmt: skip
LONG = [Entry(f"q{n:02d}ng00000", text=f"Umbrella lesson {n}", stage="done", created="2019-05-07", closed="2019-05-09")
        for n in range(7)]  # fmt: skip
ARCHIVED = {entry.id: entry for entry in (*LAST, *LONG)}


async def read_all(me: Person) -> None:
    """Let the dialog read what it wants to read."""
    for _ in range(60):
        await me.pilot.pause(0.005)
        if me.app.screen._reading is None:
            break
    await me.settle()


async def test_the_last_year_is_looked_through_by_itself() -> None:
    async with at_screen(*FIVE, archived=ARCHIVED) as me:
        await me.press("slash")
        await me.type("umbrella")
        await read_all(me)
        assert me.sees("Umbrella bill 4")
        assert not me.sees("Umbrella lesson")
        assert me.sees("7 older entries: look through the archive too")


async def test_and_all_of_it_when_asked() -> None:
    async with at_screen(*FIVE, archived=ARCHIVED) as me:
        await me.press("slash")
        await me.type("lesson")
        await read_all(me)
        await me.press("enter")
        await read_all(me)
        assert me.overlay == "Chooser"
        assert me.cursor == "q05ng00000"
        assert not me.sees("look through the archive")
        await me.press("enter")
        assert me.overlay == "Drawer"
        assert me.sees("Umbrella lesson 5")


async def test_the_row_can_be_clicked_and_closing_ends_the_reading() -> None:
    async with at_screen(*FIVE, archived=ARCHIVED) as me:
        await me.press("slash")
        await me.type("umbrella")
        await read_all(me)
        await me.click("7 older entries")
        await me.press("escape")
        assert me.overlay == ""
        await me.press("slash")
        await me.type("umbrella")
        await read_all(me)
        assert me.sees("7 older entries")


async def test_the_collector_never_looks_through_all_that_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    aside: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: aside.append("set aside"))
    monkeypatch.setattr(chooser, "SET_ASIDE_EVERY", 1)
    async with at_screen(*FIVE, archived=ARCHIVED) as me:
        await me.press("slash")
        await me.type("umbrella")
        await read_all(me)
        assert not aside, "a year is not much"
        await me.click("7 older entries")
        await read_all(me)
        assert aside


async def test_what_was_set_aside_goes_when_find_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "SET_ASIDE_EVERY", 1)
    try:
        async with at_screen(*FIVE, archived=ARCHIVED) as me:
            await me.press("slash")
            await me.type("umbrella")
            await read_all(me)
            await me.click("7 older entries")
            await read_all(me)
            kept = [ref(shelf) for shelf in me.app.screen._source._finder.shelves]
            await me.press("escape")
            await me.settle()
            gc.collect()
            assert not any(one() for one in kept)
    finally:
        gc.unfreeze()


async def test_what_is_changed_in_the_archive_is_at_hand_again() -> None:
    async with at_screen(*FIVE, archived=dict(ARCHIVED)) as me:
        await me.press("slash")
        await me.type("umbrella bill 2")
        await read_all(me)
        await me.press("enter", "d")
        assert me.titled("Umbrella bill 2").dread == 1
        await me.press("escape", "u")
        assert me.titled("Umbrella bill 2") == LAST[2]


def kept(id: str, text: str, day: str) -> Commitment:
    """A promise that is over with."""
    at = f"{day}T09:00:00"
    return Commitment(id, text=text, who="payer", steps=(Step("promise", at, day), Step("keep", at)), created=at)


PROMISES = {one.id: one for one in (kept("a11year000", "Parasol letter", "2026-01-09"),
                                    kept("b1ong00000", "Parasol lesson", "2019-05-09"))}  # fmt: skip


async def test_promises_of_the_last_year_are_found_by_find_and_by_the_palette() -> None:
    async with at_screen(*FIVE, archived=PROMISES) as me:
        for key in ("slash", "ctrl+p"):
            await me.press(key)
            await me.type("parasol payer")
            await read_all(me)
            assert me.sees("Parasol letter"), key
            assert not me.sees("Parasol lesson")
            await me.press("enter")
            assert (me.overlay, me.desk.place) == ("Story", "word")
            assert me.sees("Parasol letter")
            await me.press("escape", "1")


async def test_and_older_ones_when_asked() -> None:
    async with at_screen(*FIVE, archived=PROMISES) as me:
        await me.press("slash")
        await me.type("parasol")
        await read_all(me)
        assert me.sees("1 older entry: look through the archive too")
        await me.click("1 older entry")
        await read_all(me)
        assert me.sees("Parasol lesson")
        assert not me.sees("look through the archive")
        await me.type(" lesson")
        await me.press("enter")
        assert me.sees("Kept")


async def test_the_palette_looks_into_the_archive_on_demand_too() -> None:
    async with at_screen(*FIVE, archived=ARCHIVED) as me:
        await me.press("ctrl+p")
        await me.type("umbrella lesson")
        await read_all(me)
        assert me.sees("7 older entries: look through the archive too")
        await me.click("7 older entries")
        await read_all(me)
        assert me.sees("Umbrella lesson 5")
