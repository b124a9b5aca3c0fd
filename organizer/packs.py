"""Packs: ready-made tasks of the trade, and what becomes of one when it is adopted.

A pack is a file of tasks, a bundle a handful of them to begin with. Nothing of either stands on the Board before
it is adopted. An adopted entry names its task in `extra` under "pack", so that it is not adopted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from organizer.errors import Ambiguous, NotFound
from organizer.practice import Practice
from organizer.records import Check, Entry, Placement, Repeat

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


class Words(NamedTuple):
    """A script: `key` names shipped ones, `id` one's own; `about` says when, `local` marks wording that differs by
    state."""

    key: str
    id: str
    name: str
    text: str
    about: str = ""
    local: bool = False


class Library(NamedTuple):
    """Every task there is, the bundles, and a sentence for each thing that could not be read; and the words to say at
    the front door (`organizer.door.scripts`) that an office begins with."""

    tasks: tuple[Task, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    problems: tuple[str, ...] = ()
    scripts: tuple[Words, ...] = ()

    def troubles(self) -> tuple[list[str], int]:
        """The first sentence about each file that could not be read, and how many more there are."""
        files: dict[str, str] = {}
        for problem in self.problems:
            files.setdefault(problem.partition(", line ")[0], problem)
        return list(files.values()), len(self.problems) - len(files)

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
    due before tomorrow, but for what comes once a year on this very day.
    """
    known = adopted(practice)
    fresh = {task.id: task for task in tasks if task.id not in known and task.kind != "event"}
    settling = _settling_days(now.date())
    return [_draft(task, *_first(task, now, settling), now, practice) for task in fresh.values()]


def draft_happening(task: Task, now: datetime, practice: Practice) -> Entry:
    """What stands on today's page when the thing that an event task waits for has happened."""
    made = _draft(task, *_first(task, now, _settling_days(now.date())), now, practice)
    return made._replace(start=None, placements=(Placement(f"day:{now.date().isoformat()}"),))


def first_due(task: Task, now: datetime) -> str | None:
    """The ISO date on which an adopted task is due first; None where only the person knows it."""
    return _first(task, now, _settling_days(now.date()))[0]


def _settling_days(today: date) -> Iterator[str]:
    """Business days from two weeks on, one after the other: first looks do not come all at once."""
    from organizer import holidays

    day = today + timedelta(days=SETTLING)
    while True:
        day = holidays.next_business_day(day)
        yield day.isoformat()
        day += timedelta(days=1)


def _first(task: Task, now: datetime, settling: Iterator[str]) -> tuple[str | None, Repeat | None]:
    """When a task is due first, and how it comes back from there."""
    from organizer import repeat as repeats

    if task.kind == "once":
        return None, None
    if task.kind == "event":
        said = read_cadence("event", task.cadence, now)
        return (repeats.event_due(said, now.date().isoformat()) if said else None), None
    if task.kind == "after":
        due, said = next(settling), read_cadence("after", task.cadence, now)
        return due, said._replace(anchor=due, on=due, leads=task.leads) if said else None
    return _of_the_calendar(task, now)


def _of_the_calendar(task: Task, now: datetime) -> tuple[str | None, Repeat | None]:
    """The first occurrence from tomorrow on; today's counts for what comes once a year."""
    from organizer import repeat as repeats
    from organizer.repeat.occurrences import SHIFT, occurrences

    said = read_cadence(task.kind, task.cadence, now)
    if said is None:
        return None, None
    today = now.date()
    since = today if said.dates or "FREQ=YEARLY" in said.rule else today + timedelta(days=1)
    # A day that was moved off a weekend may still be ahead when its own date is past.
    begin = datetime.combine(since - timedelta(days=6 if task.shift else 0), now.time().min)
    said = (read_cadence(task.kind, task.cadence, begin) or said)._replace(
        shift=SHIFT if task.shift else "", leads=task.leads
    )
    for on in occurrences(said, begin.date()):
        due = repeats.due_of(said, on)
        if due[:10] >= since.isoformat():
            return due, said._replace(anchor=on, on=on)
    return None, None


def _draft(task: Task, due: str | None, repeat: Repeat | None, now: datetime, practice: Practice) -> Entry:
    area = practice.areas.get(task.area)
    return Entry(
        id="",
        text=task.title,
        area=task.area if area is not None and not area.retired else "",
        stage="next" if due else "inbox",
        due=due,
        start=_hidden_until(task, due, now.date()),
        repeat=repeat,
        estimate=task.estimate,
        dread=task.dread,
        step=task.step,
        checklist=tuple(Check(line) for line in task.checklist),
        tags=() if due else (DATE_WANTED,),
        notes=notes_of(task),
        reminders=tuple(f"{days}d" for days in task.leads) if repeat is None else (),
        extra=(("pack", task.id),),
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


# -- cadences

_EXAMPLES = {
    "calendar": "every friday, every first monday of the month, every january 31",
    "after": "every 90 days after done, every 12 months after done",
    "dates": "april 15, june 15, september 15 and january 15",
    "event": "1 business day after booking, 14 days after the last session, the same day as the course",
    "once": "once, by the date on the license",
}
_SAME_DAY = "the same day as "


def read_cadence(kind: str, cadence: str, now: datetime) -> Repeat | None:
    """The rule that a cadence says, None where it is no rule of its kind."""
    from organizer import when

    if kind == "event" and cadence.startswith(_SAME_DAY):
        return Repeat(event=cadence.removeprefix(_SAME_DAY))
    said = when.read_repeat(cadence, now)
    if said is None:
        return None
    is_of = {
        "calendar": bool(said.rule) and not said.after_completion,
        "after": bool(said.rule) and said.after_completion,
        "dates": bool(said.dates),
        "event": bool(said.event),
    }
    return said if is_of.get(kind) else None


def cadence_trouble(kind: str, cadence: str) -> str:
    """Why a cadence cannot be read as one of its kind, and what can; or ""."""
    readable = cadence.startswith("once") if kind == "once" else read_cadence(kind, cadence, datetime(2024, 1, 1))
    return "" if readable else f"{cadence!r} is no rhythm of this kind; {_EXAMPLES[kind]} are"
