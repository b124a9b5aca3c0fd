"""Feed bytes that nobody wrote to everything that reads a vault's files: no more than a sentence may come of it.

By hand: `python -m tests.vault_.fuzz 1000000` (some minutes). The files of a small vault, plain and sealed, are changed
at random: bits, bytes, lines, numbers, JSON nested or of other kinds, half of them with checksums that fit. A child
reads them, with so much memory and no more, and a clock that ends what hangs. Most go to the readers of a log, a card,
a slot of a key and a history one by one; some to that of a snapshot, and one in sixteen to a whole vault on the disk.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import history, keys, slots
from data.codec import Codec, Plain, frame
from data.layout import read_card
from data.log import is_foreign, number, parse, scan
from data.snapshot import Snapshot, Unreadable
from data.tail import ended, part, rotten, whole
from data.vault import Vault
from organizer.errors import Damaged, OrganizerError
from tests.vault_ import rot, sealed
from tests.vault_.tools import run, with_archive

MEMORY = 1 << 30
"""Bytes of address space for the child; it begins with about a quarter of that."""
SECONDS = 5
ODD = (
    b"-1",
    b"0",
    b"1e999",
    b"NaN",
    b"9" * 5000,
    b"1.5",
    b"null",
    b"true",
    b'"x"',
    b"[]",
    b"{}",
    b"[" * 20000,
    b'"\\ud800"',
)


class Hangs(BaseException):
    """An input took too long."""


def spoil(data: bytes, dice: random.Random) -> bytes:
    """Other bytes."""
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.choice((1, 2, 8, 60, 500)))
        how = dice.randrange(9)
        if how == 0 and at < len(data):
            data = data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :]
        elif how == 1:
            data = data[:at] + data[end:]
        elif how == 2:
            data = data[:at] + dice.randbytes(end - at) + data[end:]
        elif how == 3:
            data = data[:at] + data[at:end] * dice.choice((2, 3, 50)) + data[end:]
        elif how == 4:
            data = (
                data[:at]
                + dice.choice((b"\n", b"\0", b'"', b"\\", b"{", b'"}', b',"sum":"', b',"x":"', b"\xff"))
                + data[at:]
            )
        elif how == 5:
            lines = data.splitlines(True)
            dice.shuffle(lines)
            data = b"".join(lines)
        elif how == 6:
            data = data[:at]
        else:
            values = [*re.finditer(rb'(?<=[:,\[])(-?\d+|"[^"]*"|null|true|false|\[\]|\{\})', data)]
            if values:
                chosen = dice.choice(values)
                data = data[: chosen.start()] + dice.choice(ODD) + data[chosen.end() :]
    return resummed(data) if dice.random() < 0.5 else data


def resummed(data: bytes) -> bytes:
    """The same, with checksums that fit wherever a line has one."""
    lines = []
    for line in data.split(b"\n"):
        body, found, _ = line.rpartition(b',"sum":"')
        if found and line.startswith(b'"_end":{"1":'):
            line = line[:12] + frame(body[12:] + b"}")[:-1] + b"}}"
        elif found:
            line = frame(body + b"}")[:-1]
        lines.append(line)
    return b"\n".join(lines)


class Reader:
    """All the ways in which the bytes of a vault are read."""

    def __init__(self, folder: Path, is_sealed: bool) -> None:
        with pytest.MonkeyPatch.context() as patch:
            self.store = rot.store(folder / "first", patch, is_sealed)
        self.home = folder / "copy"
        (self.home / "vault").mkdir(parents=True)
        self.key = self.store.key
        self.codec: Codec = self.key.codec() if self.key else Plain()
        self.seeds = sorted(self.store.files.items())
        self.small = [(name, data) for name, data in self.seeds if not name.startswith("base-")]
        self.readers: dict[str, Callable[[bytes], None]] = {
            "log-": self.log,
            "vault": self.card,
            "history": self.history,
            "base-": self.snapshot,
            "archive-": self.snapshot,
        }

    def one(self, dice: random.Random) -> tuple[str, bytes]:
        """An input, and what reads it: a file's name, "=" before it when the whole vault does."""
        on_disk = dice.randrange(16) == 0
        name, data = dice.choice(self.seeds if on_disk or dice.randrange(8) == 0 else self.small)
        return ("=" if on_disk else "") + name, spoil(data, dice)

    def read(self, name: str, data: bytes) -> None:
        """Read it. Raises nothing but what is a fault."""
        if name.startswith("="):
            self.vault(name[1:], data)
        else:
            next(reader for start, reader in self.readers.items() if name.startswith(start))(data)

    def log(self, data: bytes) -> None:
        """A log, line by line."""
        for bytes_ in (data, part(data), ended(data)):
            for body, _ in scan(bytes_, self.codec, 2).records:
                parse(body)
                number(body)
        whole(data)
        rotten(data)

    def card(self, data: bytes) -> None:
        """A card and the slots on it, opened where that costs little."""
        card = read_card(data)
        for slot in card.slots if card else ():
            if slots.is_sound(slot) and slot.get("m", 64) <= 64 and slot.get("t", 1) < 3 and slot.get("n", 2) < 1024:
                try:
                    slots.opened(slot, b"x", card.id)  # type: ignore[union-attr]
                except Damaged:
                    pass

    def history(self, data: bytes) -> None:
        """A file of the history."""
        (self.home / "history-2026.jsonl").write_bytes(data)
        history.about(os.fspath(self.home), "one", 50, self.codec, lambda text: None)

    def snapshot(self, data: bytes) -> None:
        """A snapshot by itself."""
        path = self.home / "base-00000002.json"
        path.write_bytes(data)
        try:
            snapshot = Snapshot(os.fspath(path), 2, self.codec)
            for name in snapshot.tables:
                dict(snapshot.docs(name))
            snapshot.has("entries", "o", set(), whole=False)
        except Unreadable:
            pass

    def vault(self, name: str, data: bytes) -> None:
        """A vault with one such file, opened and read as the app does."""
        folder = self.home / "vault"
        for path in folder.iterdir():
            if path.name not in self.store.files and path.name != ".lock":
                path.unlink()
        for other, bytes_ in self.store.files.items():
            path, wanted = folder / other, data if other == name else bytes_
            if not path.exists() or path.read_bytes() != wanted:
                path.write_bytes(wanted)
        is_foreign(os.fspath(folder / name), rot_card(self.store))
        try:
            key = self.key
            if key and name.startswith("vault"):
                (self.home / "tries").unlink(missing_ok=True)
                key = keys.unlock(self.home, sealed.PASSPHRASE)
            vault = Vault.open(self.home, key, background=False)
            try:
                with_archive(vault)
                list(vault.past())
                vault.old_history("one")
                vault.news()
                vault.has("entries", "o")
            finally:
                vault.close()
        except OrganizerError as error:
            if not str(error).endswith("."):
                raise ValueError("no sentence") from error


def rot_card(store: rot.Store) -> Any:
    """The card of the store."""
    return read_card(store.files["vault.json"])


def child(count: int, seed: int, is_sealed: bool) -> None:
    """Read `count` inputs; prints a JSON object of what was seen."""
    from resource import RLIMIT_AS, setrlimit

    dice, seen = random.Random(seed), Counter[str]()
    examples: dict[str, str] = {}

    def hangs(number: int, frame: object) -> None:
        raise Hangs

    signal.signal(signal.SIGALRM, hangs)
    os.fsync = lambda fd: None  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as place:
        reader = Reader(Path(place), is_sealed)
        setrlimit(RLIMIT_AS, (MEMORY, MEMORY))
        for _ in range(count):
            name, data = reader.one(dice)
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
            try:
                reader.read(name, data)
                found = "fine"
            except (Exception, Hangs) as error:
                found = f"{type(error).__name__} in {_place(error)}"
            signal.setitimer(signal.ITIMER_REAL, 0)
            seen[found] += 1
            if found != "fine":
                examples.setdefault(found, f"{name}: {data[:300]!r}")
    print(json.dumps([seen, examples]))


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/data/" in frame.filename]
    return " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames[::-1][:4])


def fuzz(count: int, is_sealed: bool, seed: int = 1) -> tuple[Counter[str], dict[str, str]]:
    """The same in a child process."""
    code = "import sys; from tests.vault_ import fuzz; fuzz.child(*map(int, sys.argv[1:3]), sys.argv[3] == 'True')"
    seen, examples = json.loads(run(code, count, seed, is_sealed))
    return Counter(seen), examples


if __name__ == "__main__":
    amount, at_once = int(sys.argv[1]), 5_000
    for kind in (False, True):
        outcomes, shown = Counter[str](), {}
        for number in range(amount // 2 // at_once):
            some, examples_ = fuzz(at_once, kind, number + 1)
            outcomes += some
            shown.update(examples_)
        print("sealed" if kind else "plain", dict(outcomes), flush=True)
        for what, example in shown.items():
            print("   ", what, example)
