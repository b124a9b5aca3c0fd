"""Dates in plain English: what is read, what is left alone, and how they are said back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer import when
from tests.counting import calls
from tests.rules_.date_lines import DATE_FREE, ELSEWHEN, LINES
from tests.rules_.date_phrases import PHRASES

WED = datetime(2026, 3, 4, 10, 0)


@pytest.mark.parametrize(("phrase", "due"), PHRASES)
def test_phrases(phrase: str, due: str) -> None:
    assert when.read_all(phrase, WED) == due
    assert when.find(phrase, WED) == when.Reading(due, 0, len(phrase))


@pytest.mark.parametrize(("phrase", "now", "due"), ELSEWHEN)
def test_ends_of_months_and_years(phrase: str, now: str, due: str) -> None:
    assert when.read_all(phrase, datetime.fromisoformat(now)) == due


@pytest.mark.parametrize(("line", "title", "due"), LINES)
def test_lines_give_up_their_date(line: str, title: str, due: str) -> None:
    found = when.find(line, WED)
    assert found is not None
    assert found.due == due
    assert (line[: found.start] + line[found.end :]).strip() == title


@pytest.mark.parametrize("line", DATE_FREE)
def test_lines_without_a_date_keep_their_words(line: str) -> None:
    assert when.find(line, WED) is None


def test_day_first() -> None:
    assert when.read_all("3/10", WED, day_first=True) == "2026-10-03"
    assert when.read_all("15/4", WED, day_first=True) == "2026-04-15"
    assert when.read_all("4/15", WED, day_first=True) is None
    assert when.find("pay rent 15/4", WED, day_first=True) == when.Reading("2026-04-15", 9, 13)


def test_places_count_characters_of_the_text_as_given() -> None:
    text = "\u2003☂ call\tback  tomorrow 4pm \n"
    found = when.find(text, WED)
    assert found is not None
    assert text[found.start : found.end] == "tomorrow 4pm"
    long = "word " * 5000 + "tomorrow 4pm"
    found = when.find(long, WED)
    assert found is not None
    assert long[found.start : found.end] == "tomorrow 4pm"
    found = when.find("tomorrow " + "word " * 5000, WED)
    assert found == when.Reading("2026-03-05", 0, 8)


SAID = [
    # due, short, long
    ("2026-03-04", "today", "Wednesday, March 4"),
    ("2026-03-04T16:00", "4:00 PM", "Wednesday, March 4, 4:00 PM"),
    ("2026-03-04T12:00", "noon", "Wednesday, March 4, noon"),
    ("2026-03-05", "tomorrow", "Thursday, March 5"),
    ("2026-03-05T00:05", "tomorrow 12:05 AM", "Thursday, March 5, 12:05 AM"),
    ("2026-03-06", "Fri", "Friday, March 6"),
    ("2026-03-10T09:30", "Tue 9:30 AM", "Tuesday, March 10, 9:30 AM"),
    ("2026-03-11", "March 11", "Wednesday, March 11"),
    ("2026-06-30T12:30", "June 30, 12:30 PM", "Tuesday, June 30, 12:30 PM"),
    ("2027-06-30", "June 30, 2027", "Wednesday, June 30, 2027"),
    ("2026-03-03", "yesterday", "Tuesday, March 3"),
    ("2026-03-02", "Mon", "Monday, March 2"),
    ("2026-02-25", "February 25", "Wednesday, February 25"),
    ("2025-12-31", "December 31, 2025", "Wednesday, December 31, 2025"),
    ("some day", "some day", "some day"),
]


@pytest.mark.parametrize(("due", "short", "long"), SAID)
def test_dates_are_said_as_people_say_them(due: str, short: str, long: str) -> None:
    assert when.say(due, WED) == short
    assert when.say(due, WED, long=True) == long


def test_times_and_distances_are_said() -> None:
    assert [when.say_time(text) for text in ("16:00", "12:00", "2026-03-04T00:00", "09:05", "2026-03-04", "?")] == [
        "4:00 PM", "noon", "12:00 AM", "9:05 AM", "", "",
    ]  # fmt: skip
    assert when.since("2026-03-02", WED) == "since Mon"
    assert when.since("2026-03-03T16:00", WED) == "since Tue"
    assert when.since("2026-02-26", WED) == "since Thu"
    assert when.since("2026-02-02", WED) == "since February 2"
    assert when.since("2025-06-02T10:00", WED) == "since June 2, 2025"
    assert when.since("2026-03-04T09:00", WED) == "since 9:00 AM"
    dues = ("2026-03-04", "2026-03-05T09:00", "2026-03-12", "2026-03-03", "2026-03-02")
    assert [when.until(due, WED) for due in dues] == ["today", "tomorrow", "in 8 days", "yesterday", "2 days ago"]


@given(st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)), st.integers(-3000, 3000), st.integers(0, 1439))
@settings(max_examples=300, deadline=None)
def test_what_is_said_at_length_reads_back(now: datetime, days: int, minute: int) -> None:
    moment = datetime(now.year, now.month, now.day) + timedelta(days, minutes=minute)
    for due in (moment.date().isoformat(), moment.isoformat(timespec="minutes")):
        said = when.say(due, now, long=True)
        back = when.read_all(said, now)
        if moment.year != now.year or moment.date() >= now.date():
            assert back == due, said
        if moment.date() > now.date():
            assert when.read_all(when.say(due, now), now) == due


PIECES = (
    "every friday 4pm next this of month the 1st last by in 10 days a week from tomorrow at noon mar 31 feb 29 2027 "
    "2026-03-10 3/10 13/45 +2w + - -> ago business end eom 99999 9999 0 years : , . \ud800 \x00 ٣ ٣/٤ مرحبا 🎉 é '"
).split(" ")
NOISE = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join),
    st.text("0123456789/:-+ amp", max_size=20),
)


@given(NOISE, st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_text_is_too_odd(text: str, now: datetime, day_first: bool) -> None:
    due = when.read_all(text, now, day_first=day_first)
    assert due is None or datetime.fromisoformat(due)
    found = when.find(text, now, day_first=day_first)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert datetime.fromisoformat(found.due)
        when.say(found.due, now), when.since(found.due, now), when.until(found.due, now)


LONG = ("a ", "1 ", "every ", "in 10 days from ", "the last ", "x" * 9999, "friday, ", "4pm - ", "#")


@pytest.mark.parametrize("piece", LONG)
def test_long_lines_are_read_without_much_ado(piece: str) -> None:
    text = (piece * 10_000)[:9_990] + " tomorrow"
    assert calls(lambda: when.find(text, WED)) < 12_000
