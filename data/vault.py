"""The vault as the rest of the program knows it: records by table and id, and changes in and out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from data import history, lastseen
from data.codec import Codec, Doc, Docs, Plain, checksum, copied, dumps, no_collecting
from data.files import read_from, trouble
from data.layout import FORMAT, log_name, logs
from data.log import Op, Scan, Stamp, parse, scan
from data.state import News, missing
from data.tables import may_ask
from data.tail import ended
from data.tiny import VaultDB, View
from organizer import archiving
from organizer.change import Change, Row
from organizer.errors import Conflict
from organizer.records import TABLES, Record, from_doc, to_doc
from organizer.records.docs import table_of

_NOT_UNDERSTOOD = "{} of the {} could not be understood and are not shown; they are kept. Update Organizer."
_MOVED_ON = "Something else has changed this since, so nothing was changed. Look at it again, then try once more."


class Key(Protocol):
    """What opens a sealed vault; `data.keys.unlock` finds it."""

    def codec(self) -> Codec:
        """What seals and unseals with it."""


class Vault:
    """All records of a practice, on the disk. One thread owns it; other processes may have it open too.

    `path` is its folder, `readonly` "" or why nothing can be written, `damage` what was found broken: a sentence each.
    """

    def __init__(
        self,
        path: str,
        key: Key | None = None,
        compact_after: int = 1 << 20,
        background: bool = True,
        archive_after: int = 500,
    ) -> None:
        """See `open`; `path` is that of the folder itself."""
        self.path = path
        self._how = {"compact_after": compact_after, "background": background, "archive_after": archive_after}
        self._open(key)

    def _open(self, key: Key | None) -> None:
        codec = key.codec() if key is not None else Plain()
        seen = lastseen.read(os.path.dirname(self.path))  # before the vault is, or another's change would look lost
        self._db = VaultDB(self.path, seed=_beginnings, codec=codec, **self._how)
        self._engine = self._db.storage.engine
        if self._engine.state.newest_format < FORMAT and not self.readonly:
            self._migrate(codec)
        self._key = key
        self._at = ""
        self._look_back(seen.get(self._engine.state.card.id, {}))

    def _migrate(self, codec: Codec) -> None:
        """The vault is of an older format: bring it to this one, and open it again."""
        from data.migrate import migrate

        self._db.close()
        migrate(os.path.dirname(self.path), codec)
        self._db = VaultDB(self.path, seed=_beginnings, codec=codec, **self._how)
        self._engine = self._db.storage.engine

    @classmethod
    def open(
        cls,
        home: str | os.PathLike[str],
        key: Key | None = None,
        *,
        compact_after: int = 1 << 20,
        background: bool = True,
        archive_after: int = 500,
    ) -> Vault:
        """The vault in `home`/vault; the first time it is made, with what an office begins with.

        A sealed one needs its `key` (`data.keys.unlock`). `compact_after` is the length in bytes from which a log is
        turned into a snapshot, in a thread of its own if `background`; `archive_after` how many documents must be over
        with for them to move to the archive. Raises `Locked` when it is sealed and there is no key, `DiskTrouble`,
        `Damaged`, `Conflict`.
        """
        return cls(os.path.join(os.path.abspath(home), "vault"), key, compact_after, background, archive_after)

    def apart(self, act: Callable[[], Key | None]) -> None:
        """Close, do what wants the vault closed here, and open it again with the key that gives; this object goes on.

        When `act` raises, the vault is opened again as it was.
        """
        key = self._key
        self.close()
        try:
            key = act()
        finally:
            self._open(key)

    @property
    def id(self) -> str:
        """Which vault it is."""
        return self._engine.state.card.id

    @property
    def key(self) -> Key | None:
        """What opens it, None when it is not sealed."""
        return self._key

    @property
    def readonly(self) -> str:
        """Why nothing can be written, or ""."""
        return self._engine.readonly

    @property
    def damage(self) -> list[str]:
        """What was found broken, a sentence each. Grows as tables are read."""
        return self._engine.damage

    def table(self, name: str) -> dict[str, Record]:
        """The records of a table that are at hand by id, in a dict of your own. Raises `Damaged`, `DiskTrouble`."""
        try:
            docs = self._engine.state.tables.docs(name)
        except OSError as error:
            raise trouble(error) from error
        with no_collecting():
            return self._records(name, docs.items())

    def unfinished(self) -> list[Record]:
        """The entries that may ask for something, at least: of most others no record is made. Raises
        what `table` does."""
        try:
            docs = self._engine.state.tables.docs("entries")
        except OSError as error:
            raise trouble(error) from error
        with no_collecting():
            return [*self._records("entries", docs.some(may_ask)).values()]

    def _records(self, name: str, docs: Iterable[tuple[str, Doc]]) -> dict[str, Record]:
        found: dict[str, Record] = {}
        lost = 0
        for id, doc in docs:
            record = record_of(name, doc)
            if record is None:
                lost += 1
            else:
                found[id] = record
        if lost:
            self._engine.note(_NOT_UNDERSTOOD.format(lost, name))
        return found

    def has(self, table: str, prefix: str) -> bool:
        """Whether the id of any record starts with `prefix`. Loads no table. Raises `DiskTrouble`."""
        try:
            return self._engine.state.tables.has(table, prefix)
        except OSError as error:
            raise trouble(error) from error

    def look(self, table: str, id: str) -> Record | None:
        """A record, at hand or in the archive; None when there is none. Raises `Damaged`, `DiskTrouble`."""
        try:
            found = self._engine.state.tables.look(table, id)
        except OSError as error:
            raise trouble(error) from error
        return None if found is None else record_of(table, found)

    def begin(self, table: str, prefix: str) -> list[str]:
        """The ids in the archive that begin so. Raises `DiskTrouble`."""
        try:
            return self._engine.state.tables.old_ids(table, prefix)
        except OSError as error:
            raise trouble(error) from error

    def older(self, table: str, year: str = "", page: str = "", since: str = "") -> Iterator[list[Record]]:
        """The records in the archive, newest year first, at most 200 at a time: all, of a year, on a page, or over
        with since an ISO date.

        It ends early when all must be read again (`news()` and `writing()` tell). Raises `DiskTrouble`.
        """
        state = self._engine.state
        parts = state.tables.old(table, year, page, since)
        while True:
            try:
                docs = next(parts, None) if state is self._engine.state else None
            except OSError as error:
                raise trouble(error) from error
            if docs is None:
                return
            if page or since:
                docs = {
                    id: doc
                    for id, doc in docs.items()
                    if archiving.over(table, doc) >= since and (not page or page in archiving.pages(table, doc))
                }
            yield [*self._records(table, docs.items()).values()]

    def years(self, table: str) -> dict[str, int]:
        """How many records of a table each year of the archive has, the newest first; reads none of them."""
        return self._engine.state.tables.archive.years(table)

    def missing(self) -> dict[str, dict[str, list[str]]]:
        """What is in the archive and cannot be read: by file (without its ending) and table the ids. Reads all of it,
        part by part. Raises `DiskTrouble`."""
        try:
            return self._engine.state.tables.archive.missing_ids()
        except OSError as error:
            raise trouble(error) from error

    @contextmanager
    def writing(
        self, notice: Callable[[], None] | None = None, patience: float = 30.0
    ) -> Iterator[list[Change] | None]:
        """Hold the vault; gives the changes others made since we last saw it, None when all must be read again.

        `notice` is called once when the wait is long, which ends after `patience` seconds. Raises `Conflict`,
        `DiskTrouble`, `Damaged`.
        """
        with self._engine.writing(notice, patience) as news:
            yield _changes(news)

    def commit(self, change: Change) -> Change:
        """Store a change, on the disk on return; gives it with its `n` and `at`. Only inside `writing()`.

        A change that changes nothing is not stored and keeps `n` 0. Raises `Conflict` when a row's `before` is not
        what the vault holds, `DiskTrouble` when it could not be written; then nothing happened.
        """
        if not self._engine.is_writing:
            raise RuntimeError("commit() belongs inside writing(), which tells what others have done before")
        stamp = Stamp(change.label, change.at, change.by, change.undoes, change.redoes)
        try:
            with self._db.transaction(stamp=stamp) as act:
                for row in change.rows:
                    self._put(row)
        except OSError as error:
            raise trouble(error) from error
        stored: Stamp = act.stamp
        self._at = stored.at
        return change._replace(n=stored.n, at=stored.at or change.at)

    def _put(self, row: Row) -> None:
        docs = View(self._db.storage, row.table)
        if row.before is None:
            if row.after is not None:
                if row.id in docs:
                    raise Conflict(_MOVED_ON)
                docs[row.id] = to_doc(row.after)
            return
        held = docs.look(row.id)
        if held is None or record_of(row.table, held) != row.before:
            raise Conflict(_MOVED_ON)
        if row.after is None:
            del docs[row.id]
        else:
            docs[row.id] = to_doc(row.after)

    def news(self) -> list[Change] | None:
        """What others have stored since we last looked, without the lock; None when all must be read again.

        Raises `DiskTrouble` when the folder is gone, `Damaged` when another vault stands in it: once, not every time.
        """
        return _changes(self._engine.refresh())

    def past(self) -> Iterator[Change]:
        """All changes that the logs still hold, newest first, read as you go. Raises `DiskTrouble`."""
        below, newest = self._engine.state.seq + 1, self._engine.state.gen
        for gen in reversed(self._logs()):
            data = self._log(gen)
            found = scan(data or b"", self._engine.codec, gen)
            if data is None or not self._is_ours(found):
                continue
            if found.header is None and gen < newest:
                self._engine.note(f"The first line of {log_name(gen)} could not be read.")
            for body, _ in reversed(found.records):
                about, ops = parse(body)
                if about.n < below:
                    self._tell_missing(about.n + 1, below)
                    below = about.n
                    if about.odd:
                        self._engine.note(f"Change {about.n} cannot be understood; all others were kept.")
                    yield _change(about, ops)
            if found.header is not None:
                self._tell_missing(found.header["after"] + 1, below)
                below = min(below, found.header["after"] + 1)

    def _tell_missing(self, first: int, below: int) -> None:
        if first < below:
            self._engine.note(missing(first, below - 1))

    def _logs(self) -> list[int]:
        try:
            return logs(os.listdir(self.path))
        except OSError as error:
            raise trouble(error) from error

    def _is_ours(self, found: Scan) -> bool:
        return found.header is None or bool(found.header["vault"] == self._engine.state.card.id)

    def _log(self, gen: int) -> bytes | None:
        try:
            return ended(read_from(os.path.join(self.path, log_name(gen))))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise trouble(error) from error

    def old_history(self, id: str) -> list[tuple[int, str, str, tuple[str, ...]]]:
        """What happened to a record before `past()` begins: (n, at, label, names of the fields), newest first."""
        first = self._engine.state.seq + 1
        for gen in self._logs():
            found = scan(self._log(gen) or b"", self._engine.codec, gen)
            if found.header is not None and self._is_ours(found):
                first = found.header["after"] + 1
                break
        try:
            return history.about(os.fspath(self.path), id, first, self._engine.codec, self._engine.note)
        except OSError as error:
            raise trouble(error) from error

    def distrust(self, gens: Iterable[int]) -> None:
        """The snapshots of these generations do not verify: when the vault is closed, a new one is written, and they
        are set aside. Raises `Damaged`, `DiskTrouble` when what is to be in it cannot be read."""
        try:
            self._engine.state.tables.load_all()
        except OSError as error:
            raise trouble(error) from error
        self._engine.state.unfit.update(gens)

    def close(self) -> None:
        """Wait for a snapshot under way, and write one if that is due and cheap."""
        self._db.close()
        seen = self._engine.state
        if (seen.seq, lastseen.mark_of(seen.last)) != (self._seen.get("n"), self._seen.get("mark")):
            self._note_seen()

    def _look_back(self, seen: Doc) -> None:
        """Whether the vault still has what this computer has seen of it; told once."""
        state = self._engine.state
        gone = lastseen.compare(seen, state.seq, state.marks, self._ways)
        self._seen = {**seen, **gone}
        if gone:
            self._engine.note(lastseen.sentence(gone["gone"]))
            self._note_seen()

    @property
    def _ways(self) -> str:
        """Which seal the vault has: with another, every line is other."""
        card = self._engine.state.card
        return checksum(dumps(list(card.slots))) if card.sealed else ""

    def _note_seen(self) -> None:
        state = self._engine.state
        at = self._at if self._at or state.seq != self._seen.get("n") else self._seen.get("at", "")
        self._seen = {**self._seen, "n": state.seq, "mark": lastseen.mark_of(state.last), "at": at, "ways": self._ways}
        lastseen.write(os.path.dirname(self.path), state.card.id, self._seen)


def _beginnings() -> dict[str, Docs]:
    """The documents of a new vault. The starter is read by the one process that makes it."""
    from data.starter import beginnings

    found: dict[str, Docs] = {}
    for record in beginnings():
        found.setdefault(table_of(type(record)), {})[record.id] = to_doc(record)
    return found


def record_of(table: str, doc: Doc) -> Record | None:
    """The record, sharing nothing with the store; None when this version cannot make one of it."""
    try:
        record: Record = from_doc(table, doc)
    except (AttributeError, TypeError, ValueError):
        return None
    # Fields the record does not know, and a setting's value, may be lists: those must not be the store's own.
    if record.extra or table == "settings":
        record = from_doc(table, copied(doc))
    return record


def _changes(news: News | None) -> list[Change] | None:
    return None if news is None else [_change(about, ops) for about, ops in news]


def _change(about: Stamp, ops: list[Op]) -> Change:
    """A stored change as records; rows that this version does not understand are left out."""
    rows = []
    for table, id, old, new in ops:
        if table in TABLES:
            before, after = record_of(table, old) if old else None, record_of(table, new) if new else None
            if (before is None, after is None) == (old is None, new is None):
                rows.append(Row(table, id, before, after))
    return Change(about.label, tuple(rows), about.n, about.at, about.by, about.undoes, about.redoes)
