"""A promise and its renewals: every time that was promised is one of its versions, with what became of it."""

from datetime import datetime
from typing import NamedTuple

from organizer.records.word import Commitment, Step
from organizer.word.due import passed, slipped_at

ENDS = {"keep": "kept", "again": "again", "renegotiate": "moved", "release": "released", "revoke": "revoked"}
"""What a step makes of the version that was open."""
_ANSWERS = ("promise", "decline", "counter")
_REPAIRS = ("say", "apologize", "plan", "repair", "close", "give up")


class Version(NamedTuple):
    """One time that was promised, and what became of it.

    `outcome` is "open", "kept", "again" (done, and promised again because it was not what they needed), "moved",
    "released", "revoked", "slipped", "repaired" or "not repairable"; `at` the local moment of that, for what slipped
    the moment its time passed. `made` is when it was promised, `said` and `repaired` when those steps were taken.
    """

    made: str
    due: str
    zone: str = ""
    outcome: str = "open"
    at: str = ""
    said: str = ""
    repaired: str = ""


def versions(commitment: Commitment, now: datetime, zone: str = "") -> list[Version]:
    """The versions of a commitment at a local moment, the first one first; none of what was never promised."""
    found: list[Version] = []
    for step in commitment.steps:
        if found:
            found[-1] = _after(found[-1], step, zone)
        if step.due and step.kind in ("promise", "again", "renegotiate", "answer by"):
            found.append(Version(step.at, step.due, step.zone))
    if found and found[-1].outcome == "open" and passed(found[-1].due, found[-1].zone, now, zone):
        found[-1] = _slipped(found[-1], zone)
    return found


def _after(version: Version, step: Step, zone: str) -> Version:
    """What a step made of the version before it."""
    if step.kind in _REPAIRS:
        return _repaired(version if version.outcome != "open" else _slipped(version, zone), step)
    if version.outcome == "open":
        outcome = "kept" if step.kind in _ANSWERS else ENDS.get(step.kind, "open")
        return version._replace(outcome=outcome, at=step.at) if outcome != "open" else version
    return version._replace(outcome="again") if step.kind == "again" and version.outcome == "kept" else version


def _slipped(version: Version, zone: str) -> Version:
    moment = slipped_at(version.due, version.zone, zone)
    return version._replace(outcome="slipped", at=moment.isoformat(timespec="seconds"))


def _repaired(version: Version, step: Step) -> Version:
    if step.kind == "say":
        return version._replace(said=step.at)
    if step.kind == "repair":
        return version._replace(outcome="repaired", repaired=step.at)
    return version._replace(outcome="not repairable") if step.kind == "give up" else version
