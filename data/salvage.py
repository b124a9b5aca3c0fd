"""What a damaged log can still be made to say: a bit put right, or the same line found in a copy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress

from data.bundle import Bundle
from data.codec import Codec
from data.examine import Line
from data.files import read_from
from data.layout import logs
from data.log import number, opened
from organizer.errors import OrganizerError

_LONGEST = 16384
"""Up to so many bytes every bit is tried; a checksum of 64 bits says which one it was."""
_KEPT_LOG = re.compile(r"(?:conflict|damaged)-log-(\d{8})\.jsonl(?:-\d+)?")
_KEPT_END = re.compile(r"damaged-log-(\d{8})-\d+(?:-\d+)?")


def put_right(blob: bytes, codec: Codec, gen: int, place: str = "") -> list[bytes] | None:
    """The lines that damaged bytes become when one bit of them is turned over; None when no single one will do.

    `place` is what they were sealed for, if that is no log.
    """
    if not blob or len(blob) > _LONGEST:
        return None
    data = bytearray(blob)
    for at in range(len(data)):
        for bit in range(8):
            data[at] ^= 1 << bit
            # Only the line that the bit stands in has to be looked at first, and mostly it says no.
            if _verifies(data, at, codec, gen, place):
                lines = bytes(data).split(b"\n")
                if all(_says(line, codec, gen, place) is not None for line in lines):
                    return lines
            data[at] ^= 1 << bit
    return None


def _verifies(data: bytearray, at: int, codec: Codec, gen: int, place: str) -> bool:
    start = data.rfind(b"\n", 0, at) + 1
    end = data.find(b"\n", at)
    return _says(bytes(data[start : len(data) if end < 0 else end]), codec, gen, place) is not None


def _says(line: bytes, codec: Codec, gen: int, place: str) -> bytes | None:
    if not place:
        return opened(line, codec, gen)
    from data.codec import unframe

    body = unframe(line)
    with suppress(ValueError):
        return body and codec.unseal(body, place)
    return None


class Copies:
    """The changes in copies of a vault's logs: in its backups, and in logs that were set aside."""

    def __init__(self, home: str, vault: str, codec: Codec) -> None:
        """`vault` is its id; each copy is read when it is first needed."""
        self._copies = self._read(home, vault, codec)
        self._known: list[dict[int, bytes]] = []

    def find(self, n: int, before: bytes | None, after: bytes | None) -> bytes | None:
        """Change `n` from a copy that also has the change `before` it or `after` it as it is here: of the same past."""
        for copy in self._each():
            here = copy.get(n)
            if here is not None and (
                (before is not None and copy.get(number(before)) == before)
                or (after is not None and copy.get(number(after)) == after)
            ):
                return here
        return None

    def _each(self) -> Iterator[dict[int, bytes]]:
        yield from self._known
        for copy in self._copies:
            self._known.append(copy)
            yield copy

    def _read(self, home: str, vault: str, codec: Codec) -> Iterator[dict[int, bytes]]:
        folder = os.path.join(home, "vault")
        for name in os.listdir(folder):
            kept = _KEPT_LOG.fullmatch(name)
            if kept:
                yield _bodies(read_from(os.path.join(folder, name)), codec, int(kept[1]))
        for path in backups_in(home):
            with suppress(OrganizerError, OSError), Bundle(path) as bundle:
                if bundle.page["vault"] == vault:
                    names = [name for name, _, _ in bundle.page["files"]]
                    copy: dict[int, bytes] = {}
                    for gen in logs(names):
                        copy.update(_bodies(bundle.read(f"log-{gen:08d}.jsonl"), codec, gen))
                    yield copy


def kept_ends(folder: str, codec: Codec) -> Iterator[bytes]:
    """The changes in ends of logs that had rotted and were set aside, where one bit put right makes them whole."""
    for name in sorted(os.listdir(folder)):
        kept = _KEPT_END.fullmatch(name)
        if kept:
            data = read_from(os.path.join(folder, name)).removesuffix(b"\n")
            for line in put_right(data, codec, int(kept[1])) or ():
                body = opened(line, codec, int(kept[1]))
                if body is not None and body.startswith(b'{"n":'):
                    yield body


def _bodies(data: bytes, codec: Codec, gen: int) -> dict[int, bytes]:
    bodies = (opened(line, codec, gen) for line in data.split(b"\n"))
    return {number(body): body for body in bodies if body is not None and body.startswith(b'{"n":')}


def backups_in(home: str) -> list[str]:
    """The paths of the backups of a home, the newest first."""
    folder = os.path.join(home, "backups")
    try:
        names = sorted((name for name in os.listdir(folder) if name.endswith(".organizer")), reverse=True)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names]


def blobs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines in groups: each good one by itself, damaged ones that follow each other together."""
    group: list[Line] = []
    for line in lines:
        if line.body is None:
            group.append(line)
            continue
        if group:
            yield group
            group = []
        yield [line]
    if group:
        yield group
