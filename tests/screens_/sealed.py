"""A sealed home at the screen: a keeper in memory, and somebody before its lock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from organizer.clock import StoppedClock
from organizer.errors import Locked, WrongUse
from organizer.keeping import Backup, Difference, Restored
from organizer.keeping import Entry as Changed
from organizer.office import Office
from organizer.reminding.bell import Bell
from organizer.reminding.shared import Alone
from screens.app import Organizer
from tests.memory import MemoryVault
from tests.screens_.person import NOW, Person

PASSPHRASE, CODE = "nine blue herons", "7F4GT-ABCDE"


class MemoryBackups:
    """An `organizer.keeping.Backups` without a disk: `days` counts how often a day began, `said` is what there is to
    say then, `asks` the question for the passphrase of all of them, `done` those that were restored."""

    def __init__(self) -> None:
        self.days = 0
        self.said: list[str] = []
        self.asks = ""
        self.held: list[Backup] = []
        self.done: list[str] = []

    def begin_day(self) -> list[str]:
        self.days += 1
        return self.said

    def back_up(self) -> Backup:
        at = f"2026-06-11T09:{14 + len(self.held)}:00"
        name = f"{at[:16].replace(':', '')}.organizer"
        self.held.insert(0, Backup(name, name, at, 3000, "verified", "", {"entries": 5}))
        return self.held[0]

    def listed(self) -> list[Backup]:
        return self.held

    def question(self, path: str) -> str:
        return self.asks

    def difference(self, path: str, passphrase: str = "") -> Difference:
        self._check(passphrase)
        entries = (Changed("g0ne000000", "2026-06-10T09:00:00", "goes"), Changed("c0me000000", "2026-06-01", "comes"))
        return Difference(path, "2026-06-11T09:14:00", {"entries": 5}, {"entries": 5}, entries)

    def restore(self, path: str, passphrase: str = "") -> Restored:
        self._check(passphrase)
        self.done.append(path)
        return Restored(path, "2026-06-11T09:14:00", {"entries": 5}, "vault.replaced-x", "x-before-restore.organizer")

    def _check(self, given: str) -> None:
        if self.asks and given != PASSPHRASE:
            raise Locked("That does not open it.")


class MemoryKeeper:
    """An `organizer.keeper.Keeper` of a vault in memory. `asked` is whether `organizer lock` was called."""

    def __init__(self, vault: MemoryVault, clock: StoppedClock, passphrase: str = "") -> None:
        self.vault, self.clock, self.passphrase = vault, clock, passphrase
        self.by_recovery = self.asked = False
        self.wait = 0.0
        self.tried: list[str] = []
        self.saved: dict[str, str] = {}
        self.kept_backups = MemoryBackups()
        self.kept_bell: Bell | None = None

    @property
    def bell(self) -> Bell | None:
        return self.kept_bell

    @property
    def backups(self) -> MemoryBackups:
        return self.kept_backups

    @property
    def sealed(self) -> bool:
        return bool(self.passphrase)

    def beside(self) -> Office:
        return Office(self.vault, self.clock)

    def again(self) -> None:
        pass

    @property
    def heavy(self) -> bool:
        return False

    def pause(self) -> float:
        return self.wait

    def _check(self, given: str) -> None:
        self.tried.append(given)
        if given not in (self.passphrase, CODE):
            self.wait = 2.0
            raise Locked("That was not it.")

    def open(self, passphrase: str = "") -> Office:
        self._check(passphrase)
        self.by_recovery = passphrase == CODE
        return Office(self.vault, self.clock)

    def set_passphrase(self, new: str) -> str:
        if len(new) < 8:
            raise WrongUse("A passphrase has at least eight characters.")
        self.passphrase = new
        return CODE

    def change_passphrase(self, given: str, new: str) -> None:
        self._check(given)
        self.passphrase = new
        self.by_recovery = False

    def remove_passphrase(self, given: str) -> None:
        self._check(given)
        self.passphrase = ""

    def sheet(self, code: str) -> str:
        return "\n".join(["RECOVERY SHEET", *(f"line {number}" for number in range(40)), code])

    def save_sheet(self, sheet: str, path: str) -> str:
        if path in self.saved:
            raise WrongUse("There is a file of that name already. Type another name.")
        self.saved[path] = sheet
        return f"/home/me/{path.rpartition('/')[2]}"

    def lock_asked(self) -> bool:
        return self.asked


@asynccontextmanager
async def kept(
    *records: Any,
    passphrase: str = PASSPHRASE,
    vault: MemoryVault | None = None,
    opened: bool = True,
    size: tuple[int, int] = (120, 36),
    place: str = "today",
    now: datetime = NOW,
    fresh: bool = False,
    rings: bool = False,
) -> AsyncIterator[tuple[Person, MemoryKeeper]]:
    """Somebody at a home with a keeper, behind its lock unless it is `opened`; a later one may go on with its vault."""
    memory, clock = vault or MemoryVault(*records, fresh=fresh), StoppedClock(now)
    keeper = MemoryKeeper(memory, clock, passphrase)
    keeper.kept_bell = Bell(Alone()) if rings else None
    office = Office(memory, clock) if opened else None
    me = Person(Organizer(office, place, keeper=keeper, clock=clock), memory, clock)
    async with me.app.run_test(size=size) as pilot:
        me.pilot = pilot
        await me.settle()
        yield me, keeper
    memory.refuse = None
