"""Organizer's own JSON: every record there is or ever was, a line each; the same practice gives the same bytes.

    {"format":"organizer-export","version":1,"tables":{
    "areas":[
    {"id":"accounting",...},
    {"id":"clinical",...}],
    "entries":[
    {"id":"0k3f9a0123",...}]},
    "sum":"ce443d72a1ca5d0f"}

Tables stand in the order of `TABLES`, records in that of their ids, fields as they are kept in the vault. `sum` is a
checksum of every byte before the comma that it follows: it may be left out, and is checked where it is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b

from organizer.practice import Practice
from organizer.records import TABLES, Record, to_doc

FORMAT, VERSION = "organizer-export", 1

STAYING = frozenset({("settings", "draft"), ("held", "held")})
"""What does not leave the vault: what was being typed when it locked, and replies of clients that are fewer than five
yet (`organizer.records.feedback`)."""

_plain = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ascii = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode


def line_of(record: Record) -> str:
    """A record as one line; one with half a character in it, which UTF-8 cannot hold, in ASCII."""
    doc = to_doc(record)
    found: str = _plain(doc)
    try:
        found.encode()
    except UnicodeEncodeError:
        return str(_ascii(doc))
    return found


def checksum() -> blake2b:
    """Eight bytes of BLAKE2b: against rot and cut ends, not against people."""
    return blake2b(digest_size=8)


STEP = 200
"""Records that are read at most between two pieces of the text."""


def export(practice: Practice) -> Iterator[str]:
    """The text, piece by piece; some are empty, so that whoever writes may break off. At most one table is held at a
    time, as text."""
    sum = checksum()
    for piece in _pieces(practice):
        sum.update(piece.encode())
        yield piece
    yield f',\n"sum":"{sum.hexdigest()}"}}\n'


def _pieces(practice: Practice) -> Iterator[str]:
    yield f'{{"format":"{FORMAT}","version":{VERSION},"tables":{{'
    begun = False
    for table in TABLES:
        lines: dict[str, str] = {}
        for part in practice.everything(table):
            for number, record in enumerate(part):
                if number % STEP == 0:
                    yield ""
                if (table, record.id) not in STAYING:
                    lines[record.id] = line_of(record)
        if lines:
            yield f'{"," if begun else ""}\n"{table}":['
            begun = True
        before = "\n"
        for id in sorted(lines):
            yield before + lines.pop(id)
            before = ",\n"
        if begun and before == ",\n":
            yield "]"
    yield "}"
