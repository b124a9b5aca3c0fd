"""A new snapshot, and what may go once it is there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from data.codec import Codec, Docs, loads, unframe
from data.files import patiently, read_from, remove
from data.history import boil_down
from data.layout import LOCK, Card, aside, base_name, bases, log_name, logs
from data.lock import Lock
from data.snapshot import write
from organizer.errors import OrganizerError

KEEP_CHANGES = 1000
"""A log stays until at least so many changes have been made after it: undo and the history read it."""


class Snap(NamedTuple):
    """A picture of the tables as of change `seq`, to be written as the snapshot of generation `gen`.

    `unfit` are generations whose snapshots do not verify.
    """

    folder: str
    card: Card
    codec: Codec
    gen: int
    seq: int
    tables: Mapping[str, Docs]
    unfit: frozenset[int]

    def write(self) -> None:
        """Write it. Takes no lock. Raises `OSError`."""
        path = os.path.join(self.folder, base_name(self.gen))
        write(path, self.card, self.gen, self.seq, self.tables, self.codec)

    def run(self) -> None:
        """Write it and tidy up. No room for it is no loss: the logs hold everything, and the next one tries again."""
        lock = Lock(os.path.join(self.folder, LOCK))
        with suppress(OSError, OrganizerError):
            self.write()
            lock.take()
            try:
                self.tidy()
            finally:
                lock.release()
        lock.close()

    def tidy(self) -> None:
        """Under the lock: keep the two newest sound snapshots, their logs, and logs that reach back far enough."""
        names = os.listdir(self.folder)
        sound = [gen for gen in bases(names) if gen not in self.unfit]
        keep = sound[-2:][0]
        for gen in bases(names):
            path = os.path.join(self.folder, base_name(gen))
            if gen in self.unfit and gen < self.gen:
                patiently(lambda path=path, gen=gen: os.replace(path, aside(self.folder, f"damaged-{base_name(gen)}")))  # type: ignore[misc]
            elif gen < keep:
                remove(path)
        for gen in logs(names):
            if gen < keep and self.seq - self._after(gen + 1) >= KEEP_CHANGES:
                path = os.path.join(self.folder, log_name(gen))
                boil_down(self.folder, read_from(path), self.codec, gen)
                remove(path)

    def _after(self, gen: int) -> int:
        """The number of the last change before a generation; when its log cannot say, one that keeps the older logs."""
        with suppress(OSError, ValueError):
            with open(os.path.join(self.folder, log_name(gen)), "rb") as file:
                body = unframe(file.readline()[:-1])
            if body is not None:
                return int(loads(body).get("after", self.seq))
        return self.seq
