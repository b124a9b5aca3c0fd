"""Getting about: places, their focus, the mouse around the page, and every size of terminal."""

from __future__ import annotations

import pytest
from textual.app import App

from organizer.commands import COMMANDS
from organizer.commands.about import PLACES
from organizer.records import Theme
from screens.dialogs.catch import Catch
from screens.dialogs.drawer import Drawer
from screens.furniture import of
from screens.settings.keying import NewKey
from tests.looks_.pages import NOW, overfull
from tests.screens_.person import CALL, FIVE, NOTES, RENT, SIZES, TALK, at_screen


async def test_every_place_has_a_key_a_place_in_the_rail_and_a_name_in_the_band() -> None:
    async with at_screen(*FIVE) as me:
        for number, (place, name) in enumerate(PLACES, 1):
            await me.press(str(number))
            assert me.desk.place == place
            assert "▌" in me.row(f"{number}  {name}")[:3]
            if of(place).page.endswith(":Soon"):
                assert me.sees("This room is not furnished yet.")
                await me.press("down", "up", "left", "right", "tab", "enter", "pagedown", "end", "u")
        for number, (place, name) in enumerate(PLACES, 1):
            await me.click(f"{number}  {name}")
            assert me.desk.place == place
        assert me.vault.log == []


async def test_tabs_are_clicked_on_narrow_screens() -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        await me.click("2 Board")
        assert me.desk.place == "board"
        await me.click("7 Wins")
        assert me.desk.place == "wins"
        await me.click("1 Today")
        assert me.desk.place == "today"
        await me.resize(60, 18)
        await me.click(" 2 ")
        assert me.desk.place == "board"
        await me.click(" 4 ")
        assert me.desk.place == "theme"


async def test_each_place_keeps_its_row() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("end", "2", "right", "right", "right")
        assert me.cursor == RENT.id
        await me.press("1")
        assert me.cursor == CALL.id
        assert "Call the payer" in me.focused
        await me.press("2")
        assert me.cursor == RENT.id
        assert "Pay the rent" in me.focused
        await me.press("v", "1", "2")
        assert me.sees("Inbox")
        assert me.cursor == RENT.id


async def test_the_key_bar_is_clicked() -> None:
    async with at_screen(*FIVE) as me:
        await me.click("space done")
        assert me.kept(TALK.id).stage == "done"
        await me.click("p pick", nth=-1)
        assert me.three == (TALK.id,)
        for words, overlay in (
            ("a add", "Catch"),
            ("s start small", "Chooser"),
            ("/ find", "Chooser"),
            ("? help", "Help"),
            ("↵ open", "Drawer"),
        ):
            await me.click(words)
            assert me.overlay == overlay, words
            await me.press("escape")
            assert me.overlay == "", words


async def test_the_band_leads_to_the_theme() -> None:
    async with at_screen(Theme("th3me00000", name="Room to breathe", statement="we work in daylight")) as me:
        assert me.sees("R O O M   T O   B R E A T H E")
        assert me.sees("we work in daylight")
        await me.click("R O O M")
        assert me.desk.place == "theme"


async def test_a_framed_theme_stands_where_it_stood_from_page_to_page() -> None:
    theme = Theme("th3me00000", name="Room to breathe", frame="double")
    async with at_screen(theme, size=(80, 24)) as me:
        before = me.lines[0].index("Room to breathe")
        await me.press("2")
        assert me.lines[0].index("Room to breathe") == before


async def test_the_app_is_left_with_a_key() -> None:
    async with at_screen(*FIVE) as me:
        await me.pilot.press("ctrl+q")
        assert me.app.leaving
        assert me.app.return_code == 0


@pytest.mark.parametrize("size", [(60, 18), (40, 10), (100, 12), (30, 30), (200, 60)], ids=str)
async def test_any_size_shows_where_i_am_and_never_crashes(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, *overfull(NOW), size=size) as me:
        for place in ("1", "2"):
            await me.press(place, "home")
            assert me.focused, f"at the top of {place}\n{me.text}"
            for _ in range(12):
                await me.press("down")
                assert me.focused, f"{me.cursor} is out of sight at {place}\n{me.text}"
            for key in ("end", "pageup", "pagedown", "right", "left", "tab", "shift+tab"):
                await me.press(key)
                assert me.focused or not me.cursor, f"after {key} at {place}\n{me.text}"
        for key in ("c", "slash", "ctrl+p", "question_mark"):
            await me.press("1", key)
            assert me.overlay
            await me.press("escape")
        for key in ("enter", "e", "l", "m"):
            await me.press("home", key)
            assert me.overlay, key
            assert me.focused, key
            await me.press("escape", "escape")


@pytest.mark.parametrize(
    "keys",
    [("c",), ("slash",), ("ctrl+p",), ("question_mark",), ("enter",), ("e",), ("l",), ("m",), ("2",), ("2", "m")],
    ids="-".join,
)
async def test_the_terminal_changes_its_size_while_something_is_open(keys: tuple[str, ...]) -> None:
    async with at_screen(*FIVE) as me:
        await me.press(*keys)
        before = me.overlay
        for size in ((60, 18), (160, 45), (40, 10), (20, 5), (1, 1), (80, 24), (120, 36)):
            await me.resize(*size)
            assert me.overlay == before
            assert [len(me.lines), len(me.lines[0])] == [size[1], size[0]]
        if before in ("Catch", "Chooser"):
            await me.type("rent")
            assert me.field.value.endswith("rent")
        await me.press("escape", "escape")
        assert me.overlay == ""
        await me.press("1")
        assert "Supervision" in me.focused


@pytest.mark.parametrize("size", [*SIZES, (60, 18)], ids=str)
async def test_an_empty_practice_is_kind_on_every_page(size: tuple[int, int]) -> None:
    async with at_screen(size=size) as me:
        assert me.sees("A clear page.")
        await me.press("2")
        assert me.sees("Nothing here.")
        await me.press("v", "right", "end", "enter", "space", "m")
        assert me.overlay == ""
        await me.press("3")
        assert me.sees("A fresh page for Thursday, June 11.")
        await me.press("4")
        assert me.sees("Every practice has a feeling it is reaching for.")
        await me.press("5")
        assert me.sees("No promises open. Your word is whole.")
        for number, (place, _) in enumerate(PLACES, 1):
            await me.press(str(number))
            assert me.sees("not furnished yet") == of(place).page.endswith(":Soon")
        await me.press("slash")
        assert me.sees("area:")
        await me.press("enter", "escape")
        assert me.vault.log == []


async def test_an_overfull_practice_is_walked_through() -> None:
    async with at_screen(*overfull(NOW)) as me:
        await me.press("pagedown", "pagedown", "end")
        assert me.cursor == "more:still"
        await me.press("enter", "end")
        assert me.focused
        await me.press("2", "end")
        assert me.focused
        for _ in range(12):
            await me.press("pageup", "right")
            assert me.focused or not me.cursor
        await me.press("v", "end", "space")
        assert len(me.vault.log) == 1
        await me.press("slash")
        await me.type("folder 39")
        assert me.focused
        await me.press("enter")
        assert me.overlay == "Drawer"
        me.check_consistent()


async def test_arrows_alone_reach_every_row_of_today() -> None:
    async with at_screen(*FIVE) as me:
        seen = {me.cursor}
        for _ in range(6):
            await me.press("down")
            seen.add(me.cursor)
        assert seen == {TALK.id, RENT.id, NOTES.id, CALL.id}
        assert isinstance(me.app, App)


async def test_an_overlay_that_is_closed_before_it_stands_leaves_no_trace() -> None:
    async with at_screen(*FIVE) as me:
        for made in (
            Catch(me.app.office, me.app.ink, lambda lines, dates: "", {}),
            Drawer(me.app.office, me.app.ink, CALL.id),
        ):
            me.app.push_screen(made)
            made.dismiss()
            await me.settle()
            assert me.overlay == ""
        await me.press("c")
        assert me.overlay == "Catch"


async def test_the_evening_that_comes_while_an_overlay_is_opening() -> None:
    async with at_screen(*FIVE) as me:
        made = NewKey(me.app.office, me.app.ink, COMMANDS["catch"], lambda key, swap: "")
        me.app.push_screen(made)
        me.app.office.run("look.light", (), name="light", value="light")
        me.app.recolor()
        await me.settle()
        assert me.overlay == "NewKey"


@pytest.mark.parametrize("size", [(1, 1), (2, 40), (200, 2)], ids=str)
async def test_help_where_there_is_no_room_for_it(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("question_mark", "down", "up")
        assert me.overlay == "Help"
        await me.resize(120, 36)
        await me.press("escape")
        assert me.overlay == ""
