"""Two people at one entry: nothing of the other is ever overwritten unseen."""

from __future__ import annotations

from organizer.records import Check
from tests.commands_.tools import FOUR, NOTES, RENT, Room


def test_a_line_that_moved_is_not_ticked_dropped_or_changed() -> None:
    room = Room(*FOUR)
    lines = room.entry(NOTES.id).checklist
    room.run("entry.edit", NOTES.id, fields={"checklist": (Check("put in by another"), *lines)})
    before = room.kept
    for command in ("check.tick", "check.drop", "check.edit"):
        said = room.refuses(command, NOTES.id, line=0, was=lines[0].text, text="mine")
        assert "has changed meanwhile" in said
    assert room.kept == before


def test_one_line_is_changed_and_the_others_stay() -> None:
    room = Room(*FOUR)
    lines = room.entry(NOTES.id).checklist
    room.run("check.edit", NOTES.id, line=1, was=lines[1].text, text="in other words")
    assert room.entry(NOTES.id).checklist == (lines[0], lines[1]._replace(text="in other words"), *lines[2:])
    assert room.refuses("check.edit", NOTES.id, line=1, text="  ").startswith("Type what the line should say.")


def test_a_checklist_typed_anew_keeps_its_ticks() -> None:
    room = Room(*FOUR)
    room.run("entry.edit", NOTES.id, fields={"checklist": "one; two"})
    room.run("check.tick", NOTES.id, line=1)
    room.run("entry.edit", NOTES.id, fields={"checklist": "two; three"})
    assert room.entry(NOTES.id).checklist == (Check("two", done=True), Check("three"))


def test_what_is_for_later_makes_room_among_the_three() -> None:
    room = Room(*FOUR)
    room.run("entry.pick", RENT.id)
    room.run("entry.later", RENT.id, when="today 4pm")
    assert room.office.practice.day("2026-06-11").three == (RENT.id,)
    room.run("entry.later", RENT.id, when="in 3 days")
    assert room.office.practice.day("2026-06-11").three == ()
    room.office.undo()
    assert room.office.practice.day("2026-06-11").three == (RENT.id,)


def test_taken_up_again_it_stands_where_it_stood() -> None:
    room = Room(*FOUR)
    room.run("entry.move", RENT.id, to="waiting")
    room.run("entry.done", RENT.id)
    room.run("entry.done", RENT.id)
    assert room.entry(RENT.id).stage == "waiting"
