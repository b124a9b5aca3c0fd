"""The first steps of a new practice, as a person takes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from organizer.clock import StoppedClock
from organizer.errors import DiskTrouble
from organizer.office import Office
from organizer.records import Area, Day, Setting, Theme
from screens.app import Organizer
from tests.looks_.pages import HARD
from tests.screens_.person import FIVE, NOW, RENT, SIZES, Person, at_screen

EVERY = (*SIZES, (60, 18))


def setting(me: Person, name: str) -> Any:
    """What the vault holds under a name."""
    kept = me.vault.tables["settings"].get(name)
    return kept.value if isinstance(kept, Setting) else None


def retired(me: Person) -> set[str]:
    """The ids of the areas that are not in use."""
    return {id for id, area in me.vault.tables["areas"].items() if isinstance(area, Area) and area.retired}


@pytest.mark.parametrize("size", EVERY)
@pytest.mark.parametrize("dark", [True, False])
async def test_from_hello_to_today_by_the_keyboard(size: tuple[int, int], dark: bool) -> None:
    async with at_screen(size=size, dark=dark, fresh=True) as me:
        assert me.overlay == "FirstRun"
        assert me.sees("your theme will live here")
        assert me.sees("Do these two lines match?")
        pretty, plain = me.row("| ★"), me.row("| a b")
        assert pretty.rindex("|") == plain.rindex("|")
        await me.press("enter")
        assert me.sees("What is your practice made of?")
        await me.press("down", "space", "a")
        await me.type("Groups")
        await me.press("enter", "enter")
        assert me.sees("When is your office open?")
        await me.press(*["down"] * 4, "space", *["down"] * 3, "e")
        await me.type("9")
        await me.press("enter", "enter")
        assert me.sees("A line to yourself, a year from now?")
        await me.type("the phone is answered")
        await me.press("enter", "enter")
        assert me.overlay == ""
        assert me.desk.place == "today"
        assert (setting(me, "signs"), setting(me, "first_run")) == ("pretty", "done")
        assert setting(me, "office_days") == "mon tue wed thu"
        assert setting(me, "office_opens") == "09:00"
        assert setting(me, "note_to_next_year:2026") == {"text": "the phone is answered", "written": "2026-06-11"}
        assert retired(me) == {"scheduling"}
        assert "Groups" in [area.name for area in me.app.office.practice.areas_in_order()]
        me.check_consistent()


async def test_enter_alone_goes_all_the_way() -> None:
    async with at_screen(fresh=True) as me:
        await me.rush(*["enter"] * 5)
        await me.press("enter") if me.overlay else None
        assert me.overlay == ""
        assert me.desk.place == "today"
        assert setting(me, "first_run") == "done"
        assert setting(me, "note_to_next_year:2026") is None


async def test_all_of_it_by_the_mouse() -> None:
    async with at_screen(fresh=True) as me:
        await me.click("no, something is off")
        assert me.sees("What is your practice made of?")
        assert setting(me, "signs") == "plain"
        assert me.app.ink.signs.enter == "enter"
        await me.click("b back")
        await me.click("yes, they match")
        assert me.app.ink.signs.enter == "↵"
        await me.click("Training", right=-3)
        assert retired(me) == {"training"}
        await me.click("space tick")
        assert retired(me) == set()
        await me.click("Systems")
        assert me.cursor == "systems"
        assert retired(me) == set()
        await me.click("Systems")
        assert retired(me) == {"systems"}
        await me.click("u undo")
        await me.click("Training")
        await me.click("e rename")
        await me.type("!")
        await me.click("keep it")
        assert me.sees("Training!")
        await me.click("something of your own")
        await me.type("Groups")
        await me.click("keep it")
        assert me.cursor == "groups"
        await me.click("a add my own")
        await me.click("never mind")
        await me.click("↵ next")
        await me.click("Saturday", right=-3)
        assert setting(me, "office_days") == "mon tue wed thu fri sat"
        await me.click("pauses")
        await me.click("pauses")
        await me.click("none")
        assert me.overlay == "FirstRun"
        assert me.sees("no pause")
        await me.click("calls are answered")
        await me.click("calls are answered")
        assert setting(me, "answer_within") == "two working days"
        await me.click("↵ next")
        await me.click("never mind")
        assert me.sees("Look on the shelf")
        await me.click("Find my theme")
        assert me.overlay == ""
        assert me.desk.place == "theme"


async def test_later_goes_on_where_it_was_after_a_restart() -> None:
    async with at_screen(fresh=True) as me:
        await me.press("enter", "enter", "space", "escape")
        assert me.overlay == ""
        assert me.says("Later, then.")
        assert setting(me, "first_run") == "office"
        vault = me.vault
    again = Person(Organizer(Office(vault, StoppedClock(NOW))), vault, StoppedClock(NOW))
    async with again.app.run_test(size=(120, 36)) as pilot:
        again.pilot = pilot
        await again.settle()
        assert again.overlay == "FirstRun"
        assert again.sees("3 of 4")
        assert again.row("Monday").split()[0] == "▌○"
        await again.press("b", "b", "b")
        assert again.sees("1 of 4")


async def test_what_was_said_is_kept_although_the_terminal_was_closed() -> None:
    async with at_screen(fresh=True) as me:
        await me.press("enter", "space")
        assert retired(me) == {"documentation"}
        assert setting(me, "first_run") == "areas"
        assert setting(me, "signs") == "pretty"


async def test_each_answer_can_be_undone_and_places_are_passed_over() -> None:
    async with at_screen(fresh=True) as me:
        await me.press("enter", "space", "enter", "space", "u")
        assert setting(me, "office_days") is None
        await me.press("u")
        assert retired(me) == set()
        assert setting(me, "first_run") == "office"
        await me.press("U", "U")
        assert retired(me) == {"documentation"}
        assert setting(me, "office_days") == "tue wed thu fri"


async def test_it_does_not_open_where_something_is_written_or_it_was_done() -> None:
    async with at_screen(RENT, fresh=True) as me:
        assert me.overlay == ""
    async with at_screen() as me:
        assert me.overlay == ""
    async with at_screen(fresh=True, readonly="This folder cannot be written to.") as me:
        assert me.overlay == ""


async def test_it_can_be_run_again_and_stays_done() -> None:
    async with at_screen(*FIVE, Theme("t1", name="Room to breathe")) as me:
        await me.press("ctrl+p")
        await me.type("first steps")
        await me.press("enter")
        assert me.overlay == "FirstRun"
        assert me.sees("1 of 4")
        assert me.sees("Room to breathe")
        await me.press("enter", "enter", "escape")
        assert me.overlay == ""
        assert setting(me, "first_run") == "done"


async def test_plain_signs_where_the_lines_do_not_match() -> None:
    async with at_screen(fresh=True) as me:
        await me.press("down", "space")
        assert me.sees("1 of 4 - about 4 minutes")
        assert me.sees("| ★ ◑ ↻ ◌ ≋ |")
        await me.press("enter")
        assert me.app.ink.signs.enter == "enter"
        assert all(char.isascii() for char in me.text)
        await me.press("enter", "enter", "escape", "down", "enter")
        assert me.overlay == ""
        assert me.sees("enter open")


async def test_the_stops_of_the_path_are_clicked() -> None:
    async with at_screen(fresh=True) as me:
        x, y = me.find("◉")
        await me.click_at(x + 50, y)
        assert me.sees("3 of 4")
        await me.click_at(x, y)
        assert me.sees("1 of 4")
        await me.click_at(x + 75, y)
        assert me.sees("4 of 4")
        assert me.field.display


@pytest.mark.parametrize("typed", ["friday", "25:00", "6pm", "[/]", "x" * 300])
async def test_an_hour_that_cannot_be_stays_with_a_sentence(typed: str) -> None:
    async with at_screen(Setting("first_run", "office"), fresh=True, size=(80, 24)) as me:
        await me.press(*["down"] * 7, "e")
        await me.type(typed)
        await me.press("enter")
        assert me.field.value == typed
        assert setting(me, "office_opens") is None
        await me.press("escape")
        assert me.sees("8:30 AM")


@pytest.mark.parametrize("text", HARD)
async def test_names_and_lines_of_every_kind(text: str) -> None:
    async with at_screen(Setting("first_run", "areas"), fresh=True) as me:
        await me.press("a")
        await me.paste(text)
        await me.press("enter")
        if me.field.display:
            await me.press("escape")
        await me.press("enter", "enter")
        assert me.sees("4 of 4")
        await me.paste(text)
        await me.press("enter")
        me.check_consistent()
        await me.press("escape")
        if me.overlay:
            await me.press("escape")
        assert me.overlay == ""


async def test_one_area_and_one_day_stay_ticked() -> None:
    async with at_screen(Setting("first_run", "areas"), fresh=True) as me:
        for _ in range(9):
            await me.press("space", "down")
        assert "one area at least" in me.text
        await me.press("up", "enter")
        for _ in range(5):
            await me.press("space", "down")
        assert "one day a week at least" in me.text
        assert setting(me, "office_days") == "fri"


async def test_enter_on_the_row_for_an_area_of_ones_own_writes_there() -> None:
    async with at_screen(Setting("first_run", "areas"), fresh=True, size=(80, 24)) as me:
        await me.press(*["down"] * 9)
        assert me.cursor == "add"
        assert me.sees("↵ write")
        await me.press("enter", *"Dogs", "enter")
        assert me.says("Added an area: Dogs.")
        await me.press("down", "enter", "enter")
        assert me.cursor != "add"
        await me.press("enter")
        assert me.sees("When is your office open?")


async def test_the_first_steps_end_with_a_tour_for_who_likes_one() -> None:
    async with at_screen(Setting("first_run", "note"), fresh=True, size=(80, 24)) as me:
        await me.press("escape")
        await me.click("Look around first")
        assert me.overlay == "Tour"
        assert setting(me, "first_run") == "done"
        await me.press("escape")
        assert (me.overlay, me.desk.place) == ("", "today")


async def test_a_full_disk_keeps_the_answer_where_it_is() -> None:
    async with at_screen(fresh=True) as me:
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        await me.press("down", "enter")
        assert "The disk is full" in me.text
        assert me.sees("1 of 4")
        me.vault.refuse = None
        await me.press("enter")
        assert me.sees("2 of 4")


async def test_another_program_changes_an_area_meanwhile() -> None:
    async with at_screen(Setting("first_run", "areas"), fresh=True) as me:
        me.app.office.run("area.rename", (), area="systems", name="Computers")
        await me.settle()
        assert me.sees("Computers")


async def test_a_year_later_the_line_stands_on_today() -> None:
    async with at_screen(Setting("first_run", "note"), fresh=True) as me:
        await me.type("see [/] x: the phone is answered")
        await me.press("enter", "enter")
        assert not me.page_shows("the phone is answered")
        me.clock.at = NOW.replace(year=2027) - timedelta(days=1)
        await me.until(lambda: me.sees("June 10"))
        assert not me.page_shows("to myself")
        me.clock.at = NOW.replace(year=2027)
        await me.until(lambda: me.sees("to myself, June 11, 2026"))
        assert me.page_shows("“see [/] x: the phone")
        me.clock.at = NOW.replace(year=2027) + timedelta(days=20)
        await me.until(lambda: not me.sees("to myself"))


async def test_today_follows_the_days_and_hours_of_the_office() -> None:
    hours = (Setting("office_opens", "10:00"), Setting("office_pause", ""), Setting("office_closes", "16:00"))
    kept = Day("2026-06-09", opened="2026-06-09T10:00:00")
    async with at_screen(*FIVE, *hours, kept, Setting("office_days", "tue thu")) as me:
        assert me.sees("opens 10:00")
        assert me.sees("close 4:00")
        assert not me.sees("pause")
        assert me.sees("1 of 2 office days kept")
    async with at_screen(*FIVE, kept, Setting("office_days", "tue wed")) as me:
        assert me.sees("No office day. o opens it")
        await me.press("o", "escape")
        assert me.sees("open 9:14")
    async with at_screen(Theme("t1", name="Calm"), Setting("office_days", "mon"), size=(160, 45)) as me:
        assert me.sees("The week ahead")


@pytest.mark.parametrize("size", [(40, 10), (10, 3), (30, 7), (200, 60)])
async def test_at_any_size(size: tuple[int, int]) -> None:
    async with at_screen(size=size, fresh=True) as me:
        await me.press("enter", "a", "x", "y", "enter", "pagedown", "end", "up", "enter", "e", "down", "space", "enter")
        await me.resize(80, 24)
        assert me.sees("4 of 4")
        await me.resize(10, 3)
        await me.type("x")
        await me.resize(120, 36)
        assert me.field.value == "x"
        await me.press("enter", "question_mark", "escape", "enter")
        assert me.overlay == ""
        me.check_consistent()


@pytest.mark.parametrize("step", ["areas", "office"])
async def test_a_minute_that_goes_by_answers_nothing(step: str) -> None:
    async with at_screen(*FIVE) as me:
        me.app.office.run("first.reach", step=step)
        await me.press("ctrl+p", *"first", "enter")
        assert me.overlay == "FirstRun"
        log = len(me.vault.log)
        me.clock.at += timedelta(minutes=1)
        await me.look()
        assert len(me.vault.log) == log
        assert me.overlay == "FirstRun"


async def test_the_key_bar_follows_a_page_down() -> None:
    async with at_screen(size=(80, 24), fresh=True) as me:
        await me.press("enter")
        assert "↵ next" in me.lines[-1]
        await me.press("pagedown", "pagedown")
        assert me.cursor == "add"
        assert "↵ write" in me.lines[-1]
        await me.press("pageup")
        assert "↵ next" in me.lines[-1]
