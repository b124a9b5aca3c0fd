"""Names for records: a UUID for interchange, and a short id drawn from it that people can type."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from organizer.errors import Ambiguous, NotFound

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10
SHOWN = 5


def new_uuid() -> str:
    """A random (version 4) UUID, RFC 9562, without the import of `uuid`."""
    raw = bytearray(os.urandom(16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def id_of(uuid: str) -> str:
    """Ten letters of Crockford's base 32 from the first 48 bits of the UUID and two of its last."""
    digits = uuid.replace("-", "")
    number = int(digits[:12] + digits[-1], 16) >> 2
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def new_id(taken: Callable[[str], bool]) -> tuple[str, str]:
    """An (id, uuid) whose first five characters are nobody else's: `taken(prefix)` tells."""
    while True:
        uuid = new_uuid()
        fresh = id_of(uuid)
        if not taken(fresh[:SHOWN]):
            return fresh, uuid


def short(id: str) -> str:
    """The id as people see it: five characters."""
    return id[:SHOWN]


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Its id."""


N = TypeVar("N", bound=Named)


def only(fitting: Sequence[N], given: str, one: str, many: str, shows: str) -> N:
    """The one that fits what was given. `one` and `many` are its name for people, `shows` says where to see them.

    Raises `NotFound`, or `Ambiguous` with the ids that fit.
    """
    if not fitting:
        raise NotFound(f"There is no {one} {given!r}. {shows}")
    if len(fitting) > 1:
        names = ", ".join(short(found.id) for found in fitting[:6])
        raise Ambiguous(f"{len(fitting)} {many} begin with {given!r}: {names}. Add a letter.")
    return fitting[0]


class Starts:
    """With which letters any of many ids begin. Ids that are gone are still in here: only a no is certain."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._held = {id[:SHOWN] for id in ids}

    def add(self, id: str) -> None:
        """One id more."""
        self._held.add(id[:SHOWN])

    def may_begin(self, prefix: str) -> bool:
        """Whether an id may begin so; no when none does."""
        return len(prefix) < SHOWN or prefix[:SHOWN] in self._held
