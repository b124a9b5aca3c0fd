"""The vault sealed: what stands on the disk is AES-256-GCM, and nothing that was not sealed with its key is believed.

A sealed object is a JSON object that ends with `"x"`:

    {"n":7,"x":"BASE64"}

What is before `,"x":` is for everyone to read and is authenticated; `x` is a nonce of 12 bytes, the ciphertext and
the tag of 16 bytes, in base64. The plaintext is zlib-compressed JSON. A table of a snapshot is `{"x":[...]}`, its
chunks in order. What is authenticated besides binds each to the vault and to its place in it (docs/data-format.md).

Imported only when a vault is sealed: `cryptography` takes longer than all the rest of a short errand.
"""

from __future__ import annotations

import os
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Iterator
from io import BytesIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.codec import Doc, dumps, loads

NONCE, TAG = 12, 16
CHUNK = 1 << 16
"""How many bytes of a table are sealed at a time, at least."""

_X = b',"x":"'
_FIRST, _NEXT, _LAST = b'{"x":[\n"', b'",\n"', b'"\n]}'
_OBJECT = b"organizer-seal-1|object|%b|%b|%b"
_CHUNK = b"organizer-seal-1|chunk|%b|%d|%d|%b"


class Sealed:
    """The codec of a sealed vault."""

    def __init__(self, vault: str, data_key: bytes) -> None:
        """`vault` is its id, `data_key` 32 bytes."""
        self.vault = vault
        self._id = vault.encode()
        self._box = AESGCM(data_key)

    def seal(self, body: bytes, place: str) -> bytes:
        """`{"n":7,"x":"..."}`: the number, and the whole body sealed."""
        return self._closed(body[: body.index(b",")], body, place)

    def unseal(self, body: bytes, place: str) -> bytes:
        """A line, or a table of a snapshot. Raises `ValueError` when it was not sealed at that place."""
        if body.startswith(_FIRST):
            return self._joined(body, place)
        about, found = self._opened(body, place)
        if not found.startswith(about + b","):
            raise ValueError("its number is not the one it was sealed with")
        return found

    def sign(self, about: Doc, hidden: Doc, place: str) -> bytes:
        """`about` for everyone, and `hidden` sealed."""
        return self._closed(dumps(about)[:-1], dumps(hidden), place)

    def proved(self, body: bytes, place: str) -> Doc:
        """Both parts. Raises `ValueError` when it was not signed for that place."""
        about, hidden = self._opened(body, place)
        return {**loads(about + b"}"), **loads(hidden)}

    def alias(self, name: str, number: int) -> str:
        """The number alone: not even the names of the tables are told."""
        return str(number)

    def seal_parts(self, parts: Iterable[bytes], place: str) -> Iterable[bytes]:
        """Chunks that know their number and which of them is the last: none can be left out, moved or swapped."""
        start = _FIRST
        for number, (chunk, last) in enumerate(_chunks(parts)):
            yield start + self._box_up(chunk, _CHUNK % (self._id, number, last, place.encode()))
            start = _NEXT
        yield _LAST

    def _joined(self, body: bytes, place: str) -> bytes:
        if not body.endswith(_LAST):
            raise ValueError("it has no end")
        found, view = BytesIO(), memoryview(body)
        at, end, number = len(_FIRST), len(body) - len(_LAST), 0
        while at <= end:
            stop = body.find(_NEXT, at, end)
            last = stop < 0
            bound = _CHUNK % (self._id, number, last, place.encode())
            found.write(self._unbox(view[at : end if last else stop], bound))
            at = end + 1 if last else stop + len(_NEXT)
            number += 1
        return found.getvalue()

    def _closed(self, about: bytes, body: bytes, place: str) -> bytes:
        return about + _X + self._box_up(body, _OBJECT % (self._id, place.encode(), about)) + b'"}'

    def _opened(self, body: bytes, place: str) -> tuple[bytes, bytes]:
        about, x, rest = body.rpartition(_X)
        if not x or not rest.endswith(b'"}'):
            raise ValueError("it is not sealed")
        return about, self._unbox(rest[:-2], _OBJECT % (self._id, place.encode(), about))

    def _box_up(self, plain: bytes, bound: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return b2a_base64(nonce + self._box.encrypt(nonce, zlib.compress(plain, 1), bound), newline=False)

    def _unbox(self, text: bytes | memoryview, bound: bytes) -> bytes:
        raw = a2b_base64(text, strict_mode=True)
        if len(raw) < NONCE + TAG or b2a_base64(raw[-(len(raw) % 3 or 3) :], newline=False) != text[-4:]:
            raise ValueError("it is too short, or one of many ways to say the same")
        try:
            return zlib.decompress(self._box.decrypt(raw[:NONCE], raw[NONCE:], bound))
        except (InvalidTag, zlib.error):
            raise ValueError("it was not sealed here, or is damaged") from None


def _chunks(parts: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The parts put together to chunks, and for each whether it is the last."""
    ready: bytes | None = None
    waiting: list[bytes] = []
    size = 0
    for part in parts:
        if size >= CHUNK:
            if ready is not None:
                yield ready, False
            ready, waiting, size = b"".join(waiting), [], 0
        waiting.append(part)
        size += len(part)
    if ready is not None:
        yield ready, False
    yield b"".join(waiting), True
