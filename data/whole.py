"""A table and its archive as one: what queries, counts and loops over all documents see."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping

from data.codec import Doc
from data.tables import Tables


class Whole(Mapping[str, Doc]):
    """All documents of a table: those at hand first, then the archive, part by part. Not to be changed."""

    def __init__(self, tables: Tables, name: str) -> None:
        self._tables = tables
        self._name = name

    def __getitem__(self, id: str) -> Doc:
        found = self._tables.look(self._name, id)
        if found is None:
            raise KeyError(id)
        return found

    def __contains__(self, id: object) -> bool:
        return self._tables.has(self._name, str(id), whole=True)

    def __iter__(self) -> Iterator[str]:
        for id, _ in self.items():
            yield id

    def __len__(self) -> int:
        return len(self._tables.docs(self._name)) + len(self._tables.old_ids(self._name))

    def items(self) -> ItemsView[str, Doc]:
        """All documents, many of them read in one go."""
        return _Items(self)

    def read(self) -> Iterator[tuple[str, Doc]]:
        """Every id and its document."""
        yield from self._tables.docs(self._name).items()
        for part in self._tables.old(self._name):
            yield from part.items()


class _Items(ItemsView[str, Doc]):
    """What `Whole.items` gives."""

    _mapping: Whole

    def __iter__(self) -> Iterator[tuple[str, Doc]]:
        return self._mapping.read()
