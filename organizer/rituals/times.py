"""When the rituals come: for the page, and for reminders. What was missed is never made up for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from organizer.front.hours import is_office_day
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


def due_rituals(practice: Practice, now: datetime) -> list[tuple[Ritual, datetime]]:
    """The rituals whose time has come today and that are still to be done, the earliest first.

    Of each there is one at most, however many were missed. On a day of rest, and once the office is closed, there are
    none.
    """
    today = now.date()
    if not is_office_day(practice, today) or practice.day(today.isoformat()).closed:
        return []
    found = []
    for one in in_use(practice):
        if (
            comes_on(practice, one, today)
            and (at := moment(practice, one, today)) <= now
            and wanted(practice, one, now)
        ):
            found.append((one, at))
    return sorted(found, key=lambda pair: pair[1])


def wanted(practice: Practice, ritual: Ritual, now: datetime) -> bool:
    """Whether a ritual of today is still to be done."""
    at = standing(practice, now)
    if ritual.id == "pause" and now > moment(practice, ritual, now.date()) + PAUSE:
        return False
    if ritual.id == "open" and at.day == now.date().isoformat() and at.opened:
        return False
    if ritual.id in ("pause", "close") and not at.is_open:
        return False
    return not done_since(practice, ritual, begins(ritual, now.date()).isoformat())


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
    """Whether it may still be done today: the closing, as long as the office was not closed."""
    late = ritual.id == "pause" and now > moment(practice, ritual, now.date()) + PAUSE
    if ritual.id in ("pause", "close"):
        return (
            not late
            and practice.day(now.date().isoformat()).closed is None
            and not done_since(practice, ritual, now.date().isoformat())
        )
    return wanted(practice, ritual, now)
