"""Office days and hours, how soon calls are answered, a line to oneself: kept, respected, and brought back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from organizer.errors import NotFound
from organizer.records import Day, Setting
from organizer.views.first_steps import STEPS, note_for, step_of
from organizer.views.office_day import office_day, office_days, office_hours
from organizer.views.today import today
from tests.commands_.tools import FOUR, NOW, Room


@pytest.fixture
def room() -> Room:
    """A practice with a few tasks."""
    return Room(*FOUR)


def test_days_are_ticked_and_unticked(room: Room) -> None:
    practice = room.office.practice
    assert office_days(practice) == {0, 1, 2, 3, 4}
    assert room.run("office.day", day=5).label == "An office day: Saturday"
    assert room.run("office.day", day="0").label == "No office day: Monday"
    assert practice.setting("office_days") == "tue wed thu fri sat"
    assert office_days(practice) == {1, 2, 3, 4, 5}
    for day in (1, 2, 3, 4):
        room.run("office.day", day=day)
    assert "one day a week at least" in room.refuses("office.day", day=5)
    for day in (7, -1, "", "monday"):
        room.refuses("office.day", day=day)


@pytest.mark.parametrize(
    ("hour", "typed", "kept"),
    [
        ("opens", "9", "09:00"), ("opens", "6:15", "06:15"), ("opens", "10 am", "10:00"), ("opens", "07.30", "07:30"),
        ("pause", "noon", "12:00"), ("pause", "1", "13:00"), ("pause", "none", ""), ("pause", "", ""),
        ("closes", "5", "17:00"), ("closes", "at 8pm", "20:00"), ("closes", "16:30", "16:30"),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_say_them(room: Room, hour: str, typed: str, kept: str) -> None:
    room.run("office.hour", hour=hour, time=typed)
    assert room.office.practice.setting(f"office_{hour}") == kept


@pytest.mark.parametrize(
    ("hour", "typed"),
    [
        ("opens", ""), ("opens", "friday"), ("opens", "25:00"), ("opens", "6pm"), ("closes", "8am"), ("closes", "[/]"),
        ("pause", "8am"), ("pause", "9pm"), ("lunch", "noon"), ("opens", "9" * 500),
    ],
)  # fmt: skip
def test_hours_that_make_no_day_are_refused_kindly(room: Room, hour: str, typed: str) -> None:
    room.refuses("office.hour", hour=hour, time=typed)


def test_the_path_of_the_day_follows_the_hours(room: Room) -> None:
    room.run("office.hour", hour="opens", time="10")
    room.run("office.hour", hour="closes", time="4")
    room.run("office.hour", hour="pause", time="none")
    practice = room.office.practice
    assert office_hours(practice) == ("10:00", "", "16:00")
    assert office_day(practice, Day("2026-06-11"), NOW).stops == ("10:00", "", "16:00")
    opened = Day("2026-06-11", opened="2026-06-11T10:00:00")
    assert office_day(practice, opened, datetime(2026, 6, 11, 13)).part == 0.5


def test_a_setting_that_makes_no_sense_counts_as_none_was_made() -> None:
    room = Room(Setting("office_days", 3), Setting("office_opens", "late"), Setting("office_pause", None))
    assert office_days(room.office.practice) == {0, 1, 2, 3, 4}
    assert office_hours(room.office.practice) == ("08:30", "13:00", "17:30")


def test_only_office_days_count_as_kept() -> None:
    days = [Day(f"2026-06-{number:02}", opened=f"2026-06-{number:02}T08:30:00") for number in (2, 9, 11)]
    room = Room(*days)
    assert today(room.office.practice, NOW).days_kept == (False, True, False, True)
    room.run("office.day", day=0)
    room.run("office.day", day=2)
    view = today(room.office.practice, NOW)
    assert view.days_kept == (True, True)
    assert [day.office for day in view.week] == [True, True, False, False, False, True, False]


def test_how_soon_calls_are_answered_goes_round(room: Room) -> None:
    said = [room.run("office.answer", name="answer_within").label for _ in range(4)]
    assert said[0] == "Calls are answered: within two working days"
    assert room.office.practice.setting("answer_within") == "one working day"


def test_the_place_in_the_first_steps_is_no_act_to_undo(room: Room) -> None:
    assert step_of(room.office.practice) == "hello"
    for step in (*STEPS, "done"):
        room.run("first.reach", step=step)
    assert room.office.practice.setting("first_run") == "done"
    with pytest.raises(NotFound, match="nothing to undo"):
        room.office.undo()
    room.refuses("first.reach", step="lunch")


def test_a_line_to_myself_comes_back_a_year_later(room: Room) -> None:
    room.run("first.write", text="  the phone is\nanswered [x] ")
    practice = room.office.practice
    for day, comes in (
        (date(2026, 6, 11), False),
        (date(2027, 6, 10), False),
        (date(2027, 6, 11), True),
        (date(2027, 6, 24), True),
        (date(2027, 6, 25), False),
        (date(2028, 6, 11), False),
    ):
        note = note_for(practice, day)
        assert (note is not None and note.text == "the phone is answered [x]") is comes, day
    room.clock.at = datetime(2027, 6, 11, 9)
    assert today(practice, room.clock.now()).note is not None
    room.run("first.write", text="another one")
    assert today(practice, room.clock.now() + timedelta(days=366)).note.text == "another one"  # type: ignore[union-attr]


def test_a_line_of_december_and_one_of_a_leap_day_come_back_too() -> None:
    for written, comes in (("2026-12-28", date(2028, 1, 5)), ("2028-02-29", date(2029, 3, 1))):
        room = Room(now=datetime.fromisoformat(f"{written}T09:00"))
        room.run("first.write", text="hello")
        assert note_for(room.office.practice, comes) is not None


def test_a_line_is_one_line_and_can_be_taken_back(room: Room) -> None:
    assert "140 letters" in room.refuses("first.write", text="so " * 100)
    assert room.run("first.write", text=" ").rows == ()
    room.run("first.write", text="hello")
    room.run("first.write", text="")
    assert note_for(room.office.practice, date(2027, 6, 11)) is None
    room.office.undo()
    assert note_for(room.office.practice, date(2027, 6, 11)) is not None
