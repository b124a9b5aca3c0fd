"""Promises, before they are due: the morning of the day before, and an hour before their time or that morning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from organizer.practice import Practice
from organizer.records.word import Commitment
from organizer.reminding.ring import Ring
from organizer.reminding.span import Span, before
from organizer.word.states import due, due_zone, state

LEADS_OF_A_TIME, LEADS_OF_A_DAY = ("1d", "1h"), ("1d", "0d")
_SETTLED = ("keep", "accept", "decline", "counter", "release", "revoke")


def rings(practice: Practice, span: Span) -> Iterator[Ring]:
    """Those of what is promised, and of answers that are."""
    for one in practice.commitments.values():
        by = due(one)
        if by and one.steps and one.steps[-1].kind not in _SETTLED:
            yield from _of(practice, one, by, span)


def _of(practice: Practice, one: Commitment, by: str, span: Span) -> Iterator[Ring]:
    if state(one, datetime.min, "") not in ("promised", "answering"):
        return  # asked of me, or being put right: that has no time to ring before
    area = practice.areas.get(one.area)
    timed = len(by) > 10
    for lead in LEADS_OF_A_TIME if timed else LEADS_OF_A_DAY:
        at = before(by, lead, span.opens)
        if at and at >= one.steps[-1].at[:16] and span.holds(at):
            zone = due_zone(one) if lead == "1h" else ""
            name, client = (area.name, area.client_facing) if area else ("", False)
            client = client or one.whom == "client"
            yield Ring("promise", "commitments", one.id, at, by, lead, zone, one.text, one.who, name, client)
