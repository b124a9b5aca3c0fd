"""The door to a real home: joins the vault, its keys, and the office."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from organizer.clock import Clock
from organizer.errors import Locked, OrganizerError, WrongUse
from organizer.office import Office

_NOT_OPEN = "The vault is not open here, so nothing was changed. Type its passphrase."

HEAVY = 1 << 23
"""Bytes of the logs from which on looking through them is not done between two keys."""


class HomeKeeper:
    """An `organizer.keeper.Keeper` for the home at a path."""

    def __init__(self, home: str, clock: Clock) -> None:
        self._home = home
        self._clock = clock
        self._vault: Any = None
        self._asked: int | None = None
        self.by_recovery = False

    @property
    def sealed(self) -> bool:
        """Whether the vault needs a passphrase. One that a key has opened does, also while its disk is away."""
        if self._is_open_by_key:
            return True
        from data.cards import is_sealed

        try:
            return is_sealed(self._home)
        except OrganizerError:
            if self._vault is None:
                raise
            return False  # it was opened without one; that its disk fails now is said where something is to be kept

    def pause(self) -> float:
        """Seconds until another passphrase may be tried."""
        from data import keys

        return keys.pause(self._home)

    def open(self, passphrase: str = "") -> Office:
        """The office. Raises `Locked`, `Damaged`, `DiskTrouble`, `Conflict`."""
        from data.vault import Vault

        key = None
        if passphrase:
            from data import keys

            key = keys.unlock(self._home, passphrase)
            self.by_recovery = key.by == keys.RECOVERY
            self._asked = keys.lock_asked(self._home)
        self._vault = Vault.open(self._home, key)
        return Office(self._vault, self._clock)

    def beside(self) -> Office:
        """One more office over the same vault."""
        from data.vault import Vault

        if self._vault is None:
            raise Locked(_NOT_OPEN)
        return Office(Vault.open(self._home, self._vault.key, background=False), self._clock)

    def again(self) -> None:
        """Open the vault again."""
        if self._vault is not None:
            self._apart(lambda: self._vault.key)

    @property
    def heavy(self) -> bool:
        """Whether the logs are long: of ten thousands of records at once."""
        if self._vault is None:
            return False
        from data.layout import log_name, logs

        folder = self._vault.path
        try:
            return sum(os.path.getsize(os.path.join(folder, log_name(gen))) for gen in logs(os.listdir(folder))) > HEAVY
        except OSError:
            return False  # that its disk fails is said where something is to be kept

    @property
    def backups(self) -> Any:
        """The backups of the home."""
        from organizer.shell.backups import HomeBackups

        return HomeBackups(self._home, self._clock, self._vault)

    @property
    def bell(self) -> Any:
        """What rings while the office is open: out of the same box as the agent's."""
        if self._vault is None:
            return None
        from organizer.agent.box import Box
        from organizer.reminding.bell import Bell

        return Bell(Box(self._home), self._vault.id.encode(), lambda: self._is_open_by_key)

    def set_passphrase(self, new: str) -> str:
        """Seal the vault; gives the recovery code."""
        from data import keys, sealing

        codes = []
        self._back_up()

        def act() -> keys.Key:
            key, code = sealing.seal(self._home, new)
            codes.append(code)
            return key

        self._apart(act)
        self._asked = keys.lock_asked(self._home)
        return codes[0]

    def change_passphrase(self, given: str, new: str) -> None:
        """Another passphrase."""
        from data import keys, sealing

        keys.unlock(self._home, given)
        self._back_up()
        sealing.change(self._home, given, new)
        self.by_recovery = False

    def remove_passphrase(self, given: str) -> None:
        """Take the seal off."""
        from data import keys, sealing

        keys.unlock(self._home, given)
        self._back_up()
        self._apart(lambda: sealing.unseal(self._home, given))

    def _back_up(self) -> None:
        if self._vault is not None:
            self.backups.back_up("passphrase")

    def _apart(self, act: Callable[[], Any]) -> None:
        if self._vault is None:
            raise Locked(_NOT_OPEN)
        self._vault.apart(act)

    def sheet(self, code: str) -> str:
        """The recovery sheet for a recovery code."""
        from data import sealing

        return sealing.sheet(self._home, code, self._clock.today())

    def save_sheet(self, sheet: str, path: str) -> str:
        """Put the sheet into a new file for this account alone; gives where it is. Raises `WrongUse`, `DiskTrouble`."""
        from organizer import wholefile

        path = os.path.abspath(os.path.expanduser(path))
        try:
            wholefile.new(path, sheet)
        except FileExistsError:
            raise WrongUse("There is a file of that name already. Type another name.") from None
        except OSError:  # and no half of it is left: that would open nothing
            raise WrongUse("The file could not take it. Type another place.") from None
        return path

    def close(self) -> None:
        """Leave the vault in order, if it was opened."""
        if self._vault is not None:
            self._vault.close()

    def lock_asked(self) -> bool:
        """Whether `organizer lock` was called since the office was opened, or sealed by what was restored."""
        if not self._is_open_by_key:
            self._asked = None
            return False
        from data import keys

        asked = keys.lock_asked(self._home)
        if self._asked is None:
            self._asked = asked
        return asked != self._asked

    @property
    def _is_open_by_key(self) -> bool:
        return bool(self._vault is not None and self._vault.key is not None)
