"""What stopped somebody in the first hour at a terminal of the usual size, and does no more."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer.packs import Library
from organizer.packs import Words as Said
from organizer.printing import fonts
from organizer.records.door import Inquiry, Script
from organizer.records.word import Commitment, Step
from organizer.views.theme import written
from tests.looks_.pages import making
from tests.screens_.person import FIVE, Person, at_screen

SMALL = (80, 24)
LATE = Commitment("1ate000000", text="call about the fee", who="payer",
                  steps=(Step("promise", "2026-06-01T09:00:00", "2026-06-08"),))  # fmt: skip
STEPS = tuple(Step(kind, "2026-06-09T09:00:00") for kind in ("say", "apologize", "plan"))
WAITS = Inquiry("new0000000", text="what does a visit cost?", who="Linnet 2", how="web", received="2026-06-10T18:54:00")
ANSWERS = "Here is what can come next: [a first hour / a place on the waitlist].\nYou hear from me by [day]."
SHIPPED = Library(scripts=(
    Said("reached", "", "Reached them", ANSWERS, "calling back"),
    Said("mail", "", "Voicemail greeting", "You have reached us.", "with crisis wording; check what your state asks",
         True),
))  # fmt: skip


async def test_a_holiday_is_called_one() -> None:
    async with at_screen(size=SMALL, now=datetime(2026, 11, 26, 13, 34)) as me:
        assert me.sees("A holiday, and no office day.")
    async with at_screen(size=SMALL, now=datetime(2026, 11, 28, 13, 34)) as me:
        assert me.sees("No office day. o opens it all")
        assert not me.sees("oliday")


async def test_the_keys_of_the_line_that_is_caught_are_all_in_sight() -> None:
    async with at_screen(size=SMALL) as me:
        await me.press("c")
        await me.type("Submit claims every friday 4pm")
        assert "esc never mind" in me.row("^w promise it")
        assert "^n another" in me.row("^w promise it")
        await me.clear()
        assert me.sees("^n keep, and another")


async def test_the_journal_says_the_keys_of_what_is_written() -> None:
    async with at_screen(size=SMALL, place="journal") as me:
        await me.press("a")
        assert me.sees("esc back to the page")
        assert not me.sees("space done")
        await me.type("- the copier tech was kind")
        await me.click("keep it")
        assert me.titled("the copier tech was kind").kind == "note"
        await me.click("back to the page")
        assert me.sees("space done")
        await me.press("a", "2")  # a figure is written, and leads nowhere
        assert me.desk.place == "journal"
        await me.click("2 Board")
        assert me.desk.place == "board"


async def test_v_on_an_empty_column_turns_to_one_that_holds_something() -> None:
    async with at_screen(*FIVE, size=SMALL, place="board") as me:
        while me.cursor:
            await me.press("right")
        await me.press("v")
        assert me.cursor


async def test_today_says_that_something_slipped_where_nothing_is_due() -> None:
    async with at_screen(LATE, size=SMALL) as me:
        assert me.sees("One promise needs repair, on")
        assert not me.sees("Nothing promised for today.")


async def test_what_can_be_done_with_a_promise_is_told_whole() -> None:
    async with at_screen(LATE._replace(steps=(Step("promise", "2026-06-01T09:00:00", "2026-06-30"),)), place="word",
                         size=SMALL) as me:  # fmt: skip
        await me.press("m", "down")
        _, y = me.find("A new time, told")
        assert "…" not in me.lines[y] + me.lines[y + 1]
        assert me.lines[y + 1].strip()
        await me.press("enter")
        assert me.sees("By when now?")


async def test_a_long_story_says_that_it_goes_on() -> None:
    slipped = LATE._replace(steps=(*LATE.steps, *STEPS))
    async with at_screen(slipped, place="word", size=SMALL) as me:
        await me.press("enter")
        assert me.sees("more below")
        await me.press(*["down"] * 12)
        assert not me.sees("more below")


async def test_our_word_is_not_cut_beside_the_clock() -> None:
    async with at_screen(WAITS, place="door", size=SMALL, now=datetime(2026, 6, 10, 19, 0)) as me:
        row = me.row("the clock rests until")
        assert "Our word: one working day." in row
        assert "…" not in row


async def test_words_made_ones_own_keep_their_slashes() -> None:
    async with at_screen(place="door", size=SMALL) as me:
        me.desk.library = lambda: SHIPPED
        await me.press("w", "e", "enter", "enter")
        (mine,) = me.vault.tables["scripts"].values()
        assert isinstance(mine, Script)
        assert mine.text == ANSWERS.replace(" / ", "/")


async def test_what_words_are_for_is_told_whole() -> None:
    async with at_screen(place="door", size=SMALL) as me:
        me.desk.library = lambda: SHIPPED
        await me.press("w", "down")
        assert whole(me, "with crisis wording; check what your state asks")


def whole(me: Person, words: str) -> bool:
    """Whether words stand on the screen, on one line or several."""
    return words in " ".join(" ".join(me.lines).split())


async def test_what_is_hung_can_be_written_at_once() -> None:
    async with at_screen(*making("frame"), place="theme", size=SMALL) as me:
        await me.press("enter")
        assert me.sees("Enter keeps each line.")
        await me.type("Room, and open doors")  # r, o and e are keys of the page
        await me.press("enter")
        assert [one.text for one in written(me.app.office.practice, "newtheme")] == ["Room, and open doors"]
        await me.press("escape")
        assert me.sees("x share")


async def test_what_can_be_saved_without_the_print_extra_is_offered_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    async with at_screen(*making("share"), place="theme", size=SMALL) as me:
        await me.press("p")
        assert me.focused.endswith(".html")
        await me.press("down")
        assert me.sees("needs the print extra")
        await me.press("enter")
        assert whole(me, "a name that ends in .html or .svg works.")


async def test_what_was_said_in_person_is_told_so() -> None:
    steps = (*LATE.steps, Step("say", "2026-06-09T09:00:00", note="at the door", how="in person"))
    async with at_screen(LATE._replace(steps=steps), place="word", size=SMALL) as me:
        await me.press("enter")
        assert "by" not in me.row("I said so")
        assert "in person" in me.row("I said so")


async def test_how_long_and_by_when_stand_apart() -> None:
    async with at_screen(WAITS._replace(received="2026-06-11T12:30:00"), place="door", size=SMALL,
                         now=datetime(2026, 6, 11, 17, 40)) as me:  # fmt: skip
        assert " tomorrow 12:30 PM" in me.row("tomorrow 12:30 PM")


async def test_help_begins_with_the_keys_of_the_page_where_there_is_little_room() -> None:
    async with at_screen(place="word", size=SMALL) as me:
        await me.press("question_mark")
        assert me.sees("Here, on My Word")
        assert me.sees("a new time, told")


async def test_what_else_can_be_said_of_a_task_is_told_in_whole_words() -> None:
    async with at_screen(*FIVE, size=SMALL) as me:
        await me.press("enter")
        told = me.row("↵ all").partition("more")[2].partition("…")[0].split(", ")
        assert told[-1].strip() in ("told", "starts", "rests", "worst bit", "marks", "waiting on", "since", "takes")
