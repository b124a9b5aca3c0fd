"""What is counted of a word given: facts, never a grade (field guide, section 2).

Each time that was promised counts once, when it ended: kept by its time; changed before its time and told (moved,
taken back, or promised again after it was not what they needed); or slipped, which counts from the moment its time
passed and is put right or not. *Kept* is black and white. *Honored* is kept, changed in time, or put right. What others
released, and what was never promised, does not count.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from organizer.records.word import Commitment
from organizer.word.due import slipped_at
from organizer.word.versions import Version, versions

IN_TIME = ("moved", "revoked", "again")
BROKEN = ("slipped", "repaired", "not repairable")
FEW = 10
"""Below so many nothing is said in a hundred."""
AGES = (7, 30)
"""Days by which open breakdowns are told apart: younger than a week, than a month, and older."""


class Told(NamedTuple):
    """A version that ended, and the area of its commitment."""

    version: Version
    area: str


class Measures(NamedTuple):
    """What is counted over some days. `all` is every time promised that ended, `notice` the median of hours between
    telling and the due time of what was changed, `to_say` and `to_repair` the median of days from a breakdown; None
    where there is nothing to count. `clusters` are the areas of breakdowns, the most first."""

    days: int
    all: int
    kept: int
    honored: int
    changed: int
    slipped: int
    notice: float | None
    to_say: float | None
    to_repair: float | None
    clusters: tuple[tuple[str, int], ...]

    @property
    def kept_rate(self) -> int | None:
        """How many in a hundred were kept; None of none."""
        return in_hundred(self.kept, self.all)

    @property
    def honored_rate(self) -> int | None:
        """How many in a hundred were kept, changed in time or put right."""
        return in_hundred(self.honored, self.all)


def in_hundred(part: int, all: int) -> int | None:
    """How many in a hundred; a hundred only when it is all, none only when it is none."""
    if not all:
        return None
    return part * 100 // all if part in (0, all) else min(99, max(1, round(part * 100 / all)))


def said(part: int, all: int) -> str:
    """How many of all, in words: "95 in 100", or "3 of 4" where a hundred would say too much of so few."""
    return f"{part} of {all}" if all < FEW else f"{in_hundred(part, all)} in 100"


def told(commitments: Iterable[Commitment], now: datetime, zone: str = "") -> list[Told]:
    """Every version that ended, of all commitments."""
    return [
        Told(version, commitment.area)
        for commitment in commitments
        for version in versions(commitment, now, zone)
        if version.outcome not in ("open", "released")
    ]


def measures(ended: Iterable[Told], until: datetime, days: int, zone: str = "") -> Measures:
    """What is counted of the days before a moment, of what `told` gave."""
    last, first = until.isoformat(timespec="seconds"), (until - timedelta(days=days)).isoformat(timespec="seconds")
    found = [one for one in ended if first < one.version.at <= last]
    outcomes = [one.version.outcome for one in found]
    changed = [one.version for one in found if one.version.outcome in ("moved", "revoked")]
    broken = [one for one in found if one.version.outcome in BROKEN]
    areas = [one.area for one in broken]
    return Measures(
        days=days,
        all=len(found),
        kept=outcomes.count("kept"),
        honored=sum(outcome in ("kept", "repaired", *IN_TIME) for outcome in outcomes),
        changed=sum(outcome in IN_TIME for outcome in outcomes),
        slipped=len(broken),
        notice=median([_hours(v.at, slipped_at(v.due, v.zone, zone).isoformat(timespec="seconds")) for v in changed]),
        to_say=median([_hours(v.at, v.said) / 24 for v, _ in broken if v.said]),
        to_repair=median([_hours(v.at, v.repaired) / 24 for v, _ in broken if v.repaired]),
        clusters=tuple(sorted(((area, areas.count(area)) for area in set(areas)), key=lambda one: (-one[1], one[0]))),
    )


def months(ended: Iterable[Told], until: datetime, count: int = 12) -> list[tuple[str, int, int]]:
    """The months up to a moment's: "2026-06", how many were honored, and of how many."""
    number = until.year * 12 + until.month - 1
    names = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(number - count + 1, number + 1)]
    tally = {name: [0, 0] for name in names}
    for version, _ in ended:
        if version.at[:7] in tally:
            tally[version.at[:7]][0] += version.outcome in ("kept", "repaired", *IN_TIME)
            tally[version.at[:7]][1] += 1
    return [(name, honored, all) for name, (honored, all) in tally.items()]


def ages(slips: Iterable[str], now: datetime) -> tuple[int, int, int]:
    """How many open breakdowns are younger than a week, than a month, and older; by the moments they slipped."""
    days = [(now - datetime.fromisoformat(at)).days for at in slips]
    young = sum(age < AGES[0] for age in days)
    middle = sum(AGES[0] <= age < AGES[1] for age in days)
    return young, middle, len(days) - young - middle


def median(values: list[float]) -> float | None:
    """The middle one, or the mean of the two in the middle; None of none."""
    ordered = sorted(values)
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _hours(first: str, last: str) -> float:
    return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds() / 3600
