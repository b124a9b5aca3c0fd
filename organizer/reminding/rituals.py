"""Rituals at their times, from today on: what was missed is never made up for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from organizer.practice import Practice
from organizer.reminding.ring import Ring
from organizer.reminding.span import Span


def rings(practice: Practice, span: Span) -> Iterator[Ring]:
    """Those of the days on which the office is open; of today what is still to be done."""
    from organizer.rituals.lists import in_use
    from organizer.rituals.times import next_times, wanted_today

    known = {one.id: one for one in in_use(practice)}
    day, last = span.now.date(), span.last.date()
    while day <= last:
        for id, moment in next_times(practice, day):
            if day > span.now.date() or wanted_today(practice, known[id], span.now):
                at = moment.replace(tzinfo=None).isoformat(timespec="minutes")
                yield Ring("ritual", "rituals", id, at, at, "", "", known[id].name)
        day += timedelta(days=1)
