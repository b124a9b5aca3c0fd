"""A table as its snapshot has it: the documents stay the bytes that they are until someone asks for them."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, MutableMapping
from itertools import groupby

from data.codec import Doc, dumps, loads
from organizer.errors import Damaged

_ODD = "A table of the vault is not as Organizer writes it, so it was left as it is. Restore a backup."
_PART = 1 << 16
_BATCH = 256


class Packed(MutableMapping[str, Doc]):
    """Documents by id, in the order they were made: a section of a snapshot, and in full what was put in since.

    The section takes a quarter of the memory of what it says. What is read from it is new each time. What is put in
    before anyone has asked for all ids lies over the section (`_over`).
    """

    def __init__(self, known: dict[str, int | Doc], body: bytes = b"", stale: bool = False) -> None:
        """`known` becomes its own: documents, and for those of the section `body` in which part of it they are.

        If `stale`, it is to be found out from the section first.
        """
        self._known = known
        self._body = body
        self._parts = _parts(body)
        self._stale = stale
        self._over: dict[str, Doc] = {}

    @classmethod
    def of(cls, body: bytes) -> Packed:
        """The table that a snapshot's section stands for. Raises `ValueError` when that is not a JSON object."""
        return cls({}, body, True) if body.startswith(b'{\n"') and body.endswith(b"}\n}") else cls(loads(body))

    @property
    def _held(self) -> dict[str, int | Doc]:
        if self._stale:
            parts = range(len(self._parts))
            self._settle({_id_of(line): number for number in parts for line in self._lines(number)})
        return self._known

    def _settle(self, known: dict[str, int | Doc]) -> None:
        """From here on all ids are known."""
        known.update(self._over)
        self._known, self._over, self._stale = known, {}, False

    def _first_reading(self) -> Iterator[dict[str, Doc]]:
        known: dict[str, int | Doc] = {}
        for number in range(len(self._parts)):
            read = self._read(number)
            known.update(dict.fromkeys(read, number))
            yield {id: self._over.get(id, doc) for id, doc in read.items()} if self._over else read
        if self._stale:
            # Not if someone has found it out meanwhile, and changed it perhaps.
            new = {id: doc for id, doc in self._over.items() if id not in known}
            self._settle(known)
            yield new

    def _read(self, number: int) -> dict[str, Doc]:
        start, end = self._parts[number]
        return _docs(self._body[start:end])

    def _lines(self, number: int) -> list[bytes]:
        start, end = self._parts[number]
        return self._body[start:end].split(b",\n")

    def __getitem__(self, id: str) -> Doc:
        if self._stale:
            found = self._over[id] if id in self._over else self._sought(id, 2, len(self._body) - 2)
            if found is not None:
                return found
        held = self._held[id]
        if isinstance(held, dict):
            return held
        found = self._sought(id, *self._parts[held])
        return self._read(held)[id] if found is None else found

    def _sought(self, id: str, start: int, end: int) -> Doc | None:
        """The document of the line for an id, None when there is no line that begins with it."""
        name = b"\n%b:" % dumps(id)
        at = self._body.find(name, start - 1, end)
        if at < 0:
            return None
        stop = self._body.find(b",\n", at, end)
        try:
            doc: Doc = loads(self._body[at + len(name) : end if stop < 0 else stop])
        except ValueError:
            raise Damaged(_ODD) from None
        return doc

    def __setitem__(self, id: str, doc: Doc) -> None:
        if self._stale:
            self._over[id] = doc
        else:
            self._known[id] = doc

    def __delitem__(self, id: str) -> None:
        del self._held[id]

    def __contains__(self, id: object) -> bool:
        return id in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def items(self) -> ItemsView[str, Doc]:
        """All documents, many of them read in one go."""
        return _Items(self)

    def copy(self) -> Packed:
        """A picture that stands still."""
        picture = Packed(self._known.copy(), self._body, self._stale)
        picture._over = self._over.copy()
        return picture

    def read(self) -> Iterator[tuple[str, Doc]]:
        """Every id and its document. Raises `Damaged` where the snapshot is not as it was written."""
        if self._stale:
            for read in self._first_reading():
                yield from read.items()
            return
        last, docs = -1, {}
        for number, group in groupby([*self._known.items()], _part_of):
            if number is None:
                yield from group  # type: ignore[misc]
                continue
            if number != last:
                last, docs = number, self._read(number)
            try:
                yield from [(id, docs[id]) for id, _ in group]
            except KeyError:
                raise Damaged(_ODD) from None

    def some(self, wanted: Callable[[Doc], bool]) -> Iterator[tuple[str, Doc]]:
        """Every id and its document, where that is `wanted`. Nothing is kept of what is read for it."""
        if not self._stale:
            yield from [(id, doc) for id, doc in self.read() if wanted(doc)]
            return
        over, told = self._over.copy(), set[str]()  # each in its place, so that what came together stays in order
        for number in range(len(self._parts)):
            docs = self._read(number)
            for id in docs.keys() & over.keys():
                docs[id] = over[id]
                told.add(id)
            yield from [(id, doc) for id, doc in docs.items() if wanted(doc)]
        yield from [(id, doc) for id, doc in over.items() if id not in told and wanted(doc)]

    def lines(self) -> Iterator[list[bytes]]:
        """The lines of a snapshot for all documents, some hundred at a time."""
        last, found = -1, {}
        for number, group in groupby([*self._held.items()], _part_of):
            if number is None:
                whole = [*group]
                for at in range(0, len(whole), _BATCH):
                    yield [line_of(id, doc) for id, doc in whole[at : at + _BATCH]]  # type: ignore[arg-type]
                continue
            if number != last:
                last, found = number, {_id_of(line): line for line in self._lines(number)}
            yield [found[id] for id, _ in group]


class _Items(ItemsView[str, Doc]):
    """What `Packed.items` gives."""

    _mapping: Packed

    def __iter__(self) -> Iterator[tuple[str, Doc]]:
        return self._mapping.read()


def line_of(id: str, doc: Doc) -> bytes:
    """A document as it stands in a snapshot."""
    return dumps(id) + b":" + dumps(doc)


def _docs(lines: bytes) -> dict[str, Doc]:
    """What some lines of a section say."""
    try:
        read: dict[str, Doc] = loads(b"{%b}" % lines)
    except ValueError:
        raise Damaged(_ODD) from None
    return read


def _part_of(held: tuple[str, int | Doc]) -> int | None:
    return held[1] if isinstance(held[1], int) else None


def _parts(body: bytes) -> list[tuple[int, int]]:
    """Where the parts of a section begin and end; each is some hundred lines."""
    found = []
    at, end = 2, len(body) - 2
    while at < end:
        stop = body.find(b",\n", at + _PART, end)
        stop = end if stop < 0 else stop
        found.append((at, stop))
        at = stop + 2
    return found


def _id_of(line: bytes) -> str:
    try:
        end = line.index(b'"', 1)
        if b"\\" in line[1:end]:
            read: dict[str, Doc] = loads(b"{%b}" % line)
            return next(iter(read))
        return line[1:end].decode()
    except ValueError:
        raise Damaged(_ODD) from None
