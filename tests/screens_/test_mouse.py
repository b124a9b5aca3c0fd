"""With the mouse alone: every key that is shown in an overlay can be clicked, and a click beside it is safe."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.screens_.person import FIVE, NOTES, SIZES, at_screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_line_is_caught_by_clicks(size: tuple[int, int]) -> None:
    async with at_screen(size=size) as me:
        await me.press("c")
        await me.type("call friday")
        await me.click("tab not a date")
        assert me.sees("tab read the date")
        await me.click("^n another")
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


@pytest.mark.parametrize("empty", [True, False], ids=["an empty column", "a full one"])
async def test_a_card_is_carried_by_a_click_anywhere_in_another_column(empty: bool) -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("m")
        await me.click_at(me.find("Scheduling" if empty else "Accounting")[0] + 3, 28)
        to = "scheduling" if empty else "accounting"
        assert me.kept(NOTES.id).area == to
        assert (me.column, me.cursor) == (to, NOTES.id)


async def test_a_click_on_another_card_of_another_column_carries_and_of_its_own_puts_down() -> None:
    other = NOTES._replace(id="other00000", text="Write it up", due="2026-06-20")
    async with at_screen(*FIVE, other, place="board") as me:
        await me.press("m")
        await me.click("Write it up")
        assert me.cursor == other.id
        await me.press("right")
        assert me.column == "scheduling"
        assert me.kept(NOTES.id).area == me.kept(other.id).area == "documentation"
        await me.press("left", "m")
        await me.click("Pay the rent")
        assert me.kept(other.id).area == "accounting"
        assert me.cursor == other.id


async def test_arrows_carry_and_the_strip_shows_it_on_narrow_screens() -> None:
    async with at_screen(*FIVE, place="board", size=(80, 24)) as me:
        assert "Documentation 1   " in me.row("Documentation")
        await me.press("m")
        y = me.find("Documentation 1 ‹›")[1]
        await me.click_at(78, y)
        assert me.kept(NOTES.id).area == "scheduling"
        assert me.sees("Scheduling 1 ‹›")
        await me.click("Record-keeping", right=1)
        assert me.kept(NOTES.id).area == "record-keeping"
        await me.press("escape")
        assert not me.sees("‹›")


@pytest.mark.parametrize("key", ["v", "1", "up", "pagedown", "end", "u", "question_mark", "c", "d"])
async def test_any_other_command_puts_the_card_down(key: str) -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("m")
        assert me.says("carry it to another column")
        await me.press(key)
        await me.press("escape", "2", "right")
        assert not me.sees("carry it to another column")
        assert not me.sees("‹›")
        assert me.kept(NOTES.id).area == "documentation"


async def test_escape_says_that_a_carried_card_stays() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("m", "escape")
        assert not me.says("It stays here.")
        await me.press("m", "right", "escape")
        assert me.says("It stays here.")
        await me.click("u undo")
        assert me.kept(NOTES.id).area == "documentation"


async def test_a_card_taken_away_while_it_is_carried_is_carried_no_more() -> None:
    other = NOTES._replace(id="other00000", text="Write it up", due="2026-06-20")
    async with at_screen(*FIVE, other, place="board") as me:
        await me.press("m")
        me.elsewhere(NOTES, None)
        await me.until(lambda: not me.page_shows("Finish the"))
        assert not me.sees("carry it to another column")
        await me.press("right")
        assert me.kept(other.id).area == "documentation"


@pytest.mark.parametrize("words", ["opens 8:30", "○────", "o opens the office for today."])
async def test_the_office_is_opened_by_a_click_on_its_day(words: str) -> None:
    async with at_screen(*FIVE) as me:
        here = me.cursor
        await me.click(words, right=2)
        day = me.app.office.practice.day(me.clock.today())
        assert day.opened
        assert me.overlay == "Runner"
        await me.press("escape")
        assert me.cursor == here
        if "opens 8" in words:
            await me.click("close 5:30")
            assert me.sees("Are today’s notes written?")
            await me.press("o")
            assert me.app.office.practice.day(me.clock.today()).closed


async def test_the_path_is_no_stop_of_the_cursor_and_kept_days_open_nothing() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("o", "escape", "right", *["down"] * 8)
        assert me.column == "left"
        await me.click("of 4 office days" if me.sees("of 4 office days") else "office days")
        assert not me.app.office.practice.day(me.clock.today()).closed


async def test_a_day_off_can_be_opened_by_a_click() -> None:
    async with at_screen(*FIVE, now=datetime(2026, 6, 14, 10, 0)) as me:
        await me.click("No office day.")
        assert me.app.office.practice.day("2026-06-14").opened
