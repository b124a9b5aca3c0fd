"""TinyDB over the engine: its tables, queries and operations, at a cost that does not grow with the database.

What differs from stock TinyDB: ids are strings; documents are copied in and out; `transaction()` makes several calls
on several tables one change; an empty table is not listed by `tables()`; there is no query cache.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from data.codec import Codec, Doc, Plain, copied
from data.create import Seed
from data.engine import Engine
from data.log import Op, Stamp
from data.whole import Whole

_UNNAMED = Stamp()
_PLAIN = Plain()

Draft = dict[str, dict[str, Doc | None]]
"""What a transaction has changed, by table and id: a document of its own, or None where it was removed."""

_UNTOUCHED: Doc = {}


class Act:
    """A transaction under way; `stamp` is what was stored, `stamp.n` 0 when nothing had changed."""

    def __init__(self) -> None:
        self.stamp = Stamp()


class VaultStorage(Storage):
    """TinyDB's storage: all tables in memory, every change one line of the vault's log."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        seed: Seed = dict,
        compact_after: int = 1 << 20,
        background: bool = True,
        codec: Codec = _PLAIN,
        archive_after: int = 500,
    ) -> None:
        """See `Engine`. Raises `DiskTrouble`, `Damaged`, `Locked`, `Conflict`."""
        self.engine = Engine(os.path.abspath(path), seed, compact_after, background, codec, archive_after)
        self.drafts: list[Draft] = []
        self._act = Act()

    def docs(self, name: str) -> Mapping[str, Doc]:
        """All documents of a table, without what a transaction under way has changed; not to be changed."""
        tables = self.engine.state.tables
        return Whole(tables, name) if tables.archive else tables.docs(name)

    def has(self, name: str, id: str) -> bool:
        """Whether there is a document, without what a transaction under way has changed. Loads nothing if it can."""
        return self.engine.state.tables.has(name, id, whole=True)

    def drafted(self, name: str, id: str) -> Doc | None:
        """A document as a transaction under way has it, None when it was removed, `_UNTOUCHED` if it is as it was."""
        for draft in reversed(self.drafts):
            docs = draft.get(name)
            if docs is not None and id in docs:
                return docs[id]
        return _UNTOUCHED

    @contextmanager
    def transaction(self, stamp: Stamp = _UNNAMED) -> Iterator[Act]:
        """All changes made inside are one record, or none if it ends in an exception.

        One inside another joins it, and takes back only its own part when it fails. Raises what `Engine.append` does.
        """
        if self.drafts:
            self.drafts.append({})
            try:
                yield self._act
            except BaseException:
                self.drafts.pop()
                raise
            for name, docs in self.drafts.pop().items():
                self.drafts[-1].setdefault(name, {}).update(docs)
            return
        with self.engine.writing():
            self._act = Act()
            self.drafts.append({})
            try:
                yield self._act
                ops = self._ops(self.drafts[0])
                if ops:
                    self._act.stamp = self.engine.append(stamp, ops)
            finally:
                self.drafts.clear()

    def _ops(self, draft: Draft) -> list[Op]:
        ops: list[Op] = []
        for name, docs in draft.items():
            for id, after in docs.items():
                before = self.docs(name)[id] if self.has(name, id) else None
                if before != after:
                    ops.append((name, id, before, after))
        return ops

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All documents of all tables, copied; None when there are none. Correct for any kind of table, but slow."""
        tables = self.engine.state.tables
        found = {name: dict(self.docs(name).items()) for name in tables.names()}
        for draft in self.drafts:
            for name, docs in draft.items():
                table = found.setdefault(name, {})
                for id, doc in docs.items():
                    table.pop(id, None)
                    if doc is not None:
                        table[id] = doc
        return {name: copied(docs) for name, docs in found.items() if docs} or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables what `data` says. Correct for any kind of table, but slow."""
        with self.transaction():
            for name in {*self.engine.state.tables.names(), *data}:
                view = View(self, name)
                new = {str(id): doc for id, doc in data.get(name, {}).items()}
                for id in [id for id in view if id not in new]:
                    del view[id]
                for id, doc in new.items():
                    view[id] = doc

    def close(self) -> None:
        """See `Engine.close`."""
        self.engine.close()


class Look(Mapping[str, Doc]):
    """A table as a transaction under way sees it, to be read: nothing is copied."""

    def __init__(self, storage: VaultStorage, name: str) -> None:
        self._storage = storage
        self._name = name

    def __getitem__(self, id: str) -> Doc:
        doc = self._storage.drafted(self._name, id)
        if doc is _UNTOUCHED:
            return self._storage.docs(self._name)[id]
        if doc is None:
            raise KeyError(id)
        return doc

    def __contains__(self, id: object) -> bool:
        key = str(id)
        doc = self._storage.drafted(self._name, key)
        return self._storage.has(self._name, key) if doc is _UNTOUCHED else doc is not None

    def __iter__(self) -> Iterator[str]:
        live = self._storage.docs(self._name)
        over: dict[str, Doc | None] = {}
        for draft in self._storage.drafts:
            over.update(draft.get(self._name, {}))
        yield from [id for id in live if id not in over or over[id] is not None]
        yield from [id for id, doc in over.items() if doc is not None and id not in live]

    def __len__(self) -> int:
        return sum(1 for _ in self)


class View(Look, MutableMapping[str, Doc]):
    """A table as an updater of TinyDB sees it: a document is copied when it is touched, never changed in place.

    Only for use inside a transaction.
    """

    @property
    def _own(self) -> dict[str, Doc | None]:
        return self._storage.drafts[-1].setdefault(self._name, {})

    def __getitem__(self, id: str) -> Doc:
        doc = self._own.get(id)
        if doc is None:
            doc = self._own[id] = copied(super().__getitem__(id))
        return doc

    def look(self, id: str) -> Doc | None:
        """A document, only to be read; None when there is none."""
        try:
            return super().__getitem__(id)
        except KeyError:
            return None

    def __setitem__(self, id: str, doc: Mapping[str, Any]) -> None:
        self._own[str(id)] = copied(dict(doc))

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self._own[id] = None

    def clear(self) -> None:
        """Remove every document."""
        self._own.update(dict.fromkeys(list(self)))


class OwnDocument(Document):
    """A document that shares nothing with the store it came from."""

    def __init__(self, value: Mapping[str, Any], doc_id: Any) -> None:
        super().__init__(copied(dict(value)), doc_id)


Fields = Mapping[str, Any] | Callable[[Any], None]
Test = Callable[[Any], bool]


class VaultTable(Table):
    """TinyDB's table, with calls that touch only the documents they change."""

    document_class = OwnDocument
    document_id_class = str  # type: ignore[assignment]
    _storage: VaultStorage
    _tick = 0

    def __init__(self, storage: VaultStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size=0)  # whatever is asked for: others change the tables too

    def _get_next_id(self) -> str:
        """Ordered by time and never used again, also when two processes ask in the same moment."""
        self._tick = max(time.time_ns() // 1000, self._tick + 1)
        return f"{self._tick:014x}{os.urandom(4).hex()}"

    def _read_table(self) -> Any:
        return Look(self._storage, self.name) if self._storage.drafts else self._storage.docs(self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.transaction():
            updater(View(self._storage, self.name))

    def _matching(self, cond: Test | None) -> list[str]:
        return [id for id, doc in self._read_table().items() if cond is None or cond(doc)]

    def _own(self, document: Any) -> Any:
        return OwnDocument(document, str(document.doc_id)) if isinstance(document, Document) else document

    def insert(self, document: Mapping[str, Any]) -> Any:
        """Add a document, under its own id if it is a `Document`. Raises `ValueError` if that id is taken."""
        return super().insert(self._own(document))

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> Any:
        """Add documents, all or none."""
        return super().insert_multiple(self._own(document) for document in documents)

    def update(self, fields: Fields, cond: Test | None = None, doc_ids: Iterable[Any] | None = None) -> Any:
        """Change the documents that match, or that have these ids, or all."""
        with self._storage.transaction():
            ids: Any = self._matching(cond) if doc_ids is None else [*map(str, doc_ids)]
            return super().update(fields, doc_ids=ids)

    def update_multiple(self, updates: Iterable[Any]) -> Any:
        """Several updates, all or none."""
        return super().update_multiple(updates)

    def upsert(self, document: Mapping[str, Any], cond: Any = None) -> Any:
        """Change the documents that match, or add this one."""
        with self._storage.transaction():
            return super().upsert(self._own(document), cond)

    def remove(self, cond: Test | None = None, doc_ids: Iterable[Any] | None = None) -> Any:
        """Remove the documents that match, or that have these ids."""
        with self._storage.transaction():
            if cond is None and doc_ids is None:
                return super().remove()
            ids: Any = self._matching(cond) if doc_ids is None else [*map(str, doc_ids)]
            return super().remove(doc_ids=ids)


class VaultDB(TinyDB):
    """TinyDB on a vault: `VaultDB(path)`, where `path` is the vault's folder."""

    table_class = VaultTable  # type: ignore[assignment]
    default_storage_class = VaultStorage  # type: ignore[assignment]
    _storage: VaultStorage

    @property
    def storage(self) -> VaultStorage:
        """The storage underneath."""
        return self._storage

    def transaction(self, label: str = "", stamp: Stamp = _UNNAMED) -> AbstractContextManager[Act]:
        """All changes made inside, on whichever tables, are one record or none. Its time is the stamp's, or empty."""
        return self._storage.transaction(stamp._replace(label=label or stamp.label))

    def tables(self) -> set[str]:
        """The tables that have documents."""
        if any(self._storage.drafts):
            return set(self._storage.read() or {})
        return set(self._storage.engine.state.tables.names())

    def drop_tables(self) -> None:
        """Remove all documents of all tables."""
        self._storage.write({})
        self._tables.clear()

    def drop_table(self, name: str) -> None:
        """Remove all documents of a table."""
        self.table(name).truncate()
        self._tables.pop(name, None)
