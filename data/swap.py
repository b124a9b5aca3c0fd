"""Put another folder in the vault's place, whole or not at all, whenever the machine or the program stops.

    vault            the vault
    vault.new-*      the one to be: complete once its card is there, which is written last
    vault.old-*      the one that was, whole
    vault.gone-*     the same, being removed

Each * is sixteen hexadecimal digits: a copy that a person calls "vault.old-june" is theirs, and is never touched.

Whoever opens a home in which one of the latter three lies finishes what was begun, or takes it back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from data.files import FOLDER_MODE, patiently, read_from, sync_folder, trouble
from data.layout import CARD, COPY, LOCK, bases, read_card
from data.lock import Lock
from organizer.errors import Damaged

SWAP_LOCK = ".swap"
"""In the home: held while a folder is being swapped, and never removed."""
NEW, OLD, GONE, REPLACED = ".new-", ".old-", ".gone-", ".replaced-"

_MARK = 16
_LOOKS = 9
"""How often in a row a swap may come between; each takes much longer than a look."""

Build = Callable[[str], None]
Found = TypeVar("Found")


def swap(folder: str, build: Build, keep: str = "", notice: Callable[[], None] | None = None) -> bool:
    """Make a folder with `build`, and put it in the place of the vault in `folder` (a path).

    `build` is given the path of an empty folder, writes into it with `data.files.replace`, and writes the card
    (`data.cards.put`) last. Nobody else can write the vault meanwhile; it must not be open here. What was in `folder`
    is removed, or if `keep` names a path, kept there; False when it could not all be removed. `folder` need not exist.
    `notice` is called when waiting for another program takes long.

    Raises whatever `build` does, `Conflict`, `DiskTrouble`; then all is as it was.
    """
    folder = os.path.realpath(folder)
    home = os.path.dirname(folder)
    try:
        os.makedirs(home, FOLDER_MODE, exist_ok=True)
        lock = Lock(os.path.join(home, SWAP_LOCK))
        lock.take(notice)
        try:
            _settle(folder)
            inner = _held(folder, notice)
            try:
                _swap(folder, build, keep, inner)
            finally:
                _let_go(inner)
            return _settle(folder)
        finally:
            lock.release()
            lock.close()
    except OSError as error:
        raise trouble(error) from error


def _held(folder: str, notice: Callable[[], None] | None) -> Lock | None:
    """The vault's own lock, if there is a vault."""
    if not os.path.isdir(folder):
        return None
    lock = Lock(os.path.join(folder, LOCK))
    lock.take(notice)
    return lock


def _let_go(lock: Lock | None) -> None:
    if lock is not None:
        with suppress(OSError):
            lock.release()
        lock.close()


def _swap(folder: str, build: Build, keep: str, inner: Lock | None) -> None:
    home, mark = os.path.dirname(folder), os.urandom(_MARK // 2).hex()
    new, old = folder + NEW + mark, keep or folder + OLD + mark
    os.mkdir(new, FOLDER_MODE)
    try:
        build(new)
        if not _is_complete(new):
            raise Damaged("What was put together has no card, so it was not used, and all is as it was.")
        sync_folder(new)
        sync_folder(home)
        if sys.platform == "win32":
            _let_go(inner)  # a folder with an open file in it cannot be renamed there
        if os.path.isdir(folder):
            patiently(lambda: os.rename(folder, old))
            sync_folder(home)
        patiently(lambda: os.rename(new, folder))
    except (Exception, KeyboardInterrupt, SystemExit):
        if keep and os.path.isdir(keep) and not os.path.isdir(folder):
            os.rename(keep, folder)
        _settle(folder, finish=False)
        raise
    sync_folder(home)


def has_begun(folder: str) -> bool:
    """Whether a swap was begun and not finished. Costs a look at the home."""
    folder = os.path.realpath(folder)
    return any(_named(folder, NEW, OLD, GONE))


def through(folder: str, look: Callable[[], Found | None]) -> Found | None:
    """What `look` finds in the vault's folder, which may be out of its place for a moment; None when it stays so."""
    for _ in range(_LOOKS):
        if has_begun(folder):
            settle(folder)
        found = look()
        if found is not None:
            return found
    return None


def settle(folder: str) -> None:
    """Finish or take back a swap that was begun by a program that is gone. Raises `Conflict`, `DiskTrouble`.

    While it goes on, and the vault is in its place, nothing is done; while it is not, this waits.
    """
    folder = os.path.realpath(folder)
    lock = Lock(os.path.join(os.path.dirname(folder), SWAP_LOCK))
    try:
        if not _stands(folder):
            lock.take()
        elif not lock.try_take():
            return
        _settle(folder)
        lock.release()
    except OSError as error:
        raise trouble(error) from error
    finally:
        lock.close()


def _settle(folder: str, finish: bool = True) -> bool:
    """Under the lock; whether nothing is left over."""
    home = os.path.dirname(folder)
    if not _stands(folder):
        ready = [path for path in _named(folder, NEW) if finish and _is_complete(path)]
        chosen = ready or _named(folder, OLD)
        if chosen:
            if os.path.isdir(folder):
                os.rename(folder, folder + REPLACED + os.urandom(4).hex())
            patiently(lambda: os.rename(chosen[-1], folder))
            sync_folder(home)
    if _stands(folder):
        for path in _named(folder, OLD):
            # First the name: what is half removed must not be taken for what was.
            patiently(lambda path=path: os.rename(path, folder + GONE + path[len(folder + OLD) :]))  # type: ignore[misc]
        sync_folder(home)
    left = _named(folder, NEW, GONE)
    if left:
        from shutil import rmtree

        for path in left:
            rmtree(path, ignore_errors=True)
        sync_folder(home)
    return not any(map(os.path.lexists, left))


def _named(folder: str, *kinds: str) -> list[str]:
    """The paths beside the vault of these kinds, as they were named by `_swap`."""
    home, start = os.path.split(folder)
    try:
        names = sorted(os.listdir(home))
    except FileNotFoundError:
        return []
    starts = tuple(start + kind for kind in kinds)
    return [os.path.join(home, name) for name in names if name.startswith(starts) and _is_marked(name)]


def _is_marked(name: str) -> bool:
    mark = name.rpartition("-")[2]
    return len(mark) == _MARK and all(sign in "0123456789abcdef" for sign in mark)


def _stands(folder: str) -> bool:
    """Whether there is a vault in the folder, however damaged."""
    try:
        names = os.listdir(folder)
    except FileNotFoundError:
        return False
    return CARD in names or COPY in names or bool(bases(names))


def _is_complete(folder: str) -> bool:
    try:
        return read_card(read_from(os.path.join(folder, CARD))) is not None
    except FileNotFoundError:
        return False
