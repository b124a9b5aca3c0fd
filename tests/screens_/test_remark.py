"""The quiet line when a client's information seems to be typed: said, never in the way, and a code is at hand."""

from __future__ import annotations

import re

import pytest

from organizer.lint import SENTENCES
from organizer.lint.codes import WORDS
from organizer.records import Entry, Setting
from tests.screens_.person import NOTES, at_screen

CODE = re.compile(rf"({'|'.join(WORDS)}) \d+")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("call Maria Gonzalez back", "name"),
        ("call 415-555-0142", "phone"),
        ("maria@example.com", "e-mail"),
        ("check dob 3/14/1987 once", "birth"),
        ("bill 90837", "procedure"),
    ],
)
async def test_it_is_said_while_it_is_typed_and_kept_all_the_same(typed: str, kind: str) -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type(typed)
        assert me.sees(SENTENCES[kind])
        await me.press("enter")
        assert me.titled(typed)


async def test_it_goes_when_what_it_was_about_goes() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("call 415-555-0142")
        assert me.sees(SENTENCES["phone"])
        await me.press("backspace")
        assert not me.sees(SENTENCES["phone"])


async def test_a_code_takes_the_place_of_a_name() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("call Maria Gonzalez back tomorrow")
        await me.press("ctrl+r")
        found = CODE.fullmatch(me.field.value.removeprefix("call ").removesuffix(" back tomorrow"))
        assert found
        assert not me.sees(SENTENCES["name"])
        await me.press("enter")
        assert me.titled(f"call {found[0]} back")


async def test_a_click_puts_it_there_as_well() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("call Maria Gonzalez")
        await me.click("a code instead")
        assert CODE.search(me.field.value)


async def test_a_code_is_nobody_elses() -> None:
    taken = [f"{word} {number}" for word in WORDS for number in range(1, 10)]
    left = taken.pop(100)
    lists = tuple(Entry(f"{at:010d}", text=" ".join(taken[at::50])) for at in range(50))
    async with at_screen(*lists) as me:
        await me.press("c")
        await me.type("Maria Gonzalez")
        await me.press("ctrl+r")
        assert me.field.value not in taken
        assert me.field.value == left or len(me.field.value.split()[1]) > 1


async def test_without_a_name_the_key_does_nothing() -> None:
    async with at_screen() as me:
        await me.press("c")
        await me.type("call 415-555-0142")
        await me.press("ctrl+r")
        assert me.field.value == "call 415-555-0142"


@pytest.mark.parametrize("field", ["step", "worst", "notes"])
async def test_in_the_fields_of_the_drawer(field: str) -> None:
    async with at_screen(NOTES._replace(notes="as last time")) as me:
        await me.press("enter")
        while me.cursor != f"field:{field}":
            await me.press("down")
        await me.press("e")
        await me.clear()
        await me.type("ask Maria Gonzalez")
        assert me.sees(SENTENCES["name"])
        await me.press("ctrl+r", "enter")
        assert CODE.search(getattr(me.kept(NOTES.id), field))


async def test_where_words_are_asked_for() -> None:
    async with at_screen(NOTES) as me:
        await me.press("t")
        await me.type("Maria Gonzalez, ask again friday")
        assert me.sees(SENTENCES["name"])
        await me.press("ctrl+r", "enter")
        assert CODE.fullmatch(me.kept(NOTES.id).waiting_for)


async def test_not_where_something_is_looked_for() -> None:
    async with at_screen(NOTES) as me:
        await me.press("slash")
        await me.type("Maria Gonzalez")
        assert not me.sees(SENTENCES["name"])


async def test_on_sheets() -> None:
    async with at_screen(NOTES) as me:
        await me.press("A", "a")
        await me.type("Maria Gonzalez")
        assert me.sees(SENTENCES["name"])
        await me.press("ctrl+r", "enter")
        assert any(CODE.fullmatch(area.name) for area in me.app.office.practice.areas.values())


async def test_it_can_be_switched_off_and_on() -> None:
    async with at_screen(Setting("lint", "off")) as me:
        await me.press("c")
        await me.type("call Maria Gonzalez")
        assert not me.sees(SENTENCES["name"])
        await me.press("escape", "ctrl+p")
        await me.type("look over")
        await me.press("enter")
        assert me.says("What is typed is looked over.")
        await me.press("c")
        await me.type("call Maria Gonzalez")
        assert me.sees(SENTENCES["name"])
