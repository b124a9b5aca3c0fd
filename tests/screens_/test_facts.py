"""Facts beside the rows: whole words in columns of their own, or left out."""

from __future__ import annotations

import pytest

from organizer.records import Check, Entry
from tests.screens_.person import at_screen

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
