"""Whether the folder is still this vault's: another may be copied over it, or it may be gone, while ours is open."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress

from data.cards import RESEALED, claimed, newest
from data.codec import Codec
from data.layout import CARD, COPY, Card, base_name, bases
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


COARSE = 2_000_000_000
"""Nanoseconds within which two changes of a file may bear the same time, on the coarsest of disks."""


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
        self._known: tuple[tuple[int, ...], Card] | None = None

    def card(self) -> Card | None:
        """What `check` gives, for a change that is to be written: at the cost of a name or two as long as nothing
        happens to the cards. What was changed just now is read again: a clock of files is coarse."""
        signs = self._sign() + (self._sign(COPY) if self._codec.vault else ())
        if self._known is not None and signs == self._known[0]:
            return self._known[1]
        found = check(self._folder, self._card, self._codec)
        changed = max(signs[4::5], default=0)
        settled = found is not None and 0 < changed < time.time_ns() - COARSE
        self._known = (signs, found) if settled and found is not None else None
        return found

    def look(self) -> None:
        """Raises what `check` does."""
        seen = self._sign()
        if not seen or seen != self._seen:
            self._seen = ()
            check(self._folder, self._card, self._codec)
            self._seen = seen

    def _sign(self, name: str = CARD) -> tuple[int, ...]:
        """What tells a card's file from any other, and from itself before it was written again."""
        try:
            stat = os.stat(os.path.join(self._folder, name))
        except FileNotFoundError:
            return ()
        return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
