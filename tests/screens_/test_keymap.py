"""Keys of one's own: given by pressing them, swapped, taken back; all follows, and nobody is locked out."""

from __future__ import annotations

import pytest

from organizer.commands import COMMANDS
from organizer.records import Setting
from organizer.records.wins import Win, jars_of
from screens.settings.keys import groups
from screens.wins.celebrate import Celebration
from tests.screens_.person import FIVE, Person, at_screen
from tests.screens_.test_settings import go_to, setting


async def to_the_key(me: Person, id: str) -> None:
    """Open the keys, at one of them."""
    await me.press("comma", "v")
    while me.desk.page.lanes[0].key != id:
        before = me.desk.page.lanes[0].key
        await me.press("down")
        assert me.desk.page.lanes[0].key != before, id


def dreads(me: Person) -> int:
    """How much is dreaded altogether."""
    return sum(entry.dread for entry in me.app.office.practice.entries.values())


def row_of(me: Person, title: str) -> str:
    """The line on which a command stands."""
    return next(line for line in me.lines if title in line)


async def test_every_command_with_a_key_stands_there_once() -> None:
    told = [command.id for commands in groups().values() for command in commands]
    assert sorted(told) == sorted(command.id for command in COMMANDS.values() if command.key)


async def test_a_free_key_is_pressed_and_everything_follows() -> None:
    async with at_screen(*FIVE) as me:
        await to_the_key(me, "entry.pick")
        await me.press("enter")
        assert me.sees("It is p now")
        await me.press("f6")
        assert me.overlay == ""
        assert setting(me, "keys") == {"entry.pick": "f6"}
        await me.press("1")
        assert "f6 pick" in me.lines[-1]
        before = me.vault.tables["days"]
        await me.press("f6")
        assert me.vault.tables["days"] != before or me.sees("Three for today")
        await me.press("p")
        assert me.sees("p has no meaning here. f6 pick for today")
        await me.press("question_mark")
        assert "f6" in row_of(me, "pick for today")
        await me.press("escape", "ctrl+p")
        await me.type("pick for")
        assert any("Pick for today" in line and " f6 " in line for line in me.lines)


async def test_a_key_that_is_taken_is_shown_at_once_and_swapped() -> None:
    async with at_screen(*FIVE) as me:
        before = dreads(me)
        await to_the_key(me, "entry.pick")
        await me.press("enter", "d")
        assert me.sees("d is the key of “Dread” already")
        assert setting(me, "keys") is None
        await me.press("ctrl+s")
        assert me.sees("taken for good")
        await me.press("d", "enter")
        assert setting(me, "keys") == {"entry.pick": "d", "entry.dread": "p"}
        await me.press("1", "p")
        assert dreads(me) == before + 1
        await me.press("u", "u")
        assert setting(me, "keys") is None
        await me.press("d")
        assert dreads(me) == before + 1


async def test_it_is_left_as_it_is_and_as_at_first_again() -> None:
    async with at_screen(*FIVE, Setting("keys", {"entry.pick": "f6"})) as me:
        await to_the_key(me, "entry.pick")
        assert me.sees("Its own key is p.")
        assert me.sees("a key of your own")
        await me.press("enter", "escape")
        assert setting(me, "keys") == {"entry.pick": "f6"}
        await me.press("r")
        assert setting(me, "keys") == {}
        await me.press("escape", "escape")
        assert me.desk.place == "today"


async def test_keys_that_stay_say_so() -> None:
    async with at_screen(*FIVE) as me:
        await to_the_key(me, "quit")
        await me.press("enter")
        assert (me.overlay, me.sees("ctrl+q always stays the key of “Leave”")) == ("", True)


async def test_by_the_mouse_alone() -> None:
    async with at_screen(*FIVE, size=(120, 36)) as me:
        await me.press("comma")
        await me.click("v keys")
        await me.click("Find")
        await me.click("Find")
        assert me.overlay == "NewKey"
        await me.click("esc leave it as it is")
        assert me.overlay == ""


@pytest.mark.parametrize(
    "broken",
    [
        {"entry.pick": "ctrl+q", "quit": "x", "back": "x", "palette": "y"}, {"entry.pick": "d"}, ["x"], "x",
        {"frob": "g"},        {"entry.pick": 7}, {"entry.done": "", "help": "[/]"},
    ],
    ids=str,
)  # fmt: skip
async def test_whatever_is_kept_as_keys_the_ways_out_stay(broken: object) -> None:
    async with at_screen(*FIVE, Setting("keys", broken)) as me:
        before = dreads(me)
        await me.press("d")
        assert dreads(me) == before + 1
        await me.press("ctrl+p")
        assert me.overlay == "Chooser"
        await me.press("escape", "comma")
        assert me.desk.place == "settings"
        await go_to(me, "keys")
        await me.press("r", "escape", "ctrl+q")
        assert me.app.leaving


async def test_keys_of_the_drawer_and_of_a_sheet_follow_too() -> None:
    kept = Setting("keys", {"undo": "f7", "area.add": "f8"})
    async with at_screen(*FIVE, kept) as me:
        before = dreads(me)
        await me.press("d", "enter")
        assert me.overlay == "Drawer"
        await me.press("f7")
        assert dreads(me) == before
        await me.press("escape", "A", "f8")
        await me.type("Consulting")
        await me.press("enter")
        assert any(getattr(area, "name", "") == "Consulting" for area in me.vault.tables["areas"].values())
        await me.press("f7")
        assert not any(getattr(area, "name", "") == "Consulting" for area in me.vault.tables["areas"].values())


MOVED = {"entry.pick": "f6", "office.toggle": "f7", "entry.done": "f3", "privacy.names": "f8", "win.note": "y",
         "win.sticker": "Y", "catch.here": "f9", "feedback.ask": "f10"}  # fmt: skip


async def test_sentences_name_the_keys_that_are_in_force() -> None:
    async with at_screen(Setting("keys", MOVED), place="door") as me:
        assert me.sees("f9 notes a call")
        assert me.sees("f10 asks them")
        await me.press("1")
        assert me.sees("f7 opens the office for today.")
        assert me.sees("A clear page. f6 picks three, or just c")
        await me.press("comma")
        await me.press("end", *["up"] * 8)
        assert me.sees("f8 hides and shows them"), me.text
        await me.press("1", "ctrl+p")
        await me.type("the tour")
        await me.press("enter")
        assert me.sees("f6 picks one of the three, f3 is done, s starts small")


async def test_a_key_changed_while_it_is_open_is_named_at_once() -> None:
    async with at_screen(place="today") as me:
        assert me.sees("p picks three")
        me.app.office.run("setting.key", (), of="entry.pick", key="f6")
        await me.settle()
        assert me.sees("f6 picks three")


async def test_dialogs_follow_the_keys_too() -> None:
    stepped = FIVE[1]
    async with at_screen(Setting("keys", MOVED), *FIVE) as me:
        while me.cursor != stepped.id:
            await me.press("down")
        await me.press("s")
        assert me.overlay == "Small"
        assert me.sees("f3 the step is done")
        await me.press("space")
        assert me.overlay == "Small", "space means nothing here now"
        await me.press("f8")
        assert me.app._hides()
        await me.press("f8", "f3")
        assert me.overlay == "Chooser"


async def test_a_celebration_has_the_keys_of_the_wins() -> None:
    win = Win("w1n0000000", text="The claims are in", stars=3, at="2026-06-11T09:00:00")
    kept = (win, *jars_of((win,)).values())
    async with at_screen(Setting("keys", MOVED), *kept) as me:
        me.app.push_screen(Celebration(me.desk, win, still=True))
        await me.settle()
        assert me.sees("y write about it")
        assert me.sees("Y choose a sticker")
        await me.press("y")
        assert me.sees("Write about it")
