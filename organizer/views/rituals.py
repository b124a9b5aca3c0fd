"""The page of the rituals: each with its rhythm, when it was done last and when it comes next; and the days kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records.rituals import Ritual
from organizer.rituals.days import Kept, kept, weeks
from organizer.rituals.lists import every
from organizer.rituals.places import at_of, left_off, questions_of
from organizer.rituals.rhythm import begins, said, time_of
from organizer.rituals.standing import standing
from organizer.rituals.times import last_done, next_time


class RitualLine(NamedTuple):
    """A ritual as it stands: `last` and `next` are ISO times, "" for never and for whenever; `done` is whether it was
    done in the time that is now: today, this week, this month; `left` is where it was left, "3 of 7", or ""."""

    ritual: Ritual
    last: str
    next: str
    done: bool
    left: str = ""


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
    at_next = coming.isoformat(timespec="minutes") if coming else ""
    return RitualLine(ritual, latest, at_next, latest[:10] >= since, _left(practice, ritual, now))


def _left(practice: Practice, ritual: Ritual, now: datetime) -> str:
    run = left_off(practice, ritual, now)
    return f"{at_of(ritual, run) + 1} of {len(questions_of(ritual, run))}" if run else ""


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
        "left": line.left or None,
        "retired": one.retired,
        "questions": [
            {"id": q.id, "ask": q.ask, "kindness": q.kindness, "kind": q.kind, "off": q.off, "short": q.id in one.short}
            for q in one.questions
        ],
    }
