"""The tour: a stop at each place, on and back, and left at any of them."""

from __future__ import annotations

import pytest

from screens.dialogs.tour import STOPS, TALL
from tests.screens_.person import FIVE, SIZES, at_screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_goes_around_the_house_and_ends(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("ctrl+p")
        await me.type("the tour")
        await me.press("enter")
        assert me.overlay == "Tour"
        for stop in STOPS:
            assert me.desk.place == stop.place
            assert me.sees(stop.title)
            assert me.sees(stop.words.split()[-1]), "it is said whole"
            await me.press("enter")
        assert me.overlay == ""
        assert not me.vault.log, "nothing is changed by looking"


async def test_it_can_be_left_at_any_stop_and_leads_back() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("ctrl+p")
        await me.type("the tour")
        await me.press("enter", "enter", "enter", "right", "b")
        assert me.desk.place == "board"
        await me.click("next")
        assert me.desk.place == "journal"
        await me.press("escape")
        assert (me.overlay, me.desk.place) == ("", "board")
        assert me.sees("Enough for now.")


def test_each_stop_has_room() -> None:
    assert all(len(stop.words) <= 56 * (TALL - 4) for stop in STOPS)
