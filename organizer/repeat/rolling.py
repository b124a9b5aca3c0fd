"""What time does to an entry that comes back: there is one open occurrence of it, and it is the right one.

An occurrence has come when the day it is due has begun. What becomes of the open one then is its `catch_up`:
"current" makes it the newest that has come; "every" leaves it until it is done; "skip" moves it on as soon as
its day is over. A count from completion never moves: it waits.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from organizer.records import Entry, Placement, Repeat
from organizer.repeat.occurrences import (
    BACK,
    counted_down,
    day_of,
    due_of,
    earlier,
    event_due,
    next_after,
    occurrences,
    upcoming,
)
from organizer.repeat.rule import days, read


def standing_for(entry: Entry) -> str:
    """The occurrence an entry stands for."""
    repeat = entry.repeat or Repeat()
    return repeat.on or repeat.anchor or entry.due or ""


def series_of(entry: Entry) -> str:
    """The id of the first entry of the series."""
    return (entry.repeat.series if entry.repeat else "") or entry.id


def days_after(entry: Entry, now: datetime) -> list[str]:
    """When the next five after this one are due (ISO), fewer where it or the calendar ends. A count from completion is
    told as if this one were done on its day, today at the earliest."""
    repeat = entry.repeat or Repeat()
    on = day_of(standing_for(entry)) or now.date()
    if repeat.after_completion:
        return upcoming(repeat, max(on, now.date()).isoformat(), 6)[1:]
    return upcoming(repeat, (on + timedelta(1)).isoformat()) if on < date.max else []


def anchored(entry: Entry) -> Entry:
    """The entry with a rule that knows where it begins: on the day it is due, or was caught."""
    repeat = entry.repeat
    if repeat is None or repeat.anchor:
        return entry
    return entry._replace(repeat=repeat._replace(anchor=entry.due or entry.created[:10]))


def roll(entry: Entry, now: datetime) -> Entry:
    """The entry as it stands at a moment: moved to the occurrence that has come, or as it was.

    What was put off by hand to a later day than that stays there.
    """
    repeat = entry.repeat
    if repeat is None or not entry.open or repeat.paused or repeat.after_completion or repeat.event:
        return entry
    due, on = day_of(entry.due), standing_for(entry)
    if due is None or due >= now.date() or repeat.catch_up not in ("current", "skip"):
        return entry
    repeat = anchored(entry).repeat or repeat
    found = _come(repeat, on, now.date()) if repeat.catch_up == "current" else None
    if repeat.catch_up == "skip":
        found = _ahead(repeat, on, now.date())
    if found is None or due_of(repeat, found)[:10] <= (entry.due or "")[:10]:
        return entry
    return moved(anchored(entry), found)


def _come(repeat: Repeat, on: str, today: date) -> str | None:
    """The newest occurrence after `on` that has come: looked for in the last days first, which is quick."""
    first = day_of(on) or today
    for back in (BACK, 400, 4000, today.toordinal()):
        since = max(first, earlier(today, back))
        found = None
        for there in occurrences(repeat, since):
            if due_of(repeat, there)[:10] > today.isoformat():
                break
            found = there if there > on else found
        if found or since == first:
            return found
    return None


def _ahead(repeat: Repeat, on: str, today: date) -> str | None:
    """The first occurrence after `on` whose day is not over."""
    since = max(day_of(on) or today, earlier(today, BACK))
    for there in occurrences(repeat, since):
        if there > on and due_of(repeat, there)[:10] >= today.isoformat():
            return there
    return None


def moved(entry: Entry, on: str) -> Entry:
    """The entry as it stands for another occurrence: its days moved with it, its checklist fresh."""
    repeat = entry.repeat or Repeat()
    due = due_of(repeat, on)
    return entry._replace(
        due=None if repeat.paused else due,
        start=_start(entry, repeat, due),
        checklist=tuple(check._replace(done=False) for check in entry.checklist),
        repeat=repeat._replace(on=on, series=series_of(entry)),
    )


def _start(entry: Entry, repeat: Repeat, due: str) -> str | None:
    """The start as long before the new due as it was before the old one, by the rule and not by what was put off."""
    start, there = day_of(entry.start), day_of(due)
    before = day_of(due_of(repeat, standing_for(entry)))
    if entry.start is None or start is None or there is None or before is None:
        return entry.start
    lead = max(timedelta(0), before - start)
    return ((there - lead).isoformat() if lead.days < there.toordinal() else due[:10]) + entry.start[10:]


def skipped(entry: Entry, now: datetime) -> Entry | None:
    """The entry without this occurrence: moved to the next one, nothing marked done; None when there is none.

    Counted from completion, the next one is an interval after today; what waits for an event waits for the next.
    """
    if entry.repeat is not None and entry.repeat.event:
        return waiting_again(entry) if entry.open and entry.due else None
    entry = anchored(entry)
    repeat = entry.repeat
    if repeat is None or not entry.open:
        return None
    found = next_after(repeat, standing_for(entry), now.isoformat(), now)
    return None if found is None else moved(entry._replace(repeat=counted_down(repeat)), found)


def waiting_again(entry: Entry) -> Entry:
    """What is done so long after an event, waiting for the next one: without a day, its checklist fresh."""
    repeat = entry.repeat or Repeat()
    return entry._replace(
        due=None,
        start=None,
        checklist=tuple(check._replace(done=False) for check in entry.checklist),
        repeat=repeat._replace(on="", series=series_of(entry)),
    )


def paused(entry: Entry) -> Entry:
    """The entry asleep: not due, and not rolled, until it is `resumed`. It is the same occurrence still."""
    if entry.repeat is not None and entry.repeat.event:
        return entry._replace(due=None, repeat=entry.repeat._replace(paused=True))
    entry = anchored(entry)
    repeat = entry.repeat or Repeat()
    return entry._replace(due=None, repeat=repeat._replace(paused=True, on=standing_for(entry)))


def resumed(entry: Entry, now: datetime) -> Entry:
    """The entry awake again: due on its own day where that is still ahead, else on the next one; nothing of the
    time between is made up."""
    repeat = (entry.repeat or Repeat())._replace(paused=False)
    entry = entry._replace(repeat=repeat)
    if repeat.event:
        return entry._replace(due=event_due(repeat, repeat.on))
    on = standing_for(entry)
    if due_of(repeat, on)[:10] < now.date().isoformat():
        found = _ahead(repeat, on, now.date())
        on = found or now.date().isoformat() + repeat.anchor[10:]
    return moved(entry, on)


def begun(entry: Entry, now: datetime) -> Entry:
    """The entry with a rule that it was just given: due on the first day of the rule from its own due day on, or,
    where that is past or it has none, from today on. A time it was due at stays."""
    repeat = entry.repeat
    if repeat is None or repeat.event or not repeat.anchor:
        return entry
    due = day_of(entry.due)
    clock = repeat.anchor[10:] or (entry.due or "")[10:]
    rule = read(repeat.rule)
    first = day_of(repeat.anchor)
    if due is not None and due > now.date() and rule is not None and not repeat.dates:
        if repeat.after_completion or not (rule.days or rule.weekdays or rule.months):
            first = due
        else:
            first = next(days(rule._replace(interval=1, times=0), due, due), first)
    if first is None:
        return entry
    anchor = first.isoformat() + clock
    repeat = repeat._replace(anchor=anchor, series=series_of(entry))
    on = anchor
    if repeat.dates or repeat.except_holidays:
        on = next(occurrences(repeat, max(first, now.date())), anchor)
    return entry._replace(repeat=repeat._replace(on=on), due=due_of(repeat, on))


def following(entry: Entry, now: datetime, id: str, uuid: str) -> Entry | None:
    """The next occurrence of an entry that is being done at `now`, as an entry of its own; None when it ends.

    It has the rule, the words and the step; the checklist is fresh, nobody is waited for. After an event, it waits
    for the next one.
    """
    if entry.repeat is None:
        return None
    new = waiting_again(entry) if entry.repeat.event else _next(entry, now)
    if new is None:
        return None
    return new._replace(
        id=id,
        uuid=uuid,
        stage="inbox" if entry.stage == "inbox" else "next",
        was="",
        someday=False,
        waiting_for="",
        waiting_since="",
        nudge=None,
        blocked_by=(),
        placements=(Placement(f"day:{new.due[:10]}"),) if new.due else (),
        created=now.isoformat(timespec="seconds"),
        closed=None,
    )


def _next(entry: Entry, now: datetime) -> Entry | None:
    current = roll(anchored(entry), now)
    repeat = current.repeat or Repeat()
    found = next_after(repeat, standing_for(current), now.isoformat(), now)
    return None if found is None else moved(current._replace(repeat=counted_down(repeat)), found)
