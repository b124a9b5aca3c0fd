"""A new file outside the vault, where the person asked for one: for its owner alone, whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeAlias

from organizer.errors import DiskTrouble, WrongUse

Data: TypeAlias = str | bytes | Iterable[str]


def write(path: str, data: Data) -> None:
    """Make a file of these bytes, or of this text in UTF-8 (whole, or piece by piece), on the disk on return. One that
    is there is left as it is.

    Raises `FileExistsError` for that, other `OSError` when it cannot be made or not be written whole; then there is
    none.
    """
    pieces = (data,) if isinstance(data, str | bytes) else data
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(path)
        raise


def keep(path: str, made: Data) -> None:
    """Write a new file for its owner alone; one that is there is not written over. Raises `WrongUse`, `DiskTrouble`."""
    try:
        write(path, made)
    except FileExistsError:
        raise WrongUse("There is a file of that name already; it was left as it is. Give another name.") from None
    except OSError as error:
        raise DiskTrouble(f"It could not be saved there: {error.strerror}. Nothing else was changed.") from None
