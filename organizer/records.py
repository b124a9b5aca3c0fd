"""The records of a practice: small frozen tuples, one kind per table.

Named tuples rather than dataclasses: they are as frozen, cost the capture path no import of
`dataclasses` (twice the price of everything else it needs), and ten thousand of them are made
in a few milliseconds. Dates are ISO strings ("2026-03-06", "2026-03-06T16:00"), which sort as
the calendar does and keep a date without a time a date.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

Doc: TypeAlias = dict[str, Any]

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

    `page` is "day:2026-06-11", "month:2026-06", "future" or "collection:ID"; `state` is "here",
    "moved" (`>`) or "scheduled" (`<`).
    """

    page: str
    state: str = "here"


class Repeat(NamedTuple):
    """The rule by which an entry comes back; the rules themselves are read elsewhere."""

    rule: str = ""
    after_completion: bool = False
    dates: tuple[str, ...] = ()
    shift: str = ""


class Entry(NamedTuple):
    """One rapid-logged line: a task, an event or a note (product.md, vocabulary).

    `estimate` is in minutes, `dread` 0 to 3, `area` the id of an `Area` or "". `extra` holds what
    a newer version wrote and this one does not know, so that it can be written back.
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
    extra: tuple[tuple[str, Any], ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still asks for something."""
        return self.stage not in CLOSED

    @property
    def deferrals(self) -> int:
        """How often it was migrated: the strokes left on earlier pages."""
        return sum(place.state != "here" for place in self.placements)


class Area(NamedTuple):
    """A back-office category. `aliases` are other words `#...` may say for it."""

    id: str
    uuid: str = ""
    name: str = ""
    order: int = 0
    aliases: tuple[str, ...] = ()
    client_facing: bool = False
    retired: bool = False
    extra: tuple[tuple[str, Any], ...] = ()


class Day(NamedTuple):
    """One office day, by its ISO date: the three that were chosen, and when the office opened and closed."""

    id: str
    three: tuple[str, ...] = ()
    opened: str | None = None
    closed: str | None = None
    extra: tuple[tuple[str, Any], ...] = ()


class Theme(NamedTuple):
    """The word and statement that a season or a year stands under; `color` is "#rrggbb"."""

    id: str
    uuid: str = ""
    name: str = ""
    statement: str = ""
    color: str = ""
    since: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Setting(NamedTuple):
    """One thing the person has set, by its name."""

    id: str
    value: Any = None
    extra: tuple[tuple[str, Any], ...] = ()


Record: TypeAlias = Entry | Area | Day | Theme | Setting

TABLES: dict[str, type[Record]] = {
    "settings": Setting,
    "areas": Area,
    "themes": Theme,
    "days": Day,
    "entries": Entry,
}
"""Every table and what it holds, small ones first: a snapshot keeps this order."""

_PARTS: dict[str, Any] = {"checklist": Check, "placements": Placement}
_TUPLES = frozenset({"signifiers", "tags", "blocked_by", "reminders", "aliases", "three"})


def to_doc(record: Record) -> Doc:
    """The record as a JSON object: fields that say nothing (their default) are left out."""
    doc: Doc = {}
    defaults = record._field_defaults
    for name, value in zip(record._fields, record):
        if name == "extra":
            doc.update(value)
        elif name == "id" or value != defaults[name]:
            doc[name] = plain(value)
    return doc


def plain(value: Any) -> Any:
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {key: plain(part) for key, part in value._asdict().items()}
        return [plain(part) for part in value]
    return value


def from_doc(table: str, doc: Doc) -> Record:
    """The record a JSON object stands for; unknown fields are kept in `extra`.

    Raises `TypeError` or `ValueError` when the object cannot be such a record.
    """
    kind: Any = TABLES[table]
    try:
        record = kind(**doc)
    except TypeError:
        known = {name: value for name, value in doc.items() if name in kind._fields}
        rest = tuple((name, value) for name, value in doc.items() if name not in kind._fields)
        record = kind(**known, extra=rest)
    fixed = {
        name: _tupled(name, value) for name, value in doc.items() if value.__class__ in (list, dict) and name in _FROZEN
    }
    return record._replace(**fixed) if fixed else record


_FROZEN = _TUPLES | set(_PARTS) | {"repeat"}


def _tupled(name: str, value: Any) -> Any:
    if name in _TUPLES:
        return tuple(value)
    if name == "repeat":
        return Repeat(**{**value, "dates": tuple(value.get("dates", ()))})
    return tuple(_PARTS[name](**part) for part in value)
