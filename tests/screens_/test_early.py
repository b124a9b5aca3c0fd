"""Keys that are pressed before what they open stands wait until it does, in their order."""

from __future__ import annotations

import pytest
from textual import events

from screens.dialogs.chooser import Chooser
from screens.dialogs.commands import Deeds, here
from tests.screens_.person import FIVE, Person, at_screen


def opening(me: Person) -> Chooser:
    """A list that was asked for just now."""
    chooser = Chooser(me.app.office, me.app.ink, Deeds(me.app.ink, here("today"), lambda id: None))
    me.app.push_screen(chooser)
    assert not chooser.is_mounted
    return chooser


@pytest.mark.parametrize("keys", ["pagedown", "pageup", "down", "up", "tab", "shift+tab", "ctrl+r", "ctrl+s", "ctrl+c"])
async def test_a_list_that_is_being_opened(keys: str) -> None:
    async with at_screen(*FIVE) as me:
        chooser = opening(me)
        await me.rush(keys)
        assert me.app.screen is chooser


async def test_they_keep_their_order() -> None:
    async with at_screen(*FIVE) as me:
        chooser = opening(me)
        await me.rush("down", "down", "up", *"undo", "down")
        rushed = chooser._field.value, chooser._choices.lanes[0].key
        await me.press("escape")
        chooser = opening(me)
        await me.press("down", "down", "up", *"undo", "down")
        assert (chooser._field.value, chooser._choices.lanes[0].key) == rushed
        assert rushed[0] == "undo"


@pytest.mark.parametrize("keys", [("down", "escape", "down"), ("escape", "x", "down")])
async def test_what_is_closed_at_once(keys: tuple[str, ...]) -> None:
    async with at_screen(*FIVE) as me:
        opening(me)
        await me.rush(*keys)
        assert me.overlay == ""


async def test_what_is_closed_before_it_stands_takes_its_keys_along() -> None:
    async with at_screen(*FIVE) as me:
        chooser = opening(me)
        chooser.dismiss()
        for key in ("x", "y"):
            chooser.post_message(events.Key(key, key))
            await me.app.run_action("page(1)", chooser)
        await me.settle()
        assert me.overlay == ""
        await me.press("2")
        assert me.desk.page.place == "board"
