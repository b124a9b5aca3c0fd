"""Who is named where a person's place is: the words that stand for somebody in this practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from organizer.lint.people import may_be_named
from organizer.practice import Practice
from organizer.records import TABLES, Record

WHO = ("waiting_for", "who")
"""The fields that say who."""


def named(records: Iterable[Record]) -> frozenset[str]:
    """The names in the fields of some records that say who; roles ("the payer") are nobody's."""
    said = {getattr(record, field, "") for record in records for field in WHO}
    return frozenset(who for who in said if who and may_be_named(who))


def everybody(practice: Practice) -> frozenset[str]:
    """Those of all records."""
    asking = [name for name, kind in TABLES.items() if set(kind._fields) & set(WHO)]
    return frozenset().union(*(named(practice.table(name).values()) for name in asking))


def words_of(practice: Practice) -> Iterator[str]:
    """Every text of the practice, wherever it stands."""
    for table in TABLES:
        for record in practice.table(table).values():
            yield from _texts(record)


def _texts(value: Any) -> Iterator[str]:
    if value.__class__ is str:
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))
