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
    }


def _placements(entry: Entry) -> list[dict[str, Any]]:
    """The pages it stands or stood on, each with where it came from and where it went."""
    pages = [place.page for place in entry.placements]
    came, went = [None, *pages], [*pages[1:], None]
    return [
        {"page": place.page, "state": place.state, "from": before, "to": after}
        for place, before, after in zip(entry.placements, came, went, strict=False)
    ]
