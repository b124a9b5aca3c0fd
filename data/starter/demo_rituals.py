"""The rituals of the made-up practice: the days it was opened and closed, a few weeks, a month, a season, a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from organizer.records import Day
from organizer.records.rituals import Question, Ritual, Run

Moment = Callable[[str], str]
"""A day of the made-up practice ("-2d 16:00") -> ISO."""

LONGER = (
    ("week", "-6d 15:40", 24), ("week", "-13d 15:50", 26), ("month", "-10d 15:10", 41), ("quarter", "-69d 14:00", 55),
    ("year", "-175d 16:00", 80),
)  # fmt: skip
"""Which, when, and how many minutes it took."""
OWN = Ritual(
    "", name="Supervision hour", minutes=10, after="the Tuesday group", rhythm="every second tuesday", at="16:00",
    short=("q1",), order=8,
    questions=(
        Question("q1", "Which hour stays with me?", "No names, no story; one line.", "line"),
        Question("q2", "What do I bring along?", "One thing is enough.", "task"),
    ),
)  # fmt: skip


def rituals(
    days: Iterable[Day], now: datetime, moment: Moment, uuid_of: Callable[[str], str], id_of: Callable[[str], str]
) -> list[Ritual | Run]:
    """The runs of the days that were opened and closed, the longer ones, and a ritual of one's own."""
    made = [one for day in days for one in _of_day(day)]
    made += [Run("", ritual=ritual, begun=_at(moment(at)), done=_at(moment(at))) for ritual, at, _ in LONGER]
    named = []
    for one in made:
        uuid = uuid_of(f"run {one.ritual} {one.begun}")
        named.append(one._replace(id=id_of(uuid), uuid=uuid))
    uuid = uuid_of(f"ritual {OWN.name}")
    own = OWN._replace(id=id_of(uuid), uuid=uuid, since=moment("-16d")[:10])
    return [own, *(one for one in named if one.done <= now.isoformat(timespec="seconds"))]


def _of_day(day: Day) -> list[Run]:
    found = []
    if day.opened:
        found.append(Run("", ritual="open", begun=day.opened, done=day.opened))
    if day.closed:
        found.append(Run("", ritual="close", begun=day.closed, done=day.closed))
    return found


def _at(given: str) -> str:
    return f"{given}:00" if len(given) == 16 else given
