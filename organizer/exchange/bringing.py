"""A file that is brought in: opened, read whole, and made into the answers of the command `import`."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any

from organizer.errors import DiskTrouble, NotFound, WrongUse
from organizer.exchange import reading

FORMATS = ("json", "csv", "markdown")
ENDINGS = {".json": "json", ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".md": "markdown", ".markdown": "markdown"}


def format_of(path: str) -> str:
    """The format that a file's name says. Raises `WrongUse`."""
    found = ENDINGS.get(os.path.splitext(path)[1].lower(), "")
    if not found:
        raise WrongUse("The name has to end in .json, .csv or .md: that says how it is read.")
    return found


def answers(form: str, path: str, heard: Callable[[int], object] | None = None) -> dict[str, Any]:
    """What the command `import` is to be given; `heard` is told of bytes as they are read. Raises `NotFound`,
    `DiskTrouble`, `Damaged`, `WrongUse`, and what `heard` does."""
    try:
        if form == "json":
            return {"records": _records(path, heard or (lambda count: None))}
        with open(path, "rb") as file:
            data = file.read()
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound("There is no file of that name. Nothing was changed.") from None
    except OSError as error:
        raise DiskTrouble(f"The file could not be read: {error.strerror}. Nothing was changed.") from None
    if form == "csv":
        from organizer.exchange.sheet import read_csv

        return {"sheet": read_csv(data)}
    if form == "markdown":
        from organizer.exchange.marked import read_markdown

        return {"sheet": read_markdown(data)}
    raise WrongUse(f"The formats are: {', '.join(FORMATS)}.")


class _Heard(io.BufferedReader):
    """A file that tells of what is read of it."""

    def __init__(self, path: str, heard: Callable[[int], object]) -> None:
        super().__init__(io.FileIO(path))
        self._heard = heard

    def read1(self, size: int = -1, /) -> bytes:
        """As it is, and told."""
        found = super().read1(size)
        self._heard(len(found))
        return found


def _records(path: str, heard: Callable[[int], object]) -> list[reading.Brought]:
    """What is wrong is told with its place if it has one; then comes the checksum of the whole."""
    with _Heard(path, heard) as file:
        found = reading.read(file)
    with open(path, "rb") as file:
        reading.check_sum(file)
    return found
