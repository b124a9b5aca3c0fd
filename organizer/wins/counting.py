"""What wins add up to. The sums stand in the jars, one a month: they cost the same with ten years of wins as with none,
and stay right when the wins themselves are in the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from organizer.change import Row
from organizer.practice import Practice
from organizer.records.wins import Jar, Reward, Win, poured
from organizer.wins import finding

MOST_STARS = 5
RARE_A_DAY = 3
"""How many wins of a day are celebrated at most (look.md 7)."""
MILESTONES = (10, 25, 50, 100, 250, 500, 1000, 2000, 3000, 5000, 10000)
"""Stars in all that are told when they are reached."""


def jars(practice: Practice) -> dict[str, Jar]:
    """The jars by month."""
    found: dict[str, Any] = practice.table("jars")
    return found


def rewards(practice: Practice) -> list[Reward]:
    """All rewards that were ever written, in the order they were made."""
    return list(finding.rewards(practice).values())


def earned(practice: Practice) -> int:
    """All stars there ever were."""
    return sum(jar.stars for jar in jars(practice).values())


def spent(practice: Practice) -> int:
    """The stars that went into rewards."""
    return sum(reward.stars for reward in rewards(practice) if reward.taken)


def in_hand(practice: Practice) -> int:
    """The stars that are there for the next reward; never less than none."""
    return max(0, earned(practice) - spent(practice))


def celebrated_on(practice: Practice, day: str) -> int:
    """How many wins of an ISO date were celebrated."""
    return next((one[3] for one in _days(practice, day[:7]) if one[0] == int(day[8:10])), 0)


def _days(practice: Practice, month: str) -> tuple[tuple[int, int, int, int], ...]:
    jar = jars(practice).get(month)
    return jar.days if jar else ()


def moved(practice: Practice, before: Iterable[Win], after: Iterable[Win]) -> Iterator[Row]:
    """The rows of the jars when some wins become others."""
    touched: dict[str, Jar] = {}
    for sign, wins in ((-1, before), (1, after)):
        for win in wins:
            month = win.at[:7]
            jar = touched.get(month) or jars(practice).get(month) or Jar(month)
            touched[month] = poured(jar, win, sign)
    for month, jar in touched.items():
        was = jars(practice).get(month)
        kept = jar if jar.wins or jar.extra else None
        if kept != was:
            yield Row("jars", month, was, kept)


def milestone(before: int, after: int) -> int:
    """The highest milestone that was reached on the way from so many stars to so many; 0 for none."""
    return max((stars for stars in MILESTONES if before < stars <= after), default=0)


def waiting(practice: Practice) -> list[Reward]:
    """The rewards that are still to be taken, the nearest first."""
    found = [one for one in rewards(practice) if not one.taken and not one.dropped]
    return sorted(found, key=lambda one: (one.stars, one.created, one.id))


def reached(practice: Practice, before: int, after: int) -> Reward | None:
    """The dearest reward that came within reach on the way from so many stars in hand to so many."""
    found = [one for one in waiting(practice) if before < one.stars <= after]
    return found[-1] if found else None
