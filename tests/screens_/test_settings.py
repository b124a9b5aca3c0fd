"""Settings, by keys and by the mouse alone."""

from __future__ import annotations

import pytest

from tests.screens_.person import FIVE, SIZES, Person, at_screen


def setting(me: Person, name: str) -> object:
    """A setting as the vault holds it."""
    kept = me.vault.tables["settings"].get(name)
    return getattr(kept, "value", None)


@pytest.mark.parametrize("size", [*SIZES, (60, 18), (40, 10)], ids=str)
async def test_office_days_hours_and_answer_time_are_changed_by_keys(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("comma")
        assert me.overlay == "Settings"
        await me.press("enter", *["down"] * 4, "enter", "down", "enter")
        assert me.overlay == "Chooser", "the days stay open until they are closed"
        assert setting(me, "office_days") == "mon tue wed thu sat"
        await me.press("escape", "down", "enter")
        await me.type("9:15")
        await me.press("enter")
        assert setting(me, "office_opens") == "09:15"
        await me.press("down", "enter")
        await me.type("none")
        await me.press("enter", "down", "enter")
        assert setting(me, "office_pause") == ""
        await me.type("7")
        await me.press("enter")
        assert setting(me, "office_closes") == "19:00"
        await me.press("down", "enter", "down", "enter")
        assert setting(me, "answer_within") == "two working days"
        await me.press("u")
        assert setting(me, "answer_within") is None
        await me.press("escape")
        assert me.overlay == ""
        me.check_consistent()


async def test_all_of_it_by_the_mouse_alone() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma")
        await me.click("Closes")
        await me.click("Closes")
        await me.click("4:00 PM")
        assert setting(me, "office_closes") == "16:00"
        await me.click("Light or dark")
        await me.click("Light or dark")
        await me.click("by the clock", nth=1)
        await me.until(lambda: me.overlay == "Settings")
        assert setting(me, "light") == "by the clock"
        await me.click("Opens")
        await me.click("Opens")
        await me.type("8pm")
        await me.press("enter")
        assert me.sees("From 8:00 PM to 4:00 PM")
        await me.press("escape")
        await me.click("Areas")
        await me.click("Areas")
        assert me.overlay == "Areas"
        await me.click("esc close")
        assert me.overlay == ""


async def test_the_first_steps_are_run_again_from_there() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma", "end", *["up"] * 20, *["down"] * 20, "enter")
        assert me.overlay == "FirstRun"
