"""Whether what came from outside may be a record: each field of the kind that its class says, each date a date."""

from __future__ import annotations

import typing
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple

from organizer.records import Placement, Record
from organizer.views.naming import KINDS, is_page

DATES = frozenset(
    {
        "anchor", "at", "begun", "closed", "created", "done", "dropped", "due", "followed", "made", "nudge", "on",
        "opened", "received", "review", "since", "start", "taken", "waiting_since",
    }
)  # fmt: skip
"""Fields that hold a date, or a date and a time, where they are text and say anything."""
ALSO = {"Closure": ("first", "last")}
"""The same, of one class alone."""
NO_DATES = {"Ritual": ("at",), "Run": ("at",)}
"""Where such a name stands for something else: a time of day, a question."""
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
    return DATES.union(ALSO.get(kind, ())).difference(NO_DATES.get(kind, ()))


class _Field(NamedTuple):
    """What a field of a class has to be: `usual` is what says nothing and needs no look."""

    name: str
    usual: Any
    fits: Callable[[Any], bool]
    date: bool
    needed: bool


def _of(record: Any) -> str:
    kind = record.__class__
    for field, value in zip(_fields(kind), record, strict=False):
        if value is field.usual and not field.needed:
            continue
        if not field.fits(value):
            return f"its {field.name} is of the wrong kind"
        if field.date and value.__class__ is str and (value or field.needed) and not is_date(value):
            return f"its {field.name} is no date"
        if field.name == "page" and kind is Placement and not _may_be_page(value):
            return "there is no such page"
        for part in value if value.__class__ is tuple else (value,):
            if hasattr(part, "_fields") and (inner := _of(part)):
                return inner
    return ""


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    """The fields of a class but `extra`, which may hold anything."""
    hints, usual, name = typing.get_type_hints(kind), kind._field_defaults, kind.__name__
    dates, needed = dates_of(name), NEEDED.get(name, ())
    return tuple(
        _Field(field, usual.get(field, _fields), _fitting(hints[field]), field in dates, field in needed)
        for field in kind._fields
        if field != "extra"
    )


@cache
def _fitting(hint: Any) -> Callable[[Any], bool]:
    """Whether a value is of a kind, as a function."""
    if hint is Any:
        return lambda value: True
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    inner = tuple(_fitting(part) for part in parts if part is not Ellipsis)
    if origin in (typing.Union, UnionType):
        return lambda value: any(fits(value) for fits in inner)
    if origin is tuple and Ellipsis in parts:
        return lambda value: value.__class__ is tuple and all(map(inner[0], value))
    if origin is tuple:
        return lambda value: value.__class__ is tuple and len(value) == len(inner) and _each(inner, value)
    if hint is float:
        return lambda value: value.__class__ in (int, float)
    kind = NoneType if hint is None else origin or hint
    return lambda value: value.__class__ is kind


def _each(inner: tuple[Callable[[Any], bool], ...], value: tuple[Any, ...]) -> bool:
    return all(fits(part) for fits, part in zip(inner, value, strict=True))


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
