"""Backups: the vault's files as they are, in one zip that was opened again and counted before it bears its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from data.bundle import Bundle, pack
from data.codec import Codec
from data.create import card_of
from data.examine import examine
from data.files import FILE_MODE, FOLDER_MODE, PLAIN_FLAGS, patiently, remove, sync, sync_folder, trouble, write_all
from data.layout import LOCK
from data.lock import Lock
from data.names import is_ours
from data.rotation import made, name_for, surplus
from data.state import State
from organizer.errors import Damaged, DiskTrouble, OrganizerError, WrongUse
from organizer.keeping import Backup

FOLDER, ENDING = "backups", ".organizer"
_PART = 1 << 20
_LOCKING = 2.0
"""How many seconds a backup waits for whoever is writing; after that it does without the lock."""

_TAKEN = "There is a file of that name already, and it was left as it is. Choose another name."
_UNREAD = (
    "The backup could not be read back as it was written, so it was not kept; the vault is as it was. Check that disk, "
    "or put the backup on another one: organizer backup FILE."
)
NO_VAULT = "There is no vault here yet, so there is nothing to back up."


def folder_of(home: str) -> str:
    """Where the backups of a home are."""
    return os.path.join(home, FOLDER)


def back_up(home: str, codec: Codec, now: str, why: str = "", to: str = "") -> Backup:
    """Make a backup at `to`, or in the home under the name that `now` (ISO) and `why` ("restore") give it.

    It is written beside its place, opened again, verified and counted, and only then given its name. The vault may be
    written to meanwhile. Raises `DiskTrouble`, `Damaged`; then there is no backup, and nothing else has changed.
    """
    vault = os.path.join(home, "vault")
    if not os.path.isdir(vault):
        raise Damaged(NO_VAULT)
    target = os.path.abspath(os.path.expanduser(to)) if to else ""
    try:
        if target:
            if os.path.isdir(target):
                target = os.path.join(target, name_for(now) + ENDING)
            if os.path.lexists(target):
                raise WrongUse(_TAKEN)
            return _make(vault, codec, now, target)
        with place(home) as folder:
            return _make(vault, codec, now, _free(folder, name_for(now, why)))
    except (OSError, DiskTrouble) as error:
        raise no_backup(error) from error


def keep_before(home: str, codec: Codec, name: str) -> Backup:
    """A backup under a name that no rotation touches, made as of the last change. Raises `DiskTrouble`, `Damaged`."""
    vault = os.path.join(home, "vault")
    try:
        state = State(vault, card_of(vault, codec), codec)
        state.close()
        with place(home) as folder:
            return _make(vault, codec, state.at or "2000-01-01T00:00:00", _free(folder, name))
    except (OSError, DiskTrouble) as error:
        raise no_backup(error) from error


def no_backup(error: OSError | DiskTrouble) -> DiskTrouble:
    """The sentence for a backup that could not be made."""
    if error.args == (_UNREAD,):
        return DiskTrouble(_UNREAD)
    why = str(trouble(error) if isinstance(error, OSError) else error).partition(",")[0]
    return DiskTrouble(
        f"{why}, so no backup was made; the vault is as it was. A backup can go elsewhere: organizer backup FILE."
    )


@contextmanager
def place(home: str, patience: float = 30.0) -> Iterator[str]:
    """Hold the folder of the backups, made if it is not there; what others left unfinished in it goes."""
    folder = folder_of(home)
    os.makedirs(folder, FOLDER_MODE, exist_ok=True)
    lock = Lock(os.path.join(folder, LOCK))
    try:
        lock.take(patience=patience)
        for name in os.listdir(folder):
            if name.endswith(".tmp"):
                path = os.path.join(folder, name)
                shutil.rmtree(path, ignore_errors=True) if os.path.isdir(path) else remove(path)
        yield folder
    finally:
        lock.release()
        lock.close()


def _free(folder: str, name: str) -> str:
    path, number = os.path.join(folder, name + ENDING), 1
    while os.path.lexists(path):
        number += 1
        path = os.path.join(folder, f"{name}-{number}{ENDING}")
    return path


def _make(vault: str, codec: Codec, now: str, target: str) -> Backup:
    stage, tmp, named = target + ".copy.tmp", target + ".tmp", False
    try:
        os.makedirs(stage, FOLDER_MODE)
        copy_live(vault, stage)
        counts, seq = count(stage, codec)
        seen = examine(stage, codec)
        pack(stage, tmp, codec, now, seq, counts, seen.whole)
        shutil.rmtree(stage)
        _prove(tmp, stage, codec, counts)
        patiently(lambda: os.replace(tmp, target))
        named = True
        sync_folder(os.path.dirname(target))
    except BaseException:
        remove(target if named else tmp)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    size = os.stat(target).st_size
    sealed = bool(codec.vault)
    return Backup(os.path.basename(target), target, now, size, "verified", "", counts, sealed, seen.whole, seq)


def _prove(path: str, stage: str, codec: Codec, counts: dict[str, int]) -> None:
    """Open what was written as a stranger would. Raises `DiskTrouble` when it is not what went in."""
    try:
        with Bundle(path) as bundle:
            bundle.unpack(stage)
            said = bundle.about(codec)
        if said["counts"] != counts or count(stage, codec)[0] != counts:
            raise Damaged("")
    except Damaged:
        raise DiskTrouble(_UNREAD) from None


def count(folder: str, codec: Codec) -> tuple[dict[str, int], int]:
    """How many records each table of a vault's folder has, and the number of its last change. Raises `Damaged`."""
    state = State(folder, card_of(folder, codec), codec)
    try:
        return counted(state), state.seq
    finally:
        state.close()


def counted(state: State) -> dict[str, int]:
    """How many records each table has, the archive's too, those of none left out. Raises `Damaged`, `OSError`."""
    tables = state.tables
    return {name: len(tables.docs(name)) + len(tables.old_ids(name)) for name in tables.names()}


def copy_live(vault: str, target: str) -> None:
    """Copy a vault that may be written to: all its files are opened at one moment, then copied up to the end they had.

    That moment is under the vault's lock, if it can be had; without it too, since files only grow or are new. Raises
    `OSError`.
    """
    with ExitStack() as stack:
        for name, fd, size in _opened(vault, stack):
            out = os.open(os.path.join(target, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN_FLAGS, FILE_MODE)
            try:
                while size > 0 and (part := os.read(fd, min(size, _PART))):
                    write_all(out, part)
                    size -= len(part)
                sync(out)
            finally:
                os.close(out)


def _opened(vault: str, stack: ExitStack) -> list[tuple[str, int, int]]:
    lock = Lock(os.path.join(vault, LOCK))
    held = False
    with suppress(OrganizerError):
        lock.take(patience=_LOCKING)
        held = True
    try:
        for left in range(9, -1, -1):
            with suppress(FileNotFoundError):
                return _open_all(vault, stack)
            if not left:
                break
        return _open_all(vault, stack)
    finally:
        if held:
            lock.release()
        lock.close()


def _open_all(vault: str, stack: ExitStack) -> list[tuple[str, int, int]]:
    """Every file of the vault with its descriptor and its length. Raises `FileNotFoundError` when one has just gone."""
    found = []
    for name in sorted(os.listdir(vault)):
        if is_ours(name):
            fd = os.open(os.path.join(vault, name), os.O_RDONLY | PLAIN_FLAGS)
            stack.callback(os.close, fd)
            found.append((name, fd, os.fstat(fd).st_size))
    return found


def listed(home: str, verify: bool = True) -> list[Backup]:
    """The backups of a home, the newest first; each read through, if `verify`. Raises `DiskTrouble`."""
    try:
        names = [name for name in os.listdir(folder_of(home)) if name.endswith(ENDING)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise trouble(error) from error
    found = [_look(os.path.join(folder_of(home), name), verify) for name in names]
    return sorted(found, key=lambda one: (one.made, one.name), reverse=True)


def _look(path: str, verify: bool) -> Backup:
    """One backup as it is now."""
    name, at = os.path.basename(path), made(os.path.basename(path))
    when = at.isoformat(timespec="seconds") if at else ""
    try:
        size = os.stat(path).st_size
        with Bundle(path) as bundle:
            if verify:
                bundle.verify()
            page = bundle.page
            counts = page.get("counts")
            return Backup(
                name, path, page["made"], size, "verified", "", counts, bundle.sealed, page["whole"], page["seq"]
            )
    except Damaged as error:
        state = "newer" if "newer" in str(error) else "damaged"
        return Backup(name, path, when, size, state, str(error))
    except OSError as error:
        return Backup(name, path, when, 0, "damaged", str(trouble(error)))


def is_due(home: str, now: str) -> bool:
    """Whether the day of `now` has no backup yet. Costs one look at a folder."""
    try:
        names = os.listdir(folder_of(home))
    except OSError:
        return True
    return not any(name.startswith(now[:10]) and name.endswith(ENDING) and made(name) for name in names)


def begin_day(home: str, codec: Codec, now: str) -> Backup | None:
    """Make the day's backup if there is none, and let the oldest go; None when there was nothing to do, or when
    another program is at it. Raises `DiskTrouble`, `Damaged`."""
    if not is_due(home, now) or not os.path.isdir(os.path.join(home, "vault")):
        return None
    found = back_up(home, codec, now)
    thin(home, found)
    if codec.vault:
        from data.reseal import reseal

        reseal(home, codec)  # where sealing the older ones was stopped
    return found


def thin(home: str, newest: Backup) -> list[str]:
    """Let go of those that the rotation does not keep; gives their names. Nothing goes while the vault is damaged:
    then an older one may be the better."""
    if newest.state != "verified" or not newest.whole:
        return []
    folder = folder_of(home)
    gone = surplus(os.listdir(folder), newest.name)
    for name in gone:
        remove(os.path.join(folder, name))
    return gone
