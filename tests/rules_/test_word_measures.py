"""What is counted of a word given, against a count kept alongside while two thousand promises are lived through."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from statistics import median
from typing import Any

import pytest

from organizer.records.word import Commitment, Step
from organizer.word import measures as counting
from organizer.word import states

NOW = datetime(2026, 6, 11, 9, 14)
MONTHS = ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"] + [f"2026-{n:02}" for n in range(1, 7)]
AREAS = ("documentation", "scheduling", "accounting", "")


class Life:
    """One promise, lived step by step; `ended` is written down as it happens: outcome, when, and the rest."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.area = dice.choice(AREAS)
        self.time = datetime(2024, 12, 1) + timedelta(minutes=dice.randrange(790_000))
        self.steps: list[Step] = []
        self.ended: list[dict[str, Any]] = []
        self.due: datetime | None = None
        self.at = "asked"
        self.broken: dict[str, Any] | None = None

    def step(self, kind: str, due: str | None = None) -> None:
        self.steps.append(Step(kind, self.time.isoformat(timespec="seconds"), due, note="so", told=True))

    def new_due(self) -> str:
        there = self.time + timedelta(minutes=self.dice.randrange(1, 30_000))
        if self.dice.random() < 0.4:
            self.due = datetime(there.year, there.month, there.day) + timedelta(days=1)
            return there.date().isoformat()
        self.due = there.replace(second=0)
        if self.due <= self.time:
            self.due += timedelta(minutes=1)
        return self.due.isoformat(timespec="minutes")

    def end(self, outcome: str, at: datetime) -> None:
        self.ended.append({"outcome": outcome, "at": at, "due": self.due, "area": self.area})

    def live(self) -> None:
        """Until now, or until it is over with."""
        asked = self.dice.random() < 0.3
        if asked:
            self.step("ask")
        else:
            self.step("promise", self.new_due())
            self.at = "promised"
        for _ in range(self.dice.randrange(8)):
            self.wait()
            if self.time > NOW or not self.once():
                return
        self.time = NOW
        self.look()

    def wait(self) -> None:
        self.time += timedelta(minutes=self.dice.choice((5, 600, 3000, 9000, 20_000)))
        if self.time <= NOW:
            self.look()
        elif self.at in ("promised", "answering") and self.due and self.due <= NOW:
            self.time = NOW
            self.look()
            self.time += timedelta(1)

    def look(self) -> None:
        """Its time may have passed."""
        if self.at in ("promised", "answering") and self.due and self.time >= self.due:
            self.end("slipped", self.due)
            self.broken, self.at = self.ended[-1], "slipped"

    def once(self) -> bool:
        """Take a step that is open; whether there was one."""
        ways = {
            "asked": ["decline", "counter", "answer by", "promise", "release"],
            "countered": ["decline", "promise", "release"],
            "answering": ["decline", "counter", "promise", "release", "revoke"],
            "promised": ["keep", "keep", "keep", "renegotiate", "release", "revoke"],
            "kept": ["accept", "again"],
            "slipped": ["say", "say", "give up"],
            "said": ["apologize", "give up"],
            "sorry": ["plan"],
            "planned": ["repair", "repair", "give up"],
            "repaired": ["close"],
        }.get(self.at, [])
        if not ways:
            return False
        kind, was = self.dice.choice(ways), self.at
        self.note(kind, was)
        if kind in ("promise", "again", "renegotiate", "answer by"):
            self.step(kind, self.new_due())
        else:
            self.step(kind, "2030-01-01" if kind == "plan" else None)
        self.at = {
            "decline": "declined", "counter": "countered", "answer by": "answering", "promise": "promised",
            "keep": "kept", "accept": "accepted", "again": "promised", "renegotiate": "promised",
            "release": "released", "revoke": "revoked", "say": "said", "apologize": "sorry", "plan": "planned",
            "repair": "repaired", "close": "closed", "give up": "given up",
        }[kind]  # fmt: skip
        return True

    def note(self, kind: str, was: str) -> None:
        """Write down what this step ends."""
        if was == "answering" and kind in ("decline", "counter", "promise"):
            self.end("kept", self.time)
        elif kind in ("keep", "renegotiate", "revoke"):
            self.end({"keep": "kept", "renegotiate": "moved", "revoke": "revoked"}[kind], self.time)
        elif kind == "again":
            self.ended[-1]["outcome"] = "again"
        elif kind == "say" and self.broken:
            self.broken["said"] = self.time
        elif kind == "repair" and self.broken:
            self.broken.update(outcome="repaired", repaired=self.time)
        elif kind == "give up" and self.broken:
            self.broken["outcome"] = "not repairable"


def lives(seed: int, count: int) -> list[Life]:
    """So many promises."""
    dice = random.Random(seed)
    found = [Life(dice) for _ in range(count)]
    for one in found:
        one.live()
    return found


def middle(values: list[float]) -> float | None:
    return median(values) if values else None


@pytest.mark.parametrize("seed", range(3))
def test_two_thousand_promises_counted_twice(seed: int) -> None:
    everyone = lives(seed, 2000)
    commitments = [Commitment(f"p{n}", area=one.area, steps=tuple(one.steps)) for n, one in enumerate(everyone)]
    told = counting.told(commitments, NOW)
    for days, until in ((90, NOW), (365, NOW), (90, NOW - timedelta(365))):
        window = [end for one in everyone for end in one.ended if until - timedelta(days) < end["at"] <= until]
        good = ("kept", "moved", "revoked", "again", "repaired")
        slips = [end for end in window if end["outcome"] in ("slipped", "repaired", "not repairable")]
        found = counting.measures(told, until, days)
        assert len(window) > 50
        assert found.all == len(window)
        assert found.kept == sum(end["outcome"] == "kept" for end in window)
        assert found.honored == sum(end["outcome"] in good for end in window)
        assert found.slipped == len(slips)
        hours = [(e["due"] - e["at"]).total_seconds() / 3600 for e in window if e["outcome"] in ("moved", "revoked")]
        assert found.notice == pytest.approx(middle(hours))
        said = [(end["said"] - end["at"]).total_seconds() / 86400 for end in slips if "said" in end]
        put_right = [(end["repaired"] - end["at"]).total_seconds() / 86400 for end in slips if "repaired" in end]
        assert found.to_say == pytest.approx(middle(said))
        assert found.to_repair == pytest.approx(middle(put_right))
        assert dict(found.clusters) == {
            area: sum(end["area"] == area for end in slips) for area in {end["area"] for end in slips}
        }
    ends = [end for one in everyone for end in one.ended]
    assert counting.months(told, NOW) == [
        (
            month,
            sum(e["at"].isoformat()[:7] == month and e["outcome"] in good for e in ends),
            sum(e["at"].isoformat()[:7] == month for e in ends),
        )
        for month in MONTHS
    ]


@pytest.mark.parametrize("seed", range(3))
def test_every_step_that_was_lived_was_open_then(seed: int) -> None:
    for one in lives(seed, 300):
        before = Commitment("p")
        for step in one.steps:
            now = datetime.fromisoformat(step.at)
            if before.steps:
                assert states.why_not(before, step, now) == ""
            before = before._replace(steps=(*before.steps, step))


def test_a_hundred_is_said_only_of_all() -> None:
    assert [counting.in_hundred(part, 400) for part in (0, 1, 200, 399, 400)] == [0, 1, 50, 99, 100]
    assert counting.in_hundred(0, 0) is None


def test_open_breakdowns_by_age() -> None:
    slips = [(NOW - timedelta(days=days)).isoformat() for days in (0, 6, 7, 29, 30, 200)]
    assert counting.ages(slips, NOW) == (2, 2, 2)
