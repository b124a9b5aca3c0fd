"""`passphrase` and `lock`: seal the vault, give it another passphrase, take the seal off; ask open apps to lock."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

from organizer import paths
from organizer.errors import WrongUse
from organizer.shell import asking
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell

_USE = "Use it so: organizer passphrase set|change|remove"
_FORGOTTEN = (
    "Without the passphrase and without the recovery code nobody can open the vault, ever. Print the sheet now."
)
_LEFT = "These are from before and could not be sealed, so anyone can read them; remove what is not needed: {}."
_BEFORE = (
    "Copies of the folder made before, in sync services and backups of the computer, are as they were; so may be "
    "blocks of an SSD that are not in use any more."
)


def passphrase(shell: Shell, given: Given) -> int:
    """Set, change or remove the passphrase of the vault."""
    (act,) = given.words
    if act not in ("set", "change", "remove"):
        raise WrongUse(_USE)
    fresh = act == "set" or "new-key" in given.options
    if "new-key" in given.options and act != "change":
        raise WrongUse("--new-key belongs to change. " + _USE)
    if "sheet" in given.options and not fresh:
        raise WrongUse("A recovery sheet is made once, by set, or by change --new-key.")
    sheet = _Sheet(given.options.get("sheet", ""))
    try:
        {"set": _set, "change": _change, "remove": _remove}[act](shell, sheet, fresh)
    finally:
        sheet.drop_if_empty()
    return 0


def _set(shell: Shell, sheet: _Sheet, fresh: bool) -> None:
    from data import keys, reseal, sealing

    home = paths.home()
    if keys.is_sealed(home):
        raise WrongUse("The vault is sealed already. To give it another passphrase: organizer passphrase change")
    new = asking.new()
    if not os.path.isdir(keys.folder_of(home)):
        shell.vault.close()
    _back_up(shell, None)

    def show(code: str) -> None:
        sheet.give(shell, sealing.sheet(home, code, shell.clock.today()))

    sealing.seal(home, new, notice=shell.waiting, show=show)
    left = reseal.still_plain(home)
    plain = (_LEFT.format(", ".join(left)),) if left else ()
    shell.terminal.tell("The vault is sealed, and its backups.", *plain, _BEFORE, _FORGOTTEN)


def _change(shell: Shell, sheet: _Sheet, fresh: bool) -> None:
    from data import keys, sealing

    home = paths.home()
    _check_sealed(home)
    given, new = asking.given(shell.terminal, home), asking.new()
    _back_up(shell, keys.unlock(home, given))
    if not fresh:
        sealing.change(home, given, new)
        shell.terminal.tell(
            "The passphrase is changed; the recovery code is the same. Backups from before keep theirs."
        )
        return
    _, code = sealing.renew(home, given, new)
    sheet.give(shell, sealing.sheet(home, code, shell.clock.today()))
    shell.terminal.tell("The vault is sealed with a new key, and has a new recovery code.", _FORGOTTEN)


def _remove(shell: Shell, sheet: _Sheet, fresh: bool) -> None:
    from data import keys, sealing

    home = paths.home()
    _check_sealed(home)
    given = asking.given(shell.terminal, home)
    _back_up(shell, keys.unlock(home, given))
    sealing.unseal(home, given, notice=shell.waiting)
    shell.terminal.tell("The seal is off: whoever can read the folder can read the vault.")


def _back_up(shell: Shell, key: Any) -> None:
    """A backup before what opens the vault is another. Raises `DiskTrouble`, `Damaged`; then nothing is changed."""
    from data import backup
    from data.codec import Plain

    codec = Plain() if key is None else key.codec()
    backup.back_up(paths.home(), codec, shell.clock.now().isoformat(timespec="seconds"), "passphrase")


def lock(shell: Shell, given: Given) -> int:
    """Ask every app that is open to lock."""
    from data import keys

    _check_sealed(paths.home())
    keys.ask_to_lock(paths.home())
    shell.terminal.tell("Whatever Organizer is open locks now.")
    return 0


def _check_sealed(home: str) -> None:
    from data import keys

    if not keys.is_sealed(home):
        raise WrongUse("The vault has no passphrase yet. To give it one: organizer passphrase set")


class _Sheet:
    """Where the recovery sheet goes: a file of its own for this account alone, or stdout."""

    def __init__(self, path: str) -> None:
        """Make the file at once, so that no code is made that finds no place. Raises `WrongUse`."""
        self._path = os.path.expanduser(path)
        if path:
            try:
                os.close(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            except FileExistsError:
                raise WrongUse("There is a file of that name already, so nothing was changed. Name another.") from None
            except OSError:
                raise WrongUse("The file for the sheet cannot be made there, so nothing was changed.") from None

    def give(self, shell: Shell, text: str) -> None:
        """Write or print it. The code counts already: what no file takes is printed."""
        if self._path and self._is_written(text):
            shell.terminal.tell("The recovery sheet is in the file. Print it, then remove the file from this computer.")
            return
        if self._path:
            shell.terminal.tell("The file could not take the recovery sheet, so here it is.")
        shell.terminal.out(*text.splitlines())
        shell.terminal.flush()

    def _is_written(self, text: str) -> bool:
        try:
            with open(self._path, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                os.unlink(self._path)
            return False
        return True

    def drop_if_empty(self) -> None:
        """Leave no file behind when nothing came of it."""
        if self._path and os.path.exists(self._path) and not os.path.getsize(self._path):
            os.unlink(self._path)
