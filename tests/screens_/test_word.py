"""My Word at the screen: given, kept, moved in time, slipped and put right, by key and by mouse."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer.records import Theme
from organizer.records.word import Commitment, Step
from organizer.word import states
from screens.word.questions import WORDS
from tests.screens_.person import RENT, SIZES, Person, answer, at_screen

AT = "2026-06-01T09:00:00"
LETTER = Commitment("1etter0000", text="letter to the GP", who="Heron 7", steps=(Step("promise", AT, "2026-06-19"),))
LATE = Commitment("1ate000000", text="call about the fee", who="payer", steps=(Step("promise", AT, "2026-06-08"),))


def held(me: Person, id: str) -> Commitment:
    """A promise as the vault holds it."""
    found = me.vault.tables["commitments"][id]
    assert isinstance(found, Commitment)
    return found


def state(me: Person, id: str) -> str:
    """How it stands."""
    return states.state(held(me, id), me.clock.now())


async def test_a_word_is_given_and_kept() -> None:
    async with at_screen(place="word") as me:
        assert me.sees("No promises open. Your word is whole.")
        await me.press("a")
        await answer(me, "release form", "school", "friday 4pm", "yes", "", "a client at ease")
        (made,) = me.vault.tables["commitments"].values()
        assert isinstance(made, Commitment)
        assert (made.text, made.who, made.confirmed, made.chosen) == ("release form", "school", True, None)
        assert states.due(made) == "2026-06-12T16:00"
        await me.press("space")
        assert state(me, made.id) == "kept"
        assert me.says("Kept: release form")
        assert me.sees("Kept lately")
        await me.press("u")
        assert state(me, made.id) == "promised"


async def test_what_is_missing_is_asked_again_and_nothing_is_lost() -> None:
    async with at_screen(place="word") as me:
        await me.press("a")
        await answer(me, "release form", "school", "soonish", "", "", "")
        assert me.overlay == "Asks"
        assert me.sees("'soonish' is not a day")
        await me.press("up", "up", "up")
        await me.clear()
        await answer(me, "friday", "", "", "")
        assert me.overlay == ""
        assert me.sees("release form")


async def test_a_new_time_before_it_is_due() -> None:
    async with at_screen(LETTER, place="word") as me:
        await me.press("l")
        await answer(me, "june 26", "no", "", "")
        assert me.sees("Tell them first")
        await me.press("up", "up")
        await me.clear()
        await answer(me, "yes", "they need the bank first", "call")
        assert (state(me, LETTER.id), states.due(held(me, LETTER.id))) == ("promised", "2026-06-26")
        assert me.sees("Moved, with a new promise")
        assert me.sees("now June 26")


async def test_what_has_slipped_is_put_right_step_by_step() -> None:
    async with at_screen(LATE, place="word") as me:
        assert me.sees("One promise needs repair")
        assert me.row("5  My Word").rstrip().endswith("1") or me.sees("My Word")
        await me.press("l")
        assert me.says("This one has slipped; say so first")
        await me.press("space")
        assert me.says("This one has slipped; say so first")
        await me.press("r")
        await answer(me, "that it is late", "call")
        await me.press("r")
        await answer(me, "not owed: they never waited for it", "")
        assert held(me, LATE.id).steps[-1].owed is False
        await me.press("r")
        await answer(me, "send it", "friday", "print it; post it")
        assert state(me, LATE.id) == "planned"
        assert {entry.text for entry in me.entries} == {"print it", "post it"}
        assert me.sees("send it")
        await me.press("home", "r")
        await answer(me, "sent", "")
        assert state(me, LATE.id) == "repaired"
        await me.press("home", "r")
        await answer(me, "letters leave on Tuesdays")
        assert state(me, LATE.id) == "closed"
        assert "letters leave on Tuesdays" in {entry.text for entry in me.entries}
        for _ in range(5):
            await me.press("u")
        assert state(me, LATE.id) == "slipped"
        assert me.entries == []


async def test_it_slips_at_its_minute_while_the_page_is_open() -> None:
    noon = LETTER._replace(steps=(Step("promise", AT, "2026-06-11T12:00"),))
    async with at_screen(noon, place="word") as me:
        assert me.sees("Due soon")
        me.clock.at = datetime(2026, 6, 11, 11, 59)
        me.desk.lookout.look_around()
        await me.settle()
        assert me.sees("Due soon")
        me.clock.at = datetime(2026, 6, 11, 12, 0)
        me.desk.lookout.look_around()
        await me.settle()
        assert me.sees("One promise needs repair")
        assert me.vault.log == []


async def test_the_story_the_words_and_the_figures() -> None:
    async with at_screen(LATE, LETTER, place="word") as me:
        await me.press("enter")
        assert me.overlay == "Story"
        assert me.sees("It slipped")
        assert me.sees("payer")
        await me.press("escape", "w")
        assert me.sees(WORDS["say"][0])
        await me.press("escape", "v")
        assert me.sees("kept on time, in 100")
        await me.press("v")
        assert not me.sees("kept on time, in 100")


async def test_what_is_said_of_it_is_changed_one_by_one() -> None:
    hung = Theme("theme00000", name="Room to breathe", since="2026-01-01")
    async with at_screen(LATE, LETTER, hung, place="word") as me:
        for what, line in (("area", "docu"), ("theme", "yes"), ("takes", "45m"), ("serves", "a client at ease")):
            await me.press("e")
            await me.type(what)
            await me.press("enter")
            assert me.overlay == "Particular"
            await me.type(line)
            await me.press("enter")
        made = held(me, LATE.id)
        said = (made.area, made.theme, made.estimate, made.serves)
        assert said == ("documentation", hung.id, 45, "a client at ease")
        assert made.steps == LATE.steps
        await me.press("enter", *["down"] * 9)
        for fact in ("Documentation", "Room to breathe", "45 min", "a client at ease"):
            assert me.sees(fact), me.text
        await me.press("escape", "e")
        await me.click("takes")
        await me.clear()
        await me.type("long")
        await me.press("enter")
        assert me.overlay == "Particular", "what cannot be read stays"
        await me.clear()
        await me.press("enter", "e")
        await me.type("how does it")
        await me.press("enter")
        await me.type("every friday")
        await me.press("enter")
        assert (held(me, LATE.id).estimate, held(me, LATE.id).repeat is not None) == (None, True)


async def test_a_particular_that_was_typed_is_there_again_after_locking() -> None:
    async with at_screen(LATE, LETTER, place="word") as me:
        from screens import drafts

        await me.press("down", "e")
        await me.type("serves")
        await me.press("enter")
        await me.type("a calm we")
        doc = drafts.now(me.desk)
        await me.press("escape", "home")
        await drafts.take_up(me.desk, doc)
        await me.settle()
        await me.type("ek")
        await me.press("enter")
        assert held(me, LETTER.id).serves == "a calm week"


async def test_a_key_in_a_story_is_about_the_promise_of_the_story() -> None:
    gone = LATE._replace(id="g0ne000000", text="old promise", steps=(*LATE.steps[:1], Step("release", AT)))
    async with at_screen(LATE, LETTER, archived={gone.id: gone}, place="word") as me:
        await me.press("slash")
        await me.type("old promise")
        await me.until(lambda: me.sees("old promise"))
        await me.until(lambda: me.app.screen._reading is None)  # type: ignore[attr-defined]
        await me.press("enter")
        assert me.overlay == "Story"
        await me.press("e")
        await me.type("serves")
        await me.press("enter")
        await me.type("peace")
        await me.press("enter")
        assert held(me, gone.id).serves == "peace"
        assert held(me, LATE.id) == LATE


async def test_a_story_closes_when_its_promise_is_taken_back() -> None:
    async with at_screen(LATE, place="word") as me:
        await me.press("a")
        await answer(me, "release form", "school", "friday 4pm", "", "", "")
        await me.press("enter")
        assert me.overlay == "Story"
        await me.press("u")
        assert me.overlay == ""
        assert me.sees("call about the fee")


async def test_the_figures_in_the_place_of_the_list_keep_nothing_unseen() -> None:
    async with at_screen(LETTER, LATE, place="word", size=(80, 24)) as me:
        await me.press("v")
        assert not me.sees("letter to the GP")
        await me.press("down", "space")
        assert me.vault.log == []
        assert me.says("Choose a line first")
        await me.click("v promises")
        assert me.sees("letter to the GP")
        await me.press("v", "escape", "down", "space")
        assert state(me, LETTER.id) == "kept"


async def test_find_leads_to_a_promise() -> None:
    async with at_screen(LATE, LETTER, RENT) as me:
        await me.press("slash")
        await me.type("heron letter")
        await me.press("enter")
        assert (me.desk.place, me.cursor, me.overlay) == ("word", LETTER.id, "")
        assert me.sees("Keep it")


async def test_what_was_answered_is_there_again_after_locking() -> None:
    async with at_screen(LATE, LETTER, place="word") as me:
        from screens import drafts

        await me.press("r")
        await answer(me, "that it is late")
        await me.type("ca")
        doc = drafts.now(me.desk)
        await me.press("escape")
        await drafts.take_up(me.desk, doc)
        await me.settle()
        await me.type("ll")
        await me.press("enter")
        assert (held(me, LATE.id).steps[-1].note, held(me, LATE.id).steps[-1].how) == ("that it is late", "call")


async def test_names_are_hidden_here_too() -> None:
    async with at_screen(LATE, LETTER._replace(who="Dr Osei"), place="word") as me:
        assert me.sees("Dr Osei")
        await me.press("h")
        assert not me.sees("Osei")
        await me.press("down", "enter")
        assert not me.sees("Osei")
        await me.press("escape", "h")


async def test_the_words_beside_its_keys_are_those_for_the_room_there_is() -> None:
    async with at_screen(LETTER, size=(80, 24)) as me:
        await me.press("5")
        assert "r repair  ↵ story" in me.lines[-1]
        await me.resize(120, 36)
        assert "r repair step" in me.lines[-1]


async def test_by_mouse() -> None:
    async with at_screen(LATE, LETTER, place="word") as me:
        await me.click("letter to the GP")
        assert me.cursor == LETTER.id
        assert me.sees("Keep it")
        await me.click("◇")
        assert state(me, LETTER.id) == "kept"
        await me.click("call about the fee")
        await me.click("Say so")
        assert me.overlay == "Asks"
        await me.press("escape")
        await me.click("call about the fee", nth=1)
        assert me.overlay == "Story"


async def test_today_shows_it_and_space_keeps_it() -> None:
    today = LETTER._replace(steps=(Step("promise", AT, "2026-06-11T16:00"),))
    async with at_screen(today, RENT) as me:
        assert me.sees("letter to the GP")
        await me.press("right", "space")
        assert state(me, LETTER.id) == "kept"
        await me.press("u", "right", "enter")
        assert me.desk.place == "word"
        assert me.cursor == LETTER.id


async def test_from_what_is_caught_and_from_an_entry() -> None:
    async with at_screen(RENT) as me:
        await me.press("c")
        await me.type("send the form friday 4pm")
        await me.press("ctrl+w")
        assert me.overlay == "Asks"
        await answer(me, "payer", "", "", "", "")
        await me.press("ctrl+p")
        await me.type("give my word on this")
        await me.press("enter")
        await answer(me, "landlord", "", "", "", "")
        made = {one.text: one for one in me.vault.tables["commitments"].values() if isinstance(one, Commitment)}
        assert states.due(made["send the form"]) == "2026-06-12T16:00"
        assert (made["Pay the rent"].entry, made["Pay the rent"].who) == (RENT.id, "landlord")


@pytest.mark.parametrize("size", [*SIZES, (60, 18), (40, 12)])
@pytest.mark.parametrize("plain", [False, True])
async def test_it_holds_in_every_room_with_none_and_with_many(size: tuple[int, int], plain: bool) -> None:
    many = [LETTER._replace(id=f"{number:010}", text=f"letter {number}") for number in range(200)]
    for records in ((), (LATE, LETTER), tuple(many)):
        async with at_screen(*records, place="word", size=size, plain=plain) as me:
            await me.press("down", "end", "tab", "enter", "escape", "v", "v")
            assert me.desk.place == "word"
