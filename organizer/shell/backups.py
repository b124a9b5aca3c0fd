"""The backups of a real home, for the full screen."""

from __future__ import annotations

from typing import Any

from organizer.clock import Clock
from organizer.keeping import Backup, Difference, Restored


class HomeBackups:
    """An `organizer.keeping.Backups` for the home at a path and the vault that is open in it."""

    def __init__(self, home: str, clock: Clock, vault: Any) -> None:
        self._home, self._clock, self._vault = home, clock, vault

    @property
    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    @property
    def _codec(self) -> Any:
        from data.codec import Plain

        return Plain() if self._vault.key is None else self._vault.key.codec()

    def begin_day(self) -> list[str]:
        """The day's backup, and what there is to say once."""
        from data import backup, synced
        from organizer.errors import OrganizerError

        said = []
        try:
            backup.begin_day(self._home, self._codec, self._now)
        except OrganizerError as error:
            said.append(str(error))
        return [*said, *synced.untold(self._home)]

    def back_up(self, why: str = "") -> Backup:
        """Make a backup now, or before something: `why` is in its name."""
        from data import backup

        made = backup.back_up(self._home, self._codec, self._now, why)
        backup.thin(self._home, made)
        return made

    def listed(self) -> list[Backup]:
        """The backups there are."""
        from data import backup

        return backup.listed(self._home, verify=False)

    def question(self, path: str) -> str:
        """Which passphrase it opens with."""
        from data import restore

        return restore.question(self._home, path)

    def difference(self, path: str, passphrase: str = "") -> Difference:
        """What restoring it would do."""
        from data import restore

        return restore.difference(self._home, self._vault.key, path, lambda sentence: passphrase)

    def restore(self, path: str, passphrase: str = "") -> Restored:
        """Put it in the vault's place; the vault that is open here goes on with it."""
        from data import restore

        done: list[Restored] = []

        def act() -> Any:
            found, key = restore.restore(self._home, self._vault.key, path, self._now, lambda sentence: passphrase)
            done.append(found)
            return key

        self._vault.apart(act)
        return done[0]
