"""Whether what came from outside may be a record: each field of the kind that its class says, each date a date."""

from __future__ import annotations

import typing
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any

from organizer.records import Record

DATES = frozenset(
    {
        "at", "begun", "closed", "created", "due", "first", "last", "made", "nudge", "opened", "since", "start",
        "waiting_since",
    }
)  # fmt: skip
"""Fields that hold a date, or a date and a time, where they are text and say anything."""

LONGEST_ID = 200


def why_not(record: Record) -> str:
    """What is wrong with a record, "its due is no date"; "" when nothing is."""
    if not isinstance(record.id, str) or not 0 < len(record.id) <= LONGEST_ID:
        return "it has no id"
    return _of(record)


def _of(record: Any) -> str:
    hints = _hints(record.__class__)
    for name, value in zip(record._fields, record, strict=True):
        if name == "extra":
            continue
        if not _fits(value, hints[name]):
            return f"its {name} is of the wrong kind"
        if name in DATES and isinstance(value, str) and value and not is_date(value):
            return f"its {name} is no date"
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
