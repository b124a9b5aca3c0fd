"""The areas of the practice, changed at the screen: by keys, by the mouse, and with names of every kind."""

from __future__ import annotations

import pytest

from organizer.errors import DiskTrouble
from organizer.records import Area
from screens.palettes import derive
from tests.looks_.shots import cells
from tests.screens_.person import FIVE, NOTES, RENT, SHELF, SIZES, Person, at_screen

SMALL = (*SIZES, (60, 18))


def area(me: Person, id: str) -> Area:
    """An area as the vault holds it."""
    kept = me.vault.tables["areas"][id]
    assert isinstance(kept, Area)
    return kept


def names(me: Person) -> list[str]:
    """The areas in use, in order."""
    return [area.name for area in me.app.office.practice.areas_in_order()]


@pytest.mark.parametrize("size", SMALL)
async def test_an_area_is_added_renamed_and_found_on_the_board(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("A")
        assert me.overlay == "Areas"
        assert me.sees("9 areas")
        await me.press("a")
        await me.type("Consulting")
        await me.press("enter")
        assert names(me)[-1] == "Consulting"
        assert "Consulting" in me.focused
        await me.press("e")
        await me.type(" [/] x")
        await me.press("enter")
        assert area(me, "consulting").name == "Consulting [/] x"
        assert me.sees("Consulting [/] x")
        await me.press("u", "escape")
        assert me.overlay == ""
        await me.press("2", "shift+tab", "shift+tab")
        await me.press("shift+tab", "shift+tab") if me.column != "consulting" else None
        assert "consulting" in [lane.name for lane in me.desk.page.lanes]
        me.check_consistent()


async def test_the_cursor_stays_on_the_row_that_is_typed_in() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("A")
        first = names(me)[0]
        await me.press("e")
        await me.type(" 2")
        await me.press("down", "down", "pagedown", "tab", "enter")
        assert names(me)[0] == f"{first} 2"
        assert f"{first} 2" in me.focused


async def test_what_is_typed_right_behind_the_keys_is_not_lost() -> None:
    async with at_screen(*FIVE) as me:
        await me.rush("A", "a", *"Groups", "enter")
        assert names(me)[-1] == "Groups"
        await me.rush("e", *" and x", "enter", "f", "f", "escape")
        assert area(me, "groups").name == "Groups and x"
        assert me.overlay == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [("training", "already"), ("x" * 300, "in short"), ("[/]", "needs a name"), ("none", "needs a name")],
)
async def test_a_name_that_cannot_be_taken_stays_with_a_sentence(typed: str, says: str) -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        await me.press("A", "a")
        await me.type(typed)
        await me.press("enter")
        assert says in me.text
        assert me.field.value == typed
        assert len(names(me)) == 9
        await me.press("escape")
        assert me.overlay == "Areas"
        assert not me.field.display
        await me.press("e")
        await me.clear()
        await me.type(typed)
        await me.press("enter")
        assert says in me.text
        assert me.vault.log == []
        await me.press("escape", "escape")
        assert me.overlay == ""


async def test_enter_on_nothing_typed_leaves_the_field() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("A", "a", "enter")
        assert not me.field.display
        await me.press("end", "a", "escape", "down", "up")
        assert me.cursor == "outreach"
        assert me.vault.log == []


async def test_an_area_is_retired_its_tasks_stay_and_it_comes_back() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("A", "down", "down", "down")
        assert me.cursor == "accounting"
        await me.press("x")
        assert area(me, "accounting").retired
        assert me.cursor == "accounting"
        assert "retired" in me.row("Accounting")
        assert me.sees("8 areas, 1 retired")
        assert me.sees("x take back")
        await me.press("escape", "2")
        assert [lane.name for lane in me.desk.page.lanes][-1] == "accounting"
        assert me.kept(RENT.id).area == "accounting"
        await me.press("shift+tab", "c")
        await me.type("pay the bill #accounting")
        await me.press("enter")
        assert me.titled("pay the bill").area == ""
        await me.press("A", "end")
        for _ in range(10):
            await me.press("down")
        await me.press("up")
        assert me.cursor == "accounting"
        await me.press("x", "escape")
        assert names(me)[3] == "Accounting"
        me.check_consistent()


async def test_a_card_is_not_carried_into_a_retired_column_and_nothing_is_added_there() -> None:
    retired = Area("accounting", name="Accounting", order=3, retired=True)
    async with at_screen(*FIVE, retired) as me:
        await me.press("2")
        while me.column != "outreach":
            await me.press("right")
        await me.press("m", "right")
        assert me.says("Accounting is retired")
        assert me.kept("ca11000000").area == "outreach"
        await me.press("escape", "right")
        assert me.column == "accounting"
        await me.press("a")
        await me.type("a new line")
        await me.press("enter")
        assert me.titled("a new line").area == ""
        await me.press("m", "left", "enter")
        assert me.kept(RENT.id).area == "outreach"


async def test_up_and_down_by_three_ways() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("A", "down", "[")
        assert names(me)[:2] == ["Scheduling", "Documentation"]
        await me.press("alt+down", "alt+down")
        assert names(me)[:3] == ["Documentation", "Record-keeping", "Scheduling"]
        await me.click("[ up")
        await me.click("] down")
        assert me.cursor == "scheduling"
        assert names(me)[2] == "Scheduling"
        await me.press("u", "u", "u", "u", "u")
        assert names(me)[:2] == ["Documentation", "Scheduling"]
        await me.press("U")
        assert names(me)[0] == "Scheduling"


@pytest.mark.parametrize("dark", [True, False])
async def test_a_color_is_a_dot_on_the_board_only_where_it_was_chosen(dark: bool) -> None:
    async with at_screen(*FIVE, dark=dark) as me:
        await me.press("A", "o")
        assert me.overlay == "Chooser"
        await me.type("rose")
        await me.press("enter")
        assert area(me, "documentation").color == "Rose tea"
        await me.press("escape", "2")
        x, y = me.find("● Documentation")
        assert cells(me.app)[y][x].foreground == derive("Rose tea", dark).accent
        assert me.text.count("● ") - me.text.count("● by area") == 1
        await me.resize(80, 24)
        assert me.sees("● Documentation")
        await me.press("A", "o")
        await me.type("none")
        await me.press("enter", "escape")
        assert not me.sees("● Documentation")


async def test_everything_by_the_mouse() -> None:
    async with at_screen(*FIVE, NOTES, SHELF) as me:
        await me.press("ctrl+p")
        await me.type("areas of my")
        await me.press("enter")
        assert me.overlay == "Areas"
        await me.click("Training")
        assert me.cursor == "training"
        await me.click("f clients")
        assert area(me, "training").client_facing
        assert "client-facing" in me.row("Training")
        await me.click("x retire")
        await me.click("x take back")
        assert not area(me, "training").retired
        await me.click("e rename")
        await me.type(" and reading")
        await me.click("keep it")
        assert area(me, "training").name == "Training and reading"
        await me.click("o color")
        await me.click("Heather")
        assert area(me, "training").color == "Heather"
        await me.click("something of your own")
        await me.type("Groups")
        await me.click("never mind")
        await me.click("a add")
        await me.type("Groups")
        await me.press("enter")
        assert names(me)[-1] == "Groups"
        await me.click("u undo")
        assert "Groups" not in names(me)
        await me.click("esc close")
        assert me.overlay == ""
        await me.press("A")
        await me.click_at(1, 1)
        assert me.overlay == ""


async def test_a_full_disk_is_told_and_nothing_is_lost() -> None:
    async with at_screen(*FIVE) as me:
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        await me.press("A", "x")
        assert "The disk is full" in me.text
        await me.press("a")
        await me.type("Groups")
        await me.press("enter")
        assert me.field.value == "Groups"
        me.vault.refuse = None
        await me.press("enter")
        assert names(me)[-1] == "Groups"


async def test_help_tells_the_keys_of_the_areas() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("A", "question_mark")
        assert me.sees("Here, on the areas")
        assert me.sees("retire, take back")
        await me.press("escape", "escape")
        assert me.overlay == ""


@pytest.mark.parametrize("size", [(40, 10), (10, 3), (200, 60)])
async def test_at_any_size(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("A", "down", "x", "f", "o", "escape", "a", "x", "y", "enter", "end", "pagedown", "pageup")
        await me.resize(80, 24)
        assert "xy" in names(me)
        await me.press("e")
        await me.resize(60, 18)
        await me.resize(10, 3)
        await me.press("escape", "escape")
        assert me.overlay == ""
        me.check_consistent()


@pytest.mark.parametrize("size", SMALL)
async def test_what_belongs_to_an_area_is_said_behind_its_name(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("A", "w")
        await me.clear()
        await me.type("notes, letters [/]")
        await me.press("enter")
        assert area(me, "documentation").about == "notes, letters [/]"
        await me.press("w")
        await me.type("x" * 70)
        await me.press("enter")
        assert me.sees("60 letters at most")
        await me.press("escape", "u")
        assert area(me, "documentation").about == ""
