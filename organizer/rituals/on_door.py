"""Questions about those who wait at the front door, and the way in."""

from __future__ import annotations

from organizer import when
from organizer.door.finding import find
from organizer.errors import NotFound
from organizer.path.stops import find_stop, stops
from organizer.practice import Practice
from organizer.records.path import Stop
from organizer.rituals.shape import Act, Row, Scene, Shown, Way
from organizer.views.door import Waiting, waiting

ANSWERED = Way("tick", "answered")
OTHERWISE = Way("reply", "otherwise", "Appointment, waitlist, referred, full, left word or no answer:")
BY_WHEN = Way("later", "say by when", "They hear from me by when?")


def who_waits(scene: Scene) -> Shown:
    """Who waits to hear from me, those due first."""
    found = waiting(scene.practice, scene.now, scene.zone) if scene.practice.inquiries else ()
    rows = tuple(_row(scene, one) for one in found)
    return Shown((), rows, "someone else: Heron 7, about a first hour…", "Nobody is waiting. That is good service.",
                 many=True)  # fmt: skip


def _row(scene: Scene, one: Waiting) -> Row:
    due = when.say(one.due.isoformat(timespec="minutes"), scene.now)
    fact = f"tried {one.tried}x, by {due}" if one.tried else f"by {due}"
    asked = one.inquiry
    return Row(asked.id, f"{asked.who}: {asked.text}", fact, (ANSWERED, BY_WHEN, OTHERWISE))


def answered(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """What became of it; or a word by when there will be an answer, which is a promise."""
    if way == "later":
        asked = find(scene.practice, row.key)
        return Act("word.give", (), {"text": f"call back: {asked.text}", "who": asked.who, "when": text})
    return Act("door.answer", (row.key,), {"outcome": "answered" if way == "tick" else text})


def comes(scene: Scene, text: str) -> Act:
    """Someone else who waits."""
    return Act("door.ask", (), {"text": text})


def snag(scene: Scene, text: str) -> Act | None:
    """A snag on the way in; what stands before a colon may name its stop, else it is at the first one."""
    name, found, rest = text.partition(":")
    stop = _stop(scene.practice, name) if found else None
    first = next(iter(stops(scene.practice)), None)
    at = stop or first
    return Act("path.snag", (), {"text": rest.strip() if stop else text, "stop": at.id}) if at else None


def _stop(practice: Practice, name: str) -> Stop | None:
    try:
        return find_stop(practice, name)
    except NotFound:
        return None


def way_in(scene: Scene) -> Shown:
    """The stops, and the line for what one stumbles on."""
    names = ", ".join(one.name for one in stops(scene.practice))
    return Shown((names,), (), "Book: nobody answers at noon…", many=True)
