"""A day at Today: ticking, picking, putting off, moving, taking back."""

from __future__ import annotations

import pytest

from organizer.errors import DiskTrouble
from organizer.records import Day, Entry
from tests.screens_.person import CALL, FIVE, NOTES, RENT, SHELF, SIZES, TALK, at_screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_tick_a_line_and_it_stays_until_the_page_is_left(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("down")
        assert me.cursor == RENT.id
        before = me.find("Pay the rent")
        await me.press("space")
        assert me.kept(RENT.id).closed == "2026-06-11T09:14:00"
        assert me.says("Done: Pay the rent.")
        assert me.find("Pay the rent") == before
        assert "✓" in me.row("Pay the rent")
        assert me.cursor == RENT.id
        await me.press("space")
        assert me.kept(RENT.id).open
        assert "✓" not in me.row("Pay the rent")
        await me.press("space", "2", "1")
        assert not me.page_shows("Pay the rent")
        me.check_consistent()


async def test_let_go_is_struck_through_and_comes_back() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("delete")
        assert me.kept(TALK.id).stage == "let go"
        assert "◌" in me.row("Supervision")
        await me.press("delete")
        assert me.kept(TALK.id).stage == "inbox"


async def test_clicking_the_sign_finishes_and_clicking_a_row_selects_then_opens() -> None:
    async with at_screen(*FIVE) as me:
        await me.click("•  Pay the rent")
        assert me.kept(RENT.id).stage == "done"
        await me.click("Call the payer", right=3)
        assert me.cursor == CALL.id
        assert me.overlay == ""
        assert me.kept(CALL.id).open
        await me.click("Call the payer", right=3)
        assert me.overlay == "Drawer"
        assert me.sees("Outreach")
        await me.press("escape")
        assert me.overlay == ""
        await me.click("Nobody is waiting")
        await me.click("Three for today")
        assert me.cursor == CALL.id, "a click beside the rows changes nothing"


async def test_undo_and_redo_from_the_keys_and_from_the_quiet_line() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("space", "down", "d")
        assert me.kept(RENT.id).dread == 1
        await me.press("u")
        assert me.says("Undid · Dread: Pay the rent.")
        assert me.kept(RENT.id) == RENT
        await me.click("u undo") if me.sees("U undo") else await me.click("U redo")
        assert me.kept(RENT.id).dread == 1
        await me.press("u", "u")
        assert me.kept(TALK.id) == TALK
        await me.press("u")
        assert me.says("There is nothing to undo.")
        await me.press("U", "U")
        assert me.says("Redid · Dread: Pay the rent.")
        assert me.kept(TALK.id).stage == "done"
        await me.press("U")
        assert me.says("There is nothing to redo.")
        await me.press("space")
        await me.click("u undo")
        assert me.says("Undid · ")
        me.check_consistent()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_three_are_picked_and_a_fourth_is_refused_kindly(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        assert me.sees("p picks three of what is here.")
        picked = []
        for _ in range(3):
            await me.press("down")
            picked.append(me.cursor)
            await me.press("p")
        assert me.three == tuple(picked)
        assert len(set(picked)) == 3
        assert me.sees("0 of 3")
        while me.cursor in picked:
            await me.press("down")
        await me.press("p")
        assert me.says("Three is enough for one day. Put one back first.")
        assert me.three == tuple(picked)
        await me.press("home", "space")
        assert me.sees("1 of 3")
        await me.press("p")
        assert me.three == tuple(picked[1:])


async def test_put_off_by_typing_a_day_or_choosing_one() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "l")
        assert me.overlay == "Chooser"
        await me.press("down", "enter")
        assert me.kept(RENT.id).due == "2026-06-12"
        assert me.cursor != ""
        await me.press("home", "l")
        await me.type("next fri 4pm")
        assert me.sees("Friday, June 19")
        await me.press("enter")
        assert me.kept(TALK.id).due == "2026-06-19T16:00"
        assert not me.page_shows("Supervision")
        await me.press("l")
        await me.type("fribday")
        await me.press("enter")
        assert me.overlay == "Chooser"
        assert me.sees("'fribday' is not a day that can be read.")
        assert me.field.value == "fribday"
        await me.press("escape", "l", "end", *["down"] * 9, "enter")
        assert me.kept(NOTES.id).due is None


async def test_a_refused_day_keeps_what_was_typed() -> None:
    async with at_screen(*FIVE) as me:
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        await me.press("down", "l")
        await me.type("friday")
        await me.press("enter")
        assert me.overlay == "Chooser"
        assert me.sees("The disk is full. Nothing was lost.")
        assert me.field.value == "friday"
        me.vault.refuse = None
        await me.press("enter")
        assert me.overlay == ""
        assert me.kept(RENT.id).due == "2026-06-12"


async def test_move_asks_where() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "m")
        assert me.sees("Areas")
        assert me.sees("Stages")
        await me.type("train")
        await me.press("enter")
        assert me.kept(RENT.id).area == "training"
        await me.press("m")
        await me.type("under way")
        await me.press("enter")
        assert me.kept(RENT.id).stage == "doing"
        await me.press("m")
        await me.type("tomorrow")
        assert me.sees("The journal page of")
        await me.press("enter")
        assert [place.page for place in me.kept(RENT.id).placements] == ["day:2026-06-12"]
        await me.press("m")
        await me.type("the moon")
        await me.press("enter")
        assert me.overlay == "Chooser"
        assert me.sees("Choose where it should go.")


async def test_the_office_opens_and_closes() -> None:
    async with at_screen(*FIVE) as me:
        assert me.sees("Office closed")
        await me.press("o", "escape")
        assert me.vault.tables["days"]["2026-06-11"] == Day("2026-06-11", opened="2026-06-11T09:14:00")
        assert me.sees("Office open")
        assert me.sees("1 of 1 office days kept")
        await me.click("Office open")
        assert me.sees("Are today’s notes written?")
        await me.press("o")
        assert me.sees("Office closed")
        assert me.app.office.practice.day("2026-06-11").closed == "2026-06-11T09:14:00"


async def test_long_groups_say_how_many_more_and_open() -> None:
    many = [Entry(f"m{number:09}", text=f"Old thing {number}", due=f"2026-05-{number + 1:02}") for number in range(20)]
    async with at_screen(RENT, *many, size=(120, 45)) as me:
        assert me.sees("15 more")
        await me.press("end")
        assert me.cursor == "more:still"
        await me.press("space", "p")
        assert me.says("Choose a line first")
        await me.press("enter")
        assert me.cursor == many[5].id
        assert me.sees("Old thing 19")
        await me.press("2", "1")
        assert me.sees("15 more")


async def test_tab_goes_from_group_to_group_and_round() -> None:
    async with at_screen(*FIVE, Day("2026-06-11", (SHELF.id,))) as me:
        assert me.cursor == SHELF.id
        await me.press("tab")
        assert me.cursor == TALK.id
        await me.press("tab")
        assert me.cursor == CALL.id
        await me.press("tab")
        assert me.cursor == SHELF.id
        await me.press("shift+tab")
        assert me.cursor == CALL.id
        await me.press("pageup")
        assert me.cursor == SHELF.id
        await me.press("pagedown")
        assert me.cursor == CALL.id
        await me.press("up", "home", "up", "up")
        assert me.cursor == SHELF.id


async def test_an_empty_day_refuses_with_a_kind_word() -> None:
    async with at_screen() as me:
        assert me.sees("A clear page. p picks three, or just")
        for key in ("space", "p", "l", "m", "e", "d", "delete"):
            await me.press(key)
            assert me.says("Choose a line first: ↑ ↓ move, or click one."), key
            assert me.overlay == ""
        await me.press("enter", "up", "down", "left", "right", "tab", "shift+tab", "pagedown", "home", "end")
        assert me.vault.log == []
