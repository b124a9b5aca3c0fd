"""With the mouse alone: every key that is shown in an overlay can be clicked, and a click beside it is safe."""

from __future__ import annotations

import pytest

from tests.screens_.person import FIVE, NOTES, SIZES, at_screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_line_is_caught_by_clicks(size: tuple[int, int]) -> None:
    async with at_screen(size=size) as me:
        await me.press("c")
        await me.type("call friday")
        await me.click("tab not a date")
        assert me.sees("tab read the date")
        await me.click("^n keep, and another")
        assert me.overlay == "Catch"
        assert me.sees("1 kept. What else?")
        await me.type("two friday")
        await me.click("↵ keep it")
        assert me.overlay == ""
        assert [(entry.text, entry.due) for entry in me.entries] == [("call friday", None), ("two", "2026-06-12")]
        await me.press("c")
        await me.type("never")
        await me.click("esc never mind")
        assert me.overlay == ""
        assert len(me.entries) == 2


async def test_a_click_beside_catch_takes_nothing_away() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.click_at(2, 33)
        assert me.overlay == ""
        await me.press("c")
        await me.type("half a th")
        await me.click_at(2, 33)
        assert (me.overlay, me.field.value) == ("Catch", "half a th")
        await me.type("ought")
        await me.press("enter")
        assert me.titled("half a thought")


async def test_pasted_lines_hold_catch_open_too() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.paste("one\ntwo")
        await me.clear()
        await me.click_at(2, 33)
        assert me.overlay == "Catch"


async def test_a_click_beside_the_drawer_closes_it_unless_something_is_typed() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("enter")
        assert me.overlay == "Drawer"
        await me.click_at(30, 20)
        assert me.overlay == ""
        await me.press("enter", "e")
        await me.type(" and more")
        await me.click_at(30, 20)
        assert me.overlay == "Drawer"
        assert me.field.value.endswith(" and more")


async def test_choosing_by_clicks() -> None:
    async with at_screen(*FIVE, place="board") as me:
        assert me.cursor == NOTES.id
        await me.press("l")
        await me.click("↑ ↓ choose")
        assert "friday" in me.focused
        await me.click("↵ then")
        assert me.overlay == ""
        assert me.kept(NOTES.id).due == "2026-06-12"
        await me.press("l")
        await me.click("esc close")
        assert me.overlay == ""


async def test_five_minutes_by_clicks() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("s")
        assert me.overlay == "Small"
        await me.click("esc enough")
        assert me.overlay == ""
        await me.press("s")
        await me.click("space the step is done")
        assert me.overlay == "Chooser"
        assert me.sees("And the next small step?")
