"""What was typed and cannot be kept, written to a file that the person names."""

from __future__ import annotations

import os

from organizer import wholefile
from organizer.errors import OrganizerError, WrongUse

NAME = "not-kept-yet.txt"


class Unkept(str):
    """Why something was not kept, when the vault could not take it: it may be saved elsewhere meanwhile."""


def why(error: OrganizerError) -> str:
    """The sentence of an error; `Unkept` when not the words were wrong but the vault, its disk or its lock."""
    return Unkept(error) if error.exit_code >= 5 else str(error)


def places() -> list[str]:
    """Where it might go: the person's own folder, and that in which the program was started."""
    found = {os.path.expanduser("~"): "~"}
    try:
        found.setdefault(os.getcwd(), os.getcwd())
    except OSError:
        pass  # the folder is gone
    return [os.path.join(shown, NAME) for folder, shown in found.items() if os.access(folder, os.W_OK)]


def save(place: str, lines: list[str]) -> str:
    """Write lines to a new file, or to `NAME` in a folder; gives its path. What is there already is not touched.

    Raises `WrongUse` with what is the matter.
    """
    path = os.path.abspath(os.path.expanduser(place.strip()))
    if os.path.isdir(path):
        path = os.path.join(path, NAME)
    try:
        wholefile.new(path, "".join(f"{line}\n" for line in lines))
    except FileExistsError:
        raise WrongUse("A file of that name is there already and was left as it is. Type another name.") from None
    except OSError as error:
        raise WrongUse(f"It cannot be written there ({error.strerror}). Type another place.") from None
    return path
