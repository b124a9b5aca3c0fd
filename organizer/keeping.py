"""What is told about how the vault is kept: what a check found, which backups there are, what a restore would do.

None of it says what anyone wrote: ids, dates, numbers and names of files only.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol


def in_words(at: str, time: bool = True) -> str:
    """A moment of the past, from its ISO time: "May 2, 2031, 9:00 AM"; as it is when it is none."""
    try:
        day = date.fromisoformat(at[:10])
    except ValueError:
        return at
    from organizer.when.saying import say_date, say_time

    said = say_date(day, year=True)
    clock = say_time(at[:16]) if time and "T" in at else ""
    return f"{said}, {clock}" if clock else said


DAMAGE = ("damage", "missing", "lost")
"""The kinds of findings for which a vault is not whole."""


class Finding(NamedTuple):
    """One thing a check found.

    `kind` is one of `DAMAGE`; or "unfinished", "history", "understood", "rights", "reference", "circle", "foreign",
    "unknown", "copy", "aside", "newer", "synced", "older", which tell of something and damage nothing. `file` is its
    name in the vault's folder, `ids` are records, `at` is when (local ISO time), `n` the number of a change.
    """

    kind: str
    said: str
    file: str = ""
    ids: tuple[str, ...] = ()
    at: str = ""
    n: int = 0

    @property
    def harms(self) -> bool:
        """Whether the vault is not whole because of it."""
        return self.kind in DAMAGE


class Backup(NamedTuple):
    """One backup. `made` is local ISO time, `counts` are records by table, None where it does not open without a
    passphrase; `state` is "verified", "damaged" or "newer", `whole` whether the vault was when it was made."""

    name: str
    path: str
    made: str
    bytes: int
    state: str
    said: str = ""
    counts: dict[str, int] | None = None
    sealed: bool = False
    whole: bool = True
    n: int = 0


class Entry(NamedTuple):
    """One entry that a restore would bring, take away or change, without its words."""

    id: str
    at: str
    what: str


class Difference(NamedTuple):
    """What a restore would do: records by table before and after, and the entries it touches, the newest first.

    `what` of an entry is "comes", "goes" or "changes".
    """

    name: str
    made: str
    before: dict[str, int]
    after: dict[str, int]
    entries: tuple[Entry, ...] = ()
    others: int = 0
    foreign: bool = False

    def number(self, what: str) -> int:
        """How many entries come, go or change."""
        return sum(entry.what == what for entry in self.entries)


class Restored(NamedTuple):
    """What a restore did: where what it replaced was kept, "" when there was nothing; `backup` is its backup."""

    name: str
    made: str
    counts: dict[str, int]
    kept: str = ""
    backup: str = ""
    opens: str = ""


AskPassphrase = Callable[[str], str]
"""Asked with a sentence that says for which; gives what was typed. Raises `Locked` when nobody can be asked."""


class Backups(Protocol):
    """What the full screen asks of the backups of its home, without knowing how they are kept."""

    def begin_day(self) -> list[str]:
        """Make the day's backup if there is none, let the oldest go, and look where the home is; gives what there is
        to say, mostly nothing. To be called in a thread of its own; it takes seconds at most."""

    def back_up(self) -> Backup:
        """Make a backup now. May be called in a thread. Raises `DiskTrouble`, `Damaged`."""

    def listed(self) -> list[Backup]:
        """The backups there are, the newest first, by what they say of themselves. Raises `DiskTrouble`."""

    def question(self, path: str) -> str:
        """Which passphrase it opens with, as a sentence that asks for it; "" when none is needed. Raises `Damaged`."""

    def difference(self, path: str, passphrase: str = "") -> Difference:
        """What restoring it would do. Raises `Damaged`, `Locked`, `DiskTrouble`."""

    def restore(self, path: str, passphrase: str = "") -> Restored:
        """Put it in the place of the vault, which is kept; the office goes on with what is there then.

        Raises `Damaged`, `Locked`, `DiskTrouble`, `Conflict`; then nothing has changed."""
