"""Whether what came from outside may be a record: each field of the kind that its class says, each date a date."""

from __future__ import annotations

import typing
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any

from organizer.records import Record
from organizer.views.naming import KINDS, is_page

DATES = frozenset(
    {
        "anchor", "at", "begun", "closed", "created", "dropped", "due", "followed", "made", "nudge", "on", "opened",
        "received", "review", "since", "start", "taken", "waiting_since",
    }
)  # fmt: skip
"""Fields that hold a date, or a date and a time, where they are text and say anything."""
ALSO = {"Closure": ("first", "last")}
"""The same, of one class alone."""
NEEDED = {"Win": ("at",), "Closure": ("first", "last"), "Step": ("at",), "Answer": ("at",)}
"""Dates that a record cannot do without."""

LONGEST_ID = 200


def why_not(record: Record) -> str:
    """What is wrong with a record, "its due is no date"; "" when nothing is."""
    if not isinstance(record.id, str) or not 0 < len(record.id) <= LONGEST_ID:
        return "it has no id"
    named = NAMED.get(record.__class__.__name__)
    return f"its id is no {named[0]}" if named and not named[1](record.id) else _of(record)


def dates_of(kind: str) -> frozenset[str]:
    """The names of the fields of a class that hold dates where they are text."""
    return DATES.union(ALSO.get(kind, ()))


def _of(record: Any) -> str:
    hints, kind = _hints(record.__class__), record.__class__.__name__
    dates, needed = dates_of(kind), NEEDED.get(kind, ())
    for name, value in zip(record._fields, record, strict=True):
        if name == "extra":
            continue
        if not _fits(value, hints[name]):
            return f"its {name} is of the wrong kind"
        if name in dates and isinstance(value, str) and (value or name in needed) and not is_date(value):
            return f"its {name} is no date"
        if name == "page" and kind == "Placement" and not _may_be_page(value):
            return "there is no such page"
        for part in value if value.__class__ is tuple else (value,):
            if hasattr(part, "_fields") and (inner := _of(part)):
                return inner
    return ""


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _fits(value: Any, hint: Any) -> bool:
    if hint is Any:
        return True
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, UnionType):
        return any(_fits(value, part) for part in parts)
    if origin is tuple:
        if value.__class__ is not tuple:
            return False
        if len(parts) == 2 and parts[1] is Ellipsis:
            return all(_fits(part, parts[0]) for part in value)
        return len(value) == len(parts) and all(map(_fits, value, parts))
    if hint is None or hint is NoneType:
        return value is None
    if hint is float:
        return value.__class__ in (int, float)
    return value.__class__ is (origin or hint)


def is_date(text: str) -> bool:
    """Whether a text is an ISO date, or an ISO date and time as they are kept: "2026-03-06", "2026-03-06T16:00"."""
    try:
        if len(text) == 10:
            date.fromisoformat(text)
        else:
            datetime.fromisoformat(text)
    except ValueError:
        return False
    return text[4:5] == text[7:8] == "-" and text[10:11] in ("", "T")


def _is_day(id: str) -> bool:
    return len(id) == 10 and is_date(id)


def _is_month(id: str) -> bool:
    return len(id) == 7 and is_date(f"{id}-01")


def _may_be_page(id: str) -> bool:
    """Whether a page has a name of its kind; a kind that is not known here may have any."""
    return id.partition(":")[0] not in KINDS or is_page(id)


NAMED: dict[str, tuple[str, Callable[[str], bool]]] = {
    "Day": ("day", _is_day),
    "Jar": ("month", _is_month),
    "JournalPage": ("page", _may_be_page),
}
"""Classes whose ids say something: what, and whether one does."""
