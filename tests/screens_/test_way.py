"""The way in and what clients tell, on the Front Door: by key, by mouse, by palette; and files of replies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from organizer.feedback.kindness import is_kind
from organizer.records import Entry, Record, to_doc
from organizer.records.feedback import Comment, Heeded, Tally
from organizer.records.path import Snag, Walk
from screens import drafts
from tests.rules_.replies import PEOPLE, TOOLS, Made, file
from tests.screens_.person import SIZES, Person, answer, at_screen

AT = "2026-06-01T09:00:00"
FORMS = Snag("f0rms00000", stop="prepare", text="14 pages, on paper", weight=4, created=AT)
TWICE = Snag("tw1ce00000", stop="prepare", text="asks for insurance twice", created=AT)
BELL = Snag("be11000000", stop="arrive", text="the bell is hard to find", weight=2, created=AT)
SNAGS = (FORMS, TWICE, BELL)
TOLD: tuple[Record, ...] = (
    Tally("ta11y00000", question="", first="2026-04", last="2026-05", counts=(7,)),
    Tally("ta11y00001", question="heard", first="2026-04", last="2026-05", counts=(0, 0, 0, 3, 4)),
    Comment("c0mment000", question="open", text="You were the only ones who called back."),
)


def all_of(me: Person, table: str) -> list[Any]:
    """The records of a table as the vault holds them."""
    return list(me.vault.tables[table].values())


def everything(me: Person) -> str:
    """All that the vault holds, its log too."""
    kept = [to_doc(one) for table in me.vault.tables.values() for one in table.values()]
    log = [to_doc(one) for c in me.vault.log for r in c.rows for one in (r.before, r.after) if one is not None]
    return json.dumps([kept, log, [c.label for c in me.vault.log]], ensure_ascii=False)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_heaviest_stop_is_open_and_arrows_go_along(size: tuple[int, int]) -> None:
    async with at_screen(*SNAGS, place="door", size=size) as me:
        assert me.sees("The way in, step by step")
        assert me.sees("2 snags, weighs 7")
        assert me.sees("14 pages, on paper")
        await me.press("right")
        assert me.sees("the bell is hard to find")
        await me.press("right")
        assert me.sees("smooth")
        assert me.sees("Do we begin on time")
        await me.press(*["left"] * 9)
        assert me.sees("What does someone see who has never")


async def test_a_click_on_a_stop_opens_it() -> None:
    async with at_screen(*SNAGS, place="door") as me:
        await me.click("Arrive")
        assert me.sees("the bell is hard to find")
        x, y = me.find("Prepare")
        await me.click_at(x + 3, y - 1)
        assert me.sees("14 pages, on paper")


async def test_a_snag_is_noted_weighed_and_becomes_a_task() -> None:
    async with at_screen(place="door") as me:
        await me.press("right", "right", "right", "n")
        await answer(me, "14 pages, [/] on paper", "6")
        assert me.sees("How heavy is it?")
        await me.clear()
        await answer(me, "4")
        (snag,) = all_of(me, "snags")
        assert (snag.text, snag.weight, snag.stop) == ("14 pages, [/] on paper", 4, "prepare")
        await me.press("home", "enter")
        assert me.sees("One message with everything, forms online")
        await answer(me, "put the forms online by friday")
        entry = me.titled("put the forms online")
        assert (entry.due, entry.area) == ("2026-06-12", "outreach")
        assert all_of(me, "snags")[0].entry == entry.id
        assert me.sees("on the Board, due tomorrow")
        await me.press("u")
        assert all_of(me, "snags")[0].entry == ""


async def test_what_is_half_noted_is_there_again_at_its_stop() -> None:
    async with at_screen(*SNAGS, place="door") as me:
        await me.click("Meet")
        await me.press("n")
        await me.type("the lamp hu")
        doc = drafts.now(me.desk)
        assert drafts.typed(doc)
    async with at_screen(*SNAGS) as me:
        await drafts.take_up(me.desk, doc)
        await me.settle()
        assert me.sees("A snag at Meet")
        await answer(me, "ms", "1")
        assert [(one.text, one.stop) for one in all_of(me, "snags") if one.weight == 1] == [("the lamp hums", "meet")]


async def test_replies_that_are_typed_go_to_no_draft() -> None:
    async with at_screen(place="door") as me:
        await me.press("f")
        await me.type("type")
        await me.press("enter")
        await answer(me, "4 5 5 5 9 a quiet place")
        await me.type("3 3 3 3 3 more light")
        assert not drafts.typed(drafts.now(me.desk))
        assert "quiet" not in str(drafts.now(me.desk))


async def test_a_snag_goes_and_the_stop_says_before_and_after() -> None:
    walk = Walk("wa1k000000", begun="2026-05-01T09:00:00", closed="2026-05-01T10:00:00", before=(("prepare", 9),))
    async with at_screen(*SNAGS, walk, place="door") as me:
        assert me.sees("2 snags, weighs 7, was 9")
        await me.press("tab", "space")
        await answer(me, "four pages, online")
        gone = me.vault.tables["snags"]["f0rms00000"]
        assert isinstance(gone, Snag)
        assert (gone.after, bool(gone.closed)) == ("four pages, online", True)
        assert me.sees("1 snag, weighs 3, was 9")
        assert me.sees("now: four pages, online")
        await me.press("down", "down", "space")
        back = me.vault.tables["snags"]["f0rms00000"]
        assert isinstance(back, Snag)
        assert not back.closed


async def test_a_snag_is_changed_and_let_go() -> None:
    async with at_screen(*SNAGS, place="door") as me:
        await me.press("tab", "e", "enter")
        await me.clear()
        await answer(me, "5")
        await me.clear()
        await answer(me, "arrive")
        moved = me.vault.tables["snags"]["f0rms00000"]
        assert isinstance(moved, Snag)
        assert (moved.weight, moved.stop) == (5, "arrive")
        await me.press("tab", "delete")
        assert sum(one.let_go for one in all_of(me, "snags")) == 1


async def test_the_way_is_walked_stop_by_stop() -> None:
    async with at_screen(*SNAGS, place="door") as me:
        await me.press("tab", "end")
        assert me.sees("Walk it as a stranger")
        await me.press("enter")
        assert me.sees("walking it: 0 of 9 seen")
        (walk,) = all_of(me, "walks")
        assert dict(walk.before)["prepare"] == 7
        for number in range(9):
            assert me.sees(f"{number} of 9 seen")
            await me.press("enter")
        (walk,) = all_of(me, "walks")
        assert walk.closed
        assert not me.sees("walking it")
        assert not me.sees("Walk it as a stranger")


async def test_stops_are_the_offices_own() -> None:
    async with at_screen(*SNAGS, place="door") as me:
        await me.press("ctrl+p")
        await me.type("add a stop")
        await me.press("enter")
        await answer(me, "First visit", "", "")
        assert me.sees("Added a stop: First visit")
        await me.press("right", "ctrl+p")
        await me.type("leave a stop out")
        await me.press("enter")
        assert me.says("Left out: First visit")
        await me.press("u", "u")
        assert all_of(me, "stops") == []


# -- what clients tell


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_figures_and_words_are_shown_and_a_comment_becomes_a_task(size: tuple[int, int]) -> None:
    async with at_screen(*TOLD, place="door", size=size) as me:
        await me.press("tab", "enter")
        assert me.sees("100 in 100 high, none low")
        await me.press("down")
        assert me.sees("7 answers, no names")
        assert me.sees("4.6")
        assert me.sees("the only ones who called back")
        await me.press("enter")
        await answer(me, "say so on the greeting", "")
        assert me.titled("say so on the greeting").notes == ""
        await me.press("enter")
        await answer(me, "once more", "no")
        assert me.sees("There is a task for it on the Board already.")


async def test_kind_words_become_a_win_and_a_comment_is_let_go() -> None:
    async with at_screen(*TOLD, place="door") as me:
        await me.press("tab", "down")
        assert me.cursor == "c0mment000"
        await me.press("p")
        await me.clear()
        await answer(me, "we called back")
        (win,) = all_of(me, "wins")
        assert (win.text, win.of) == ("we called back", "feedback:c0mment000")
        assert me.sees("kept as a win")
        await me.press("delete")
        assert not me.sees("called back.")
        await me.press("u")
        assert me.sees("called back.")


async def test_kind_words_are_offered_as_a_win_and_none_of_them_is_copied(tmp_path: Path) -> None:
    rows = [["Timestamp", "I feel heard here.", "What would make coming here easier?"]]
    rows += [[f"2026/05/{day:02} 10:00:00 AM EDT", "5", ""] for day in range(1, 7)]
    rows[2][2], rows[3][2] = "Thank you, it was warm from the first day", "Not warm at all"
    path = tmp_path / "replies.csv"
    path.write_bytes(file(rows))
    async with at_screen(place="door", size=(160, 45)) as me:
        await open_file(me, path)
        await me.press("pagedown", "pagedown", "enter")
        assert me.says("There are kind words among them.")
        await me.press("K")
        (win,) = all_of(me, "wins")
        kept = [one for one in all_of(me, "comments") if one.praise]
        assert [one.text for one in kept] == ["Thank you, it was warm from the first day"]
        assert win.of == f"feedback:{kept[0].id}"
        assert "first day" not in win.text + "".join(change.label for change in me.vault.log)
        await me.press("u")
        assert not all_of(me, "wins")
        assert not any(one.praise for one in all_of(me, "comments"))


def test_what_is_not_plainly_kind_is_not_offered() -> None:
    for text in ("Thank you, but the wait was long", "I was not sure whom to ask", "Parking", "Kind?"):
        assert not is_kind(text)
    for text in ("You were the only ones who called back.", "Warm, and on time.", "Thanks"):
        assert is_kind(text)


async def test_you_said_we_changed() -> None:
    async with at_screen(*TOLD, place="door") as me:
        await me.press("f")
        await me.type("you said")
        await me.press("enter")
        await answer(me, "the forms were long", "four pages, online")
        (one,) = all_of(me, "heeded")
        assert isinstance(one, Heeded)
        assert (one.said, one.changed, one.on) == ("the forms were long", "four pages, online", "2026-06-11")
        assert me.sees("four pages, online")
        await me.press("f")
        await me.type("copy all")
        await me.press("enter")
        assert me.says("Copied. Whoever pastes it can read it.")
        assert me.desk.app.clipboard == "You said: the forms were long\nWe changed: four pages, online\n"


async def test_a_question_is_put_otherwise() -> None:
    async with at_screen(*TOLD, place="door") as me:
        await me.press("f")
        await me.type("otherwise")
        await me.press("enter")
        await me.type("heard")
        await me.press("enter")
        await me.clear()
        await me.type("I am listened to here.")
        await me.press("enter")
        await me.clear()
        await me.type("Listened to")
        await me.press("enter")
        assert me.sees("Listened to")
        (one,) = all_of(me, "questions")
        assert (one.id, one.text) == ("heard", "I am listened to here.")
        await me.press("u")
        assert me.sees("Feel heard")


async def test_below_five_there_is_nothing_to_see() -> None:
    async with at_screen(place="door") as me:
        await me.press("f")
        await me.type("type")
        await me.press("enter")
        await answer(
            me,
            "4 5 - 3 9 a quiet place",
            "5 5 5 5 10",
            "",
        )
        assert me.vault.log[-1].label == "Feedback taken in"
        assert me.sees("Figures and words are shown from five")
        assert not me.sees("quiet place")
        await me.press("slash")
        await me.type("quiet place")
        assert me.sees("Nothing by that name.")


async def test_a_number_off_its_scale_and_a_name_are_said_so() -> None:
    async with at_screen(place="door") as me:
        await me.press("f")
        await me.type("type")
        await me.press("enter")
        await answer(me, "4 7")
        assert me.sees("A number there is not on its scale.")
        await me.clear()
        await answer(me, "4 5 Maria Gonzalez was kind")
        assert me.sees("Somebody may be named in the words.")
        assert me.vault.log == []


# -- files


async def open_file(me: Person, path: Path) -> None:
    await me.press("f")
    await me.type("take in")
    await me.press("enter")
    await me.type(str(path))
    await me.press("enter")


@pytest.mark.parametrize("tool", TOOLS)
async def test_a_file_is_looked_at_column_by_column_and_taken_in(tool: str, tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    path.write_bytes(file(TOOLS[tool](Made(40)), "utf-16", "\t"))
    async with at_screen(place="door", size=(160, 45)) as me:
        await open_file(me, path)
        assert me.sees(f"A file of {tool}: 40 replies")
        assert me.sees("dropped at the door")
        assert me.vault.log == []
        await me.type("email" if tool != "Jotform" else "full name")
        await me.press("enter")
        assert me.sees("stays at the door")
        await me.clear()
        await me.press("pagedown", "pagedown", "enter")
        assert me.vault.log[-1].label == "Feedback taken in"
        assert me.says("the file is not kept")
        kept = everything(me)
        for person in PEOPLE:
            assert not any(value in kept for value in person)
        assert str(path) not in kept


async def test_words_that_may_name_somebody_are_read_first(tmp_path: Path) -> None:
    rows = TOOLS["Google Forms"](Made(8))
    rows[1][-1], rows[2][-1], rows[3][-1] = "Maria Gonzalez was kind", "call 555-203-4417", "thanks to Bob Miller"
    path = tmp_path / "replies.csv"
    path.write_bytes(file(rows))
    async with at_screen(place="door") as me:
        await open_file(me, path)
        await me.press("pagedown", "pagedown", "enter")
        assert me.overlay == "Reading"
        assert me.sees("Maria Gonzalez was kind")
        assert me.field.value == "someone was kind"
        await me.press("enter")
        assert me.sees("2 of 3")
        await me.press("ctrl+x")
        await me.clear()
        await me.type("thanks to Bob Miller")
        await me.press("enter")
        assert me.sees("Somebody may still be named.")
        assert me.vault.log == []
        await me.clear()
        await answer(me, "thanks to all")
        assert me.vault.log[-1].label == "Feedback taken in"
        texts = {one.text for one in all_of(me, "comments")}
        assert {"someone was kind", "thanks to all"} <= texts
        for words in ("Gonzalez", "555-203", "Miller"):
            assert words not in everything(me)


async def test_stopped_in_between_nothing_is_taken_in(tmp_path: Path) -> None:
    rows = TOOLS["Jotform"](Made(8))
    rows[1][-3] = "Maria Gonzalez was kind"
    path = tmp_path / "replies.csv"
    path.write_bytes(file(rows))
    async with at_screen(place="door") as me:
        await open_file(me, path)
        await me.press("pagedown", "pagedown", "enter", "escape")
        assert me.overlay == ""
        assert me.vault.log == []


async def test_a_column_becomes_something_else(tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    path.write_bytes(file(TOOLS["Google Forms"](Made(8))))
    async with at_screen(place="door", size=(160, 45)) as me:
        await open_file(me, path)
        assert me.row("How was it? [Parking]").rstrip().endswith("1 to 5")
        await me.type("parking")
        await me.press("enter", "enter", "enter")
        await me.clear()
        assert "left out" in me.row("How was it? [Parking]")
        await me.press("pagedown", "pagedown", "enter")
        assert not any(isinstance(one, Entry) for one in all_of(me, "questions"))
        assert all_of(me, "questions") == []


async def test_what_is_no_such_file_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "replies.xlsx"
    path.write_bytes(b"PK\x03\x04rubbish")
    async with at_screen(place="door") as me:
        await open_file(me, path)
        assert me.sees("This zip cannot be read.")
        await me.clear()
        await answer(me, str(tmp_path / "none.csv"))
        assert me.sees("There is no file of that name.")
