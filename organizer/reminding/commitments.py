"""Promises, before they are due: the morning of the day before, and an hour before their time or that morning. What is
promised for sooner than in an hour rings ten minutes before its time, and what is promised even later at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from organizer.practice import Practice
from organizer.records.word import Commitment
from organizer.reminding.ring import Ring
from organizer.reminding.span import Span, before
from organizer.word.due import there
from organizer.word.states import due, due_zone, state

THE_DAY_BEFORE, THE_DAY = "1d", "0d"
AT_ITS_TIME = ("1h", "10m", "")
"""The first of these that is still to come when the word is given."""
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
    for lead in _leads(one, by, span):
        at = before(by, lead, span.opens)
        if span.holds(at):
            zone = due_zone(one) if lead in AT_ITS_TIME else ""
            name, client = (area.name, area.client_facing) if area else ("", False)
            client = client or one.whom == "client"
            yield Ring("promise", "commitments", one.id, at, by, lead, zone, one.text, one.who, name, client)


def _leads(one: Commitment, by: str, span: Span) -> Iterator[str]:
    """How long before its time it rings: what is still to come when the word is given."""
    given = one.steps[-1].at[:16]
    days = (THE_DAY_BEFORE,) if len(by) > 10 else (THE_DAY_BEFORE, THE_DAY)
    yield from (lead for lead in days if before(by, lead, span.opens) >= given)
    if len(by) > 10:
        zone = due_zone(one)
        if zone and zone != span.zone:
            with suppress(ValueError):  # another program wrote no moment there
                given = there(datetime.fromisoformat(given), span.zone, zone).isoformat(timespec="minutes")
        yield from [lead for lead in AT_ITS_TIME if before(by, lead, span.opens) >= given][:1]
