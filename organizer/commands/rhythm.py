"""What is said of a repeat beside its rule: what becomes of missed ones, where it ends, that it rests, and that what
it waits for has happened. Each is a field as people type it, for the drawer and for `edit` alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from organizer import repeat as repeats
from organizer import when
from organizer.change import Row
from organizer.commands.command import Ask, row
from organizer.commands.fields import been, read_field
from organizer.errors import WrongUse
from organizer.records import Entry, Placement, Repeat
from organizer.repeat.rule import read

CATCH_UP = {
    "current": ("one", "newest", "the newest", "the newest one", "one current"),
    "every": ("each", "all", "every one", "every missed one", "each one"),
    "skip": ("none", "leave out", "left out"),
}
"""What becomes of missed ones, by the names of the record, and other words for each."""
NEVER = ("", "none", "never", "no", "-")


def _repeat(entry: Entry) -> Repeat:
    if entry.repeat is None:
        raise WrongUse("That does not come back. Say how it repeats first.")
    return entry.repeat


def _catch_up(ask: Ask, entry: Entry, given: str) -> Entry:
    wanted = " ".join(given.lower().split())
    for name, words in CATCH_UP.items():
        if wanted in (name, *words):
            return entry._replace(repeat=_repeat(entry)._replace(catch_up=name))
    raise WrongUse("What was missed can be: current, the newest alone; every, one after the other; or skip, left out.")


def read_end(given: str, now: datetime, day_first: bool = False) -> int | date | None:
    """Where a repeat ends: how many times more, this one included, or the last day there may be one; None where
    that cannot be read."""
    words = given.lower().replace(",", " ").split()
    while words and words[0] in ("after", "until", "on", "till", "through", "for"):
        words = words[1:]
    if len(words) < 4 and words and words[0] in ("once", "twice"):
        words = ["1" if words[0] == "once" else "2", *words[1:]]
    if words and words[0].isdecimal() and words[0].isascii() and words[1:] in ([], ["times"], ["time"], _MORE):
        number = int(words[0][:9])
        return number if 1 <= number <= 9999 else None
    found = when.read_all(" ".join(words), now, day_first=day_first) if words else None
    return date.fromisoformat(found[:10]) if found else None


_MORE = ["more", "times"]


def _ends(ask: Ask, entry: Entry, given: str) -> Entry:
    repeat = _repeat(entry)
    rule = read(repeat.rule or ("FREQ=YEARLY" if repeat.dates else ""))
    if rule is None:
        raise WrongUse("It comes back only when that happens, so it has no end to set. Pause it, or let it go.")
    if given.strip().lower() in NEVER:
        rule = rule._replace(times=0, until=None)
        return entry._replace(repeat=repeat._replace(rule="" if repeat.dates else rule.text()))
    end = read_end(given, ask.now, ask.practice.day_first)
    if end is None:
        raise WrongUse(f"{given.strip()!r} is no end that can be read. Try 5 times, december 31, or never.")
    on = repeats.standing_for(entry)
    if isinstance(end, int):
        rule = rule._replace(times=end, until=None)
        anchor = repeat.anchor if repeat.after_completion else on or repeat.anchor  # times are counted from this one
        return entry._replace(repeat=repeat._replace(rule=rule.text(), anchor=anchor))
    if on and end.isoformat() < on[:10]:
        said = when.say(on[:10], ask.now, long=True)
        raise WrongUse(f"This one is of {said}; an end before it leaves nothing. Try a later day, or 1 time.")
    return entry._replace(repeat=repeat._replace(rule=rule._replace(times=0, until=end).text()))


def _paused(ask: Ask, entry: Entry, given: str) -> Entry:
    repeat, rest = _repeat(entry), read_field(ask, "someday", given)
    return entry if repeat.paused == rest else repeats.paused(entry) if rest else repeats.resumed(entry, ask.now)


def happened(ask: Ask, entry: Entry, given: str) -> Entry:
    """The entry due so long after the day on which what it waits for happened; with "none" it waits again.
    Raises `WrongUse`."""
    repeat = _repeat(entry)
    if not repeat.event:
        raise WrongUse("It comes back by the calendar or when it is done, and waits for nothing to happen.")
    if given.strip().lower() in NEVER:
        return entry._replace(due=None, repeat=repeat._replace(on=""))
    if _under_way(entry):  # one more of them, see `once_more`
        return entry
    day = been(ask, given)
    due = repeats.event_due(repeat, day)
    if due is None:
        raise WrongUse(f"{given.strip()!r} is too far away to count from.")
    stage = "next" if entry.stage == "inbox" else entry.stage
    repeat = repeat._replace(on=day[:10], series=repeats.series_of(entry), paused=False)
    return entry._replace(due=due, stage=stage, repeat=repeat)


def _under_way(entry: Entry) -> bool:
    return bool(entry.due and entry.repeat and entry.repeat.event and entry.repeat.on)


def once_more(ask: Ask, entry: Entry, given: str) -> list[Row]:
    """What happened on one more day while an earlier one is under way: an entry of its own."""
    if given.strip().lower() in NEVER or not _under_way(entry) or not entry.open:
        return []
    fresh = happened(ask, repeats.waiting_again(entry)._replace(waiting_for="", waiting_since="", nudge=None), given)
    if entry.repeat and fresh.repeat and fresh.repeat.on == entry.repeat.on:
        return []
    id, uuid = ask.new_id()
    page = (Placement(f"day:{ask.today()}"),)
    return [row("entries", None, fresh._replace(id=id, uuid=uuid, placements=page, created=ask.stamp(), stage="next"))]


ON_REPEAT: dict[str, Callable[[Ask, Entry, str], Entry]] = {
    "catch_up": _catch_up,
    "ends": _ends,
    "paused": _paused,
    "happened": happened,
}
"""The fields that say something of how an entry comes back, and what each makes of the entry."""
