"""The states of a commitment, and the steps that lead from one to the next (field guide, section 2).

asked -> declined | countered | answering | promised
promised -> kept -> accepted, or promised again
promised -> promised anew | released | revoked        only before its time, and told
its time passes -> slipped                            by itself
slipped -> said -> sorry -> planned -> repaired -> closed, or not repairable
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer.records.word import Commitment, Step
from organizer.word.due import passed

OPEN = ("asked", "countered", "answering", "promised")
BROKEN = ("slipped", "said", "sorry", "planned")
"""The states that ask for repair."""
OVER = ("declined", "kept", "accepted", "released", "revoked", "repaired", "closed", "not repairable")


class Way(NamedTuple):
    """A step: from which states it may be taken, to which it leads, and what it is called when it cannot be.

    `needs` names what must be said with it: "due", "told", "note".
    """

    frm: tuple[str, ...]
    to: str
    verb: str
    needs: tuple[str, ...] = ()


STEPS: dict[str, Way] = {
    "ask": Way((), "asked", "be asked"),
    "decline": Way(("asked", "countered", "answering"), "declined", "decline it"),
    "counter": Way(("asked", "answering"), "countered", "offer something else", ("note",)),
    "answer by": Way(("asked",), "answering", "say by when to answer", ("due",)),
    "promise": Way(("asked", "countered", "answering"), "promised", "promise it", ("due",)),
    "keep": Way(("promised",), "kept", "keep it"),
    "accept": Way(("kept",), "accepted", "note that they accept it"),
    "again": Way(("kept",), "promised", "promise it again", ("due",)),
    "renegotiate": Way(("promised",), "promised", "agree on a new time", ("due", "told")),
    "release": Way(("promised", "countered", "answering"), "released", "be released from it"),
    "revoke": Way(("promised", "answering"), "revoked", "take it back", ("told", "note")),
    "say": Way(("slipped",), "said", "say so"),
    "apologize": Way(("said",), "sorry", "say sorry"),
    "plan": Way(("sorry",), "planned", "make a plan", ("due",)),
    "repair": Way(("planned",), "repaired", "put it right"),
    "close": Way(("repaired",), "closed", "close it"),
    "give up": Way(BROKEN, "not repairable", "close it as not repairable", ("note",)),
}
"""Every step by its kind."""

_EXCUSABLE = ("say", "apologize", "plan")
"""Steps of repair that may be "not owed here", with a line why."""


def state(commitment: Commitment, now: datetime, zone: str = "") -> str:
    """Where a commitment stands at a moment of local time; `zone` is the time zone of that, "" if it is unknown."""
    found = "promised" if not commitment.steps else "asked"
    for step in commitment.steps:
        way = STEPS.get(step.kind)
        found = way.to if way else found
    if found in ("promised", "answering") and passed(due(commitment), due_zone(commitment), now, zone):
        return "slipped"
    return found


def due(commitment: Commitment) -> str | None:
    """By when it is promised now, ISO: a date is all of that day."""
    return next((step.due for step in reversed(commitment.steps) if step.due and step.kind != "plan"), None)


def due_zone(commitment: Commitment) -> str:
    """The time zone of `due`."""
    return next((step.zone for step in reversed(commitment.steps) if step.due and step.kind != "plan"), "")


def version(commitment: Commitment) -> int:
    """How many times it was promised: the first time 1, each new time one more."""
    return sum(step.kind in ("promise", "again", "renegotiate") for step in commitment.steps)


def why_not(commitment: Commitment, step: Step, now: datetime, zone: str = "") -> str:
    """Why a step cannot be taken now, in a sentence that says what can be done instead; "" when it can."""
    way, at = STEPS[step.kind], state(commitment, now, zone)
    if at not in way.frm:
        return _refusal(step.kind, at)
    if not step.owed and step.kind not in _EXCUSABLE:
        return "Only a step of putting it right can be left out as not owed here."
    if not step.owed and not step.note:
        return "Not owed here: say in a line why."
    if "due" in way.needs and step.owed and not step.due:
        return "By when? A day, or a day and a time."
    if "told" in way.needs and not step.told:
        return "Tell them first; then it is a new promise. If that cannot be now, it stays as it is."
    if "note" in way.needs and not step.note:
        return "Say in a line how it stands."
    return ""


def _refusal(kind: str, at: str) -> str:
    if at == "slipped" and kind in ("keep", "renegotiate", "release", "revoke"):
        return "This one has slipped; say so first. Putting it right counts as much as keeping."
    if kind == "keep" and at in BROKEN:
        return "This one is being put right; its next step leads there."
    can = [way.verb for name, way in STEPS.items() if at in way.frm]
    done = f"It is {at}" if at in OVER or at in OPEN else "It has slipped"
    return f"{done}, so to {STEPS[kind].verb} is not open now. " + (
        f"What can be done: {', '.join(can)}." if can else "It is over with; give a new word if there is one to give."
    )
