"""A file outside the vault, for its owner alone: all of it is there, or all of what was there before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import IO, TypeAlias

from organizer.errors import DiskTrouble, WrongUse

Data: TypeAlias = str | bytes | Iterable[str]

_FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)


def folder() -> str:
    """Where a file goes that was given no folder, as people write it: their home, or where they are if that cannot be
    written in."""
    return "~" if os.access(os.path.expanduser("~"), os.W_OK) else os.getcwd()


def new(path: str, data: Data) -> None:
    """Make a file of these bytes, or of this text in UTF-8 (whole, or piece by piece), on the disk on return. One that
    is there is left as it is.

    Raises `FileExistsError` for that, other `OSError` when it cannot be made or not be written whole; then there is
    none.
    """
    handle = os.open(path, _FLAGS | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, data, sync=True)
    except BaseException:
        os.unlink(path)
        raise


def keep(path: str, made: Data) -> None:
    """Write a new file for its owner alone; one that is there is not written over. Raises `WrongUse`, `DiskTrouble`."""
    try:
        new(path, made)
    except FileExistsError:
        raise WrongUse("There is a file of that name already; it was left as it is. Give another name.") from None
    except OSError as error:
        raise DiskTrouble(f"It could not be saved there: {error.strerror}. Nothing else was changed.") from None


def put(path: str, data: Data, sync: bool = True, mode: int = 0o600) -> None:
    """Put a file in the place of one that may be there. Without `sync` a power cut may take it.

    Raises `OSError`; then the one that was there is as it was.
    """
    beside = f"{path}.{os.getpid()}.tmp"
    try:
        with os.fdopen(os.open(beside, _FLAGS | os.O_TRUNC, mode), "wb") as file:
            _fill(file, data, sync)
        os.replace(beside, path)
    except BaseException:
        try:
            os.unlink(beside)
        except OSError:
            pass
        raise


def _fill(file: IO[bytes], data: Data, sync: bool) -> None:
    for piece in (data,) if isinstance(data, str | bytes) else data:
        file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace"))
    if sync:
        file.flush()
        os.fsync(file.fileno())
