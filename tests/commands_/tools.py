"""A practice in memory with an office over it, and what its vault holds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from organizer.change import Change
from organizer.clock import StoppedClock
from organizer.commands import Ask
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.records import Check, Entry, Record
from tests.memory import MemoryVault

NOW = datetime(2026, 6, 11, 9, 14)  # a Thursday
AT = "2026-06-11T09:14:00"
Tables = dict[str, dict[str, Record]]

RENT = Entry("rent000000", text="Pay the rent", area="accounting", due="2026-06-11", created="2026-06-01T08:00:00")
NOTES = Entry(
    "notes00000",
    text="Finish the progress notes",
    stage="next",
    dread=2,
    step="open the first one",
    checklist=(Check("Monday"), Check("Tuesday", done=True), Check("Wednesday")),
    created="2026-06-02T08:00:00",
)
CALL = Entry("ca11000000", text="Call the payer", due="2026-06-09T16:00", created="2026-06-03T08:00:00")
DONE = Entry(
    "d0ne000000", text="Renew the lease", stage="done", closed="2026-06-10T17:00:00", created="2026-05-01T08:00:00"
)
FOUR = (RENT, NOTES, CALL, DONE)


class Room:
    """An office, its vault and its clock."""

    def __init__(self, *records: Record, now: datetime = NOW) -> None:
        self.vault = MemoryVault(*records)
        self.clock = StoppedClock(now)
        self.office = Office(self.vault, self.clock)

    def run(self, command: str, *ids: str, **answers: Any) -> Change:
        """Run a command on entries."""
        return self.office.run(command, ids, **answers)

    def entry(self, id: str) -> Entry:
        """An entry as the vault holds it, and the practice too."""
        kept = self.vault.tables["entries"][id]
        assert isinstance(kept, Entry)
        assert self.office.practice.entries[id] == kept
        return kept

    @property
    def kept(self) -> Tables:
        """Everything the vault holds, as a copy."""
        return {name: dict(table) for name, table in self.vault.tables.items()}

    @property
    def known(self) -> Tables:
        """Everything the practice knows, as a copy."""
        return {name: dict(self.office.practice.table(name)) for name in self.vault.tables}

    def ask(self, ids: tuple[str, ...] = (), **answers: Any) -> Ask:
        """What a command is asked, with ids that are always the same."""
        numbers = iter(range(1000))
        return Ask(self.office.practice, ids, answers, self.clock.now(), lambda: (f"new{next(numbers):07}", "uuid"))

    def refuses(self, command: str, *ids: str, **answers: Any) -> str:
        """Run what must be refused: nothing may change; gives the sentence, which must be one for people."""
        before, log = self.kept, len(self.vault.log)
        with pytest.raises(OrganizerError) as refused:
            self.office.run(command, ids, **answers)
        assert self.kept == before == self.known
        assert len(self.vault.log) == log
        sentence = str(refused.value)
        assert sentence[-1:] in (".", "!"), sentence
        assert "\n" not in sentence
        return sentence
