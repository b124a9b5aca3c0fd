"""The columns of a list from elsewhere: which of ours each one is, by its name."""

from __future__ import annotations

import re

OURS: dict[str, tuple[str, ...]] = {
    "id": ("id", "uuid", "uid"),
    "kind": ("kind",),
    "type": ("type",),
    "text": ("text", "title", "task", "task name", "content", "name", "subject", "summary", "item", "to do", "todo"),
    "area": ("area", "category", "project", "project name", "list", "list name", "section", "group"),
    "stage": ("stage", "status", "column", "state"),
    "signifiers": ("signifiers", "marks"),
    "priority": ("priority", "important", "flagged"),
    "due": ("due", "due date", "date", "deadline", "due on", "end date"),
    "due_time": ("due time", "time"),
    "start": ("start", "start date", "scheduled", "defer date", "not before"),
    "estimate": ("estimate", "minutes", "duration", "estimated minutes"),
    "dread": ("dread",),
    "worst": ("worst", "worst bit"),
    "step": ("step", "next step"),
    "checklist": ("checklist", "subtasks", "steps", "check items"),
    "tags": ("tags", "labels", "label", "tag", "keywords", "contexts"),
    "waiting_for": ("waiting for", "waiting on", "responsible", "assigned to"),
    "waiting_since": ("waiting since",),
    "nudge": ("nudge", "ask again"),
    "someday": ("someday", "some day"),
    "reminders": ("reminders",),
    "notes": ("notes", "note", "description", "details", "comments", "body", "card description"),
    "created": ("created", "created at", "created date", "added", "creation date"),
    "closed": ("closed", "completed", "completed at", "done", "date completed", "completion date", "finished"),
    "repeat": ("repeat", "repeats", "recurrence", "recurring"),
    "repeat_rule": ("repeat rule",),
}
"""Our columns, and the names that other programs have for them, in small letters with single spaces."""

_BY_NAME = {name: ours for ours, names in OURS.items() for name in names}


def column_of(name: str) -> str:
    """Which of ours a column is; "" for none."""
    return _BY_NAME.get(" ".join(re.split(r"[\W_]+", name.strip().lower())).strip(), "")
