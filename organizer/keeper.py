"""The door of a home: what the lock screen, the settings and the first run ask, without knowing how it is kept.

The screens are given a `Keeper` and import nothing of `data`; `organizer.shell.keeper` is the one there is.
"""

from __future__ import annotations

from typing import Any, Protocol

from organizer.keeping import Backups
from organizer.office import Office

AGAIN = 75
"""The exit code by which the full screen asks to be begun again. `organizer.__main__` then puts a fresh process in the
place of this one, so that nothing of what was read stays in memory: that is how the app locks."""


class Keeper(Protocol):
    """Opens the office of a home, and gives the home its passphrase.

    Wherever a passphrase is given, the recovery code does as well. Nothing here keeps one. What takes long says so:
    it may be called in a thread, if nobody else uses the office meanwhile.
    """

    @property
    def sealed(self) -> bool:
        """Whether the vault needs a passphrase; a look at two small files."""

    @property
    def backups(self) -> Backups:
        """The backups of the home."""

    @property
    def bell(self) -> Any:
        """What rings while the office is open (`organizer.reminding.bell.Bell`, for which the first picture does not
        wait); None while it is not."""

    @property
    def by_recovery(self) -> bool:
        """Whether it was opened with the recovery code: then it is time to offer a new passphrase."""

    def beside(self) -> Office:
        """One more office over the same vault, for a thread of its own; whoever asked for it closes it. Raises as
        `open`."""

    def again(self) -> None:
        """Open the vault again, after `beside` changed much of it: quicker than hearing of each record. The office is
        to `begin_again`."""

    @property
    def heavy(self) -> bool:
        """Whether so much was changed at once lately that taking it back takes seconds."""

    def pause(self) -> float:
        """Seconds until another passphrase may be tried: 0 but after a wrong one, more after each."""

    def open(self, passphrase: str = "") -> Office:
        """The office. Takes a third of a second and more when sealed.

        Raises `Locked` when the passphrase is missing, wrong or came too soon, `Damaged`, `DiskTrouble`, `Conflict`.
        """

    def set_passphrase(self, new: str) -> str:
        """Seal the vault; gives the recovery code, to be shown once (`sheet`). The open office goes on.

        Takes seconds. Raises `WrongUse` when it is too short or the vault is sealed already, `DiskTrouble` and others;
        then nothing has changed.
        """

    def change_passphrase(self, given: str, new: str) -> None:
        """Another passphrase; the recovery code stays. Takes a second. Raises `Locked`, `WrongUse`, `DiskTrouble`."""

    def remove_passphrase(self, given: str) -> None:
        """Take the seal off. The open office goes on. Takes seconds. Raises `Locked`, `DiskTrouble`."""

    def sheet(self, code: str) -> str:
        """The recovery sheet for a recovery code, as text to print or to keep in a file."""

    def save_sheet(self, sheet: str, path: str) -> str:
        """Put the sheet into a new file for this account alone; gives where it is. Raises `WrongUse`."""

    def lock_asked(self) -> bool:
        """Whether `organizer lock` was called since the office was opened; costs a look at one name."""
