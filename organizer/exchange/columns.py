"""The columns of a list from elsewhere: which of ours each one is, by its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

INQUIRIES: dict[str, tuple[str, ...]] = {
    "id": OURS["id"],
    "text": ("text", "about", "reason", "subject", "message", "inquiry", "summary"),
    "who": ("who", "code", "from"),
    "how": ("how", "channel", "source", "by"),
    "received": ("received", "received at", "came in", "called"),
    "zone": ("zone", "time zone"),
    "full": ("full",),
    "state": ("state", "status", "outcome"),
    "heard": ("heard", "answered", "answered at"),
    "last": ("last",),
    "tries": ("tries",),
    "names": ("names",),
    "review": ("review",),
    "note": ("note", "notes", "comments"),
    "created": OURS["created"],
}
PROMISES: dict[str, tuple[str, ...]] = {
    "id": OURS["id"],
    "text": ("text", "promise", "what", "title", "subject", "summary"),
    "who": ("who", "to", "code"),
    "whom": ("whom", "promised to", "owed to"),
    "state": ("state", "status", "kept"),
    "due": OURS["due"],
    "zone": ("zone", "time zone"),
    "times": ("times",),
    "area": OURS["area"],
    "estimate": OURS["estimate"],
    "created": OURS["created"],
    "last": ("last",),
    "note": ("note", "notes", "comments"),
    "steps": ("steps",),
}
LISTS = {"tasks": OURS, "promises": PROMISES, "inquiries": INQUIRIES}
"""The lists that are read, and the columns of each."""

_BY_NAME = {what: {name: ours for ours, names in of.items() for name in names} for what, of in LISTS.items()}


def column_of(name: str, what: str = "tasks") -> str:
    """Which of ours a column of a list is; "" for none."""
    return _BY_NAME[what].get(" ".join(re.split(r"[\W_]+", name.strip().lower())).strip(), "")


def list_of(names: Sequence[str]) -> str:
    """Which list the columns are of: inquiries have a time at which they came, promises somebody they are owed to."""
    for what, sign in (("inquiries", "received"), ("promises", "whom")):
        found = {column_of(name, what) for name in names}
        if {sign, "text"} <= found:
            return what
    return "tasks"
