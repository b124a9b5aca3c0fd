"""A new file outside the vault, where the person asked for one: for its owner alone, whole or not there at all."""

from __future__ import annotations

import os

from organizer.errors import DiskTrouble, WrongUse


def write(path: str, data: str | bytes) -> None:
    """Make a file of these bytes, or of this text in UTF-8, on the disk on return. One that is there is left as it is.

    Raises `FileExistsError` for that, other `OSError` when it cannot be made or not be written whole; then there is
    none.
    """
    made = data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace")
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(path)
        raise


def keep(path: str, made: str | bytes) -> None:
    """Write a new file for its owner alone; one that is there is not written over. Raises `WrongUse`, `DiskTrouble`."""
    try:
        write(path, made)
    except FileExistsError:
        raise WrongUse("There is a file of that name already; it was left as it is. Give another name.") from None
    except OSError as error:
        raise DiskTrouble(f"It could not be saved there: {error.strerror}. Nothing else was changed.") from None
