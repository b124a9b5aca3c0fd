"""A passphrase set, changed and taken away from the app; the recovery sheet shown once."""

from __future__ import annotations

import pytest
from textual.actions import SkipAction

from organizer.records import Setting
from tests.screens_.person import FIVE, SIZES, Person, answer, at_screen
from tests.screens_.sealed import CODE, PASSPHRASE, kept


async def by_name(me: Person, name: str) -> None:
    """Choose a command in the palette."""
    await me.press("ctrl+p")
    await me.type(name)
    await me.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_is_set_and_the_sheet_is_shown_and_saved(size: tuple[int, int]) -> None:
    async with kept(*FIVE, passphrase="", size=size) as (me, keeper):
        await by_name(me, "set a passphrase")
        assert me.overlay == "Passphrase"
        await me.type(PASSPHRASE)
        assert PASSPHRASE not in me.text
        await me.press("enter")
        await answer(me, PASSPHRASE)
        assert me.sees("RECOVERY SHEET")
        assert keeper.passphrase == PASSPHRASE
        await me.press(*["down"] * 9)
        assert me.sees(CODE)
        await me.press("s")
        assert me.field.value == "~/organizer-recovery-sheet.txt"
        await me.press("enter")
        assert me.sees("/home/me/organizer-recovery-sheet.txt")
        assert next(iter(keeper.saved.values())).endswith(CODE)
        await me.press("escape")
        assert me.says("The vault is sealed.")
        await me.press("ctrl+l")
        assert me.app.locking


async def test_a_sheet_that_is_not_saved_says_once_that_it_will_not_come_again() -> None:
    async with kept(*FIVE, passphrase="") as (me, _):
        await by_name(me, "set a passphrase")
        await answer(me, PASSPHRASE, PASSPHRASE)
        await me.press("escape")
        assert me.sees("shown this once")
        await me.press("escape")
        assert me.overlay == ""


async def test_two_that_differ_and_one_that_is_short() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        await by_name(me, "set a passphrase")
        await answer(me, PASSPHRASE, "nine blue heron")
        assert me.sees("not the same")
        await answer(me, "short", "short")
        assert me.sees("at least eight")
        assert not keeper.sealed
        await answer(me, PASSPHRASE, PASSPHRASE)
        assert keeper.sealed


async def test_a_file_that_is_there_is_not_written_over() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        await by_name(me, "set a passphrase")
        await answer(me, PASSPHRASE, PASSPHRASE)
        keeper.saved["~/organizer-recovery-sheet.txt"] = "mine"
        await me.press("s", "enter")
        assert me.sees("Type another name.")
        await me.press("1", "enter")
        assert keeper.saved["~/organizer-recovery-sheet.txt"] == "mine"
        assert keeper.saved["~/organizer-recovery-sheet.txt1"]


async def test_it_is_left_as_it_is() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        await by_name(me, "set a passphrase")
        await me.press("enter")
        assert me.sees("Type it first.")
        await answer(me, PASSPHRASE)
        await me.press("escape")
        assert me.overlay == ""
        assert not keeper.sealed


async def test_it_is_changed() -> None:
    async with kept(*FIVE) as (me, keeper):
        await by_name(me, "change the passphrase")
        await answer(me, "not it at all", "ten red herons", "ten red herons")
        assert me.sees("That was not it.")
        await answer(me, PASSPHRASE, "ten red herons", "ten red herons")
        assert keeper.passphrase == "ten red herons"
        assert me.says("The passphrase is changed")


async def test_it_is_taken_away() -> None:
    async with kept(*FIVE) as (me, keeper):
        await by_name(me, "take the passphrase")
        await answer(me, PASSPHRASE)
        assert not keeper.sealed
        assert me.says("The seal is off")


@pytest.mark.parametrize(
    ("passphrase", "name", "said"),
    [
        (PASSPHRASE, "set a passphrase", "There is a passphrase already."),
        ("", "change the passphrase", "There is no passphrase yet."),
        ("", "take the passphrase", "There is no passphrase yet."),
    ],
)
async def test_what_does_not_fit_is_said(passphrase: str, name: str, said: str) -> None:
    async with kept(*FIVE, passphrase=passphrase) as (me, _):
        await by_name(me, name)
        assert me.overlay == ""
        assert me.says(said)


async def test_where_nothing_is_kept() -> None:
    async with at_screen(*FIVE) as me:
        await by_name(me, "set a passphrase")
        assert me.says("needs no passphrase")


# -- in the first steps, and in the settings


async def test_the_first_steps_ask_for_one_or_later() -> None:
    async with kept(Setting("first_run", "passphrase"), passphrase="", fresh=True) as (me, keeper):
        assert me.sees("4 of 5")
        assert me.sees("A passphrase, or later?")
        await me.press("down", "enter")
        assert me.sees("5 of 5")
        assert not keeper.sealed
        await me.press("escape", "b", "space")
        await answer(me, PASSPHRASE, PASSPHRASE)
        await me.press("escape", "escape")
        assert keeper.sealed
        assert me.sees("5 of 5")
        await me.press("escape", "b")
        assert me.sees("It is sealed")
        await me.press("enter")
        assert me.sees("5 of 5")


async def test_where_nothing_can_be_sealed_there_is_no_such_step() -> None:
    async with at_screen(Setting("first_run", "passphrase"), fresh=True) as me:
        assert me.sees("4 of 4")


async def test_the_settings_of_privacy() -> None:
    async with kept(*FIVE) as (me, _):
        for name, said in (
            ("Names", "hidden"),
            ("What is typed", "not looked over"),
            ("The office locks", "after 5 min without a key"),
        ):
            await me.press("comma")
            assert me.desk.place == "settings"
            while not me.focused.startswith(name):
                await me.press("down")
            if name == "The office locks":
                assert said in me.row(name)
                await me.press("enter", "2", "0", "enter")
                assert "after 20 min" in me.row(name)
            else:
                await me.press("enter")
                assert said in me.row(name)
            await me.press("escape")
        await me.press("comma")
        while not me.focused.startswith("Passphrase"):
            await me.press("down")
        await me.press("enter")
        assert me.overlay == "Passphrase"
        assert me.sees("Another passphrase")


async def test_the_office_does_not_lock_over_the_sheet() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        await by_name(me, "set a passphrase")
        await answer(me, PASSPHRASE, PASSPHRASE)
        ahead = me.app.guard.asleep()
        me.app.guard.asleep = lambda: ahead + 3600
        await me.look()
        await me.press("ctrl+l")
        assert not me.app.locking
        assert me.sees("shown this once")
        await me.press("escape")
        keeper.asked = True
        await me.until(lambda: me.app.locking)


async def test_what_is_typed_unseen_does_not_go_to_the_clipboard() -> None:
    async with kept(*FIVE, opened=False) as (me, _):
        await me.type(PASSPHRASE)
        me.field.select_all()
        me.field.action_cut()
        assert (me.field.value, me.app.clipboard) == ("", "")
        await me.type(PASSPHRASE)
        me.field.select_all()
        with pytest.raises(SkipAction):
            me.field.action_copy()
        assert me.app.clipboard == ""
