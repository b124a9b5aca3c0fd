"""Two programs, killed again and again: one seals, renews and unseals the vault, the other stores changes in it.

By hand: `python -m tests.vault_.swaps 100`. Whatever stopped when: every change that was acknowledged is there, the
vault opens with its passphrase or is plain, nothing lies beside it, and nothing plain in a sealed home.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from data import keys
from data.vault import Vault
from tests.vault_.sealed import PASSPHRASE
from tests.vault_.tools import start

SWAPPING = """
import sys
from data import keys, sealing
from tests.vault_.sealed import PASSPHRASE, QUICK
home = sys.argv[1]
print("ready", flush=True)
while True:
    if not keys.is_sealed(home):
        sealing.seal(home, PASSPHRASE, QUICK)
    else:
        sealing.renew(home, PASSPHRASE, PASSPHRASE, QUICK)
        sealing.change(home, PASSPHRASE, PASSPHRASE, QUICK)
        sealing.unseal(home, PASSPHRASE)
    print(1, flush=True)
"""

WRITING = """
import sys
from data import keys
from data.vault import Vault
from organizer.change import Change, Row
from organizer.errors import Damaged, Locked, WrongUse
from organizer.records import Entry
from tests.vault_.sealed import PASSPHRASE
home, n, opened = sys.argv[1], int(sys.argv[2]), 0
print("ready", flush=True)
while True:
    try:
        vault = Vault.open(home, keys.unlock(home, PASSPHRASE) if keys.is_sealed(home) else None, compact_after=20_000)
        vault.table("entries"), vault.table("areas")
        for _ in range(40):
            with vault.writing():
                one = Entry(f"t{n + 1}", text="planted")
                vault.commit(Change("planted", (Row("entries", one.id, None, one),)))
            n += 1
            print(n, flush=True)
        vault.close()
    except (Locked, WrongUse):  # unsealed between the look and the key
        pass
    except Damaged as error:
        if "removed just now" not in str(error):
            raise
"""


def rounds(count: int, home: Path, seed: int = 3) -> Counter[str]:
    """Kill both `count` times; `lost`, `extra`, `damage`, `left` and `plain` should be 0."""
    seen: Counter[str] = Counter()
    dice, last = random.Random(seed), 0
    Vault.open(home).close()
    for _ in range(count):
        children = [start(SWAPPING, home), start(WRITING, home, last)]
        for child in children:
            assert child.stdout is not None
            if child.stdout.readline() != "ready\n":
                raise AssertionError(child.communicate()[1])
        time.sleep(dice.random() * 0.4)
        for child in dice.sample(children, 2):
            child.send_signal(signal.SIGKILL)
        for child, what in zip(children, ("swaps", "acknowledged"), strict=True):
            assert child.stdout is not None
            assert child.stderr is not None
            numbers, complaint = [int(line) for line in child.stdout.read().split()], child.stderr.read()
            child.communicate()
            if complaint:
                raise AssertionError(complaint)
            seen[what] += len(numbers)
        last = _look(home, max([last, *numbers]), seen)
    return seen


def _look(home: Path, last: int, seen: Counter[str]) -> int:
    (home / "wrong-tries").unlink(missing_ok=True)  # a try that was killed counts as a wrong one
    sealed = keys.is_sealed(home)
    vault = Vault.open(home, keys.unlock(home, PASSPHRASE) if sealed else None, background=False)
    held = {int(id[1:]) for id in vault.table("entries")}
    top = max(held, default=0)
    vault.table("areas")
    seen["sealed"] += sealed
    seen["lost"] += held != set(range(1, top + 1)) or top < last
    seen["extra"] += top > last + 1
    damage = [line for line in vault.damage if "not finished" not in line and "written again" not in line]
    if damage:
        print(damage, file=sys.stderr)
    seen["damage"] += len(damage)
    vault.close()
    names = {path.name for path in home.iterdir()} - {"vault", "state", ".swap", "wrong-tries"}
    seen["left"] += bool(names)
    seen["plain"] += sealed and any(b"planted" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    return top


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(dict(rounds(int(sys.argv[1]) if len(sys.argv) > 1 else 100, Path(folder))))
