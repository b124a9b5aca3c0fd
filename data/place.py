"""Whether the folder is still this vault's: another may be copied over it, or it may be gone, while ours is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from data.cards import RESEALED, claimed, newest
from data.codec import Codec
from data.layout import CARD, Card, base_name, bases
from data.lock import Lock
from data.snapshot import owner
from organizer.errors import Damaged, DiskTrouble, Locked

ANOTHER = (
    "Another vault stands in this folder now. What was typed is still here; put the vault that was open back, "
    "or start Organizer again to use the one that is there."
)
GONE = "The vault's files are gone from its folder, so nothing was changed. Put them back before Organizer is closed."
RESTORED = (
    "A backup was restored elsewhere, so nothing was changed here. What was typed is still here; start Organizer again "
    "to go on with what was restored."
)


def check(folder: str, card: Card, codec: Codec) -> Card | None:
    """See that the folder is the vault's; gives its card as it is now, None when that is lost and the snapshots tell.

    Raises `Damaged` when another vault or one that was restored stands there, `Locked` when it was sealed, unsealed or
    given a new key meanwhile, `DiskTrouble` when none does, `OSError` when it cannot be read.
    """
    held = _held(folder, codec)
    if held is None:
        from data import swap

        held = swap.through(folder, lambda: _held(folder, codec))
    if held is not None:
        found, claim = held
        if claim.id != card.id:
            raise Damaged(ANOTHER)
        if claim is not found and (codec.vault or claim.sealed):
            raise Locked(RESEALED)
        if claim.since != card.since:
            raise Damaged(RESTORED)
        return claim
    owners = {owner(os.path.join(folder, base_name(gen)), gen, codec) for gen in bases(os.listdir(folder))} - {""}
    if not owners:
        raise DiskTrouble(GONE)
    if owners != {card.id}:
        raise Damaged(ANOTHER)
    return None


def _held(folder: str, codec: Codec) -> tuple[Card | None, Card] | None:
    """The card that proves itself, and what is said of the vault anyway; None when nothing is."""
    found = newest(folder, codec) if codec.vault else None
    claim = found or claimed(folder)
    return None if claim is None else (found, claim)


def take(lock: Lock, folder: str, notice: Callable[[], None] | None, patience: float) -> None:
    """Take the vault's lock, also when the folder is out of its place for a moment. Raises what `Lock.take` does."""
    try:
        lock.take(notice, patience)
    except DiskTrouble:
        from data import swap

        back = None
        with suppress(OSError):
            back = swap.through(folder, lambda: os.path.isdir(folder) or None)
        if back is None:
            raise
        lock.take(notice, patience)


class Watch:
    """Looks whether the folder is still this vault's, at the cost of one name as long as it is."""

    def __init__(self, folder: str, card: Card, codec: Codec) -> None:
        self._folder = folder
        self._card = card
        self._codec = codec
        self._seen: tuple[int, ...] = ()

    def look(self) -> None:
        """Raises what `check` does."""
        seen = self._sign()
        if not seen or seen != self._seen:
            self._seen = ()
            check(self._folder, self._card, self._codec)
            self._seen = seen

    def _sign(self) -> tuple[int, ...]:
        """What tells the card's file from any other, and from itself before it was written again."""
        try:
            stat = os.stat(os.path.join(self._folder, CARD))
        except FileNotFoundError:
            return ()
        return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
