"""The front door: who waits, who is on the waitlist, who went away quietly, who was answered; and the figures."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from organizer.door import figures as counting
from organizer.door.clock import Clock
from organizer.door.figures import Figures
from organizer.door.outcomes import is_full, is_open, state, tried
from organizer.ids import short
from organizer.practice import Practice
from organizer.records.door import Inquiry, Quiet

LATELY = 30
"""Days for which who was answered is shown."""
MONTHS_BACK = 13
"""Months of the archive that a year of figures needs: what came in then was over later."""


class Waiting(NamedTuple):
    """Someone who waits to hear from me: `due` is by when, in the time of here; `part` how much of that time is gone, 0
    to 1, and more when it is past; `minutes` the office time waited; `tried` how often word was left for them."""

    inquiry: Inquiry
    due: datetime
    part: float
    minutes: int
    tried: int = 0


class OnList(NamedTuple):
    """Someone on the waitlist: since when, and the ISO date on which it is looked at again."""

    inquiry: Inquiry
    since: str
    review: str


class DoorView(NamedTuple):
    """What the page and `organizer door` show: who is due first; the waitlist by its days; who went away; who was
    answered lately, the latest first. `full` says whether there is no room now."""

    waiting: tuple[Waiting, ...]
    waitlist: tuple[OnList, ...]
    quiet: tuple[Quiet, ...]
    lately: tuple[Inquiry, ...]
    full: bool = False


class DoorFigures(NamedTuple):
    """What is counted over a year, and over this month."""

    year: Figures
    month: Figures


def waiting(practice: Practice, now: datetime, zone: str = "") -> tuple[Waiting, ...]:
    """Who waits to hear from me, those due first before the others; who was not reached waits to be tried again."""
    clock = Clock(practice, now, zone)
    found = []
    for one in practice.inquiries.values():
        if state(one) in ("waiting", "left word"):
            due, part, minutes = clock.read(one)
            found.append(Waiting(one, due, part, minutes, tried(one)))
    return tuple(sorted(found, key=lambda one: (one.due, one.inquiry.received, one.inquiry.id)))


def asking(practice: Practice, now: datetime, zone: str = "") -> tuple[Waiting, ...]:
    """Those of them it is my turn with: never answered, or to be tried again by now."""
    return tuple(one for one in waiting(practice, now, zone) if not one.tried or one.part >= 1)


def door(practice: Practice, now: datetime, zone: str = "") -> DoorView:
    """The view of a moment."""
    everyone: list[Inquiry] = list(practice.inquiries.values())
    since = (now - timedelta(days=LATELY)).isoformat()
    lately = [one for one in everyone if not is_open(one) and one.answers[-1].at >= since]
    on_list = [OnList(one, _listed(one), one.answers[-1].review or "") for one in everyone if state(one) == "waitlist"]
    quiet = [one for one in practice.quiet.values() if not one.outcome]
    return DoorView(
        waiting(practice, now, zone),
        tuple(sorted(on_list, key=lambda one: (one.review, one.since, one.inquiry.id))),
        tuple(sorted(quiet, key=lambda one: (bool(one.followed), one.since or one.created, one.id))),
        tuple(sorted(lately, key=lambda one: one.answers[-1].at, reverse=True)),
        is_full(practice),
    )


def _listed(one: Inquiry) -> str:
    """Since when it is on the waitlist."""
    return next(answer.at for answer in one.answers if answer.outcome == "waitlist")


def figures(practice: Practice, now: datetime, zone: str = "") -> DoorFigures:
    """What is counted; it reads thirteen months of the archive."""
    parts = practice.recent("inquiries", now.isoformat(), MONTHS_BACK)
    everyone = (one for part in parts for one in part if isinstance(one, Inquiry))
    facts = counting.facts(everyone, Clock(practice, now, zone))
    month = [one for one in facts if one.heard[:7] == f"{now:%Y-%m}"]
    return DoorFigures(counting.figures(facts, now), counting.figures(month, now)._replace(days=now.day))


def standing_word(practice: Practice) -> str:
    """The word that is given to everyone who calls."""
    within = str(practice.setting("answer_within", "one working day"))
    return f"{within}, even when we are full"


# -- as JSON


def inquiry_json(one: Inquiry, practice: Practice, now: datetime, zone: str) -> dict[str, Any]:
    """One inquiry: every field, and how it stands at a local moment."""
    due, part, minutes = Clock(practice, now, zone).read(one)
    waits = state(one) in ("waiting", "left word")
    return {
        "id": short(one.id),
        "uuid": one.uuid,
        "text": one.text,
        "who": one.who,
        "how": one.how,
        "received": one.received,
        "zone": one.zone,
        "full": one.full,
        "state": state(one),
        "due": due.isoformat(timespec="minutes") if waits else None,
        "part": round(part, 2) if waits else None,
        "waited_minutes": minutes if waits else None,
        "tried": tried(one),
        "review": (one.answers[-1].review or None) if state(one) == "waitlist" else None,
        "answers": [{name: getattr(answer, name) for name in answer._fields[:-1]} for answer in one.answers],
    }


def quiet_json(one: Quiet) -> dict[str, Any]:
    """Someone who went away: every field."""
    return {"id": short(one.id), **{name: getattr(one, name) for name in one._fields[1:-1]}}


def figures_json(found: DoorFigures) -> dict[str, Any]:
    """What is counted."""
    return {
        "audit_rate": counting.AUDIT,
        **{
            name: {**one._asdict(), "rate": one.rate, "full_rate": one.full_rate, "in_time_rate": one.in_time_rate}
            for name, one in found._asdict().items()
        },
    }
