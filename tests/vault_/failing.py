"""Let each call to the disk fail, one after the other, and look at what is said and what is left.

By hand: `python -m tests.vault_.failing` (every call, every error), `... failing 10` (every tenth). A scenario opens a
vault, changes and reads it, makes snapshots and closes it. The n-th call to the system fails, that one alone or all
from there on. Nothing but a sentence may come of it; when the disk works again, so does the vault, and all that was
acknowledged is there.
"""

from __future__ import annotations

import builtins
import errno
import os
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from data import compact
from data.vault import Vault
from organizer.errors import OrganizerError
from tests.vault_.tools import commit, contents, entry, everything, made

CALLS = ("open", "write", "read", "fsync", "ftruncate", "replace", "unlink", "listdir", "stat", "lseek", "makedirs")
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.ENOENT, errno.EROFS)


class Disk:
    """Counts the calls, and fails from number `first` on, once or for good."""

    def __init__(self, first: int = sys.maxsize, number: int = 0, for_good: bool = False) -> None:
        self.count, self.first, self.number, self.for_good = 0, first, number, for_good
        self.failed = ""

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Between the program and the disk."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._between(name, getattr(os, name)))
            patch.setattr(builtins, "open", self._between("open", builtins.open))
            yield

    def _between(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            self.count += 1
            if self.count == self.first or (self.for_good and self.count > self.first):
                self.failed = self.failed or name
                raise OSError(self.number, os.strerror(self.number))
            return None if name == "fsync" else real(*args, **options)

        return call


def scenario(home: Path, kept: list[str], tried: list[str]) -> Iterator[Callable[[], Any]]:
    """What is done, step by step. `kept` are the entries that were acknowledged, `tried` those that were begun."""
    vault = Vault.open(home, compact_after=1500, background=False)

    def keep(id: str) -> None:
        tried.append(id)
        commit(vault, made(entry(id, notes="x" * 300)))
        kept.append(id)

    def reopen() -> None:
        nonlocal vault
        vault.close()
        vault = Vault.open(home, compact_after=1500, background=False)

    yield from [lambda: keep("a"), lambda: vault.table("entries"), vault.news, lambda: keep("b"), lambda: keep("c")]
    yield from [lambda: everything(vault), lambda: keep("d"), lambda: keep("e"), lambda: list(vault.past())]
    yield from [reopen, lambda: keep("f"), lambda: vault.has("entries", "a"), lambda: everything(vault)]
    yield from [
        lambda: keep("g"),
        lambda: keep("h"),
        lambda: vault.old_history("a"),
        lambda: keep("i"),
        lambda: vault.close(),
    ]
    while True:
        yield lambda: keep("z")


def run(home: Path, disk: Disk) -> str:
    """One run; "" or what was wrong."""
    kept: list[str] = []
    tried: list[str] = []
    with disk.at_work():
        try:
            steps = scenario(home, kept, tried)
            for _ in range(18):
                step = next(steps)
                try:
                    step()
                except OrganizerError as error:
                    if not str(error).endswith("."):
                        return f"no sentence: {error}"
        except OrganizerError:
            pass  # it could not even be opened
        except Exception as error:
            return f"{type(error).__name__} from {disk.failed} in {_place(error)}"
    try:
        held = contents(home)
        vault = Vault.open(home)
        commit(vault, made(entry("last")))
        vault.close()
    except Exception as error:
        return f"after {disk.failed}: {type(error).__name__}: {error}"
    if not set(kept) <= held["entries"].keys():
        return f"after {disk.failed}: lost {set(kept) - held['entries'].keys()}"
    more = held["entries"].keys() - set(kept)
    if not more <= set(tried) or (more and disk.failed not in ("fsync", "ftruncate", "open", "stat", "listdir")):
        return f"after {disk.failed}: {more} was refused and is there"
    return ""


def _place(error: Exception) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/data/" in frame.filename]
    return " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames[::-1][:5])


def runs(folder: Path, step: int = 1) -> Counter[str]:
    """All of them; how often each thing was seen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compact, "KEEP_CHANGES", 3)
        whole = Disk()
        seen = Counter({run(folder / "whole", whole) or "good": 1})
        number = 0
        for first in range(1, whole.count + 1):
            for error in ERRORS:
                for for_good in (False, True):
                    number += 1
                    if number % step == 0:
                        found = run(folder / f"run{number}", Disk(first, error, for_good))
                        seen[found or "good"] += 1
                        if found and seen[found] == 1:
                            print(
                                f"call {first}, {errno.errorcode[error]}, for good: {for_good}: {found}",
                                file=sys.stderr,
                            )
    return seen


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(dict(runs(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
