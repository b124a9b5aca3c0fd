"""A pause after a wrong passphrase that grows with each, also for the next program that tries.

It is kept in the home as a file that holds nothing: its length says how often, its time when last.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from data.files import FILE_MODE, PLAIN_FLAGS
from data.lock import Lock
from organizer.errors import Locked, OrganizerError

NAME = "wrong-tries"
LONGEST = 60.0
"""Seconds. The first pause is one second, and each is twice the one before."""


class Tries:
    """The tries at the vault of a home."""

    def __init__(self, home: str) -> None:
        self._path = os.path.join(home, NAME)

    def pause(self) -> float:
        """Seconds until the next try may be made."""
        try:
            stat = os.stat(self._path)
        except OSError:
            return 0.0
        if not stat.st_size:
            return 0.0
        pause, age = min(2.0 ** min(stat.st_size - 1, 9), LONGEST), time.time() - stat.st_mtime
        if age < 0:
            # The clock was set back: the pause begins now, or it would last until then.
            with suppress(OSError):
                os.utime(self._path)
                return pause
        return max(0.0, pause - age) if age >= 0 else 0.0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Make a try; what ends in `Locked` counts. One at a time, also of several programs. Raises `Locked`.

        It counts from its beginning, so nothing is won by ending the program. Where nothing can be written, as in a
        home on a disk that is only read, nothing is counted.
        """
        lock = Lock(self._path)
        with suppress(OrganizerError):
            lock.take()
        try:
            pause = self.pause()
            if pause:
                raise Locked(f"A wrong passphrase makes a pause. Wait {max(1, round(pause))} s, then try again.")
            self._write(b".")
            yield
            self._write(b"")
        finally:
            with suppress(OSError):
                lock.release()
            lock.close()

    def _write(self, more: bytes) -> None:
        """Add a byte, or with none be done with all of them."""
        flags = os.O_WRONLY | os.O_CREAT | PLAIN_FLAGS | (os.O_APPEND if more else os.O_TRUNC)
        with suppress(OSError):
            fd = os.open(self._path, flags, FILE_MODE)
            try:
                os.write(fd, more)
            finally:
                os.close(fd)
