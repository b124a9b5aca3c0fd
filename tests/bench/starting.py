"""Starting where it is harder: a sealed vault, and one whose last owner was cut off with 1,000 changes in the log."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from data import sealing
from data.layout import log_name, logs
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
from tests.bench import measure, programs
from tests.bench.measure import Run, Size
from tests.bench.programs import Program

CHANGES = 1_000
PASSPHRASE = "nine blue herons"
NO_KDF = {"kdf": "argon2id", "m": 64, "t": 1, "p": 1}
"""The key is derived in no time: that part is slow on purpose, and is not what is measured."""
TORN = b'{"n":999999,"t":"2026-06-11T09:14:00","l":"Done: Water the pl'


def sealed(home: Path, to: Path) -> Program:
    """The app on a copy of a home that was sealed."""
    shutil.copytree(home, to)
    sealing.seal(to, PASSPHRASE, NO_KDF)
    file = to.with_suffix(".passphrase")
    file.write_text(PASSPHRASE)
    return programs.app(to)._replace(passphrase=str(file))


def replayed(home: Path, folder: Path, size: Size, count: int) -> tuple[list[Run], list[Run]]:
    """Starts of a home that was cut off, and of the same one that was left in order."""
    crashed, clean = folder / "crashed", folder / "clean"
    shutil.copytree(home, crashed)
    _change(crashed)
    shutil.copytree(crashed, clean)
    _leave(clean)
    newest = crashed / "vault" / log_name(logs(os.listdir(crashed / "vault"))[-1])
    with newest.open("ab") as file:
        file.write(TORN)
    at = folder / "crash-now", folder / "clean-now"

    def start(which: int) -> Run:
        shutil.rmtree(at[which], ignore_errors=True)
        shutil.copytree((crashed, clean)[which], at[which])
        return measure.start_once(programs.app(at[which]), size)

    pairs = [*measure.in_turn(count + 1, lambda: start(0), lambda: start(1))][1:]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _change(home: Path) -> None:
    """One change for each of 1,000 entries, none of which a snapshot has yet."""
    vault = Vault.open(home, compact_after=1 << 30, background=False)
    entries = [one for one in vault.table("entries").values() if isinstance(one, Entry)][:CHANGES]
    for number, one in enumerate(entries):
        with vault.writing():
            row = Row("entries", one.id, one, one._replace(notes=f"Looked at again, {number}"))
            vault.commit(Change("Edited", (row,), at="2026-06-11T09:14:00"))
    vault._engine.state.close()  # as if it had been killed: no snapshot, no farewell


def _leave(home: Path) -> None:
    """Leave in order: the log is turned into a snapshot."""
    vault = Vault.open(home, compact_after=1, background=False)
    vault.distrust(())  # which reads all tables, so that a snapshot is cheap
    with vault.writing():
        pass
    vault.close()
