"""The snapshot of one generation: a JSON object of tables, one document a line, which stock TinyDB can open.

    {"_vault":{"1":{what this is}},
    "areas":{
    "accounting":{...},
    ...
    },
    "_ids":{ every id once more, so that one can be looked for without reading its table },
    "_end":{"1":{"at":OFFSET, "head":[LENGTH,SUM], "tables":{NAME:[OFFSET,LENGTH,SUM]}, ..., "sum":SUM}}}

Each part carries its checksum in the last line, and the parts leave no byte out: one table can be read and verified
without the others.
"""

from __future__ import annotations

import os
from _thread import allocate_lock
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from data.codec import Codec, Doc, Docs, Sum, checksum, dumps, frame, loads, unframe
from data.files import PLAIN_FLAGS, replace
from data.layout import Card
from data.packed import Packed
from organizer.records import TABLES

_END = b',\n"_end":{"1":'
_CLOSE = b"}}\n"
_IDS = "_ids"
NO_TABLES = (_IDS, "_pages", "_archive")
"""How the names of parts begin that are no tables."""

_BATCH = 256


class Unreadable(Exception):
    """A snapshot, or a part of it, does not verify."""


def write(
    path: str,
    card: Card,
    gen: int,
    seq: int,
    tables: Mapping[str, Docs],
    codec: Codec,
    ready: Callable[[], None] = lambda: None,
    more: Mapping[str, Docs] | None = None,
) -> None:
    """Write the state after change number `seq` as the snapshot of generation `gen`. Raises `OSError`.

    `ready` is called when the file has been made and nothing is in it yet; `more` are parts that are no tables.
    """
    order = [*(n for n in TABLES if n in tables), *(n for n in tables if n not in TABLES)]

    def parts() -> Iterator[bytes]:
        ready()
        sections = {**{name: tables[name] for name in order}, _IDS: _index(tables), **(more or {})}
        yield from chunks(card, gen, seq, sections, codec)

    replace(path, parts())


def chunks(
    card: Card, gen: int, seq: int, sections: Mapping[str, Docs], codec: Codec, name: str = ""
) -> Iterator[bytes]:
    """The bytes of a snapshot, or of the segment of the archive called `name`."""
    kind, place = ("archive", name) if name else ("base", f"base-{gen}")
    about = {"format": card.format, "kind": kind, "vault": card.id, "gen": gen, "seq": seq}
    head = b'{"_vault":' + dumps({"1": about})
    yield head
    at = len(head)
    parts: dict[str, list[Any]] = {}
    for part, docs in sections.items():
        if docs:
            sum = Sum()
            yield sum.take(b",\n" + dumps(codec.alias(part, len(parts))) + b":")
            for chunk in codec.seal_parts(_section(docs), f"{place}-{part}"):
                yield sum.take(chunk)
            parts[part] = [at, sum.length, str(sum)]
            at += sum.length
    end = {**about, "at": at, "head": [len(head), checksum(head)]}
    yield _END + frame(codec.sign(end, {"tables": parts}, f"{place}-end"))[:-1] + _CLOSE


def _section(docs: Docs) -> Iterator[bytes]:
    """A table in small chunks: whoever draws the screen meanwhile gets a turn between them."""
    packed = docs if isinstance(docs, Packed) else Packed({**docs})
    start = b"{\n"
    for lines in packed.lines():
        yield start + b",\n".join(lines)
        start = b",\n"
    yield b"\n}"


def _index(tables: Mapping[str, Docs]) -> Docs:
    """All ids of each table in one text, in order, apart by spaces; tables whose ids have spaces or quotes go without.

    Sorted in batches, for the same reason as `_section`.
    """
    from heapq import merge

    found: Docs = {}
    for name, docs in tables.items():
        if docs and all(is_simple(id) for id in docs):
            ids = list(docs)
            batches = [sorted(ids[start : start + 16 * _BATCH]) for start in range(0, len(ids), 16 * _BATCH)]
            found[name] = {"ids": " " + " ".join(merge(*batches)) + " ", "sorted": True}
    return found


def is_simple(id: str) -> bool:
    """Whether an id is made of letters, digits and `-_.:` only, and so looks the same in JSON."""
    return id.isascii() and (id.isalnum() or (bool(id) and all(c.isalnum() or c in "-_.:" for c in id)))


def beginning(text: str, prefix: str, ordered: bool) -> Iterator[str]:
    """The ids in a text made by `_index` that start with `prefix`."""
    at = _first(text, prefix) if ordered else text.find(f" {prefix}")
    while 0 <= at < len(text) - 1 and text.startswith(prefix, at + 1):
        end = text.index(" ", at + 1)
        yield text[at + 1 : end]
        at = end if ordered else text.find(f" {prefix}", end)


def _first(text: str, prefix: str) -> int:
    """Where the space stands before the first id, of those in order, that is not less than `prefix`."""
    low, high = 0, len(text) - 1
    while low < high:
        middle = text.rfind(" ", low, (low + high) // 2 + 1)
        end = text.index(" ", middle + 1)
        if text[middle + 1 : end] < prefix:
            low = end
        else:
            high = middle
    return low


def _is_end(end: Doc, size: int) -> bool:
    """Whether a last line that verifies also says what it should: no more is read than there is."""
    numbers = [end.get(name) for name in ("format", "gen", "seq")]
    parts = end.get("tables")
    fits = isinstance(end.get("vault"), str) and all(type(number) is int for number in numbers)
    if not fits or not isinstance(parts, dict) or not isinstance(head := end.get("head"), list):
        return False
    return _is_part([0, *head], size) and all(_is_part(part, size) for part in parts.values())


def _is_part(part: Any, size: int) -> bool:
    """Whether it is an offset, a length and a checksum."""
    if not isinstance(part, list) or [type(one) for one in part] != [int, int, str]:
        return False
    return bool(0 <= part[0] <= size and 0 <= part[1] <= size)


def owner(path: str, gen: int, codec: Codec) -> str:
    """The id of the vault that a snapshot belongs to; "" when it cannot be read. Raises `OSError`."""
    try:
        snapshot = Snapshot(path, gen, codec)
    except (Unreadable, FileNotFoundError):
        return ""
    snapshot.close()
    return snapshot.card.id


class Snapshot:
    """A snapshot on the disk, or a segment of the archive: kept open so that tables can be read later, even after it
    was removed. Two threads may read it at once. `sum` is the checksum of its last line."""

    def __init__(self, path: str, gen: int, codec: Codec, name: str = "", fd: int = -1) -> None:
        """Reads the first and the last line. `name` is a segment's; `fd`, if it is open already, becomes its own.

        Raises `Unreadable`, or `FileNotFoundError` and other `OSError`.
        """
        self.gen = gen
        self.sum = ""
        self._place = name or f"base-{gen}"
        self._codec = codec
        self._turn = allocate_lock()
        self._fd = os.open(path, os.O_RDONLY | PLAIN_FLAGS) if fd < 0 else fd
        try:
            end = self._read_end()
            if not _is_end(end, os.fstat(self._fd).st_size):
                raise Unreadable("its end is not what is written there")
            length, sum = end["head"]
            kind = "archive" if name else "base"
            if checksum(self._bytes(0, length)) != sum or end["gen"] != gen or end.get("kind") != kind:
                raise Unreadable("its beginning does not verify")
        except BaseException:
            self.close()
            raise
        self.card = Card(end["vault"], (), end["format"])
        self.seq: int = end["seq"]
        self._parts: dict[str, list[Any]] = end["tables"]
        self._alias = {name: codec.alias(name, number) for number, name in enumerate(self._parts)}
        self._ids: dict[str, Any] | None = None

    def _read_end(self) -> Doc:
        size = os.fstat(self._fd).st_size
        for length in (1 << 13, 1 << 20):
            start = max(0, size - length)
            tail = self._bytes(start, size - start)
            found = tail.rfind(_END)
            if found >= 0 and tail.endswith(_CLOSE):
                body = unframe(tail[found + len(_END) : -len(_CLOSE)])
                end = self._proved(body) if body is not None else {}
                if end.get("at") == start + found:
                    self.sum = checksum(body or b"")
                    return end
        raise Unreadable("its end is missing or does not verify")

    def _proved(self, body: bytes) -> Doc:
        """What the last line says. That it is another vault's needs no proof: then nothing of it is ever read."""
        try:
            said: Doc = loads(body)
            if self._codec.vault not in ("", said["vault"]):
                return {**said, "tables": {}}
            return self._codec.proved(body, f"{self._place}-end")
        except (KeyError, TypeError, ValueError):
            raise Unreadable("its end is not what was written") from None

    def _bytes(self, start: int, length: int) -> bytes:
        parts = []
        with self._turn:
            os.lseek(self._fd, start, os.SEEK_SET)
            while length > 0 and (part := os.read(self._fd, length)):
                parts.append(part)
                length -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    @property
    def tables(self) -> list[str]:
        """The tables that have documents."""
        return [name for name in self._parts if not name.startswith(NO_TABLES)]

    @property
    def parts(self) -> list[str]:
        """All that it has, tables or not."""
        return [*self._parts]

    def body(self, name: str) -> bytes:
        """The JSON object of a table, verified; `{}` when it has none. Raises `Unreadable`, `OSError`."""
        if name not in self._parts:
            return b"{}"
        start, length, sum = self._parts[name]
        part = self._bytes(start, length)
        if checksum(part) != sum:
            raise Unreadable(f"its part {name} does not verify")
        try:
            return self._codec.unseal(part[len(dumps(self._alias[name])) + 3 :], f"{self._place}-{name}")
        except ValueError:
            raise Unreadable(f"its part {name} does not open") from None

    def docs(self, name: str) -> Packed:
        """The documents of a table by id, in the order they were made. Raises `Unreadable`, `OSError`."""
        try:
            return Packed.of(self.body(name))
        except (TypeError, ValueError):
            raise Unreadable(f"its part {name} is no table") from None

    def has(self, name: str, prefix: str, gone: set[str], whole: bool) -> bool:
        """Whether a table has an id that starts with (or, if `whole`, is) `prefix` and is not in `gone`.

        Reads the ids only. Raises `Unreadable`, `OSError`.
        """
        if name not in self._parts:
            return False
        try:
            if self._ids is None:
                self._ids = loads(self.body(_IDS))
            if name in self._ids:
                ids = beginning(self._ids[name]["ids"], prefix, self._ids[name].get("sorted", False))
            else:
                ids = (id for id in self.docs(name) if id.startswith(prefix))
            return any(id not in gone and (id == prefix or not whole) for id in ids)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise Unreadable("its ids are not what is written there") from None

    def fileno(self) -> int:
        """The descriptor of the open file, -1 when it is closed."""
        return self._fd

    def verify(self) -> None:
        """Read every part. Raises `Unreadable` for the first that does not verify."""
        for name in self._parts:
            self.body(name)

    def close(self) -> None:
        """Let go of the file; what was read stays."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)
