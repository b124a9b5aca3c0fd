"""One entry in full: every field changed in place, its checklist, its history."""

from __future__ import annotations

import pytest

from organizer.errors import DiskTrouble
from organizer.records import Check, Entry, Placement, Repeat, Theme
from screens.dialogs.drawer import Drawer
from tests.screens_.person import CALL, FIVE, NOTES, RENT, SIZES, Person, at_screen

TYPED = {
    "text": ("Write the notes [/]", "Write the notes [/]"),
    "step": ("look for the pen", "look for the pen"),
    "due": ("next fri 4pm", "2026-06-19T16:00"),
    "start": ("tomorrow", "2026-06-12"),
    "estimate": ("1h30", 90),
    "area": ("training", "training"),
    "stage": ("under way", "doing"),
    "dread": ("some", 1),
    "waiting_for": ("Heron 7", "Heron 7"),
    "waiting_since": ("june 2", "2026-06-02"),
    "nudge": ("in 3 days", "2026-06-14"),
    "blocked_by": ("rent0", ("rent000000",)),
    "signifiers": ("* !", ("priority", "idea")),
    "tags": ("#home paper", ("home", "paper")),
    "kind": ("event", "event"),
    "notes": ("see the blue folder", "see the blue folder"),
}
"""For each field of the drawer, what is typed and what is kept."""
BAD = {
    "due": "fribday",
    "start": "never ever",
    "estimate": "ages",
    "area": "gardening",
    "stage": "some day",
    "dread": "9",
    "signifiers": "urgent",
    "kind": "promise",
    "text": "   ",
}


async def go_to(me: Person, key: str) -> None:
    """Put the cursor of the drawer on a row; fields that say nothing stand behind "more"."""
    for _ in range(2):
        await me.press(*["up"] * 30)
        for _ in range(40):
            if me.cursor == key:
                return
            if me.cursor == "more:fields" and key.startswith("field:"):
                await me.press("enter")
                break
            await me.press("down")
    raise AssertionError(f"no row {key}")


async def test_every_field_is_changed_in_place() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        assert me.overlay == "Drawer"
        for name, (typed, kept) in TYPED.items():
            await go_to(me, f"field:{name}")
            await me.press("enter")
            await me.clear()
            await me.type(typed)
            await me.press("enter")
            assert getattr(me.kept(NOTES.id), name) == kept, name
            assert not me.field.display
            assert me.cursor == f"field:{name}"
        await me.press("escape")
        assert me.overlay == ""
        me.check_consistent()


async def test_what_cannot_be_read_stays_in_the_field_with_a_sentence() -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        await me.press("down", "down", "enter")
        for name, typed in BAD.items():
            await go_to(me, f"field:{name}")
            await me.press("e")
            await me.clear()
            await me.type(typed)
            await me.press("enter")
            assert me.field.display, name
            assert me.field.value == typed
            assert me.kept(NOTES.id) == NOTES
            region = me.app.screen.query_one("#label").region
            assert "".join(me.lines[region.y][region.x : region.right]).strip(), name
            await me.press("escape")
            assert not me.field.display
            assert me.overlay == "Drawer", "escape leaves the field first"
        await go_to(me, "field:due")
        await me.press("enter")
        assert me.field.value == "2026-06-11"
        await me.clear()
        await me.type("fribday")
        await me.press("enter")
        assert me.sees("'fribday' is not a day that can be read.")
        await me.type("x")
        assert not me.sees("is not a day")
        await me.press("escape", "escape")
        assert me.overlay == ""


@pytest.mark.parametrize("due", ["9999-12-31", "9999-12-31T23:59", "0001-01-01"])
async def test_what_comes_back_stands_there_also_at_the_ends_of_the_calendar(due: str) -> None:
    for repeat in (Repeat(), Repeat(after_completion=True)):
        entry = NOTES._replace(due=due, repeat=repeat)
        async with at_screen(entry) as me:
            me.app.push_screen(Drawer(me.app.office, me.app.ink, entry.id))
            await me.settle()
            assert me.overlay == "Drawer"
            await me.press("space")
            assert me.app.is_running


async def test_keys_pressed_before_it_stands_wait_until_it_does() -> None:
    async with at_screen(NOTES) as me:
        drawer = Drawer(me.app.office, me.app.ink, NOTES.id)
        me.app.push_screen(drawer)
        drawer.action_command("entry.dread")
        drawer.action_choose()
        await me.settle()
        assert me.overlay == "Drawer"
        assert me.kept(NOTES.id).dread == NOTES.dread + 1
        assert me.field.value == NOTES.step


async def test_e_opens_the_drawer_on_the_words_themselves() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "e")
        assert me.overlay == "Drawer"
        assert me.field.value == "Pay the rent"
        await me.type(" in cash")
        await me.press("enter", "escape")
        assert me.kept(RENT.id).text == "Pay the rent in cash"
        assert me.page_shows("Pay the rent in cash")


async def test_lines_of_the_checklist_are_ticked_added_and_taken_off() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        await go_to(me, "check:0")
        await me.press("space")
        assert me.kept(NOTES.id).checklist == (Check("Monday", True), Check("Tuesday", True))
        assert me.sees("2 of 2")
        await me.press("enter")
        assert me.kept(NOTES.id).checklist[0] == Check("Monday")
        await me.press("a")
        await me.type("Wednesday [/] x")
        await me.press("enter")
        await me.type("the last one")
        await me.press("enter", "enter")
        assert not me.field.display, "an empty line ends adding"
        assert [line.text for line in me.kept(NOTES.id).checklist] == [
            "Monday",
            "Tuesday",
            "Wednesday [/] x",
            "the last one",
        ]
        await go_to(me, "check:1")
        await me.press("x")
        assert [line.text for line in me.kept(NOTES.id).checklist] == ["Monday", "Wednesday [/] x", "the last one"]
        assert me.cursor == "check:1"
        await me.click("the last one")
        await me.click("the last one")
        assert me.kept(NOTES.id).checklist[2].done
        x, y = me.find("Monday")
        await me.click_at(x - 3, y)
        assert me.kept(NOTES.id).checklist[0].done
        await me.press("u")
        assert not me.kept(NOTES.id).checklist[0].done
        await go_to(me, "field:due")
        await me.press("x")
        assert me.sees("Choose one of the steps first")


async def test_later_move_dread_and_let_go_from_the_drawer() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("end", "enter")
        await me.press("d", "l")
        await me.type("friday")
        await me.press("enter")
        assert me.overlay == "Drawer"
        await me.press("m")
        await me.type("training")
        await me.press("enter", "delete")
        kept = me.kept(CALL.id)
        assert (kept.dread, kept.due, kept.area, kept.stage) == (1, "2026-06-12", "training", "let go")
        await me.press("u", "u", "u", "u")
        assert me.kept(CALL.id) == CALL
        await me.press("U")
        assert me.kept(CALL.id).dread == 1


async def test_history_is_shown_when_asked_for() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "d", "d", "enter")
        assert not me.sees("Dread ·")
        await go_to(me, "more:history")
        await me.press("enter")
        assert me.sees("Dread")
        await me.press("d")
        assert sum("dread" in line.lower() and "9:14 AM" in line for line in me.lines) == 3


async def test_letters_typed_in_a_field_are_no_commands() -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        await me.press("down", "e")
        await me.clear()
        await me.type("deal mx uU? 12 /")
        await me.press("up", "down", "pagedown", "delete", "tab")
        assert me.field.value == "deal mx uU? 12 /"
        assert me.vault.log == []
        await me.press("enter")
        assert me.kept(RENT.id).text == "deal mx uU? 12 /"


async def test_a_refused_write_leaves_what_was_typed() -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        await me.press("down", "e")
        await me.type(" today")
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        await me.press("enter")
        assert me.sees("The disk is full. Nothing was lost.")
        assert me.field.value == "Pay the rent today"
        await me.press("escape", "d")
        assert me.sees("The disk is full. Nothing was lost.")
        assert me.kept(RENT.id) == RENT


async def test_an_entry_that_another_program_takes_away_closes_the_drawer() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter")
        me.elsewhere(RENT, RENT._replace(text="Pay the new rent"))
        await me.until(lambda: me.sees("Pay the new rent"))
        assert me.overlay == "Drawer"
        me.elsewhere(me.kept(RENT.id), None)
        await me.until(lambda: me.overlay == "")
        assert not me.page_shows("Pay the new rent")


async def test_an_entry_taken_away_under_another_overlay_closes_the_drawer_behind_it() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter", "l")
        me.elsewhere(RENT, None)
        await me.until(lambda: RENT.id not in me.app.office.practice.entries)
        assert me.overlay == "Chooser"
        await me.press("escape")
        await me.until(lambda: me.overlay == "")
        await me.press("end", "enter")
        assert me.overlay == "Drawer"


@pytest.mark.parametrize("size", [*SIZES, (40, 10), (60, 18)], ids=str)
async def test_the_cursor_is_always_in_sight(size: tuple[int, int]) -> None:
    long = Entry(
        "10ng000000",
        text="Look after it " * 20,
        step="first " * 30,
        checklist=tuple(Check(f"Line {n} " * 9) for n in range(30)),
        due="2026-06-11",
    )
    async with at_screen(long, size=size) as me:
        await me.press("enter")
        seen = set()
        for _ in range(60):
            assert me.focused, f"the cursor on {me.cursor} is out of sight\n{me.text}"
            seen.add(me.cursor)
            await me.press("down")
        assert {"field:text", "more:fields", "check:0", "check:29", "more:history"} - seen == {"field:text"}
        await me.press("pageup", "pageup", "pagedown")
        assert me.focused


async def test_help_of_the_drawer_and_clicks_on_its_keys() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter", "question_mark")
        assert me.overlay == "Help"
        assert me.sees("Here, on an entry")
        await me.press("escape")
        assert me.overlay == "Drawer"
        await me.click("e edit")
        assert me.field.display
        await me.press("escape")
        await me.click("esc close")
        assert me.overlay == ""


async def test_the_theme_is_carried_and_put_down_by_its_row_or_its_key() -> None:
    async with at_screen(*FIVE, Theme("th3me00000", name="Daylight")) as me:
        await me.press("down", "down", "enter")
        await go_to(me, "field:theme")
        await me.press("enter")
        assert me.kept(NOTES.id).theme == "th3me00000"
        assert me.sees("theme      Daylight")
        await me.press("T")
        assert me.kept(NOTES.id).theme == ""
        await me.press("u")
        assert me.kept(NOTES.id).theme == "th3me00000"
        me.check_consistent()


async def test_without_a_theme_its_row_says_where_one_begins() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        await go_to(me, "field:theme")
        await me.press("enter")
        assert me.sees("There is no theme yet.")
        assert me.kept(NOTES.id).theme == ""


async def test_a_note_says_that_it_is_one_where_a_task_says_its_stage() -> None:
    note = Entry("n0te000000", text="The room feels warm", kind="note", created="2026-06-11T08:00:00",
                 placements=(Placement("day:2026-06-11"),))  # fmt: skip
    async with at_screen(note, place="journal") as me:
        await me.press("enter")
        assert me.overlay == "Drawer"
        assert me.sees("No area yet · note")
        assert not me.sees("inbox")
