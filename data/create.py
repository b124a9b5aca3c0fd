"""A vault's first moment: its folder, its first snapshot, its card. And the card put back when it is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from data import cards
from data.codec import Codec, Docs
from data.files import FOLDER_MODE, replace, sync_folder, trouble
from data.layout import CARD, COPY, LOCK, Card, base_name, bases, log_name, logs
from data.lock import Lock
from data.log import header
from data.place import GONE, check
from data.snapshot import Snapshot, Unreadable, write
from data.state import NOTHING, State
from organizer.errors import Damaged, DiskTrouble, OrganizerError

Seed = Callable[[], dict[str, Docs]]


def prepare(folder: str, seed: Seed, codec: Codec) -> tuple[Card, list[str]]:
    """The card of the vault in `folder`, which is made if there is none; and what was found to be damaged.

    Several processes may start at once: one makes the vault, the others find it. The first snapshot is the moment at
    which it exists. Raises `DiskTrouble`, `Damaged`, `Locked`, `Conflict`.
    """
    try:
        found = _look(folder, codec)
        if found is not None:
            return found, _mended(folder, found, codec) if codec.vault else []
        if codec.vault:
            raise DiskTrouble(GONE)
        os.makedirs(os.path.dirname(folder), FOLDER_MODE, exist_ok=True)
        os.makedirs(folder, FOLDER_MODE, exist_ok=True)
        names = os.listdir(folder)
        if bases(names) or logs(names):
            return _restore(folder, codec)
        lock = Lock(os.path.join(folder, LOCK))
        lock.take()
        try:
            found = cards.look(folder, codec)
            if found is None and bases(os.listdir(folder)):
                return _restore(folder, codec, locked=True)
            return found or _make(folder, seed, codec), []
        finally:
            lock.release()
            lock.close()
    except OSError as error:
        raise trouble(error) from error


def _look(folder: str, codec: Codec) -> Card | None:
    """The card, once a swap of the folder that was under way is over."""
    found = cards.look(folder, codec)
    start, home = os.path.basename(folder) + ".", os.path.dirname(folder)
    if found is None or any(name.startswith(start) for name in os.listdir(home)):
        from data import swap

        found = swap.through(folder, lambda: cards.look(folder, codec))
    return found


def _mended(folder: str, card: Card, codec: Codec) -> list[str]:
    """See that a sealed vault has both its cards; what was found to be wrong with them."""
    if cards.are_whole(folder, card, codec):
        return []
    lock = Lock(os.path.join(folder, LOCK))
    told = []
    with suppress(OSError, OrganizerError):
        if lock.try_take():
            # Under the lock once more: the passphrase may have been changed just now.
            found = cards.newest(folder, codec)
            if found is not None and not cards.are_whole(folder, found, codec):
                cards.put(folder, found, codec)
                told.append(f"One of {CARD} and {COPY} was lost, damaged or old, and was written again from the other.")
            lock.release()
    lock.close()
    return told


def first_state(folder: str, card: Card, codec: Codec) -> State:
    """What the vault holds. Raises `Damaged`, `OSError`, and `Locked` when it was swapped for another just now."""
    try:
        return State(folder, card, codec)
    except (Damaged, FileNotFoundError):
        check(folder, card, codec)
        raise


def card_of(folder: str, codec: Codec) -> Card:
    """The card of a vault; when that is lost, what the newest snapshot that can be read says. Writes nothing.

    Raises `Damaged` when neither can be read, `Locked` when it is sealed and the codec has no key, `OSError`.
    """
    found = cards.look(folder, codec)
    if found is not None:
        return found
    for gen in reversed(bases(os.listdir(folder))):
        with suppress(Unreadable, FileNotFoundError):
            snapshot = Snapshot(os.path.join(folder, base_name(gen)), gen, codec)
            snapshot.close()
            return snapshot.card
    raise Damaged(NOTHING)


def _make(folder: str, seed: Seed, codec: Codec) -> Card:
    if os.path.exists(os.path.join(folder, CARD)):
        raise Damaged(NOTHING)
    card = Card(os.urandom(16).hex())
    tables = seed()
    # Twice, so that there are two to read from the first day on.
    for gen in (0, 1):
        write(os.path.join(folder, base_name(gen)), card, gen, 0, tables, codec)
    replace(os.path.join(folder, log_name(1)), [header(card, 1, 0, codec)])
    replace(os.path.join(folder, CARD), [card.line(codec)])
    sync_folder(os.path.dirname(folder))
    return card


def _restore(folder: str, codec: Codec, locked: bool = False) -> tuple[Card, list[str]]:
    """Take the card from the newest snapshot that can be read, and write it again."""
    names = os.listdir(folder)
    for gen in reversed(bases(names)):
        try:
            snapshot = Snapshot(os.path.join(folder, base_name(gen)), gen, codec)
        except (Unreadable, FileNotFoundError):
            continue
        snapshot.close()
        lost = f"{CARD} was lost or damaged and was written again from {base_name(gen)}."
        notes = [] if _unfinished(names) else [lost]
        _write_card(folder, snapshot.card, codec, locked)
        return snapshot.card, notes
    raise Damaged(NOTHING)


def _unfinished(names: list[str]) -> bool:
    """Whether the machine stopped while the vault was being made."""
    return CARD not in names and not bases(names)[2:] and bases(names)[-1] <= 1


def _write_card(folder: str, card: Card, codec: Codec, locked: bool) -> None:
    lock = Lock(os.path.join(folder, LOCK))
    with suppress(OSError, OrganizerError):
        if locked or lock.try_take():
            cards.put(folder, card, codec)
            lock.release()
    lock.close()
