"""The monkey at the real program in a terminal of its own, with its own home, and a shell beside it."""

from __future__ import annotations

import fcntl
import json
import os
import random
import re
import signal
import struct
import sys
import tempfile
import termios
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.bench.emulator import Emulator
from tests.bench.pty_run import Terminal, encode
from tests.monkey_.acts import Act, acts, random_size
from tests.monkey_.house import PASSPHRASE, House

LOCKED = "The office is locked"
READY = "Today|passphrase|Your practice"
SHAPES = ("demo", "demo", "sealed", "demo", "empty", "years", "sealed", "demo")
"""The home of a seed, by its remainder; "years" is one with ten years in it, where there is one to copy."""
KEPT = re.compile(r"(?:^|[│▌]|\s{2})((?:\S| (?! ))+)\s{2,}[uU] (?:undo|redo)\s*(?:$|│)", re.MULTILINE)
"""What the program says was done: on the screen it is only when it is on the disk."""
SIGHTS = {
    **{
        f"place {n}": rf"▌ {n}  |^ *{name}  "
        for n, name in enumerate("Today,Journal,Rituals,Board,Wins,My Word,Theme,Front Door".split(","), 1)
    },
    "settings": "^ +Settings  ",
    "locked": LOCKED,
    "find": "any words of yours|Narrow it down",
    "palette": "Anything by name",
    "help": "ctrl\\+p finds anything",
    "drawer": "Smallest next step",
    "catch": "what is in your head",
    "ritual": "keep my place",
    "first run": "Your practice",
    "undone": "Undid|Redid",
    "kept": "u undo",
}
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
NOTHING_KEPT = re.compile(r"\s*(?:It stays here\.|\S |(?:ctrl\S*|tab|space|esc|del|enter) |.*[^.!?…”\"']$|[^:·]*$)")
"""What else stands before that key: a card that was put down, other keys, and what is no sentence."""
QUIT = "\x11"
SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\](?:52|22|1[0-2]);[^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b[=>78c]|\x1b[ -/][0-~]"
)
STRAY = re.compile(rb"[\x00-\x06\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")


class Played(NamedTuple):
    """What a seed came to: keys and clicks, starts of the program, writes of the shell, undone, what is wrong; how
    often each kind of act was done and each of `SIGHTS` seen; how much the screen said was kept; whether all of it was
    looked for in the vault (not behind a passphrase that the monkey set)."""

    keys: int
    starts: int
    writes: int
    undone: int
    wrong: tuple[str, ...]
    acts: Counter[str]
    seen: Counter[str]
    said: int
    looked: bool


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

    def storm(self, columns: int, rows: int, keys: bytes) -> None:
        """Another size and a key, and no time to draw either; what it drew meanwhile is not looked at."""
        with suppress(OSError):
            fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, columns * 10, rows * 20))
            os.write(self._fd, keys)
        self._read(0.001, limit=0.02)
        self._chunks.clear()

    def still(self) -> bool:
        """Whether the process is stopped."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

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
        self.acts, self.seen = Counter[str](), Counter[str]()
        self.said: set[str] = set()
        self.looked = False
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
        seat.start(READY if min(size[0] // 4, size[1]) > 8 else "", timeout=20, quiet=0.1)
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
        self.acts[what.kind] += 1
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
        elif what.kind in ("elsewhere", "storm", "stop", "kill"):
            getattr(self, what.kind)(what.number)
        else:
            self.keys += 1
            self.mouse(seat, what, x, y)

    def mouse(self, seat: Seat, what: Act, x: int, y: int) -> None:
        """A click, the wheel, or a drag."""
        if what.kind == "wheel":
            seat.write(b"\x1b[<%d;%d;%dM" % (65 if what.down else 64, x, y))
            return
        to_x, to_y = (x, y) if what.kind == "click" else (max(1, y % seat.columns), max(1, x % seat.rows))
        button = (0, 0, 0, 0, 2, 1, 4, 16)[
            what.number % 8
        ]  # the left one, mostly; right, middle, with shift, with ctrl
        press = b"\x1b[<%d;%d;%dM\x1b[<32;%d;%dM\x1b[<%d;%d;%dm" % (button, x, y, to_x, to_y, button, to_x, to_y)
        seat.write(b"\x1b[<35;%d;%dM" % (x, y) + press * (1 + (what.number % 5 == 0)))

    def storm(self, number: int) -> None:
        """Sizes on sizes, keys between them."""
        chance = random.Random(number)
        for _ in range(20):
            if self.seat:
                self.seat.storm(*random_size(chance), sent(chance.choice(("down", "1", "4", "2", "escape"))))
        self.keys += 20
        self.act(Act("size", width=119, height=35))

    def stop(self, number: int) -> None:
        """Put aside as a shell does it, and taken up again once it stands still; asked again where it just begins."""
        seat, end, asked = self.seat, time.monotonic() + 30, 0.0
        if seat is None:
            return
        with suppress(OSError):
            while time.monotonic() < end and not seat.still():
                if time.monotonic() > asked + 3:
                    os.kill(seat.pid, signal.SIGTSTP)
                    asked = time.monotonic()
                seat._read(0.02, limit=0.1)
                if seat.ended:
                    return
            if not seat.still():
                self.wrong.append("it does not stand still when it is asked to")
            os.kill(seat.pid, signal.SIGCONT)
        seat._read(0.05, limit=0.5, first=0.3)
        seat._draw()

    def kill(self, number: int) -> None:
        """Ended in the midst of it, without a word."""
        if self.seat:
            with suppress(OSError):
                os.kill(self.seat.pid, signal.SIGKILL)
            self.seat.stop(())
        self.seat = None

    def elsewhere(self, number: int) -> None:
        """The shell writes at the same time."""
        self.writes += 1
        text = f"Written beside {self.seed} {number}"
        words = (
            ("add", text),
            ("win", text),
            ("promise", "--to", "Heron 7", "--by", "friday", text),
            ("inquiry", text),
        )
        done = self.house.shell(*words[number % len(words)])
        if done.returncode == 0:
            self.kept.append(text)
        elif "Traceback" in done.stderr or done.returncode not in (3, 5):
            self.wrong.append(f"the shell beside: {done.returncode} {done.stderr[-300:]}")

    def play(self, number: int) -> Played:
        """So many acts, then what must hold."""
        for what in acts(self.seed, (("elsewhere",), ("elsewhere", "storm", "stop"), ("storm", "kill"))[self.seed % 3]):
            self.done.append(what)
            self.act(what)
            self.look()
            if len(self.done) >= number or self.wrong:
                break
        undone = self.end()
        return Played(self.keys, self.starts, self.writes, undone, tuple(self.wrong), self.acts, self.seen,
                      len(self.said), self.looked)  # fmt: skip

    def look(self) -> None:
        """Is it alive, or left by its own key?"""
        seat = self.seat
        if seat is None:
            return
        text = seat.emulator.text()
        self.seen.update(name for name, sign in SIGHTS.items() if re.search(sign, text, re.MULTILINE))
        self.said.update(said for said in KEPT.findall(text) if not NOTHING_KEPT.match(said))
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
        elif LOCKED in text and self.house.sealed and self.chance.random() < 0.5:
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
        names = [plain(change["label"]) for change in json.loads(told)]
        for said in self.said:
            if not any(plain(said)[:25] in name or (name and name[:25] in plain(said)) for name in names):
                self.wrong.append(f"said to be kept, and not in the vault: {said}")
        self.looked = True
        lost = self.house.unlike()
        if lost:
            self.wrong.append(f"not as the last change left it: {lost[:600]}")
        if os.path.isabs(self.house.shape):
            return 0  # what filled it could be undone as well
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
        end = time.monotonic() + 30
        while code is None and time.monotonic() < end:
            seat._read(0.05, limit=0.2)
            code = seat.gone()
        if code is None:
            how = "it stands still" if seat.still() else "it runs"
            self.wrong.append(f"it does not leave by its own key ({how}):\n" + seat.emulator.text())
            with suppress(OSError):
                os.kill(seat.pid, signal.SIGKILL)
            seat.stop(())
        elif code:
            self.wrong.append(f"left with {code}")
        self.seat = None


def plain(text: str) -> str:
    """Letters and digits alone, up to who is hidden: what is left of a text when it is wrapped and cut."""
    return "".join(filter(str.isalnum, re.split(r"•••|\*\*\*|…", text)[0].lower()))


def shape(seed: int, years: str = "") -> str:
    """The home that a seed begins with."""
    found = SHAPES[seed % 8]
    return found if found != "years" else years or "demo"


def play(seed: int, number: int, folder: Path | None = None, years: str = "") -> Played:
    """So many acts of a seed in a home of its own."""
    with tempfile.TemporaryDirectory(prefix="organizer-monkey-", dir=folder) as made:
        env = {"NO_COLOR": "1"} if seed % 5 == 3 else {}
        monkey = Monkey(seed, House(Path(made) / "house", shape(seed, years)), env)
        try:
            played = monkey.play(number)
        finally:
            if monkey.seat:
                monkey.seat.stop(())
        if played.wrong:
            from tests.monkey_.inside import tail

            return played._replace(wrong=(*played.wrong, tail(monkey.done)))
        return played
