"""One writer at a time: a lock of the operating system, which dies with its holder however that ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable

from data.files import FILE_MODE, PLAIN_FLAGS, trouble
from organizer.errors import Conflict, DiskTrouble

if sys.platform == "win32":
    import msvcrt

    def _try(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

    def _let_go(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)


_HELD = (
    "Another Organizer is writing and has not finished, so nothing was changed and nothing was lost. "
    "Wait for it or close it, then try again."
)
_NO_LOCKS = "This disk cannot lock files, so nothing was changed. Keep the vault on a local disk."
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)}


class Lock:
    """The vault's lock file, which is never removed. Not re-entrant; belongs to one thread."""

    def __init__(self, path: str, notice_after: float = 2.0) -> None:
        """`notice_after` is in seconds."""
        self._path = path
        self._notice_after = notice_after
        self._fd = -1

    def take(self, notice: Callable[[], None] | None = None, patience: float = 30.0) -> None:
        """Wait until it is ours, `patience` seconds at most; call `notice` once if that takes long.

        Raises `Conflict` when the wait is over, `DiskTrouble` when the disk cannot lock at all.
        """
        if self.try_take():
            return
        start, pause = time.monotonic(), 0.005
        while not self.try_take():
            waited = time.monotonic() - start
            if waited > patience:
                raise Conflict(_HELD)
            if notice is not None and waited >= self._notice_after:
                notice()
                notice = None
            time.sleep(pause)
            pause = min(pause * 1.3, 0.05)

    def try_take(self) -> bool:
        """Take it if nobody has it. Raises `DiskTrouble` when the disk cannot lock at all."""
        try:
            if self._fd < 0:
                self._fd = os.open(self._path, os.O_RDWR | os.O_CREAT | PLAIN_FLAGS, FILE_MODE)
        except OSError as error:
            raise trouble(error) from error
        try:
            _try(self._fd)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise DiskTrouble(_NO_LOCKS) from error
        return self._still_there()

    def _still_there(self) -> bool:
        """A lock on a file that someone has removed or replaced excludes nobody: look for the new one.

        Raises `DiskTrouble` when the folder is closed to us.
        """
        try:
            if os.path.samestat(os.stat(self._path), os.fstat(self._fd)):
                return True
        except FileNotFoundError:
            pass
        except OSError as error:
            self.close()
            raise trouble(error) from error
        self.close()
        return False

    def release(self) -> None:
        """Let the next one in."""
        if self._fd >= 0:
            _let_go(self._fd)

    def close(self) -> None:
        """Give up the file as well."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)
