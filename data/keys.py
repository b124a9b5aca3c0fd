"""The key of a sealed vault, and what finds it: the passphrase, or the recovery code."""

from __future__ import annotations

import os
from contextlib import suppress

from data import cards, recovery, slots
from data.codec import Codec
from data.files import FILE_MODE, PLAIN_FLAGS, trouble
from data.layout import Card, read_card
from data.tries import Tries
from organizer.errors import Damaged, Locked, WrongUse

PASSPHRASE, RECOVERY = "passphrase", "recovery"
"""The names of the slots."""

WRONG = "That does not open the vault."
_MISTYPED = "That looks like the recovery code, but a letter of it is off. Compare it with the sheet, group by group."
_NOT_SEALED = "The vault is not sealed, so it needs no passphrase."
_FOREIGN_CARD = (
    "The vault's card was not written by Organizer, or was changed since, so nothing was opened. Restore a backup, or "
    "put the vault's own files back."
)


class Key:
    """What opens a sealed vault. `vault` is its id; `by` is how it was found, "passphrase" or "recovery"."""

    __slots__ = ("_data_key", "by", "vault")

    def __init__(self, vault: str, data_key: bytes, by: str = PASSPHRASE) -> None:
        """`data_key` is 32 bytes, and never shown."""
        self.vault = vault
        self.by = by
        self._data_key = data_key

    def codec(self) -> Codec:
        """What seals and unseals with it."""
        from data.seal import Sealed

        return Sealed(self.vault, self._data_key)

    def slot(self, name: str, secret: bytes, cost: slots.Slot) -> slots.Slot:
        """A new way to it."""
        return slots.make(name, secret, self._data_key, self.vault, cost)


def new(vault: str) -> Key:
    """A fresh key for the vault of that id."""
    return Key(vault, os.urandom(32))


def folder_of(home: str | os.PathLike[str]) -> str:
    """Where the vault of a home is."""
    return os.path.join(os.path.abspath(home), "vault")


def is_sealed(home: str | os.PathLike[str]) -> bool:
    """Whether the vault in `home`/vault needs a passphrase; False when there is none. Raises `DiskTrouble`."""
    return cards.is_sealed(home)


def pause(home: str | os.PathLike[str]) -> float:
    """Seconds until another passphrase may be tried, after a wrong one."""
    return Tries(os.path.abspath(home)).pause()


def unlock(home: str | os.PathLike[str], passphrase: str) -> Key:
    """The key of the vault in `home`/vault, by its passphrase or its recovery code. Takes a third of a second.

    Raises `Locked` when it is the wrong one or came too soon after a wrong one (`pause`), `WrongUse` when the vault is
    not sealed, `Damaged`, `DiskTrouble`.
    """
    folder = folder_of(home)
    held: list[bytes] = []
    while not held:  # there are none for the moment in which the folder is swapped
        if not is_sealed(home):
            raise WrongUse(_NOT_SEALED)
        held = _held(folder)
    code = recovery.read(passphrase)
    try:
        with Tries(os.path.abspath(home)).one():
            return _found(held, slots.normal(passphrase), code if code and recovery.is_right(code) else None)
    except Locked as error:
        raise Locked(_MISTYPED) if code and not recovery.is_right(code) and str(error) == WRONG else error from None
    except OSError as error:
        raise trouble(error) from error


def of_card(card: Card, passphrase: str) -> Key | None:
    """The key of a card by a passphrase or a recovery code, None when it is the wrong one. Proves nothing else."""
    code = recovery.read(passphrase)
    return _by(card, slots.normal(passphrase), code if code and recovery.is_right(code) else None)


def _held(folder: str) -> list[bytes]:
    """The cards as they stand on the disk: read once, so that all of a try is about the same two."""
    try:
        return cards.texts(folder)
    except OSError as error:
        raise trouble(error) from error


def _found(held: list[bytes], secret: bytes, code: str | None) -> Key:
    """Of two cards that differ, the one with the higher turn decides which passphrase is the right one."""
    told = [card for card in map(read_card, held) if card is not None and card.sealed]
    for card in sorted(told[:1] if told[1:] == told[:1] else told, key=lambda card: -card.turn):
        key = _by(card, secret, code)
        if key is not None:
            counts = cards.newest_of(held, key.codec())
            if counts is None:
                raise Damaged(_FOREIGN_CARD)
            if counts.slots == card.slots or _by(counts, secret, code) is not None:
                _keep_out_of_core_files()
                return key
    raise Locked(WRONG)


def _by(card: Card, secret: bytes, code: str | None) -> Key | None:
    unsound = None
    for slot in card.slots[: slots.MOST_SLOTS]:
        name = slot.get("name") if isinstance(slot, dict) else None
        given = secret if name != RECOVERY else code and code.encode()
        if given:
            try:
                data_key = slots.opened(slot, given, card.id)
            except Damaged as error:
                unsound = error
                continue
            if data_key is not None:
                return Key(card.id, data_key, str(name))
    if unsound is not None:
        raise unsound
    return None


def _keep_out_of_core_files() -> None:
    """A program that dies while the vault is open leaves no picture of its memory on the disk."""
    with suppress(ImportError, OSError, ValueError):
        from resource import RLIMIT_CORE, getrlimit, setrlimit

        setrlimit(RLIMIT_CORE, (0, getrlimit(RLIMIT_CORE)[1]))


LOCK_SIGN = "lock-now"
"""A file of the home that holds nothing: the time of it says when the running apps were asked to lock."""


def ask_to_lock(home: str | os.PathLike[str]) -> None:
    """Ask every app that has the vault open to lock. Raises `DiskTrouble`."""
    path = os.path.join(os.path.abspath(home), LOCK_SIGN)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | PLAIN_FLAGS, FILE_MODE))
        os.utime(path)
    except OSError as error:
        raise trouble(error) from error


def lock_asked(home: str | os.PathLike[str]) -> int:
    """What changes whenever `ask_to_lock` was called; costs a look at one name."""
    try:
        return os.stat(os.path.join(os.path.abspath(home), LOCK_SIGN)).st_mtime_ns
    except OSError:
        return 0
