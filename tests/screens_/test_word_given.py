"""The word given on an entry: by key and by mouse, and how its drawer tells it."""

from __future__ import annotations

import pytest

from organizer.records.word import Commitment, Step
from organizer.word import states
from tests.screens_.person import CALL, RENT, SIZES, at_screen

AT = "2026-06-01T09:00:00"
GIVEN = Commitment("g1ven00000", text="Pay the rent", who="landlord", steps=(Step("promise", AT, "2026-06-12"),),
                   entry=RENT.id, created=AT)  # fmt: skip
KEPT = GIVEN._replace(id="kept000000", text="tell the landlord", created="2026-05-01T09:00:00",
                      steps=(*GIVEN.steps, Step("keep", "2026-06-10T09:00:00")))  # fmt: skip
SAID = (Step("promise", AT, "2026-06-03"), Step("say", "2026-06-05T09:00:00"))
LATE = GIVEN._replace(id="1ate000000", who="me", steps=SAID)


async def test_a_word_is_given_from_a_line_and_from_its_drawer() -> None:
    async with at_screen(RENT, CALL) as me:
        await me.press("W")
        assert me.overlay == "Asks"
        assert me.sees("Pay the rent")
        for line in ("landlord", "", "yes", "", ""):
            await me.type(line)
            await me.press("enter")
        (made,) = me.vault.tables["commitments"].values()
        assert isinstance(made, Commitment)
        assert (made.entry, made.who, states.due(made), made.area) == (RENT.id, "landlord", "2026-06-11", "accounting")
        await me.press("enter")
        assert me.overlay == "Drawer"
        assert me.sees("landlord")
        assert me.sees("by today")
        await me.click("W word")
        for line in ("me", "", "", "", ""):
            await me.type(line)
            await me.press("enter")
        assert me.overlay == "Drawer"
        assert me.says("Promised: Pay the rent")
        assert len(me.vault.tables["commitments"]) == 2


async def test_a_day_that_is_over_is_asked_for_anew() -> None:
    async with at_screen(CALL) as me:
        await me.press("W")
        await me.type("payer")
        await me.press("enter")
        assert me.sees("By when?")
        assert me.field.value == ""


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_drawer_tells_how_each_stands_and_enter_goes_there(size: tuple[int, int]) -> None:
    async with at_screen(RENT, GIVEN, KEPT, LATE, size=size) as me:
        await me.press("enter")
        await me.press(*["down"] * 6)
        for fact in ("by tomorrow", "kept yesterday", "slipped June 4, said"):
            assert me.sees(fact), me.text
        assert me.sees("tell the landlord")
        me.app.screen._page.lanes[0].seek(f"word:{GIVEN.id}")
        await me.press("down", "up", "enter")
        assert (me.overlay, me.desk.place, me.cursor) == ("", "word", GIVEN.id)


async def test_by_mouse_and_with_names_hidden() -> None:
    async with at_screen(RENT, GIVEN, LATE) as me:
        await me.press("enter")
        await me.click("landlord")
        assert me.sees("story")
        await me.click("landlord", nth=0)
        assert (me.desk.place, me.cursor) == ("word", GIVEN.id)
        await me.press("1", "h", "enter")
        assert not me.sees("landlord")


async def test_with_its_history_come_those_of_the_archive() -> None:
    async with at_screen(RENT, GIVEN, archived={KEPT.id: KEPT}) as me:
        await me.press("enter")
        assert not me.sees("tell the landlord")
        me.app.screen._page.lanes[0].seek("more:history")
        await me.press("enter")
        assert "kept yesterday" in me.text
