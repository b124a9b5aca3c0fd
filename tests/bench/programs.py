"""What is measured: the app's commands, keys and words in one table, and the programs that it is measured against.

A new page, key or verb is changed here and nowhere else.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.bench.pty_run import clean_environment
from tests.bench.titles import lines

ROOT = Path(__file__).parents[2]
BARE = Path(__file__).parent / "bare"
PYTHON = sys.executable
APP = (PYTHON, "-m", "organizer")

READY = "Three for today"  # a regex, on Today
TODAY, BOARD = "1", "2"  # keys that lead to a page
PLACES = {
    "Today": ("1",),
    "Board": ("2",),
    "Journal": ("3",),
    "Theme": ("4",),
    "My Word": ("5",),
    "Front Door": ("6",),
    "Wins": ("7",),
    "Rituals": ("8",),
    "Settings": (",",),
    "Reminders": ("R",),
    "the list of find": ("/", "e"),
}  # keys that lead to what has rows
CATCH, KEEP, CLOSE = "c", "enter", "escape"
FIND = "/"
READ_ALL = (FIND, *"zzqzz")  # nothing is called so: enter looks through the archive
QUIT = "ctrl+q"
WORD = (*"claim", *(("backspace",) * 5))  # typed and taken back, letter by letter
TYPED = r"\bclai\b"  # a regex, on the screen only while the word is being typed
LINE = "Water the plants tomorrow"
WALK = (*(("down",) * 6), *(("up",) * 6))
SHORT_WALK = (*(("down",) * 3), *(("up",) * 3))  # where a page has few rows
TURN = ("pagedown", "pageup")
FILL = ("add", "-")  # one line from stdin per entry
ADD = ("add", "Call back about the room rental tomorrow #accounting ~20m")
LIST = ("today", "--json")
REMIND = ("remind",)
WATCH = ("remind", "--watch")
NEW_HOME: tuple[tuple[str, ...], ...] = (("add", "- one note"),)  # a new home opens at its first steps, not at Today


class Program(NamedTuple):
    """A program in a terminal: how it starts, by which words (a regex) it is known to be ready, which keys it gets.

    `before` are pressed once; `keys` in turn, one at a time; `quit` lead out. `proof` is a regex that is on the screen
    at some time if the keys do what they should.
    """

    command: tuple[str, ...]
    ready: str
    quit: tuple[str, ...]
    before: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    home: Path = ROOT
    proof: str = ""
    passphrase: str = ""

    @property
    def env(self) -> dict[str, str]:
        """Where the app keeps its things, and the file that opens them if they are sealed; the others do not care."""
        return {"ORGANIZER_HOME": str(self.home), "ORGANIZER_PASSPHRASE_FILE": self.passphrase}


def app(home: Path, before: tuple[str, ...] = (), keys: tuple[str, ...] = (), proof: str = "") -> Program:
    """The full screen, as it stands after the keys `before`."""
    return Program(APP, READY, (CLOSE, QUIT), before, keys, home, proof)


def bare_static() -> Program:
    """The smallest Textual app."""
    return Program((PYTHON, str(BARE / "bare_static.py")), "READY", ("q",))


def bare_scroll() -> Program:
    """A list of lines."""
    return Program((PYTHON, str(BARE / "bare_scroll.py")), "READY", ("q",), (), WALK)


def bare_input(count: int) -> Program:
    """A field over `count` titles."""
    return Program((PYTHON, "-m", "tests.bench.bare.bare_input", str(count)), "READY", (QUIT,), (), WORD, proof=TYPED)


def nothing() -> tuple[str, ...]:
    """The shortest whole process that Python can be."""
    return (PYTHON, "-c", "pass")


def shell(home: Path, *verb: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """A verb of the command line and its environment."""
    return (*APP, *verb), {"ORGANIZER_HOME": str(home)}


def fill(home: Path, count: int) -> str:
    """Make a home with `count` open entries; what went wrong, or ""."""
    home.mkdir(parents=True)
    verbs = [*NEW_HOME, *([FILL] if count else [])]
    for verb in verbs:
        command, env = shell(home, *verb)
        environment = clean_environment(env)
        done = subprocess.run(
            command, input=lines(count), env=environment, cwd=ROOT, capture_output=True, text=True, timeout=600
        )
        if done.returncode:
            said = (done.stderr.strip() or "nothing").splitlines()[-1]
            return f"`organizer {' '.join(verb)}` said: {said[:120]}"
    return ""
