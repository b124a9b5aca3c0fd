"""A program in a terminal of our own: what it shows, and how long it takes. Linux and macOS.

All times are milliseconds. Bytes get their time when they are read and are drawn only when the program is quiet, so
that the emulator's own cost is in no figure.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from tests.bench.emulator import INCOMPLETE, Emulator, answers

ESCAPES = {
    "down": "\x1b[B",
    "up": "\x1b[A",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "enter": "\r",
    "escape": "\x1b[27u",
    "backspace": "\x7f",
    "space": " ",
    "tab": "\t",
}


class Started(NamedTuple):
    """From the start of the process (ms) to the ready words on the screen, and to the last byte before it was quiet."""

    ready: float | None
    still: float | None


class Answer(NamedTuple):
    """From a key (ms) to the first byte, the first cell that changed, the last byte; and the number of bytes."""

    first: float | None
    cell: float | None
    last: float | None
    size: int


WITHOUT = ("PYTHON", "TEXTUAL", "ORGANIZER", "NO_COLOR", "COLUMNS", "LINES")


def clean_environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Ours without what would change how Python or Textual work, and with the extra."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(WITHOUT)}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **extra}


class Terminal:
    """One run of a program. Use it in a `with`: leaving it ends the program, gently first."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], env: Mapping[str, str], cwd: Path) -> None:
        self.columns, self.rows = size
        self.emulator = Emulator(self.columns, self.rows)
        self.bytes = 0
        self.ended = False
        self._unread = b""
        self._chunks: list[tuple[float, bytes]] = []
        self._last = self._chunks
        environment = clean_environment(env)
        self._born = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:
            self._become(command, environment, cwd)
        self._poll = select.poll()
        self._poll.register(self._fd, select.POLLIN)

    def _become(self, command: Sequence[str], environment: dict[str, str], cwd: Path) -> None:
        """In the child: turn into the program."""
        try:
            pixels = struct.pack("HHHH", self.rows, self.columns, self.columns * 10, self.rows * 20)
            fcntl.ioctl(0, termios.TIOCSWINSZ, pixels)
            os.chdir(cwd)
            os.execvpe(command[0], list(command), environment)
        except OSError as error:
            os.write(2, f"cannot run {command[0]}: {error}\r\n".encode())
        finally:
            os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(())

    def start(self, ready: str, timeout: float = 30.0, quiet: float = 0.15) -> Started:
        """Wait until the words (a regex) are on the screen and nothing came for `quiet` seconds."""
        words, end = re.compile(ready), time.perf_counter() + timeout
        at = still = None
        while time.perf_counter() < end and not self.ended:
            went_quiet = self._read(quiet, limit=3.0, first=0.5)
            for moment, _, text in self._draw(bool(words.pattern)):
                still = moment - self._born
                if at is None and words.search(text):
                    at = still
            if at is not None and (went_quiet or time.perf_counter() > at + self._born + 4):
                break
        return Started(_ms(at), _ms(still) if at is not None else None)

    def key(self, key: str, quiet: float = 0.06, patience: float = 0.6) -> Answer:
        """Press a key, or type a text in one go, and wait until the program is quiet again (seconds)."""
        self._read(0.0, limit=0.05)
        self._draw()
        pressed = time.perf_counter()
        os.write(self._fd, encode(key))
        self._read(quiet, limit=3.0, first=patience)
        drawn = self._draw()
        moments = [moment - pressed for moment, _, _ in drawn]
        seen = next((moment - pressed for moment, changed, _ in drawn if changed), None)
        size = sum(len(data) for _, data in self._last)
        return Answer(_ms(moments[0] if moments else None), _ms(seen), _ms(moments[-1] if moments else None), size)

    def shows(self, words: str) -> bool:
        """Are these words (a regex) on the screen?"""
        return re.search(words, self.emulator.text()) is not None

    def hold(self, key: str, times: int, gap: float) -> list[float]:
        """A key held down: pressed again `gap` seconds after the last, or when it was answered; ms to each answer."""
        waits = []
        for _ in range(times):
            self._read(0.0, limit=0.002)
            pressed = time.perf_counter()
            os.write(self._fd, encode(key))
            if self._poll.poll(500):
                waits.append((time.perf_counter() - pressed) * 1000)
            left = gap - (time.perf_counter() - pressed)
            self._read(max(left, 0.0005), limit=max(left, 0.0005))
        self._read(0.1, limit=2.0)
        self._draw()
        return waits

    def idle(self, seconds: float) -> int:
        """Leave it alone; the bytes that it wrote nevertheless."""
        self._read(0.3, limit=2.0)
        before, end = self.bytes, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left, limit=left)
        self._draw()
        return self.bytes - before

    def peak(self) -> float | None:
        """Most memory the program held at once, MiB; None where the system does not say."""
        with contextlib.suppress(OSError):
            found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
            return int(found[1]) / 1024 if found else None
        return None

    def cpu(self) -> float | None:
        """Processor time used until now by its threads, seconds; None where the system does not say."""
        with contextlib.suppress(OSError, ValueError):
            threads = Path(f"/proc/{self.pid}/task").iterdir()
            return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
        return None

    def stop(self, keys: Sequence[str], patience: float = 5.0) -> float | None:
        """Leave by these keys; ms until the process was gone, None if it had to be ended by a signal."""
        if self.ended and self._fd < 0:
            return None
        start = time.perf_counter()
        for key in keys:
            with contextlib.suppress(OSError):
                os.write(self._fd, encode(key))
        left = self._reap(patience) if keys else False
        took = (time.perf_counter() - start) * 1000
        for number in (signal.SIGTERM, signal.SIGKILL):
            if not left:
                with contextlib.suppress(OSError):
                    os.killpg(self.pid, number)
                self._reap(2.0)
                if self._fd < 0:
                    break
        return took if left else None

    def _reap(self, seconds: float) -> bool:
        """Read on until the process has ended or the time is up."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._read(0.005, limit=0.01)
            self._chunks.clear()
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                os.close(self._fd)
                self._fd, self.ended = -1, True
                return True
            if self.ended:
                time.sleep(0.001)
        return False

    def _read(self, quiet: float, limit: float, first: float | None = None) -> bool:
        """Read until nothing came for `quiet` seconds (`first` for the first byte); False if `limit` came first."""
        end, wait = time.perf_counter() + limit, quiet if first is None else first
        while True:
            left = end - time.perf_counter()
            if self.ended or not self._poll.poll(max(0.0, min(wait, left)) * 1000):
                return self.ended or left > wait
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:  # the program closed the terminal
                data = b""
            moment, wait = time.perf_counter(), quiet
            if not data:
                self.ended = True
                return True
            self._take(moment, data)

    def _take(self, moment: float, data: bytes) -> None:
        """Keep what was read for drawing, answer what was asked."""
        self.bytes += len(data)
        data = self._unread + data
        cut = INCOMPLETE.search(data, max(0, len(data) - 65536))
        at = cut.start() if cut else len(data)
        self._unread = data[at:]
        self._chunks.append((moment, data[:at]))
        for reply in answers(data[:at], self.columns, self.rows):
            os.write(self._fd, reply)

    def _draw(self, with_text: bool = False) -> list[tuple[float, int, str]]:
        """Draw what was read: time, changed cells and, if asked for, the screen's text per chunk."""
        self._last, self._chunks = self._chunks, []
        return [(at, self.emulator.feed(data), self.emulator.text() if with_text else "") for at, data in self._last]


def encode(key: str) -> bytes:
    """A key's name as the bytes that a terminal sends; anything that is no name is typed as it stands."""
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1].upper()) & 31])
    return ESCAPES.get(key, key).encode()


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1000
