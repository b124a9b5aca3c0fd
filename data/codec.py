"""Documents to bytes and back: compact JSON, one object per line, each line with its own checksum.

A line stays true JSON: the checksum is its last key, `"sum"`, over every byte before it.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Protocol, TypeAlias

try:
    # hashlib loads OpenSSL, which costs the capture path more than all else in this file.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

Doc: TypeAlias = dict[str, Any]
Docs: TypeAlias = MutableMapping[str, Doc]

KEY = b',"sum":"'
TAIL = len(KEY) + 16 + 2

MARK = TAIL + 1
"""How many bytes at the end of a line (line feed included) tell it from every other."""

_plain = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ascii = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode


def dumps(value: Any) -> bytes:
    """Compact JSON in UTF-8. Half a surrogate pair cannot be UTF-8: then all of `value` is written in ASCII.

    Raises `ValueError` on NaN and infinities, `TypeError` on what JSON cannot hold.
    """
    try:
        return _plain(value).encode()
    except UnicodeEncodeError:
        return _ascii(value).encode()


def loads(data: bytes | str) -> Any:
    """The value that JSON text stands for. Raises `ValueError` when it is not JSON or not UTF-8."""
    try:
        return json.loads(data if isinstance(data, str) else data.decode())
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


class Sum:
    """The checksum of bytes that come in parts, and their number."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=8)
        self.length = 0

    def take(self, data: bytes) -> bytes:
        """Count these bytes in; gives them back."""
        self._hash.update(data)
        self.length += len(data)
        return data

    def __str__(self) -> str:
        return self._hash.hexdigest()


def checksum(data: bytes) -> str:
    """Eight bytes of BLAKE2b as sixteen hexadecimal digits: against rot and tearing, not against people."""
    return blake2b(data, digest_size=8).hexdigest()


def frame(body: bytes) -> bytes:
    """The line for a JSON object: its checksum put in as the last key, and a line feed."""
    kept = body[:-1]
    return kept + KEY + checksum(kept).encode() + b'"}\n'


def unframe(line: bytes) -> bytes | None:
    """The JSON object of a line (without its line feed), or None when the checksum does not fit."""
    kept = line[:-TAIL]
    if line[-TAIL:-18] == KEY and line[-2:] == b'"}' and line[-18:-2] == checksum(kept).encode():
        return kept + b"}"
    return None


@contextmanager
def no_collecting() -> Iterator[None]:
    """Making many objects that all stay: looking for garbage among them would double the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def copied(value: Any) -> Any:
    """A deep copy of a JSON value; tuples become lists."""
    if isinstance(value, dict):
        return {key: copied(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [copied(part) for part in value]
    return value


class Codec(Protocol):
    """How what is kept is wrapped on its way to the disk: as it is (`Plain`), or sealed (`data.seal.Sealed`).

    `place` binds the bytes to where they stand ("log-42", "base-42-entries"), so that a sealed part cannot be moved.
    `vault` is the id of the only vault whose files it opens, "" when it is not bound to one.
    """

    @property
    def vault(self) -> str:
        """The id of the vault that it belongs to, "" for any."""

    def seal(self, body: bytes, place: str) -> bytes:
        """What stands on the disk for a line, a JSON object that begins `{"n":`; and so does the result."""

    def seal_parts(self, parts: Iterable[bytes], place: str) -> Iterable[bytes]:
        """The same for a table of a snapshot, which comes in parts: a large one never stands in memory whole."""

    def unseal(self, body: bytes, place: str) -> bytes:
        """What was given to `seal` or `seal_parts`. Raises `ValueError` when it was not sealed at that place."""

    def sign(self, about: Doc, hidden: Doc, place: str) -> bytes:
        """A JSON object that says `about` to anyone and `hidden` to who has the key; neither can be changed unseen."""

    def proved(self, body: bytes, place: str) -> Doc:
        """All that `sign` was given. Raises `ValueError` when it was not signed for that place."""

    def alias(self, name: str, number: int) -> str:
        """What a table is called in a snapshot of which it is part `number`."""


class Plain:
    """Nothing is hidden: what is kept is what anyone can read. What is sealed is refused."""

    vault = ""

    def seal(self, body: bytes, place: str) -> bytes:
        """The body itself."""
        return body

    def seal_parts(self, parts: Iterable[bytes], place: str) -> Iterable[bytes]:
        """The parts themselves."""
        return parts

    def unseal(self, body: bytes, place: str) -> bytes:
        """The body itself. Raises `ValueError` when it is sealed."""
        if body.startswith(b'{"x":[') or body.startswith(b',"x":"', body.find(b",", 0, 32)):
            raise ValueError("it is sealed")
        return body

    def sign(self, about: Doc, hidden: Doc, place: str) -> bytes:
        """Both in one object."""
        return dumps({**about, **hidden})

    def proved(self, body: bytes, place: str) -> Doc:
        """The object. Raises `ValueError` when it is sealed, or is none."""
        found = loads(body)
        if not isinstance(found, dict) or "x" in found:
            raise ValueError("it is sealed, or no object")
        return found

    def alias(self, name: str, number: int) -> str:
        """Its name."""
        return name
