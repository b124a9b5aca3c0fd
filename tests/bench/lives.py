"""What else ten years hold besides entries: promises, wins, people at the door, and times through a ritual."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from organizer.ids import id_of
from organizer.records import Record, Theme
from organizer.records.door import Answer, Inquiry
from organizer.records.rituals import Run
from organizer.records.wins import Win, jars_of
from organizer.records.word import Commitment, Step

PROMISES, WINS, INQUIRIES, RUNS = 5_000, 5_000, 4_000, 7_000
DAYS = 3_650
BIRDS = ("Heron", "Wren", "Otter", "Finch", "Linnet", "Plover")


def lived(now: datetime, dice: random.Random, share: float = 1.0) -> list[Record]:
    """All of it; the same every time for the same dice."""
    wins = list(_wins(now, dice, int(WINS * share)))
    found: list[Record] = [*_promises(now, dice, int(PROMISES * share)), *wins, *jars_of(wins).values()]
    found += [_theme(now.year - back, dice) for back in range(9, -1, -1)]
    return [*found, *_inquiries(now, dice, int(INQUIRIES * share)), *_runs(now, dice, int(RUNS * share))]


def _back(now: datetime, number: int, count: int) -> datetime:
    """When the one of so many was, the newest first."""
    return now - timedelta(minutes=30 + int(number * DAYS * 1440 / max(1, count)))


def _id(dice: random.Random) -> tuple[str, str]:
    digits = f"{dice.getrandbits(128):032x}"
    uuid = "-".join((digits[:8], digits[8:12], f"4{digits[13:16]}", f"8{digits[17:20]}", digits[20:]))
    return id_of(uuid), uuid


def _theme(year: int, dice: random.Random) -> Theme:
    """One a year, since its first day."""
    id, uuid = _id(dice)
    return Theme(id, uuid, f"A quiet {year}", "One thing at a time.", "#6f9f6a", f"{year}-01-01T09:00:00")


def _promises(now: datetime, dice: random.Random, count: int) -> Iterator[Commitment]:
    """Nearly all kept, some put right; of the newest a few are open."""
    for number in range(count):
        id, uuid = _id(dice)
        made = _back(now, number, count)
        due = made + timedelta(days=dice.randrange(1, 9))
        steps = [Step("promise", made.isoformat(timespec="seconds"), due.isoformat(timespec="minutes"))]
        if due < now:
            steps.append(Step("keep", (due - timedelta(hours=2)).isoformat(timespec="seconds")))
        who = f"{dice.choice(BIRDS)} {dice.randrange(1, 60)}"
        at = made.isoformat(timespec="seconds")
        yield Commitment(id, uuid, f"letter number {number}", who, "client", tuple(steps), created=at)


def _wins(now: datetime, dice: random.Random, count: int) -> Iterator[Win]:
    for number in range(count):
        id, uuid = _id(dice)
        at = _back(now, number, count).isoformat(timespec="seconds")
        yield Win(id, uuid, f"Something went right, the {number}th time", dice.choice((1, 1, 2)), at=at)


def _inquiries(now: datetime, dice: random.Random, count: int) -> Iterator[Inquiry]:
    """Four wait; all others were answered within a day."""
    for number in range(count):
        id, uuid = _id(dice)
        came = _back(now, number, count)
        outcome = dice.choice(("appointment", "referred", "full", "waitlist"))
        at = (came + timedelta(hours=dice.randrange(1, 20))).isoformat(timespec="seconds")
        answers = () if number < 4 else (Answer("appointment" if outcome == "waitlist" else outcome, at),)
        received, who = came.isoformat(timespec="seconds"), f"{dice.choice(BIRDS)} {dice.randrange(1, 400)}"
        yield Inquiry(id, uuid, f"a first visit, {number}", who, "phone", received, answers=answers, created=received)


def _runs(now: datetime, dice: random.Random, count: int) -> Iterator[Run]:
    for number in range(count):
        id, uuid = _id(dice)
        begun = _back(now, number, count)
        done = (begun + timedelta(minutes=3)).isoformat(timespec="seconds")
        ritual = "open" if number % 2 else "close"
        yield Run(id, uuid, ritual, begun.isoformat(timespec="seconds"), done)
