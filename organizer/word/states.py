"""The states of a commitment, and the steps that lead from one to the next (field guide, section 2).

asked -> declined | countered | answering | promised
promised -> kept -> accepted, or promised again
promised -> promised anew | released | revoked        only before its time, and told
its time passes -> slipped                            by itself
slipped -> said -> sorry -> planned -> repaired -> closed, or not repairable
"""

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
    "release": Way(("asked", "countered", "answering", "promised"), "released", "be released from it"),
    "revoke": Way(("promised", "answering"), "revoked", "take it back", ("told", "note")),
    "say": Way(("slipped",), "said", "say so"),
    "apologize": Way(("said",), "sorry", "say sorry"),
    "plan": Way(("sorry",), "planned", "make a plan", ("due",)),
    "repair": Way(("planned",), "repaired", "put it right"),
    "close": Way(("repaired",), "closed", "close it"),
    "give up": Way(BROKEN, "not repairable", "close it as not repairable", ("note",)),
}
"""Every step by its kind."""

EXCUSABLE = ("say", "apologize", "plan", "repair")
"""Steps of repair that may be "not owed here", with a line why."""

STANDS = {
    "asked": "This one is asked of me, not promised yet",
    "declined": "This one was declined",
    "countered": "Something else was offered here",
    "answering": "An answer is promised here",
    "promised": "This one is promised",
    "kept": "This one is kept",
    "accepted": "This one is kept, and they accept it",
    "released": "This one was released",
    "revoked": "This one was taken back",
    "slipped": "This one has slipped",
    "said": "This one has slipped, and it was said",
    "sorry": "Sorry was said for this one",
    "planned": "There is a plan to put this one right",
    "repaired": "This one is put right",
    "closed": "This one is put right and closed",
    "not repairable": "This one is closed as not repairable",
}
"""What each state is called in a sentence."""


def state(commitment: Commitment, now: datetime, zone: str = "") -> str:
    """Where a commitment stands at a moment of local time; `zone` is the time zone of that, "" if it is unknown."""
    found = "asked"
    for step in reversed(commitment.steps):
        if step.kind in STEPS:
            found = STEPS[step.kind].to
            break
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
    if not step.owed and step.kind not in EXCUSABLE:
        return "Only a step of putting it right can be left out as not owed here."
    if not step.owed and not step.note:
        return "Not owed here: say in a line why."
    if "due" in way.needs and step.owed and not step.due:
        return "By when? A day, or a day and a time."
    if "told" in way.needs and not step.told:
        return "Tell them first; then it is a new promise. If that cannot be now, it stays as it is."
    if "note" in way.needs and not step.note:
        return _NOTES[step.kind]
    return ""


_NOTES = {
    "counter": "Say in a line what is offered instead.",
    "revoke": "Say in a line what it means for them that it is taken back.",
    "give up": "Say in a line why it cannot be put right.",
}


def open_ways(at: str) -> list[str]:
    """The steps that may be taken from a state, in their order."""
    return [kind for kind, way in STEPS.items() if at in way.frm]


def _refusal(kind: str, at: str) -> str:
    if at == "slipped" and kind in ("keep", "accept", "again", "renegotiate", "release", "revoke"):
        return "This one has slipped; say so first. Putting it right counts as much as keeping."
    verbs = [STEPS[one].verb for one in open_ways(at)]
    can = f"{', '.join(verbs[:-1])} or {verbs[-1]}" if len(verbs) > 1 else "".join(verbs)
    return f"{STANDS[at]}. " + (f"What can be done: {can}." if can else "If there is a new word to give, promise anew.")
