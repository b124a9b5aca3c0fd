"""The upright path of a promise: what happened with it, the step that is next, and those behind it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer import when
from organizer.records.word import Step
from organizer.views.word import Given
from organizer.word.measures import BROKEN as SLIPPED
from organizer.word.states import BROKEN, STEPS
from organizer.word.versions import versions
from organizer.words import by_way


class Stop(NamedTuple):
    """A stop: its name, a fact at its right, lines in the person's own words, a sentence of help; `here` when it is
    the step that is next, `done` when it was taken, and the command that takes it."""

    name: str
    fact: str = ""
    said: str = ""
    help: str = ""
    done: bool = False
    here: bool = False
    command: str = ""


REPAIR = (
    ("say", "Say so", "Before they ask, by the way they like. Only that it slipped, and that you know it."),
    ("apologize", "Say sorry", "What happened, that it mattered, and nothing to excuse it. Two sentences do."),
    ("plan", "Make a plan", "What will be done, and by when? It is a promise too; its tasks go on the Board."),
    ("repair", "Put right", "A star for this one. Repair counts as much as keeping."),
    ("close", "Close it", "What in the system changes, so that it will not slip again? That becomes a task."),
)
"""The steps of putting it right, each with its sentence."""
DONE = {
    "ask": "Asked of me",
    "decline": "Declined",
    "counter": "Something else offered",
    "answer by": "An answer promised",
    "promise": "Promised",
    "keep": "Kept",
    "accept": "They accept it",
    "again": "Promised again",
    "renegotiate": "A new time, told",
    "release": "They released me",
    "revoke": "Taken back, told",
    "say": "I said so",
    "apologize": "I said sorry",
    "plan": "A plan",
    "repair": "Put right",
    "close": "Closed",
    "give up": "Not repairable",
}
"""What a step is called once it was taken."""
CAUTION = (
    "Before fault is admitted to a client: what do the insurer and the board ask for? A look at their rules first."
)


def cautioned(one: Given) -> bool:
    """Whether fault may be admitted to a client next."""
    return one.state in ("slipped", "said") and one.commitment.whom in ("client", "other")


def title(one: Given) -> str:
    """The heading of the path."""
    broken = one.state in (*BROKEN, "repaired", "closed", "not repairable")
    return "Putting it right" if broken else "The story of it"


def stops(one: Given, now: datetime, whole: bool = False) -> list[Stop]:
    """The stops of a promise; of one that has slipped those from there on, all of them when `whole`."""
    steps = one.commitment.steps
    first = next((at for at, step in enumerate(steps) if step.kind in ("say", "give up")), len(steps))
    broken = first < len(steps) or one.state == "slipped"
    found = [_taken(step, now) for step in steps[: first if broken else len(steps)]]
    if not broken:
        return found + _ahead(one, now)
    slip = Stop("It slipped", when.say(_slip(one, now), now), done=True)
    found = [*(found if whole else []), slip, *(_taken(step, now) for step in steps[first:])]
    return found + _to_come(one)


def _slip(one: Given, now: datetime) -> str:
    """The day on which it slipped."""
    ended = [version.at for version in versions(one.commitment, now) if version.outcome in SLIPPED]
    return ended[-1][:10] if ended else one.since[:10]


def _taken(step: Step, now: datetime) -> Stop:
    due = f"due {when.say(step.due, now)}" if step.due else ""
    facts = [when.say(step.at[:10], now), by_way(step.how), due]
    owed = "" if step.owed else "not owed here: "
    return Stop(
        DONE.get(step.kind, step.kind),
        ", ".join(fact for fact in facts if fact),
        f"{owed}\u201c{step.note}\u201d" if step.note else "",
        done=True,
    )


def _ahead(one: Given, now: datetime) -> list[Stop]:
    """The one stop of what stands as promised."""
    if one.state not in ("promised", "answering"):
        return []
    name = "Keep it" if one.state == "promised" else "Answer"
    told = "Where it cannot be kept: tell them before, and agree on a new time."
    return [Stop(name, f"by {when.say(one.due, now)}", help=told, here=True, command="word.keep")]


def _to_come(one: Given) -> list[Stop]:
    """The steps of repair that are not taken yet; the first is next. Closing shows once there is a plan."""
    if one.state in ("closed", "not repairable"):
        return []
    names = [kind for kind, _, _ in REPAIR]
    at = next(index for index, kind in enumerate(names) if one.state in STEPS[kind].frm)
    last = len(names) if at > 2 else len(names) - 1
    return [
        Stop(name, "next" if index == at else "", help=help, here=index == at, command="word.next")
        for index, (_, name, help) in enumerate(REPAIR)
        if at <= index < last
    ]
