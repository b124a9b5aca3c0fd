"""Records of any table, made up at random from what their classes say; dates are dates."""

from __future__ import annotations

import typing
from functools import cache
from types import NoneType, UnionType
from typing import Any

from hypothesis import strategies as some

from organizer.exchange.fits import NEEDED, dates_of
from organizer.records import TABLES

TEXT = some.text(max_size=12) | some.sampled_from(["=1+1", "'=x", "a\nb", "\ud800", "é🧾", '","', "[x]", "# no", ""])
FLAT = some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | TEXT
JSON = some.recursive(FLAT, lambda part: some.lists(part, max_size=2) | some.dictionaries(TEXT, part, max_size=2))
DAYS = some.dates().map(str) | some.datetimes().map(lambda at: at.isoformat(timespec="seconds")) | some.just("")
KNOWN = {name for kind in TABLES.values() for name in kind._fields}
EXTRA = some.dictionaries(some.text(min_size=1, max_size=5).filter(lambda name: name not in KNOWN), JSON, max_size=2)

IDS = {"Day": some.dates().map(str), "Jar": some.dates().map(lambda day: str(day)[:7])}


@cache
def of_kind(kind: Any) -> some.SearchStrategy[Any]:
    """Records of a class."""
    hints = typing.get_type_hints(kind)
    dates = dates_of(kind.__name__)
    fields = {name: DAYS if name in dates and _is_text(hints[name]) else _of(hints[name]) for name in kind._fields}
    fields |= {name: some.dates().map(str) for name in NEEDED.get(kind.__name__, ())}
    if "extra" in fields:
        fields["extra"] = EXTRA.map(lambda pairs: tuple(pairs.items()))
    if "id" in fields:
        fields["id"] = IDS.get(kind.__name__, some.text(min_size=1, max_size=10))
    return some.builds(kind, **fields)


def _is_text(hint: Any) -> bool:
    return hint is str or hint == str | None


def _of(hint: Any) -> some.SearchStrategy[Any]:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    plain = {str: TEXT, int: some.integers(), bool: some.booleans(), NoneType: some.none(), Any: JSON}
    if hint in plain:
        return plain[hint]
    if hint is float:
        return some.floats(allow_nan=False, allow_infinity=False)
    if origin in (typing.Union, UnionType):
        return some.one_of(*map(_of, parts))
    if origin is tuple and parts[1:] == (Ellipsis,):
        return some.lists(_of(parts[0]), max_size=3).map(tuple)
    if origin is tuple:
        return some.tuples(*map(_of, parts))
    return of_kind(hint)


def practices() -> some.SearchStrategy[list[Any]]:
    """Some records of some tables."""
    return some.lists(some.sampled_from([*TABLES]).flatmap(lambda table: of_kind(TABLES[table])), max_size=12)
