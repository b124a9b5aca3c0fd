"""Tasks and events: at their time, and so long before it as each of them says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from organizer.practice import Practice
from organizer.records import Entry
from organizer.reminding.renewals import is_renewal
from organizer.reminding.ring import Ring
from organizer.reminding.span import Span, before
from organizer.repeat import due_of, reminders_of, series_of, standing_for
from organizer.repeat.occurrences import occurrences

EVENT_LEAD = "10m"
"""How long before its time an event rings that does not say."""
MOST = 100
"""How many days of one that comes back are looked at."""


def rings(practice: Practice, span: Span) -> Iterator[Ring]:
    """Those of open tasks and events with a time, or with reminders of their own."""
    for entry in practice.entries.values():
        if rings_at_all(entry) and not is_renewal(entry):
            leads = leads_of(entry)
            if leads:
                yield from of_entry(practice, entry, leads, span, entry.kind)


def rings_at_all(entry: Entry) -> bool:
    """Whether an entry can ring: open, due, and not resting."""
    resting = entry.someday or (entry.repeat is not None and entry.repeat.paused)
    return bool(entry.due) and entry.open and entry.kind in ("task", "event") and not resting


def leads_of(entry: Entry) -> tuple[str, ...]:
    """How long before its due it rings: as it says, and at its time; "" is at its time. None for a day without a time
    that says nothing: it stands on its page that day."""
    own = reminders_of(entry)
    if len(entry.due or "") <= 10:
        return own
    if entry.kind == "event":
        return own or (EVENT_LEAD,)
    return (*own, "")


def of_entry(practice: Practice, entry: Entry, leads: tuple[str, ...], span: Span, kind: str) -> Iterator[Ring]:
    """The rings of an entry, and of the days on which it comes back."""
    area = practice.areas.get(entry.area)
    name, client = (area.name, area.client_facing) if area else ("", False)
    longest = max((int(lead[:-1]) for lead in leads if lead.endswith("d")), default=0)
    for due in dues(entry, (span.last + timedelta(days=longest + 1)).date()):
        for lead in leads:
            at = before(due, lead, span.opens)
            if at and at >= entry.created[:16] and span.holds(at):
                yield Ring(
                    kind, "entries", entry.id, at, due, lead, "", entry.text, "", name, client, series_of(entry)
                )  # fmt: skip


def dues(entry: Entry, last: date) -> Iterator[str]:
    """When it is due: now, and as its rule goes on until a day, if the calendar says so."""
    assert entry.due
    yield entry.due
    repeat = entry.repeat
    if repeat is None or repeat.after_completion or repeat.event:
        return
    here = standing_for(entry)
    try:
        since = date.fromisoformat(here[:10])
    except ValueError:
        return
    for number, found in enumerate(occurrences(repeat, since)):
        if number > MOST or found[:10] > last.isoformat():
            return
        due = due_of(repeat, found)
        if found > here and due > entry.due:
            yield due
