"""A home with ten years in it: 30,000 tasks of which about 1,000 are open, 60,000 lines of the journal, 2,500 days,
and what `tests.bench.lives` adds.

By hand: `python -m tests.bench.years HOME [2026-06-11T09:14]`. The same ones every time for the same day.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from data import compact
from data.vault import Vault
from organizer.change import Change, Row
from organizer.clock import from_environment
from organizer.ids import id_of
from organizer.records import TABLES, Day, Entry, Placement, Record, Setting, to_doc
from organizer.records.docs import table_of
from tests.bench.lives import lived
from tests.bench.titles import titles

TASKS, LINES, OPEN = 30_000, 60_000, 1_000
MINUTES = 5_256_000
BATCH = 2_000
AREAS = ("documentation", "scheduling", "accounting", "training", "administration", "systems", "operations")
NOTES = (
    "The printed worksheet is in the drawer",
    "Ask about the school meeting",
    "Left a voicemail, call again after lunch",
    "Needs a signature on page two",
    "The supervisor suggested a shorter plan",
    "Waiting for the insurer's answer",
    "Breathe first; ten minutes are enough",
)


def fill(home: Path, now: datetime, share: float = 1.0) -> int:
    """Fill a home, as if it had been used for ten years; how many records it has then."""
    dice = random.Random(7)
    records: list[Record] = [*_tasks(now, dice, int(TASKS * share)), *_lines(now, dice, int(LINES * share))]
    records += _days(now)
    records += lived(now, dice, share)
    compact.KEEP_CHANGES = 1  # as after years of small changes: no large old log is left
    vault = Vault.open(home, background=False)
    try:
        begun = Setting("first_run", "done")
        with vault.writing():
            vault.commit(Change("Begun", (Row("settings", begun.id, None, begun),)))
        for at in range(0, len(records), BATCH):
            rows = tuple(Row(table_of(type(one)), one.id, None, one) for one in records[at : at + BATCH])
            with vault.writing():
                vault.commit(Change("Filled", rows, at=now.isoformat(timespec="seconds")))
    finally:
        vault.close()
    for number in range(2):  # what came last moves to the archive as well
        vault = Vault.open(home, compact_after=1, background=False)
        vault.table("entries")
        step = Setting(f"bench_{number}", 1)
        with vault.writing():
            vault.commit(Change("Again", (Row("settings", step.id, None, step),), at=now.isoformat(timespec="seconds")))
        vault.close()
    return len(records)


def disk(home: Path) -> tuple[float, float]:
    """What the vault takes, and the plain JSON of its records; MB, without logs and history, which do not grow so."""
    vault = Vault.open(home)
    try:
        parts = [one for name in TABLES for one in ([*vault.table(name).values()], *vault.older(name))]
        plain = sum(len(json.dumps(to_doc(record), ensure_ascii=False).encode()) for part in parts for record in part)
    finally:
        vault.close()
    files = (path for path in (home / "vault").iterdir() if path.name.startswith(("archive-", "base-")))
    return sum(path.stat().st_size for path in files) / 1e6, plain / 1e6


def _moment(now: datetime, dice: random.Random, number: int, count: int) -> datetime:
    """When the one of so many was made."""
    back = int(MINUTES * (1 - (number + 1) / count))
    return now - timedelta(minutes=max(1, back - dice.randrange(600)))


def _uuid(dice: random.Random) -> str:
    digits = f"{dice.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], f"4{digits[13:16]}", f"8{digits[17:20]}", digits[20:]))


def _tasks(now: datetime, dice: random.Random, count: int) -> Iterator[Entry]:
    """Closed within some weeks, but for a part of the newest and a few old ones."""
    for number, title in enumerate(titles(count)):
        made, uuid = _moment(now, dice, number, count), _uuid(dice)
        is_open = dice.random() < (0.6 if number > count - OPEN * 1.5 * count / TASKS else 0.0035)
        done = min(now, made + timedelta(hours=dice.randrange(1, 400)))
        due = (made + timedelta(days=dice.randrange(1, 60))).date().isoformat() if dice.random() < 0.6 else None
        yield Entry(
            id_of(uuid),
            uuid,
            title,
            area=dice.choice(AREAS),
            stage="next" if is_open else "done" if dice.random() < 0.9 else "let go",
            due=due,
            estimate=dice.choice((None, 5, 20, 45)),
            placements=(Placement(f"day:{made.date()}", dice.choice(("here", "here", "moved"))),),
            created=made.isoformat(timespec="seconds"),
            closed=None if is_open else done.isoformat(timespec="seconds"),
            notes=". ".join(dice.sample(NOTES, dice.randrange(3))),
        )


def _lines(now: datetime, dice: random.Random, count: int) -> Iterator[Entry]:
    """Notes and events on their days."""
    for number in range(count):
        made, uuid = _moment(now, dice, number, count), _uuid(dice)
        kind, text = dice.choice(("note", "note", "event")), f"{dice.choice(NOTES)}, line {number}"
        day, at = made.date().isoformat(), made.isoformat(timespec="seconds")
        yield Entry(id_of(uuid), uuid, text, kind, placements=(Placement(f"day:{day}"),), created=at)


def _days(now: datetime) -> Iterator[Day]:
    for back in range(3650, 0, -1):
        day = (now - timedelta(days=back)).date()
        if day.weekday() < 5:
            yield Day(day.isoformat(), opened=f"{day}T09:00:00", closed=f"{day}T17:30:00")


if __name__ == "__main__":
    moment = datetime.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else from_environment().now()
    print(f"{fill(Path(sys.argv[1]), moment):,} records")
