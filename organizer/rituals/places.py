"""Where a ritual was left before its end, and for how long the place is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from organizer.practice import Practice
from organizer.records.rituals import Question, Ritual, Run
from organizer.rituals.lists import runs

KEEPS = {"day": timedelta(hours=6), "week": timedelta(days=6), "month": timedelta(days=20)}
LONG = timedelta(days=60)
"""For how long the place in a ritual is kept, by its rhythm; one of a day also until midnight."""


def is_kept(ritual: Ritual, run: Run, now: datetime) -> bool:
    """Whether a run can be gone on with: it is not done, and its place is still kept."""
    if run.ritual != ritual.id or run.done:
        return False
    same_day = run.begun[:10] == now.date().isoformat()
    return same_day or abs(now - datetime.fromisoformat(run.begun)) <= KEEPS.get(ritual.rhythm, LONG)


def left_off(practice: Practice, ritual: Ritual, now: datetime) -> Run | None:
    """The run that was left before its end, and whose place is kept; none where it was done since."""
    mine = [one for one in runs(practice).values() if one.ritual == ritual.id]
    last = max((one for one in mine), key=lambda one: one.begun, default=None)
    return last if last is not None and is_kept(ritual, last, now) else None


def questions_of(ritual: Ritual, run: Run) -> tuple[Question, ...]:
    """The questions of a run: in the short version those alone, and those that are behind."""
    asked = ritual.asked
    if not run.brief:
        return asked
    return tuple(one for one in asked if one.id in ritual.short or one.id in run.passed) or asked[:1]


def at_of(ritual: Ritual, run: Run) -> int:
    """Which question of a run is open; as many as there are when it is done."""
    ids = [one.id for one in questions_of(ritual, run)]
    if run.done:
        return len(ids)
    if run.at in ids:
        return ids.index(run.at)
    return next((at for at, id in enumerate(ids) if id not in run.passed), len(ids))
