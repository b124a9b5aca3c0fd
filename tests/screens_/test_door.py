"""The Front Door at the screen: noted, answered, on the waitlist, followed up; by key and by mouse."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from organizer.packs import Library
from organizer.packs import Words as Said
from organizer.records import Record, Setting
from organizer.records.door import Answer, Closure, Inquiry, Quiet, Script
from organizer.records.feedback import Comment, Tally
from tests.looks_.pages import full_door
from tests.screens_.person import NOW, RENT, SIZES, Person, answer, at_screen

LATE = Inquiry("1ate000000", text="weekday mornings", who="Osprey 3", how="phone", received="2026-06-09T15:20:00")
NEW = Inquiry("new0000000", text="what does a visit cost?", who="Linnet 2", how="web", received="2026-06-11T08:54:00")
LISTED = Inquiry("1isted0000", text="evenings", who="Bay 5", received="2026-05-20T10:00:00",
                 answers=(Answer("waitlist", "2026-05-20T11:00:00", review="2026-06-15"),))  # fmt: skip
AWAY = Quiet("away000000", who="Walnut 3", since="2026-05-20", note="three visits")
SHIPPED = Library(scripts=(Said("reached", "", "Reached them", "Hello.\nThis is me.", "calling back"),
                           Said("full", "", "Full, and kindly", "No room.", "the same for all", True)))  # fmt: skip


def held(me: Person, id: str) -> Inquiry:
    """An inquiry as the vault holds it."""
    found = me.vault.tables["inquiries"][id]
    assert isinstance(found, Inquiry)
    return found


async def test_a_call_is_noted_answered_and_taken_back() -> None:
    async with at_screen(place="door") as me:
        assert me.sees("Nobody is waiting. That is good service.")
        await me.press("a")
        await answer(me, "asks for evenings", "Heron 7", "phone", "yesterday 4:50pm")
        (made,) = me.vault.tables["inquiries"].values()
        assert isinstance(made, Inquiry)
        assert (made.text, made.who, made.how, made.received) == (
            "asks for evenings", "Heron 7", "phone", "2026-06-10T16:50:00",
        )  # fmt: skip
        assert me.sees("today 4:50 PM")
        await me.press("r", "enter")
        assert held(me, made.id).answers[0].outcome == "answered"
        assert me.says("Reached, and answered: asks for evenings")
        assert me.sees("Nobody is waiting.")
        await me.press("u")
        assert held(me, made.id).answers == ()
        assert me.sees("asks for evenings")


async def test_a_code_is_drawn_where_none_is_said_and_bad_times_stay_where_they_were_typed() -> None:
    async with at_screen(place="door") as me:
        await me.press("a")
        await answer(me, "a letter", "", "", "whenever")
        assert me.overlay == "Asks"
        assert me.sees("is not a time that can be read")
        await me.clear()
        await answer(me, "tomorrow")
        assert me.sees("That is still to come.")
        await me.clear()
        await answer(me, "9am")
        (made,) = me.vault.tables["inquiries"].values()
        assert isinstance(made, Inquiry)
        assert made.received == "2026-06-11T09:00:00"
        assert made.who.split()[-1].isdecimal()


async def test_what_an_outcome_asks_besides() -> None:
    async with at_screen(LATE, NEW, place="door") as me:
        await me.press("r")
        await me.type("names")
        await me.press("enter")
        await answer(me, "many")
        assert me.overlay == "Asks"
        await answer(me, "")
        assert me.sees("is not a number of names")
        await me.press("up")
        await me.clear()
        await answer(me, "3", "")
        assert held(me, LATE.id).answers[0][0] == "referred"
        assert held(me, LATE.id).answers[0].names == 3
        await me.press("r")
        await me.type("waitl")
        await me.press("enter")
        await answer(me, "june 26", "mornings only")
        last = held(me, NEW.id).answers[0]
        assert (last.outcome, last.review, last.note) == ("waitlist", "2026-06-26", "mornings only")
        assert me.sees("Waitlist            1, look again June 26")


async def test_word_is_left_twice_at_most() -> None:
    async with at_screen(LATE, place="door") as me:
        for _ in range(2):
            await me.press("r")
            await me.type("left")
            await me.press("enter")
        assert [one.outcome for one in held(me, LATE.id).answers] == ["left word", "left word"]
        assert me.sees("again Mon 9:14 AM")
        await me.press("r")
        assert not me.sees("to be tried once more")
        await me.press("escape")


async def test_everyone_the_waitlist_and_those_who_went_away() -> None:
    async with at_screen(NEW, LISTED, AWAY, place="door") as me:
        await me.press("down")
        await me.press("enter")
        assert me.sees("The figures")
        assert me.desk.page.selection() == (LISTED.id,)
        await me.press("l")
        await answer(me, "in 3 weeks", "")
        assert [one.review for one in held(me, LISTED.id).answers] == ["2026-06-15", "2026-07-02"]
        await me.press("down", "r", "enter")
        await answer(me, "letter", "")
        away = me.vault.tables["quiet"][AWAY.id]
        assert isinstance(away, Quiet)
        assert (away.followed, away.how) == ("2026-06-11T09:14:00", "letter")
        await me.press("r")
        await me.type("followed")
        assert me.sees("Nothing by that name.")
        await me.clear()
        await me.type("back")
        await me.press("enter")
        assert not me.sees("Walnut 3")
        await me.press("v")
        assert not me.sees("The figures")


@pytest.mark.parametrize("size", [*SIZES, (60, 20), (40, 18)], ids=str)
async def test_among_everyone_the_words_under_the_cursor_are_told_whole(size: tuple[int, int]) -> None:
    words = (
        "asks whether there is a first hour on a weekday morning before school begins, and if the ramp is wide enough"
    )
    long = [
        LATE._replace(text=words), LISTED._replace(text=f"{words}, listed"), AWAY._replace(note=f"{words}, away"),
        Inquiry("0ver000000", text=f"{words}, heard", who="Wren 2", received="2026-06-10T09:00:00",
                answers=(Answer("reached", "2026-06-10T10:00:00"),)),
    ]  # fmt: skip
    async with at_screen(*long, place="door", size=size) as me:
        await me.press("v")
        for end in ("enough", "listed", "away", "heard"):
            assert me.sees(end), me.text
            begin = next(at for at, row in enumerate(me.lines) if row.lstrip().startswith(me.app.ink.signs.focus))
            said = " ".join(" ".join(row.split("│")[0] for row in me.lines[begin : begin + 8]).split())
            assert [word for word in words.split() if word not in said] == []
            await me.press("down")
        await me.press("h", "up")
        assert not any(me.sees(code) for code in ("Osprey", "Bay 5", "Walnut", "Wren"))


async def test_someone_who_went_away_is_noted() -> None:
    async with at_screen(place="door") as me:
        await me.press("g")
        await answer(me, "Larch 5", "may 20", "")
        assert me.sees("Went away quietly")
        assert me.sees("1 to follow up once, kindly")


async def test_the_story_and_what_is_changed_in_it() -> None:
    async with at_screen(LATE, place="door") as me:
        await me.press("enter")
        assert me.overlay == "Story"
        assert me.sees("1 day 3 h of office time")
        await me.press("e")
        await me.clear()
        await answer(me, "weekday evenings", "", "", "")
        assert held(me, LATE.id).text == "weekday evenings"
        assert held(me, LATE.id).received == LATE.received


async def test_words_to_say_are_copied_changed_and_put_away() -> None:
    async with at_screen(place="door") as me:
        me.app.library = lambda office: SHIPPED
        await me.press("w", "down", "enter")
        assert me.sees("J: check what your state and payers ask for")
        assert me.app.clipboard == "No room.\n"
        await me.press("e")
        await answer(me, "", " / Call again.")
        (own,) = me.vault.tables["scripts"].values()
        assert isinstance(own, Script)
        assert (own.of, own.text) == ("full", "No room.\nCall again.")
        await me.press("x")
        assert not me.vault.tables["scripts"]
        await me.press("x")
        assert me.sees("These are the shipped words.")
        await me.press("a")
        await answer(me, "Twice", "Thank you for calling again.")
        assert len(me.vault.tables["scripts"]) == 1


async def test_on_today_with_the_same_keys() -> None:
    async with at_screen(RENT, LATE, NEW) as me:
        assert me.sees("Waiting to hear from me")
        await me.press("right")
        assert me.desk.page.current.key == f"door:{LATE.id}"
        await me.press("r", "enter")
        assert held(me, LATE.id).answers
        await me.press("enter")
        assert me.desk.place == "door"
        assert me.desk.page.selection() == (NEW.id,)


async def test_many_who_wait_are_capped_on_today() -> None:
    async with at_screen(*full_door(NOW)) as me:
        assert me.sees("193 more")


async def test_by_mouse() -> None:
    async with at_screen(LATE, NEW, LISTED, place="door") as me:
        await me.click("what does")
        assert me.desk.page.selection() == (NEW.id,)
        x, y = me.find("Linnet 2")
        await me.click_at(x - 3, y)
        assert me.overlay == "Chooser"
        await me.press("escape")
        await me.click("what does")
        assert me.overlay == "Story"
        await me.press("escape")
        await me.click("Waitlist")
        assert me.sees("The figures")
        await me.click("r answered", right=2)
        assert me.overlay == "Chooser"


async def test_the_palette_and_find_lead_there() -> None:
    async with at_screen(LATE, LISTED) as me:
        await me.press("ctrl+p")
        await me.type("someone waits")
        await me.press("enter")
        assert me.overlay == "Asks"
        await me.press("escape", "slash")
        await me.type("weekday mornings")
        await me.press("enter")
        assert (me.desk.place, me.desk.page.selection()) == ("door", (LATE.id,))
        await me.press("1", "slash")
        await me.type("bay 5")
        await me.press("enter")
        assert me.desk.page.selection() == (LISTED.id,)


@pytest.mark.parametrize("size", SIZES)
async def test_two_hundred_wait(size: tuple[int, int]) -> None:
    async with at_screen(*full_door(NOW), place="door", size=size) as me:
        assert me.sees("more below")
        first = me.desk.page.selection()
        await me.press("end")
        assert me.desk.page.selection() != first
        await me.press("v", "pagedown", "pagedown", "up")
        assert me.sees("Heron")


async def test_names_are_hidden_at_the_door() -> None:
    async with at_screen(LATE, LISTED, AWAY, place="door") as me:
        await me.press("h")
        assert not me.sees("Osprey")
        await me.press("v")
        assert not me.sees("Bay 5")
        assert not me.sees("Walnut")


async def test_the_clock_goes_on_while_it_is_open() -> None:
    call = NEW._replace(received="2026-06-10T09:15:00")
    async with at_screen(call, place="door") as me:
        assert not me.sees("a little past")
        me.clock.at = datetime(2026, 6, 11, 9, 15)
        me.desk.lookout.look_around()
        await me.settle()
        assert me.sees("a little past")


async def test_what_is_half_typed_is_there_after_undo_of_nothing_and_esc_keeps_nothing() -> None:
    async with at_screen(place="door") as me:
        await me.press("a")
        await answer(me, "asks for evenings")
        await me.press("escape")
        assert not me.vault.tables["inquiries"]


async def test_closures_by_key() -> None:
    async with at_screen(Closure("c1osed", first="2026-07-06", last="2026-07-10", what="a week away")) as me:
        await me.press("ctrl+p")
        await me.type("when the office is closed")
        await me.press("enter")
        assert me.sees("July 6 to July 10")
        await me.press("a")
        await answer(me, "dec 24 to jan 2", "winter break", "")
        assert me.sees("December 24 to January 2, 2027")
        await me.press("e")
        await me.clear()
        await answer(me, "july 6 to july 8", "", "")
        found = me.vault.tables["closures"]["c1osed"]
        assert isinstance(found, Closure)
        assert (found.last, found.what) == ("2026-07-08", "a week away")
        await me.press("x", "f")
        assert "c1osed" not in me.vault.tables["closures"]
        assert me.sees("federal holidays open")
        await me.press("u", "u")
        assert "c1osed" in me.vault.tables["closures"]


async def test_full_for_now_is_said_and_kept_with_the_inquiry() -> None:
    async with at_screen(Setting("practice_full", "yes"), place="door") as me:
        assert me.sees("full for now")
        await me.press("a")
        await answer(me, "asks for evenings", "", "", "")
        (made,) = me.vault.tables["inquiries"].values()
        assert isinstance(made, Inquiry)
        assert made.full


async def test_what_was_half_answered_is_there_again_after_locking() -> None:
    async with at_screen(LATE, NEW, AWAY, place="door") as me:
        from screens import drafts

        for keys, more, last in (("names", "", "2"), ("waitl", "june 26", "mornings")):
            await me.press("r")
            await me.type(keys)
            await me.press("enter")
            if more:
                await answer(me, more)
            await me.type(last)
            doc = drafts.now(me.desk)
            await me.press("escape", "down")
            await drafts.take_up(me.desk, doc)
            await me.settle()
            await me.press("enter")
            if not more:
                await answer(me, "")
        assert held(me, LATE.id).answers[0].names == 2
        last_ = held(me, NEW.id).answers[0]
        assert (last_.review, last_.note) == ("2026-06-26", "mornings")
        await me.press("g")
        await answer(me, "Larch 5")
        await me.type("may 20")
        doc = drafts.now(me.desk)
        await me.press("escape")
        await drafts.take_up(me.desk, doc)
        await me.settle()
        await me.press("enter")
        await answer(me, "")
        assert "Larch 5" in {one.who for one in me.vault.tables["quiet"].values() if isinstance(one, Quiet)}


async def test_words_half_written_are_there_again_after_locking() -> None:
    async with at_screen(place="door") as me:
        from screens import drafts

        me.app.library = lambda office: SHIPPED
        await me.press("w", "down", "e")
        await answer(me, "")
        await me.type(" Call")
        doc = drafts.now(me.desk)
        await me.press("escape", "escape")
        await drafts.take_up(me.desk, doc)
        await me.settle()
        await me.type(" again.")
        await me.press("enter")
        (own,) = me.vault.tables["scripts"].values()
        assert isinstance(own, Script)
        assert (own.of, own.text) == ("full", "No room. Call again.")


async def test_a_story_closes_when_its_inquiry_is_taken_back() -> None:
    async with at_screen(place="door") as me:
        await me.press("a")
        await answer(me, "Larch 5", "", "", "")
        await me.press("enter")
        assert me.overlay == "Story"
        await me.press("u")
        assert me.overlay == ""
        assert me.vault.tables["inquiries"] == {}


async def test_a_key_in_a_story_is_about_whose_story_it_is() -> None:
    gone = NEW._replace(id="g0ne000000", text="a question of old", answers=(Answer("full", "2026-02-02T09:00:00"),))
    async with at_screen(LATE, gone) as me:
        await me.press("slash")
        await me.type("question of old")
        await me.press("enter")
        assert me.overlay == "Story"
        await me.press("r")
        assert me.says("This one is answered.")
        assert held(me, LATE.id).answers == ()


async def test_a_closure_is_no_office_day_on_today_and_its_hours_are_not_free() -> None:
    from organizer.views.word import free_minutes

    async with at_screen() as me:
        before = free_minutes(me.app.office.practice, NOW)
        assert not me.sees("No office day.")
    async with at_screen(Closure("c1osed", first="2026-06-11", last="2026-06-11", what="workshop")) as me:
        assert me.sees("No office day.")
        assert free_minutes(me.app.office.practice, NOW) == before - (17 * 60 + 30 - 9 * 60 - 14)


KIND: tuple[Record, ...] = (
    Tally("ta11y00000", question="", first="2026-04", last="2026-05", counts=(7,)),
    Comment("c0mment000", question="open", text="You were the only ones who called back."),
)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_key_bar_names_what_the_place_has(size: tuple[int, int]) -> None:
    async with at_screen(place="door", size=size) as me:
        bar = me.lines[-1]
        assert all(f" {key} " in bar for key in ("a", "r", "w", "n", "f", "v")), bar
        await me.press("v")
        assert " v " in me.lines[-1]
        assert not me.sees("in 1…"), "the figures have their whole names"
        assert size[0] < 100 or me.sees("an audit, in 100")


async def test_what_clients_tell_is_hinted_at_where_there_is_no_room() -> None:
    async with at_screen(*KIND, place="door", size=(80, 24)) as me:
        assert not me.sees("You were the only ones")
        assert me.sees("what clients tell us below")
        await me.click("what clients tell us below")
        assert me.sees("You were the only ones")
        assert not me.sees("what clients tell us below")
        await me.resize(120, 36)
        assert not me.sees("what clients tell us below")


async def test_when_one_is_tried_again_and_the_waitlist_looked_at_is_a_setting() -> None:
    asked = Inquiry("1nqu1ry000", text="asks for evenings", who="Otter 4", received="2026-06-11T08:00:00")
    async with at_screen(asked, Setting("try_again", 5), Setting("waitlist_days", 30), place="door") as me:
        me.app.office.run("door.answer", ("1nqu1ry000",), outcome="left word")
        await me.settle()
        assert me.sees("again June 18") or me.sees("again Thu"), me.text
        me.app.office.run("door.answer", ("1nqu1ry000",), outcome="waitlist")
        found: Any = me.vault.tables["inquiries"]["1nqu1ry000"]
        assert found.answers[-1].review == "2026-07-13"


async def test_a_win_of_a_comment_that_is_taken_out_leaves_the_comment_as_it_was() -> None:
    async with at_screen(*KIND, place="door") as me:
        me.app.office.run("feedback.praise", ("c0mment000",), text="we called back")
        comment: Any = me.vault.tables["comments"]["c0mment000"]
        assert comment.praise
        await me.press("7")
        await me.press("delete")
        assert not me.vault.tables["wins"]
        comment = me.vault.tables["comments"]["c0mment000"]
        assert not comment.praise
        await me.press("u")
        comment = me.vault.tables["comments"]["c0mment000"]
        assert comment.praise
