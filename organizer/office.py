"""The office: the one door to the vault. Everything that changes anything goes through `run`, `undo` or `redo`."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple, Protocol

from organizer.change import Change, Row
from organizer.clock import Clock
from organizer.commands import real
from organizer.commands.command import Ask
from organizer.errors import Conflict, DiskTrouble, NotFound, WrongUse
from organizer.ids import new_id
from organizer.pages import numbered
from organizer.practice import Practice
from organizer.records import Record


class Vault(Protocol):
    """What the office asks of the room where things are kept."""

    @property
    def readonly(self) -> str:
        """Why nothing can be written, or ""."""

    @property
    def damage(self) -> list[str]:
        """What was found broken, a sentence each."""

    def table(self, name: str) -> dict[str, Record]:
        """A new dict of a table's records by id, those that are at hand."""

    def unfinished(self) -> list[Record]:
        """The entries that may ask for something, at least; of the others most are not even read."""

    def has(self, table: str, prefix: str) -> bool:
        """Whether an id of the table begins so, at hand or in the archive."""

    def look(self, table: str, id: str) -> Record | None:
        """A record of the table, at hand or in the archive; None when there is none. Raises `Damaged`."""

    def begin(self, table: str, prefix: str) -> list[str]:
        """The ids in the archive that begin so."""

    def older(self, table: str, year: str = "", page: str = "", since: str = "") -> Iterator[list[Record]]:
        """The records in the archive, newest year first, at most 200 at a time: all, of a year, on a page, or over
        with since an ISO date."""

    def years(self, table: str) -> dict[str, int]:
        """How many records of a table each year of the archive has, the newest first; reads none of them."""

    def writing(
        self, notice: Callable[[], None] | None = None, patience: float = 30.0
    ) -> AbstractContextManager[list[Change] | None]:
        """Hold the one-writer lock, waiting `patience` seconds at most; gives what others changed since, None when
        all is to be read again."""

    def commit(self, change: Change) -> Change:
        """Keep a change for good; it comes back numbered."""

    def news(self) -> list[Change] | None:
        """What others changed since, without the lock."""

    def past(self) -> Iterator[Change]:
        """The changes still held, newest first."""

    def old_history(self, id: str) -> list[tuple[int, str, str, tuple[str, ...]]]:
        """Older ones of a record, newest first: number, time, label, names of the fields."""

    def close(self) -> None:
        """Leave."""


class Event(NamedTuple):
    """One line of an entry's history: when, what was done, and each field's before and after."""

    at: str
    label: str
    by: str
    fields: tuple[tuple[str, Any, Any], ...] = ()


class Office:
    """A practice and its vault, kept in step. `by` signs the changes made here.

    `patience` is how many seconds to wait while another writes; `on_wait` is called once when that takes long.
    """

    def __init__(self, vault: Vault, clock: Clock, by: str = "app") -> None:
        self._vault = vault
        self._by = by
        self._listeners: list[Callable[[Change | None], None]] = []
        self._untold: list[Change | None] = []
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._remembers = False
        self.clock = clock
        self.wrote = False
        self.on_wait: Callable[[], None] | None = None
        self.patience = 30.0
        self.before_close: list[Callable[[], None]] = []
        self.hold = ""
        """Why nothing is written or read just now: another office of ours is about it."""
        self.practice = Practice(vault.table, vault.has, vault)

    @property
    def readonly(self) -> str:
        """Why nothing can be written, or ""."""
        return self._vault.readonly

    @property
    def trouble(self) -> str:
        """That something of the vault was found broken, and what to do; or ""."""
        found = self._vault.damage
        if not found:
            return ""
        first = found[0] if found[0].endswith(".") else f"{found[0]}."
        return f"Something in the vault was not as it was written. {first} `organizer where` tells all of it."

    def subscribe(self, listener: Callable[[Change | None], None]) -> Callable[[], None]:
        """Hear of every change taken in, None when everything may have changed; gives the way to stop.

        Listeners are told when the vault has been let go of, so what they do keeps nobody waiting.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def run(self, command: str, ids: tuple[str, ...] = (), **answers: Any) -> Change:
        """Run a command on the fresh state and keep what it did.

        Raises whatever the command or the vault refuses with; then nothing has changed.
        """
        found = real(command)
        if found is None or found.run is None:
            raise WrongUse(f"There is no command {command!r}.")
        self._refuse_when_readonly()
        with self._telling(), self._vault.writing(self.on_wait, self.patience) as news:
            self._take_in(news)
            why = found.allowed(self.practice, ids)
            if why:
                for id in ids if found.table == "entries" else ():
                    self.practice.find(id)
                raise WrongUse(why)
            change = found.run(self.ask(ids, answers))
            if not change.rows:
                return change
            return self._keep(change if found.as_is else numbered(self.practice, change, self._stamp()))

    def ask(self, ids: tuple[str, ...], answers: dict[str, Any]) -> Ask:
        """What a command is asked: also to see what it would do."""
        given: set[str] = set()

        def fresh() -> tuple[str, str]:
            id, uuid = new_id(lambda prefix: prefix in given or self.practice.taken(prefix))
            given.add(id[:5])
            return id, uuid

        return Ask(self.practice, ids, answers, self.clock.now(), fresh, self.clock.zone())

    def undo(self) -> Change:
        """Take back the change made last, whoever made it. Raises `NotFound` when there is none, `Conflict`
        when something of it has changed since."""
        return self._turn_back(undo=True)

    def redo(self) -> Change:
        """Do again what was taken back last. Raises `NotFound`, `Conflict`."""
        return self._turn_back(undo=False)

    def _turn_back(self, undo: bool) -> Change:
        self._refuse_when_readonly()
        with self._telling(), self._vault.writing(self.on_wait, self.patience) as news:
            self._take_in(news)
            self._remember()
            stack = self._done if undo else self._undone
            if not stack:
                raise NotFound("There is nothing to undo." if undo else "There is nothing to redo.")
            target = stack[-1]
            rows = target.inverse() if undo else target.rows
            self._check_unmoved(rows, target)
            name = f"{'Undid' if undo else 'Redid'} · {target.label}"
            return self._keep(Change(name, rows, undoes=target.n if undo else 0, redoes=0 if undo else target.n))

    def _check_unmoved(self, rows: tuple[Row, ...], target: Change) -> None:
        for row in rows:
            if self.practice.look(row.table, row.id) != row.before:
                raise Conflict(f"“{target.label}” has changed since, so it stays as it is now. Nothing was lost.")

    def _refuse_when_readonly(self) -> None:
        if self.hold:
            raise Conflict(self.hold)
        if self._vault.readonly:
            raise DiskTrouble(self._vault.readonly)

    def _stamp(self) -> str:
        return self.clock.now().isoformat(timespec="seconds")

    def _keep(self, change: Change) -> Change:
        stamped = change._replace(by=self._by, at=self._stamp())
        kept = self._vault.commit(stamped)
        self.wrote = self.wrote or bool(kept.n)
        self._take(kept)
        return kept

    def _take(self, change: Change) -> None:
        self.practice.apply(change.rows)
        if self._remembers:
            self._file(change)
        self._untold.append(change)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Afterwards, also when it ended in an error, tell the listeners what was taken in, in that order."""
        try:
            yield
        finally:
            untold, self._untold = self._untold, []
            for change in untold:
                for listener in tuple(self._listeners):
                    listener(change)

    def _take_in(self, news: list[Change] | None) -> None:
        if news is None:
            self.practice.forget()
            self._remembers = False
            self._untold.append(None)
            return
        for change in news:
            self._take(change)

    def _remember(self) -> None:
        if self._remembers:
            return
        self._done, self._undone = [], []
        for change in reversed(list(self._vault.past())):
            self._file(change)
        self._remembers = True

    def _file(self, change: Change) -> None:
        """Keep the two stacks: what can be undone, and what was and can be redone."""
        if change.undoes:
            self._undone += [past for past in self._done if past.n == change.undoes]
            self._done = [past for past in self._done if past.n != change.undoes]
        elif change.redoes:
            self._done += [past for past in self._undone if past.n == change.redoes]
            self._undone = [past for past in self._undone if past.n != change.redoes]
        else:
            self._done.append(change)
            self._undone.clear()

    def refresh(self) -> bool:
        """Take in what other processes changed; whether there was anything."""
        if self.hold:
            return False
        news = self._vault.news()
        with self._telling():
            self._take_in(news)
        return news is None or bool(news)

    def begin_again(self) -> None:
        """Another vault stands in the place of ours: read all of it again."""
        with self._telling():
            self._take_in(None)

    def changes(self) -> list[Change]:
        """The changes the vault still holds, newest first."""
        return list(self._vault.past())

    def history(self, id: str) -> list[Event]:
        """What happened to one record, newest first."""
        events = []
        for change in self._vault.past():
            for row in change.rows:
                if row.id == id:
                    events.append(Event(change.at, change.label, change.by, differences(row)))
        for _, at, label, names in self._vault.old_history(id):
            events.append(Event(at, label, "", tuple((name, None, None) for name in names)))
        return events

    def close(self) -> None:
        """Leave the vault in order."""
        for wait in self.before_close:
            wait()
        self._vault.close()


def differences(row: Row) -> tuple[tuple[str, Any, Any], ...]:
    """The fields a row changed: (name, before, after); none for a record that was made or removed."""
    if row.before is None or row.after is None:
        return ()
    return tuple(
        (name, old, new) for name, old, new in zip(row.before._fields, row.before, row.after, strict=True) if old != new
    )
