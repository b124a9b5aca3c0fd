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
        "placements": [{"page": place.page, "state": place.state} for place in entry.placements],
        "deferrals": entry.deferrals,
        "created": entry.created,
        "closed": entry.closed,
        "notes": entry.notes,
        "worst": entry.worst,
        "someday": entry.someday,
        "reminders": list(reminders_of(entry)),
    }
