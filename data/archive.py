"""The archive as one snapshot lists it: segments by year, and an index that says in which part of which an id is.

In the snapshot, `_archive` lists the segments, and `_archive-k` has the ids that begin with k: " id=NO.PART " for each,
in order, in one text for each table; ids with signs that JSON writes otherwise are listed by themselves. What is not
in the index does not count any more. Nothing but the list is read before it is needed.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from typing import Any

from data.codec import Codec, Doc, Docs, loads
from data.segment import About, Segment
from data.snapshot import Snapshot, Unreadable, is_simple
from data.snapshot import beginning as beginning_with
from organizer import archiving
from organizer.errors import Damaged

LIST = "_archive"

_LOST = "{}.json is {}: {} of {} cannot be read. All others are there; organizer check lists what is missing."
_OUT_OF_REACH = "This is in a part of the archive of {} that cannot be read. Restore a backup, or put {}.json back."


def listed_by(path: str, gen: int, codec: Codec) -> set[str]:
    """The segments that a snapshot lists. Raises `Unreadable`, `FileNotFoundError` and other `OSError`."""
    snapshot = Snapshot(path, gen, codec)
    try:
        return set(loads(snapshot.body(LIST)))
    finally:
        snapshot.close()


def bucket(id: str) -> str:
    """The part of the index in which an id is."""
    start = id[:1]
    return f"{LIST}-{start if start.isascii() and start.isalnum() else 'other'}"


class Archive:
    """What is in the archive, as of a snapshot. Two threads may read it, one may close it meanwhile."""

    def __init__(self, snapshot: Snapshot, folder: str, codec: Codec, note: Callable[[str], None]) -> None:
        """`note` is told of damage. Raises `Unreadable` when the list is, `OSError`."""
        self._snapshot = snapshot
        self._note = note
        self._users, self._lock = 1, allocate_lock()
        self._index: dict[str, Doc] = {}
        self._anew: dict[str, Doc] | None = None
        self._last: tuple[str, Docs] = "", {}
        self.abouts: dict[str, About] = {}
        self._segments: dict[str, Segment | None] = {}
        self.missing: list[str] = []
        if LIST in snapshot.parts:
            listed: dict[str, Any] = loads(snapshot.body(LIST))
            self.abouts = {name: About(name, **about) for name, about in listed.items()}
            self._opened(folder, codec)

    def _opened(self, folder: str, codec: Codec) -> None:
        try:
            for name, about in self.abouts.items():
                self._segments[name] = None
                with suppress(FileNotFoundError):
                    self._segments[name] = Segment(folder, about, codec)
        except BaseException:
            self.close()
            raise
        self.missing = [name for name, segment in self._segments.items() if segment is None]

    @property
    def tables(self) -> list[str]:
        """The tables of which something is in it."""
        return [*dict.fromkeys(table for about in self.abouts.values() for table in about.counts)]

    def tell_missing(self) -> None:
        """Note the segments whose files are not there."""
        for name in self.abouts:
            if self._segments[name] is None:
                about = self.abouts[name]
                self._note(_LOST.format(name, "missing", f"{about.size:,} documents", about.year))

    def __bool__(self) -> bool:
        return bool(self.abouts)

    # -- by id

    def part(self, part: str) -> Doc:
        """A part of the index: for each table its ids and where they are. Not kept. Raises `OSError`."""
        with suppress(Unreadable):
            if self._anew is None:
                return self._read_part(part)
        return self._part(part)

    def _read_part(self, part: str) -> Doc:
        found: Doc = loads(self._snapshot.body(part))
        return found

    def _part(self, part: str) -> Doc:
        if self._anew is not None:
            return self._anew.get(part, {})
        if part not in self._index:
            try:
                self._index[part] = self._read_part(part)
            except Unreadable:
                self._note(f"base-{self._snapshot.gen:08d}.json is damaged; the index of the archive was made anew.")
                self._anew = self._made_anew()
                return self._anew.get(part, {})
        return self._index[part]

    @property
    def index_parts(self) -> list[str]:
        """The names of the parts of the index."""
        if self._anew is not None:
            return [*self._anew]
        return [part for part in self._snapshot.parts if part.startswith(f"{LIST}-")]

    def _made_anew(self) -> dict[str, Doc]:
        """The index, from the segments themselves."""
        places: dict[str, dict[str, str]] = {}
        for name in self.abouts:
            for table in self.abouts[name].counts:
                for part in self._parts_of(name, table):
                    where = f"{self.abouts[name].no}.{part.rpartition('-')[2]}"
                    places.setdefault(table, {}).update(dict.fromkeys(self._read(name, part), where))
        return index_of(places)

    def find(self, table: str, prefix: str, whole: bool = False) -> Iterator[tuple[str, str]]:
        """The ids in the archive that start with (or, if `whole`, are) `prefix`, and where each is."""
        parts = [bucket(prefix)] if prefix else self.index_parts
        if not self:
            return
        for part in parts:
            held = self._part(part).get(table)
            if held:
                yield from _found(held, prefix, whole)

    def has(self, table: str, prefix: str, gone: Collection[str], whole: bool = False) -> bool:
        """Whether any of these is not in `gone`."""
        return any(id not in gone for id, _ in self.find(table, prefix, whole))

    def doc(self, table: str, id: str) -> Doc | None:
        """A document, None when the archive has none of that id. Raises `Damaged` when it cannot be read."""
        for _, where in self.find(table, id, whole=True):
            no, _, number = where.partition(".")
            name = next(name for name, about in self.abouts.items() if str(about.no) == no)
            found = self._read(name, f"{table}-{number}").get(id)
            if found is None:
                raise Damaged(_OUT_OF_REACH.format(self.abouts[name].year, name))
            return found
        return None

    # -- by year and by page

    def years(self, table: str) -> dict[str, int]:
        """How many documents of a table each year has, the newest first."""
        found: dict[str, int] = {}
        for about in sorted(self.abouts.values(), key=lambda about: about.year, reverse=True):
            if about.counts.get(table):
                found[about.year] = found.get(about.year, 0) + about.counts[table]
        return found

    def read(self, table: str, year: str = "", page: str = "", since: str = "") -> Iterator[Docs]:
        """The parts of a table, newest year first: all, of a year, or those in which something is on a page, or may be
        over with since a date."""
        for name in sorted(self.abouts, reverse=True):
            about = self.abouts[name]
            if about.counts.get(table) and about.year.startswith(year) and about.year >= since[:4]:
                for part in reversed(self._parts_of(name, table, page)):
                    docs = self._read(name, part)
                    yield docs
                    if since and docs and archiving.over(table, next(iter(docs.values()))) < since:
                        break  # what comes now was over with earlier

    def _parts_of(self, name: str, table: str, page: str = "") -> list[str]:
        segment = self._segments[name]
        if segment is None:
            return []
        try:
            return segment.parts_with(table, page) if page else segment.parts(table)
        except Unreadable:
            if page:  # the parts themselves may still be there
                self._note(f"{name}.json is damaged; what stands on which page was read from the entries themselves.")
                return self._parts_of(name, table)
            self._tell(name, f"{self.abouts[name].size:,} documents")
            return []

    def _read(self, name: str, part: str) -> Docs:
        """The documents of a part that count; none, and a note, when it cannot be read."""
        key, docs = self._last
        if key == f"{name}/{part}":
            return docs
        segment = self._segments[name]
        try:
            docs = segment.read(part) if segment is not None else {}
        except (Unreadable, ValueError):
            self._tell(name, f"the part {part}")
            docs = {}
        self._last = f"{name}/{part}", docs
        return docs

    def _tell(self, name: str, what: str) -> None:
        self._note(_LOST.format(name, "damaged", what, self.abouts[name].year))

    # -- for a new snapshot, and for who looks after the vault

    def lines(self, name: str) -> Iterator[tuple[str, list[bytes]]]:
        """The lines of each part of a segment, and its table, those that do not count any more as well.

        Raises `Unreadable` when not all of it can be read.
        """
        segment = self._segments[name]
        if segment is None:
            raise Unreadable("it is missing")
        for table in self.abouts[name].counts:
            for part in segment.parts(table):
                yield table, segment.lines(part)

    def is_there(self, name: str) -> bool:
        """Whether a segment that is open is also in the folder still; True when it could not be opened at all."""
        segment = self._segments[name]
        return segment is None or segment.is_there

    def missing_ids(self) -> dict[str, dict[str, list[str]]]:
        """What cannot be read: by segment and table the ids. Reads the whole archive, part by part."""
        found: dict[str, dict[str, list[str]]] = {}
        for name, about in self.abouts.items():
            for table, count in about.counts.items():
                there = {id for part in self._parts_of(name, table) for id in self._read(name, part)}
                if len(there) < count:
                    ids = [id for id, where in self.find(table, "") if where.partition(".")[0] == str(about.no)]
                    found.setdefault(name, {})[table] = sorted(set(ids) - there)
        return found

    def share(self) -> Archive:
        """The same, for another thread: each who has it closes it once."""
        with self._lock:
            self._users += 1
        return self

    def close(self) -> None:
        """Let go of the files, when the last who has it does."""
        with self._lock:
            self._users -= 1
            if self._users:
                return
        for segment in self._segments.values():
            if segment is not None:
                segment.close()
        self._snapshot.close()


def _found(held: Doc, prefix: str, whole: bool) -> Iterator[tuple[str, str]]:
    if is_simple(prefix) or not prefix:
        for token in beginning_with(held.get("ids", " "), f"{prefix}=" if whole else prefix, True):
            id, _, where = token.partition("=")
            yield id, where
    for id, where in held.get("others", {}).items():
        if id == prefix or (not whole and id.startswith(prefix)):
            yield id, where


def index_of(places: dict[str, dict[str, str]]) -> dict[str, Doc]:
    """The parts of the index, from where each id of each table is."""
    tokens: dict[str, dict[str, list[str]]] = {}
    others: dict[str, dict[str, dict[str, str]]] = {}
    for table, ids in places.items():
        for id, where in ids.items():
            if is_simple(id):
                tokens.setdefault(bucket(id), {}).setdefault(table, []).append(f"{id}={where}")
            else:
                others.setdefault(bucket(id), {}).setdefault(table, {})[id] = where
    return {part: packed_index(tokens.get(part, {}), others.get(part, {})) for part in {**tokens, **others}}


def packed_index(tokens: dict[str, list[str]], others: dict[str, dict[str, str]]) -> Doc:
    """A part of the index as it is kept."""
    found: Doc = {}
    for table in {**tokens, **others}:
        ids = sorted(tokens.get(table, ()))
        found[table] = {"ids": f" {' '.join(ids)} " if ids else " ", "others": others.get(table, {})}
    return found
