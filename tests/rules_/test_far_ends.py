"""Days and lengths at the far ends of the calendar, and of what numbers can hold: read, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer import when
from organizer.clock import StoppedClock
from organizer.commands.fields import READERS
from organizer.commands.rhythm import read_end
from organizer.door.past import past
from organizer.errors import OrganizerError
from organizer.finding.days import due_range, past_range
from organizer.office import Office
from organizer.records import Entry, Repeat
from organizer.reminding.hours import read_quiet
from organizer.repeat import days_after, explain, upcoming
from organizer.settings import groups
from organizer.settings import read as read_setting
from organizer.views.naming import read_page
from tests.memory import MemoryVault

NOWS = (datetime(1, 1, 3, 12), datetime(9999, 12, 28, 9), datetime(2026, 6, 11, 9, 14))
OFFICES = [Office(MemoryVault(), StoppedClock(now)) for now in NOWS]
SETTINGS = [known for group in groups().values() for known in group]
DAYS = (
    *("week", "next week", "last week", "overdue", "yesterday", "friday", "last friday", "june 12", "december 31"),
    *("9999-12-31", "0001-01-01", "12/31/9999", "9999-12-31 23:59", "the 31st", "eom", "eow", "eoy", "next year"),
    *("end of q4", "feb 29", "a week from friday", "next business day", "second to last friday in december"),
)
NUMBERS = ("0", "3", "9999", "3652059", "9" * 12, "9" * 400, "9" * 5000, "²", "٣", "0001")
UNITS = ("d", "w", "h", "h30", " days", " weeks ago", " months", " years", " hours", " weeks after done")
RULES = ("every 9999 years", "every 999999 weeks", "every year on feb 29", "every friday until dec 31 9999", "feb 29")
BETWEEN = ("at", "of", "to", "before", "after")
one_of = st.sampled_from
texts = st.one_of(
    one_of(DAYS + RULES + NUMBERS),
    st.tuples(one_of(("", "in ", "+", "last ", "every ")), one_of(NUMBERS), one_of(UNITS)).map("".join),
    st.tuples(one_of(("<=", ">", "")), one_of(DAYS), st.just(".."), one_of(("", *DAYS))).map("".join),
    st.lists(one_of(DAYS + NUMBERS + BETWEEN), min_size=2, max_size=4).map(" ".join),
)


def attempts(office: Office, text: str) -> list[Callable[[], Any]]:
    """Every reader of days and lengths, given the text."""
    now, ask, practice = office.clock.now(), office.ask((), {}), office.practice
    return [
        *(lambda read=read: read(ask, text) for read in READERS.values()),
        *(lambda one=one: read_setting(one, text, practice, now) for one in SETTINGS if not one.values),
        lambda: [when.say(day, now) + when.until(day, now) for day in [when.read_all(text, now)] if day],
        lambda: when.find(f"call {text}", now),
        lambda: when.read_reminders(text),
        lambda: [(explain(one), upcoming(one, "2026-06-11", 6)) for one in [when.read_repeat(text, now)] if one],
        lambda: due_range(text, now),
        lambda: past_range(text, now, begins=6),
        lambda: past(text, now),
        lambda: read_end(text, now),
        lambda: read_page(practice, text, now, back=True),
        lambda: read_quiet(text),
    ]


@settings(max_examples=300, deadline=None)
@given(one_of(OFFICES), texts)
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(office: Office, text: str) -> None:
    for attempt in attempts(office, text):
        with suppress(OrganizerError):
            attempt()


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_a_week_ends_where_the_calendar_does(now: datetime) -> None:
    first, last = past_range("week", now)
    assert first <= now.date().isoformat() <= last
    assert past_range(f"{'9' * 30}d", now) == (date.min.isoformat(), now.date().isoformat())


def test_a_raised_figure_is_no_number() -> None:
    assert when.read_all("²", NOWS[2]) is None
    assert when.find("a room of 20 m²", NOWS[2]) is None


@pytest.mark.parametrize("after_completion", [False, True])
@pytest.mark.parametrize("due", ["9999-12-31", "9999-12-29T10:00", "0001-01-01", None])
@pytest.mark.parametrize("now", NOWS, ids=str)
def test_what_comes_back_ends_with_the_calendar(now: datetime, due: str | None, after_completion: bool) -> None:
    entry = Entry("a", due=due, repeat=Repeat("FREQ=DAILY", after_completion=after_completion), created=now.isoformat())
    assert days_after(entry, now) == sorted(days_after(entry, now))
