"""Packs: ready-made tasks of the trade, and what becomes of one when it is adopted.

A pack is a file of tasks, a bundle a handful of them to begin with. Nothing of either stands on the Board before
it is adopted. An adopted entry names its task in `extra` under "pack", so that it is not adopted twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from organizer.errors import Ambiguous, NotFound
from organizer.practice import Practice
from organizer.records import Check, Entry, Placement
from organizer.when.calendar import exact, nth
from organizer.when.words import MONTHS, WEEKDAYS

KINDS = ("calendar", "after", "dates", "event", "once")
"""How a task comes round: by the calendar, so long after it was done, on a list of dates, when something
happens, or once, on a date that only the person knows."""

WHO = ("solo", "insurance", "pre-licensed", "group")
"""Whom a task is made for; one that names nobody is for everyone."""

FAR = 45
"""What is due in more days than this stays out of sight until its first lead day."""

NOTICE = 21
"""The lead days of what names none."""

SETTLING = 14
"""Days until the first look at what comes round after it was done: nobody knows yet when that was."""

DATE_WANTED = "set-a-date"
"""The tag of what waits for a date that only the person knows."""


class Task(NamedTuple):
    """One task of a pack. `id` is "pack/task"; `leads` are days of notice, `estimate` minutes, `dread` 0 to 3.

    `varies` says by what it differs ("by state"), "" where it does not; `unverified` that nobody looked it up.
    """

    id: str
    title: str
    area: str
    kind: str
    cadence: str
    why: str
    step: str
    source: str
    shift: str = ""
    leads: tuple[int, ...] = ()
    checklist: tuple[str, ...] = ()
    estimate: int | None = None
    dread: int = 0
    varies: str = ""
    unverified: bool = False
    who: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The short name: what stands after the pack's."""
        return self.id.rpartition("/")[2]


class Bundle(NamedTuple):
    """A handful of tasks by id; `own` when it came from a file of the person's own."""

    id: str
    title: str
    about: str
    tasks: tuple[str, ...]
    own: bool = False


class Library(NamedTuple):
    """Every task there is, the bundles, and a sentence for each thing that could not be read."""

    tasks: tuple[Task, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, bundle: Bundle) -> list[Task]:
        """The tasks of a bundle, in its order."""
        by_id = {task.id: task for task in self.tasks}
        return [by_id[id] for id in bundle.tasks if id in by_id]

    def find(self, given: str) -> Bundle | Task:
        """The bundle or task meant: its id, its short name, or its title; "solo insurance" is "solo-insurance".

        Raises `NotFound` with the nearest name, or `Ambiguous` when two packs have a task of that name.
        """
        wanted = slug(given)
        for bundle in self.bundles:
            if wanted in (bundle.id, slug(bundle.title)):
                return bundle
        found = [task for task in self.tasks if task.id == wanted] or [
            task for task in self.tasks if wanted in (task.name, slug(task.title))
        ]
        if len(found) > 1:
            raise Ambiguous(f"More than one pack has {given!r}: {', '.join(task.id for task in found)}. Say which.")
        if not found:
            raise NotFound(f"There is no bundle or task {_short(given)!r}. {self._nearest(wanted)}")
        return found[0]

    def _nearest(self, wanted: str) -> str:
        from difflib import get_close_matches

        names = [bundle.id for bundle in self.bundles] + [task.name for task in self.tasks]
        near = get_close_matches(wanted, names, 1, 0.6)
        return f"Did you mean {near[0]}?" if near else "organizer packs shows what there is."


def slug(text: str) -> str:
    """A name as ids have it: small letters, with dashes between words; a "/" stays."""
    return re.sub(r"[^a-z0-9/]+", "-", text.lower().replace("’", "").replace("'", "")).strip("-")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def adopted(practice: Practice) -> dict[str, Entry]:
    """The open entry of each task that was adopted, by the task's id; the newest where there are several."""
    found: dict[str, Entry] = {}
    for entry in practice.entries.values():
        if entry.extra and entry.open:
            for name, value in entry.extra:
                if name == "pack" and isinstance(value, str):
                    known = found.get(value)
                    found[value] = entry if known is None or entry.created >= known.created else known
    return found


def draft_entries(tasks: Iterable[Task], now: datetime, practice: Practice) -> list[Entry]:
    """What adopting tasks puts on the Board: entries without an id yet, in the order of the tasks.

    Left out: what is adopted already, and what waits for something to happen (`draft_happening`). Nothing is
    due before tomorrow, but for a date of law that is today.
    """
    known = adopted(practice)
    fresh = [task for task in _each_once(tasks) if task.id not in known and task.kind != "event"]
    settling = _settling_days(now.date())
    return [_draft(task, _first(task, now, settling), now, practice) for task in fresh]


def draft_happening(task: Task, now: datetime, practice: Practice) -> Entry:
    """What stands on today's page when the thing that an event task waits for has happened."""
    made = _draft(task, happened_due(task.cadence, now), now, practice)
    return made._replace(start=None, placements=(Placement(f"day:{now.date().isoformat()}"),))


def _each_once(tasks: Iterable[Task]) -> list[Task]:
    return list({task.id: task for task in tasks}.values())


def first_due(task: Task, now: datetime) -> str | None:
    """The ISO date on which an adopted task is due first; None where only the person knows it."""
    return _first(task, now, _settling_days(now.date()))


def _first(task: Task, now: datetime, settling: Iterator[str]) -> str | None:
    if task.kind == "once":
        return None
    if task.kind == "after":
        return next(settling)
    if task.kind == "event":
        return happened_due(task.cadence, now)
    return first_date(task, now.date())


def _settling_days(today: date) -> Iterator[str]:
    """Working days from two weeks on, one after the other: first looks do not come all at once."""
    day = today + timedelta(days=SETTLING)
    while True:
        while day.weekday() > 4:
            day += timedelta(days=1)
        yield day.isoformat()
        day += timedelta(days=1)


def _draft(task: Task, due: str | None, now: datetime, practice: Practice) -> Entry:
    area = practice.areas.get(task.area)
    extra: list[tuple[str, object]] = [("pack", task.id)]
    if task.kind in ("calendar", "after", "dates"):
        extra.append(("cadence", task.cadence))
    if task.leads:
        extra.append(("leads", list(task.leads)))
    return Entry(
        id="",
        text=task.title,
        area=task.area if area is not None and not area.retired else "",
        stage="next" if due else "inbox",
        due=due,
        start=_hidden_until(task, due, now.date()),
        estimate=task.estimate,
        dread=task.dread,
        step=task.step,
        checklist=tuple(Check(line) for line in task.checklist),
        tags=() if due else (DATE_WANTED,),
        notes=notes_of(task),
        extra=tuple(extra),
    )


def _hidden_until(task: Task, due: str | None, today: date) -> str | None:
    """What is far off comes into sight with its first lead day."""
    if not due:
        return None
    day = date.fromisoformat(due[:10])
    if (day - today).days <= FAR:
        return None
    return (day - timedelta(days=max(task.leads, default=NOTICE))).isoformat()


def notes_of(task: Task) -> str:
    """Why it is done, what it depends on, and where that is from: a line each."""
    differs = f"Differs {task.varies}: check yours." if task.varies else ""
    return "\n".join(line for line in (task.why, differs, f"Source: {task.source}.") if line)


# -- cadences: interim, until `organizer.repeat` reads them

_EXAMPLES = {
    "calendar": "every friday, every first monday of the month, every january 31",
    "after": "every 90 days after done, every 12 months after done",
    "dates": "april 15, june 15, september 15 and january 15",
    "event": "1 business day after booking, 14 days after the last session",
    "once": "once, by the date on the license",
}
_EVENT = re.compile(r"(?:(\d{1,3}) (business )?days? after|the same day as) \S.*")
_AFTER = re.compile(r"every \d{1,3} (?:day|week|month|year)s? after done")
_COUNTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def cadence_trouble(kind: str, cadence: str) -> str:
    """Why a cadence cannot be read as one of its kind, and what can; or ""."""
    if kind == "once":
        good = cadence.startswith("once")
    elif kind == "event":
        good = _EVENT.fullmatch(cadence) is not None
    elif kind == "after":
        good = _AFTER.fullmatch(cadence) is not None
    else:
        good = _holds(cadence) is not None
    return "" if good else f"{cadence!r} is no rhythm of this kind; {_EXAMPLES[kind]} are"


def happened_due(cadence: str, now: datetime) -> str:
    """The ISO date that an event cadence means when it has happened today."""
    found = _EVENT.fullmatch(cadence)
    day, left = now.date(), int(found[1] or 0) if found else 0
    while left:
        day += timedelta(days=1)
        left -= not (found and found[2] and day.weekday() > 4)
    return day.isoformat()


def first_date(task: Task, today: date) -> str | None:
    """The first day of a calendar or a list of dates: after today, or today where it is a date of the year."""
    holds = _holds(task.cadence)
    if holds is None:
        return None
    yearly = any(month in task.cadence for month in MONTHS)
    days = (today + timedelta(days=ahead) for ahead in range(0 if yearly else 1, 366 * 9))
    day = next((day for day in days if holds(day)), None)
    while day and task.shift and day.weekday() > 4:
        day += timedelta(days=1)
    return day.isoformat() if day else None


def _holds(cadence: str) -> Callable[[date], bool] | None:
    """Whether a day is one of the cadence's; None where the cadence cannot be read."""
    words = cadence.removeprefix("every ").replace(",", " ").replace(" and ", " ").split()
    if cadence == "every weekday":
        return lambda day: day.weekday() < 5
    if words and words[0] in MONTHS:
        return _on_dates(words)
    if not cadence.startswith("every ") or not words:
        return None
    if words[0] == "other" and len(words) == 2 and words[1] in WEEKDAYS:
        return lambda day: day.weekday() == WEEKDAYS[words[1]] and day.toordinal() // 7 % 2 == 0
    if words[0] in _COUNTS and words[2:] == ["of", "the", "month"] and words[1] in WEEKDAYS:
        count, weekday = _COUNTS[words[0]], WEEKDAYS[words[1]]
        return lambda day: nth(day.year, day.month, str(weekday), count) == day
    if all(word in WEEKDAYS for word in words):
        wanted = {WEEKDAYS[word] for word in words}
        return lambda day: day.weekday() in wanted
    return None


def _on_dates(words: list[str]) -> Callable[[date], bool] | None:
    pairs = list(zip(words[::2], words[1::2], strict=False))
    if len(words) % 2 or not all(month in MONTHS and number.isdecimal() for month, number in pairs):
        return None
    dates = {(MONTHS[month], int(number)) for month, number in pairs}
    if not all(exact(2024, month, number) for month, number in dates):
        return None
    return lambda day: (day.month, day.day) in dates
