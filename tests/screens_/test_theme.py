"""The studio walked through by keys and by mouse: every line is in the vault at once, and the place is kept."""

from __future__ import annotations

import random

import pytest
from rich.cells import cell_len

from organizer.commands.studio import LONGEST
from organizer.records import Setting, Theme
from organizer.records.theme import Studio
from organizer.views.theme import STOPS, share_text, thoughts, written
from screens.palettes import contrast
from tests.looks_.pages import KINDS, full_theme, making
from tests.looks_.shots import audit
from tests.screens_.person import FIVE, SIZES, Person, at_screen

LINES = ("too many tabs open", "callers hear nothing", "I put off superbills")


def studio_of(me: Person) -> Studio:
    """The one theme in the making, as the vault holds it."""
    (found,) = me.vault.tables["studios"].values()
    assert isinstance(found, Studio)
    return found


def theme_of(me: Person) -> Theme:
    """The theme that hangs, as the app knows it."""
    found = me.app.office.practice.theme()
    assert found
    return found


async def test_from_nothing_to_a_theme_that_hangs() -> None:
    async with at_screen(place="theme") as me:
        assert me.sees("Every practice has a feeling it is reaching for.")
        await me.press("enter")
        for line in LINES:
            await me.type(line)
            await me.press("enter")
        assert [one.text for one in thoughts(me.app.office.practice, studio_of(me).id)] == [*LINES]  # type: ignore[attr-defined]
        await me.press("escape", "enter")
        for pile in ("Breathing space", "A kinder welcome", "Breathing space"):
            await me.press("m")
            await me.type(pile)
            await me.press("enter")
        assert len(me.vault.tables["piles"]) == 2
        await me.press("enter", "right", "left", "enter", "enter")
        await me.clear()
        await me.type("Room to breathe")
        await me.press("enter", "enter")
        await me.type("The first room my clients feel.")
        await me.press("enter", "enter")
        assert (theme_of(me).name, theme_of(me).statement) == ("Room to breathe", "The first room my clients feel.")
        await me.press("down", "down", "enter")
        assert theme_of(me).color == "#8aa4d6"
        assert me.app.theme_variables["accent"].lower() == me.app.ink.palette.accent
        await me.press("right", "enter")
        assert theme_of(me).frame == "window"
        await me.type("Room to breathe")
        await me.press("enter")
        await me.type("rOOm 2 brethe")
        await me.press("enter", "escape", "tab")
        assert [one.text for one in written(me.app.office.practice, theme_of(me).id)] == [
            "Room to breathe",
            "rOOm 2 brethe",
        ]
        await me.press("down", "down", "down", "enter")
        await me.type("the Thursday group")
        await me.press("enter")
        assert me.sees("in person, the Thursday group")
        assert studio_of(me).stop == "share"
        await me.click("It hangs")
        assert studio_of(me).closed
        await me.press("1")
        assert me.sees("R O O M   T O   B R E A T H E")
        me.check_consistent()


async def test_each_stop_is_gone_on_with_after_the_program_ended() -> None:
    for stop, (_, said) in STOPS.items():
        async with at_screen(*making(stop), place="theme") as me:
            assert me.sees(said), stop
            assert me.desk.page.view == stop  # type: ignore[attr-defined]
            await me.press("escape")
            assert me.sees("In the making")
            await me.click("In the making")
            await me.click("In the making") if me.sees("In the making") else None
            assert me.desk.page.view == stop  # type: ignore[attr-defined]


async def test_what_is_typed_and_not_kept_is_taken_up_after_a_lock() -> None:
    async with at_screen(*making("pour"), place="theme") as me:
        await me.press("a")
        await me.type("half a line")
        doc = me.desk.page.draft()
    async with at_screen(*making("pour"), Setting("draft", {"place": "theme", "page": doc})) as me:
        await me.until(lambda: me.desk.place == "theme")
        assert me.desk.line.value == "half a line"


async def test_the_three_minutes_only_say_so() -> None:
    from datetime import timedelta

    async with at_screen(*making("pour"), place="theme") as me:
        assert me.sees("about 3 minutes left")
        me.clock.at = me.clock.now() + timedelta(minutes=4)
        me.desk.lookout.look_around()
        await me.settle()
        assert me.sees("Three minutes. Enough, or a little more?")
        await me.press("a")
        await me.type("one more")
        await me.press("enter")
        assert me.sees("one more")


async def test_lines_go_on_piles_by_mouse_and_back_by_undo() -> None:
    async with at_screen(*making("gather"), place="theme") as me:
        await me.click("label printer")
        await me.click("label printer")
        assert me.overlay == "Chooser"
        await me.type("kind")
        await me.press("enter")
        moved = me.vault.tables["thoughts"]["t14"]
        assert moved.pile == "p1"  # type: ignore[attr-defined]
        await me.press("u")
        assert me.vault.tables["thoughts"]["t14"].pile == ""  # type: ignore[attr-defined]
        await me.click("Choose")
        await me.click("A kinder welcome")
        await me.click("A kinder welcome")
        assert studio_of(me).picked == "p1"
        assert me.sees("From A kinder welcome")


async def test_a_color_of_ones_own_and_a_long_name() -> None:
    async with at_screen(*making("color"), place="theme") as me:
        await me.click("Your own")
        await me.click("Your own") if me.overlay == "" else None
        await me.type("beige")
        await me.press("enter")
        assert me.sees("A color is # and six digits")
        await me.clear()
        await me.type("#f0f")
        await me.press("enter")
        assert theme_of(me).color == "#ff00ff"
        await me.click("Word")
        await me.press("home", "enter")
        await me.clear()
        await me.type("x" * (LONGEST + 1))
        await me.press("enter")
        assert me.sees("28 letters at most")
        assert theme_of(me).name == "It's our year's “Élan”"


async def test_the_frame_is_drawn_in_the_color_that_was_worn() -> None:
    async with at_screen(*making("color"), place="theme") as me:
        await me.press("down", "enter")
        assert me.sees("→ try a frame")
        assert theme_of(me).color != "#8aa4d6"
        assert me.desk.ink.palette == me.desk.page.leaf.ink.palette  # type: ignore[attr-defined]


async def test_while_a_line_is_written_its_own_keys_stand_below() -> None:
    async with at_screen(place="theme", size=(80, 24)) as me:
        await me.press("enter")
        assert me.sees("esc back to the page")
        assert not me.sees("a write")
        await me.type("callers hear nothing")
        await me.click("keep it")
        assert [one.text for one in thoughts(me.app.office.practice, studio_of(me).id)] == ["callers hear nothing"]  # type: ignore[attr-defined]
        await me.click("back to the page")
        assert me.sees("↵ gather")


async def test_the_way_on_stands_below_on_a_small_screen() -> None:
    async with at_screen(*making("gather"), place="theme", size=(80, 24)) as me:
        await me.click("↵ choose a pile")
        assert me.sees("Which of these makes the others easier?")
        await me.press("enter")
        await me.click("↵ write it")
        assert me.overlay == "Chooser"


def test_the_words_to_tell_it_with_are_whole_sentences() -> None:
    assert share_text(Theme("th", name="Calm", statement="Nothing is rushed")).endswith("rushed. What would yours be?")
    assert share_text(Theme("th", name="Calm?")).endswith("Calm? What would yours be?")


async def test_share_is_one_key_from_write_it() -> None:
    async with at_screen(*making("write"), place="theme", size=(80, 24)) as me:
        await me.click("x share")
        assert me.sees("Saying it aloud makes it part of you.")


async def test_past_themes_seasons_and_moments() -> None:
    async with at_screen(*KINDS["ordinary"](), place="theme") as me:
        assert me.sees("37 of 100")
        assert me.sees("Open windows")
        await me.press("j")
        await me.type("closed the laptop at five")
        await me.press("enter")
        assert me.titled("closed the laptop at five").theme == theme_of(me).id
        await me.press("s", "enter")
        assert me.sees("kept")
        await me.press("end", "up", "enter")
        assert me.sees("O P E N   W I N D O W S")
        await me.press("escape")
        assert me.sees("R O O M   T O   B R E A T H E")
        assert "%" not in me.text


async def test_an_entry_is_put_under_the_theme_from_today() -> None:
    async with at_screen(*FIVE, Theme("th", name="Élan")) as me:
        await me.press("T")
        assert [entry.theme for entry in me.entries if entry.theme] == ["th"]
        await me.press("u", "2", "T")
        assert len([entry for entry in me.entries if entry.theme]) == 1


async def test_words_are_copied_and_a_name_in_them_is_remarked_on() -> None:
    named = Theme("th", name="Calm", statement="As Margaret Wilson said, breathe.", since="2026-01-01")
    async with at_screen(named, place="theme") as me:
        await me.press("x")
        assert me.sees("A full name? A code is kinder to it.")
        await me.press("enter")
        assert me.app.clipboard == share_text(named)


async def test_nothing_is_lost_at_full_speed() -> None:
    async with at_screen(*making("write"), place="theme") as me:
        await me.press("a")
        for number in range(20):
            await me.rush(*f"line {number}", "enter")
        lines = [one.text for one in written(me.app.office.practice, "newtheme")]
        assert lines[37:] == [f"line {number}" for number in range(20)]


@pytest.mark.parametrize("size", [*SIZES, (60, 18), (40, 12), (20, 6)], ids=str)
async def test_every_stop_is_drawn_in_every_room(size: tuple[int, int]) -> None:
    for stop in STOPS:
        async with at_screen(*full_theme(stop), size=size, place="theme") as me:
            await me.press("down", "right", "up", "left", "pagedown", "end", "home")
            assert not audit(me.app), (stop, size)
            assert {cell_len(line) for line in me.lines} == {size[0]}, stop


@pytest.mark.parametrize("dark", [True, False], ids=["evening", "morning"])
async def test_random_colors_stay_legible_on_the_page_itself(dark: bool) -> None:
    dice = random.Random(5)
    async with at_screen(*KINDS["ordinary"](), place="theme", dark=dark) as me:
        for _ in range(12):
            color = f"#{dice.randrange(1 << 24):06x}"
            me.app.office.run("theme.color", (), color=color)
            await me.settle()
            assert not audit(me.app), color
            palette = me.app.ink.palette
            assert contrast(palette.band_foreground, palette.band) >= 4.5


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_first_of_the_hundred_is_asked_for_in_a_whole_sentence(size: tuple[int, int]) -> None:
    async with at_screen(Theme("th", name="Calm", since="2026-01-01"), place="theme", size=size) as me:
        await me.press("w")
        await me.press("escape") if me.field.has_focus else None
        assert me.sees("Enter keeps each line.")
