"""What the files of a vault are called, and the card that says which vault it is.

vault.json              the card: format, id; of a sealed vault the ways to its key, and then there is
vault-copy.json         the same once more
base-00000042.json      the snapshot at the start of generation 42 (0 and 1: as the vault began)
log-00000042.jsonl      the changes since
archive-2029-1f0c9a3b.json   what of a year is over with, listed by a snapshot
history-2031.jsonl      what changed when, boiled down from logs that are gone
torn-*, conflict-*, damaged-*   bytes that were set aside, never deleted by us
.lock                   never deleted
"""

import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from data.codec import Codec, Doc, frame, loads, unframe

FORMAT = 1
CARD = "vault.json"
COPY = "vault-copy.json"
LOCK = ".lock"
CARD_PLACE = "card"


class Card(NamedTuple):
    """Which vault this is. `slots` are the ways to the key of a sealed one; `turn` grows when they change. `since` is
    when it was restored from a backup, "" if it never was: who has it open from before must not go on with it."""

    id: str
    slots: tuple[Any, ...] = ()
    format: int = FORMAT
    sealed: bool = False
    turn: int = 0
    since: str = ""

    def line(self, codec: Codec) -> bytes:
        """The card as it stands in `vault.json`."""
        about: Doc = {"format": self.format, "id": self.id, "slots": list(self.slots)}
        if self.sealed:
            about.update(sealed=True, turn=self.turn)
        if self.since:
            about.update(since=self.since)
        return frame(codec.sign(about, {}, CARD_PLACE))


def read_card(data: bytes) -> Card | None:
    """What a card says, or None when it is torn or rotten. Of a sealed vault nothing is proved by that yet."""
    body = unframe(data.removesuffix(b"\n"))
    try:
        found = loads(body) if body is not None else {}
        slots, sealed, turn = found.get("slots", ()), found.get("sealed", False), found.get("turn", 0)
        card = Card(found["id"], tuple(slots), found["format"], sealed, turn, str(found.get("since", "")))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    fits = isinstance(card.id, str) and card.id.isascii() and isinstance(card.sealed, bool)
    return card if fits and type(card.format) is type(card.turn) is int else None


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


def archive_name(name: str) -> str:
    """What the file of a segment of the archive is called."""
    return f"{name}.json"


def archives(names: Iterable[str]) -> list[str]:
    """The segments of the archive of which there is a file, by their names without the ending."""
    found = (name.removesuffix(".json") for name in names if name.startswith("archive-") and name.endswith(".json"))
    return sorted(name for name in found if len(name) == 21 and name[8:12].isdecimal() and name[12] == "-")


def aside(folder: str, name: str) -> str:
    """A path that is still free for bytes that are set aside."""
    path, number = os.path.join(folder, name), 1
    while os.path.lexists(path):
        number += 1
        path = os.path.join(folder, f"{name}-{number}")
    return path
