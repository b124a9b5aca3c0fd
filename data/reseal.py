"""What else in a home holds the vault as it was before it was sealed: backups, and vaults that a restore replaced.

Each is sealed with the vault's own key and slots, in its place, so that the passphrase opens it as well. It can be
called again whenever that was stopped.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress

from data import backup, cards, keys
from data.bundle import Bundle, pack
from data.codec import Codec, Plain
from data.examine import examine
from data.files import FOLDER_MODE, patiently, remove, sync_folder
from data.layout import Card
from data.recode import Move, recode
from data.swap import GONE, NEW, OLD, REPLACED, has_begun, settle, swap
from organizer.errors import Damaged, OrganizerError


def reseal(home: str, codec: Codec) -> None:
    """Seal what is still plain. What cannot be sealed is left as it is; `still_plain` names it."""
    with suppress(OSError):
        card = cards.newest(keys.folder_of(home), codec)
        if card is not None:
            if os.path.isdir(backup.folder_of(home)):
                with suppress(OrganizerError), backup.place(home):
                    pass  # a backup that another program began before the vault was sealed has its name by now
            for name in still_plain(home):
                with suppress(OrganizerError, OSError):
                    _one(home, name, codec, card)


def _one(home: str, name: str, codec: Codec, card: Card) -> None:
    if not name.endswith(backup.ENDING):
        _replaced(os.path.join(home, name), codec, card)
        return
    with backup.place(home) as folder:
        _backup(os.path.join(folder, name), codec, card)


def still_plain(home: str) -> list[str]:
    """The names of what in a home can be read without a passphrase, besides its vault. Raises `OSError`."""
    folder, start = backup.folder_of(home), os.path.basename(keys.folder_of(home)) + REPLACED
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    plain = [name for name in names if name.endswith(backup.ENDING) and not _is_sealed(os.path.join(folder, name))]
    for name in sorted({_whole_name(name) for name in os.listdir(home) if name.startswith(start)}):
        path = os.path.join(home, name)
        held = cards.claimed(path) if os.path.isdir(path) else None
        if has_begun(path) or held is None or not held.sealed:
            plain.append(name)
    return plain


def _is_sealed(path: str) -> bool:
    try:
        with Bundle(path) as bundle:
            return bundle.sealed
    except (OrganizerError, OSError):
        return False


def _backup(path: str, codec: Codec, card: Card) -> None:
    """Unpack it, write all of it again, pack that, and put it in the place of the plain one."""
    plain, sealed, tmp = (f"{path}.{part}.tmp" for part in ("plain", "sealed", "new"))
    try:
        with Bundle(path) as bundle:
            page = bundle.about(Plain())
            bundle.unpack(plain)
        os.makedirs(sealed, FOLDER_MODE)
        _recode(plain, sealed, codec, card)
        counts, seq = backup.count(sealed, codec)
        if counts != page["counts"]:
            raise Damaged("It does not hold what it says.")
        pack(sealed, tmp, codec, page["made"], seq, counts, examine(sealed, codec).whole)
        with Bundle(tmp) as bundle:
            bundle.verify()
        patiently(lambda: os.replace(tmp, path))
        sync_folder(os.path.dirname(path))
    finally:
        remove(tmp)
        for folder in (plain, sealed):
            shutil.rmtree(folder, ignore_errors=True)


def _replaced(path: str, codec: Codec, card: Card) -> None:
    if has_begun(path):
        settle(path)
    held = cards.claimed(path)
    if held is None or not held.sealed:
        swap(path, lambda target: _recode(path, target, codec, card))


def _whole_name(name: str) -> str:
    """The name of the folder itself, of one that lies beside it while it is swapped."""
    for kind in (NEW, OLD, GONE):
        name = name.partition(kind)[0]
    return name


def _recode(source: str, target: str, codec: Codec, card: Card) -> None:
    """Raises `Damaged` when it is another vault's: the slots of this one do not open that."""
    held = cards.claimed(source)
    if held is None or held.id != card.id:
        raise Damaged("It is another vault's.")
    recode(Move(source, target, Plain(), codec, card))
    cards.put(target, card, codec)
