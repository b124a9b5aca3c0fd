"""The breadth of what is read as a day, as a rule, and as neither."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer import capture, when
from organizer import repeat as repeats
from organizer.door.past import past
from organizer.finding.days import past_range
from organizer.records import Repeat
from tests.rules_.date_breadth import DAYS, FREE, IN_A_FIELD, MORE_DAYS, MORE_FREE, MORE_RULES, NO_DAY, NO_DAYS, RULES
from tests.rules_.test_repeat_phrases import first_days

WED = datetime(2026, 3, 4, 10, 0)


@pytest.mark.parametrize(("phrase", "due"), [*DAYS, *MORE_DAYS])
def test_a_day(phrase: str, due: str) -> None:
    assert when.read_all(phrase, WED) == due


@pytest.mark.parametrize(("phrase", "rule", "first"), [*RULES, *MORE_RULES])
def test_a_rule(phrase: str, rule: str, first: str) -> None:
    found = when.find_repeat(phrase, WED)
    assert found is not None
    assert (found.due, found.start, found.end) == (first, 0, len(phrase))
    assert first_days(found.repeat.rule, found.due) == first_days(rule, first)


@pytest.mark.parametrize(("phrase", "due"), IN_A_FIELD)
def test_a_day_in_few_letters_is_read_where_a_day_is_asked_for(phrase: str, due: str) -> None:
    assert when.read_all(phrase, WED) == due
    found = when.find(f"see to it {phrase}", WED)
    assert found is None or found.due[:10] != due[:10] or "T" in due, "in a line it may be anything"


@pytest.mark.parametrize("phrase", [*NO_DAYS, *NO_DAY])
def test_no_day(phrase: str) -> None:
    assert when.read_all(phrase, WED) is None


@pytest.mark.parametrize("line", [*FREE, *MORE_FREE])
def test_a_line_without_a_day_keeps_its_words(line: str) -> None:
    draft = capture.read(line, WED)
    assert (draft.text, draft.due, draft.repeat) == (line, None, None)


# The line, the title that stays, when it is due first, and how it comes back: every kind there is.
KINDS: list[tuple[str, str, str | None, Repeat]] = [
    ("submit claims every friday 4pm, skip missed ones", "submit claims", "2026-03-06T16:00",
     Repeat("RRULE:FREQ=WEEKLY;BYDAY=FR", catch_up="skip", anchor="2026-03-06T16:00")),
    ("post EOBs every weekday catch up every", "post EOBs", "2026-03-04",
     Repeat("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", catch_up="every", anchor="2026-03-04")),
    ("water the plants every friday, paused", "water the plants", None,
     Repeat("RRULE:FREQ=WEEKLY;BYDAY=FR", paused=True, anchor="2026-03-06", on="2026-03-06")),
    ("return calls every weekday except holidays until may 1", "return calls", "2026-03-04",
     Repeat("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260501", except_holidays=True, anchor="2026-03-04")),
    ("send reminders every monday x10", "send reminders", "2026-03-09",
     Repeat("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10", anchor="2026-03-09")),
    ("read labels every 3 business days", "read labels", "2026-03-04",
     Repeat("RRULE:FREQ=DAILY;INTERVAL=3", business=True, anchor="2026-03-04")),
    ("CAQH every 120 days after done", "CAQH", "2026-03-04",
     Repeat("RRULE:FREQ=DAILY;INTERVAL=120", after_completion=True, anchor="2026-03-04")),
    ("taxes every april 15 and june 15 or the next business day", "taxes", "2026-04-15",
     Repeat("RRULE:FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=15", shift="next-business-day", anchor="2026-04-15")),
    ("taxes on 2026-06-14, 2026-09-15 and 2027-01-15, or the next business day", "taxes", "2026-06-15",
     Repeat(dates=("2026-06-14", "2026-09-15", "2027-01-15"), shift="next-business-day", anchor="2026-06-14",
            on="2026-06-14")),
    ("good-faith estimate 1 business day after booking", "good-faith estimate", None,
     Repeat(event="booking", offset=1, business=True)),
    ("estimate 3 business days after the intake of a new client", "estimate", None,
     Repeat(event="the intake of a new client", offset=3, business=True)),
    ("closing summary 2 weeks after each discharge", "closing summary", None, Repeat(event="discharge", offset=14)),
    ("file the certificate the same day as the course", "file the certificate", None, Repeat(event="the course")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "title", "due", "repeat"), KINDS)
def test_every_kind_of_repeat_is_made_by_a_line(line: str, title: str, due: str | None, repeat: Repeat) -> None:
    draft = capture.read(line, WED)
    assert (draft.text.rstrip(","), draft.due, draft.repeat) == (title, due, repeat)
    assert repeats.explain(repeat)
    said = dict(capture.explain(draft, WED, ()))
    assert said["repeats"] == repeats.explain(repeat)


def test_what_lasts_from_one_time_to_another_has_its_length() -> None:
    draft = capture.read("o supervision friday 2-3:30pm", WED)
    assert (draft.text, draft.due, draft.estimate) == ("supervision", "2026-03-06T14:00", 90)
    draft = capture.read("o group mondays from 11 to 1", WED)
    assert (draft.text, draft.due, draft.estimate) == ("group", "2026-03-09T11:00", 120)
    draft = capture.read("o group every monday 2-3pm ~10m", WED)
    assert (draft.due, draft.estimate) == ("2026-03-09T14:00", 10)


def test_business_days_are_counted_out() -> None:
    third = Repeat("RRULE:FREQ=DAILY;INTERVAL=3", business=True, anchor="2026-03-04")
    assert repeats.upcoming(third, "2026-03-05") == [
        "2026-03-09", "2026-03-12", "2026-03-17", "2026-03-20", "2026-03-25",
    ]  # fmt: skip
    ended = third._replace(rule="RRULE:FREQ=DAILY;INTERVAL=3;COUNT=3")
    assert repeats.upcoming(ended, "2026-03-04") == ["2026-03-04", "2026-03-09", "2026-03-12"]
    after = third._replace(after_completion=True)
    assert repeats.next_after(after, "2026-03-04", "2026-03-07T10:00:00", WED) == "2026-03-11"
    off = Repeat("RRULE:FREQ=DAILY;INTERVAL=2", business=True, except_holidays=True, anchor="2026-07-01")
    assert repeats.upcoming(off, "2026-07-01", 3) == ["2026-07-01", "2026-07-06", "2026-07-08"]


def test_an_rrule_can_be_given_as_it_is() -> None:
    found = when.read_repeat("RRULE:FREQ=MONTHLY;BYDAY=-1FR", WED)
    assert found == Repeat("RRULE:FREQ=MONTHLY;BYDAY=-1FR", anchor="2026-03-27")
    assert when.read_repeat("FREQ=HOURLY", WED) is None
    assert when.read_repeat("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", WED) is None


@pytest.mark.parametrize(
    "said", ["tom", "tom 9am", "3d", "10 days", "5 business days", "friday week", "tomorrow", "in 3 days"]
)
def test_what_is_ahead_is_no_day_that_has_been(said: str) -> None:
    assert past(said, WED) == "", "it is still to come"


def test_so_many_days_of_what_has_been_are_the_last() -> None:
    for said, first in (("10 days", "2026-02-22"), ("2 weeks", "2026-02-18"), ("7d", "2026-02-25")):
        assert past_range(said, WED) == (first, "2026-03-04"), said
    for said, day in (("10 days ago", "2026-02-22"), ("2 weeks ago", "2026-02-18"), ("a month ago", "2026-02-04")):
        assert past_range(said, WED) == (day, day), said
    assert past("20260301", WED) == "2026-03-01"
