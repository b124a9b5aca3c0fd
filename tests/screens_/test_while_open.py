"""What is open over the desk hears of other programs and of the time, and stays as it was left."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer.records import Entry, Setting
from tests.screens_.person import FIVE, NOTES, RENT, Person, at_screen

NEW = Entry("new0000000", text="Rent a safe", created="2026-06-11T09:00:00")


async def later(me: Person, now: datetime) -> None:
    """Time goes by, and the desk looks around."""
    me.clock.at = now
    me.desk.lookout.look_around()
    await me.settle()


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_find_and_the_palette_show_what_another_program_writes(key: str) -> None:
    async with at_screen(*FIVE) as me:
        await me.press(key)
        await me.type("rent")
        await me.press("down")
        here = me.cursor
        me.elsewhere(None, NEW)
        await me.until(lambda: me.sees("Rent a safe"))
        assert me.cursor == here, "what was chosen stays chosen"
        me.elsewhere(RENT, RENT._replace(text="Pay the rent in cash"))
        await me.until(lambda: me.sees("Pay the rent in cash"))
        await me.press("escape", "1")
        assert me.overlay == ""


async def test_what_is_typed_next_begins_at_the_first_again() -> None:
    async with at_screen(*FIVE, NEW) as me:
        await me.press("slash")
        await me.type("ren")
        first = me.cursor
        await me.press("down")
        await me.type("t")
        assert me.cursor == first


async def test_the_drawer_knows_that_it_is_tomorrow() -> None:
    async with at_screen(NOTES, now=datetime(2026, 6, 11, 23, 59)) as me:
        await me.press("enter")
        assert me.sees("Thursday, June 11")
        before = me.text
        await later(me, datetime(2026, 6, 12, 0, 0))
        assert me.overlay == "Drawer"
        assert me.text != before
        assert me.sees("yesterday") or me.sees("1 day ago")


async def test_later_counts_its_days_from_today() -> None:
    async with at_screen(NOTES, now=datetime(2026, 6, 11, 23, 59)) as me:
        await me.press("l", "down", "down")
        assert me.sees("Friday, June 12")
        here = me.cursor
        await later(me, datetime(2026, 6, 12, 0, 0))
        assert me.sees("Saturday, June 13")
        assert me.cursor == here


async def test_help_stays_where_it_was_scrolled_to() -> None:
    async with at_screen(NOTES, size=(80, 24)) as me:
        await me.press("question_mark", "down")
        seen = me.lines[3:20]
        await later(me, datetime(2026, 6, 11, 9, 15))
        assert me.lines[3:20] == seen


@pytest.mark.parametrize(("key", "typed"), [("l", "3/10"), ("m", "3/10")])
@pytest.mark.parametrize("day_first", [True, False])
async def test_a_day_is_shown_as_it_will_be_kept(key: str, typed: str, day_first: bool) -> None:
    async with at_screen(NOTES, Setting("day_first", day_first)) as me:
        await me.press(key)
        await me.type(typed)
        assert me.sees("3 October" if day_first else "March 10")
        await me.press("enter")
        if key == "l":
            assert me.kept(NOTES.id).due[5:] == ("10-03" if day_first else "03-10")


async def test_the_day_to_ask_again_too() -> None:
    async with at_screen(NOTES, Setting("day_first", True)) as me:
        await me.press("t")
        await me.type("payer, ask again 3/10")
        assert me.sees("3 October")
