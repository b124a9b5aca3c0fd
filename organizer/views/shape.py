"""Records as the JSON that programs read: stable names, documented in docs/cli.md."""

from __future__ import annotations

from typing import Any

from organizer.ids import short
from organizer.records import Entry, plain
from organizer.repeat.notice import reminders_of


def entry_json(entry: Entry) -> dict[str, Any]:
    """One entry: every field, whether it says something or not."""
    return {
        "id": short(entry.id),
        "uuid": entry.uuid,
        "kind": entry.kind,
        "text": entry.text,
        "area": entry.area,
        "stage": entry.stage,
        "due": entry.due,
        "start": entry.start,
        "repeat": None if entry.repeat is None else plain(entry.repeat),
        "estimate": entry.estimate,
        "dread": entry.dread,
        "step": entry.step,
        "checklist": [{"text": line.text, "done": line.done} for line in entry.checklist],
        "signifiers": list(entry.signifiers),
        "tags": list(entry.tags),
        "waiting_for": entry.waiting_for,
        "waiting_since": entry.waiting_since,
        "nudge": entry.nudge,
        "blocked_by": [short(id) for id in entry.blocked_by],
        "placements": _placements(entry),
        "deferrals": entry.deferrals,
        "created": entry.created,
        "closed": entry.closed,
        "notes": entry.notes,
        "worst": entry.worst,
        "someday": entry.someday,
        "reminders": list(reminders_of(entry)),
        "answer": entry.answer,
        "theme": entry.theme,
    }


def _placements(entry: Entry) -> list[dict[str, Any]]:
    """The pages it stands or stood on, each with where it came from and where it went."""
    pages = [place.page for place in entry.placements]
    came, went = [None, *pages], [*pages[1:], None]
    return [
        {"page": place.page, "state": place.state, "from": before, "to": after}
        for place, before, after in zip(entry.placements, came, went, strict=False)
    ]


def commitment_json(commitment: Any, now: Any, zone: str) -> dict[str, Any]:
    """One promise: every field, and how it stands at a local moment."""
    from organizer.word import states

    return {
        "id": short(commitment.id),
        "uuid": commitment.uuid,
        "text": commitment.text,
        "who": commitment.who,
        "whom": commitment.whom,
        "state": states.state(commitment, now, zone),
        "due": states.due(commitment),
        "zone": states.due_zone(commitment),
        "version": states.version(commitment),
        "area": commitment.area,
        "theme": commitment.theme,
        "entry": short(commitment.entry) or None,
        "tasks": [short(id) for id in commitment.tasks],
        "repairs": short(commitment.repairs) or None,
        "follows": short(commitment.follows) or None,
        "confirmed": commitment.confirmed,
        "chosen": commitment.chosen,
        "serves": commitment.serves,
        "repeat": None if commitment.repeat is None else plain(commitment.repeat),
        "estimate": commitment.estimate,
        "created": commitment.created,
        "steps": [
            {name: getattr(step, name) for name in ("kind", "at", "due", "zone", "how", "note", "told", "owed")}
            for step in commitment.steps
        ],
    }


def figures_json(figures: Any) -> dict[str, Any]:
    """What is counted of a word given."""
    return {
        **{name: _measures(getattr(figures, name)) for name in ("quarter", "year", "year_ago")},
        "months": [{"month": month, "honored": honored, "all": all} for month, honored, all in figures.months],
        "open": dict(zip(("week", "month", "older"), figures.ages, strict=True)),
        "this_week": {
            "promises": figures.week,
            "minutes": figures.week_minutes,
            "free_minutes": figures.free_minutes,
        },
    }


def _measures(found: Any) -> dict[str, Any]:
    rounded = {name: value and round(value, 1) for name, value in found._asdict().items() if name != "clusters"}
    areas = [{"area": area, "slipped": count} for area, count in found.clusters]
    return {**rounded, "kept_rate": found.kept_rate, "honored_rate": found.honored_rate, "areas": areas}
