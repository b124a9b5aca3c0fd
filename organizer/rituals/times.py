"""When the rituals come: for the page, and for reminders. What was missed is never made up for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from organizer.practice import Practice
from organizer.records.rituals import Ritual, Run
from organizer.rituals.lists import in_use, runs
from organizer.rituals.rhythm import begins, comes_on, moment, next_day
from organizer.rituals.standing import standing

PAUSE = timedelta(hours=2)
"""For how long after its time a pause at midday is still one."""


def next_times(practice: Practice, day: date) -> list[tuple[str, datetime]]:
    """The rituals that come on a day, by their ids, the earliest first; none on a day of rest."""
    found = [(one.id, moment(practice, one, day)) for one in in_use(practice) if comes_on(practice, one, day)]
    return sorted(found, key=lambda pair: pair[1])


def done_since(practice: Practice, ritual: Ritual, day: str) -> bool:
    """Whether it was done on an ISO date or after."""
    return any(run.ritual == ritual.id and run.done[:10] >= day for run in runs(practice).values() if run.done)


def last_done(practice: Practice, now: datetime) -> dict[str, str]:
    """When each ritual was done last (ISO), within thirteen months."""
    last: dict[str, str] = {}
    for part in practice.recent("runs", now.isoformat()):
        for run in part:
            if isinstance(run, Run) and run.done > last.get(run.ritual, ""):
                last[run.ritual] = run.done
    return last


def next_time(practice: Practice, ritual: Ritual, now: datetime) -> datetime | None:
    """When it comes next: today if it is still to be done, else on its next day; None for whenever."""
    today = now.date()
    if comes_on(practice, ritual, today) and wanted_today(practice, ritual, now):
        return moment(practice, ritual, today)
    found = next_day(practice, ritual, today + timedelta(days=1))
    return moment(practice, ritual, found) if found else None


def wanted_today(practice: Practice, ritual: Ritual, now: datetime) -> bool:
    """Whether it may still be done today: the opening until the office is opened, pause and closing until it is closed,
    the pause for two hours; and each until it was done in its time."""
    today = now.date().isoformat()
    if ritual.id in ("pause", "close"):
        late = ritual.id == "pause" and now > moment(practice, ritual, now.date()) + PAUSE
        return not late and practice.day(today).closed is None and not done_since(practice, ritual, today)
    at = standing(practice, now)
    if ritual.id == "open" and at.day == today and at.opened:
        return False
    return not done_since(practice, ritual, begins(ritual, now.date()).isoformat())
