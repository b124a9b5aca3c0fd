"""What a small practice needs of its figures (interop.md, 3.3): the mean, how many high, how many low, the trend."""

from __future__ import annotations

from typing import NamedTuple

from organizer.feedback.holding import LEAST
from organizer.records.feedback import Tally

CARE_MEAN, CARE_LOW = 3.5, 20
"""A mean of five under which, and a share of low answers in 100 from which, a question needs care."""
CHANGE, CHANGE_LEAST = 0.5, 10
"""A change is called one when it is more than so much of five, with so many answers both times."""
FEW = 2
"""Counts up to so many are shown as "1+"."""


class Period(NamedTuple):
    """A time with answers enough: its first and last month, how many, and their mean."""

    first: str
    last: str
    n: int
    mean: float


class Measured(NamedTuple):
    """The figures of one question. `of` is 5 or 10; `high` in 100, None where that would single out one or two; `low`
    "0", "1+" or a number; `care` whether it is to be looked at; `change` "up", "down" or ""."""

    n: int
    mean: float
    of: int
    high: int | None
    low: str
    care: bool
    change: str
    periods: tuple[Period, ...]


def quarter(month: str) -> str:
    """ "2026-05" -> "2026-2"."""
    return f"{month[:4]}-{(int(month[5:7]) + 2) // 3}"


def periods(tallies: list[Tally], least: int = LEAST) -> list[list[Tally]]:
    """The portions of a question by quarter, small ones merged forward until there are enough; the last ones that are
    too few wait for more."""
    found: list[list[Tally]] = []
    waiting: list[Tally] = []
    quarters: dict[str, list[Tally]] = {}
    for one in sorted(tallies, key=lambda one: (one.last, one.first, one.id)):
        quarters.setdefault(quarter(one.last), []).append(one)
    for name in sorted(quarters):
        waiting += quarters[name]
        if sum(sum(one.counts) for one in waiting) >= max(LEAST, least):
            found.append(waiting)
            waiting = []
    return found


def measured(tallies: list[Tally], least: int = LEAST) -> Measured | None:
    """The figures of a question with a scale; None where there are not enough."""
    by_time = periods(tallies, least)
    if not by_time:
        return None
    size = len(by_time[0][0].counts)
    base = 0 if size == 11 else 1
    counts = [0] * size
    times = []
    for some in by_time:
        own = [sum(column) for column in zip(*(one.counts for one in some), strict=True)]
        counts = [a + b for a, b in zip(counts, own, strict=True)]
        months = [month for one in some for month in (one.first, one.last)]
        times.append(Period(min(months), max(months), sum(own), _mean(own, base)))
    n, of = sum(counts), 10 if size == 11 else 5
    high, low = sum(counts[-2:]), sum(counts[: 7 if size == 11 else 2])
    mean = _mean(counts, base)
    rare = 0 < n - high <= FEW or 0 < high <= FEW
    many_low = low > FEW and low * 100 >= CARE_LOW * n
    return Measured(
        n, mean, of, None if rare else round(100 * high / n), _few(low), mean < CARE_MEAN * of / 5 or many_low,
        _change(times, of), tuple(times),
    )  # fmt: skip


def _mean(counts: list[int], base: int) -> float:
    return sum((point + base) * count for point, count in enumerate(counts)) / sum(counts)


def _few(number: int) -> str:
    return "1+" if 0 < number <= FEW else str(number)


def _change(times: list[Period], of: int) -> str:
    if len(times) < 2 or min(times[-1].n, times[-2].n) < CHANGE_LEAST:
        return ""
    by = (times[-1].mean - times[-2].mean) * 5 / of
    return "up" if by > CHANGE else "down" if by < -CHANGE else ""
