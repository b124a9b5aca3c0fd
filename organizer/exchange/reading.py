"""Reading Organizer's own JSON back: all of it, or one sentence that says what is wrong and in which line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple, NoReturn

from organizer.errors import Damaged
from organizer.exchange.fits import why_not
from organizer.exchange.own import FORMAT, STAYING, VERSION, checksum
from organizer.exchange.walk import NotJson, Walk
from organizer.records import TABLES, Record, from_doc

UNCHANGED = "Nothing was changed."
_TAIL = len(',\n"sum":"0123456789abcdef"}\n')


class Brought(NamedTuple):
    """One record that came from outside, and its table."""

    table: str
    record: Record


FACTS = ("format", "version", "sum")
"""What is said beside the tables. Anything else is damage: a name with a letter wrong would hide the checksum."""


def read(file: BinaryIO) -> list[Brought]:
    """Every record of the text. Raises `Damaged`."""
    try:
        walk = Walk(io.TextIOWrapper(file, encoding="utf-8-sig", newline="").read)
        found = list(_records(walk))
    except NotJson as error:
        raise Damaged(f"The file cannot be read. {error}. {UNCHANGED}") from None
    except UnicodeDecodeError:
        raise Damaged(f"The file is not a text in UTF-8, so it is no export of Organizer. {UNCHANGED}") from None
    return found


def check_sum(file: BinaryIO) -> None:
    """Compare the checksum at the end of a file with what stands before it; one without is taken as it is.

    Raises `Damaged`.
    """
    length = file.seek(0, io.SEEK_END)
    file.seek(max(0, length - _TAIL))
    tail = file.read()
    file.seek(0)
    if not (len(tail) == _TAIL and tail.startswith(b',\n"sum":"') and tail.endswith(b'"}\n')):
        return
    sum, left = checksum(), length - _TAIL
    while left > 0:
        part = file.read(min(left, 1 << 16))
        if not part:
            break
        sum.update(part)
        left -= len(part)
    file.seek(0)
    if sum.hexdigest().encode() != tail[9:-3]:
        raise Damaged(
            "The file is not as it was written: its checksum does not fit, so something in it is other than it was. "
            f"{UNCHANGED}"
        )


def _records(walk: Walk) -> Iterator[Brought]:
    """The records one by one; what else the object says is checked as it comes."""
    facts: dict[str, Any] = {}
    seen = False
    if walk.peek() != "{":
        walk.refuse("no export of Organizer begins so")
    walk.take("{")
    while True:
        name = _name(walk)
        if name == "tables":
            _check_facts(facts, walk, early=True)
            yield from _tables(walk)
            seen = True
        elif name in FACTS:
            facts[name] = walk.value()
        else:
            _check_facts(facts, walk, early=False)
            walk.refuse("it says something that no export of Organizer says")
        if walk.take(",}") == "}":
            break
    walk.end()
    _check_facts(facts, walk, early=False)
    if not seen:
        walk.refuse("it has no tables")


def _name(walk: Walk) -> str:
    if walk.peek() != '"':
        walk.refuse("a name should stand here")
    name: str = walk.value()
    walk.take(":")
    return name


def _check_facts(facts: dict[str, Any], walk: Walk, early: bool) -> None:
    """Whether it is an export, and of a version that is known; early, what is not said yet may still come."""
    if facts.get("format", FORMAT if early else "") != FORMAT:
        walk.refuse("it is JSON, but no export of Organizer")
    version = facts.get("version", VERSION if early else 0)
    if type(version) is not int or version < 1:
        walk.refuse("it does not say which version of the format it has")
    if version > VERSION:
        _newer(f"It has version {version} of the format, and this Organizer reads up to {VERSION}.")


def _newer(what: str) -> NoReturn:
    raise Damaged(f"The file was written by a newer Organizer. {what} Update Organizer, then import it. {UNCHANGED}")


def _tables(walk: Walk) -> Iterator[Brought]:
    walk.take("{")
    if walk.peek() == "}":
        walk.take("}")
        return
    while True:
        table = _name(walk)
        if table not in TABLES:
            _newer(f"It holds records that this one does not know ({table[:40]!r}).")
        yield from _table(walk, table)
        if walk.take(",}") == "}":
            return


def _table(walk: Walk, table: str) -> Iterator[Brought]:
    ids: set[str] = set()
    walk.take("[")
    if walk.peek() == "]":
        walk.take("]")
        return
    while True:
        walk.peek()
        line = walk.line
        record = _record(table, walk.value(), line)
        if record.id in ids:
            raise NotJson(f"Line {line:,}: a record of {table} stands there for the second time")
        ids.add(record.id)
        if (table, record.id) not in STAYING:
            yield Brought(table, record)
        if walk.take(",]") == "]":
            return


def _record(table: str, doc: Any, line: int) -> Record:
    """The record of an object; what stands in one is not quoted, for it may be anything."""
    try:
        if not isinstance(doc, dict):
            raise TypeError
        record: Record = from_doc(table, doc)
        why = why_not(record)
    except (AttributeError, KeyError, TypeError, ValueError):
        why = "it has no such shape"
    if why:
        raise NotJson(f"Line {line:,}: this cannot be a record of {table}, for {why}")
    return record
