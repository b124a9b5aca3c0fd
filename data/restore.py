"""A backup put in the vault's place: looked at first, unpacked and verified beside it, then swapped in at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from data import backup, cards, keys, lastseen, swap
from data.bundle import Bundle
from data.codec import Codec, Doc, Plain
from data.create import card_of
from data.examine import NEWER, examine
from data.files import FOLDER_MODE, remove, trouble
from data.keys import Key
from data.layout import CARD, COPY, FORMAT, Card
from data.rotation import name_for
from data.state import State
from organizer.errors import Damaged, DiskTrouble, Locked, NotFound, OrganizerError
from organizer.keeping import AskPassphrase, Difference, Entry, Restored, in_words

REPLACED = "vault" + swap.REPLACED
_NOT_THERE = "There is no backup {!r}. `organizer backups` lists those there are."
_NO_VAULT = "That folder holds no vault, so nothing was changed. `organizer backups` lists what there is."
_NOT_WHOLE = "What is in this backup cannot be read as a vault, so nothing was changed. organizer backups shows others."


class Source(NamedTuple):
    """A backup to restore: its path, when it was made ("" if unknown), its card, what unpacks it into a folder, and
    what it says of itself, proved by its key (nothing, if it is a folder)."""

    path: str
    made: str
    card: Card
    unpack: Callable[[str], None]
    about: Callable[[Codec], Doc]

    @property
    def name(self) -> str:
        """What it is called."""
        return os.path.basename(self.path)


def find(home: str, given: str) -> str:
    """The path of a backup: a file or a kept folder, by its path, or by its name or the beginning of it among those
    of the home. Raises `NotFound`."""
    path = os.path.abspath(os.path.expanduser(given))
    for folder in (backup.folder_of(home), home):
        with suppress(OSError):
            names = [name for name in sorted(os.listdir(folder)) if is_backup(os.path.join(folder, name))]
            fitting = [name for name in names if name.startswith(given)] if given else []
            exact = [name for name in fitting if given in (name, name.removesuffix(backup.ENDING))]
            if exact or fitting:
                return os.path.join(folder, (exact or fitting)[-1])
    if given and os.path.lexists(path):
        return path
    raise NotFound(_NOT_THERE.format(given))


def is_backup(path: str) -> bool:
    """Whether something is a backup by its name: a file of ours, or a vault that was replaced."""
    name = os.path.basename(path)
    return name.endswith(backup.ENDING) or (name.startswith(REPLACED) and os.path.isdir(path))


@contextmanager
def _source(path: str) -> Iterator[Source]:
    """A backup, open. Raises `Damaged`, `DiskTrouble`."""
    try:
        if os.path.isdir(path):
            folder = path if os.path.exists(os.path.join(path, CARD)) else os.path.join(path, "vault")
            card = cards.claimed(folder) if os.path.isdir(folder) else None
            if card is None:
                raise Damaged(_NO_VAULT)
            yield Source(path, _set_aside(path), _known(card), lambda target: _copy(folder, target), lambda codec: {})
        else:
            with Bundle(path) as bundle:
                yield Source(path, bundle.made, _known(bundle.card), bundle.unpack, bundle.about)
    except (OSError, DiskTrouble) as error:
        raise _not_restored(error) from error


def _known(card: Card) -> Card:
    if card.format > FORMAT:
        raise Damaged(NEWER)
    return card


def _copy(folder: str, target: str) -> None:
    os.makedirs(target, FOLDER_MODE, exist_ok=True)
    backup.copy_live(folder, target)


def _set_aside(path: str) -> str:
    """When a vault's folder was replaced, by its name; "" if that does not say."""
    name = os.path.basename(path).removeprefix(REPLACED)
    return f"{name[:13]}:{name[13:15]}:00" if len(name) >= 15 and name[:4].isdecimal() else ""


def _not_restored(error: OSError | DiskTrouble) -> DiskTrouble:
    why = str(trouble(error) if isinstance(error, OSError) else error).partition(",")[0]
    return DiskTrouble(f"{why}, so nothing was restored; the vault is as it was.")


def _key(source: Source, key: Key | None, present: Card | None, ask: AskPassphrase) -> Key | None:
    """What opens it: nothing when it is not sealed, the key there is when it has the same passphrase, else one that is
    asked for. Raises `Locked`."""
    if not source.card.sealed:
        return None
    if key is not None and present is not None and _ways(present) == _ways(source.card):
        return key
    sentence = _sentence(source)
    found = keys.of_card(source.card, ask(sentence))
    if found is None:
        raise Locked(f"That does not open it. {sentence}")
    return found


def question(home: str, path: str) -> str:
    """Which passphrase a backup opens with; "" when it needs none besides that of the vault. Raises `Damaged`."""
    with _source(path) as source:
        present = _present(home)
        alike = present is not None and _ways(present) == _ways(source.card)
        return "" if alike or not source.card.sealed else _sentence(source)


def _sentence(source: Source) -> str:
    day = f" on {in_words(source.made, time=False)}" if source.made else " then"
    return f"This backup was sealed with the passphrase you had{day}. Enter that one, or its recovery code."


def opens_alike(home: str, path: str) -> bool:
    """Whether what opens the vault there is opens the backup as well. Raises `Damaged`, `DiskTrouble`."""
    present = _present(home)
    with _source(path) as source:
        return present is not None and _ways(present) == _ways(source.card)


def _ways(card: Card) -> tuple[object, ...]:
    return card.id, card.sealed, card.slots


def _codec(key: Key | None) -> Codec:
    return Plain() if key is None else key.codec()


def _present(home: str) -> Card | None:
    with suppress(OSError):
        return cards.claimed(keys.folder_of(home))
    return None


# -- a dry run


def difference(home: str, key: Key | None, path: str, ask: AskPassphrase) -> Difference:
    """What restoring it would do. `key` opens the vault there is; one that does not open is told as empty.

    Raises `Damaged`, `Locked`, `DiskTrouble`, `NotFound`.
    """
    with _source(path) as source, backup.place(home) as place:
        codec = _codec(_key(source, key, _present(home), ask))
        folder = os.path.join(place, "look.tmp")
        try:
            source.unpack(folder)
            theirs = State(folder, card_of(folder, codec), codec)
            mine = _open_present(home, _codec(key))
            try:
                return _compared(source, mine, theirs)
            finally:
                theirs.close()
                if mine:
                    mine.close()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _compared(source: Source, mine: State | None, theirs: State) -> Difference:
    foreign = mine is not None and mine.card.id != theirs.card.id
    before = backup.counted(mine) if mine else {}
    entries = _entries(mine, theirs)
    return Difference(source.name, source.made, before, backup.counted(theirs), entries, _others(mine, theirs), foreign)


def _open_present(home: str, codec: Codec) -> State | None:
    vault = keys.folder_of(home)
    with suppress(OrganizerError, OSError):
        return State(vault, card_of(vault, codec), codec)
    return None


def _docs(state: State | None, name: str) -> dict[str, Doc]:
    """All documents of a table, the archive's too, as far as they can be read."""
    found: dict[str, Doc] = {}
    with suppress(Damaged):
        if state is not None:
            for part in state.tables.old(name):
                found.update(part)
            found.update(state.tables.docs(name).items())
    return found


def _entries(mine: State | None, theirs: State) -> tuple[Entry, ...]:
    """The entries that come, go and change, the newest first."""
    now, then = _docs(mine, "entries"), _docs(theirs, "entries")
    found = [Entry(id, _when(doc), "comes") for id, doc in then.items() if id not in now]
    found += [Entry(id, _when(doc), "goes") for id, doc in now.items() if id not in then]
    found += [Entry(id, _when(doc), "changes") for id, doc in now.items() if id in then and then[id] != doc]
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True))


def _when(doc: dict[str, object]) -> str:
    return str(doc.get("closed") or doc.get("created") or "")


def _others(mine: State | None, theirs: State) -> int:
    """How many records of other tables differ."""
    names = {*(mine.tables.names() if mine else ()), *theirs.tables.names()} - {"entries"}
    number = 0
    for name in names:
        now, then = _docs(mine, name), _docs(theirs, name)
        number += sum(now.get(id) != then.get(id) for id in now.keys() | then.keys())
    return number


# -- the real thing


def restore(home: str, key: Key | None, path: str, now: str, ask: AskPassphrase) -> tuple[Restored, Key | None]:
    """Put it in the vault's place; gives what was done, and the key that opens the vault from now on.

    What it replaces is backed up if it can be read, and its folder is kept in any case. The vault must not be open in
    this process. Raises `Damaged`, `Locked`, `DiskTrouble`, `Conflict`, `NotFound`; then the vault is as it was.
    """
    with _source(path) as source:
        present = _present(home)
        theirs = _key(source, key, present, ask)
        vault, kept, saved = keys.folder_of(home), "", ""
        if os.path.isdir(vault):
            with suppress(OrganizerError):
                saved = backup.back_up(home, _codec(key), now, "restore").name
            kept = _free(vault + swap.REPLACED + name_for(now))
        counts: dict[str, int] = {}
        swap.swap(vault, lambda target: counts.update(_build(source, target, _codec(theirs), now)), kept)
        lastseen.forget(home, source.card.id)
        opens = ""
        if source.card.sealed and theirs is not key:
            opens = "From now on what you have just entered opens the vault."
        elif present is not None and present.sealed and not source.card.sealed:
            opens = "This backup was made before there was a passphrase, so the vault is not sealed now."
        return Restored(source.name, source.made, counts, os.path.basename(kept), saved, opens), theirs


def _free(path: str) -> str:
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = f"{path}-{number}"
    return found


def _build(source: Source, target: str, codec: Codec, now: str) -> dict[str, int]:
    """Unpack, verify and count it in the folder that is to be the vault's; the card comes last. Raises `Damaged`."""
    source.unpack(target)
    try:
        said = source.about(codec)
        counts, _ = backup.count(target, codec)
        found = examine(target, codec)
        card = found.card or card_of(target, codec)
    except (Damaged, Locked):
        raise Damaged(_NOT_WHOLE) from None
    if said and (said["counts"] != counts or (said["whole"] and not found.whole)):
        raise Damaged(_NOT_WHOLE)
    for name in (CARD, COPY):
        remove(os.path.join(target, name))
    # Programs that still have the old vault open must not take this one for theirs: the card says that it is another.
    cards.put(target, card._replace(since=now), codec)
    return counts
