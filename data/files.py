"""Files that are really on the disk when we say so, and what to tell people when they are not."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from organizer.errors import DiskTrouble

FOLDER_MODE = 0o700
FILE_MODE = 0o600
PLAIN_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_IN_THE_WAY = {errno.ENOTDIR, errno.EEXIST, errno.EISDIR}


def trouble(error: OSError) -> DiskTrouble:
    """The sentence for what the operating system said."""
    number = error.errno or 0
    if number in _FULL:
        text = "The disk is full, so this was not saved; all before it is kept. Free some space and try again."
    elif number in _CLOSED:
        text = "The vault's folder cannot be written to or read, so nothing was changed. Check its permissions."
    elif number == errno.ENOENT:
        text = "The vault's folder is gone or out of reach, so nothing was changed. Check that its disk is connected."
    elif number in _IN_THE_WAY:
        text = (
            "A file stands where the vault's folder should be and was left as it is. Move it, or choose another home."
        )
    else:
        name = errno.errorcode.get(number, "unknown")
        text = f"The disk reported an error ({name}), so this was not saved; all before it is kept. Check the disk."
    return DiskTrouble(text)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte of `data`; a write may take less than it is given."""
    done = os.write(fd, data)
    while done < len(data):
        done += os.write(fd, memoryview(data)[done:])


def sync(fd: int) -> None:
    """Return only when the file's bytes are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        # A plain fsync stops at the drive's own cache there; some network disks know nothing better.
        with suppress(OSError):
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
    os.fsync(fd)


def sync_folder(folder: str) -> None:
    """Put the names in a folder on the disk: new, renamed and removed files. Windows does so by itself."""
    if sys.platform != "win32":
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def patiently(act: Callable[[], None]) -> None:
    """Do it; on Windows, where a virus scanner or an indexer may hold the file for a moment, try for a second."""
    for wait in (0.01, 0.03, 0.1, 0.3, 0.6) if sys.platform == "win32" else ():
        try:
            return act()
        except PermissionError:
            time.sleep(wait)
    act()


def remove(path: str) -> None:
    """Remove a file if that can be done; a file that stays is tried again by whoever comes next."""
    with suppress(OSError):
        patiently(lambda: os.unlink(path))


def replace(path: str, chunks: Iterable[bytes]) -> None:
    """Write a whole file so that its name stands for all of the old bytes or all of the new. Raises `OSError`."""
    tmp = path + ".tmp"
    try:
        fd = os.open(tmp, os.O_RDWR | os.O_CREAT | os.O_TRUNC | PLAIN_FLAGS, FILE_MODE)
        try:
            hold(fd)
            for chunk in chunks:
                write_all(fd, chunk)
            sync(fd)
        finally:
            os.close(fd)
        patiently(lambda: os.replace(tmp, path))
    except BaseException:
        remove(tmp)
        raise
    sync_folder(os.path.dirname(path) or ".")


def hold(fd: int) -> bool:
    """Mark an open file as being written, without waiting; False when someone else has. The mark dies with us."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def share(path: str, patience: float = 5.0) -> int:
    """Open a file to read it: nobody can `hold` it until we close it or are gone. Gives its descriptor.

    Who holds it now is given a moment to let go of it, or to remove it. Raises `FileNotFoundError`, `OSError`.
    """
    start = time.monotonic()
    while True:
        fd = os.open(path, os.O_RDONLY | PLAIN_FLAGS)
        try:
            if _shared(fd) or time.monotonic() - start > patience:
                if os.path.samestat(os.stat(path), os.fstat(fd)):
                    return fd
                raise FileNotFoundError(errno.ENOENT, "")
        except BaseException:
            os.close(fd)
            raise
        os.close(fd)
        time.sleep(0.002)


def _shared(fd: int) -> bool:
    """False when somebody holds the file alone. Where files cannot be locked nobody does."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
    return True


def remove_orphans(folder: str, names: Iterable[str]) -> None:
    """Remove unfinished files whose writers are dead. On Windows an open file cannot be removed, which is as good."""
    for name in names:
        if name.endswith(".tmp"):
            remove_if_free(os.path.join(folder, name))


def remove_if_free(path: str, unless: Callable[[], bool] = lambda: False) -> None:
    """Remove a file unless someone holds or shares it; nobody can begin to while it is being removed.

    `unless` is asked when it is ours alone: whoever wants the file had time until then to say so.
    """
    with suppress(OSError):
        fd = os.open(path, os.O_RDONLY | PLAIN_FLAGS)
        try:
            free = hold(fd) and not unless()
            if free and sys.platform != "win32":
                remove(path)
        finally:
            os.close(fd)
        if free and sys.platform == "win32":
            remove(path)


def read_from(path: str, start: int = 0) -> bytes:
    """The bytes of a file from `start` on. Raises `OSError`."""
    with open(path, "rb", buffering=0) as file:
        if start:
            file.seek(start)
        return file.read()


def append(path: str, data: bytes) -> None:
    """Add to a file of lines, on the disk on return. A line that was left unfinished is ended first."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | PLAIN_FLAGS, FILE_MODE)
    try:
        end = os.lseek(fd, 0, os.SEEK_END)
        if end:
            os.lseek(fd, end - 1, os.SEEK_SET)
            if os.read(fd, 1) != b"\n":
                data = b"\n" + data
        write_all(fd, data)
        sync(fd)
    finally:
        os.close(fd)
    if not end:
        sync_folder(os.path.dirname(path) or ".")
