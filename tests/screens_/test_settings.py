"""Settings, by keys and by the mouse alone."""

from __future__ import annotations

import pytest

from organizer.settings import every, find
from organizer.settings.reminding import SOUNDS
from screens.settings.page import SettingsPage
from tests.screens_.person import FIVE, SIZES, Person, at_screen


def setting(me: Person, name: str) -> object:
    """A setting as the vault holds it."""
    kept = me.vault.tables["settings"].get(name)
    return getattr(kept, "value", None)


async def go_to(me: Person, name: str) -> None:
    """Move down to a setting."""
    for _ in range(60):
        if me.desk.page.lanes[0].key == name:
            return
        await me.press("down")
    raise AssertionError(name)


@pytest.mark.parametrize("size", [*SIZES, (60, 18), (40, 10)], ids=str)
async def test_office_days_hours_and_answer_time_are_changed_by_keys(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("2", "comma")
        assert isinstance(me.desk.page, SettingsPage)
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
        assert (me.overlay, me.desk.place) == ("", "board"), "back where it was opened from"
        me.check_consistent()


async def test_every_setting_is_there_and_opens_what_it_may_be() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma")
        for known in every():
            await go_to(me, known.name)
            assert me.sees(known.title)
            assert me.sees(known.help[:30])
            if known.kind not in ("lead", "keys") and not known.values:
                await me.press("enter")
                assert me.sees(known.question)
                await me.press("escape")


async def test_on_and_off_the_next_in_turn_and_as_at_first() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma")
        await go_to(me, "lint")
        await me.press("space")
        assert setting(me, "lint") == "off"
        await me.press("r")
        assert setting(me, "lint") is None
        await me.press("u")
        assert setting(me, "lint") == "off"
        await go_to(me, "lock_after")
        await me.press("enter")
        await me.type("90")
        await me.press("enter")
        assert me.sees("1 to 60, or off")
        await me.clear()
        await me.type("12")
        await me.press("enter")
        assert setting(me, "lock_after") == 12
        await me.press("ctrl+p")
        await me.type("all settings")
        await me.press("enter")
        assert setting(me, "lock_after") is None
        assert me.sees("settings as at first")


async def test_they_are_found_by_their_words() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma", "slash")
        await me.type("16:00")
        await me.press("enter")
        assert me.desk.page.lanes[0].key == "clock"
        await me.press("slash")
        await me.type("zzz")
        await me.press("enter")
        assert me.sees("any words of yours"), "what is no setting is looked for everywhere"


async def test_the_clock_and_the_dates_are_followed_at_once() -> None:
    async with at_screen(*FIVE) as me:
        assert me.sees("Thursday, June 11")
        assert me.sees("9:14 AM")
        await me.press("comma")
        await go_to(me, "dates")
        await me.press("space")
        await go_to(me, "day_first")
        await me.press("space")
        await go_to(me, "clock")
        await me.press("space")
        assert me.sees("08:30")
        await me.press("1")
        assert me.sees("Thursday, 11 Jun")
        assert me.sees("09:14")
        assert me.sees("14:00 Supervision")


async def test_all_of_it_by_the_mouse_alone() -> None:
    async with at_screen(*FIVE, size=(160, 45)) as me:
        await me.press("comma")
        await me.click("Closes")
        await me.click("Closes")
        await me.click("4:00 PM")
        assert setting(me, "office_closes") == "16:00"
        await me.click("Light or dark", right=32)
        await me.click("by the clock", nth=1)
        await me.until(lambda: me.overlay == "")
        assert setting(me, "light") == "by the clock"
        await me.click("Opens")
        await me.click("Opens")
        await me.type("8pm")
        await me.press("enter")
        assert me.sees("From 8:00 PM to 4:00 PM")
        await me.press("escape")
        await me.click("esc done")
        assert me.desk.place == "today"
        await me.press("comma")
        await me.click("Areas")
        await me.click("Areas")
        assert me.overlay == "Areas"
        await me.click("esc close")
        assert me.overlay == ""


async def test_the_first_steps_are_run_again_from_there() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma", "end", "enter")
        assert me.overlay == "FirstRun"


async def test_the_place_is_kept_when_it_is_left() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma")
        await go_to(me, "signs")
        await me.press("3", "comma")
        assert me.desk.page.lanes[0].key == "signs"
        await me.press("escape")
        assert me.desk.place == "journal"
        assert find("signs").of(me.app.office.practice) == "pretty"


async def test_the_palette_leads_to_a_setting() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("2", "ctrl+p")
        await me.type("16:00")
        await me.press("enter")
        assert (me.desk.place, me.desk.page.lanes[0].key) == ("settings", "clock")
        await me.press("escape")
        assert me.desk.place == "board"


async def test_nothing_sounds_until_it_is_asked_for() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("comma", "slash")
        await me.type("sound")
        await me.press("enter")
        assert me.sees("Sounds")
        assert SOUNDS.of(me.app.office.practice) == "none"
        await me.press("space")
        assert setting(me, "sounds") == "the bell"
        await me.press("r")
        assert SOUNDS.of(me.app.office.practice) == "none"
