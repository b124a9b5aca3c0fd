"""A promise that comes back: the next one, once this one is kept or its time has passed."""

from __future__ import annotations

from datetime import datetime

from organizer.records import Repeat
from organizer.records.word import Commitment, Step
from organizer.repeat.occurrences import BACK, counted_down, day_of, due_of, earlier, next_after, occurrences
from organizer.word.due import passed
from organizer.word.states import due, due_zone


def first_due(repeat: Repeat, now: datetime, zone: str = "") -> str | None:
    """When the first one is due that is still ahead; None where there is none."""
    for on in occurrences(repeat, earlier(now.date(), BACK)):
        if not passed(due_of(repeat, on), zone, now, zone):
            return due_of(repeat, on)
    return None


def anchored(repeat: Repeat, by: str) -> Repeat:
    """The rule as it begins with a promise due then, at its hour."""
    return repeat._replace(anchor=f"{(repeat.anchor or by)[:10]}{by[10:]}", on=by)


def following(commitment: Commitment, now: datetime, zone: str, id: str, uuid: str) -> Commitment | None:
    """The next one of a promise that comes back, given at `now`; what was missed on the way is not made up for."""
    repeat, by = commitment.repeat, due(commitment)
    if repeat is None or repeat.paused or not by:
        return None
    repeat = anchored(repeat, repeat.on or by)
    found = _next(repeat, now, due_zone(commitment), zone)
    if found is None:
        return None
    on, there = found
    step = Step("promise", now.isoformat(timespec="seconds"), there, due_zone(commitment))
    return commitment._replace(
        id=id,
        uuid=uuid,
        steps=(step,),
        tasks=(),
        repairs="",
        repeat=counted_down(repeat)._replace(on=on),
        follows=commitment.id,
        created=step.at,
    )


def _next(repeat: Repeat, now: datetime, due_zone: str, zone: str) -> tuple[str, str] | None:
    """The day of the rule that comes after this one, and when it is due."""
    if repeat.after_completion:
        on = next_after(repeat, repeat.on, now.isoformat(timespec="seconds"), now)
        return (on, due_of(repeat, on)) if on else None
    since = max(day_of(repeat.on) or now.date(), earlier(now.date(), BACK))
    for on in occurrences(repeat, since):
        if on > repeat.on and not passed(due_of(repeat, on), due_zone, now, zone):
            return on, due_of(repeat, on)
    return None
