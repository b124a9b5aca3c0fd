"""The tables in memory, each read from the snapshot only when it is asked for; what is in the archive stays there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from data.archive import Archive
from data.codec import Doc, Docs, dumps
from data.log import Op, parse, parsed
from data.packed import Packed
from data.snapshot import Snapshot, Unreadable, is_simple
from organizer.ids import SHOWN, Starts
from organizer.records import CLOSED, TABLES


class Tables:
    """Documents by table and id: a snapshot, its archive, and the changes since it.

    A document of the archive that is changed is in its table from then on, and counts instead of the one there. A
    document that is in here is never changed in place, only replaced: whoever copies a table's dict has a picture
    that stands still.
    """

    def __init__(self, snapshot: Snapshot, archive: Archive, recover: Callable[[str], Packed]) -> None:
        """`archive` is the snapshot's, and closes it; `recover` finds a table as the snapshot should have it, from
        older files, or raises `Damaged`."""
        self.snapshot = snapshot
        self.archive = archive
        self._recover = recover
        self._loaded: dict[str, Packed] = {}
        self._pending: list[bytes] = []
        self._named = _Named(self._pending)
        self._heard: dict[str, _Heard] = {}
        self._starts: dict[str, Starts] = {}
        self._gone: dict[str, set[str]] = {}
        self._touched: set[tuple[str, str]] = set()
        self.complete = False

    def is_loaded(self, name: str) -> bool:
        """Whether asking for this table costs nothing."""
        return self.complete or name in self._loaded

    def docs(self, name: str) -> Packed:
        """The live documents of a table, without its archive; not to be changed. Raises `Damaged`, `OSError`."""
        found = self._loaded.get(name)
        if found is None:
            found = Packed({}) if self.complete else self._load(name)
            self._loaded[name] = found
            if not self.complete and all(table in self._loaded for table in TABLES):
                self.load_all()
        return found

    def _load(self, name: str) -> Packed:
        try:
            docs = self.snapshot.docs(name)
        except Unreadable:
            docs = self._recover(name)
        self._gone[name] = apply(docs, name, self._about(name))
        return docs

    def _about(self, name: str) -> Iterable[list[Op]]:
        """The operations of the pending changes that speak of a table."""
        return (ops for _, ops in parsed(self._named.of(name)))

    def _hear(self, name: str) -> _Heard:
        if name not in self._heard:
            self._heard[name] = _Heard(name, self._pending)
        return self._heard[name]

    def has(self, name: str, prefix: str, whole: bool = False) -> bool:
        """Whether a table has an id that starts with (or, if `whole`, is) `prefix`. Loads nothing if it can."""
        here: dict[str, bool] = {}
        if not self.is_loaded(name) and is_simple(prefix):
            for body in self._hear(name).bodies(prefix, whole):
                here.update((id, after is not None) for table, id, _, after in parse(body)[1] if table == name)
            near = [alive for id, alive in here.items() if (id == prefix if whole else id.startswith(prefix))]
            if any(near):
                return True
            try:
                if self.snapshot.has(name, prefix, {id for id, alive in here.items() if not alive}, whole):
                    return True
                return self.archive.has(name, prefix, here, whole)
            except Unreadable:
                pass
        docs = self.docs(name)
        if prefix in docs if whole else self._begins(name, docs, prefix):
            return True
        return self.archive.has(name, prefix, self._gone.get(name, ()), whole)

    def _begins(self, name: str, docs: Packed, prefix: str) -> bool:
        if name not in self._starts:
            self._starts[name] = Starts(docs)
        return self._starts[name].may_begin(prefix) and any(id.startswith(prefix) for id in docs)

    def look(self, name: str, id: str) -> Doc | None:
        """A document, live or in the archive, None when there is none. Raises `Damaged`, `OSError`."""
        found = self.docs(name).get(id)
        if found is None and self.archive and id not in self._gone.get(name, ()):
            return self.archive.doc(name, id)
        return found

    def old(self, name: str, year: str = "", page: str = "", since: str = "") -> Iterator[Docs]:
        """What of a table is in the archive and was not changed since, in parts. See `Archive.read`."""
        archive = self.archive.share()
        try:
            for part in archive.read(name, year, page, since):
                live, gone = self.docs(name), self._gone.get(name, ())
                yield {id: doc for id, doc in part.items() if id not in live and id not in gone}
        finally:
            archive.close()

    def old_ids(self, name: str, prefix: str = "") -> list[str]:
        """The ids of what `old` gives; reads none of it."""
        live, gone = self.docs(name), self._gone.get(name, ())
        return [id for id, _ in self.archive.find(name, prefix) if id not in live and id not in gone]

    def hold(self, body: bytes) -> None:
        """Take in a change that no loaded table has to hear of: when nothing is loaded yet."""
        self._pending.append(body)

    def take(self, body: bytes, ops: list[Op]) -> None:
        """Take in a change."""
        if not self.complete:
            self._pending.append(body)
        for table, id, _, after in ops:
            self._touched.add((table, id))
            if self.is_loaded(table):
                docs = self._loaded.setdefault(table, Packed({}))
                if after is None:
                    docs.pop(id, None)
                    self._gone.setdefault(table, set()).add(id)
                else:
                    docs[id] = after
                    if table in self._gone:
                        self._gone[table].discard(id)
                    if table in self._starts:
                        self._starts[table].add(id)

    @property
    def light(self) -> bool:
        """Whether a known table with something in it has not been loaded."""
        if self.complete:
            return False
        missing = [name for name in TABLES if name not in self._loaded]
        return any(name in self.snapshot.tables for name in missing) or any(self._hear(name).any for name in missing)

    def names(self) -> list[str]:
        """The tables that have documents, be they in the archive. Loads them all."""
        self.load_all()
        names = dict.fromkeys([*self._loaded, *self.archive.tables])
        return [name for name in names if self._loaded.get(name) or self.old_ids(name)]

    def load_all(self) -> dict[str, Packed]:
        """All tables. Raises `Damaged`, `OSError`."""
        if not self.complete:
            found = set(self.snapshot.tables) | {op[0] for body in self._pending for op in parse(body)[1]}
            for name in sorted(found - self._loaded.keys()):
                self._loaded[name] = self._load(name)
            self.complete = True
            self._pending.clear()
            self._named = _Named(self._pending)
            self._heard.clear()
            if not self.archive:
                self.snapshot.close()
        return self._loaded

    def frozen(self) -> dict[str, Packed]:
        """A picture of all tables that stands still, without the archive."""
        self._touched.clear()
        return {name: docs.copy() for name, docs in self.load_all().items()}

    def stand_on(self, snapshot: Snapshot, archive: Archive, moved: dict[str, list[str]]) -> None:
        """Go on from the snapshot that was written of the last picture, with what moved to the archive for it there.

        What was changed since stays in its table.
        """
        for name, ids in moved.items():
            docs = self.docs(name)
            for id in ids:
                if (name, id) not in self._touched:
                    docs.pop(id, None)
        self.archive.close()
        self.snapshot, self.archive = snapshot, archive

    def gone(self) -> dict[str, set[str]]:
        """What was removed since the snapshot, by table; of a vault without an archive nobody asks."""
        return {name: set(ids) for name, ids in self._gone.items()}

    def close(self) -> None:
        """Let go of the snapshot and its archive."""
        self.archive.close()


class _Named:
    """Which of the changes since the snapshot speak of a table, found for all tables at once, without parsing them."""

    def __init__(self, pending: list[bytes]) -> None:
        """`pending` is looked at again whenever something is asked."""
        self._pending = pending
        self._seen = 0
        self._by_name: dict[bytes, list[bytes]] = {}

    def of(self, name: str) -> list[bytes]:
        """Those that do, oldest first; perhaps some more."""
        if not is_simple(name):
            needle = _needle(name)
            return [body for body in self._pending if needle in body]
        for body in self._pending[self._seen :]:
            # A name of a table stands where a list begins; so do other texts, which nobody asks for.
            for begun in {part[: part.find(b'"')] for part in body.split(b'["')[1:]}:
                self._by_name.setdefault(begun, []).append(body)
        self._seen = len(self._pending)
        return self._by_name.get(name.encode(), [])


class _Heard:
    """Which of the changes since the snapshot speak of an id, found without parsing them."""

    def __init__(self, name: str, pending: list[bytes]) -> None:
        """`pending` is looked at again whenever something is asked."""
        self._needle = _needle(name)
        self._pending = pending
        self._seen = 0
        self._by_start: dict[bytes, list[bytes]] = {}
        self._by_id: dict[bytes, list[bytes]] = {}

    def bodies(self, prefix: str, whole: bool) -> Iterable[bytes]:
        """Those, oldest first, that speak of ids that start with (or, if `whole`, are) `prefix`; perhaps some more."""
        start = prefix.encode()
        if self._needle and (whole or len(start) >= SHOWN):
            self._read_on()
            return self._by_id.get(start, ()) if whole else self._by_start.get(start[:SHOWN], ())
        needle = self._needle + start if self._needle else b""
        return [body for body in self._pending if needle in body]

    @property
    def any(self) -> bool:
        """Whether any does."""
        self._read_on()
        return bool(self._by_start)

    def _read_on(self) -> None:
        for body in self._pending[self._seen :]:
            for part in body.split(self._needle)[1:]:
                id = part[: part.index(b'"')]
                for found in (self._by_id.setdefault(id, []), self._by_start.setdefault(id[:SHOWN], [])):
                    if not found or found[-1] is not body:
                        found.append(body)
        self._seen = len(self._pending)


def may_ask(doc: Doc) -> bool:
    """Whether an entry may ask for something: not when it is over, nor a note that does not come back. What is no
    entry at all may, so that it is told of."""
    if doc.__class__ is not dict:
        return True
    return doc.get("stage") not in CLOSED and (doc.get("kind") != "note" or bool(doc.get("repeat")))


def _needle(name: str) -> bytes:
    """What stands before every id of a table in a change; nothing when that cannot be told."""
    return b"[" + dumps(name) + b',"' if name.isascii() else b""


def apply(docs: Docs, name: str, changes: Iterable[list[Op]]) -> set[str]:
    """Bring a table up to date; the ids that were removed and are not back."""
    gone: set[str] = set()
    for ops in changes:
        for table, id, _, after in ops:
            if table == name:
                if after is None:
                    docs.pop(id, None)
                    gone.add(id)
                else:
                    docs[id] = after
                    gone.discard(id)
    return gone
