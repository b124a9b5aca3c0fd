"""What lapses quietly when nobody renews it: licenses, insurance, attestations. Told half a year before, and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from organizer.practice import Practice
from organizer.records import Entry
from organizer.reminding.ring import Ring
from organizer.reminding.span import Span
from organizer.repeat import reminders_of
from organizer.when.leads import minutes

LEADS = ("180d", "90d", "30d", "7d")
"""How long before its day a renewal rings that does not say otherwise."""
LONG = 30 * 24 * 60
"""Minutes before its day from which on a reminder is that of a renewal."""
_SAID = re.compile(r"\b(?:renew(?:s|al|als|ing)?|re-?attest\w*|re-?credential\w*|re-?validat\w*|expires?)\b", re.I)


def rings(practice: Practice, span: Span) -> Iterator[Ring]:
    """Those of open entries that are renewals."""
    from organizer.reminding.entries import of_entry, rings_at_all

    for entry in practice.entries.values():
        if rings_at_all(entry) and is_renewal(entry):
            at_its_time = ("",) if len(entry.due or "") > 10 else ()
            leads = (*(reminders_of(entry) or LEADS), *at_its_time)
            yield from of_entry(practice, entry, leads, span, "renewal")


def is_renewal(entry: Entry) -> bool:
    """Whether an entry is one: it says so, or is told of a month before and more."""
    if entry.reminders or (entry.repeat and entry.repeat.leads):
        return any(minutes(lead) >= LONG for lead in reminders_of(entry))
    return bool(_SAID.search(entry.text))
