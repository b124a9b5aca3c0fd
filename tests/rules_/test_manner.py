"""Dates and times as the person would rather have them; said in any manner, they are read back as the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer import when
from organizer.finding.days import due_range
from organizer.manner import keyed, speak
from organizer.practice import Practice
from organizer.records import Record, Setting
from organizer.repeat import explain
from organizer.settings.saying import CLOCK, DATES, DAY_FIRST
from organizer.views.weeks import first_weekday, week_of
from organizer.views.wins import year_map

NOW = datetime(2026, 6, 11, 9, 14)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """The usual manner again, whatever was said in between."""
    yield
    speak(lambda name: None)


def practice(**kept: Any) -> Practice:
    """A practice in which these are set."""
    records: dict[str, Record] = {name: Setting(name, value) for name, value in kept.items()}
    return Practice(lambda table: records if table == "settings" else {})


@pytest.mark.parametrize(
    ("settings", "short", "long"),
    [
        ({}, "June 30, 4:00 PM", "Tuesday, June 30, 4:00 PM"),
        ({"clock": "24 hours"}, "June 30, 16:00", "Tuesday, June 30, 16:00"),
        ({"day_first": "day first"}, "30 June, 4:00 PM", "Tuesday, 30 June, 4:00 PM"),
        ({"day_first": True, "dates": "short"}, "30 Jun, 4:00 PM", "Tuesday, 30 Jun, 4:00 PM"),
        ({"dates": "in figures"}, "6/30, 4:00 PM", "Tuesday, 6/30, 4:00 PM"),
        ({"dates": "in figures", "day_first": "day first"}, "30/6, 4:00 PM", "Tuesday, 30/6, 4:00 PM"),
        ({"dates": "year first", "clock": "24 hours"}, "2026-06-30, 16:00", "Tuesday, 2026-06-30, 16:00"),
        ({"dates": 7, "clock": [], "day_first": {}}, "June 30, 4:00 PM", "Tuesday, June 30, 4:00 PM"),
    ],
)
def test_dates_and_times_are_said_as_set(settings: dict[str, Any], short: str, long: str) -> None:
    speak(practice(**settings).setting)
    assert when.say("2026-06-30T16:00", NOW) == short
    assert when.say("2026-06-30T16:00", NOW, long=True) == long


def test_noon_and_the_night_on_both_clocks() -> None:
    assert [when.say_time(f"{hour}:00") for hour in ("00", "09", "12")] == ["12:00 AM", "9:00 AM", "noon"]
    speak(practice(clock="24 hours").setting)
    assert [when.say_time(f"{hour}:00") for hour in ("00", "09", "12")] == ["00:00", "09:00", "12:00"]


def test_what_is_set_meanwhile_is_followed_at_once() -> None:
    kept: dict[str, Any] = {}
    speak(kept.get)
    assert when.say_date(date(2026, 6, 30)) == "June 30"
    kept["dates"] = "year first"
    assert when.say_date(date(2026, 6, 30)) == "2026-06-30"


def test_one_context_does_not_speak_for_another() -> None:
    copy_context().run(speak, practice(clock="24 hours").setting)
    assert when.say_time("16:00") == "4:00 PM"


@given(
    day=st.dates(date(2026, 1, 1), date(2031, 12, 31)),
    time=st.times(),
    dates=st.sampled_from(DATES.values),
    first=st.sampled_from(DAY_FIRST.values),
    clock=st.sampled_from(CLOCK.values),
)
def test_what_is_said_is_read_back_as_the_same(day: date, time: Any, dates: str, first: str, clock: str) -> None:
    kept = practice(dates=dates, day_first=first, clock=clock)
    speak(kept.setting)
    due = f"{day}T{time:%H:%M}"
    said = when.say_date(day, year=True)
    assert when.read_all(said, NOW, day_first=kept.day_first) == day.isoformat()
    assert when.read_all(f"{said} at {when.say_time(due)}", NOW, day_first=kept.day_first) == due


def test_what_comes_back_is_said_so_too() -> None:
    speak(practice(day_first="day first", clock="24 hours").setting)
    found = when.read_repeat("every friday at 4pm until june 30", NOW)
    assert found is not None
    assert explain(found).endswith("until 30 June 2026")
    assert "16:00" in explain(found)


@pytest.mark.parametrize(("begins", "first", "last"), [("on Monday", 8, 14), ("on Sunday", 7, 13), ("someday", 8, 14)])
def test_a_week_begins_as_set(begins: str, first: int, last: int) -> None:
    kept = practice(week_begins=begins)
    assert week_of(kept, NOW.date()) == (date(2026, 6, first), date(2026, 6, last))
    assert due_range("week", NOW, first_weekday(kept)) == (f"2026-06-{first:02}", f"2026-06-{last:02}")


def test_a_sentence_names_the_keys_in_force() -> None:
    assert keyed("{find} finds; {entry.drop} lets go, {entry.done} is done, {palette} has all.") == (
        "/ finds; del lets go, space is done, ctrl+p has all."
    )
    speak(practice(keys={"find": "f", "entry.drop": "f5", "quit": "x", "help": 7}).setting)
    assert keyed("{find} finds; {entry.drop} lets go, {quit} leaves.") == "/ finds; del lets go, ctrl+q leaves.", (
        "where what is set makes no sense the keys are the commands' own"
    )
    speak(practice(keys={"find": "f12", "entry.drop": "f5"}).setting)
    assert keyed("{find} finds; {entry.drop} lets go. {what} is none") == "f12 finds; f5 lets go. {what} is none"


@pytest.mark.parametrize(
    ("said", "on", "monday", "sunday"),
    [
        ("next week", "2026-06-11", "2026-06-15", "2026-06-15"),
        ("next week", "2026-06-14", "2026-06-15", "2026-06-22"),
        ("this week", "2026-06-14", "2026-06-19", "2026-06-19"),
        ("next friday", "2026-06-14", "2026-06-19", "2026-06-26"),
        ("this friday", "2026-06-14", "2026-06-12", "2026-06-19"),
        ("next sunday", "2026-06-11", "2026-06-21", "2026-06-14"),
        ("this sunday", "2026-06-11", "2026-06-14", "2026-06-14"),
        ("sunday next week", "2026-06-11", "2026-06-21", "2026-06-14"),
        ("friday in two weeks", "2026-06-14", "2026-06-26", "2026-07-03"),
        ("mid next week", "2026-06-14", "2026-06-17", "2026-06-24"),
        ("week after next", "2026-06-14", "2026-06-22", "2026-06-29"),
        ("sunday", "2026-06-11", "2026-06-14", "2026-06-14"),
    ],
)
def test_a_week_that_begins_on_sunday_is_read_so(said: str, on: str, monday: str, sunday: str) -> None:
    now = datetime.fromisoformat(f"{on}T09:14")
    assert when.read_all(said, now) == monday
    speak(practice(week_begins="on Sunday").setting)
    assert when.read_all(said, now) == sunday


def test_the_map_of_wins_begins_where_the_week_does() -> None:
    for begins, first in (("on Monday", "2025-06-16"), ("on Sunday", "2025-06-15")):
        found = year_map(practice(week_begins=begins), date(2026, 6, 11))
        assert (found.first, found.last, len(found.weeks)) == (first, "2026-06-11", 52)
        assert [len(week) for week in found.weeks[:-1]] == [7] * 51
