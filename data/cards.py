"""The cards in a vault's folder: one that says which vault it is, and of a sealed vault a second one like it.

The cards alone hold the ways to the key, so that a passphrase that was changed opens nothing in the folder any more.
Each proves itself with the key; of two the one with the higher turn counts, and the other is written again.
"""

from __future__ import annotations

import os
from contextlib import suppress

from data.codec import Codec
from data.files import read_from, replace, trouble
from data.layout import CARD, CARD_PLACE, COPY, Card, read_card
from organizer.errors import Damaged, Locked

MOST_BYTES = 1 << 16
"""No card is longer: what is longer is none."""

RESEALED = (
    "The vault's passphrase was set, removed or renewed elsewhere, so nothing was changed here. What was typed is "
    "still here; start Organizer again."
)
NEEDS = "The vault is sealed. Type its passphrase."
_DOWNGRADED = (
    "The vault was opened as a sealed one, but its cards are not those it was sealed with, so nothing was read or "
    "written. If its passphrase was removed just now, start again; if not, put the vault's own files back or restore a "
    "backup."
)


def texts(folder: str) -> list[bytes]:
    """The cards that are there, as they stand on the disk. Raises `OSError` other than that one is not there."""
    found = []
    for name in (CARD, COPY):
        with suppress(FileNotFoundError):
            data = read_from(os.path.join(folder, name))
            if len(data) <= MOST_BYTES:
                found.append(data.removesuffix(b"\n"))
    return found


def claimed(folder: str) -> Card | None:
    """What the folder says of itself: sealed if either card says so. Nothing is proved by it."""
    found = [card for card in map(read_card, texts(folder)) if card is not None]
    return next((card for card in found if card.sealed), found[0] if found else None)


def is_sealed(home: str | os.PathLike[str]) -> bool:
    """Whether the vault in `home`/vault needs a passphrase; False when there is none. Raises `DiskTrouble`."""
    folder = os.path.join(os.path.abspath(home), "vault")
    try:
        card = claimed(folder)
        if card is None or card.sealed:
            from data import swap

            # Where one was begun it is finished now: nothing plain stays beside a sealed vault.
            card = swap.through(folder, lambda: claimed(folder))
    except OSError as error:
        raise trouble(error) from error
    return card is not None and card.sealed


def proves(text: bytes, codec: Codec) -> Card | None:
    """The card, if it was written with this key."""
    card = read_card(text)
    if card is None or not card.sealed or card.id != codec.vault:
        return None
    try:
        codec.proved(text[: text.rindex(b',"sum":"')] + b"}", CARD_PLACE)
    except ValueError:
        return None
    return card


def newest(folder: str, codec: Codec) -> Card | None:
    """The card of a sealed vault that counts, or None when neither proves itself. Raises `OSError`."""
    return newest_of(texts(folder), codec)


def newest_of(held: list[bytes], codec: Codec) -> Card | None:
    """The one of these that counts."""
    found = [card for card in (proves(text, codec) for text in held) if card is not None]
    return max(found, key=lambda card: card.turn, default=None)


def look(folder: str, codec: Codec) -> Card | None:
    """The card of the vault in a folder, None when there is none that can be read.

    Raises `Locked` when it is sealed and this codec has no key, or has another, `Damaged` when it is sealed no more
    and the codec has one, `OSError`.
    """
    if codec.vault:
        held = texts(folder)
        card = newest_of(held, codec)
        if card is None and held:
            told = [one for one in map(read_card, held) if one is not None]
            if any(one.sealed and one.id == codec.vault for one in told):
                raise Locked(RESEALED)
            raise Damaged(_DOWNGRADED)
        return card
    card = claimed(folder)
    if card is not None and card.sealed:
        raise Locked(NEEDS)
    return card


def put(folder: str, card: Card, codec: Codec) -> None:
    """Write the card, and its copy if it is sealed, on the disk on return. Raises `OSError`."""
    line = card.line(codec)
    for name in (COPY, CARD) if card.sealed else (CARD,):
        replace(os.path.join(folder, name), [line])


def are_whole(folder: str, card: Card, codec: Codec) -> bool:
    """Whether both cards of a sealed vault are there and say the same. Raises `OSError`."""
    found = [proves(text, codec) for text in texts(folder)]
    return found == [card, card]
