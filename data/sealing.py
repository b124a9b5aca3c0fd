"""Set, change, renew and remove the passphrase of the vault in a home, which must not be open in this process.

Setting, renewing and removing write the whole vault again beside itself and swap the folders; changing writes the two
cards, and is done at once however large the vault is.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeAlias

from data import cards, keys, recovery, slots
from data.codec import Codec, Plain
from data.files import trouble
from data.keys import PASSPHRASE, RECOVERY, Key
from data.layout import LOCK, Card
from data.lock import Lock
from data.recode import Move, recode
from data.reseal import reseal
from data.swap import swap
from organizer.errors import Damaged, NotFound, WrongUse

Home: TypeAlias = str | os.PathLike[str]
Notice: TypeAlias = Callable[[], None] | None

_SEALED = "The vault is sealed already. To give it another passphrase: organizer passphrase change"
_NEWER = "A newer Organizer has written this vault, so nothing was changed. Update this one."
_NO_VAULT = "There is no vault yet, so nothing was changed. Open Organizer once, then try again."


def seal(
    home: Home,
    passphrase: str,
    cost: slots.Slot | None = None,
    notice: Notice = None,
    show: Callable[[str], object] = str,
) -> tuple[Key, str]:
    """Seal the vault; gives its key, and the recovery code to be shown once. `cost` is how slow the slots are.

    `show` is given the code as soon as it counts: sealing the backups may take long, and be stopped.

    Raises `WrongUse` when it is sealed already or the passphrase is too short, `NotFound` when there is no vault,
    `Damaged`, `DiskTrouble`, `Conflict`; then nothing has changed.
    """
    slots.check_fit(passphrase)
    card = _card(home)
    if card.sealed:
        raise WrongUse(_SEALED)
    key, code = _seal(home, card, passphrase, Plain(), cost, notice)
    try:
        show(code)
    finally:
        reseal(os.path.abspath(home), key.codec())
    return key, code


def renew(home: Home, given: str, passphrase: str, cost: slots.Slot | None = None) -> tuple[Key, str]:
    """Seal the vault with a new key and a new recovery code: what opened earlier copies opens nothing new any more.

    `given` is the passphrase or the recovery code so far. Raises what `seal` does, and `Locked`.
    """
    slots.check_fit(passphrase)
    old = keys.unlock(home, given)
    return _seal(home, _proved(home, old), passphrase, old.codec(), cost)


def change(home: Home, given: str, passphrase: str, cost: slots.Slot | None = None) -> Key:
    """Give the vault another passphrase. `given` is the one so far, or the recovery code, which stays the same.

    Raises `Locked`, `WrongUse`, `Damaged`, `DiskTrouble`, `Conflict`; then nothing has changed.
    """
    slots.check_fit(passphrase)
    key = keys.unlock(home, given)
    slot = key.slot(PASSPHRASE, slots.normal(passphrase), cost or slots.usual_cost())
    lock = Lock(os.path.join(keys.folder_of(home), LOCK))
    lock.take()
    try:
        card = _proved(home, key)
        others = [one for one in card.slots if one.get("name") != PASSPHRASE]
        fresh = card._replace(slots=(slot, *others), turn=card.turn + 1)
        cards.put(keys.folder_of(home), fresh, key.codec())
    except OSError as error:
        raise trouble(error) from error
    finally:
        lock.release()
        lock.close()
    return key


def unseal(home: Home, given: str, notice: Notice = None) -> None:
    """Take the seal off: the vault can be read by whoever can read its folder. Raises `Locked` and as `seal` does."""
    key = keys.unlock(home, given)
    card = _proved(home, key)
    _swap(home, card._replace(slots=(), sealed=False, turn=0), key.codec(), Plain(), notice)


def sheet(home: Home, code: str, day: str) -> str:
    """The recovery sheet of the vault in a home. Raises `NotFound` when there is none."""
    return recovery.sheet(code, _card(home).id, os.path.abspath(home), day)


def _seal(
    home: Home, card: Card, passphrase: str, old: Codec, cost: slots.Slot | None, notice: Notice = None
) -> tuple[Key, str]:
    key, code = keys.new(card.id), recovery.new()
    cost = cost or slots.usual_cost()
    bare = recovery.read(code) or ""
    ways = (
        key.slot(PASSPHRASE, slots.normal(passphrase), cost),
        key.slot(RECOVERY, bare.encode(), cost),
    )
    _swap(home, card._replace(slots=ways, sealed=True, turn=card.turn + 1), old, key.codec(), notice)
    return key, code


def _swap(home: Home, card: Card, old: Codec, new: Codec, notice: Notice = None) -> None:
    folder = keys.folder_of(home)
    if card.format > Card("").format:
        raise Damaged(_NEWER)

    def build(target: str) -> None:
        cards.look(folder, old)  # another program may have been quicker
        recode(Move(folder, target, old, new, card))
        cards.put(target, card, new)

    swap(folder, build, notice=notice)


def _card(home: Home) -> Card:
    keys.is_sealed(home)  # first a swap that was begun is finished
    try:
        card = cards.claimed(keys.folder_of(home))
    except OSError as error:
        raise trouble(error) from error
    if card is None:
        raise NotFound(_NO_VAULT)
    return card


def _proved(home: Home, key: Key) -> Card:
    card = cards.newest(keys.folder_of(home), key.codec())
    if card is None:
        raise Damaged(_NO_VAULT)
    return card
