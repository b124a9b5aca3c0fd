"""What stands in the columns of CSV: tasks and events, promises, and inquiries."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from organizer.errors import WrongUse
from organizer.exchange import cells
from organizer.exchange.cells import NOTHING_YET
from organizer.practice import Practice
from organizer.records import Check, Entry, Repeat
from organizer.repeat.saying import explain

WHAT = ("tasks", "promises", "inquiries")


class At(NamedTuple):
    """What writing a cell may need: the practice, and the local moment."""

    practice: Practice
    now: datetime
    zone: str = ""


def day(value: str | None) -> str:
    """A date as spreadsheets know it: "2026-03-06 16:00"."""
    return (value or "").replace("T", " ")


def listed(words: tuple[str, ...]) -> str:
    """Words in one cell."""
    return ", ".join(words)


def ticked(lines: tuple[Check, ...]) -> str:
    """A checklist, a line each."""
    return "\n".join(f"[{'x' if line.done else ' '}] {' '.join(line.text.split())}" for line in lines)


def _rule(repeat: Repeat | None) -> str:
    return "" if repeat is None else _plain(repeat.doc())


_plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _area(at: At, id: str) -> str:
    area = at.practice.areas.get(id)
    return area.name if area else id


COLUMNS: dict[str, Callable[[At, Entry], str]] = {
    "id": lambda at, entry: entry.uuid or entry.id,
    "kind": lambda at, entry: entry.kind,
    "text": lambda at, entry: entry.text,
    "area": lambda at, entry: _area(at, entry.area),
    "stage": lambda at, entry: entry.stage,
    "signifiers": lambda at, entry: listed(entry.signifiers),
    "due": lambda at, entry: day(entry.due),
    "start": lambda at, entry: day(entry.start),
    "estimate": lambda at, entry: "" if entry.estimate is None else str(entry.estimate),
    "dread": lambda at, entry: str(entry.dread) if entry.dread else "",
    "worst": lambda at, entry: entry.worst,
    "step": lambda at, entry: entry.step,
    "checklist": lambda at, entry: ticked(entry.checklist),
    "tags": lambda at, entry: listed(entry.tags),
    "waiting_for": lambda at, entry: entry.waiting_for,
    "waiting_since": lambda at, entry: entry.waiting_since,
    "nudge": lambda at, entry: day(entry.nudge),
    "someday": lambda at, entry: "yes" if entry.someday else "",
    "reminders": lambda at, entry: listed(entry.reminders),
    "notes": lambda at, entry: entry.notes,
    "created": lambda at, entry: day(entry.created),
    "closed": lambda at, entry: day(entry.closed),
    "repeat": lambda at, entry: explain(entry.repeat) if entry.repeat else "",
    "repeat_rule": lambda at, entry: _rule(entry.repeat),
}
"""The columns of tasks, in their order, and what stands in each. `id` is the UUID: of some short ids a spreadsheet
would make a number. `repeat` is for people, `repeat_rule` the rule itself, which counts as long as the two agree."""


STEP = 200
"""Records that are read at most between two pieces of the text."""


def export(practice: Practice, now: datetime, zone: str = "", what: str = "") -> Iterator[str]:
    """CSV, line by line: tasks and events, promises or inquiries, the oldest first. Empty pieces come while records are
    only read, so that whoever writes may break off. Raises `WrongUse`."""
    at = At(practice, now, zone)
    if what in ("", "tasks"):
        return cells.lines(_tasks(at))
    if what == "promises":
        return cells.lines(_promises(at))
    if what == "inquiries":
        return cells.lines(_inquiries(at))
    raise WrongUse(f"With csv, --what is one of: {', '.join(WHAT)}.")


def _tasks(at: At) -> Iterator[list[str]]:
    yield list(COLUMNS)
    found: list[tuple[str, str, list[str]]] = []
    for part in at.practice.everything("entries"):
        for number, entry in enumerate(part):
            if number % STEP == 0:
                yield NOTHING_YET
            if isinstance(entry, Entry) and entry.kind != "note":
                found.append((entry.created, entry.id, [write(at, entry) for write in COLUMNS.values()]))
    for _, _, row in sorted(found):
        yield row


PROMISES = (
    *("id", "text", "who", "whom", "state", "due", "zone", "times", "area", "estimate", "created", "last", "note"),
    "steps",
)
"""`state`, `due` and what follows are for people, `steps` is the whole story, which counts as long as they agree."""


def _promises(at: At) -> Iterator[list[str]]:
    """A promise a row, as it stands now, and how it came to that."""
    yield list(PROMISES)
    everyone: list[Any] = []
    for part in at.practice.everything("commitments"):
        everyone += part
        yield NOTHING_YET
    for one in sorted(everyone, key=lambda one: (one.created, one.id)):
        yield promise(at, one)


def promise(at: At, one: Any) -> list[str]:
    """What stands of a promise in the columns."""
    from organizer.word import states

    last = one.steps[-1] if one.steps else None
    return [
        one.uuid or one.id,
        one.text,
        one.who,
        one.whom,
        states.state(one, at.now, at.zone),
        day(states.due(one)),
        states.due_zone(one),
        str(states.version(one)),
        _area(at, one.area),
        "" if one.estimate is None else str(one.estimate),
        day(one.created),
        day(last.at) if last else "",
        last.note if last else "",
        _plain([step.doc() for step in one.steps]) if one.steps else "",
    ]


INQUIRIES = (
    *("id", "text", "who", "how", "received", "zone", "full", "state", "heard", "last", "tries", "names", "review"),
    *("note", "created"),
)


def _inquiries(at: At) -> Iterator[list[str]]:
    """Someone who asked for an answer a row, as it stands now; every answer is in the JSON."""
    yield list(INQUIRIES)
    everyone: list[Any] = []
    for part in at.practice.everything("inquiries"):
        everyone += part
        yield NOTHING_YET
    for one in sorted(everyone, key=lambda one: (one.received, one.id)):
        yield inquiry(at, one)


def inquiry(at: At, one: Any) -> list[str]:
    """What stands of an inquiry in the columns. `heard` is when they first heard from me, `tries` how often word was
    left."""
    from organizer.door import outcomes

    last = one.answers[-1] if one.answers else None
    return [
        one.uuid or one.id,
        one.text,
        one.who,
        one.how,
        day(one.received),
        one.zone,
        "yes" if one.full else "",
        outcomes.state(one),
        day(outcomes.heard(one)),
        day(last.at) if last else "",
        str(sum(answer.outcome == "left word" for answer in one.answers) or ""),
        str(last.names or "") if last else "",
        last.review if last else "",
        last.note if last else "",
        day(one.created),
    ]
