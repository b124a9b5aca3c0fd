"""What moves when a snapshot is written: from the tables to the archive what is over with, and out of it what was
taken up again or removed.

No file of the archive is changed. What does not count any more is left out of the index and listed as dead; a segment
is written anew, without it, when there is much of it or when its year gets more documents and it has room for them.
Moving is no change: no line of the log tells of it, and a process that is open goes on with what it has read.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from data.archive import LIST, Archive, index_of, packed_index
from data.codec import Codec, Doc, Docs, loads
from data.files import sync_folder
from data.layout import Card
from data.packed import Packed
from data.segment import MOST, PART, About, Item, Written, in_order, write
from data.snapshot import Unreadable
from organizer import archiving

MOST_DEAD = 200
"""How many documents of a segment may be dead before it is written anew."""

_NONE: Packed = Packed({})

Years = dict[str, dict[str, list[Item]]]
"""Documents on their way to the archive, by year and table."""


class Picture(NamedTuple):
    """The tables and the archive as of a change, standing still.

    `gone` has the ids of each table that were removed since the snapshot of `archive`; `now` is the time of the last
    change, "" when nothing is to move; `least` how many documents must be over with before any moves. If `anew`, all
    of the archive is written again, under the codec of the snapshot to come.
    """

    tables: Mapping[str, Packed]
    archive: Archive
    gone: Mapping[str, Collection[str]]
    now: str = ""
    least: int = 500
    anew: bool = False


class Moved(NamedTuple):
    """What the snapshot to come holds: the tables, the parts that list the archive, and the descriptors of the new
    segments, to be closed once it is on the disk. `ids` went to the archive, by table."""

    tables: Mapping[str, Docs]
    more: dict[str, Docs]
    held: list[int]
    ids: dict[str, list[str]]

    def release(self) -> None:
        """The snapshot is there, or will not come."""
        _release(self.held)


def _release(held: list[int]) -> None:
    for fd in held:
        os.close(fd)


class Place(NamedTuple):
    """Where new segments go, and what they say of themselves; `ready` is called when a file has been made and nothing
    is in it yet."""

    folder: str
    card: Card
    codec: Codec
    gen: int
    seq: int
    ready: Callable[[], None] = lambda: None


def move(picture: Picture, place: Place) -> Moved:
    """Write new segments as needed, on the disk on return. Raises `OSError`, `Unreadable` only if `anew`."""
    cold = _cold(picture)
    if not cold and not picture.archive:
        return Moved(picture.tables, {}, [], {})
    moved = {table: [item.id for year in cold.values() for item in year.get(table, ())] for table in archiving.RULES}
    tables = _without(picture.tables, moved)
    index, abouts = _living(picture)
    again = _written_anew(picture, abouts, cold)
    held: list[int] = []
    try:
        kept = {name: about for name, about in abouts.items() if name not in again and about.size}
        no = max((about.no for about in abouts.values()), default=0)
        places: dict[str, dict[str, str]] = {}
        for year in sorted(cold):
            for batch in _batches(cold.pop(year)):
                no += 1
                found = _write(place, no, year, batch)
                held.append(found.fd)
                kept[found.about.name] = found.about
                for table, ids in found.places.items():
                    places.setdefault(table, {}).update(ids)
        if held:
            sync_folder(place.folder)
    except BaseException:
        _release(held)
        raise
    return Moved(tables, _listing(kept, index, places), held, moved)


def _write(place: Place, no: int, year: str, batch: dict[str, list[Item]]) -> Written:
    about = About(f"archive-{year}", no, place.gen, "", {table: len(items) for table, items in batch.items()}, {})
    return write(place.folder, place.card, place.seq, about, batch, place.codec, place.ready)


# -- out of the tables


def _cold(picture: Picture) -> Years:
    """What is over with, if there is enough of it."""
    before = archiving.horizon(picture.now)
    if not before or sum(len(picture.tables.get(table, ())) for table in archiving.RULES) < picture.least:
        return {}
    found: Years = {}
    for table in archiving.RULES:
        docs = picture.tables.get(table)
        for lines in docs.lines() if docs is not None else ():
            for item in _items(table, lines):
                if item.since and item.since < before:
                    found.setdefault(item.since[:4], {}).setdefault(table, []).append(item)
    count = sum(len(items) for tables in found.values() for items in tables.values())
    return found if count >= picture.least else {}


def _items(table: str, lines: list[bytes]) -> Iterator[Item]:
    for at in range(0, len(lines), PART):
        some = lines[at : at + PART]
        read: dict[str, Doc] = loads(b"{%b}" % b",".join(some))
        for (id, doc), line in zip(read.items(), some, strict=True):
            yield Item(archiving.over(table, doc), id, line, archiving.pages(table, doc))


def _without(tables: Mapping[str, Packed], cold: dict[str, list[str]]) -> dict[str, Docs]:
    found: dict[str, Docs] = {}
    for table, docs in tables.items():
        found[table] = left = docs.copy() if cold.get(table) else docs
        for id in cold.get(table, ()):
            del left[id]
    return found


# -- within the archive


def _living(picture: Picture) -> tuple[dict[str, Doc], dict[str, About]]:
    """The index and the list without what is in a table now, or was removed."""
    dead: dict[str, dict[str, list[str]]] = {}
    index: dict[str, Doc] = {}
    for part in picture.archive.index_parts:
        index[part] = kept = {}
        for table, held in picture.archive.part(part).items():
            now, gone = picture.tables.get(table, _NONE), picture.gone.get(table, ())
            tokens, others = [], {}
            for token in held["ids"].split():
                id, _, where = token.partition("=")
                if id in now or id in gone:
                    dead.setdefault(where.partition(".")[0], {}).setdefault(table, []).append(id)
                else:
                    tokens.append(token)
            for id, where in held["others"].items():
                if id in now or id in gone:
                    dead.setdefault(where.partition(".")[0], {}).setdefault(table, []).append(id)
                else:
                    others[id] = where
            kept[table] = (tokens, others)
    abouts = picture.archive.abouts
    return index, {name: _buried(about, dead.get(str(about.no), {})) for name, about in abouts.items()}


def _buried(about: About, dead: dict[str, list[str]]) -> About:
    """What is said of a segment, with some more that do not count."""
    counts = {table: count - len(dead.get(table, ())) for table, count in about.counts.items()}
    return about._replace(
        counts={table: count for table, count in counts.items() if count},
        dead={table: [*about.dead.get(table, ()), *dead.get(table, ())] for table in {**about.dead, **dead}},
    )


def _written_anew(picture: Picture, abouts: dict[str, About], cold: Years) -> set[str]:
    """The segments to write anew, those that somebody removed while we have them open among them; what counts of them
    is added to `cold`. One that cannot be read stays as it is."""
    found = set()
    for name, about in abouts.items():
        new = sum(len(items) for items in cold.get(about.year, {}).values())
        room = 0 < new <= MOST - about.size
        much = sum(map(len, about.dead.values())) > MOST_DEAD
        if about.size and (room or much or picture.anew or not picture.archive.is_there(name)):
            try:
                read = _living_items(picture.archive, name, about)
            except Unreadable:
                if picture.anew:
                    raise
                continue
            found.add(name)
            for table, items in read.items():
                cold.setdefault(about.year, {}).setdefault(table, []).extend(items)
    return found


def _living_items(archive: Archive, name: str, about: About) -> dict[str, list[Item]]:
    dead = {table: set(ids) for table, ids in about.dead.items()}
    found: dict[str, list[Item]] = {}
    for table, lines in archive.lines(name):
        none: set[str] = set()
        living = [item for item in _items(table, lines) if item.id not in dead.get(table, none)]
        found.setdefault(table, []).extend(living)
    if {table: len(items) for table, items in found.items() if items} != about.counts:
        raise Unreadable("it does not hold what the list says")
    return found


def _batches(tables: dict[str, list[Item]]) -> Iterator[dict[str, list[Item]]]:
    """What one segment can hold of a year's documents, the oldest first."""
    batch: dict[str, list[Item]] = {}
    room = MOST
    for table, items in tables.items():
        left = in_order(items)
        while left:
            batch[table], left = left[:room], left[room:]
            room -= len(batch[table])
            if not room:
                yield batch
                batch, room = {}, MOST
    if batch:
        yield batch


def _listing(kept: dict[str, About], index: dict[str, Doc], places: dict[str, dict[str, str]]) -> dict[str, Docs]:
    """The parts of the snapshot that list the archive."""
    if not kept:
        return {}
    alive = {str(about.no) for about in kept.values()}
    new = index_of(places)
    more: dict[str, Docs] = {LIST: {name: _said(about) for name, about in sorted(kept.items())}}
    for part in sorted({**index, **new}):
        tokens: dict[str, list[str]] = {}
        others: dict[str, dict[str, str]] = {}
        for table, (old, odd) in index.get(part, {}).items():
            tokens[table] = [token for token in old if _no(token.partition("=")[2]) in alive]
            others[table] = {id: where for id, where in odd.items() if _no(where) in alive}
        for table, held in new.get(part, {}).items():
            tokens.setdefault(table, []).extend(held["ids"].split())
            others.setdefault(table, {}).update(held["others"])
        docs = {table: doc for table, doc in packed_index(tokens, others).items() if doc["ids"] != " " or doc["others"]}
        if docs:
            more[part] = docs
    return more


def _no(where: str) -> str:
    return where.partition(".")[0]


def _said(about: About) -> Doc:
    said = about._asdict()
    del said["name"]
    return said
