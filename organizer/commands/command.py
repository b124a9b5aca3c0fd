"""What a command is: the one source of a key, a key-bar word, a palette line, a help line and a verb."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from organizer.change import Change, Row
from organizer.errors import OrganizerError, WrongUse
from organizer.practice import Practice
from organizer.records import Day, Entry, Record


class Ask(NamedTuple):
    """Everything a command may know: the practice, what is selected, what was answered, and when; `zone` is the time
    zone of that, "" if it is unknown."""

    practice: Practice
    ids: tuple[str, ...]
    answers: Mapping[str, Any]
    now: datetime
    new_id: Callable[[], tuple[str, str]]
    zone: str = ""

    def entries(self) -> list[Entry]:
        """The selected entries, each once. Raises `NotFound` or `Ambiguous`; `WrongUse` when none is selected."""
        if not self.ids:
            raise WrongUse("Choose an entry first.")
        found = (self.practice.find(id) for id in self.ids)
        return list({entry.id: entry for entry in found}.values())

    def stamp(self) -> str:
        """The moment of the act, ISO to the second."""
        return self.now.isoformat(timespec="seconds")

    def today(self) -> str:
        """Today as an ISO date."""
        return self.now.date().isoformat()


Run = Callable[[Ask], Change]
"""Pure. Refuses by raising `WrongUse` (an answer that does not fit), `NotFound` or `Ambiguous` (nothing, or more than
one thing, by that id or name) or `Conflict` (it has moved on since); then nothing is changed."""
Allowed = Callable[[Practice, tuple[str, ...]], str]


def always(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed whenever."""
    return ""


def with_entry(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is an entry; else the reason."""
    try:
        return "" if ids and all(practice.find(id) for id in ids) else "Choose an entry first."
    except OrganizerError as error:
        return str(error)


class Command(NamedTuple):
    """One thing that can be done.

    `run` is a pure function from what is asked to a `Change`; None for a way about the screen that
    changes no record. `key` is the default key, `hint` the word beside it in the key bar (empty: not
    shown there), `places` where it holds (empty: everywhere), `group` its column in the help, `asks`
    the answer a screen must get before running it. `table` is the one that its ids are of. What it does is kept `as_is`
    where it brings the numbers of the journal's pages with it; else those that are new are numbered.
    """

    id: str
    title: str
    help: str
    run: Run | None = None
    key: str = ""
    hint: str = ""
    places: tuple[str, ...] = ()
    group: str = "Do"
    asks: str = ""
    allowed: Allowed = always
    table: str = "entries"
    as_is: bool = False


def row(table: str, before: Record | None, after: Record | None) -> Row:
    """The row of one record's change."""
    record = after if after is not None else before
    assert record is not None
    return Row(table, record.id, before, after)


def changed(label: str, pairs: list[tuple[Entry, Entry]]) -> Change:
    """A change of entries, each before and after; those that stay as they were are left out."""
    rows = tuple(row("entries", before, after) for before, after in pairs if before != after)
    return Change(name_it(label, [after for _, after in pairs]), rows)


def name_it(label: str, entries: list[Entry]) -> str:
    """The name of a change for people: what was done, and to what."""
    if len(entries) == 1:
        text = " ".join(entries[0].text.split())
        return f"{label}: {text if len(text) <= 60 else text[:59] + '…'}"
    return f"{label}: {len(entries)} entries"


def day_row(practice: Practice, day: Day) -> Row:
    """The row of an office day's change."""
    return row("days", practice.look("days", day.id), day)
