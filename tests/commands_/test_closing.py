"""Closures: days that are closed, or have hours of their own."""

from __future__ import annotations

import pytest

from organizer.records.door import Closure
from tests.commands_.tools import Room


def made(room: Room) -> list[Closure]:
    return list(room.office.practice.closures.values())


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        ("july 3", "2026-07-03", "2026-07-03"),
        ("dec 24 to jan 2", "2026-12-24", "2027-01-02"),
        ("from dec 24 to jan 2", "2026-12-24", "2027-01-02"),
        ("aug 3-14", "2026-08-03", "2026-08-14"),
        ("aug 3 - aug 14", "2026-08-03", "2026-08-14"),
        ("aug 3 through aug 14", "2026-08-03", "2026-08-14"),
        ("2026-08-03 to 2026-08-14", "2026-08-03", "2026-08-14"),
        ("2026-08-03..2026-08-14", "2026-08-03", "2026-08-14"),
        ("today", "2026-06-11", "2026-06-11"),
        ("tomorrow to monday", "2026-06-12", "2026-06-15"),
        ("friday until next wednesday", "2026-06-12", "2026-06-17"),
    ],
)
def test_the_days_are_read_as_people_type_them(days: str, first: str, last: str) -> None:
    room = Room()
    room.run("closure.add", days=days)
    assert [(one.first, one.last) for one in made(room)] == [(first, last)]


def test_hours_of_its_own_and_the_name_of_the_change() -> None:
    room = Room()
    change = room.run("closure.add", days="july 3", what=" long  weekend ", hours="9 to noon")
    assert change.label == "Other hours: long weekend: July 3, 9:00 AM to noon"
    assert made(room)[0][4:7] == ("long weekend", "09:00", "12:00")
    assert not room.run("closure.add", days="july 3", what="long weekend", hours="9 to 12").rows
    change = room.run("closure.edit", closure=made(room)[0].id, hours="closed", days="july 2 to july 3")
    assert change.label == "Changed: long weekend: July 2 to July 3"
    assert made(room)[0][5:7] == ("", "")
    room.run("closure.remove", closure=made(room)[0].id[:4])
    assert not made(room)
    room.office.undo()
    assert made(room)[0].what == "long weekend"


def test_what_cannot_be_read_is_said_in_a_sentence() -> None:
    room = Room()
    assert "ends before it begins" in room.refuses("closure.add", days="2026-08-14 to 2026-08-03")
    assert room.refuses("closure.add", days="whenever").startswith("'whenever' is not a day that can be read.")
    assert room.refuses("closure.add") == "Say which days: july 3, dec 24 to jan 2, or aug 3-14."
    assert "Two years" in room.refuses("closure.add", days="2026-08-01 to 2036-08-03")
    assert "says only one end" in room.refuses("closure.add", days="july 3", hours="noon")
    assert "is no day yet" in room.refuses("closure.add", days="july 3", hours="3pm to 2pm")
    assert "not a time" in room.refuses("closure.add", days="july 3", hours="early to late")
    assert "60 letters" in room.refuses("closure.add", days="july 3", what="w" * 61)
    assert "There is no closure" in room.refuses("closure.remove", closure="zzzzz")
    assert "There is no closure" in room.refuses("closure.edit", closure="")


def test_one_of_two_that_begin_alike_is_asked_for() -> None:
    room = Room(Closure("aaaa1", first="2026-07-03", last="2026-07-03"), Closure("aaaa2", first="2026-07-03"))
    assert "Add a letter." in room.refuses("closure.remove", closure="aaaa")
