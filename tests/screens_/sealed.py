"""A sealed home at the screen: a keeper in memory, and somebody before its lock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from organizer.clock import StoppedClock
from organizer.errors import Locked, WrongUse
from organizer.office import Office
from screens.app import Organizer
from tests.memory import MemoryVault
from tests.screens_.person import NOW, Person

PASSPHRASE, CODE = "nine blue herons", "7F4GT-ABCDE"


class MemoryKeeper:
    """An `organizer.door.Keeper` of a vault in memory. `asked` is whether `organizer lock` was called."""

    def __init__(self, vault: MemoryVault, clock: StoppedClock, passphrase: str = "") -> None:
        self.vault, self.clock, self.passphrase = vault, clock, passphrase
        self.by_recovery = self.asked = False
        self.wait = 0.0
        self.tried: list[str] = []
        self.saved: dict[str, str] = {}

    @property
    def sealed(self) -> bool:
        return bool(self.passphrase)

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
) -> AsyncIterator[tuple[Person, MemoryKeeper]]:
    """Somebody at a home with a keeper, behind its lock unless it is `opened`; a later one may go on with its vault."""
    memory, clock = vault or MemoryVault(*records, fresh=fresh), StoppedClock(now)
    keeper = MemoryKeeper(memory, clock, passphrase)
    office = Office(memory, clock) if opened else None
    me = Person(Organizer(office, place, keeper=keeper, clock=clock), memory, clock)
    async with me.app.run_test(size=size) as pilot:
        me.pilot = pilot
        await me.settle()
        yield me, keeper
    memory.refuse = None
