"""The monkey at the real program in a terminal of its own, with its own home, and a shell beside it."""

from __future__ import annotations

import fcntl
import os
import random
import re
import signal
import struct
import sys
import tempfile
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.bench.emulator import Emulator
from tests.bench.pty_run import Terminal, encode
from tests.monkey_.acts import Act, acts, random_size
from tests.monkey_.house import PASSPHRASE, House

READY = "Today|Passphrase|Your practice"
ESCAPES = {
    "left": "\x1b[D",
    "right": "\x1b[C",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "shift+tab": "\x1b[Z",
    "delete": "\x1b[3~",
    "insert": "\x1b[2~",
    "f1": "\x1bOP",
    "alt+up": "\x1b[1;3A",
    "alt+down": "\x1b[1;3B",
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
}
NAMED = {
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "asterisk": "*",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "at": "@",
    "number_sign": "#",
    "equals_sign": "=",
    "colon": ":",
    "semicolon": ";",
}
QUIT = "\x11"
SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\](?:52|22|1[0-2]);[^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b[=>78c]|\x1b[ -/][0-~]"
)
STRAY = re.compile(rb"[\x00-\x06\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")


class Played(NamedTuple):
    """What a seed came to: keys and clicks, starts of the program, writes of the shell, undone, what is wrong."""

    keys: int
    starts: int
    writes: int
    undone: int
    wrong: tuple[str, ...]


def sent(key: str) -> bytes:
    """A key as a terminal sends it."""
    if key in ESCAPES or key in NAMED:
        return (ESCAPES.get(key) or NAMED[key]).encode()
    return encode(key)


class Seat(Terminal):
    """One run of the program, at which the monkey sits. What came of it is kept for being looked through."""

    raw = b""

    def _take(self, moment: float, data: bytes) -> None:
        self.raw = (self.raw + data)[-400_000:]
        super()._take(moment, data)

    def write(self, data: bytes, first: float = 0.06) -> None:
        """Send, and wait until it is quiet."""
        while data and not self.ended:  # a paste may be longer than the terminal's buffer
            with suppress(OSError):
                os.write(self._fd, data[:1000])
            data = data[1000:]
            self._read(0.012, limit=1.5, first=first)
            self._draw()

    def resize(self, columns: int, rows: int) -> None:
        """Another size of the terminal."""
        self.columns, self.rows = columns, rows
        self.emulator = Emulator(columns, rows)
        with suppress(OSError):
            fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, columns * 10, rows * 20))
        self.write(b" "[:0], 0.2)
        self._read(0.03, limit=2.0, first=0.3)
        self._draw()

    def gone(self) -> int | None:
        """The exit code when the program has left, as a shell sees it."""
        with suppress(ChildProcessError):
            for _ in range(100 if self.ended else 1):
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.ended = True
                    os.close(self._fd)
                    self._fd = -1
                    return os.waitstatus_to_exitcode(status)
                time.sleep(0.02 if self.ended else 0)
        return None


class Monkey:
    """One seed: a home, the program started in it as often as it is left, and what it did."""

    def __init__(self, seed: int, house: House, env: dict[str, str] | None = None) -> None:
        self.seed, self.house, self.env = seed, house, env or {}
        self.chance = random.Random(-seed)
        self.keys = self.starts = self.writes = 0
        self.wrong: list[str] = []
        self.done: list[Act] = []
        self.kept: list[str] = []
        self.seat: Seat | None = None

    def begin(self) -> Seat:
        """Start the program."""
        size = random_size(self.chance) if self.starts else (120, 36)
        command = [sys.executable, "-m", "organizer"]
        self.starts += 1
        env = {**self.house.environment(**self.env)}
        seat = Seat(command, size, env, self.house.person)
        seat.start(READY, timeout=20, quiet=0.1)
        if self.house.sealed:
            self.unlock(seat)
        self.seat = seat
        return seat

    def unlock(self, seat: Seat) -> None:
        """Open the lock."""
        seat.write(b"\x15" + PASSPHRASE.encode() + b"\r")
        seat.start("Today|Board|Journal|Wins", timeout=3, quiet=0.1)

    def act(self, what: Act) -> None:
        """Do one act at the terminal."""
        seat = self.seat or self.begin()
        x, y = int(what.x * seat.columns) + 1, int(what.y * seat.rows) + 1
        if what.kind in ("keys", "rush"):
            self.keys += len(what.keys)
            if what.kind == "rush":
                seat.write(b"".join(map(sent, what.keys)))
            for key in what.keys if what.kind == "keys" else ():
                seat.write(sent(key))
        elif what.kind in ("text", "paste"):
            self.keys += len(what.text) if what.kind == "text" else 1
            typed = "".join(c for c in what.text if c.isprintable())
            seat.write(typed.encode() if what.kind == "text" else b"\x1b[200~" + what.text.encode() + b"\x1b[201~")
        elif what.kind == "size":
            seat.resize(what.width, what.height)
        elif what.kind == "elsewhere":
            self.elsewhere(what.number)
        else:
            self.keys += 1
            self.mouse(seat, what, x, y)

    def mouse(self, seat: Seat, what: Act, x: int, y: int) -> None:
        """A click, the wheel, or a drag."""
        if what.kind == "wheel":
            seat.write(b"\x1b[<%d;%d;%dM" % (65 if what.down else 64, x, y))
            return
        to_x, to_y = (x, y) if what.kind == "click" else (max(1, y % seat.columns), max(1, x % seat.rows))
        seat.write(b"\x1b[<35;%d;%dM\x1b[<0;%d;%dM\x1b[<32;%d;%dM\x1b[<0;%d;%dm" % (x, y, x, y, to_x, to_y, to_x, to_y))

    def elsewhere(self, number: int) -> None:
        """The shell writes at the same time."""
        self.writes += 1
        text = f"Written beside {self.seed} {number}"
        words = (("add", text), ("win", text), ("promise", f"{text} to Heron by friday"), ("inquiry", text))
        done = self.house.shell(*words[number % len(words)])
        if done.returncode == 0:
            self.kept.append(text)
        elif "Traceback" in done.stderr or done.returncode not in (3, 5):
            self.wrong.append(f"the shell beside: {done.returncode} {done.stderr[-300:]}")

    def play(self, number: int) -> Played:
        """So many acts, then what must hold."""
        for what in acts(self.seed, ("elsewhere",) if self.seed % 2 else ()):
            self.done.append(what)
            self.act(what)
            self.look()
            if len(self.done) >= number or self.wrong:
                break
        undone = self.end()
        return Played(self.keys, self.starts, self.writes, undone, tuple(self.wrong))

    def look(self) -> None:
        """Is it alive, or left by its own key?"""
        seat = self.seat
        if seat is None:
            return
        stray = STRAY.search(SEQUENCE.sub(b"", seat.raw[: max(0, seat.raw.rfind(b"\x1b"))]))
        if stray:
            self.wrong.append(
                f"the terminal was sent {stray[0]!r} in {stray.string[max(0, stray.start() - 30) : stray.end() + 30]!r}"
            )
        seat.raw = seat.raw[max(0, seat.raw.rfind(b"\x1b")) :]
        code = seat.gone()
        if code is not None:
            self.seat = None
            if code or self.house.trouble.exists():
                self.wrong.append(f"left with {code}: {seat.emulator.text().strip()[-300:]}")
        elif "Passphrase" in seat.emulator.text() and self.house.sealed and self.chance.random() < 0.2:
            self.unlock(seat)

    def end(self) -> int:
        """Leave by its own key, and look through what is left."""
        self.leave()
        if self.house.trouble.exists():
            self.wrong.append("trouble.log: " + self.house.trouble.read_text()[-1500:])
        checked = self.house.shell("check")
        if checked.returncode and "passphrase" not in checked.stderr:
            self.wrong.append(f"check: {checked.returncode} {checked.stdout[-500:]} {checked.stderr[-500:]}")
        if checked.returncode:
            return 0
        told = self.house.shell("history", "--json").stdout
        self.wrong += [f"lost: {text}" for text in self.kept if text not in told]
        undone, differs = self.house.undo_all()
        if differs:
            self.wrong.append(f"not as it was after {undone} undone: {differs[:600]}")
        return undone

    def leave(self) -> None:
        """The key that leaves, from wherever it is."""
        seat = self.seat
        if seat is None:
            return
        code = None
        for key in (*("\x1b[27u",) * 4, QUIT, QUIT, "\x1b[27u", QUIT):
            seat.write(key.encode(), 0.15)
            code = seat.gone()
            if code is not None:
                break
        end = time.monotonic() + 3
        while code is None and time.monotonic() < end:
            seat._read(0.05, limit=0.2)
            code = seat.gone()
        if code is None:
            self.wrong.append("it does not leave by its own key:\n" + seat.emulator.text())
            with suppress(OSError):
                os.kill(seat.pid, signal.SIGKILL)
            seat.stop(())
        elif code:
            self.wrong.append(f"left with {code}")
        self.seat = None


def play(seed: int, number: int, folder: Path | None = None, sealed: bool = False) -> Played:
    """So many acts of a seed in a home of its own."""
    with tempfile.TemporaryDirectory(prefix="organizer-monkey-", dir=folder) as made:
        env = {"NO_COLOR": "1"} if seed % 5 == 3 else {}
        monkey = Monkey(seed, House(Path(made) / "house", sealed), env)
        try:
            played = monkey.play(number)
        finally:
            if monkey.seat:
                monkey.seat.stop(())
        if played.wrong:
            from tests.monkey_.inside import tail

            return played._replace(wrong=(*played.wrong, tail(monkey.done)))
        return played
