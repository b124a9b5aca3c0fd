"""Three processes store changes in one vault, each is killed at some moment, and another looks while the rest go on.

By hand: `python -m tests.vault_.crowd 30`. Logs are short and the archive takes all that is old, so that snapshots are
written, and files tidied away, by one while another is at it. Nothing acknowledged may be missing, nothing damaged.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from data.vault import Vault
from tests.vault_.tools import start, with_archive

CHILD = """
import random, sys
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
home, name, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
vault = Vault.open(home, compact_after=5000, background=sys.argv[4] == "True", archive_after=5)
if sys.argv[5] == "True":
    vault.table("entries"), vault.table("areas")
print("ready", flush=True)
while True:
    n += 1
    one = Entry(f"{name}x{n}", notes="y" * random.randint(10, 900))
    if n % 2:
        one = one._replace(stage="done", closed="2021-03-01")
    with vault.writing():
        vault.commit(Change("Add", (Row("entries", one.id, None, one),), at="2026-06-11T09:14:00"))
    print(n, flush=True)
"""


def rounds(count: int, home: Path, seed: int = 1) -> Counter[str]:
    """So many times three; `lost` and `damage` should be 0."""
    dice, seen, kept = random.Random(seed), Counter[str](), set[str]()
    for number in range(count):
        how = {name: (dice.random() < 0.5, dice.random() < 0.5) for name in "abc"}
        children = {name: start(CHILD, home, name, 10_000 * number, *how[name]) for name in "abc"}
        for child in children.values():
            assert child.stdout is not None
            if child.stdout.readline() != "ready\n":
                raise AssertionError(child.communicate()[1])
        for name in dice.sample("abc", 3):
            time.sleep(dice.random() * 0.25)
            child = children[name]
            assert child.stdout is not None
            assert child.stderr is not None
            child.send_signal(signal.SIGKILL)
            said, complaint = child.stdout.read(), child.stderr.read()
            child.communicate()
            if complaint:
                raise AssertionError(complaint)
            kept |= {f"{name}x{n}" for n in said.split()}
            _look(home, kept, seen)
    seen["acknowledged"] = len(kept)
    seen["generations"] = max(int(path.name[4:12]) for path in (home / "vault").glob("log-*"))
    return seen


def _look(home: Path, kept: set[str], seen: Counter[str]) -> None:
    vault = Vault.open(home, background=False)
    held = with_archive(vault)["entries"]
    list(vault.past())
    for line in vault.damage:
        seen["torn" if "not finished" in line else "damage"] += 1
        print(line, file=sys.stderr)
    vault.close()
    seen["lost"] += not kept <= held.keys()
    seen["kills"] += 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(dict(rounds(int(sys.argv[1]) if len(sys.argv) > 1 else 30, Path(folder))))
