"""One file of the archive: what of a year is over with, in parts of at most 200 documents, never changed.

It is laid out as a snapshot is, its tables in parts ("entries-0001", ...), the documents of a part in the order in
which they were over with, and `_pages`, which tells the parts in which something stands on a page of the journal.
A part is read and verified without the others. Which of the documents still count, the snapshot says that lists the
file (`data.archive`): none is listed by two files of one snapshot.
"""

import os
from _thread import allocate_lock
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

from data.codec import Codec, Docs, loads
from data.files import FILE_MODE, PLAIN_FLAGS, hold, remove, replace, share, sync, write_all
from data.layout import Card, archive_name
from data.packed import Packed
from data.snapshot import Snapshot, Unreadable, chunks

MOST = 10_000
"""How many documents one file may have."""

PART = 200
"""How many documents are read at a time."""

_PAGES = "_pages"


class Item(NamedTuple):
    """A document on its way to the archive: since when it is over with, its id, its line, and its pages."""

    since: str
    id: str
    line: bytes
    pages: list[str]


class About(NamedTuple):
    """What a snapshot says of a file of the archive.

    `no` is its number there; `counts` how many documents of each table count, `dead` the ids of those that do not any
    more; `sum` is the checksum of its last line.
    """

    name: str
    no: int
    gen: int
    sum: str
    counts: dict[str, int]
    dead: dict[str, list[str]]

    @property
    def year(self) -> str:
        """The year it is of."""
        return self.name.split("-")[1]

    @property
    def size(self) -> int:
        """How many documents count."""
        return sum(self.counts.values())


class Segment:
    """A file of the archive, opened at once (so that nobody removes it) and read when asked for."""

    def __init__(self, folder: str, about: About, codec: Codec) -> None:
        """Raises `FileNotFoundError` and other `OSError`."""
        self.about = about
        self._codec = codec
        self._path = os.path.join(folder, archive_name(about.name))
        self._fd = share(self._path)
        self._file: Snapshot | None = None
        self._pages: dict[str, dict[str, list[str]]] | None = None
        self._turn = allocate_lock()

    @property
    def _open(self) -> Snapshot:
        """Its first and last line are read once, whichever thread asks first; again when that did not go well."""
        with self._turn:
            return self._file or self._read_frame()

    def _read_frame(self) -> Snapshot:
        fd, self._fd = self._fd, -1
        if fd < 0:
            fd = share(self._path)
        file = Snapshot(self._path, self.about.gen, self._codec, self.about.name, fd)
        if file.sum != self.about.sum:
            file.close()
            raise Unreadable("it is not the file that was written")
        self._file = file
        return file

    def parts(self, table: str) -> list[str]:
        """The names of a table's parts, the oldest first. Raises `Unreadable`, `OSError`."""
        return [name for name in self._open.tables if name.rpartition("-")[0] == table]

    def read(self, part: str) -> Docs:
        """The documents of a part that still count. Raises `Unreadable`, `OSError`."""
        docs: Docs = loads(self._open.body(part))
        for id in self.about.dead.get(part.rpartition("-")[0], ()):
            docs.pop(id, None)
        return docs

    def lines(self, part: str) -> list[bytes]:
        """The lines of a part, those that count no more as well. Raises `Unreadable`, `OSError`."""
        return [line for lines in Packed.of(self._open.body(part)).lines() for line in lines]

    def parts_with(self, table: str, page: str) -> list[str]:
        """The parts in which something stands on a page. Raises `Unreadable`, `OSError`."""
        if self._pages is None:
            self._pages = loads(self._open.body(_PAGES))
        return self._pages.get(table, {}).get(page, [])

    @property
    def is_there(self) -> bool:
        """Whether the file we read is still in the folder."""
        with self._turn:
            fd = self._fd if self._file is None else self._file.fileno()
            return fd < 0 or _is_at(self._path, fd)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        elif self._fd >= 0:
            os.close(self._fd)
        self._fd = -1


class Written(NamedTuple):
    """A file of the archive just written: what a snapshot says of it, where each id is, and its open descriptor.

    As long as that is open nobody takes the file for one that was left behind: close it once a snapshot lists it.
    """

    about: About
    places: dict[str, dict[str, str]]
    fd: int


def write(
    folder: str,
    card: Card,
    seq: int,
    about: About,
    tables: dict[str, list[Item]],
    codec: Codec,
    ready: Callable[[], None] = lambda: None,
) -> Written:
    """Write documents of a year as a new file, its bytes on the disk on return (its name with the folder's).

    `about` has the beginning of its name ("archive-2029"); `ready` is called when the file has been made and nothing is
    in it yet. Raises `OSError`, and what `ready` does.
    """
    sections, places = _sections(tables, about.no)
    name, path, fd = _begin(folder, about.name)
    try:
        ready()
        for chunk in chunks(card, about.gen, seq, sections, codec, name):
            write_all(fd, chunk)
        sync(fd)
        about = about._replace(name=name)
        about = about._replace(sum=sum_of(path, about, codec))
        if not _is_at(path, fd):
            raise FileNotFoundError(name)
    except BaseException:
        os.close(fd)
        remove(path)
        raise
    return Written(about, places, fd)


def _begin(folder: str, start: str) -> tuple[str, str, int]:
    """A new file, held: its name, its path and its descriptor."""
    for left in range(4, -1, -1):
        name = f"{start}-{os.urandom(4).hex()}"
        path = os.path.join(folder, archive_name(name))
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | PLAIN_FLAGS, FILE_MODE)
        # Before it was held somebody may have taken it for one that was left behind. Some disks know no holding: there
        # nobody removes any.
        if (hold(fd) or not left) and _is_at(path, fd):
            break
        os.close(fd)
    return name, path, fd


def _is_at(path: str, fd: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(fd))
    except FileNotFoundError:
        return False


def _sections(tables: dict[str, list[Item]], no: int) -> tuple[dict[str, Docs], dict[str, dict[str, str]]]:
    """The parts of a file, and where each id is in it: "NO.PART"."""
    sections: dict[str, Docs] = {}
    places: dict[str, dict[str, str]] = {}
    pages: dict[str, dict[str, list[str]]] = {}
    for table, items in tables.items():
        for at in range(0, len(items), PART):
            number = f"{at // PART + 1:04d}"
            name, some = f"{table}-{number}", items[at : at + PART]
            sections[name] = Packed.of(b"{\n" + b",\n".join(item.line for item in some) + b"\n}")
            places.setdefault(table, {}).update((item.id, f"{no}.{number}") for item in some)
            for page in dict.fromkeys(page for item in some for page in item.pages):
                pages.setdefault(table, {}).setdefault(page, []).append(name)
    return {**sections, **({_PAGES: dict(pages)} if pages else {})}, places


def copy(source: str, target: str, about: About, old: Codec, card: Card, new: Codec) -> tuple[str, bool]:
    """Write a segment once more into another folder, in another codec: the checksum of its last line there, and
    whether all of its parts could be read. Raises `Unreadable` when none can, `OSError`."""
    file = Snapshot(os.path.join(source, archive_name(about.name)), about.gen, old, about.name)
    sections: dict[str, Docs] = {}
    try:
        for part in file.parts:
            with suppress(Unreadable):
                sections[part] = Packed.of(file.body(part))
    finally:
        file.close()
    path = os.path.join(target, archive_name(about.name))
    replace(path, chunks(card, about.gen, file.seq, sections, new, about.name))
    return sum_of(path, about, new), len(sections) == len(file.parts)


def sum_of(path: str, about: About, codec: Codec) -> str:
    """The checksum of the last line of a segment. Raises `Unreadable`, `OSError`."""
    file = Snapshot(path, about.gen, codec, about.name)
    file.close()
    return file.sum


def owner_of(path: str) -> str:
    """The id of the vault that a file of an archive says it belongs to, "" when it says nothing. Raises `OSError`."""
    with open(path, "rb") as file:
        head = file.readline(1 << 16)
    try:
        found = loads(head.removesuffix(b"\n").removesuffix(b",") + b"}")["_vault"]["1"]["vault"]
    except (KeyError, TypeError, ValueError):
        return ""
    return found if isinstance(found, str) else ""


def in_order(items: Iterable[Item]) -> list[Item]:
    """As they stand in the archive."""
    return sorted(items, key=lambda item: (item.since, item.id))
