"""A month, minute by minute: two agents and an app that is open now and then, a machine that sleeps, and the days on
which the clock is changed. Each thing is told once, none of it in quiet hours, and the digest has the rest."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organizer.agent.ticking import Look, tick
from organizer.clock import StoppedClock
from organizer.notify import Sent
from organizer.practice import Practice
from organizer.records import Entry, Record, Setting
from organizer.reminding import telling
from organizer.reminding.bell import Bell
from organizer.reminding.manners import Manners, hushed
from organizer.reminding.schedule import Schedule
from organizer.reminding.shared import Alone
from organizer.reminding.telling import Item, State, first_of, instant, wall_of

ZONE = "America/New_York"
SPRING, AUTUMN = datetime(2026, 2, 20), datetime(2026, 10, 16)
"""Two starts: the clocks go forward on March 8 and back on November 1."""
DAYS, MANY = 31, 500
SESSIONS = "mon-thu 10:00-11:50 15:00-16:50"


def practice_of(start: datetime, random: Random, many: int) -> Practice:
    """Tasks and events at any minute of the month, some with times before them; many in the hours that the clock
    skips and in those that come twice."""
    entries = {}
    for number in range(many):
        minute = random.randrange(DAYS * 1440)
        if number % 10 == 0:  # the nights in which the clock is set
            night = datetime(2026, 3, 8) if start == SPRING else datetime(2026, 11, 1)
            minute = int((night - start).total_seconds() // 60) + random.randrange(60, 240)
        due = (start + timedelta(minutes=minute)).isoformat(timespec="minutes")
        leads = random.sample(("10m", "1h", "1d", "3d"), random.randrange(3))
        id = f"e{number:09d}"
        entries[id] = Entry(id, text=f"Thing {number}", due=due, reminders=tuple(leads), kind="task")
    named = {one.id: one for one in (Setting("quiet_hours", "20:00-08:00"), Setting("session_hours", SESSIONS))}
    tables: dict[str, dict[str, Record]] = {"entries": dict(entries), "settings": dict(named)}
    return Practice(lambda name: dict(tables.get(name, {})))


class Machine:
    """A machine with two agents and an app, and everything that was told on it."""

    def __init__(self, practice: Practice, start: datetime) -> None:
        self.practice = practice
        self.box = Alone()
        self.clock = StoppedClock(start, ZONE)
        self.first = self.clock.moment()
        self.bell = Bell(self.box)
        self.told: list[tuple[str, datetime]] = []
        self.popups = 0
        bell = Bell(self.box)
        bell.rings(practice, StoppedClock(start + timedelta(days=DAYS // 2), ZONE))
        self.items, self.manners = bell._items, bell.manners
        self.box.keep(Schedule(tuple(self.items), self.manners, ZONE))
        self.bell.rings = lambda practice, clock: bell._rings  # type: ignore[method-assign]
        self.bell._rings, self.bell._items, self.bell.manners = bell._rings, bell._items, bell.manners
        self._looks = [Look(), Look()]
        self._seen: list[object] = [None, None]

    def agent(self, number: int, now: float, wall: datetime) -> None:
        """One of the agents looks; as a real one it does not look hard before the next thing is due."""
        look = self._looks[number]
        soon = look.next and now >= look.next
        waits = not look.held or hushed(wall, self.manners)
        if self._seen[number] is self.box.state() and not soon and waits:
            return
        self._looks[number] = tick(self.box, now, ZONE, self._send, self._words)
        self._seen[number] = self.box.state()

    def _send(self, title: str, body: str) -> Sent:
        self.popups += 1
        return Sent("popup")

    def _words(self, schedule: Schedule, keys: list[str], kinds: list[int]) -> str:
        self.told += [(key, self.clock.at) for key in keys]
        return "A task is due."

    def app(self, now: float) -> tuple[int, int]:
        """The app looks; how much it told, and how much of that in the digest."""
        names = {id(ring): key for key, ring in self.bell._rings.items()}
        heard = self.bell.look(self.practice, self.clock)
        self.told += [(names[id(ring)], self.clock.at) for ring in (*heard.rings, *heard.digest)]
        return len(heard.rings), len(heard.digest)

    def left(self, now: float) -> list[Item]:
        """What has come and nobody was told of."""
        state = self.box.state()
        return [one for one in self.come(now) if one.key not in state.told]

    def come(self, now: float) -> list[Item]:
        """What has come since anybody first looked, from that day on."""
        first = first_of(self.first, ZONE)
        return [one for one in self.items if first <= instant(one.at, one.zone or ZONE) <= now]


def live(start: datetime, seed: int, many: int, days: int) -> Machine:
    """Live through it."""
    random = Random(seed)
    machine = Machine(practice_of(start, random, many), start)
    moment = start.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    asleep = app_until = 0
    last = days * 1440
    for minute in range(last + 1):
        now = (moment + timedelta(minutes=minute)).timestamp()
        machine.clock.at = wall = wall_of(now, ZONE)
        if minute == last:
            asleep, app_until = 0, minute + 1
        if asleep > minute:
            continue
        if random.randrange(1200) == 0 and minute < last:
            asleep = minute + random.choice((20, 300, 700, 2000, 4500))
            continue
        for number in random.sample((0, 1), 2):
            machine.agent(number, now, wall)
        if app_until > minute:
            machine.app(now)
            if not hushed(wall, machine.manners):
                assert machine.left(now) == [], "the digest is complete"
        elif random.randrange(300) == 0:
            app_until = minute + random.randrange(5, 60)
            machine.bell._opened = False
    return machine


def check(machine: Machine, start: datetime) -> None:
    """What has to hold."""
    now = machine.clock.moment()
    come = {one.key for one in machine.come(now)}
    count = Counter(key for key, _ in machine.told)
    assert set(count) == come, "each is told"
    assert set(count.values()) <= {1}, "and none of them twice"
    assert [at for _, at in machine.told if hushed(at, machine.manners)] == []
    assert machine.popups <= len(come), "what comes together is told together"


@pytest.mark.parametrize("start", [SPRING, AUTUMN], ids=["spring", "autumn"])
def test_a_month_of_minutes_with_five_hundred_things(start: datetime) -> None:
    machine = live(start.replace(hour=13, minute=30), 7, MANY, DAYS - 1)
    assert len(machine.items) > MANY
    check(machine, start)
    nights = [one for one in machine.items if one.at[:12] in ("2026-03-08T0", "2026-11-01T0")]
    assert len(nights) > 8


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([SPRING, AUTUMN]), st.integers(0, 10_000), st.integers(1, 40))
def test_any_month_of_it(start: datetime, seed: int, many: int) -> None:
    begin = (start + timedelta(days=13)).replace(hour=13, minute=30)
    machine = live(begin, seed, many, 7)
    check(machine, begin)


def test_what_the_clock_skips_and_what_comes_twice() -> None:
    def at(text: str) -> str:
        return datetime.fromtimestamp(instant(text, ZONE), UTC).isoformat()

    assert at("2026-03-08T02:30") == "2026-03-08T07:30:00+00:00", "an hour later, at 3:30"
    assert at("2026-11-01T01:30") == "2026-11-01T05:30:00+00:00", "the first of the two"
    assert at("2026-03-09T14:00") == "2026-03-09T18:00:00+00:00", "14:00 stays 14:00"


def test_a_clock_set_back_rings_nothing_twice() -> None:
    machine = Machine(practice_of(AUTUMN, Random(1), 60), AUTUMN)
    moment = AUTUMN.replace(hour=9, tzinfo=ZoneInfo(ZONE)).timestamp()
    for back in (0, 0, 5400, 86400, 0):
        for minute in range(4000):
            now = moment + 60 * minute - back
            machine.clock.at = wall_of(now, ZONE)
            machine.agent(0, now, machine.clock.at)
    assert set(Counter(key for key, _ in machine.told).values()) == {1}


def test_a_claim_of_a_clock_that_was_set_far_back_holds_nothing() -> None:
    now = datetime(2026, 6, 11, 10, tzinfo=UTC).timestamp()
    items = [Item("2026-06-11T09:30", "k")]
    for away in (-300 * 86400.0, -61.0, 61.0, 300 * 86400.0):
        held = telling.claimed(State(begun=now - 7200), ["k"], now + away)
        assert [one.key for one in telling.due(items, held, now, Manners(), "UTC").now] == ["k"], away
        assert not telling.pruned(held, items, now).claims
    fresh = telling.claimed(State(begun=now - 7200), ["k"], now - 5)
    assert not telling.due(items, fresh, now, Manners(), "UTC").now, "somebody is about to tell it"
    assert telling.pruned(fresh, items, now).claims


def test_a_clock_that_was_years_ahead_at_the_first_look_silences_nothing() -> None:
    now = datetime(2026, 6, 11, 10, tzinfo=UTC).timestamp()
    items = [Item("2026-06-11T09:30", "k")]
    ahead = telling.begun(State(), now + 4 * 365 * 86400.0, "UTC")
    assert [one.key for one in telling.due(items, ahead, now, Manners(), "UTC").now] == ["k"]
    assert telling.begun(ahead, now, "UTC").begun == datetime(2026, 6, 11, tzinfo=UTC).timestamp()
