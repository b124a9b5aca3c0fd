"""The Rituals page: what comes when, what each asks, and every change of it by key and mouse."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from organizer.records import Day
from organizer.records.rituals import Ritual, Run
from organizer.rituals.shipped import SHIPPED
from tests.screens_.person import FIVE, SIZES, Person, at_screen

DAYS = tuple(Day(f"2026-06-{day:02}", opened=f"2026-06-{day:02}T08:40:00") for day in (8, 9, 11))


def kept(me: Person, id: str) -> Ritual:
    """A ritual as the vault holds it."""
    found = me.vault.tables["rituals"][id]
    assert isinstance(found, Ritual)
    return found


async def test_what_comes_and_what_was_kept() -> None:
    async with at_screen(*FIVE, *DAYS, place="rituals") as me:
        assert me.sees("today 5:30 PM")
        assert me.sees("the first of the month")
        assert me.sees("December 17")
        assert "2 small questions" in me.row("A pause at midday asks")
        assert "● ● ○ ● ○" in me.row("this week")
        assert "3 of 4" in me.row("this week")
        await me.press("down")
        assert me.sees("Close the office asks")
        assert me.sees("Say your closing words.")
        assert me.vault.log == []


async def test_a_ritual_that_was_left_is_the_first_to_go_on_with() -> None:
    left = Run("r1", ritual="open", begun="2026-06-11T08:40:00", at="head", passed=("theme",), draft="half", nth=0)
    async with at_screen(*FIVE, left, place="rituals") as me:
        assert "go on at 2 of 7" in me.row("Open the office")
        await me.press("enter")
        assert me.sees("What is in your head?")
        assert me.field.value == "half"


async def test_questions_are_changed_moved_left_out_and_added() -> None:
    async with at_screen(*FIVE, place="rituals") as me:
        await me.press("up", "up", "down", "down", "e")
        assert me.cursor == "q:notes"
        await me.press("space")
        assert kept(me, "close").questions[0].off
        assert me.sees("not asked")
        await me.press("space", "right_square_bracket")
        assert [one.id for one in kept(me, "close").questions[:2]] == ["calls", "notes"]
        await me.press("left_square_bracket", "m")
        assert "notes" in kept(me, "close").short
        await me.press("e", "end", "ctrl+u", *"Are the notes done?", "enter", "enter", "enter")
        assert kept(me, "close").questions[0].ask == "Are the notes done?"
        await me.press("a", *"Is the plant watered?", "enter", "enter", "enter")
        assert [one.ask for one in kept(me, "close").questions][-2] == "Is the plant watered?"
        for _ in range(7):
            await me.press("u")
        assert me.vault.tables["rituals"] == {}


async def test_a_ritual_of_ones_own_from_its_name_to_its_first_run() -> None:
    async with at_screen(*FIVE, place="rituals") as me:
        await me.press("a", *"Supervision hour", "enter", *"What stays with me?", "enter", "enter", *"line", "enter")
        await me.press(*"every 2nd tuesday", "enter", *"4pm", "enter", *"10", "enter")
        (own,) = (one for one in me.vault.tables["rituals"].values() if isinstance(one, Ritual))
        assert (own.name, own.rhythm, own.at, own.minutes) == ("Supervision hour", "every 2nd tuesday", "16:00", 10)
        assert me.sees("My own")
        await me.click("Supervision hour")
        await me.press("enter")
        await me.type("the quiet one")
        await me.press("enter")
        assert me.titled("the quiet one").kind == "note"
        assert me.overlay == ""
        await me.press("z")
        assert me.sees("Resting")


async def test_times_sixty_seconds_and_the_office() -> None:
    async with at_screen(*FIVE, *DAYS, place="rituals", now=datetime(2026, 6, 11, 17, 20)) as me:
        await me.press("down", "t", "end", "ctrl+u", *"month", "enter", "enter", "enter", "enter")
        assert kept(me, "week").rhythm == "month"
        await me.press("u")
        await me.click("Close the office")
        await me.press("s")
        assert me.sees("under a minute"), me.text
        await me.type("the phone was answered")
        await me.press("enter", "enter")
        assert me.overlay == ""
        assert me.says("The office is closed. Good night.")
        assert [one.text for one in me.vault.tables["wins"].values()] == ["the phone was answered"]  # type: ignore[attr-defined]


async def test_by_mouse() -> None:
    async with at_screen(*FIVE, *DAYS, place="rituals") as me:
        await me.click("The week")
        assert me.sees("The week asks")
        await me.click("The week")
        assert me.overlay == "Runner"
        await me.click("stop, keep my place")
        assert me.overlay == ""
        await me.click("Office open")
        assert me.sees("Are today’s notes written?")


@pytest.mark.parametrize("size", [*SIZES, (60, 18), (40, 12)])
@pytest.mark.parametrize("plain", [False, True])
async def test_it_holds_in_every_room(size: tuple[int, int], plain: bool) -> None:
    asks = SHIPPED[0].questions
    many = [Ritual(f"own{n:07}", name=f"[b]My own {n}", questions=asks, order=20 + n) for n in range(20)]
    async with at_screen(*many, *DAYS, place="rituals", size=size, plain=plain) as me:
        await me.press("end", "pageup", "tab", "down", "e", "space", "escape", "home", "shift+tab")
        assert me.desk.place == "rituals"
        await me.resize(100, 30)
        assert me.sees("Rituals")


async def test_narrow_screens_say_in_the_band_since_when_it_is_open() -> None:
    async with at_screen(*FIVE, *DAYS, size=(80, 24)) as me:
        assert me.sees("open since 8:40 AM")
    async with at_screen(*FIVE, size=(80, 24)) as me:
        assert not me.sees("open since")


async def test_locked_in_the_middle_it_goes_on_after_unlocking() -> None:
    from screens import drafts

    async with at_screen(*FIVE) as me:
        await me.press("o", "enter")
        await me.type("half a thou")
        doc: dict[str, Any] = drafts.now(me.desk)
        assert doc["over"] == [{"open": "ritual", "ritual": "open"}]
        await me.press("escape")
        await drafts.take_up(me.desk, doc)
        await me.settle()
        assert me.field.value == "half a thou"


async def test_the_days_beside_the_questions_stand_from_the_first_as_they_do_after_a_step() -> None:
    opened = [Day(day, opened=f"{day}T08:00:00") for day in ("2026-05-20", "2026-05-27", "2026-06-03", "2026-06-10")]
    async with at_screen(*FIVE, *opened, place="rituals", size=(120, 36)) as me:
        before = me.lines
        assert me.sees("May 18  ")
        await me.press("down", "up")
        assert me.lines == before
