"""A file that the person names, read once; nothing of it is kept here."""

from __future__ import annotations

import os
import stat

from organizer.errors import NotFound, WrongUse


def data(path: str, most: int) -> bytes:
    """Its bytes, one more than `most` at most. Raises `NotFound` or `WrongUse` with what is the matter."""
    place = os.path.expanduser(path.strip())
    try:
        if not stat.S_ISREG(os.stat(place).st_mode):
            raise WrongUse("That is a folder or a device, not a file.")
        with open(place, "rb") as file:
            return file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound("There is no file of that name. Check where it was saved.") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "its name is none"
        raise WrongUse(f"That file cannot be read: {why}.") from None
