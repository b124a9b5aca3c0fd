"""What is left of changes whose logs are gone: when, under what name, and which fields of which records."""

from __future__ import annotations

import os
from collections.abc import Callable

from data.codec import Codec, Doc, dumps, frame, loads, unframe
from data.files import append, read_from
from data.log import Op, number, parse, scan
from data.tail import finished, part

_START, _END = "history-", ".jsonl"
_LENGTH = len("history-2031.jsonl")
"""Any other name is that of a copy, which is not read."""
PLACE = "history"


def boil_down(folder: str, data: bytes, codec: Codec, gen: int) -> None:
    """Add a line to the history for each change in a log's bytes; on the disk on return. Raises `OSError`.

    A log that was boiled down twice (the machine stopped before it was removed) does no harm: `n` tells.
    """
    years: dict[str, list[bytes]] = {}
    for body, _ in scan(data, codec, gen).records:
        about, ops = parse(body)
        line: Doc = {"n": about.n, "t": about.at, "l": about.label}
        if about.by:
            line["by"] = about.by
        line["ids"] = [[table, id, _changed((table, id, old, new))] for table, id, old, new in ops]
        year = about.at[:4] if about.at[:4].isdecimal() else "0000"
        years.setdefault(year, []).append(frame(codec.seal(dumps(line), PLACE)))
    for year, lines in years.items():
        append(os.path.join(folder, _START + year + _END), b"".join(lines))


def _changed(op: Op) -> list[str]:
    old, new = op[2] or {}, op[3] or {}
    return [name for name in {**old, **new} if old.get(name) != new.get(name)]


def about(
    folder: str, id: str, before: int, codec: Codec, note: Callable[[str], None]
) -> list[tuple[int, str, str, tuple[str, ...]]]:
    """What happened to a record in changes with a number below `before`: (n, at, label, fields), newest first.

    `note` is told of lines that have rotted or are missing.
    """
    found: dict[int, tuple[int, str, str, tuple[str, ...]]] = {}
    known: set[int] = set()
    needle = dumps(id)
    names = [
        name for name in os.listdir(folder) if name.startswith(_START) and name.endswith(_END) and len(name) == _LENGTH
    ]
    for name in names:
        lines = part(read_from(os.path.join(folder, name))).split(b"\n")
        bodies = [_opened(line, codec) for line in lines]
        if bad := sum(body is None and finished(line) for line, body in zip(lines, bodies, strict=True)):
            note(f"{name} has {bad} lines that could not be read.")
        for body in filter(None, bodies):
            known.add(number(body))
            if needle in body and number(body) < before:
                line = _line(body, id)
                if line[3]:
                    found[line[0]] = line
    if names and len(known) < before - min(known, default=1):
        note("The history of some changes is missing; what they changed is kept.")
    return [found[n] for n in sorted(found, reverse=True)]


def _line(body: bytes, id: str) -> tuple[int, str, str, tuple[str, ...]]:
    """What a line says of a record; no fields when it says nothing, or what it says cannot be understood."""
    try:
        said = loads(body)
        fields = tuple(str(part) for row in said["ids"] if row[1] == id for part in row[2])
        return number(body), str(said["t"]), str(said["l"]), fields
    except (IndexError, KeyError, TypeError, ValueError):
        return 0, "", "", ()


def _opened(line: bytes, codec: Codec) -> bytes | None:
    body = unframe(line)
    try:
        return body and codec.unseal(body, PLACE)
    except ValueError:
        return None
