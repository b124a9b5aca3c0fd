"""The real program in a terminal, put aside and taken up again as a shell does it: it stands, it goes on, it leaves."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bench.pty_run import Terminal
from tests.monkey_.house import House

if sys.platform == "win32":
    pytest.skip("no such signals", allow_module_level=True)


class Shell:
    """What started the program: it stops it, looks at it, and goes on with it."""

    def __init__(self, house: House) -> None:
        self.seat = Terminal([sys.executable, "-m", "organizer"], (100, 30), house.environment(), house.person)
        self.seat.start("Three for today")

    def until(self, holds: Callable[[], bool], keys: str = "") -> None:
        """Read on until this holds; keys that a flush of the terminal may take are pressed now and then."""
        for number in range(400):
            if keys and number % 40 == 0:
                self.press(keys)
            self.seat._read(0.01, limit=0.05, first=0.05)
            self.seat._draw()
            if holds():
                return
        raise AssertionError(f"{self.state}:\n{self.seat.emulator.text()}")

    def sees(self, words: str, keys: str = "") -> None:
        """These words come to stand on the screen."""
        self.until(lambda: self.seat.shows(words), keys)

    @property
    def state(self) -> str:
        """The state of the process: "T" is one that stands still."""
        stat = Path(f"/proc/{self.seat.pid}/stat")
        return stat.read_text().rpartition(")")[2].split()[0] if stat.exists() else ""

    def send(self, *signals: signal.Signals) -> None:
        for number in signals:
            os.kill(self.seat.pid, number)

    def press(self, keys: str) -> None:
        os.write(self.seat._fd, keys.encode())

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed, as a shell wants it."""
        return bool(termios.tcgetattr(self.seat._fd)[3] & termios.ECHO)


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    if not Path("/proc/self/stat").exists():
        pytest.skip("no /proc to look at")
    one = Shell(House(tmp_path / "house"))
    with one.seat:
        yield one


def test_it_stands_still_in_the_midst_of_keys_and_goes_on_with_its_whole_picture(shell: Shell) -> None:
    for keys in ("2", "/", "\x1b[27u1", "4", "?", "\x1b[27u1"):
        shell.press(keys)
        shell.send(signal.SIGTSTP)
        shell.until(lambda: shell.state == "T")
        assert shell.echoes
        shell.send(signal.SIGCONT)
        shell.until(lambda: not shell.echoes)
    shell.sees("Three for today", "\x1b[27u1")
    shell.send(signal.SIGTSTP)
    shell.until(lambda: shell.state == "T")
    assert not shell.seat.shows("Three for today")
    shell.send(signal.SIGCONT)
    shell.sees("Three for today")
    assert shell.seat.shows("Front Door")


def test_who_went_on_at_once_or_was_stopped_without_a_word_goes_on_too(shell: Shell) -> None:
    stop, hard, go = signal.SIGTSTP, signal.SIGSTOP, signal.SIGCONT
    for signals in ((stop, go), (stop, stop, go), (hard, go), (go, go)):
        shell.send(*signals)
        shell.sees("by stage", "2")
        shell.sees("Three for today", "1")
    assert shell.seat.stop(["\x11"], 20) is not None
