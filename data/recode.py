"""A vault's folder written once more in another codec: sealed, unsealed, or sealed with another key.

All of it goes along: snapshots, logs (and with them undo), the history, and bytes that were set aside. Those, and
whatever else lies in the folder, become blobs in a sealed vault: `{"x":[...]}` in a file of the same name, sealed for
the place `blob-NAME`. Out of a sealed vault they come as the bytes they were.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple

from data import history
from data.archive import LIST
from data.codec import Codec, Docs, frame, unframe
from data.files import read_from, replace
from data.layout import CARD, COPY, LOCK, Card, archive_name, aside
from data.log import header, number, scan
from data.segment import About, copy, sum_of
from data.snapshot import Snapshot, Unreadable, write
from data.state import State
from data.tail import ended
from organizer.errors import Damaged, WrongUse

_A_FOLDER = (
    "There is a folder of something else in the vault's folder, so nothing was changed. Move it out of there, then try "
    "again."
)
_NOT_THE_SAME = "What was written does not read like what there was, so it was not used, and all is as it was."


class Move(NamedTuple):
    """From one folder to another, and from one codec to another. `card` is that of the new folder."""

    source: str
    target: str
    old: Codec
    new: Codec
    card: Card

    def put(self, name: str, data: bytes) -> None:
        """Write a file of the new folder. Raises `OSError`."""
        replace(os.path.join(self.target, name), [data])

    def read(self, name: str) -> bytes:
        """A file of the old folder. Raises `OSError`."""
        return read_from(os.path.join(self.source, name))


def recode(move: Move) -> None:
    """Write everything but the cards, and see that it reads the same. Raises `Damaged`, `WrongUse`, `OSError`."""
    names = sorted(os.listdir(move.source))
    if any(os.path.isdir(os.path.join(move.source, name)) for name in names):
        raise WrongUse(_A_FOLDER)
    for name in names:
        if name not in (CARD, COPY, LOCK) and not name.endswith(".tmp"):
            kind = next((kind for pattern, kind in KINDS.items() if re.fullmatch(pattern, name)), blob)
            kind(move, name)
    _compare(move)


def _base(move: Move, name: str) -> None:
    gen = _gen(name)
    try:
        snapshot = Snapshot(os.path.join(move.source, name), gen, move.old)
        try:
            if snapshot.card.id != move.card.id:
                return blob(move, name, f"conflict-{name}")
            tables = {table: snapshot.docs(table) for table in snapshot.tables}
            more = _archive(move, snapshot)
        finally:
            snapshot.close()
    except Unreadable:
        return blob(move, name, f"damaged-{name}")
    card = move.card._replace(format=snapshot.card.format)
    write(os.path.join(move.target, name), card, gen, snapshot.seq, tables, move.new, more=more)


def _archive(move: Move, snapshot: Snapshot) -> dict[str, Docs]:
    """The parts of a snapshot that list the archive; the segments go along with the first that lists them."""
    more: dict[str, Docs] = {part: snapshot.docs(part) for part in snapshot.parts if part.startswith(LIST)}
    for name, said in dict(more.get(LIST, {})).items():
        file, about = archive_name(name), About(name, **said)
        if os.path.exists(os.path.join(move.target, file)):
            sum = sum_of(os.path.join(move.target, file), about, move.new)
        else:
            try:
                sum, whole = copy(move.source, move.target, about, move.old, move.card, move.new)
            except FileNotFoundError:
                continue
            except Unreadable:
                sum, whole = about.sum, False
            if not whole:
                blob(move, file, f"damaged-{file}")
        more[LIST][name] = {**said, "sum": sum}
    return more


def _with_its_snapshot(move: Move, name: str) -> None:
    """A segment that no snapshot lists was left behind, and is not taken along."""


def _log(move: Move, name: str) -> None:
    gen, data = _gen(name), ended(move.read(name))
    found = scan(data, move.old, gen)
    if found.header is not None and found.header["vault"] != move.card.id:
        return blob(move, name, f"conflict-{name}")
    if found.bad or found.good < len(data):
        blob(move, name, f"damaged-{name}")
    lines = []
    if found.header is not None:
        card = move.card._replace(format=found.header["format"])
        lines.append(header(card, gen, found.header["after"], move.new))
    elif found.records:
        lines.append(header(move.card, gen, number(found.records[0][0]) - 1, move.new))
    lines += [frame(move.new.seal(body, f"log-{gen}")) for body, _ in found.records]
    move.put(name, b"".join(lines))


def _history(move: Move, name: str) -> None:
    lines, bad = [], False
    for line in move.read(name).split(b"\n"):
        body = unframe(line)
        try:
            if body is not None:
                opened = move.old.unseal(body, history.PLACE)
                lines.append(frame(move.new.seal(opened, history.PLACE)))
            bad = bad or (body is None and bool(line))
        except ValueError:
            bad = True
    if bad:
        blob(move, name, f"damaged-{name}")
    move.put(name, b"".join(lines))


def blob(move: Move, name: str, called: str = "") -> None:
    """Take along a file as the bytes that it is, whatever they mean."""
    data, called = move.read(name), os.path.basename(aside(move.target, called or name))
    if move.old.vault:
        try:
            data = move.old.unseal(data.removesuffix(b"\n"), f"blob-{name}")
        except ValueError:
            # Bytes of the sealed vault itself that were set aside: without its key nobody could open them any more.
            data = _opened_lines(data, name, move.old)
    if move.new.vault:
        data = b"".join(move.new.seal_parts([data], f"blob-{called}")) + b"\n"
    move.put(called, data)


def _opened_lines(data: bytes, name: str, codec: Codec) -> bytes:
    """The lines of a log that was set aside, each opened if it can be."""
    found = re.search(r"log-(\d{8})", name)
    if not found:
        return data
    lines = []
    for line in data.split(b"\n"):
        body = unframe(line)
        try:
            lines.append(frame(codec.unseal(body, f"log-{int(found[1])}"))[:-1] if body is not None else line)
        except ValueError:
            lines.append(line)
    return b"\n".join(lines)


KINDS: dict[str, Callable[[Move, str], None]] = {
    r"base-\d{8}\.json": _base,
    r"log-\d{8}\.jsonl": _log,
    r"archive-\d{4}-[0-9a-f]{8}\.json": _with_its_snapshot,
    r"history-\d{4}\.jsonl": _history,
}
"""How each kind of file is written again, by its name; all others are blobs."""


def _gen(name: str) -> int:
    return int(name.partition("-")[2][:8])


def _compare(move: Move) -> None:
    """See that the new folder holds what the old one holds."""
    one, other = State(move.source, move.card, move.old), State(move.target, move.card, move.new)
    try:
        if one.seq != other.seq or one.is_newer:
            raise Damaged(_NOT_THE_SAME)
        held, copied = one.tables.load_all(), other.tables.load_all()
        for name in {*held, *copied, *one.tables.archive.tables, *other.tables.archive.tables}:
            if dict(held.get(name, {}).items()) != dict(copied.get(name, {}).items()):
                raise Damaged(_NOT_THE_SAME)
            for old, new in zip_longest(one.tables.old(name), other.tables.old(name)):
                if old != new:
                    raise Damaged(_NOT_THE_SAME)
    finally:
        one.close()
        other.close()
