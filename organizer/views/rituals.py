"""The page of the rituals: each with its rhythm, when it was done last and when it comes next; and the days kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records.rituals import Ritual
from organizer.rituals.days import Kept, kept, standing, weeks
from organizer.rituals.lists import every
from organizer.rituals.rhythm import begins, said, time_of
from organizer.rituals.times import last_done, next_time


class RitualLine(NamedTuple):
    """A ritual as it stands: `last` and `next` are ISO times, "" for never and for whenever; `done` is whether it was
    done in the time that is now: today, this week, this month."""

    ritual: Ritual
    last: str
    next: str
    done: bool


class RitualsView(NamedTuple):
    """All rituals in their order, the last weeks with their days, and of this week's office days how many were kept."""

    lines: tuple[RitualLine, ...]
    weeks: tuple[tuple[date, tuple[Kept, ...]], ...]
    kept: tuple[int, int]


def rituals(practice: Practice, now: datetime) -> RitualsView:
    """The view of a moment."""
    last = last_done(practice, now)
    lines = tuple(_line(practice, one, last.get(one.id, ""), now) for one in every(practice))
    return RitualsView(lines, weeks(practice, now.date()), kept(practice, now.date()))


def _line(practice: Practice, ritual: Ritual, last: str, now: datetime) -> RitualLine:
    since = begins(ritual, now.date()).isoformat()
    at = standing(practice, now)
    opened = (ritual.id == "open" and at.opened) or ""
    latest = max(last, opened) if opened else last
    coming = None if ritual.retired else next_time(practice, ritual, now)
    return RitualLine(ritual, latest, coming.isoformat(timespec="minutes") if coming else "", latest[:10] >= since)


def ritual_json(practice: Practice, line: RitualLine) -> dict[str, Any]:
    """A ritual for programs."""
    one = line.ritual
    return {
        "id": one.id,
        "name": one.name,
        "minutes": one.minutes,
        "after": one.after,
        "rhythm": one.rhythm,
        "rhythm_said": said(one),
        "at": time_of(practice, one) if one.rhythm else "",
        "last": line.last or None,
        "next": line.next or None,
        "done": line.done,
        "retired": one.retired,
        "questions": [
            {"id": q.id, "ask": q.ask, "kindness": q.kindness, "kind": q.kind, "off": q.off, "short": q.id in one.short}
            for q in one.questions
        ],
    }
