"""What the files of a vault are called, and the card that says which vault it is.

vault.json              the card: format, id, key slots
base-00000042.json      the snapshot at the start of generation 42 (0 and 1: as the vault began)
log-00000042.jsonl      the changes since
history-2031.jsonl      what changed when, boiled down from logs that are gone
torn-*, conflict-*, damaged-*   bytes that were set aside, never deleted by us
.lock                   never deleted
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from data.codec import dumps, frame, loads, unframe

FORMAT = 1
CARD = "vault.json"
LOCK = ".lock"


class Card(NamedTuple):
    """Which vault this is. `slots` will hold the ways to its key."""

    id: str
    slots: tuple[Any, ...] = ()
    format: int = FORMAT

    def line(self) -> bytes:
        """The card as it stands in `vault.json`."""
        return frame(dumps({"format": self.format, "id": self.id, "slots": list(self.slots)}))


def read_card(data: bytes) -> Card | None:
    """The card, or None when it cannot be trusted."""
    body = unframe(data.removesuffix(b"\n"))
    if body is None:
        return None
    found = loads(body)
    return Card(found["id"], tuple(found.get("slots", ())), found["format"])


def base_name(gen: int) -> str:
    """The snapshot's name."""
    return f"base-{gen:08d}.json"


def log_name(gen: int) -> str:
    """The log's name."""
    return f"log-{gen:08d}.jsonl"


def generations(names: Iterable[str], kind: str, ending: str) -> list[int]:
    """The generations of which there is a file, oldest first."""
    start, end = len(kind), -len(ending)
    found = (name[start:end] for name in names if name.startswith(kind) and name.endswith(ending))
    return sorted(int(part) for part in found if len(part) == 8 and part.isdecimal() and part.isascii())


def bases(names: Iterable[str]) -> list[int]:
    """The generations that have a snapshot, oldest first."""
    return generations(names, "base-", ".json")


def logs(names: Iterable[str]) -> list[int]:
    """The generations that have a log, oldest first."""
    return generations(names, "log-", ".jsonl")


def aside(folder: str, name: str) -> str:
    """A path that is still free for bytes that are set aside."""
    path, number = os.path.join(folder, name), 1
    while os.path.lexists(path):
        number += 1
        path = os.path.join(folder, f"{name}-{number}")
    return path
