"""The journal at the screen: pages, strokes followed there and back, migration, collections, habits, the turn of the
month and of the year; by keys and by mouse."""

from __future__ import annotations

from organizer.records import Day, Entry, Placement
from organizer.records.journal import JournalPage
from organizer.views.day import lines_of
from organizer.views.index import collections
from tests.screens_.person import FIVE, SIZES, Person, at_screen

MONDAY = Placement("day:2026-06-08")
OLD = Entry("0ld0000000", text="Write the wording", created="2026-06-08T09:00:00", placements=(MONDAY,))
TWICE = Entry(
    "tw1ce00000", text="Compare processors", created="2026-05-28T09:00:00", notes="ask the payer",
    placements=(Placement("day:2026-05-28", "moved"), Placement("month:2026-05", "moved", "2026-06-01T09:00:00"),
                Placement("day:2026-06-09", "here", "2026-06-09T09:00:00")),
)  # fmt: skip
LAMP = Entry("1amp000000", text="Fix the lamp", created="2026-06-09T10:00:00",
             placements=(Placement("day:2026-06-09"),))  # fmt: skip
NOTE = Entry("n0te000000", text="A quiet day", kind="note", created="2026-06-11T08:00:00",
             placements=(Placement("day:2026-06-11"),))  # fmt: skip
THREE = (OLD, TWICE, LAMP)


def pages(me: Person, entry: Entry) -> list[tuple[str, str]]:
    """Where an entry stood and stands, as the vault has it."""
    return [(place.page, place.state) for place in me.kept(entry.id).placements]


async def answer(me: Person, text: str) -> None:
    """Type an answer, or choose by it."""
    await me.type(text)
    await me.press("enter")


async def test_migration_meets_one_line_after_the_other_and_undo_meets_them_again() -> None:
    async with at_screen(*THREE, NOTE, place="journal") as me:
        await me.press("M")
        assert me.sees("Carrying May into today") or me.sees("Carrying earlier days into today")
        assert me.sees("1 of 3")
        assert me.sees("Write the wording")
        await me.press("greater_than_sign")
        assert pages(me, OLD) == [("day:2026-06-08", "moved"), ("day:2026-06-11", "here")]
        assert me.sees("2 of 3")
        await me.press("n")  # not now: the other first
        assert me.sees("Fix the lamp")
        await me.press("delete")
        assert me.kept(LAMP.id).stage == "let go"
        assert me.sees("3 of 3")
        await me.press("u", "u")
        assert me.kept(LAMP.id) == LAMP
        assert pages(me, OLD) == [("day:2026-06-08", "here")]
        assert me.sees("1 of 3")


async def test_the_second_time_asks_why_and_keeps_each_answer_with_the_notes() -> None:
    async with at_screen(TWICE, place="journal") as me:
        await me.press("M", "greater_than_sign")
        assert me.overlay == "Why"
        assert me.sees("carried over twice")
        assert me.sees("Why does it matter?")
        await answer(me, "the fees add up")
        await me.press("enter")  # none has to be given
        await answer(me, "the quarter ends")
        assert me.overlay == ""
        kept = me.kept(TWICE.id)
        assert kept.notes == "ask the payer\nWhy it matters: the fees add up\nWhy now: the quarter ends"
        assert (kept.deferrals, kept.placements[-1].page) == (3, "day:2026-06-11")
        assert me.sees("All met.")
        await me.press("u", "u", "u")
        assert me.kept(TWICE.id) == TWICE


async def test_leaving_the_questions_leaves_the_line_where_it_stands() -> None:
    async with at_screen(TWICE, place="journal") as me:
        await me.press("M", "greater_than_sign")
        await answer(me, "it matters")
        await me.press("escape")
        assert me.kept(TWICE.id).placements == TWICE.placements
        assert "Why it matters: it matters" in me.kept(TWICE.id).notes


async def test_every_kind_of_decision_while_meeting_lines() -> None:
    made = [LAMP._replace(id=f"{n}amp000000", text=f"line {n}") for n in range(6)]
    async with at_screen(*made, place="journal") as me:
        await me.press("M", "less_than_sign")
        await answer(me, "september")
        assert pages(me, made[0]) == [("day:2026-06-09", "scheduled"), ("future:2026-09", "here")]
        await me.press("m")
        await answer(me, "Website words")
        assert [line.title for line in collections(me.app.office.practice)] == ["Website words"]
        await me.press("t")
        await answer(me, "payer, ask again june 20")
        assert me.kept(made[2].id).waiting_for == "payer"
        await me.press("s")
        await answer(me, "find the bulb")
        assert (me.kept(made[3].id).step, pages(me, made[3])[-1]) == ("find the bulb", ("day:2026-06-11", "here"))
        await me.press("space")
        assert me.kept(made[4].id).stage == "done"
        await me.press("enter")  # the first of the choices: carry
        assert pages(me, made[5])[-1] == ("day:2026-06-11", "here")
        assert me.sees("6 met")


async def test_twenty_at_once_and_what_was_put_off_before_by_itself() -> None:
    made = [LAMP._replace(id=f"l{n:02}p000000", text=f"line {n}") for n in range(20)]
    async with at_screen(*made, TWICE, place="journal") as me:
        await me.press("M", "x", "tab", *("x",) * 20, "greater_than_sign")
        moved = [entry for entry in me.entries if entry.placements[-1].page == "day:2026-06-11"]
        assert len(moved) == 20
        assert me.kept(TWICE.id) == TWICE
        assert len([change for change in me.vault.log if change.label.startswith("Moved")]) == 1
        await me.press("u")
        assert all(me.kept(entry.id) == entry for entry in made)


async def test_a_stroke_leads_there_and_back() -> None:
    async with at_screen(*THREE, place="journal") as me:
        await me.press("g")
        await answer(me, "may 28")
        assert me.cursor == f"{TWICE.id}/0"
        assert me.sees("moved to May")
        await me.press("enter")
        assert me.sees("● Month")
        assert me.cursor == f"{TWICE.id}/1"
        await me.press("enter")
        assert me.sees("● Day")
        assert me.cursor == f"{TWICE.id}/2"
        assert me.sees("from May")
        await me.press("enter")  # the last one leads back
        assert me.cursor == f"{TWICE.id}/1"
        await me.press("b", "b")
        assert me.cursor == f"{TWICE.id}/0"
        assert me.says("first written here")


async def test_from_today_on_you_are_asked_where_to() -> None:
    async with at_screen(NOTE, place="journal") as me:
        await me.press("greater_than_sign")
        assert me.overlay == "Chooser"
        await answer(me, "tomorrow")
        assert pages(me, NOTE) == [("day:2026-06-11", "moved"), ("day:2026-06-12", "here")]
        await me.press("right_square_bracket")
        assert me.sees("A quiet day")
        assert me.sees("from today")


async def test_a_collection_goes_on_over_three_pages_and_is_told_in_the_index() -> None:
    async with at_screen(NOTE, place="journal") as me:
        await me.press("v", "v", "v", "a")
        await answer(me, "Website words")
        await answer(me, "- say it in one sentence")
        await me.press("escape")
        for number in (1, 2):
            await me.press("ctrl+p")
            await answer(me, "continue on a new page")
            await me.press("a")
            await answer(me, f"- page {number} of it")
            await me.press("escape")
        practice = me.app.office.practice
        numbers = [line.numbers for line in collections(practice)]
        assert numbers == ["2/3/4"]
        await me.press("left_square_bracket", "left_square_bracket", "left_square_bracket")
        assert me.sees("page 2   3 ›")
        await me.press("right_square_bracket")
        assert me.sees("‹ 2   page 3   4 ›")
        await me.press("i")
        assert me.sees("2/3/4")
        assert practice.pages["day:2026-06-11"].number == 1
        await me.click("Website words")
        await me.press("escape", "escape", "delete")
        assert all(page.archived for page in practice.pages.values() if page.title)
        assert me.sees("Put away")


async def test_lines_and_collections_are_ordered_by_hand() -> None:
    async with at_screen(place="journal") as me:
        await me.press("a")
        for text in ("one", "two", "three"):
            await answer(me, text)
        await me.press("escape", "alt+up", "alt+up")
        texts = [line.entry.text for line in lines_of(me.app.office.practice, "day:2026-06-11")]
        assert texts == ["three", "one", "two"]
        await me.press("alt+up")
        assert me.says("first line already")
        await me.press("u", "u")
        texts = [line.entry.text for line in lines_of(me.app.office.practice, "day:2026-06-11")]
        assert texts == ["one", "two", "three"]


async def test_a_habit_is_ticked_left_out_and_rests() -> None:
    async with at_screen(place="journal") as me:
        await me.press("v", "enter")
        await answer(me, "A walk at lunch")
        (habit,) = me.vault.tables["habits"].values()
        await me.press("up", "space")
        day = me.vault.tables["days"]["2026-06-11"]
        assert isinstance(day, Day)
        assert day.ticked == (habit.id,)
        assert me.sees("1 of 1 day") or me.sees("1 of 1")
        await me.press("space")
        assert me.app.office.practice.day("2026-06-11").skipped == (habit.id,)
        await me.press("left", "space")
        assert me.app.office.practice.day("2026-06-10").ticked == (habit.id,)
        x, y = me.find("A walk at lunch")
        await me.click_at(x + 16 + 8, y)  # June 9
        assert me.app.office.practice.day("2026-06-09").ticked == (habit.id,)
        await me.press("p")
        assert me.sees("rests")
        await me.press(*("u",) * 6)
        assert me.vault.tables["habits"] == {}


async def test_the_questions_at_the_end_of_a_month_become_notes_on_its_page() -> None:
    async with at_screen(NOTE, place="journal") as me:
        await me.press("v", "end", "enter")
        for text in ("the phone", "fewer open notes", "the group"):
            await answer(me, text)
        texts = [line.entry.text for line in lines_of(me.app.office.practice, "month:2026-06")]
        said = ("What went well: the phone", "What could differ: fewer open notes", "What I am grateful for: the group")
        assert texts == [*said]
        assert me.overlay == ""


async def test_a_new_volume_carries_what_is_ticked_and_puts_the_rest_away() -> None:
    async with at_screen(*THREE, place="journal") as me:
        for name in ("Books", "Website words"):
            me.app.office.run("collection.add", name=name)
        await me.press("ctrl+p")
        await answer(me, "begin a new volume")
        assert me.overlay == "NewVolume"
        await me.press("space", "down", "down", "space", "enter")
        practice = me.app.office.practice
        assert [line.title for line in collections(practice)] == ["Books"]
        assert [line.title for line in collections(practice, archived=True)] == ["Website words"]
        assert pages(me, TWICE)[-1] == ("day:2026-06-11", "here")
        assert pages(me, OLD) == [("day:2026-06-08", "here")]
        await me.press("u")
        assert len(collections(practice)) == 2
        assert me.kept(TWICE.id) == TWICE


async def test_find_tells_of_this_page_first_and_goes_there() -> None:
    lines = [NOTE._replace(id=f"n{n:02}e000000", text=f"lamp {n}") for n in range(3)]
    async with at_screen(*lines, LAMP, place="journal") as me:
        await me.press("slash")
        await me.type("lamp 1")
        assert me.sees("On this page")
        await me.press("enter")
        assert me.overlay == ""
        assert me.cursor == f"{lines[1].id}/0"


async def test_by_mouse() -> None:
    async with at_screen(*THREE, NOTE, place="journal") as me:
        await me.click("Month")
        assert me.sees("● Month")
        await me.click("Day")
        await me.click(" 8 ", right=1)
        assert me.sees("Monday, June 8")
        await me.click("‹ May")
        assert me.sees("May            ‹ Apr") or me.sees("‹ Apr")
        await me.press("0")
        await me.click("Write a line")
        await answer(me, "written by mouse")
        await me.click("A quiet day")
        assert not me.desk.writing
        await me.click("– ", right=0)
        assert me.kept(NOTE.id).stage == "done"
        await me.click("Migrate")
        await me.click("Let it go")
        assert me.kept(OLD.id).stage == "let go"


async def test_a_page_of_any_size_keeps_the_cursor_in_sight() -> None:
    many = [NOTE._replace(id=f"n{n:03}000000", text=f"see [/] x [bold] {n} " * (n % 9 + 1)) for n in range(80)]
    for size in (*SIZES, (40, 10), (60, 18), (100, 12)):
        async with at_screen(*many, *THREE, *FIVE, size=size, place="journal") as me:
            for key in ("down", "down", "pagedown", "end", "pageup", "home", "v", "v", "v", "i", "M"):
                await me.press(key)
                assert me.focused or not me.cursor, f"{key} at {size}\n{me.text}"


async def test_midnight_turns_the_page() -> None:
    async with at_screen(NOTE, place="journal") as me:
        me.clock.at = me.clock.at.replace(day=12)
        me.desk.lookout.look_around()
        await me.settle()
        assert me.sees("A fresh page for Friday, June 12.")
        assert pages(me, NOTE) == [("day:2026-06-11", "here")]


async def test_the_index_leaves_room_between_the_lines_of_a_month_and_its_pages() -> None:
    days = [f"2026-06-{day:02}" for day in range(1, 20, 2)]
    notes = [
        Entry(f"gap{n:07}", text=day, kind="note", placements=(Placement(f"day:{day}"),)) for n, day in enumerate(days)
    ]
    numbers = [JournalPage(f"day:{day}", number=2 * n + 1) for n, day in enumerate(days)]
    async with at_screen(*notes, *numbers, place="journal") as me:
        await me.press("i")
        assert me.sees("10 lines  1, 3, 5")


async def test_the_list_of_collections_offers_what_a_collection_can_be_asked() -> None:
    async with at_screen(place="journal") as me:
        await me.press("v", "v", "v")
        assert me.sees("open   e edit   g go to")
        await me.press("a")
        await answer(me, "Books")
        await me.press("escape")
        assert me.sees("> move")


async def test_find_leads_to_a_collection_by_its_name() -> None:
    async with at_screen(*FIVE, place="journal") as me:
        await me.press("v", "v", "v", "a")
        await answer(me, "Website words")
        await me.press("escape", "1", "slash")
        await answer(me, "words web")
        assert me.desk.place == "journal"
        assert me.sees("Website words")
        assert me.sees("page 1")


async def test_plain_signs_are_worn_at_once_by_the_line_at_the_foot() -> None:
    async with at_screen(*FIVE, place="journal") as me:
        assert me.sees("…")
        me.app.office.run("setting.set", name="signs", value="plain")
        await me.settle()
        assert not me.sees("…"), me.text
        me.app.office.run("setting.set", name="signs", value="pretty")
        await me.settle()
        assert me.sees("…")
