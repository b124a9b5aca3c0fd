"""What the pages read: Today, the Board, the day's page, lists and search."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer.errors import WrongUse
from organizer.finding.days import due_range
from organizer.finding.finder import Finder, search
from organizer.practice import Practice
from organizer.records import Check, Day, Entry, Placement, Record, Repeat, Setting, Theme
from organizer.views.blocking import comes_first
from organizer.views.board import board
from organizer.views.day import day
from organizer.views.listing import listing
from organizer.views.office_day import office_day
from organizer.views.today import WeekDay, today
from tests.commands_.tools import NOW, Room


def practice_of(*records: Record) -> Practice:
    """A practice that holds these."""
    return Room(*records).office.practice


def made(text: str, **fields: object) -> Entry:
    """An entry whose id is its text."""
    return Entry(text.lower().replace(" ", "-"), text=text, **fields)  # type: ignore[arg-type]


def texts(entries: tuple[Entry, ...] | list[Entry]) -> list[str]:
    """What they say."""
    return [entry.text for entry in entries]


DAY = (
    made("Chosen", due="2026-06-11"),
    made("Plain", due="2026-06-11", created="2026-06-10"),
    made("First", due="2026-06-11", created="2026-06-11", signifiers=("priority",)),
    made("At four", due="2026-06-11T16:00"),
    made("At nine", due="2026-06-11T09:00", kind="event"),
    made("On the page", placements=(Placement("day:2026-06-11"),), created="2026-06-12"),
    made("Moved on", placements=(Placement("day:2026-06-11", "moved"), Placement("day:2026-06-12"))),
    made("Last week", due="2026-06-03"),
    made("Last night", due="2026-06-10T22:00"),
    made("Event gone by", due="2026-06-09", kind="event"),
    made("Note", due="2026-06-11", kind="note"),
    made("Tomorrow", due="2026-06-12"),
    made("Sunday next", due="2026-06-17", kind="event"),
    made("Far off", due="2026-06-18"),
    made("Finished", due="2026-06-11", stage="done", closed="2026-06-11T08:00:00"),
    made("Dropped", due="2026-06-09", stage="let go", closed="2026-06-11T08:00:00"),
)


def test_today_is_what_was_chosen_what_is_due_and_what_is_still_with_me() -> None:
    view = today(practice_of(*DAY, Day("2026-06-11", ("chosen", "finished", "nobody"))), NOW)
    assert texts(view.three) == ["Chosen", "Finished"]
    assert view.three_done == 1
    assert texts(view.also) == ["At nine", "At four", "First", "Plain", "On the page"]
    assert view.also_left == 5
    assert texts(view.still) == ["Last week", "Last night"]


def test_what_was_finished_on_the_page_stays_until_it_is_left() -> None:
    practice = practice_of(*DAY)
    assert "Finished" not in texts(today(practice, NOW).also)
    kept = today(practice, NOW, frozenset({"finished", "dropped"}))
    assert "Finished" in texts(kept.also)
    assert "Dropped" in texts(kept.still)
    assert kept.also_left == len(kept.also) - 1


def test_the_week_ahead_counts_seven_days() -> None:
    week = today(practice_of(*DAY), NOW).week
    assert [day.date for day in week] == [f"2026-06-{number}" for number in range(11, 18)]
    assert week[0] == WeekDay("2026-06-11", 4, 1)
    assert week[1] == WeekDay("2026-06-12", 1, 0)
    assert week[-1] == WeekDay("2026-06-17", 0, 1)


def test_the_days_kept_are_the_working_days_of_this_week() -> None:
    opened = [
        Day("2026-06-08", opened="2026-06-08T09:00:00"),
        Day("2026-06-10", opened="2026-06-10T09:00:00"),
        Day("2026-06-09"),
    ]
    practice = practice_of(*opened)
    assert today(practice, NOW).days_kept == (True, False, True, False)
    assert today(practice, datetime(2026, 6, 14, 12)).days_kept == (True, False, True, False, False)


def test_the_theme_is_the_one_begun_last() -> None:
    practice = practice_of(Theme("a", name="Roots", since="2025-01-01"), Theme("b", name="Room", since="2026-01-01"))
    theme = today(practice, NOW).theme
    assert theme is not None
    assert theme.name == "Room"


def test_an_empty_practice_has_an_empty_day_and_a_board_of_areas() -> None:
    practice = practice_of()
    view = today(practice, NOW)
    assert (view.three, view.also, view.still, view.theme, view.day) == ((), (), (), None, Day("2026-06-11"))
    shown = board(practice, NOW)
    assert [column.name for column in shown.columns][:3] == ["Documentation", "Scheduling", "Record-keeping"]
    assert all(not column.entries for column in shown.columns)
    assert day(practice, "2026-06-11") == listing(practice, NOW) == search(practice, "word", NOW) == []


CARDS = (
    made("Late", area="training", due="2026-06-01"),
    made("Soon", area="training", due="2026-06-12", created="2026-06-02"),
    made("Soon but first", area="training", due="2026-06-12", created="2026-06-03", signifiers=("priority",)),
    made("Some day", area="training", stage="doing"),
    made("Loose", stage="waiting", due="2026-06-11T16:00"),
    made("Retired", area="no-such-area"),
    made("Done now", area="training", stage="done", closed="2026-06-08T00:00:01"),
    made("Done before", area="training", stage="done", closed="2026-06-07T23:59:59"),
    made("Let go", area="training", stage="let go", closed="2026-06-10"),
    made("Event", area="training", kind="event"),
)


def test_the_board_by_area_puts_what_is_due_first() -> None:
    view = board(practice_of(*CARDS), NOW)
    columns = {column.name: texts(column.entries) for column in view.columns}
    assert next(iter(columns)) == "No area yet"
    assert columns["No area yet"] == ["Loose", "Retired"]
    assert columns["Training"] == ["Late", "Soon but first", "Soon", "Some day"]
    assert columns["Systems"] == []
    assert (view.open, view.due_today) == (6, 1)


def test_the_board_by_stage_shows_what_was_done_this_week() -> None:
    view = board(practice_of(*CARDS), NOW, "stage")
    columns = {column.name: texts(column.entries) for column in view.columns}
    assert list(columns) == ["Some day", "Inbox", "Ready", "Under way", "Waiting on someone", "Done this week"]
    assert columns["Done this week"] == ["Done now"]
    assert columns["Under way"] == ["Some day"]
    assert columns["Waiting on someone"] == ["Loose"]


def test_a_card_finished_on_the_board_stays_in_its_column() -> None:
    view = board(practice_of(*CARDS), NOW, keep={"done-now": "training", "let-go": "training"})
    training = next(column for column in view.columns if column.key == "training")
    assert {"Done now", "Let go"} <= set(texts(training.entries))
    assert view.open == 6


def test_by_stage_too_and_only_what_is_finished() -> None:
    view = board(practice_of(*CARDS), NOW, "stage", {"done-now": "doing", "let-go": "waiting", "soon": "waiting"})
    columns = {column.key: texts(column.entries) for column in view.columns}
    assert "Done now" in columns["doing"]
    assert columns["done"] == []
    assert "Let go" in columns["waiting"]
    assert "Soon" in columns["inbox"]


def test_a_days_page_is_in_the_order_it_was_written() -> None:
    page = Placement("day:2026-06-11", "moved")
    practice = practice_of(
        made("Second", created="2026-06-11T10:00", placements=(Placement("day:2026-06-11"),)),
        made("Opening", created="2026-06-11T09:00", placements=(page, Placement("day:2026-06-12"))),
        made("Elsewhere", placements=(Placement("day:2026-06-12"),)),
    )
    assert [(line.entry.text, line.state) for line in day(practice, "2026-06-11")] == [
        ("Opening", "moved"),
        ("Second", "here"),
    ]


def test_lists_by_area_stage_and_words() -> None:
    practice = practice_of(*CARDS)
    assert texts(listing(practice, NOW, area="training", due="this week")) == ["Soon but first", "Soon"]
    assert texts(listing(practice, NOW, area="")) == ["Loose"]
    assert texts(listing(practice, NOW, stage="doing")) == ["Some day"]
    assert texts(listing(practice, NOW, stage="done")) == ["Done before", "Done now"]
    assert texts(listing(practice, NOW, words="soon first")) == ["Soon but first"]
    assert len(listing(practice, NOW)) == 7
    assert len(listing(practice, NOW, everything=True)) == len(CARDS)


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("today", "2026-06-11", "2026-06-11"),
        ("Tomorrow", "2026-06-12", "2026-06-12"),
        ("overdue", "", "2026-06-10"),
        ("week", "2026-06-08", "2026-06-14"),
        ("<= friday", "", "2026-06-12"),
        ("<friday", "", "2026-06-11"),
        (">= june 20", "2026-06-20", "9999-12-31"),
        ("> june 20", "2026-06-21", "9999-12-31"),
        ("<=7d", "", "2026-06-18"),
        ("june 1 .. june 30", "2026-06-01", "2026-06-30"),
        ("monday..friday", "2026-06-08", "2026-06-12"),
        ("friday..monday", "2026-06-12", "2026-06-15"),
        ("dec 20..jan 5", "2026-12-20", "2027-01-05"),
        ("dec 20..june 12", "2025-12-20", "2026-06-12"),
        ("30d..7d", "2026-07-11", "2026-06-18"),
        ("2026-07-01..2026-06-01", "2026-07-01", "2026-06-01"),
        ("..june 30", "", "2026-06-30"),
        ("2026-06-20..", "2026-06-20", "9999-12-31"),
    ],
)
def test_ranges_of_days(given: str, first: str, last: str) -> None:
    assert due_range(given, NOW) == (first, last)


@pytest.mark.parametrize("given", ["fribday", "<=", "june 1..never", ".. ?"])
def test_a_range_that_cannot_be_read(given: str) -> None:
    with pytest.raises(WrongUse, match="is not a day that can be read"):
        due_range(given, NOW)


FINDABLE = (
    made("Pay the insurance", area="accounting", created="2026-06-01"),
    made("Call about it", notes="insurance of the office", created="2026-06-03"),
    made("Insurance card", stage="done", closed="2026-06-01", created="2026-06-09"),
    made("Insurance renewal", created="2026-06-02", checklist=(Check("find the POLICY"),)),
    made("Something else", tags=("Insured",), waiting_for="the payer", step="ask again"),
)


def test_search_finds_every_word_anywhere_best_first() -> None:
    practice = practice_of(*FINDABLE)
    assert texts(search(practice, "INSURANCE", NOW)) == [
        "Insurance renewal",
        "Call about it",
        "Pay the insurance",
        "Insurance card",
    ]
    assert texts(search(practice, "policy insurance", NOW)) == ["Insurance renewal"]
    assert texts(search(practice, "accounting pay", NOW)) == ["Pay the insurance"]
    assert texts(search(practice, "payer again insured", NOW)) == ["Something else"]
    assert search(practice, "insurance moon", NOW) == search(practice, "   ", NOW) == []
    assert len(search(practice, "insurance", NOW, limit=2)) == 2


def test_search_sees_what_was_caught_just_now() -> None:
    room = Room(*FINDABLE)
    finder = Finder(room.office.practice, lambda: NOW)
    assert finder.entries("umbrella") == []
    room.run("catch", text="Umbrella for the waiting room")
    assert texts(finder.entries("umbrella")) == ["Umbrella for the waiting room"]
    room.office.undo()
    assert finder.entries("umbrella") == []


def test_the_office_day_as_a_path() -> None:
    practice = practice_of(Setting("office_pause", "12:30"))
    before = office_day(practice, Day("2026-06-11"), NOW)
    assert (before.stops, before.part, before.is_open) == (("08:30", "12:30", "17:30"), 0.0, False)
    opened = Day("2026-06-11", opened="2026-06-11T08:00:00")
    half = office_day(practice, opened, datetime(2026, 6, 11, 12, 45))
    assert (half.stops[0], half.part, half.is_open) == ("08:00", 0.5, True)
    assert office_day(practice, opened, datetime(2026, 6, 11, 23)).part == 1.0
    closed = office_day(practice, opened._replace(closed="2026-06-11T16:00:00"), NOW)
    assert (closed.stops[2], closed.part, closed.is_open) == ("16:00", 1.0, False)
    late = Day("2026-06-11", opened="2026-06-11T19:00:00")
    assert office_day(practice, late, datetime(2026, 6, 11, 19, 5)).part == 1.0


def test_the_estimates_of_the_day_stand_beside_the_hours_it_has() -> None:
    tasks = [
        Entry(f"long{number}00000", text="A long one", due=NOW.date().isoformat(), estimate=300, created="2026-06-01")
        for number in range(2)
    ]
    view = today(practice_of(*tasks), NOW)
    assert view.planned == 600
    assert office_day(practice_of(), view.day, NOW).left(NOW.replace(hour=14, minute=30)) == 180
    assert office_day(practice_of(), view.day, NOW).left(NOW.replace(hour=20)) == 0


def test_what_is_due_later_is_told_on_its_days_and_after_days_off() -> None:
    records = (
        made("In a month", due="2026-07-11", reminders=("30d", "7d")),
        made("In a week", due="2026-06-18T09:00", reminders=("1w",)),
        made("On Saturday it was", due="2026-06-20", reminders=("7d",)),
        made("Comes back", due="2026-06-13", repeat=Repeat("RRULE:FREQ=WEEKLY", anchor="2026-06-13", leads=(2,))),
        made("Hidden yet", due="2026-07-11", start="2026-07-01", reminders=("30d",)),
        made("Today itself", due="2026-06-11T16:00", reminders=("1h",)),
        made("Done", due="2026-07-11", reminders=("30d",), stage="done"),
    )
    practice = practice_of(*records)
    assert texts(today(practice, NOW).told) == ["Comes back", "In a month"]
    assert texts(today(practice, NOW).also) == ["Today itself"]
    assert texts(today(practice, datetime(2026, 6, 12, 9)).told) == []
    assert texts(today(practice, datetime(2026, 6, 15, 9)).told) == ["On Saturday it was"]


def test_what_comes_first_is_said_as_long_as_it_is_open() -> None:
    first, second = made("First"), made("Gone", stage="done", closed="2026-06-10T08:00:00")
    practice = practice_of(first, second, made("Later", blocked_by=(second.id, first.id)))
    assert comes_first(practice, practice.entries["later"]) == "First"
    assert comes_first(practice, first) == ""
