"""What comes back: the days of a rule, what time does to an entry, done, skipped, paused and undone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer import repeat as repeats
from organizer.clock import StoppedClock
from organizer.commands.repeating import roll_over
from organizer.office import Office
from organizer.records import Check, Entry, Repeat
from organizer.repeat import notice
from organizer.repeat.rule import FREQUENCIES, WEEKDAYS, days, read
from tests.commands_.tools import Room
from tests.counting import calls

FRI = datetime(2026, 3, 6, 9, 0)
CLAIMS = Entry(
    "c1a1m00000", uuid="u", text="Submit claims", stage="next", area="accounting", due="2026-03-06T16:00",
    start="2026-03-04T16:00", repeat=Repeat("RRULE:FREQ=WEEKLY;BYDAY=FR", anchor="2026-03-06T16:00"),
    step="open the portal", checklist=(Check("Monday", done=True), Check("Tuesday")), waiting_for="payer",
    created="2026-03-01T08:00:00", notes="the blue folder",
)  # fmt: skip


def coming(rule: str, first: str, **rest: Any) -> Repeat:
    """A repeat by its rule and its first occurrence."""
    return Repeat(f"RRULE:FREQ={rule}", anchor=first, **rest)


def task(repeat: Repeat, due: str | None = None, **rest: Any) -> Entry:
    """A task that comes back, due when it first does."""
    return Entry("ta5k000000", text="A task", due=due or repeat.anchor, repeat=repeat, **rest)


def series(room: Room) -> list[Entry]:
    """Every occurrence there is, in order."""
    found = [entry for entry in room.vault.tables["entries"].values() if isinstance(entry, Entry)]
    return sorted(found, key=repeats.standing_for)


# -- the days of a rule


@st.composite
def rules(draw: st.DrawFn) -> str:
    """RRULEs of every kind that is known."""
    freq = draw(st.sampled_from(FREQUENCIES))
    parts = [f"FREQ={freq}"]
    names = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True)
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 5))}")
    if draw(st.booleans()):
        parts.append(f"BYMONTH={','.join(map(str, draw(st.sets(st.integers(1, 12), min_size=1, max_size=4))))}")
    if draw(st.booleans()):
        numbers = st.sets(st.integers(-31, 31).filter(bool), min_size=1, max_size=4)
        parts.append(f"BYMONTHDAY={','.join(map(str, draw(numbers)))}")
    if draw(st.booleans()):
        which = draw(st.sampled_from(["", "1", "2", "4", "5", "-1"])) if freq in ("MONTHLY", "YEARLY") else ""
        parts.append(f"BYDAY={','.join(which + name for name in draw(names))}")
    if len(parts) > 2 and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '1,-1', '2']))}")
    end = draw(st.sampled_from(["", "COUNT=7", "UNTIL=20290301"]))
    return "RRULE:" + ";".join([*parts, end] if end else parts)


@given(rules(), st.dates(date(2020, 1, 1), date(2028, 12, 31)), st.integers(0, 3000))
@settings(max_examples=150, deadline=None)
def test_ten_years_of_a_rule_are_those_of_dateutil(text: str, start: date, later: int) -> None:
    rule = read(text)
    assert rule is not None
    assert read(rule.text()) == rule
    end, since = start + timedelta(3660), start + timedelta(later)
    told = rrulestr(text, dtstart=datetime(start.year, start.month, start.day))
    expected = [there.date() for there in takewhile(lambda there: there.date() <= end, told)]
    assert list(takewhile(lambda day: day <= end, days(rule, start, start))) == expected
    after = [day for day in expected if day >= since]
    assert list(takewhile(lambda day: day <= end, days(rule, start, since))) == after


@pytest.mark.parametrize(
    "text",
    ["", "every friday", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;UNTIL=2026", "FREQ=DAILY;BYDAY=XX",
     "FREQ=YEARLY;BYWEEKNO=3", "FREQ=DAILY;INTERVAL=٣٣٣٣٣٣", "RRULE:", "FREQ=DAILY;FREQ", "FREQ=MONTHLY;BYMONTHDAY=0"],
)  # fmt: skip
def test_a_rule_that_is_not_known_never_comes(text: str) -> None:
    entry = task(Repeat(text, anchor="2026-03-06"))
    assert read(text) is None
    assert repeats.roll(entry, datetime(2027, 1, 1)) == entry
    assert repeats.following(entry, FRI, "x", "y") is None
    assert repeats.upcoming(entry.repeat or Repeat(), "2026-03-06") == []
    assert isinstance(repeats.explain(entry.repeat or Repeat()), str)


def test_a_rule_without_a_day_ends() -> None:
    rule = read("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert rule is not None
    assert list(days(rule, date(2026, 1, 1), date(2026, 1, 1))) == []


def test_ends_of_months_and_leap_years() -> None:
    last = coming("MONTHLY;BYMONTHDAY=-1", "2026-01-31")
    assert repeats.upcoming(last, "2026-01-31") == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
    ]
    clipped = coming("MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2028-01-30")
    assert repeats.upcoming(clipped, "2028-02-01", 2) == ["2028-02-29", "2028-03-30"]
    yearly = Repeat(dates=("02-29", "12-31"), anchor="2027-02-28")
    assert repeats.upcoming(yearly, "2027-01-01", 4) == ["2027-02-28", "2027-12-31", "2028-02-29", "2028-12-31"]
    after = coming("MONTHLY", "2026-01-31", after_completion=True)
    assert repeats.next_after(after, "2026-01-31", "2026-01-31T10:00:00", FRI) == "2026-02-28"
    assert (
        repeats.next_after(coming("YEARLY", "2028-02-29", after_completion=True), "", "2028-02-29", FRI) == "2029-02-28"
    )


def test_the_days_on_which_clocks_change_are_days_like_any_other() -> None:
    daily = coming("DAILY", "2026-03-07T02:30")
    shown = repeats.upcoming(daily, "2026-03-07", 3)
    assert shown == ["2026-03-07T02:30", "2026-03-08T02:30", "2026-03-09T02:30"]
    assert repeats.upcoming(daily, "2026-10-31", 3)[1] == "2026-11-01T02:30"


def test_taxes_move_off_weekends_and_holidays_and_keep_their_name() -> None:
    taxes = Repeat(dates=("04-15", "06-15", "09-15", "01-15"), shift="next-business-day", anchor="2026-04-15")
    assert repeats.upcoming(taxes, "2028-01-01", 4) == ["2028-01-18", "2028-04-17", "2028-06-15", "2028-09-15"]
    entry = task(taxes, "2028-01-18", stage="next")._replace(repeat=taxes._replace(on="2028-01-15"))
    new = repeats.following(entry, datetime(2028, 1, 18, 9), "x", "y")
    assert new is not None
    assert (new.due, repeats.standing_for(new)) == ("2028-04-17", "2028-04-15")
    assert repeats.explain(taxes).endswith("September 15 and January 15, moved to the next business day")


def test_after_an_event_and_notices() -> None:
    summary = Repeat(event="the last session", offset=14)
    assert repeats.event_due(summary, "2026-03-06") == "2026-03-20"
    assert repeats.event_due(Repeat(event="booking", offset=3, business=True), "2026-07-01") == "2026-07-07"
    assert repeats.event_due(coming("DAILY", "2026-03-06"), "2026-03-06") is None
    license = Repeat(leads=(180, 90, 30, 7))
    assert repeats.notices(license, "2026-12-31") == ["2026-07-04", "2026-10-02", "2026-12-01", "2026-12-24"]
    assert repeats.explain(summary) == "14 days after the last session"


SAID = [
    (coming("WEEKLY;INTERVAL=2;BYDAY=MO", "2026-03-09"), "every second Monday"),
    (coming("DAILY;INTERVAL=120", "2026-03-09", after_completion=True), "every 120 days after it is done"),
    (coming("WEEKLY;BYDAY=FR", "2026-03-06T16:00"), "every Friday at 4:00 PM"),
    (coming("WEEKLY;BYDAY=MO,TH", "2026-03-09"), "every Monday and Thursday"),
    (coming("WEEKLY", "2026-03-06"), "every Friday"),
    (coming("MONTHLY;BYMONTHDAY=1,15", "2026-03-15"), "on the 1st and 15th of every month"),
    (coming("MONTHLY;BYMONTHDAY=-1", "2026-03-31"), "on the last day of every month"),
    (coming("MONTHLY;INTERVAL=3", "2026-03-04"), "on the 4th of every 3 months"),
    (coming("MONTHLY;BYDAY=3TH;COUNT=6", "2026-03-19"), "on the third Thursday of every month, 6 times"),
    (coming("YEARLY;INTERVAL=2;BYMONTH=9;BYMONTHDAY=30", "2026-09-30"), "every second year on September 30"),
    (coming("WEEKLY;BYDAY=FR;UNTIL=20260501", "2026-03-06"), "every Friday, until May 1, 2026"),
    (coming("DAILY", "2026-03-06", except_holidays=True, paused=True), "every day, except on holidays, paused"),
    (Repeat(), ""),
]


@pytest.mark.parametrize(("repeat", "words"), SAID)
def test_a_repeat_is_said_in_plain_english(repeat: Repeat, words: str) -> None:
    assert repeats.explain(repeat) == words


# -- what time does


@pytest.mark.parametrize(
    ("catch_up", "now", "due"),
    [
        ("current", "2026-03-07T00:00", "2026-03-06T16:00"),  # left over midnight: still with me
        ("current", "2026-03-12T23:59", "2026-03-06T16:00"),
        ("current", "2026-03-13T00:00", "2026-03-13T16:00"),  # the next one has come
        ("current", "2026-04-08T09:00", "2026-04-03T16:00"),  # asleep for a month: one, not five
        ("current", "2036-03-08T09:00", "2036-03-07T16:00"),
        ("every", "2026-04-08T09:00", "2026-03-06T16:00"),
        ("skip", "2026-03-06T23:59", "2026-03-06T16:00"),
        ("skip", "2026-03-07T00:00", "2026-03-13T16:00"),
        ("skip", "2026-04-08T09:00", "2026-04-10T16:00"),
        ("current", "2026-01-01T09:00", "2026-03-06T16:00"),  # the clock set back
    ],
)
def test_one_open_occurrence_and_the_right_one(catch_up: str, now: str, due: str) -> None:
    room = Room(CLAIMS._replace(repeat=CLAIMS.repeat and CLAIMS.repeat._replace(catch_up=catch_up)))
    room.clock.at = datetime.fromisoformat(now)
    assert roll_over(room.office) is (due != CLAIMS.due)
    (entry,) = series(room)
    assert (entry.id, entry.due) == (CLAIMS.id, due)
    assert not roll_over(room.office)
    if due != CLAIMS.due:
        assert entry.start == (datetime.fromisoformat(due) - timedelta(2)).isoformat(timespec="minutes")
        assert [line.done for line in entry.checklist] == [False, False]
        assert room.vault.log[-1].label == "Came round: Submit claims"


def test_what_was_put_off_by_hand_stays_put_off() -> None:
    room = Room(CLAIMS, now=FRI)
    room.run("entry.later", CLAIMS.id, when="march 16")
    for day in (13, 16):
        room.clock.at = datetime(2026, 3, day, 9)
        assert not roll_over(room.office)
    room.clock.at = datetime(2026, 3, 20, 9)
    assert roll_over(room.office)
    assert room.entry(CLAIMS.id).due == "2026-03-20T16:00"
    assert room.entry(CLAIMS.id).start == "2026-03-18T16:00"


def test_time_is_nothing_to_undo() -> None:
    room = Room(CLAIMS, now=FRI)
    room.run("entry.dread", CLAIMS.id)
    room.run("catch", text="another thing")
    room.clock.at = datetime(2026, 3, 13, 9)
    assert roll_over(room.office)
    assert room.office.undo().label == "Undid · Caught: another thing"


@given(rules(), st.sampled_from(["current", "every", "skip"]), st.lists(st.integers(0, 90), max_size=6))
@settings(max_examples=100, deadline=None)
def test_rolling_ends_and_never_goes_back(text: str, catch_up: str, waits: list[int]) -> None:
    entry = task(Repeat(text, anchor="2026-03-06T10:00", catch_up=catch_up), stage="next")
    now = FRI
    for wait in waits:
        now += timedelta(wait)
        after = repeats.roll(entry, now)
        assert repeats.roll(after, now) == after
        assert (after.due or "") >= (entry.due or "")
        entry = after
        new = repeats.following(entry, now, "n", "u")
        assert new is None or repeats.standing_for(new) > repeats.standing_for(entry)


# -- done, skipped, paused


def test_done_stays_done_and_the_next_one_is_another_entry() -> None:
    room = Room(CLAIMS, now=FRI)
    room.run("entry.done", CLAIMS.id)
    old, new = series(room)
    assert (old.id, old.stage, old.due, old.checklist) == (CLAIMS.id, "done", CLAIMS.due, CLAIMS.checklist)
    assert new.id != old.id
    assert (new.stage, new.due, new.start) == ("next", "2026-03-13T16:00", "2026-03-11T16:00")
    assert (new.step, new.notes, new.area) == (CLAIMS.step, CLAIMS.notes, CLAIMS.area)
    assert (new.waiting_for, new.checklist) == ("", (Check("Monday"), Check("Tuesday")))
    assert new.repeat is not None
    assert (new.repeat.series, new.repeat.on) == (CLAIMS.id, "2026-03-13T16:00")
    assert repeats.key(repeats.series_of(new), repeats.standing_for(new)) == "c1a1m00000@2026-03-13T16:00"
    room.office.undo()
    assert series(room) == [CLAIMS]
    room.office.redo()
    assert series(room) == [old, new]


def test_done_by_a_field_or_the_board_is_done_too() -> None:
    for command, answers in (("entry.edit", {"fields": {"stage": "done"}}), ("entry.move", {"to": "done"})):
        room = Room(CLAIMS, now=FRI)
        room.run(command, CLAIMS.id, **answers)
        assert [entry.due for entry in series(room)] == ["2026-03-06T16:00", "2026-03-13T16:00"]


def test_taken_up_again_takes_the_next_one_back_unless_something_was_done_with_it() -> None:
    room = Room(CLAIMS._replace(waiting_for=""), now=FRI)
    room.run("entry.done", CLAIMS.id)
    room.run("entry.done", CLAIMS.id)
    assert [(entry.id, entry.open) for entry in series(room)] == [(CLAIMS.id, True)]
    room.run("entry.done", CLAIMS.id)
    new = series(room)[1]
    room.run("entry.edit", new.id, fields={"notes": "the payer asked for more"})
    room.run("entry.done", CLAIMS.id)
    assert len(series(room)) == 2
    room.run("entry.done", CLAIMS.id)
    assert len(series(room)) == 2  # the next one is there already


def test_the_clock_set_back_makes_nothing_twice() -> None:
    room = Room(CLAIMS, now=FRI)
    room.run("entry.done", CLAIMS.id)
    for at in (datetime(2026, 2, 1), datetime(2026, 3, 6, 9), datetime(2026, 3, 12)):
        room.clock.at = at
        roll_over(room.office)
        assert [entry.due for entry in series(room)] == ["2026-03-06T16:00", "2026-03-13T16:00"]
    room.clock.at = datetime(2026, 2, 1)
    room.run("entry.done", series(room)[1].id)
    assert [entry.due for entry in series(room)][-1] == "2026-03-20T16:00"
    assert len(series(room)) == 3


@pytest.mark.parametrize(
    ("catch_up", "due"), [("current", "2026-04-10T16:00"), ("every", "2026-03-13T16:00"), ("skip", "2026-04-17T16:00")]
)
def test_done_after_a_month_asleep(catch_up: str, due: str) -> None:
    room = Room(CLAIMS._replace(repeat=CLAIMS.repeat and CLAIMS.repeat._replace(catch_up=catch_up)))
    room.clock.at = datetime(2026, 4, 8, 9)  # a Wednesday
    room.run("entry.done", CLAIMS.id)
    assert [entry.due for entry in series(room) if entry.open] == [due]


def test_after_completion_is_counted_from_the_day_it_is_done() -> None:
    caqh = coming("DAILY;INTERVAL=120;COUNT=2", "2026-03-06", after_completion=True)
    room = Room(task(caqh), now=datetime(2026, 4, 1, 9))
    assert not roll_over(room.office)
    room.run("entry.done", "ta5k000000")
    new = series(room)[1]
    assert (new.due, new.repeat and new.repeat.rule) == ("2026-07-30", "RRULE:FREQ=DAILY;INTERVAL=120;COUNT=1")
    room.run("entry.done", new.id)
    assert len(series(room)) == 2


@pytest.mark.parametrize("end", ["COUNT=2", "UNTIL=20260313"])
def test_a_series_ends(end: str) -> None:
    room = Room(task(coming(f"WEEKLY;{end}", "2026-03-06")), now=FRI)
    room.run("entry.done", "ta5k000000")
    room.run("entry.done", series(room)[1].id)
    assert [entry.stage for entry in series(room)] == ["done", "done"]
    room = Room(task(coming(f"WEEKLY;{end}", "2026-03-06")), now=datetime(2026, 3, 14))
    assert roll_over(room.office)
    assert "does not come again" in room.refuses("entry.skip", "ta5k000000")


def test_skip_moves_on_and_marks_nothing_done() -> None:
    room = Room(CLAIMS, now=FRI)
    assert room.run("entry.skip", CLAIMS.id).label == "Skipped: Submit claims"
    (entry,) = series(room)
    assert (entry.due, entry.start, entry.open) == ("2026-03-13T16:00", "2026-03-11T16:00", True)
    room.office.undo()
    assert series(room) == [CLAIMS]
    room = Room(task(coming("DAILY;INTERVAL=90", "2026-03-06", after_completion=True)), now=FRI)
    room.run("entry.skip", "ta5k000000")
    assert series(room)[0].due == "2026-06-04"


def test_let_go_ends_it_and_what_does_not_come_back_cannot_be_skipped() -> None:
    room = Room(CLAIMS, Entry("0nce000000", text="Once"), now=FRI)
    assert "does not come back" in room.refuses("entry.skip", "0nce000000")
    room.run("entry.drop", CLAIMS.id)
    assert len([entry for entry in series(room) if entry.repeat]) == 1
    assert "finished" in room.refuses("entry.skip", CLAIMS.id)


def test_a_pause_has_no_date_and_makes_nothing_up() -> None:
    room = Room(CLAIMS, now=FRI)
    room.run("repeat.pause", CLAIMS.id)
    assert room.entry(CLAIMS.id).due is None
    room.clock.at = datetime(2026, 5, 6, 9)
    assert not roll_over(room.office)
    room.run("repeat.pause", CLAIMS.id)
    entry = room.entry(CLAIMS.id)
    assert (entry.due, entry.start) == ("2026-05-08T16:00", "2026-05-06T16:00")
    room = Room(CLAIMS, now=FRI)
    room.run("repeat.pause", CLAIMS.id)
    room.run("repeat.pause", CLAIMS.id)
    assert room.entry(CLAIMS.id).due == CLAIMS.due


def test_a_rule_is_set_by_words_and_begins_from_the_day_it_is_due() -> None:
    room = Room(Entry("0nce000000", text="Once", due="2026-03-18T10:00"), now=FRI)
    room.run("repeat.set", "0nce000000", text="every monday")
    assert room.entry("0nce000000").due == "2026-03-23T10:00"
    room.run("repeat.set", "0nce000000", text="every 2 months", catch_up="skip")
    entry = room.entry("0nce000000")
    assert entry.due == "2026-03-23T10:00"
    assert repeats.upcoming(entry.repeat or Repeat(), entry.due or "", 2) == ["2026-03-23T10:00", "2026-05-23T10:00"]
    room.run("entry.edit", "0nce000000", fields={"repeat": "every friday at 3pm"})
    entry = room.entry("0nce000000")
    assert (entry.due, entry.repeat and entry.repeat.catch_up) == ("2026-03-27T15:00", "skip")
    room.run("repeat.set", "0nce000000", text="none")
    assert room.entry("0nce000000").repeat is None
    assert "does not say" in room.refuses("repeat.set", "0nce000000", text="now and then")
    assert "can be" in room.refuses("repeat.set", "0nce000000", catch_up="skip")
    assert "Say how" in room.refuses("repeat.set", "0nce000000")


def test_two_programs_over_one_vault_make_one_occurrence(tmp_path: Path) -> None:
    from data.vault import Vault

    clock = StoppedClock(FRI)
    offices = [Office(Vault.open(tmp_path, background=False), clock, by) for by in ("app", "shell")]
    offices[0].run("catch", text="Submit claims every friday 4pm")
    offices[1].refresh()
    (id,) = (entry.id for entry in offices[1].practice.entries.values())
    clock.at = datetime(2026, 3, 20, 0, 0)
    assert [roll_over(office) for office in offices] == [True, False]
    for office in offices:
        office.refresh()
        assert [(entry.id, entry.due) for entry in office.practice.entries.values()] == [(id, "2026-03-20T16:00")]
    offices[0].run("entry.done", (id,))
    assert sorted(entry.due or "" for entry in list(offices[0].practice.entries.values())) == [
        "2026-03-20T16:00", "2026-03-27T16:00",
    ]  # fmt: skip
    offices[1].refresh()
    assert offices[0].practice.entries == offices[1].practice.entries
    for office in offices:
        office.close()


def test_a_rule_is_asked_far_ahead_and_not_counted_out() -> None:
    far = coming("DAILY;INTERVAL=2", "0001-01-01")
    assert repeats.upcoming(far, "9000-03-02", 2) == ["9000-03-03", "9000-03-05"]
    assert calls(lambda: repeats.upcoming(far, "9000-03-02", 2)) < 500
    assert repeats.upcoming(CLAIMS.repeat or Repeat(), "2526-03-02", 1) == ["2526-03-08T16:00"]
    assert calls(lambda: repeats.upcoming(CLAIMS.repeat or Repeat(), "2526-03-02", 1)) < 500


# -- reminders


def test_reminders_are_kept_where_they_belong_and_stay_with_every_occurrence() -> None:
    room = Room(CLAIMS, Entry("0nce000000", text="License", due="2026-12-31"), now=FRI)
    room.run("entry.edit", CLAIMS.id, fields={"reminders": "7/2 days, 1h"})
    room.run("entry.edit", "0nce000000", fields={"reminders": "180/90/30/7 days"})
    once, again = room.entry("0nce000000"), room.entry(CLAIMS.id)
    assert once.reminders == ("180d", "90d", "30d", "7d")
    assert repeats.notices_of(once) == ["2026-07-04", "2026-10-02", "2026-12-01", "2026-12-24"]
    assert (again.repeat and again.repeat.leads, again.reminders) == ((7, 2), ("1h",))
    assert repeats.notices_of(again) == ["2026-02-27", "2026-03-04", "2026-03-06T15:00"]
    room.run("entry.done", CLAIMS.id)
    new = next(entry for entry in series(room) if entry.due == "2026-03-13T16:00")
    assert repeats.notices_of(new) == ["2026-03-06", "2026-03-11", "2026-03-13T15:00"]


def test_reminders_stay_when_an_entry_begins_to_come_back_or_ends_to() -> None:
    room = Room(Entry("0nce000000", text="License", due="2026-12-31", reminders=("30d", "2h")), now=FRI)
    room.run("repeat.set", "0nce000000", text="every december 31")
    entry = room.entry("0nce000000")
    assert (entry.repeat and entry.repeat.leads, entry.reminders) == ((30,), ("2h",))
    room.run("repeat.set", "0nce000000", text="none")
    assert room.entry("0nce000000").reminders == ("30d", "2h")
    room.run("entry.edit", "0nce000000", fields={"reminders": ""})
    assert room.entry("0nce000000").reminders == ()


def test_reminders_are_said_in_plain_english() -> None:
    said = {
        ("180d", "90d", "30d", "7d"): "180, 90, 30 and 7 days before",
        ("3d", "1d"): "3 days and 1 day before",
        ("1d", "1h"): "1 day and 1 hour before",
        ("0d", "7d"): "7 days before, and on the day",
        ("30m", "x", ""): "30 minutes before",
        (): "",
    }
    assert {given: notice.say(given) for given in said} == said
