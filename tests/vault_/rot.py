"""Let every bit of a small vault rot, and cut every file at every length; look at what is shown then.

By hand: `python -m tests.vault_.rot` (every bit and every length; some minutes), `... rot 50` (every 50th).
Nothing that never was may be shown. Whatever is not as it was must be told. Of the changes, only that one may be
missing whose own line was hit. And it must be possible to go on.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from data import compact, keys
from data import vault as vault_module
from data.keys import Key
from data.vault import Vault
from organizer.change import Change
from organizer.records import Area, to_doc
from tests.vault_.sealed import PASSPHRASE, seal
from tests.vault_.tools import changed, commit, entry, made, removed, with_archive

Held = dict[str, dict[str, Any]]


class Store(NamedTuple):
    """A small vault: its files, what it held after each change, those changes that its logs have, oldest first, and
    what its history says of the entry "one"."""

    files: dict[str, bytes]
    states: list[Held]
    changes: list[Change]
    history: list[Any]
    key: Key | None


def _seed() -> dict[str, Any]:
    return {"areas": {"a1": to_doc(Area("a1", name="Ärger")), "a2": to_doc(Area("a2", name="Post"))}}


def store(home: Path, patch: pytest.MonkeyPatch, is_sealed: bool = False) -> Store:
    """Make one, with snapshots, logs before them and a log after them."""
    patch.setattr(vault_module, "_beginnings", _seed)
    patch.setattr(compact, "KEEP_CHANGES", 2)
    key = seal(home)[0] if is_sealed else None
    vault = Vault.open(home, key, compact_after=1200 if is_sealed else 900, background=False, archive_after=2)
    states, changes = [with_archive(vault)], []
    one, two, three = entry("one", "Ünï"), entry("two", step="begin"), entry("three", notes="x" * 40)
    past = [entry(f"old{n}", stage="done", closed="2021-03-01") for n in range(3)]
    for change in (
        made(*past),
        made(one),
        made(two, three),
        changed(one, text="x", due="2026-06-12"),
        removed(three),
        made(entry("four")),
        changed(two, text="two"),
        made(entry("five"), entry("six", "Six")),
        removed(one._replace(text="x", due="2026-06-12")),
        made(entry("seven")),
        made(entry("eight")),
        changed(entry("seven"), text="Seven"),
    ):
        changes += commit(vault, change)
        states.append(with_archive(vault))
    vault._engine._lock.close()  # left as a program leaves it that is killed: no snapshot at the end
    files = {path.name: path.read_bytes() for path in (home / "vault").iterdir() if path.name != ".lock"}
    past = list(vault.past())
    assert vault.old_history("one")
    assert len(past) > 2
    return Store(files, states, past[::-1], vault.old_history("one"), key)


def flips(store: Store, step: int = 1) -> Iterator[tuple[str, str, bytes]]:
    """Every so many bits: (what, file, what it is then)."""
    count = 0
    for name, whole in sorted(store.files.items()):
        for at in range(len(whole)):
            for bit in range(8):
                count += 1
                if count % step == 0:
                    data = bytearray(whole)
                    data[at] ^= 1 << bit
                    yield f"bit {bit} of byte {at}", name, bytes(data)


def cuts(store: Store, step: int = 1) -> Iterator[tuple[str, str, bytes]]:
    """Every so many lengths."""
    count = 0
    for name, whole in sorted(store.files.items()):
        for length in range(len(whole)):
            count += 1
            if count % step == 0:
                yield f"cut at {length}", name, whole[:length]


def look(home: Path, store: Store, name: str, data: bytes, go_on: bool) -> str:
    """Open the vault with one file other than it was: "whole", "told", "silent end", or what is wrong."""
    folder = home / "vault"
    folder.mkdir(exist_ok=True, parents=True)
    for path in folder.iterdir():
        if path.name not in store.files and path.name != ".lock":
            path.unlink()
    for other, whole in store.files.items():
        path, wanted = folder / other, data if other == name else whole
        if not path.exists() or path.read_bytes() != wanted:
            path.write_bytes(wanted)
    key = keys.unlock(home, PASSPHRASE) if store.key and name.startswith("vault") else store.key
    vault = Vault.open(home, key, compact_after=10**6, background=False)
    try:
        held, past, history = with_archive(vault), list(vault.past()), vault.old_history("one")
        found = _judge(store, name, data, held, past, vault.damage)
        if any(line not in store.history for line in history):
            found = "WRONG: a line of the history that never was"
        elif history != store.history and not vault.damage:
            found = f"SILENT: {len(store.history) - len(history)} lines of the history missing"
    finally:
        vault.close()
    if go_on and found in ("whole", "told", "silent end"):
        more = _go_on(home, store.key, held)
        return more or found
    return found


def _judge(store: Store, name: str, data: bytes, held: Held, past: list[Change], damage: list[str]) -> str:
    if any(row not in _versions(store, table, id) for table, rows in held.items() for id, row in rows.items()):
        return "WRONG: something is shown that never was"
    if any(change not in store.changes for change in past):
        return "WRONG: a change is shown that never was"
    if past != sorted(past, key=lambda change: -change.n):
        return "WRONG: changes out of order"
    missing = [change for change in store.changes if change not in past]
    if held == store.states[-1] and not missing:
        return "told" if damage else "whole"
    if _ends_well(store, name, data) and held == store.states[len(store.states) - 1 - len(missing)]:
        return "told" if damage else "silent end"
    if name.startswith("archive-") and damage and not missing and _without_old(held) == _without_old(store.states[-1]):
        return "told"
    if not damage:
        return f"SILENT: {len(missing)} changes missing{'' if held == store.states[-1] else ', and records'}"
    if held != store.states[-1] and held != _replayed(store, missing):
        return "LOST: more than the changes that are missing"
    hit = _lines_hit(store.files[name], data) if name.startswith("log-") else 0
    return "told" if len(missing) <= hit else f"LOST: {len(missing)} changes, {hit} lines were hit"


def _without_old(held: Held) -> Held:
    """All but what is in the archive."""
    return {name: {id: row for id, row in rows.items() if id[:3] != "old"} for name, rows in held.items()}


def _ends_well(store: Store, name: str, data: bytes) -> bool:
    """Whether a file is cut exactly at the end of a line, or before its line feed."""
    lines = store.files[name].splitlines(True)
    return name.endswith(".jsonl") and any(cut == b"".join(lines[: cut.count(b"\n")]) for cut in (data, data + b"\n"))


def _lines_hit(whole: bytes, data: bytes) -> int:
    lines = whole.splitlines(True)
    if len(data) < len(whole):
        return len(lines) - data.count(b"\n")
    return 1


def _versions(store: Store, table: str, id: str) -> list[Any]:
    return [state[table][id] for state in store.states if id in state.get(table, {})]


def _replayed(store: Store, missing: list[Change]) -> Held:
    held = {table: dict(rows) for table, rows in store.states[-1 - len(store.changes)].items()}
    for change in store.changes:
        if change not in missing:
            for row in change.rows:
                if row.after is None:
                    held[row.table].pop(row.id, None)
                else:
                    held[row.table][row.id] = row.after
    return held


def _go_on(home: Path, key: Key | None, held: Held) -> str:
    more = entry("more")
    vault = Vault.open(home, key, background=False)
    commit(vault, made(more))
    vault.close()
    vault = Vault.open(home, key, background=False)
    again = with_archive(vault)
    vault.close()
    expected = {**held, "entries": {**held["entries"], "more": more}}
    return (
        ""
        if again == expected
        else "CANNOT GO ON: " + str([table for table in held if again[table] != expected[table]])
    )


def run(home: Path, store: Store, spoiled: Iterator[tuple[str, str, bytes]], go_on_every: int = 7) -> Counter[str]:
    """Look at each; how often each thing was seen, the first of what is wrong printed."""
    seen = Counter[str]()
    patch = pytest.MonkeyPatch()
    patch.setattr("os.fsync", lambda fd: None)  # nothing here is about a power cut, and it would take most of the time
    for number, (what, name, data) in enumerate(spoiled):
        try:
            found = look(home, store, name, data, number % go_on_every == 0)
        except Exception as error:
            found = f"RAISED {type(error).__name__}: {error}"
        kind = name.partition("-")[0]
        seen[f"{kind} {found}"] += 1
        if found[0].isupper() and seen[f"{kind} {found}"] <= 3:
            print(what, name, found, file=sys.stderr)
    patch.undo()
    return seen


if __name__ == "__main__":
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for is_sealed in (False, True):
        with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
            small = store(Path(place) / "first", patch, is_sealed)
            print("sealed" if is_sealed else "plain", {name: len(data) for name, data in small.files.items()})
            print("bits:   ", dict(run(Path(place) / "copy", small, flips(small, step))))
            print("lengths:", dict(run(Path(place) / "copy", small, cuts(small, step))))
