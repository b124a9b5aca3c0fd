"""The vault, plain and sealed, beside stock TinyDB and sqlite3: one durable addition, loading, memory.

By hand: `python -m tests.bench.stores` (1,000, 10,000 and 100,000 documents; some minutes), `... stores 1000`.
Additions are made in turns, one by each store after a line appended to a file and synced, which is what nothing durable
can beat; loading and memory are those of a process of its own. sqlite3 has WAL and synchronous FULL.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from data import keys, sealing
from data.vault import Vault
from organizer.change import Change, Row
from organizer.ids import id_of, new_uuid
from organizer.records import Entry, to_doc
from tests.bench.titles import titles

ROUNDS = 200
SECONDS = 12.0
"""No store adds for longer than that: a slow one gets fewer rounds."""
PASSPHRASE = "nine blue herons"
NOW = "2026-06-01T08:00:00"
QUICK = {"kdf": "argon2id", "m": 64, "t": 1, "p": 1}
LINE = b'{"text":"' + b"x" * 268 + b'"}\n'
STORES = ("vault, plain", "vault, sealed", "stock TinyDB", "sqlite3")


def entries(count: int) -> Iterator[Entry]:
    """So many, each its own."""
    dice = random.Random(3)
    for text in titles(count):
        uuid = new_uuid()
        notes = "as said on the phone " * dice.choice((0, 0, 0, 8))
        yield Entry(
            id_of(uuid),
            uuid,
            text,
            area="accounting",
            due="2026-06-12",
            estimate=20,
            notes=notes,
            created=NOW,
        )


def fill(store: str, folder: Path, count: int) -> None:
    """Make the store with so many documents."""
    folder.mkdir(parents=True)
    if store.startswith("vault"):
        vault = Vault.open(folder)
        with vault.writing():
            vault.commit(Change("Filled", tuple(Row("entries", one.id, None, one) for one in entries(count))))
        vault.table("areas"), vault.table("entries"), vault.close()
        if store == "vault, sealed":
            sealing.seal(folder, PASSPHRASE, QUICK)
    elif store == "stock TinyDB":
        db = TinyDB(folder / "db.json")
        db.storage.write({"entries": {str(n): to_doc(one) for n, one in enumerate(entries(count), 1)}})
        db.close()
    else:
        base = _sqlite(folder)
        base.execute("create table entries(id text primary key, doc text)")
        rows = ((one.id, json.dumps(to_doc(one))) for one in entries(count))
        base.execute("begin")
        base.executemany("insert into entries values(?,?)", rows)
        base.execute("commit")
        base.close()


def _sqlite(folder: Path) -> sqlite3.Connection:
    base = sqlite3.connect(folder / "base.db", isolation_level=None)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=full")
    return base


def opened(store: str, folder: Path) -> tuple[Any, Callable[[Entry], None]]:
    """The store with all its documents, and what adds one for good."""
    if store.startswith("vault"):
        vault = Vault.open(folder, keys.unlock(folder, PASSPHRASE) if store == "vault, sealed" else None)
        held: Any = vault, vault.table("entries")

        def add(one: Entry) -> None:
            with vault.writing():
                vault.commit(Change("Added", (Row("entries", one.id, None, one),)))

    elif store == "stock TinyDB":
        db = TinyDB(folder / "db.json")
        held = db, db.table("entries").all()

        def add(one: Entry) -> None:
            db.table("entries").insert(to_doc(one))

    else:
        base = _sqlite(folder)
        held = base, {id: json.loads(doc) for id, doc in base.execute("select id, doc from entries")}

        def add(one: Entry) -> None:
            base.execute("insert into entries values(?,?)", (one.id, json.dumps(to_doc(one))))

    return held, add


def _memory() -> float:
    """MiB that this process takes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def load(store: str, folder: Path) -> tuple[float, float]:
    """ms until all documents are there, and MiB they take: in this process, which has done nothing else yet."""
    if store == "vault, sealed":
        from data import seal  # noqa: F401  what every sealed vault imports, without its documents

        keys.unlock(folder, PASSPHRASE)
    before, start = _memory(), time.perf_counter()
    held = opened(store, folder)
    took = (time.perf_counter() - start) * 1000
    assert held
    return took, _memory() - before


def _loaded(store: str, folder: Path) -> tuple[float, float]:
    code = "import sys, pathlib; from tests.bench import stores; "
    code += "print(*stores.load(sys.argv[1], pathlib.Path(sys.argv[2])))"
    said = [subprocess.check_output([sys.executable, "-c", code, store, folder], text=True).split() for _ in range(3)]
    return min(float(ms) for ms, _ in said), min(float(mb) for _, mb in said)


def additions(folder: Path) -> dict[str, list[float]]:
    """ms of each addition, by store, and of the bare line before it under "line"."""
    adders = {store: opened(store, folder / store) for store in STORES}
    file = os.open(folder / "lines", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    new = entries(ROUNDS * len(STORES))
    found: dict[str, list[float]] = {store: [] for store in ("line", *STORES)}
    for number in range(ROUNDS):
        for store in random.Random(number).sample(STORES, len(STORES)):
            if number > 2 and sum(found[store]) > SECONDS * 1000:
                continue
            start = time.perf_counter()
            os.write(file, LINE)
            os.fsync(file)
            between = time.perf_counter()
            adders[store][1](next(new))
            found["line"].append((between - start) * 1000)
            found[store].append((time.perf_counter() - between) * 1000)
    os.close(file)
    return found


def table(sizes: list[int]) -> Iterator[str]:
    """The lines of the table. Other work on the machine blurs the middle: the quickest tenth it leaves alone."""
    yield "| documents | store | one durable addition | undisturbed | beside a line and a sync | load | memory |"
    yield "|---|---|---|---|---|---|---|"
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as place:
            folder = Path(place)
            for store in STORES:
                fill(store, folder / store, size)
            loads = {store: _loaded(store, folder / store) for store in STORES}
            found = additions(folder)
            line = _quick(found["line"])
            middle = statistics.median(found["line"])
            yield f"| {size:,} | a line and a sync | {middle:.2f} ms | {line:.2f} ms | 1 | | |"
            for store in STORES:
                ms, mb = loads[store]
                add, quick = statistics.median(found[store]), _quick(found[store])
                yield (
                    f"| {size:,} | {store} | {add:,.2f} ms | {quick:,.2f} ms | {quick / line:,.1f} x "
                    f"| {ms:,.0f} ms | {mb:.0f} MiB |"
                )


def _quick(values: list[float]) -> float:
    """The one that a tenth of them does not exceed."""
    return sorted(values)[len(values) // 10]


if __name__ == "__main__":
    for row in table([int(size) for size in sys.argv[1:]] or [1000, 10_000, 100_000]):
        print(row, flush=True)
