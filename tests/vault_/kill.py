"""Kill a process that is storing changes, again and again, and look at what is left.

By hand: `python -m tests.vault_.kill 300`, and with `sealed` behind it of a sealed vault, with `archive` of one in
which all goes to the archive at every snapshot, and comes back to be edited. Each change makes a task and a win
together, and now and then edits and removes some; after it is stored its number goes out through a pipe. Nothing
acknowledged may be missing, nothing may be half there, at most one change may be there that was not acknowledged.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from data.keys import Key
from data.vault import Vault
from organizer.records import Entry
from tests.vault_.sealed import PASSPHRASE, seal
from tests.vault_.tools import start

CHILD = """
import random, sys
from pathlib import Path
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
home, n = Path(sys.argv[1]), int(sys.argv[2])
key = None
if sys.argv[5]:
    from data import keys
    key = keys.unlock(home, sys.argv[5])
vault = Vault.open(home, key, compact_after=20_000, background=sys.argv[3] == "True", archive_after=1)
over = dict(stage="done", closed="2021-03-01") if sys.argv[6] == "True" else {}
if sys.argv[4] == "True":
    vault.table("entries"), vault.table("areas")
print("ready", flush=True)
while True:
    n += 1
    task, win = Entry(f"t{n}", notes="x" * random.randint(10, 400), **over), Entry(f"w{n}", **over)
    rows = [Row("entries", task.id, None, task), Row("entries", win.id, None, win)]
    if n % 7 == 0 or n % 50 == 0:
        held = {**vault.table("entries"), **{one.id: one for part in vault.older("entries") for one in part}}
        if n % 7 == 0 and f"t{n - 3}" in held:
            old = held[f"t{n - 3}"]
            rows.append(Row("entries", old.id, old, old._replace(notes="", text="edited")))
        if n % 50 == 0:
            rows += [Row("entries", id, old, None) for id, old in held.items() if int(id[1:]) < n - 100]
    with vault.writing():
        vault.commit(Change("both", tuple(rows), at="2026-06-11T09:14:00"))
    print(n, flush=True)
"""


def rounds(
    count: int, home: Path, seed: int = 7, sealed: bool = False, archive: bool = False, pause: float = 0.2
) -> Counter[str]:
    """Kill `count` times, each within `pause` seconds; counts of what was seen. `lost`, `half`, `extra`, `twice` and
    `damage` should be 0.

    `torn` is not: a long line that was being written when its writer died is set aside, and was not acknowledged.
    """
    seen: Counter[str] = Counter()
    dice, last = random.Random(seed), 0
    key = seal(home)[0] if sealed else None
    for number in range(count):
        how = number % 2 == 0, number % 3 > 0, PASSPHRASE if sealed else "", archive
        child = start(CHILD, home, last, *how)
        assert child.stdout is not None
        assert child.stderr is not None
        if child.stdout.readline() != "ready\n":
            raise AssertionError(child.communicate()[1])
        time.sleep(dice.random() * pause)
        child.send_signal(signal.SIGKILL)
        # Not communicate(), which would miss what readline() has read ahead.
        said, complaint = child.stdout.read(), child.stderr.read()
        child.communicate()
        if complaint:
            raise AssertionError(complaint)
        numbers = [int(line) for line in said.split()]
        seen["acknowledged"] += len(numbers)
        last = _look(home, key, max([last, *numbers]), seen)
        seen["rounds"] += 1
    seen["generations"] = max(int(path.name[4:12]) for path in (home / "vault").glob("log-*"))
    return seen


def _look(home: Path, key: Key | None, last: int, seen: Counter[str]) -> int:
    vault = Vault.open(home, key, background=False)
    near, old = vault.table("entries"), [one for part in vault.older("entries") for one in part]
    held = {**near, **{one.id: one for one in old}}
    seen["twice"] += len(held) != len(near) + len(old)
    seen["archived"] += len(old)
    tasks = {int(id[1:]) for id in held if id[0] == "t"}
    wins = {int(id[1:]) for id in held if id[0] == "w"}
    top = max(tasks | wins, default=0)
    seen["lost"] += not set(range(max(1, last - 99), last + 1)) <= tasks
    seen["half"] += tasks != wins
    seen["extra"] += top > last + 1
    seen["unacknowledged"] += top - last
    torn = [line for line in vault.damage if "not finished" in line]
    seen["torn"] += len(torn)
    seen["damage"] += len(vault.damage) - len(torn)
    for line in vault.damage:
        if line not in torn:
            print(line, file=sys.stderr)
    edited = [held[f"t{n - 3}"] for n in range(max(7, top - 90), top + 1) if n % 7 == 0]
    seen["half"] += any(isinstance(one, Entry) and one.text != "edited" for one in edited)
    vault.close()
    return top


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 300
        modes = {mode: mode in sys.argv for mode in ("sealed", "archive")}
        print(modes, dict(rounds(asked, Path(folder), pause=0.5, **modes)))  # type: ignore[arg-type]
