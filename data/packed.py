"""A table as its snapshot has it: each document stays the line of JSON that it is until someone asks for it."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, MutableMapping

from data.codec import Doc, dumps, loads

_BATCH = 256
_PART = 1 << 16


class Packed(MutableMapping[str, Doc]):
    """Documents by id, in the order they were made: lines, and in full those that were put in since.

    A line takes a quarter of the memory of what it says. What is read from one is new each time. Until something is
    changed or looked for there is only the section of the snapshot, read in parts as often as it is gone through.
    """

    def __init__(self, held: dict[str, bytes | Doc], body: bytes = b"") -> None:
        """`held` becomes its own; a line is `"id":{...}`. With a `body`, what that says is all."""
        self._known = held
        self._body = body

    @classmethod
    def of(cls, body: bytes) -> Packed:
        """The table that a snapshot's section stands for. Raises `ValueError` when that is not a JSON object."""
        return cls({}, body) if body.startswith(b'{\n"') and body.endswith(b"}\n}") else cls(loads(body))

    @property
    def _held(self) -> dict[str, bytes | Doc]:
        if self._body:
            self._known = {_id_of(line): line for part in _parts(self._body) for line in part.split(b",\n")}
            self._body = b""
        return self._known

    def __getitem__(self, id: str) -> Doc:
        held = self._held[id]
        if held.__class__ is bytes:
            doc: Doc = loads(b"{%b}" % held)[id]
            return doc
        return held  # type: ignore[return-value]

    def __setitem__(self, id: str, doc: Doc) -> None:
        self._held[id] = doc

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
        return Packed(self._known.copy(), self._body)

    def lines(self, ids: list[str]) -> list[bytes]:
        """The lines of a snapshot for these documents."""
        held = ((id, self._held[id]) for id in ids)
        return [one if isinstance(one, bytes) else line_of(id, one) for id, one in held]

    def batches(self) -> Iterator[dict[str, Doc]]:
        """All documents, some hundred at a time."""
        if self._body:
            yield from (loads(b"{%b}" % part) for part in _parts(self._body))
            return
        held = list(self._held.items())
        for start in range(0, len(held), _BATCH):
            part = held[start : start + _BATCH]
            lines = [one for _, one in part if one.__class__ is bytes]
            read: dict[str, Doc] = loads(b"{%b}" % b",".join(lines))
            if len(lines) < len(part):
                read = {id: one if isinstance(one, dict) else read[id] for id, one in part}
            yield read


class _Items(ItemsView[str, Doc]):
    """What `Packed.items` gives."""

    _mapping: Packed

    def __iter__(self) -> Iterator[tuple[str, Doc]]:
        for batch in self._mapping.batches():
            yield from batch.items()


def line_of(id: str, doc: Doc) -> bytes:
    """A document as it stands in a snapshot."""
    return dumps(id) + b":" + dumps(doc)


def _parts(body: bytes) -> Iterator[bytes]:
    """The lines of a section, many at a time."""
    at, end = 2, len(body) - 2
    while at < end:
        stop = body.find(b",\n", at + _PART, end)
        stop = end if stop < 0 else stop
        yield body[at:stop]
        at = stop + 2


def _id_of(line: bytes) -> str:
    end = line.index(b'"', 1)
    if b"\\" in line[1:end]:
        read: dict[str, Doc] = loads(b"{%b}" % line)
        return next(iter(read))
    return line[1:end].decode()
