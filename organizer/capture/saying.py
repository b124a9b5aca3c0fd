"""A draft explained back, in the words of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from organizer.capture.draft import Draft
from organizer.capture.marks import SIGNS
from organizer.records import Area, Repeat
from organizer.when import saying
from organizer.words import DREAD_WORDS


def explain(draft: Draft, now: datetime, areas: Sequence[Area]) -> list[tuple[str, str]]:
    """What was read, as (label, value) lines for people: only what was read, the title first."""
    kind = {"event": "an event", "note": "a note"}.get(draft.kind, "a task")
    named = {area.id: area.name or area.id for area in areas}
    marks = {name: sign for sign, name in SIGNS.items()}
    lines = (
        (kind, draft.text),
        ("when", saying.say(draft.due, now, long=True) if draft.due else "some day" if draft.someday else ""),
        ("repeats", _repeats(draft.repeat) if draft.repeat else ""),
        ("reminds", _reminds(draft.reminders) if draft.reminders else ""),
        ("area", named.get(draft.area, draft.area)),
        ("takes", _length(draft.estimate or 0)),
        ("mark", ", ".join(f"{marks.get(name, '')} {name}".strip() for name in draft.signifiers)),
        ("first", draft.step),
        ("dread", DREAD_WORDS[draft.dread] if 0 < draft.dread < len(DREAD_WORDS) else ""),
        ("tag", ", ".join(draft.tags)),
    )
    return [line for line in lines if line[1]]


def _repeats(repeat: Repeat) -> str:
    from organizer.repeat import explain

    return explain(repeat._replace(leads=()))


def _reminds(reminders: tuple[str, ...]) -> str:
    from organizer.repeat import notice

    return notice.say(reminders)


def _length(minutes: int) -> str:
    """Minutes as people say them: "15 minutes", "1 hour 30 minutes"."""
    parts = ((minutes // 60, "hour"), (minutes % 60, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
