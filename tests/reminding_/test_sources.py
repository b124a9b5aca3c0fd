"""What rings and when: by hand, kind by kind."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from organizer.practice import Practice
from organizer.records import Entry, Record, Repeat, Setting
from organizer.records.docs import table_of
from organizer.records.door import Closure, Inquiry
from organizer.records.word import Commitment, Step
from organizer.reminding.asked import of_practice
from organizer.reminding.hours import read_quiet, read_sessions, say_sessions
from organizer.reminding.making import closed_days, schedule
from organizer.reminding.manners import Manners, from_doc, hushed
from organizer.reminding.ring import KINDS, Ring
from organizer.reminding.saying import KIND, of_kinds, of_rings
from organizer.reminding.schedule import from_doc as schedule_of
from organizer.reminding.sources import coming
from organizer.reminding.telling import State, state_of

NOW = datetime(2026, 6, 11, 9, 14)
OLD = "2026-01-02T08:00:00"
NO_RITUALS = Setting("reminders_off", "ritual")


def practice(*records: Record) -> Practice:
    """A practice of these; rituals are left out."""
    tables: dict[str, dict[str, Record]] = {}
    for record in (NO_RITUALS, *records):
        tables.setdefault(table_of(type(record)), {})[record.id] = record
    return Practice(lambda name: dict(tables.get(name, {})))


def rings(*records: Record, days: int = 200) -> list[tuple[str, str, str]]:
    """When, what kind, and how long before."""
    found = coming(practice(*records), NOW, NOW + timedelta(days=days), "", NOW)
    return [(ring.at, ring.kind, ring.lead) for ring in found]


def entry(**fields: Any) -> Entry:
    """A task."""
    return Entry("e000000001", **{"text": "Submit claims", "created": OLD, **fields})


def test_a_task_at_its_time_and_before_it() -> None:
    due = "2026-06-18T16:00"
    assert rings(entry(due=due)) == [(due, "task", "")]
    assert rings(entry(due=due, reminders=("3d", "1h", "15m"))) == [
        ("2026-06-15T08:30", "task", "3d"), ("2026-06-18T15:00", "task", "1h"), ("2026-06-18T15:45", "task", "15m"),
        (due, "task", ""),
    ]  # fmt: skip


def test_a_day_alone_rings_only_when_it_says_so() -> None:
    assert rings(entry(due="2026-06-18")) == []
    assert rings(entry(due="2026-06-18", reminders=("1d", "0d"))) == [
        ("2026-06-17T08:30", "task", "1d"), ("2026-06-18T08:30", "task", "0d"),
    ]  # fmt: skip


def test_an_event_ten_minutes_before_or_as_it_says() -> None:
    due = "2026-06-18T16:00"
    assert rings(entry(kind="event", due=due)) == [("2026-06-18T15:50", "event", "10m")]
    assert rings(entry(kind="event", due=due, reminders=("1h",))) == [("2026-06-18T15:00", "event", "1h")]


@pytest.mark.parametrize(
    "fields", [{"stage": "done"}, {"stage": "let go"}, {"kind": "note"}, {"someday": True}, {"due": None}]
)
def test_what_is_over_or_rests_does_not_ring(fields: dict[str, Any]) -> None:
    assert rings(entry(**{"due": "2026-06-18T16:00", **fields})) == []


def test_what_comes_back_rings_each_time_also_when_nobody_opens_the_app() -> None:
    weekly = Repeat("FREQ=WEEKLY;BYDAY=TH", anchor="2026-06-11T16:00")
    found = rings(entry(due="2026-06-11T16:00", repeat=weekly), days=15)
    assert [at for at, _, _ in found] == ["2026-06-11T16:00", "2026-06-18T16:00", "2026-06-25T16:00"]
    assert rings(entry(due="2026-06-11T16:00", repeat=weekly._replace(paused=True))) == []
    once = weekly._replace(after_completion=True)
    assert len(rings(entry(due="2026-06-11T16:00", repeat=once))) == 1


@pytest.mark.parametrize("text", ["Renew the license", "License renewal", "CAQH re-attestation", "Insurance expires"])
def test_a_renewal_half_a_year_before(text: str) -> None:
    found = rings(entry(text=text, due="2026-12-20"))
    assert [(lead, kind) for _, kind, lead in found] == [(f"{n}d", "renewal") for n in (180, 90, 30, 7)]
    assert found[0][0] == "2026-06-23T08:30"
    own = rings(entry(text=text, due="2026-12-20", reminders=("45d",)))
    assert own == [("2026-11-05T08:30", "renewal", "45d")]


def test_what_was_written_down_late_is_not_told_at_once_of_what_has_passed() -> None:
    late = entry(text="Renew the license", due="2026-12-20", created="2026-12-01T10:00:00")
    found = coming(practice(late), NOW, datetime(2026, 12, 31), "", NOW)
    assert [ring.lead for ring in found] == ["7d"]


def test_a_promise_the_day_before_and_an_hour_before() -> None:
    made = Commitment("c1", who="Heron 7", text="letter", steps=(Step("promise", OLD, "2026-06-18T16:00"),))
    assert rings(made) == [("2026-06-17T08:30", "promise", "1d"), ("2026-06-18T15:00", "promise", "1h")]
    day = made._replace(steps=(Step("promise", OLD, "2026-06-18"),))
    assert rings(day) == [("2026-06-17T08:30", "promise", "1d"), ("2026-06-18T08:30", "promise", "0d")]
    for kind in ("keep", "release"):
        assert rings(made._replace(steps=(*made.steps, Step(kind, "2026-06-10T08:00:00")))) == []
    asked = made._replace(steps=(Step("ask", OLD),))
    assert rings(asked) == []


@pytest.mark.parametrize(
    ("given", "rung"),
    [
        ("2026-06-11T15:00:30", ("2026-06-11T15:00", "promise", "1h")),
        ("2026-06-11T15:01:00", ("2026-06-11T15:50", "promise", "10m")),
        ("2026-06-11T15:50:59", ("2026-06-11T15:50", "promise", "10m")),
        ("2026-06-11T15:51:00", ("2026-06-11T16:00", "promise", "")),
    ],
)
def test_a_promise_for_sooner_than_in_an_hour_rings_before_it_slips(given: str, rung: tuple[str, str, str]) -> None:
    assert rings(Commitment("c1", who="Heron 7", steps=(Step("promise", given, "2026-06-11T16:00"),))) == [rung]


def test_a_new_time_agreed_on_shortly_before_it_rings_as_well() -> None:
    steps = (Step("promise", OLD, "2026-06-11T11:00"), Step("renegotiate", "2026-06-11T10:55:00", "2026-06-11T11:30"))
    assert rings(Commitment("c1", who="Heron 7", steps=steps)) == [("2026-06-11T11:20", "promise", "10m")]


@pytest.mark.parametrize("at", ["", "soon"])
def test_a_promise_of_another_program_with_no_moment_stops_no_bell(at: str) -> None:
    steps = (Step("promise", at, "2026-06-11T16:00", "America/New_York"),)
    rings(Commitment("c1", who="Heron 7", steps=steps))


def test_a_promise_given_far_away_for_the_time_there_rings_an_hour_before_that() -> None:
    step = Step("promise", "2026-06-11T20:00:00", "2026-06-11T16:00", zone="America/New_York")
    made = practice(Commitment("c1", who="Heron 7", steps=(step,)))
    found = coming(made, NOW, NOW + timedelta(days=2), "Europe/Berlin", NOW)
    assert [(ring.at, ring.lead, ring.zone) for ring in found] == [("2026-06-11T15:00", "1h", "America/New_York")]


def test_a_promise_is_due_in_the_zone_it_was_given_in() -> None:
    made = Commitment("c1", who="Heron 7", steps=(Step("promise", OLD, "2026-06-18T16:00", zone="America/New_York"),))
    found = coming(practice(made), NOW, NOW + timedelta(days=30), "Europe/Berlin", NOW)
    assert [(ring.at, ring.zone) for ring in found if ring.lead == "1h"] == [("2026-06-18T15:00", "America/New_York")]


def test_who_waits_an_hour_before_the_standing_word_is_over() -> None:
    asked = Inquiry("i1", who="Wren 4", text="a first visit", received="2026-06-11T09:00:00")
    assert rings(asked) == [("2026-06-12T08:30", "inquiry", "1h")] or rings(asked)[0][1] == "inquiry"


def test_never_for_this_and_kinds_that_are_off() -> None:
    one, two = entry(due="2026-06-18T16:00"), entry(kind="event", due="2026-06-18T17:00")._replace(id="e000000002")
    silent = Setting("reminders_never", ["entries:e000000001"])
    assert [kind for _, kind, _ in rings(one, two, silent)] == ["event"]
    assert rings(one, two, Setting("reminders_off", "task event ritual")) == []


def test_quiet_hours_sessions_closures_and_an_hour_of_quiet() -> None:
    manners = Manners(True, ("20:00", "08:00"), read_sessions("mon-thu 10:00-12:50; fri 9-12"), ("2026-07-03",))
    assert [hour for hour in range(24) if hushed(datetime(2026, 6, 13, hour), manners)] == [*range(8), *range(20, 24)]
    assert hushed(datetime(2026, 6, 11, 12, 49), manners)
    assert not hushed(datetime(2026, 6, 11, 12, 50), manners)
    assert hushed(datetime(2026, 7, 3, 15), manners)
    assert hushed(NOW, manners._replace(hush="2026-06-11T09:30:00"))
    assert not hushed(NOW, manners._replace(hush="2026-06-11T09:00:00"))
    assert from_doc(schedule(practice(), NOW, "", b"x").doc()["manners"]) == of_practice(practice())
    away = Closure("x", first="2026-07-03", last="2026-07-05")
    assert closed_days(practice(away), NOW) == ("2026-07-03", "2026-07-04", "2026-07-05")
    assert closed_days(practice(away._replace(opens="09:00", closes="12:00")), NOW) == ()


@pytest.mark.parametrize(
    ("said", "read"),
    [("20:00-08:00", ("20:00", "08:00")), ("8-20", ("08:00", "20:00")), ("", ()), ("9-9", ()), ("25-3", ())],
)
def test_hours_are_read(said: str, read: tuple[str, ...]) -> None:
    assert read_quiet(said) == read
    assert read_sessions(say_sessions(read_sessions("tue fri 9-10 11-12"))) == read_sessions("tue fri 9-10 11-12")


def test_while_names_are_hidden_only_the_kind_is_said() -> None:
    words = Setting("reminders_level", "words")
    assert of_practice(practice(words)).level == "words"
    assert of_practice(practice(words, Setting("names", "hidden"))).level == "kind"


def test_what_a_notification_says() -> None:
    ring = Ring("promise", "commitments", "c1", "", "", "", "", "letter to the GP", "Heron 7", "Outreach", True)
    mine = ring._replace(kind="task", text="Pay\nthe rent", area="Operations", client=False)
    assert of_rings([ring]) == of_kinds([2]) == "A promise is due."
    assert of_rings([ring, mine]) == "A promise is due, and 1 more."
    assert of_rings([ring], "area") == of_rings([ring], "words") == "A promise is due, Outreach."
    assert of_rings([mine], "words") == "A task is due: Pay the rent."
    assert of_rings([mine], "words", 3) == "A task is due: Pay the rent, and 2 more."
    assert of_kinds([]) == of_kinds([99]) == "A reminder is due."
    assert set(KIND) == set(KINDS)


@pytest.mark.parametrize(
    "doc", [None, [], {}, {"told": 3}, {"told": {"a": "b"}}, {"format": 1, "items": [[1, 2, "x"]]}]
)
def test_a_file_that_makes_no_sense_says_nothing(doc: Any) -> None:
    assert state_of(doc) == State()
    assert schedule_of(doc).items == ()
