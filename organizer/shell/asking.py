"""Asking for a passphrase: on the terminal, unseen, or from the file that a script names."""

from __future__ import annotations

import os
import sys
from typing import Any

from organizer.errors import Locked, WrongUse
from organizer.shell.terminal import Terminal

FILE, NEW_FILE = "ORGANIZER_PASSPHRASE_FILE", "ORGANIZER_NEW_PASSPHRASE_FILE"
"""The names of the files with the passphrase there is, and with the one to be. Only the first line of each is read."""
BACKUP_FILE = "ORGANIZER_BACKUP_PASSPHRASE_FILE"
"""The same for a backup that was sealed with another one."""
MOST_BYTES = 4096

_NOWHERE = f"The vault is sealed, and here is no terminal to ask on. Name a file with its passphrase in {FILE}."
_NOWHERE_NEW = f"Here is no terminal to ask on. Name a file with the new passphrase in {NEW_FILE}."
_NOBODY = f"Here is no terminal to ask on; {BACKUP_FILE} may name a file with it."
_NOTHING = "No passphrase was given, so nothing was opened or changed."


def key(terminal: Terminal, home: str) -> Any:
    """The key of the sealed vault of a home. Raises `Locked`."""
    from data import keys

    return keys.unlock(home, given(terminal, home))


def given(terminal: Terminal, home: str) -> str:
    """The passphrase (or the recovery code) of the vault, once another may be tried. Raises `Locked`."""
    found = _from_file(FILE)
    if found is None:
        _wait(terminal, home)
        found = _typed("Passphrase: ")
    if not found:
        raise Locked(_NOTHING)
    return found


def of_backup(terminal: Terminal, sentence: str) -> str:
    """The passphrase (or the recovery code) of a backup; `sentence` says which one is meant. Raises `Locked`."""
    found = _from_file(BACKUP_FILE)
    if found is None:
        terminal.tell(sentence)
        try:
            found = _typed("Passphrase: ")
        except Locked as error:
            raise Locked(sentence if str(error) == _NOTHING else f"{sentence} {_NOBODY}") from None
    if not found:
        raise Locked(sentence)
    return found


def new() -> str:
    """A new passphrase, asked for twice. Raises `WrongUse` when the two differ, `Locked` when there is no terminal."""
    found = _from_file(NEW_FILE)
    if found is None:
        found = _typed("New passphrase: ", _NOWHERE_NEW)
        if found != _typed("The same again: "):
            raise WrongUse("The two are not the same, so nothing was changed.")
    return found


def _from_file(name: str) -> str | None:
    """The first line of the file that a variable names; None when it names none. Raises `Locked`."""
    path = os.environ.get(name)
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            line = file.read(MOST_BYTES).partition(b"\n")[0]
        return line.decode("utf-8-sig").rstrip("\r")
    except (OSError, ValueError):
        raise Locked(f"The file that {name} names cannot be read, so nothing was opened or changed.") from None


def _wait(terminal: Terminal, home: str) -> None:
    from time import sleep

    from data import keys

    pause = keys.pause(home)
    if pause:
        terminal.tell(f"A wrong passphrase was given before: a pause of {max(1, round(pause))} s.")
        sleep(pause)


def _typed(prompt: str, nowhere: str = _NOWHERE) -> str:
    """A line typed at the terminal and not shown there. Raises `Locked`, which says `nowhere`, when there is none."""
    from getpass import GetPassWarning, getpass
    from warnings import catch_warnings, simplefilter

    try:
        with catch_warnings():
            simplefilter("error", GetPassWarning)  # it would be shown while it is typed
            _check_terminal()
            return getpass(prompt, sys.stderr)
    except EOFError:
        raise Locked(_NOTHING) from None
    except (OSError, GetPassWarning, UnicodeError):
        raise Locked(nowhere) from None


def _check_terminal() -> None:
    """Raises `OSError` when nobody can be asked."""
    if sys.platform == "win32":
        if sys.stdin is None or not sys.stdin.isatty():
            raise OSError
    else:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
