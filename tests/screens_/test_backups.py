"""Backups in the app: made, looked through, what going back would do shown first, the passphrase asked for."""

from __future__ import annotations

import pytest

from tests.screens_.person import FIVE, SIZES, Person
from tests.screens_.sealed import PASSPHRASE, kept
from tests.screens_.test_passphrase import by_name


async def until_said(me: Person, words: str) -> None:
    """Wait for a thread to have said it."""
    for _ in range(200):
        if me.says(words):
            return
        await me.pilot.pause(0.01)
    raise AssertionError(me.text)


async def test_one_is_made_now() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        await by_name(me, "back up now")
        await until_said(me, "Backed up: 2026-06-11T0914.organizer")
        assert len(keeper.backups.held) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_going_back_shows_first_what_it_would_do(size: tuple[int, int]) -> None:
    async with kept(*FIVE, passphrase="", size=size) as (me, keeper):
        keeper.backups.back_up()
        await by_name(me, "backups")
        assert me.sees("June 11, 2026, 9:14 AM")
        assert me.sees("5 entries")
        await me.press("enter")
        assert me.sees("Going back to June 11, 2026, 9:14 AM")
        assert me.sees("g0ne0  June 10, 2026, 9:00 AM")
        assert me.sees("what is here now is kept")
        await me.press("enter")
        assert (me.overlay, keeper.backups.done) == ("", []), "the first choice leaves everything as it is"
        await by_name(me, "backups")
        await me.press("enter", "down", "enter")
        assert keeper.backups.done == ["2026-06-11T0914.organizer"]
        assert me.says("x-before-restore.organizer")


async def test_the_passphrase_of_that_day_is_asked_for_unseen() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        keeper.backups.back_up()
        asked = "This backup was sealed with the passphrase you had on June 11, 2026. "
        keeper.backups.asks = f"{asked}Enter that one, or its recovery code."
        await by_name(me, "backups")
        await me.press("enter")
        assert me.sees("the passphrase you had on June 11, 2026")
        await me.type("not that one")
        assert not me.sees("not that one")
        await me.press("enter")
        assert me.sees("That does not open it.")
        await me.press(*["backspace"] * 12)
        await me.type(PASSPHRASE)
        await me.press("enter")
        assert me.sees("Going back to")
        assert not me.sees(PASSPHRASE)
        await me.press("escape")
        assert keeper.backups.done == []


async def test_there_is_none() -> None:
    async with kept(*FIVE, passphrase="") as (me, _):
        await by_name(me, "backups")
        assert me.sees("There are none yet.")
        await me.press("enter")
        assert me.sees("There is none to choose.")


async def test_a_day_begins_once_and_says_what_there_is_to_say() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        keeper.backups.said = ["The disk is full, so no backup was made."]
        me.app._look()
        me.app._look()
        await until_said(me, "The disk is full, so no backup was made.")
        assert keeper.backups.days == 1
