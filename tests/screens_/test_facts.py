"""Facts beside the rows: whole words in columns of their own, or left out."""

from __future__ import annotations

import pytest

from organizer.errors import DiskTrouble
from organizer.records import Check, Entry
from screens.widgets.canvas import Canvas
from tests.screens_.person import SIZES, at_screen

LONG = Entry(
    "10ng000000",
    text="Sort the statements of spring and summer",
    area="accounting",
    due="2026-06-01",
    estimate=580,
    dread=2,
    checklist=(Check("one"),),
)


async def test_the_day_and_the_length_stand_apart_at_eighty_columns() -> None:
    async with at_screen(LONG, place="board", size=(80, 24)) as me:
        row = me.row("Sort the")
        assert " since June 1 " in row
        assert " 9 h 40 min " in row
        assert "0/1" in row
        assert "…" in row, "the title gives way"


@pytest.mark.parametrize(("due", "said"), [("2025-09-23", "since September 23, 2025"), ("2026-11-23T16:00", "4:00 PM")])
async def test_a_long_day_is_said_whole_and_the_length_gives_way(due: str, said: str) -> None:
    async with at_screen(LONG._replace(due=due), place="board", size=(80, 24)) as me:
        assert said in me.row("Sort the")
        assert "9 h 40 min" not in me.row("Sort the")


@pytest.mark.parametrize("width", range(30, 80, 3))
async def test_no_width_glues_the_facts_together(width: int) -> None:
    async with at_screen(LONG, place="board", size=(width, 24)) as me:
        row = me.row("Sort")
        assert " since June 1" in row
        assert ("9 h 40 min" in row) == (" 9 h 40 min " in row)


@pytest.mark.parametrize("dread", [1, 2])
async def test_the_sign_of_dread_stands_behind_a_long_length_on_wide_screens(dread: int) -> None:
    entry = LONG._replace(due="2026-06-11", estimate=200, dread=dread)
    async with at_screen(entry, size=(160, 45)) as me:
        assert f"3 h 20 min  {me.app.ink.signs.dread[dread]}" in me.row("Sort the")


@pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=str)
@pytest.mark.parametrize("keys", [["1"], ["2"], ["enter"], ["4"]], ids=str)
async def test_help_is_read_whole(size: tuple[int, int], keys: list[str]) -> None:
    async with at_screen(LONG, size=size) as me:
        await me.press(*keys, "question_mark")
        assert me.overlay == "Help"
        page = me.app.screen.query_one(Canvas).page
        assert page is not None
        rows = ["".join(segment.text for segment in item.data) for item in page.lanes[0].items]
        assert [row for row in rows if "…" in row] == []
        told = "\n".join(rows)
        assert [word for word in ("leave", "look up", "more dread") if word not in told] == []


async def test_a_click_on_a_line_of_help_runs_it_at_eighty_columns() -> None:
    async with at_screen(LONG, size=(80, 24)) as me:
        await me.press("question_mark")
        await me.click("catch anything", right=3)
        assert me.overlay == "Catch"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_marks_of_a_line_are_told_whole(size: tuple[int, int]) -> None:
    async with at_screen(size=size) as me:
        await me.press("c")
        assert me.sees("#area  -> first step")


async def test_a_sentence_that_is_too_long_says_so() -> None:
    async with at_screen(LONG, size=(80, 24)) as me:
        me.vault.refuse = DiskTrouble("Nothing was lost. " + "The disk says a great deal about it. " * 9)
        await me.press("space")
        assert "…" in me.lines[-2]
        await me.press("enter", "e")
        await me.type("x")
        await me.press("enter")
        assert me.overlay == "Drawer"
        assert any("great deal" in line and "…" in line for line in me.lines)
        await me.press("escape", "escape", "l")
        await me.press("enter")
        assert me.overlay == "Chooser"
        assert any("great deal" in line and "…" in line for line in me.lines)
