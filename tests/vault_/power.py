"""Pull the plug at any moment, and look at what the disk may hold then.

By hand: `python -m tests.vault_.power 3000`, and with `sealed` behind it of a sealed vault, with `archive` of one in
which what is old moves to the archive and is edited there. A run of changes is recorded call by call. From the record,
disks are rebuilt as a power cut could leave them: what was synced is there; of later writes any part, torn at sectors
of 512 bytes or filled with zeros; of later names (made, renamed, removed) any first few. Each such vault is opened: all
that was acknowledged must be there, every change whole or not at all, and it must be possible to go on. With `stops`:
the program alone stops, after each call and within each write.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from data.keys import Key
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry, Setting
from tests.vault_.sealed import seal
from tests.vault_.tools import NOW, commit, entry, everything, made

SECTOR = 512


class Record:
    """What was done to the files of a folder, in order: (what, name, ...)."""

    def __init__(self, folder: Path) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.before: dict[str, bytes] = {}
        self._folder = str(folder)
        self._names: dict[int, str] = {}
        self._open, self._write, self._truncate = os.open, os.write, os.ftruncate

    def start(self, patch: pytest.MonkeyPatch) -> None:
        """Listen from now on; what there is already is on the disk."""
        self.before = {str(path): path.read_bytes() for path in Path(self._folder).iterdir()}
        for name in ("open", "write", "ftruncate"):
            patch.setattr(os, name, getattr(self, "_on_" + name))
        for name, what in (("fsync", "sync"), ("replace", "rename"), ("unlink", "remove")):
            patch.setattr(os, name, self._simple(getattr(os, name), what))
        if sys.platform == "darwin":
            # Refused, it gives way to os.fsync, which we hear.
            patch.setattr("fcntl.fcntl", _refused)

    def _on_open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        name = os.fspath(path)
        new = not os.path.exists(name)
        fd = self._open(path, flags, mode)
        if name.startswith(self._folder):
            self._names[fd] = name
            if flags & os.O_CREAT and new:
                self.calls.append(("make", name))
        else:
            self._names.pop(fd, None)
        return fd

    def _on_write(self, fd: int, data: Any) -> int:
        done = self._write(fd, data)
        if fd in self._names:
            end = os.lseek(fd, 0, os.SEEK_CUR)
            self.calls.append(("write", self._names[fd], end - done, bytes(data[:done])))
        return done

    def _on_ftruncate(self, fd: int, length: int) -> None:
        self._truncate(fd, length)
        self.calls.append(("cut", self._names[fd], length))

    def _simple(self, real: Any, what: str) -> Any:
        def call(*args: Any) -> None:
            real(*args)
            names = [self._names.get(arg, "") if isinstance(arg, int) else os.fspath(arg) for arg in args]
            if names[0].startswith(self._folder):
                self.calls.append((what, *names))

        return call


def _refused(*args: object) -> None:
    raise OSError


class Content:
    """The bytes of a file: those on the disk, those that programs see, and what was done in between."""

    def __init__(self, data: bytes = b"") -> None:
        self.durable = data
        self.seen = data
        self.pending: list[tuple[int, bytes | None]] = []

    def put(self, at: int, data: bytes | None) -> None:
        """Write at an offset, or cut there."""
        self.seen = _put(self.seen, at, data)
        self.pending.append((at, data))

    def sync(self) -> None:
        """All of it is on the disk."""
        self.durable, self.pending = self.seen, []

    def after_a_cut(self, dice: random.Random) -> bytes:
        """What of it may be left."""
        found, how = self.durable, dice.choice(["none", "all", "first", "any"])
        few = {"none": 0, "first": dice.randint(0, len(self.pending))}.get(how, len(self.pending))
        for at, data in self.pending[:few]:
            if how == "any" and dice.random() < 0.5:
                continue
            if data is None or how == "all" or dice.random() < 0.4:
                found = _put(found, at, data)
            else:
                found = _torn(found, at, data, dice)
        return found


def _put(content: bytes, at: int, data: bytes | None) -> bytes:
    if data is None:
        return content[:at].ljust(at, b"\0")
    return content[:at].ljust(at, b"\0") + data + content[at + len(data) :]


def _torn(content: bytes, at: int, data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.5:
        content = content.ljust(at + len(data), b"\0")
    start = at
    while start < at + len(data):
        end = min(at + len(data), (start // SECTOR + 1) * SECTOR)
        if dice.random() < 0.6:
            content = _put(content, start, data[start - at : end - at])
        elif dice.random() < 0.3:
            break
        start = end
    return content


def disk_after(
    calls: list[tuple[Any, ...]], folder: str, dice: random.Random, before: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[dict[str, bytes], int]:
    """The files a power cut after these calls may leave, and the last change that had been acknowledged."""
    seen = {name: Content(data) for name, data in before.items()}
    durable = dict(seen)
    pending: list[tuple[str, Content | None]] = []
    acknowledged = 0
    for what, name, *rest in calls:
        if what == "done":
            acknowledged = rest[0]
        elif what == "sync" and name == folder:
            durable, pending = dict(seen), []
        elif what == "sync":
            if name in seen:
                seen[name].sync()
        elif what in ("write", "cut"):
            seen[name].put(rest[0], rest[1] if what == "write" else None)
        else:
            moved = seen.pop(name, None) or Content()
            target = {"make": name, "rename": rest[0] if rest else ""}.get(what)
            pending.append((name, None))
            if target is not None:
                seen[target] = moved
                pending.append((target, moved))
    for name, content in pending[: dice.randint(0, len(pending))]:
        if content is None:
            durable.pop(name, None)
        else:
            durable[name] = content
    return {os.path.basename(name): content.after_a_cut(dice) for name, content in durable.items()}, acknowledged


def stopped_after(calls: list[tuple[Any, ...]], before: Mapping[str, bytes]) -> tuple[dict[str, bytes], int]:
    """The files as they are when the program, not the machine, stops after these calls, and the last change that had
    been acknowledged."""
    seen = {name: Content(data) for name, data in before.items()}
    acknowledged = 0
    for what, name, *rest in calls:
        if what == "done":
            acknowledged = rest[0]
        elif what in ("write", "cut"):
            seen[name].put(rest[0], rest[1] if what == "write" else None)
        elif what != "sync":
            moved = seen.pop(name, None) or Content()
            if what != "remove":
                seen[name if what == "make" else rest[0]] = moved
    return {os.path.basename(name): content.seen for name, content in seen.items()}, acknowledged


def stops(
    folder: Path,
    patch: pytest.MonkeyPatch,
    step: int = 1,
    changes: int = 60,
    sealed: bool = False,
    archive: bool = False,
) -> Counter[str]:
    """Stop the program after each of its calls, and within each write; every `step`-th is looked at."""
    key = seal(folder / "whole")[0] if sealed else None
    found = record(folder / "whole", changes, patch, key, archive)
    patch.undo()
    seen, number = Counter[str](), 0
    for count in range(1, len(found.calls) + 1):
        *calls, last = found.calls[:count]
        size = len(last[3]) if last[0] == "write" else 0
        for part in sorted({*range(1, size, max(1, size // 4)), size - 1, size} if size else {0}):
            number += 1
            if number % step == 0 and part >= 0:
                cut = (*last[:3], last[3][:part]) if size else last
                files, acknowledged = stopped_after([*calls, cut], found.before)
                told: list[str] = []
                try:
                    what = look(folder / f"stop{number}", files, acknowledged, key, archive, told)
                    odd = [line for line in told if "was not finished" not in line]
                    seen[f"{what}: {odd}" if odd else what] += 1
                except Exception as error:
                    seen[f"{type(error).__name__}: {error}"] += 1
    return seen


def record(
    home: Path, changes: int, patch: pytest.MonkeyPatch, key: Key | None = None, archive: bool = False
) -> Record:
    """Make a vault (if it is sealed, it is there) and store changes in it, each of two records."""
    found = Record(home / "vault")
    (home / "vault").mkdir(parents=True, exist_ok=True)
    found.start(patch)
    dice = random.Random(1)
    vault = Vault.open(home, key, compact_after=6000, background=False, archive_after=2)
    everything(vault)
    over: dict[str, Any] = {"stage": "done", "closed": "2021-03-01"} if archive else {}
    for n in range(1, changes + 1):
        task, win = Entry(f"t{n}", notes="x" * dice.randint(10, 1500), **over), Setting(f"w{n}", n)
        rows = [Row("entries", task.id, None, task), Row("settings", win.id, None, win)]
        again = vault.look("entries", f"t{n - 9}") if archive and n % 4 == 0 else None
        if isinstance(again, Entry):
            rows.append(Row("entries", again.id, again, again._replace(text=f"edited {n}")))
        commit(vault, Change("Both", tuple(rows), at=NOW))
        found.calls.append(("done", "", n))
    vault.close()
    return found


def whole(vault: Vault) -> dict[str, dict[str, Any]]:
    """All tables and the archive, in which each thing is once."""
    held: dict[str, dict[str, Any]] = {**everything(vault)}
    old = {one.id: one for part in vault.older("entries") for one in part}
    assert len(old.keys() - held["entries"].keys()) == len(old)
    held["entries"] = {**held["entries"], **old}
    return held


def look(
    home: Path,
    files: dict[str, bytes],
    acknowledged: int,
    key: Key | None = None,
    archive: bool = False,
    told_of: list[str] | None = None,
) -> str:
    """Open a vault that has these files: "good", "told" (good, and it says what was set aside), or what is wrong.

    What it says is added to `told_of`.
    """
    (home / "vault").mkdir(parents=True)
    for name, data in files.items():
        if name != ".lock":
            (home / "vault" / name).write_bytes(data)
    vault = Vault.open(home, key, compact_after=6000, background=False)
    held = whole(vault)
    count, told = len(held["entries"]), bool(vault.damage)
    if told_of is not None:
        told_of += vault.damage
    commit(vault, made(entry("more")))
    vault.close()
    vault = Vault.open(home, key)
    again = whole(vault)
    vault.close()
    if vault.damage or again["entries"].keys() != {*held["entries"], "more"} or len(held["areas"]) != 9:
        return "cannot go on"
    if held["entries"].keys() != {f"t{n}" for n in range(1, count + 1)} or count < acknowledged:
        return "lost"
    edits = [one.text for id, one in held["entries"].items() if one.text.startswith("edited")]
    if archive and sorted(edits) != sorted(f"edited {n}" for n in range(12, count + 1, 4)):
        return "half"
    if held["settings"].keys() != {f"w{n}" for n in range(1, count + 1)}:
        return "half"
    return "told" if told else "good"


def cuts(
    count: int,
    folder: Path,
    patch: pytest.MonkeyPatch,
    changes: int = 60,
    sealed: bool = False,
    archive: bool = False,
) -> Counter[str]:
    """Pull the plug `count` times; how often each thing was seen."""
    key = seal(folder / "whole")[0] if sealed else None
    found = record(folder / "whole", changes, patch, key, archive)
    patch.undo()
    dice, seen = random.Random(5), Counter[str]()
    for number in range(count):
        calls = found.calls[: dice.randint(0, len(found.calls))]
        files, acknowledged = disk_after(calls, str(folder / "whole" / "vault"), dice, found.before)
        try:
            seen[look(folder / f"cut{number}", files, acknowledged, key, archive)] += 1
        except Exception as error:
            seen[f"{type(error).__name__}: {error}"] += 1
    return seen


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
        modes = {mode: mode in sys.argv for mode in ("sealed", "archive")}
        if "stops" in sys.argv:
            print(modes, dict(stops(Path(place), pytest.MonkeyPatch(), **modes)))
        else:
            print(modes, dict(cuts(asked, Path(place), pytest.MonkeyPatch(), **modes)))
