"""The note of what went wrong in the program itself, kept in the home for whoever mends it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress


def note(path: str, lines: Iterable[str]) -> None:
    """Add lines to the file at `path`, readable by this account alone (0600). Never raises `OSError`: a note that
    cannot be kept must not hide what it is about."""
    with suppress(OSError), open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
        file.write("\n".join(lines) + "\n")
