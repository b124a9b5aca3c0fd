"""The rituals in the real program, in a terminal of our own: timed at a slow hand's pace, and killed in each question.

`python -m tests.screens_.rituals_by_hand time` opens and closes the office of a real day by the keyboard alone, long
and short, and tells keys and seconds. `... kill` ends the process with SIGKILL in the middle of each question, begins
it again, and looks whether it goes on there with what was typed, and whether anything was done twice.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.vault import Vault
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import Record
from organizer.records.rituals import Run
from tests.bench.pty_run import Terminal
from tests.looks_.pages import NOW, opening

ROOT = Path(__file__).parents[2]
EVENING = datetime(2026, 6, 11, 17, 20)
PACE, THINK = 0.25, 4.0
"""Seconds between two keys of a slow hand, and to read a question and think of an answer."""
HALF = "half a thou"
OPEN = (
    ("enter",),
    (*"call the landlord about the heater tomorrow", "enter", *"order intake packets", "enter", "enter"),
    ("greater_than_sign", "enter"),
    ("enter",),
    ("space", "down", "space", "down", "space", "enter"),
    ("w", *"open the folder, read the first page", "enter"),
    ("enter",),
)
CLOSE = (
    ("space", "enter"),
    ("enter",),
    ("greater_than_sign", "greater_than_sign", "space", "delete", "enter"),
    ("enter",),
    ("space", "down", "space", "down", "space", "enter"),
    (*"every caller heard from us today", "enter"),
    ("enter",),
)
SHORT_OPEN = (("enter",), ("space", "down", "space", "down", "space", "enter"))
SHORT_CLOSE = ((*"every caller heard from us today", "enter"), ("enter",))
KEYS = {"greater_than_sign": ">", "delete": "\x1b[3~"}


def home(folder: Path, opened: bool) -> Path:
    """A home with the made-up practice: on a morning, or on an evening with the office open."""
    records: list[Record] = opening(NOW)
    office = Office(Vault.open(folder), StoppedClock(NOW))
    office.run("practice.fill", (), records=records)
    if opened:
        office.run("office.open")
    office.close()
    return folder


def kept(folder: Path) -> tuple[list[Run], int]:
    """The runs the vault holds, and how many answers."""
    vault = Vault.open(folder)
    try:
        found = [one for one in vault.table("runs").values() if isinstance(one, Run)]
        mine = [one for one in found if one.begun[:13] >= f"{NOW:%Y-%m-%dT%H}"]  # those before are of the made-up past
        return sorted(mine, key=lambda one: one.begun), len(vault.table("answers"))
    finally:
        vault.close()


def terminal(folder: Path, now: datetime, size: tuple[int, int]) -> Terminal:
    """The app at Today."""
    env = {"ORGANIZER_HOME": str(folder), "ORGANIZER_NOW": now.isoformat(), "ORGANIZER_BACKUPS": "off"}
    return Terminal([sys.executable, "-m", "organizer"], size, {**env, "PYTHONPATH": str(ROOT)}, ROOT)


def press(at: Terminal, keys: Sequence[str], pace: float = 0.0) -> int:
    """Press keys, so many seconds apart; how many."""
    for key in keys:
        at.key(KEYS.get(key, key), quiet=0.02, patience=0.3)
        time.sleep(max(0.0, pace - 0.03))
    return len(keys)


def timed(name: str, way: Sequence[Sequence[str]], now: datetime, size: tuple[int, int], brief: bool) -> None:
    """One ritual from its first key to its end."""
    with tempfile.TemporaryDirectory() as folder:
        home(Path(folder), name == "close")
        with terminal(Path(folder), now, size) as at:
            at.start("Three for today")
            begun = time.monotonic()
            keys = press(at, ("o", "x") if brief else ("o",), PACE)
            for question in way:
                time.sleep(THINK if not brief else THINK / 2)
                keys += press(at, question, PACE)
            time.sleep(0.3)
            took = time.monotonic() - begun
        (run,), many = kept(Path(folder))
        done = "done" if run.done else f"left at {run.at}"
        said = f"{name}{' --short' if brief else ''} at {size[0]}x{size[1]}"
        print(f"{said:24} {keys} keys, {took:.0f} s, {many} answers, {done}")


def killed(name: str, now: datetime, at: int) -> str:
    """Kill the process in the middle of a question; "" when it goes on there with what was typed."""
    with tempfile.TemporaryDirectory() as folder:
        home(Path(folder), name == "close")
        with terminal(Path(folder), now, (100, 30)) as first:
            first.start("Three for today")
            press(first, ("o", *["enter"] * at))
            time.sleep(0.3)
            first.idle(0.3)
            rows = "s skip" in first.emulator.text()  # else the line is open already
            press(first, (*(("w",) if rows else ()), *HALF))
            time.sleep(1.3)
            os.kill(first.pid, signal.SIGKILL)
            time.sleep(0.1)
        (run,), answers = kept(Path(folder))
        with terminal(Path(folder), now, (100, 30)) as again:
            again.start("Three for today")
            press(again, ("8", "enter"))
            for _ in range(20):
                again.idle(0.2)
                found = again.emulator.text()
                if run.draft in found and "left" in found:
                    break
            (same,), after = kept(Path(folder))
        wanted = run.draft
        if (same.id, same.at, after) != (run.id, run.at, answers):
            return f"{run.at}: went on elsewhere"
        if wanted and wanted not in found:
            return f"{run.at}: {wanted!r} is not there again"
        return "" if wanted in (HALF, "f a thou", "") else f"{run.at}: kept {wanted!r}"  # l asks for a day there


def main(words: list[str]) -> int:
    """Time or kill; 1 when something does not hold."""
    wrong = 0
    if "time" in words:
        for size in ((80, 24), (120, 36)):
            timed("open", OPEN, NOW, size, brief=False)
            timed("close", CLOSE, EVENING, size, brief=False)
            timed("open", SHORT_OPEN, NOW, size, brief=True)
            timed("close", SHORT_CLOSE, EVENING, size, brief=True)
    if "kill" in words:
        for name, now in (("open", NOW), ("close", EVENING)):
            for at in range(7):
                why = killed(name, now, at)
                print(f"{name} question {at + 1}: {why or 'goes on there, with what was typed; nothing twice'}")
                wrong += bool(why)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
