"""One change kept for good, through the vault, beside a line appended to a file and synced."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from data.vault import Vault
from organizer.change import Change, Row
from organizer.errors import OrganizerError
from organizer.ids import id_of, new_uuid
from organizer.records import Entry
from tests.bench.measure import NotMeasured, in_turn
from tests.bench.titles import titles

LINE = b'{"text":"' + b"x" * 268 + b'"}\n'  # 280 bytes, about what an entry takes

SETTLED = 2.2
"""Seconds after which a vault is like one in use: of one made just now the card is read again for each change."""


def changes(folder: Path, entries: int, count: int, itself: bool = False) -> tuple[list[float], list[float]]:
    """`count` pairs in a vault with so many entries; ms of each change and of each appended line."""
    folder.mkdir(parents=True)
    file = os.open(folder / "lines", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if itself:
            pairs = list(in_turn(count, lambda: _append(file), lambda: _append(file)))
        else:
            vault = Vault.open(folder)
            try:
                commit = _committer(vault, entries)
                time.sleep(SETTLED)
                pairs = list(in_turn(count, commit, lambda: _append(file)))
            finally:
                vault.close()
    except OrganizerError as error:
        raise NotMeasured(str(error)) from error
    finally:
        os.close(file)
    return [one for one, _ in pairs], [other for _, other in pairs]


def _committer(vault: Vault, entries: int) -> Callable[[], float]:
    """A vault filled in one change, and a function that adds one entry more and gives the ms that it took."""
    now = time.strftime("%Y-%m-%dT%H:%M:%S")
    texts = iter(titles(entries + 100_000))

    def row() -> Row:
        uuid = new_uuid()
        entry = Entry(id_of(uuid), uuid, next(texts), area="accounting", due=now[:10], estimate=20, created=now)
        return Row("entries", entry.id, None, entry)

    if entries:
        with vault.writing():
            vault.commit(Change("Filled", tuple(row() for _ in range(entries)), at=now))

    def commit() -> float:
        change = Change("Added", (row(),), at=now)
        start = time.perf_counter()
        with vault.writing():
            vault.commit(change)
        return (time.perf_counter() - start) * 1000

    return commit


def _append(file: int) -> float:
    """One line, synced; ms."""
    start = time.perf_counter()
    os.write(file, LINE)
    os.fsync(file)
    return (time.perf_counter() - start) * 1000
