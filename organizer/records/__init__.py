"""The records of a practice: small frozen tuples, one kind per table.

Named tuples rather than dataclasses: they are as frozen, cost the capture path no import of
`dataclasses` (twice the price of everything else it needs), and ten thousand of them are made
in a few milliseconds. Dates are ISO strings ("2026-03-06", "2026-03-06T16:00"), which sort as
the calendar does and keep a date without a time a date.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from organizer.records.docs import TABLES, Doc, Record, from_doc, plain, to_doc

KINDS = ("task", "event", "note")
STAGES = ("inbox", "next", "doing", "waiting", "done", "let go")
CLOSED = ("done", "let go")
SIGNIFIERS = ("priority", "idea", "investigate")


class Check(NamedTuple):
    """One line of an entry's checklist."""

    text: str
    done: bool = False


class Placement(NamedTuple):
    """A page of the journal on which an entry stands.

    `page` is "day:2026-06-11", "month:2026-06", "future", "future:2026-09" or "collection:ID"; `state` is "here",
    "moved" (`>`) or "scheduled" (`<`). An entry's placements are a chain: each came from the one before and went to
    the one after, and only the last is "here". `at` is when it was placed, "" for when the entry was written; `order`
    where it stands on the page when that is not by its time (`organizer.pages.rank`).
    """

    page: str
    state: str = "here"
    at: str = ""
    order: int = 0

    def doc(self) -> Doc:
        """As JSON: page and state always, the others where they say something."""
        doc: Doc = {"page": self.page, "state": self.state}
        if self.at:
            doc["at"] = self.at
        if self.order:
            doc["order"] = self.order
        return doc


class Repeat(NamedTuple):
    """The rule by which an entry comes back (`organizer.repeat` reads it).

    `rule` is an RFC 5545 RRULE, its start (DTSTART) is `anchor`; `dates` are single days instead ("2026-06-15",
    or "06-15" for every year); `event` and `offset` a count of days (or `business` days) after something
    happened. With `business` the interval of a DAILY rule is counted in business days. `shift` is "" or
    "next-business-day". `leads` are days of notice. `catch_up` says what becomes of missed occurrences: "current",
    "every" or "skip". `on` is the day (and time) of the rule that this entry stands for, `series` the id of the
    first entry: the two name an occurrence.
    """

    rule: str = ""
    after_completion: bool = False
    dates: tuple[str, ...] = ()
    shift: str = ""
    except_holidays: bool = False
    event: str = ""
    offset: int = 0
    business: bool = False
    leads: tuple[int, ...] = ()
    catch_up: str = "current"
    paused: bool = False
    anchor: str = ""
    on: str = ""
    series: str = ""
    extra: tuple[tuple[str, Any], ...] = ()

    def doc(self) -> Doc:
        """As JSON: the first four fields always, the others where they say something."""
        usual = Repeat._field_defaults
        pairs = [(name, plain(value)) for name, value in zip(self._fields[:-1], self, strict=False)]
        said = [(name, value) for at, (name, value) in enumerate(pairs) if at < 4 or value not in (usual[name], [])]
        return {**dict(said), **dict(self.extra)}


class Entry(NamedTuple):
    """One rapid-logged line: a task, an event or a note (product.md, vocabulary).

    `estimate` is in minutes, `dread` 0 to 3 and `worst` what its worst bit is, `area` the id of an `Area` or "".
    `reminders` are texts like "180d", "1h" or "30m": so long before the due.
    Who it waits for, since which ISO date, and the day to ask again: `waiting_for`, `waiting_since`, `nudge`.
    `was` is the stage it had before it was finished or let go, `answer` what was found out of something to look into.
    `extra` holds what a newer version wrote and this one does not know, so that it can be written back.
    """

    id: str
    uuid: str = ""
    text: str = ""
    kind: str = "task"
    area: str = ""
    stage: str = "inbox"
    due: str | None = None
    start: str | None = None
    repeat: Repeat | None = None
    estimate: int | None = None
    dread: int = 0
    step: str = ""
    checklist: tuple[Check, ...] = ()
    signifiers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    waiting_for: str = ""
    blocked_by: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    theme: str = ""
    placements: tuple[Placement, ...] = ()
    created: str = ""
    closed: str | None = None
    notes: str = ""
    waiting_since: str = ""
    nudge: str | None = None
    worst: str = ""
    someday: bool = False
    was: str = ""
    answer: str = ""
    extra: tuple[tuple[str, Any], ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still asks for something."""
        return self.stage not in CLOSED

    @property
    def dread_level(self) -> int:
        """Its dread as this version can show it, 0 to 3, whatever a newer one may have written."""
        return self.dread if self.dread in (0, 1, 2, 3) else 3

    @property
    def deferrals(self) -> int:
        """How often it was migrated: the strokes left on earlier pages."""
        return sum(place.state != "here" for place in self.placements)


class Area(NamedTuple):
    """A back-office category. `aliases` are other words `#...` may say for it, `about` a few things that belong
    to it; `color` is the name of a preset color, or ""."""

    id: str
    uuid: str = ""
    name: str = ""
    order: int = 0
    aliases: tuple[str, ...] = ()
    client_facing: bool = False
    retired: bool = False
    color: str = ""
    about: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Day(NamedTuple):
    """One office day, by its ISO date: the three that were chosen, when the office opened and closed, and the ids of
    the habits that were ticked, and of those that were left out on purpose."""

    id: str
    three: tuple[str, ...] = ()
    opened: str | None = None
    closed: str | None = None
    ticked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()


class Theme(NamedTuple):
    """The word and statement that a season or a year stands under; `color` is "#rrggbb", `frame` the one it hangs in
    (`organizer.views.theme.FRAMES`). It ends where the next one begins (`since`)."""

    id: str
    uuid: str = ""
    name: str = ""
    statement: str = ""
    color: str = ""
    since: str = ""
    frame: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Setting(NamedTuple):
    """One thing the person has set, by its name."""

    id: str
    value: Any = None
    extra: tuple[tuple[str, Any], ...] = ()


_place = lru_cache(4096)(Placement)
_alone = lru_cache(4096)(lambda page, state: (_place(page, state),))  # where most entries stand: on one page


def _checks(value: Any) -> tuple[Check, ...]:
    return tuple([Check(**part) for part in value])


def _placements(value: Any) -> tuple[Placement, ...]:
    try:
        if len(value) == 1 and len(value[0]) == 2:
            return _alone(value[0]["page"], value[0]["state"])
        return tuple([_place(part["page"], part["state"]) if len(part) == 2 else Placement(**part) for part in value])
    except KeyError:
        return tuple([Placement(**part) for part in value])


def _repeat(value: Any) -> Repeat:
    """A rule from JSON; what this version does not know is kept. Raises `TypeError` for no rule at all."""
    if not isinstance(value.get("rule"), str):
        raise TypeError("a repeat without a rule")
    known: Doc = {k: tuple(part) if part.__class__ is list else part for k, part in value.items() if k in _KNOWN}
    return Repeat(**known, extra=tuple([pair for pair in value.items() if pair[0] not in _KNOWN]))


_KNOWN = frozenset(Repeat._fields) - {"extra"}


FREEZE: dict[str, Any] = {
    **dict.fromkeys(("signifiers", "tags", "blocked_by", "reminders", "aliases", "three", "ticked", "skipped"), tuple),
    "checklist": _checks,
    "placements": _placements,
    "repeat": _repeat,
}
"""How the lists and objects of JSON become what does not change."""


def _days_of_notice(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(type(days) is int and 0 <= days <= 9999 for days in value):
        return None
    return tuple([f"{days}d" for days in value])


FORMER: dict[str, dict[str, Any]] = {"Entry": {"leads": ("reminders", _days_of_notice)}}
"""What an earlier version wrote under another name: tasks of the shelf that come once had `leads`."""

__all__ = [
    "CLOSED", "FORMER", "FREEZE", "KINDS", "SIGNIFIERS", "STAGES", "TABLES", "Area", "Check", "Day", "Doc", "Entry",
    "Placement", "Record", "Repeat", "Setting", "Theme", "from_doc", "plain", "to_doc",
]  # fmt: skip
