"""Wins, what they add up to, and the rewards their stars are for."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Win(NamedTuple):
    """One line of what went right. `stars` are 1 to 5, `sticker` one of `organizer.wins.stickers`.

    `of` is what it was for, "" or "entries:ID", "commitments:ID", "feedback:ID" and the like: once for each. `at` is
    the local time, `note` what was written about it, `shared` when its words were last taken out of the office.
    `celebrated` when it was one of the rare ones, the first three of their day.
    """

    id: str
    uuid: str = ""
    text: str = ""
    stars: int = 1
    sticker: str = "star"
    of: str = ""
    at: str = ""
    note: str = ""
    celebrated: bool = False
    shared: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Jar(NamedTuple):
    """What the wins of a month ("2026-06") add up to: how many, their stars, and by day of the month the day, how many,
    how many stars, how many celebrated. Changed with the wins, always in one change; it stays at hand when they go to
    the archive."""

    id: str
    wins: int = 0
    stars: int = 0
    days: tuple[tuple[int, int, int, int], ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()


def poured(jar: Jar, win: Win, sign: int = 1) -> Jar:
    """A jar with a win more, or less."""
    number = int(win.at[8:10])
    add = (0, sign, sign * win.stars, sign * win.celebrated)
    days = {day: (day, wins, stars, rare) for day, wins, stars, rare in jar.days}
    old = days.get(number, (number, 0, 0, 0))
    day, wins, stars, rare = (a + b for a, b in zip(old, add, strict=True))
    days[number] = (day, wins, stars, rare)
    left = tuple(days[at] for at in sorted(days) if days[at][1])
    return jar._replace(wins=jar.wins + sign, stars=jar.stars + sign * win.stars, days=left)


def jars_of(wins: Iterable[Win]) -> dict[str, Jar]:
    """The jars that some wins make, all of them: what the kept ones have to be."""
    found: dict[str, Jar] = {}
    for win in wins:
        month = win.at[:7]
        found[month] = poured(found.get(month) or Jar(month), win)
    return found


class Reward(NamedTuple):
    """What the person promised themselves for so many `stars`, beforehand.

    `created`, `taken` and `dropped` (let go of) are local times. It is taken once; the next time it is promised anew,
    as another. `note` is a line about how it was.
    """

    id: str
    uuid: str = ""
    text: str = ""
    stars: int = 1
    created: str = ""
    taken: str = ""
    dropped: str = ""
    note: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


def _days(value: Any) -> tuple[tuple[int, int, int, int], ...]:
    return tuple([(day, wins, stars, rare) for day, wins, stars, rare in value])


FREEZE: dict[str, Any] = {"days": _days}
"""How the lists of JSON become what does not change."""
