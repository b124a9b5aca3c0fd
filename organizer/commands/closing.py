"""Days without the usual office hours: closed for a holiday of the practice, or open for other hours."""

from __future__ import annotations

import re
from datetime import date

from organizer import when
from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.commands.office_day import time_of
from organizer.commands.setting import keep as setting
from organizer.errors import WrongUse
from organizer.meant import meant
from organizer.practice import Practice
from organizer.records.door import Closure

LONGEST = 731
"""Days of a closure at most: what is longer is an end, or a slip of the finger."""
WHAT_AT_MOST = 60
"""Letters of why."""
_BETWEEN = re.compile(r"\s+(?:to|through|thru|till|until|and)\s+|\s+[-–—]\s+|\s*\.\.\s*", re.IGNORECASE)
_DAYS = re.compile(r"(\S.*\D)(\d{1,2})\s*[-–—]\s*(\d{1,2})", re.DOTALL)


def find(practice: Practice, given: str) -> Closure:
    """The closure with this id, or the only one that begins so. Raises `NotFound` or `Ambiguous`."""
    shows = "`organizer closures` shows what there is."
    found: Closure = meant(practice, "closures", given, "closure", "closures", shows)
    return found


def days_of(ask: Ask, given: str) -> tuple[str, str]:
    """The first and the last day that are typed: "july 3", "dec 24 to jan 2", "aug 3-14". Raises `WrongUse`."""
    text = " ".join(given.split()).removeprefix("from ").removeprefix("between ")
    within = _DAYS.fullmatch(text)
    if within and not text[:4].isdecimal():
        parts = [f"{within[1]}{within[2]}", f"{within[1]}{within[3]}"]
    else:
        parts = _BETWEEN.split(text, 1)
    first = _day(ask, parts[0])
    last = _day(ask, parts[1], first) if len(parts) > 1 else first
    if last < first:
        raise WrongUse(f"{given!r} ends before it begins. Say the first day, then the last: dec 24 to jan 2.")
    if (date.fromisoformat(last) - date.fromisoformat(first)).days >= LONGEST:
        raise WrongUse("Two years at most can be closed at once. Try dec 24 to jan 2.")
    return first, last


def _day(ask: Ask, given: str, since: str = "") -> str:
    """One day, the next one of that name, or the one after the first."""
    found = when.read_all(given, ask.now, day_first=ask.practice.day_first)
    if found and found[:10] < since:
        later = ask.now.fromisoformat(since)
        found = when.read_all(given, later, day_first=ask.practice.day_first)
    if found is None:
        said = given.strip()
        raise WrongUse(f"{said!r} is not a day that can be read. Try july 3, dec 24 to jan 2, or aug 3-14.")
    return found[:10]


def hours_of(ask: Ask, given: str) -> tuple[str, str]:
    """The hours that are typed, "9 to noon"; none when the office is closed. Raises `WrongUse`."""
    text = " ".join(given.split()).lower().removeprefix("from ")
    if text in ("", "none", "no", "-", "closed"):
        return "", ""
    parts = re.split(r"\s+(?:to|till|until)\s+|\s*[-–—]\s*", text, maxsplit=1)
    if len(parts) < 2:
        raise WrongUse(f"{given!r} says only one end. Say from when to when: 9 to noon.")
    opens, closes = time_of(parts[0], "opens", ask), time_of(parts[1], "closes", ask)
    if opens >= closes:
        raise WrongUse(f"From {when.say_time(opens)} to {when.say_time(closes)} is no day yet. Try 9 to noon.")
    return opens, closes


def _said(ask: Ask, before: Closure) -> Closure:
    """A closure as the answers have it: `days`, `what`, `hours`; what is not answered stays."""
    answers = ask.answers
    first, last = days_of(ask, str(answers["days"])) if answers.get("days") else (before.first, before.last)
    what = " ".join(clean(str(answers.get("what") or "")).split()) if "what" in answers else before.what
    opens, closes = hours_of(ask, str(answers["hours"] or "")) if "hours" in answers else (before.opens, before.closes)
    if not first:
        raise WrongUse("Say which days: july 3, dec 24 to jan 2, or aug 3-14.")
    if len(what) > WHAT_AT_MOST:
        raise WrongUse(f"A word or two for what it is, {WHAT_AT_MOST} letters at most; this has {len(what)}.")
    return before._replace(first=first, last=last, what=what, opens=opens, closes=closes)


def said(closure: Closure, ask: Ask) -> str:
    """A closure in words, for the name of a change."""
    days = " to ".join(dict.fromkeys(when.say(day, ask.now) for day in (closure.first, closure.last)))
    hours = f", {when.say_time(closure.opens)} to {when.say_time(closure.closes)}" if closure.opens else ""
    return f"{closure.what}: {days}{hours}" if closure.what else f"{days}{hours}"


def add(ask: Ask) -> Change:
    """Answers `days`, `what`, and `hours` when it is not closed but open for these."""
    id, uuid = ask.new_id()
    made = _said(ask, Closure(id, uuid))
    for other in ask.practice.closures.values():
        if other._replace(id=id, uuid=uuid) == made:
            return Change("It is in the calendar already")
    label = "Other hours" if made.opens else "Closed"
    return Change(f"{label}: {said(made, ask)}", (row("closures", None, made),))


def edit(ask: Ask) -> Change:
    """Answer `closure`, and what of `days`, `what`, `hours` is otherwise."""
    before = find(ask.practice, str(ask.answers.get("closure", "")))
    after = _said(ask, before)
    return Change(f"Changed: {said(after, ask)}", (row("closures", before, after),) if before != after else ())


def remove(ask: Ask) -> Change:
    """Answer `closure`: the office is open then as usual."""
    before = find(ask.practice, str(ask.answers.get("closure", "")))
    return Change(f"Open as usual: {said(before, ask)}", (row("closures", before, None),))


def keep_holidays(ask: Ask) -> Change:
    """Closed on federal holidays, or not; answer `closed` says which."""
    now = ask.practice.setting("closed_on_holidays", True) not in (False, "no")
    wanted = bool(ask.answers.get("closed", not now))
    label = "Closed on federal holidays" if wanted else "Open on federal holidays"
    return setting(ask, label, "closed_on_holidays", wanted)


HERE = ("closures",)

COMMANDS = (
    Command("closures", "When the office is closed", "Closures and other hours: add, change, remove.",
            group="Here"),
    Command("closure.add", "Add a closure", "Days on which the office is closed, or open for other hours.", add, "a",
            "add", HERE, "Here", "closure"),
    Command("closure.edit", "Change a closure", "Other days, another word, other hours.", edit, "e", "change", HERE,
            "Here", "closure"),
    Command("closure.remove", "Open as usual", "The closure goes; undo brings it back.", remove, "x", "remove", HERE,
            "Here", "closure"),
    Command("closure.holidays", "Closed on federal holidays", "Once more and the office is open on them.",
            keep_holidays, "f", "holidays", HERE, "Here"),
)  # fmt: skip
