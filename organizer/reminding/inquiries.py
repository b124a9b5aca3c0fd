"""Who waits to hear from me: an hour before the end of their clock."""

from __future__ import annotations

from collections.abc import Iterator

from organizer.practice import Practice
from organizer.reminding.ring import Ring
from organizer.reminding.span import Span, before

LEAD = "1h"


def rings(practice: Practice, span: Span) -> Iterator[Ring]:
    """Those of everyone who is not answered, or to be tried again."""
    if not practice.inquiries:
        return
    from organizer.views.door import waiting

    for one in waiting(practice, span.now, span.zone):
        due = one.due.replace(tzinfo=None).isoformat(timespec="minutes")
        at = before(due, LEAD, span.opens)
        made = one.inquiry
        if at and span.holds(at):
            yield Ring("inquiry", "inquiries", made.id, at, due, LEAD, "", made.text, made.who, "", True)
