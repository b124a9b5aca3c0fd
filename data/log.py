"""The log of one generation: a header line, then one line for each change, oldest first.

A change holds the whole document before and after, so that the log alone can undo and tell the history:
`{"n":7,"t":"2026-06-11T09:14:00","l":"Done: Pay rent","by":"app","ops":[[table,id,before|null,after|null]],"sum":..}`
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from types import NoneType
from typing import Any, NamedTuple, TypeAlias

from data.codec import MARK, Codec, Doc, dumps, frame, loads, unframe
from data.files import FILE_MODE, PLAIN_FLAGS, sync, sync_folder, write_all
from data.layout import Card
from data.tail import part

MANY, LONG = 1000, 1 << 20
"""So many operations, or bytes of them, are made and read one by one: at once, no other thread would get a turn."""

_TOGETHER = 64
"""So many short changes are read in one go."""

_DECODER = json.JSONDecoder()

Op: TypeAlias = tuple[str, str, Doc | None, Doc | None]


class Stamp(NamedTuple):
    """What a line says about its change, besides its operations. `at` is local ISO time, `n` its number.

    `odd` is one that verifies and cannot be understood all the same; then there are no operations.
    """

    label: str = ""
    at: str = ""
    by: str = ""
    undoes: int = 0
    redoes: int = 0
    n: int = 0
    odd: bool = False


class Scan(NamedTuple):
    """What a stretch of a log holds.

    `records` are the good ones, each with its line's last bytes; `header` is its first line if that was there;
    `good` the offset after the last good line and `mark` that line's last bytes; `bad` the offsets of lines before
    it that do not verify.
    """

    records: list[tuple[bytes, bytes]]
    header: Doc | None
    good: int
    mark: bytes
    bad: list[int]


def header(card: Card, gen: int, after: int, codec: Codec) -> bytes:
    """The first line of a log; `after` is the number of the last change before it."""
    about = {"format": card.format, "kind": "log", "vault": card.id, "gen": gen, "after": after}
    return frame(codec.sign(about, {}, f"log-{gen}-head"))


def read_header(path: str) -> Doc | None:
    """What a log's first line says, proved or not; None when it is not there or is no such line. Raises `OSError`."""
    with suppress(FileNotFoundError, ValueError), open(path, "rb") as file:
        body = unframe(file.readline(1 << 16)[:-1])
        found = loads(body) if body is not None else None
        return found if _is_header(found) else None
    return None


def _is_header(found: Any) -> bool:
    if not isinstance(found, dict) or not isinstance(found.get("vault"), str):
        return False
    return type(found.get("format")) is type(found.get("after")) is int


def is_foreign(path: str, card: Card) -> bool:
    """Whether a log says that it belongs to another vault. Raises `OSError`."""
    found = read_header(path)
    return found is not None and found["vault"] != card.id


def body_of(stamp: Stamp, ops: list[Op]) -> bytes:
    """The JSON object for a change. Raises `ValueError` or `TypeError` when a document is not JSON."""
    about: dict[str, Any] = {"n": stamp.n, "t": stamp.at, "l": stamp.label}
    for name, value in (("by", stamp.by), ("undoes", stamp.undoes), ("redoes", stamp.redoes)):
        if value:
            about[name] = value
    if len(ops) < MANY:
        return dumps({**about, "ops": ops})
    return b'%s,"ops":[%s]}' % (dumps(about)[:-1], b",".join(map(dumps, ops)))


def number(body: bytes) -> int:
    """The number of a change, without parsing the rest of it; 0 when it has none."""
    digits = body[5 : max(5, body.find(b",", 5, 24))]
    return int(digits) if digits.isdigit() else 0


def _loaded(body: bytes) -> Any:
    """The JSON object of a change. Raises `ValueError`."""
    if len(body) < LONG:
        return loads(body)
    text = body.decode()
    head, ops, _ = text.partition(',"ops":[')
    at, found = len(head) + len(ops), list[Any]()
    try:
        about = loads(head + "}")
        while text[at] != "]":
            op, at = _DECODER.raw_decode(text, at)
            found.append(op)
            at += text[at] == ","
    except (IndexError, RecursionError):
        return loads(text)
    return {**about, "ops": found} if text[at:] == "]}" else loads(text)


def parse(body: bytes) -> tuple[Stamp, list[Op]]:
    """A change and its operations."""
    try:
        return _understood(_loaded(body), body)
    except ValueError:
        return Stamp(n=number(body), odd=True), []


def parsed(bodies: list[bytes]) -> Iterator[tuple[Stamp, list[Op]]]:
    """The same of many changes, some read in one go: that takes half the time."""
    for at in range(0, len(bodies), _TOGETHER):
        some = bodies[at : at + _TOGETHER]
        found = _loaded_together(some)
        yield from map(parse, some) if found is None else map(_understood, found, some)


def _loaded_together(bodies: list[bytes]) -> list[Any] | None:
    """What each of these says; None where they have to be read one by one."""
    if sum(map(len, bodies)) >= LONG:
        return None
    try:
        found: list[Any] = loads(b"[%b]" % b",".join(bodies))
    except ValueError:
        return None
    numbers = [one.get("n") if isinstance(one, dict) else None for one in found]
    return found if numbers == [*map(number, bodies)] else None


def _understood(found: Any, body: bytes) -> tuple[Stamp, list[Op]]:
    try:
        acts = found.get("undoes", 0), found.get("redoes", 0)
        stamp = Stamp(found["l"], found["t"], found.get("by", ""), *acts, found["n"])
        ops = [(table, id, before, after) for table, id, before, after in found["ops"]]
    except (AttributeError, KeyError, TypeError, ValueError):
        return Stamp(n=number(body), odd=True), []
    words, numbers = all(isinstance(part, str) for part in stamp[:3]), all(type(part) is int for part in stamp[3:6])
    return (stamp, ops) if words and numbers and all(map(_is_op, ops)) else (Stamp(n=number(body), odd=True), [])


def _is_op(op: tuple[Any, ...]) -> bool:
    table, id, before, after = op
    docs = isinstance(before, (dict, NoneType)) and isinstance(after, (dict, NoneType))
    return docs and isinstance(table, str) and isinstance(id, str)


def scan(data: bytes, codec: Codec, gen: int, start: int = 0) -> Scan:
    """Read the lines of a log from offset `start` on, whose bytes are `data`.

    What follows the last good line is not a finished change: it is left out, and whoever has the lock cuts it off.
    """
    records: list[tuple[bytes, bytes]] = []
    head: Doc | None = None
    good, at, mark = start, start, b""
    bad: list[int] = []
    doubtful: list[int] = []
    lines = data.split(b"\n")
    lines.pop()
    for line in lines:
        body = opened(line, codec, gen)
        if body is None:
            doubtful.append(at)
        else:
            if doubtful:
                bad += doubtful
                doubtful = []
            mark = line[1 - MARK :] + b"\n"
            if body.startswith(b'{"n":'):
                records.append((body, mark))
            elif at == 0 and body.startswith(b'{"format":'):
                head = loads(body)
            good = at + len(line) + 1
        at += len(line) + 1
    if (bad or doubtful) and (parted := part(data)) != data:
        found = scan(parted, codec, gen, start)
        return found._replace(mark=data[max(0, found.good - start - MARK) : found.good - start])
    return Scan(records, head, good, mark, bad)


def opened(line: bytes, codec: Codec, gen: int) -> bytes | None:
    """What a line (without its line feed) of the log of a generation says; None when it does not verify."""
    body = unframe(line)
    try:
        if body is not None and body.startswith(b'{"format":'):
            found = codec.proved(body, f"log-{gen}-head")
            return dumps(found) if _is_header(found) else None
        body = body and codec.unseal(body, f"log-{gen}")
        return None if body and body.startswith(b'{"n":') and not number(body) else body
    except ValueError:
        return None


class Poisoned(OSError):
    """The disk failed in a way that leaves it open what it holds."""


class Pen:
    """The open end of a log. Only the holder of the vault's lock may use it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._fd = -1

    def open(self) -> bool:
        """Open the log, making it if it is not there; True when it was made. Raises `OSError`."""
        if self._fd >= 0:
            return False
        flags = os.O_RDWR | os.O_APPEND | PLAIN_FLAGS
        try:
            self._fd = os.open(self.path, flags)
            return False
        except FileNotFoundError:
            self._fd = os.open(self.path, flags | os.O_CREAT, FILE_MODE)
            sync_folder(os.path.dirname(self.path))
            return True

    def is_on(self, stat: os.stat_result) -> bool:
        """Whether the file we hold is the one that the name stands for."""
        return self._fd < 0 or os.path.samestat(stat, os.fstat(self._fd))

    def write(self, data: bytes, end: int) -> None:
        """Append `data` at `end`, the log's length, and have it on the disk.

        Raises `OSError` when nothing was written, `Poisoned` when that is not certain.
        """
        self.open()
        try:
            write_all(self._fd, data)
        except BaseException as error:
            try:
                os.ftruncate(self._fd, end)
            except OSError as worse:
                raise Poisoned(worse.errno, "") from error
            raise
        try:
            sync(self._fd)
        except OSError as error:
            # After a failed sync the system may have thrown the bytes away and still show them to readers.
            with suppress(OSError):
                os.ftruncate(self._fd, end)
            raise Poisoned(error.errno, "") from error

    def cut(self, end: int) -> None:
        """Cut the log back to `end`, on the disk. Raises `OSError`."""
        self.open()
        os.ftruncate(self._fd, end)
        sync(self._fd)

    def close(self) -> None:
        """Let go of the file."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)
