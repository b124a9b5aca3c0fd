"""Rituals as rules: when they come, what was missed, the days kept, and where each answer goes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.practice import Practice
from organizer.records import Day, Entry, Record, Setting
from organizer.records.door import Closure
from organizer.records.rituals import Ritual, Run
from organizer.reminding.rituals import rings
from organizer.reminding.span import span
from organizer.rituals.days import away, kept, next_office_day, weeks
from organizer.rituals.kinds import KINDS
from organizer.rituals.lists import in_use
from organizer.rituals.places import is_kept
from organizer.rituals.rhythm import comes_on, next_day, said
from organizer.rituals.shape import ROWS, Scene
from organizer.rituals.shipped import SHIPPED
from organizer.rituals.standing import standing
from organizer.rituals.times import next_time, next_times
from organizer.running import begin
from tests.memory import MemoryVault

NOON = datetime(2026, 6, 11, 12)  # a Thursday
BY_ID = {one.id: one for one in SHIPPED}


def office(*records: Record, now: datetime = NOON) -> Office:
    """An office at a moment."""
    return Office(MemoryVault(*records), StoppedClock(now))


def rung(practice: Practice, now: datetime) -> list[str]:
    """The rituals that rang today and still may be done, by their ids."""
    today = span(practice, now, now, now)
    return [ring.id for ring in rings(practice, today) if ring.at <= now.isoformat(timespec="minutes")]


def opened(*days: str) -> list[Day]:
    """Days on which the office was opened."""
    return [Day(day, opened=f"{day}T08:40:00", closed=f"{day}T17:30:00") for day in days]


def test_what_comes_on_a_day() -> None:
    practice = office().practice
    assert next_times(practice, date(2026, 6, 11)) == [
        ("open", datetime(2026, 6, 11, 8, 30)),
        ("pause", datetime(2026, 6, 11, 13)),
        ("close", datetime(2026, 6, 11, 17, 30)),
    ]
    assert [id for id, _ in next_times(practice, date(2026, 6, 12))] == ["open", "pause", "week", "close"]
    assert next_times(practice, date(2026, 6, 13)) == []
    found = {one.id: next_day(practice, one, date(2026, 6, 11)) for one in SHIPPED}
    assert (found["month"], found["quarter"], found["year"]) == (
        date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 17),
    )  # fmt: skip


def test_a_practice_holiday_pauses_everything() -> None:
    away_now = Closure("c1", first="2026-06-08", last="2026-06-12", what="a week at the sea")
    practice = office(*opened("2026-06-01", "2026-06-05"), away_now).practice
    assert next_times(practice, date(2026, 6, 11)) == []
    assert rung(practice, NOON) == []
    assert kept(practice, NOON.date()) == (0, 0)
    assert {one.how for _, week in weeks(practice, NOON.date())[:1] for one in week} == {"rest"}
    assert away(practice, datetime(2026, 6, 15, 9)) == 0, "the days of the closure are no days without the office"
    assert next_office_day(practice, NOON.date()) == date(2026, 6, 15)
    week = next_day(practice, BY_ID["week"], date(2026, 6, 6))
    assert week == date(2026, 6, 18), "the 19th is a federal holiday"


def test_what_was_missed_does_not_pile_up() -> None:
    practice = office(*opened("2026-04-09")).practice
    assert away(practice, NOON) > 40
    assert rung(practice, NOON) == ["open"]
    running = begin(office(*opened("2026-04-09")), "open")
    assert running.welcome
    assert len(running.questions) == 7
    assert not begin(office(*opened("2026-06-10")), "open").welcome
    assert not begin(office(), "open").welcome, "the first time is no coming back"


def test_left_open_over_midnight() -> None:
    left = Day("2026-06-10", opened="2026-06-10T08:40:00")
    late, morning = datetime(2026, 6, 11, 0, 30), datetime(2026, 6, 11, 8)
    assert standing(office(left).practice, late).opened == "2026-06-10T08:40:00"
    assert not standing(office(left).practice, morning).is_open
    night = office(left, now=late)
    night.run("office.toggle")
    assert night.practice.day("2026-06-10").closed == "2026-06-11T00:30:00"
    assert not night.practice.day("2026-06-11").opened
    day = office(left, now=morning)
    day.run("office.toggle")
    assert day.practice.day("2026-06-11").opened
    assert kept(day.practice, morning.date()) == (2, 2)


def test_the_closing_of_an_evening_that_went_on_past_midnight() -> None:
    vault = MemoryVault(Day("2026-06-10", opened="2026-06-10T08:40:00"))
    clock = StoppedClock(datetime(2026, 6, 10, 23, 50))
    running = begin(Office(vault, clock), "close", brief=True)
    clock.at = datetime(2026, 6, 11, 0, 10)
    again = begin(Office(vault, clock), "close")
    assert again.id == running.id
    assert [again.write("we held on"), again.next(), again.next()] == ["", "", ""]
    day = vault.tables["days"]["2026-06-10"]
    assert isinstance(day, Day)
    assert day.closed == "2026-06-11T00:10:00"
    assert "2026-06-11" not in vault.tables["days"]


@given(some.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), some.integers(-400, 400))
def test_whatever_the_clock_does_the_state_and_the_counts_are_sound(now: datetime, days: int) -> None:
    now = now.replace(microsecond=0)
    earlier = now + timedelta(days=days)
    records: list[Record] = [Day(earlier.date().isoformat(), opened=earlier.isoformat())]
    practice = office(*records, Run("r1", ritual="open", begun=earlier.isoformat(), at="head"), now=now).practice
    opened_days, of = kept(practice, now.date())
    assert 0 <= opened_days <= of <= 7
    assert 0 <= away(practice, now) <= 366
    assert len({*rung(practice, now)}) == len(rung(practice, now)) <= 7
    for one in SHIPPED:
        coming = next_time(practice, one, now)
        assert coming is None or coming.date() >= now.date()
    standing(practice, now)


def test_days_and_months_are_said_with_a_capital_letter() -> None:
    assert said(Ritual("r", rhythm="every second tuesday in may")) == "every second Tuesday in May"
    assert said(Ritual("r", rhythm="on Fridays")) == "on Fridays"


@pytest.mark.parametrize("rhythm", ["every second tuesday", "every 2 weeks", "every friday", "nonsense", ""])
def test_a_rhythm_of_ones_own(rhythm: str) -> None:
    one = Ritual("own", name="Supervision", rhythm=rhythm, at="16:00", since="2026-06-11")
    practice = office(one).practice
    found = [day for day in range(1, 31) if comes_on(practice, one, date(2026, 6, day))]
    wanted = {"every friday": 2, "every second tuesday": 2, "every 2 weeks": 1}
    assert len(found) >= wanted.get(rhythm, 0)
    assert (not found) == (rhythm in ("nonsense", ""))


def test_a_place_is_kept_for_its_time() -> None:
    for id, near, far in (("open", 5, 24), ("week", 24 * 5, 24 * 8), ("month", 24 * 15, 24 * 25)):
        run = Run("r1", ritual=id, begun="2026-06-10T22:00:00", at="x")
        begun = datetime.fromisoformat(run.begun)
        assert is_kept(BY_ID[id], run, begun + timedelta(hours=near))
        assert not is_kept(BY_ID[id], run, begun + timedelta(hours=far))
        assert not is_kept(BY_ID[id], run._replace(done=run.begun), begun)


def test_every_kind_shows_something_in_a_bare_office_and_in_a_full_one() -> None:
    many = [
        Entry(f"{n:010}", text=f"task {n}", area="accounting" if n % 2 else "documentation",
              due=f"2026-06-{n % 28 + 1:02}", waiting_for="payer" if n % 9 == 0 else "", created="2026-04-01T08:00:00")
        for n in range(60)
    ]  # fmt: skip
    for practice in (office().practice, office(*many).practice):
        for name, kind in KINDS.items():
            question = SHIPPED[0].questions[0]._replace(kind=name)
            shown = kind.show(Scene(practice, NOON, "", Run("r1", ritual="open"), question))
            assert len({row.key for row in shown.rows}) == len(shown.rows), name
            assert shown.lines or shown.rows or shown.writes or shown.quiet or name == "look", name
            assert all(way.word and len(way.word) <= 14 for row in shown.rows for way in row.ways), name
            assert kind.about
    assert ROWS == 7


def test_resting_rituals_are_offered_no_more() -> None:
    resting = BY_ID["pause"]._replace(retired=True)
    practice = office(resting).practice
    assert "pause" not in {one.id for one in in_use(practice)}
    assert "pause" not in {id for id, _ in next_times(practice, date(2026, 6, 11))}


def test_times_are_those_the_office_set() -> None:
    practice = office(Setting("office_closes", "19:00"), Setting("office_days", "mon tue")).practice
    assert next_times(practice, date(2026, 6, 9))[-1] == ("close", datetime(2026, 6, 9, 19))
    assert [id for id, _ in next_times(practice, date(2026, 6, 9))] == ["open", "pause", "week", "close"]
    assert next_times(practice, date(2026, 6, 11)) == []


def test_an_opening_that_was_killed_before_its_door_opened_opens_it_when_it_goes_on() -> None:
    held = office()
    held.run("ritual.begin", ritual="open")  # and no further
    assert not standing(held.practice, NOON).is_open
    through = begin(held, "open")
    assert standing(held.practice, NOON).is_open
    held.run("office.close")
    assert "open" not in through.done()
