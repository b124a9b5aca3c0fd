"""What is drawn once is drawn again only where it says something else; the screen is always what it would be if all of
it were drawn anew."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import pytest

from data.starter.demo import demo_records
from organizer.records.door import Inquiry
from organizer.records.word import Commitment, Step
from screens.today import Today
from screens.widgets.lane import Item, Lane
from tests.screens_.person import FIVE, NOW, SIZES, Person, at_screen

WREN = Inquiry("wren000000", text="a first visit", who="Wren", received="2026-06-10T15:00:00")
LETTER = Commitment(
    "1etter0000", "", "the letter", "Otter", "client", (Step("promise", "2026-06-10T09:00:00", "2026-06-11T09:20"),)
)
KEYS = (*("down", "up", "tab", "space", "delete", "u", "U", "*", "p", "P", "h", "2", "1", "1", "o", "right", "left"),)


async def check_drawn_anew(me: Person) -> None:
    """Read and draw all of it anew; it is as it was."""
    before = me.lines
    me.app.office.practice.forget()
    me.desk.dip(me.app._mix())
    await me.settle()
    assert me.lines == before


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_whatever_is_done_the_screen_is_as_if_drawn_anew(size: tuple[int, int]) -> None:
    dice = random.Random(size[0])
    async with at_screen(*FIVE, WREN, LETTER, size=size) as me:
        for _ in range(25):
            deed = dice.randrange(6)
            if deed == 0:
                await me.press("c")
                await me.type(dice.choice(("Call Wren", "Water the plants tomorrow", "* Pay 11am", "o Talk 3pm ~20m")))
                await me.press("enter")
            elif deed == 1:
                me.clock.at += timedelta(seconds=dice.choice((20, 60, 7200)))
                await me.look()
            else:
                await me.press(*dice.choices(KEYS, k=3))
            if not me.overlay:
                await check_drawn_anew(me)


async def test_one_more_line_draws_only_its_own_row(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Item] = []
    draw = Today._draw

    def heard(self: Any, lane: Lane, item: Item, focused: bool) -> Any:
        drawn.append(item)
        return draw(self, lane, item, focused)

    monkeypatch.setattr(Today, "_draw", heard)
    async with at_screen(*FIVE, WREN, LETTER) as me:
        await me.press("c")
        await me.type("The first line of the day, which gives its page a number")
        await me.press("enter", "c")
        await me.type("Water the plants today")
        drawn.clear()
        await me.press("enter")
        assert me.sees("Water the plants")
        assert [item.data.text for item in drawn if item.kind == "also"] == ["Water the plants"]
        assert not [item for item in drawn if item.kind in ("guest", "told", "still", "quiet")]


async def test_a_row_follows_what_it_says_of_others() -> None:
    async with at_screen(*FIVE) as me:
        office = me.app.office
        assert "2:00 PM" in me.row("Supervision")
        office.run("setting.set", name="clock", value="24 hours")
        await me.settle()
        assert "14:00" in me.row("Supervision")
        await check_drawn_anew(me)


@pytest.mark.parametrize("place", ["today", "door", "wins", "rituals", "word"])
async def test_a_page_is_as_if_opened_there_when_the_screen_has_grown(place: str) -> None:
    async with at_screen(*demo_records(NOW), size=(80, 24), place=place) as me:
        for size in ((120, 36), (160, 45), (66, 20), (120, 36)):
            await me.resize(*size)
            await check_drawn_anew(me)
