"""The rules of the front door: outcomes, the clock of an inquiry, the figures beside a count by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.archiving import over
from organizer.door import hours
from organizer.door.clock import Clock
from organizer.door.figures import facts, figures
from organizer.door.outcomes import OUTCOMES, TRIES, is_open, outcome_of, state, tried, why_not
from organizer.door.past import past
from organizer.door.whom import code_for, parted
from organizer.lint.codes import codes_in
from organizer.records import Record, to_doc
from organizer.records.door import Answer, Inquiry
from organizer.views.door import asking, door, waiting
from tests.rules_.test_hours import practice

NOW = datetime(2026, 6, 11, 9, 14)
CALL = Inquiry("ca11", text="evenings", who="Heron 7", received="2026-06-10T16:00:00")


def answered(one: Inquiry, *outcomes: str, at: str = "2026-06-11T09:00:00") -> Inquiry:
    return one._replace(answers=tuple(Answer(outcome, at) for outcome in outcomes))


def test_how_an_inquiry_stands_follows_from_what_was_done() -> None:
    assert (state(CALL), is_open(CALL), tried(CALL)) == ("waiting", True, 0)
    for outcome, about in OUTCOMES.items():
        after = answered(CALL, outcome)
        assert state(after) == outcome
        assert is_open(after) is not about.closes
    assert tried(answered(CALL, "left word", "left word")) == 2
    assert tried(answered(CALL, "left word", "waitlist")) == 0


def test_every_edge() -> None:
    for outcome in OUTCOMES:
        assert why_not(CALL, outcome) == ""
        assert why_not(answered(CALL, "waitlist"), outcome) == ""
        twice = answered(CALL, *["left word"] * TRIES)
        assert (why_not(twice, outcome) == "") is (outcome != "left word")
        for closed in (name for name, about in OUTCOMES.items() if about.closes):
            assert "a new call is a new inquiry" in why_not(answered(CALL, closed), outcome)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("left word", "left word"), ("left-word", "left word"), ("Voicemail", "left word"), ("app", "appointment"),
     ("reached", "answered"), ("names", "referred"), ("full", "full"), ("no", ""), ("no-answer", "no answer"),
     ("", ""), ("ghosted", "")],
)  # fmt: skip
def test_outcomes_by_other_words(typed: str, meant: str) -> None:
    assert outcome_of(typed) == meant


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("yesterday 4:50pm", "2026-06-10T16:50"), ("9am", "2026-06-11T09:00"), ("4:50pm", "2026-06-10T16:50"),
        ("friday", "2026-06-05"), ("monday 9am", "2026-06-08T09:00"), ("june 2", "2026-06-02"),
        ("may 30 4pm", "2026-05-30T16:00"), ("today", "2026-06-11"), ("2026-06-01 16:00", "2026-06-01T16:00"),
        ("december 24", "2025-12-24"), ("tomorrow", ""), ("tomorrow 8am", ""), ("in 2 days", ""), ("whenever", None),
    ],
)  # fmt: skip
def test_a_moment_that_has_been(text: str, at: str | None) -> None:
    assert past(text, NOW) == at


def test_who_is_at_the_door() -> None:
    assert parted("Heron 7: asks for evenings") == ("Heron 7", "asks for evenings")
    assert parted("asks Heron 7 for evenings") == ("", "asks Heron 7 for evenings")
    assert parted("Heron 7") == ("", "Heron 7")
    taken = practice(*(Inquiry(f"i{n}", who=f"Heron {n}") for n in range(1, 10)))
    for seed in ("a", "b", "c0ffee"):
        code = code_for(taken, seed)
        assert codes_in(code) == [code]
        assert not code.startswith("Heron")
    assert code_for(taken, "a") == code_for(taken, "a")


def test_the_clock_and_who_is_due_first() -> None:
    late = CALL._replace(id="late", received="2026-06-09T08:40:00")
    half = CALL._replace(id="half", received="2026-06-10T13:00:00")
    new = CALL._replace(id="new", received="2026-06-11T09:10:00")
    again = answered(CALL._replace(id="again"), "left word", at="2026-06-10T16:30:00")
    room = practice(new, half, late, again, answered(CALL._replace(id="gone"), "full"))
    found = {one.inquiry.id: one for one in waiting(room, NOW)}
    assert [*found] == ["late", "half", "again", "new"] or [*found] == ["late", "half", "new", "again"]
    assert found["late"].part > 1
    assert 0.5 < found["half"].part < 0.7
    assert found["new"].part < 0.05
    assert (found["again"].tried, found["again"].due) == (1, datetime(2026, 6, 12, 16, 30))
    assert [one.inquiry.id for one in asking(room, NOW)] == ["late", "half", "new"]
    assert "again" in [one.inquiry.id for one in asking(room, datetime(2026, 6, 12, 16, 30))]


def test_a_journey_moves_no_due_time() -> None:
    call = CALL._replace(received="2026-06-12T16:50:00", zone="America/New_York")
    here = waiting(practice(call), datetime(2026, 6, 13, 9), "America/New_York")[0]
    there = waiting(practice(call), datetime(2026, 6, 13, 6), "America/Los_Angeles")[0]
    assert here.due == datetime(2026, 6, 15, 16, 50)
    assert there.due == datetime(2026, 6, 15, 13, 50)
    assert (here.part, here.minutes) == (there.part, there.minutes)


def test_what_is_over_goes_to_the_archive_and_what_is_open_never_does() -> None:
    old = "2020-01-06T09:00:00"
    for outcome, about in OUTCOMES.items():
        doc = to_doc(answered(CALL, outcome, at=old))
        assert over("inquiries", doc) == ("2020-01-06" if about.closes else "")
    assert over("inquiries", to_doc(CALL._replace(received=old))) == ""


MOMENTS = st.datetimes(datetime(2025, 1, 1), NOW)


@st.composite
def histories(draw: st.DrawFn) -> Inquiry:
    received = draw(MOMENTS).replace(microsecond=0)
    answers, at = [], received
    for outcome in draw(st.lists(st.sampled_from([*OUTCOMES]), max_size=3)):
        at = min(NOW, at + timedelta(minutes=draw(st.integers(1, 9000))))
        answers.append(Answer(outcome, at.isoformat()))
        if OUTCOMES[outcome].closes:
            break
    id = draw(st.uuids()).hex[:10]
    return Inquiry(id, text="x", received=received.isoformat(), full=draw(st.booleans()), answers=tuple(answers))


@settings(max_examples=40, deadline=None)
@given(st.lists(histories(), max_size=40, unique_by=lambda one: one.id))
def test_the_figures_equal_a_count_by_hand(everyone: list[Inquiry]) -> None:
    office = practice(*everyone)
    found = figures(facts(everyone, Clock(office, NOW)), NOW)
    all_, yes, full, full_yes, took, in_time = 0, 0, 0, 0, [], 0
    for one in everyone:
        begin = datetime.fromisoformat(one.received)
        if not (NOW - timedelta(days=365) < begin <= NOW) or [a.outcome for a in one.answers][-1:] == ["no inquiry"]:
            continue
        due = hours.add_working(office, begin, 1)
        heard = bool(one.answers) and one.answers[0].outcome not in ("no answer", "no inquiry")
        if not heard and not one.answers and due > NOW:
            continue
        no_room = one.full or any(a.outcome in ("waitlist", "referred", "full") for a in one.answers)
        all_, full = all_ + 1, full + no_room
        if heard:
            at = datetime.fromisoformat(one.answers[0].at)
            yes, full_yes, in_time = yes + 1, full_yes + no_room, in_time + (at <= due)
            took.append(hours.working_minutes(office, begin, at))
    assert (found.all, found.answered, found.all_full, found.answered_full) == (all_, yes, full, full_yes)
    assert found.in_time == in_time
    assert found.minutes == (median(took) if took else None)


@settings(max_examples=40, deadline=None)
@given(st.lists(histories(), max_size=20, unique_by=lambda one: one.id))
def test_nobody_is_dropped(everyone: list[Inquiry]) -> None:
    view = door(practice(*everyone), NOW)
    seen = {one.inquiry.id for one in view.waiting} | {one.inquiry.id for one in view.waitlist}
    assert seen == {one.id for one in everyone if is_open(one)}


def test_what_another_hand_wrote_is_shown_all_the_same() -> None:
    odd: list[Record] = [CALL._replace(id="a", received=""), CALL._replace(id="b", received="soon")]
    view = door(practice(*odd), NOW)
    assert len(view.waiting) == 2
    assert figures(facts([one for one in odd if isinstance(one, Inquiry)], Clock(practice(), NOW)), NOW).all == 0
