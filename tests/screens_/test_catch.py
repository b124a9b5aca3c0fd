"""Catching a line: typed, read, kept, seen; and what stays when it cannot be kept."""

from __future__ import annotations

import pytest
from textual import events

from organizer.clock import StoppedClock
from organizer.errors import DiskTrouble
from organizer.office import Office
from screens.app import Organizer
from screens.dialogs.catch import Catch
from screens.widgets.field import Field
from tests.memory import MemoryVault
from tests.screens_.person import CHARACTERS, FIVE, NOW, RENT, SIZES, at_screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_caught_line_is_on_today_and_on_the_board(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("c")
        assert me.overlay == "Catch"
        await me.type("* order stamps today #accounting ~10m -> look in the drawer")
        assert me.sees("rder stamps ")
        assert me.sees("Thursday, June 11")
        assert me.sees("Accounting")
        assert me.entries == list(FIVE), "nothing is kept before enter"
        await me.press("enter")
        assert me.overlay == ""
        assert me.says("Caught: order stamps.")
        assert me.sees("order stamps")
        kept = me.titled("order stamps")
        assert (kept.due, kept.area, kept.estimate, kept.step) == ("2026-06-11", "accounting", 10, "look in the drawer")
        await me.press("2", "right", "right", "right")
        assert me.column == "accounting"
        assert me.sees("order stamps")
        me.check_consistent()


async def test_escape_keeps_nothing() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("c")
        await me.type("never mind this")
        await me.press("escape")
        assert me.overlay == ""
        assert me.entries == list(FIVE)
        await me.press("c", "enter")
        assert me.overlay == "", "enter on an empty line is no more than escape"
        assert me.entries == list(FIVE)


async def test_tab_leaves_the_date_in_the_words_and_takes_it_back() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("Plan the party friday")
        assert me.sees("tab not a date")
        await me.press("tab")
        assert me.sees("Plan the party friday")
        assert me.sees("tab read the date")
        assert not me.sees("Friday, June 12")
        await me.press("tab")
        assert me.sees("Friday, June 12")
        await me.press("tab", "enter")
        assert me.titled("Plan the party friday").due is None


async def test_keep_and_another_keeps_the_overlay_open() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("one friday")
        await me.press("tab", "ctrl+n")
        assert me.overlay == "Catch"
        assert me.field.value == ""
        assert me.sees("1 kept. What else?")
        await me.type("two friday")
        await me.press("ctrl+n")
        assert me.sees("2 kept. What else?")
        await me.press("ctrl+n")
        assert me.overlay == "Catch", "an empty line and another is still nothing"
        await me.press("escape")
        assert [(entry.text, entry.due) for entry in me.entries] == [("one friday", None), ("two", "2026-06-12")]


async def test_pasted_lines_are_an_entry_each() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.paste("call Heron 7 tomorrow\r\n\r\n  o supervision fri 3pm\n- the payer moved\n")
        assert me.field.value == "call Heron 7 tomorrow"
        assert me.sees("and 2 more lines, each an entry of its own")
        await me.press("enter")
        assert [(entry.text, entry.kind) for entry in me.entries] == [
            ("call Heron 7", "task"),
            ("supervision", "event"),
            ("the payer moved", "note"),
        ]
        assert me.says("Caught: 3 entries.")
        await me.press("u")
        assert me.entries == []


async def test_pasting_behind_what_was_typed_and_pasting_twice_loses_nothing() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("first ")
        await me.paste("half\nsecond")
        await me.paste(" and more")
        assert me.field.value == "first half and more"
        assert me.sees("and 1 more line, each an entry of its own")
        await me.paste("x\nthird")
        await me.press("enter")
        assert [entry.text for entry in me.entries] == ["first half and morex", "second", "third"]


@pytest.mark.parametrize("key", ["enter", "ctrl+n"])
async def test_a_refused_write_keeps_the_line_and_says_why(key: str) -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost; make room and press enter again.")
        await me.press("c")
        await me.type("a line that matters friday")
        await me.press(key)
        assert me.overlay == "Catch"
        assert me.field.value == "a line that matters friday"
        assert me.sees("The disk is full. Nothing was lost; make room and press enter again.")
        assert me.entries == list(FIVE)
        await me.type("!")
        assert not me.sees("The disk is full"), "the reason goes when one types on"
        await me.press("backspace")
        me.vault.refuse = None
        await me.press("enter")
        assert me.overlay == ""
        assert me.titled("a line that matters").due == "2026-06-12"


async def test_a_refused_paste_keeps_every_line() -> None:
    async with at_screen() as me:
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        await me.press("c")
        await me.paste("one\ntwo\nthree")
        await me.press("ctrl+n", "enter")
        assert me.sees("The disk is full. Nothing was lost.")
        assert me.field.value == "one"
        me.vault.refuse = None
        await me.press("enter")
        assert [entry.text for entry in me.entries] == ["one", "two", "three"]


async def test_what_is_typed_while_the_overlay_opens_is_not_lost() -> None:
    async with at_screen(*FIVE) as me:
        await me.rush("c", *"update the book")
        assert me.field.value == "update the book"
        await me.press("enter")
        assert me.overlay == ""
        assert me.titled("update the book").kind == "task"
        assert len(me.vault.log) == 1, "no letter of it was a command"
        await me.rush("slash", *"stamp")
        assert me.field.value == "stamp"


async def test_keys_pressed_before_the_first_picture_do_their_work() -> None:
    app = Organizer(Office(MemoryVault(*FIVE), StoppedClock(NOW)))
    for key in ("down", "space", "c", *"water"):
        app.call_later(app.post_message, events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    async with app.run_test() as pilot:
        for _ in range(9):
            await pilot.pause(0)
        assert app.office.practice.entries[RENT.id].stage == "done"
        assert app.screen.query_one(Field).value == "water"


async def test_letters_in_the_field_are_never_commands() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("a")
        everything = "capeludovmx 1234567 ?/ UU"
        await me.type(everything)
        await me.press("left", "up", "down", "home", "end", "delete")
        assert me.field.value == everything
        assert me.overlay == "Catch"
        assert me.vault.log == []
        assert me.desk.place == "today"


async def test_add_here_fills_in_the_column() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("right", "a")
        await me.type("plan the week")
        await me.press("enter")
        assert me.titled("plan the week").area == "scheduling"
        await me.press("v", "right", "right")
        assert me.column == "doing"
        await me.press("a")
        await me.type("begin at once")
        await me.press("enter")
        assert me.titled("begin at once").stage == "doing"
        await me.press("c")
        await me.type("from anywhere")
        await me.press("enter")
        assert (me.titled("from anywhere").stage, me.titled("from anywhere").area) == ("inbox", "")


async def test_what_is_pasted_on_the_desk_is_caught() -> None:
    async with at_screen(*FIVE) as me:
        await me.paste("call Heron 7 tomorrow\n\n o supervision fri 3pm\n")
        assert me.overlay == "Catch"
        assert me.field.value == "call Heron 7 tomorrow"
        assert me.sees("and 1 more line, each an entry of its own")
        await me.press("enter")
        assert me.titled("call Heron 7").due == "2026-06-12"
        assert me.titled("supervision").kind == "event"
        await me.paste(" \n ")
        assert me.overlay == "", "there was nothing in it"


async def test_what_is_pasted_right_behind_the_key_goes_to_what_it_opens() -> None:
    async with at_screen(*FIVE) as me:
        me.app.post_message(events.Key("c", "c"))
        await me.paste("a line\nanother")
        assert me.overlay == "Catch"
        assert me.field.value == "a line"
        await me.press("enter")
        assert {"a line", "another"} <= {entry.text for entry in me.entries}


async def test_add_here_shows_where_it_will_be() -> None:
    async with at_screen(*FIVE, place="board", size=(160, 45)) as me:
        await me.press("right", "right", "right", "a")
        assert me.sees("area     Accounting")
        await me.type("order stamps")
        assert me.sees("area     Accounting")
        await me.type(" #training")
        assert me.sees("area     Training")
        assert not me.sees("area     Accounting")
        await me.press("escape", "v", "tab", "a")
        stage = me.column
        await me.type("o supervision")
        assert not me.sees("goes to")
        await me.clear()
        await me.type("order stamps * ~10m ~ #training #one -> look friday")
        assert me.sees("goes to  Waiting on someone" if stage == "waiting" else "goes to  ")
        await me.press("enter")
        assert me.titled("order stamps").stage == stage
        await me.press("escape", "c")
        assert not me.sees("goes to")


async def test_what_is_typed_faster_than_drawn_keeps_its_order() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.rush(*"teh", "backspace", "backspace", *"he x", "left", *"fa", "end", "backspace", "ctrl+a", *"to ")
        await me.press("enter")
        assert [entry.text for entry in me.app.office.practice.entries.values()] == ["to the fa"]


async def test_a_key_of_the_field_before_there_is_one_does_no_harm() -> None:
    async with at_screen(*FIVE) as me:
        for key in ("tab", "ctrl+n", "ctrl+w", "ctrl+r"):
            made = Catch(me.app.office, me.app.ink, lambda lines, dates: "", {})
            me.app.push_screen(made)
            for action in ("dates", "keep", "promise", "code"):
                assert made.check_action(action, (True,)) is False
            await me.rush(key)
            assert made.check_action("dates", ())
            await me.press("escape", "escape")
