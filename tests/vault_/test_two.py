"""Several processes, and several vault objects, on one vault."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from data import compact
from data.lock import Lock
from data.vault import Vault
from organizer.errors import Conflict
from tests.vault_.tools import changed, commit, contents, entry, everything, made, start

WRITER = """
import sys
from pathlib import Path
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
sys.stdin.readline()
vault = Vault.open(Path(sys.argv[1]), compact_after=6000)
if sys.argv[3] == "loaded":
    vault.table("entries")
for n in range(int(sys.argv[4])):
    one = Entry(f"{sys.argv[2]}x{n}", notes="x" * 50)
    with vault.writing():
        vault.commit(Change("Add", (Row("entries", one.id, None, one),)))
vault.close()
"""


HOLDER = """
import sys
from pathlib import Path
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
vault = Vault.open(Path(sys.argv[1]))
with vault.writing():
    print("held", flush=True)
    sys.stdin.readline()
    vault.commit(Change("Add", (Row("entries", "holder", None, Entry("holder")),)))
vault.close()
"""

WAITER = """
import sys
from pathlib import Path
from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import Entry
vault = Vault.open(Path(sys.argv[1]))
vault._engine._lock._notice_after = 0
with vault.writing(lambda: print("waiting", flush=True)):
    vault.commit(Change("Add", (Row("entries", sys.argv[2], None, Entry(sys.argv[2])),)))
print("kept")
vault.close()
"""


def test_each_sees_what_the_other_did(tmp_path: Path) -> None:
    first, second = Vault.open(tmp_path), Vault.open(tmp_path)
    one = entry("one")
    assert second.table("entries") == {}
    done = commit(first, made(one))
    assert not second.table("entries")
    assert second.news() == done
    assert second.news() == []
    done = commit(second, changed(one, text="x"))
    with first.writing() as news:
        assert news == done
        more = first.commit(changed(one._replace(text="x"), text="y"))
    assert more.n == 3
    assert second.news() == [more]
    assert everything(first) == everything(second)
    first.close()
    second.close()


def test_news_across_snapshots(tmp_path: Path) -> None:
    first, second = Vault.open(tmp_path, compact_after=2000, background=False), Vault.open(tmp_path)
    everything(first)
    everything(second)
    heard: list[int] = []
    for n in range(50):
        commit(first, made(entry(f"e{n}", notes="x" * 100)))
        if n % 20 == 19:
            heard += [change.n for change in second.news() or ()]
    heard += [change.n for change in second.news() or ()]
    assert heard == list(range(1, 51))
    assert everything(second) == everything(first)
    second.close()
    first.close()


def test_too_much_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "KEEP_CHANGES", 100)
    sleeper = Vault.open(tmp_path)
    everything(sleeper)
    busy = Vault.open(tmp_path, compact_after=6_000, background=False)
    everything(busy)
    with busy.writing():
        for n in range(60):
            busy.commit(made(entry(f"a{n}")))
    for n in range(3):
        with busy.writing():
            for m in range(60):
                busy.commit(made(entry(f"b{n}x{m}")))
    busy.close()
    assert not (tmp_path / "vault" / "log-00000001.jsonl").exists()
    assert sleeper.news() is None
    assert len(sleeper.table("entries")) == 240
    assert sleeper.news() == []
    sleeper.close()


def test_four_processes(tmp_path: Path) -> None:
    children = [start(WRITER, tmp_path, name, "loaded" if name in "ab" else "light", 100) for name in "abcd"]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    poller = None
    while any(child.poll() is None for child in children):
        if poller is None and (tmp_path / "vault" / "vault.json").exists():
            poller = Vault.open(tmp_path)
            poller.table("entries")
        elif poller is not None:
            poller.news()
        time.sleep(0.002)
    assert [child.communicate() for child in children] == [("", "")] * 4
    held = contents(tmp_path)["entries"]
    assert held.keys() == {f"{name}x{n}" for name in "abcd" for n in range(100)}
    assert poller is not None
    poller.news()
    assert poller.table("entries") == held
    assert [change.n for change in poller.past()] == list(range(400, 0, -1))
    assert not poller.damage
    poller.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_holder_that_stands_still(tmp_path: Path) -> None:
    Vault.open(tmp_path).close()
    code = """
import sys
from pathlib import Path
from data.vault import Vault
vault = Vault.open(Path(sys.argv[1]))
with vault.writing():
    print("held", flush=True)
    sys.stdin.readline()
"""
    child = start(code, tmp_path)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    os.kill(child.pid, signal.SIGSTOP)
    vault = Vault.open(tmp_path)
    assert vault.table("areas")
    noticed: list[float] = []
    began = time.monotonic()

    def notice() -> None:
        noticed.append(time.monotonic() - began)
        os.kill(child.pid, signal.SIGKILL)

    commit_under_notice(vault, notice)
    assert len(noticed) == 1
    assert 1.9 < noticed[0] < 25
    child.communicate()
    vault.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_three_wait_for_a_holder_that_stands_still(tmp_path: Path) -> None:
    Vault.open(tmp_path).close()
    holder = start(HOLDER, tmp_path)
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "held\n"
    os.kill(holder.pid, signal.SIGSTOP)
    waiting = [start(WAITER, tmp_path, name) for name in "abc"]
    for child in waiting:
        assert child.stdout is not None
        assert child.stdout.readline() == "waiting\n"
    assert contents(tmp_path)["entries"] == {}
    os.kill(holder.pid, signal.SIGCONT)
    assert holder.communicate("\n") == ("", "")
    assert [child.communicate() for child in waiting] == [("kept\n", "")] * 3
    assert contents(tmp_path)["entries"].keys() == {"holder", "a", "b", "c"}


def commit_under_notice(vault: Vault, notice: object) -> None:
    """Store something once the lock is free."""
    with vault.writing(notice) as news:  # type: ignore[arg-type]
        assert news == []
        vault.commit(made(entry("one")))


def test_patience_ends(tmp_path: Path) -> None:
    path = str(tmp_path / ".lock")
    holder, waiter = Lock(path), Lock(path)
    holder.take()
    with pytest.raises(Conflict, match="nothing was changed"):
        waiter.take(patience=0.05)
    holder.release()
    waiter.take()
    assert not holder.try_take()
    waiter.close()
    assert holder.try_take()
    holder.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_removed_lock_still_excludes(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    first, second = Lock(str(path)), Lock(str(path))
    assert first.try_take()
    first.release()
    path.unlink()
    assert second.try_take()
    assert not first.try_take()
    assert not first.try_take()
    second.close()
    first.take()
    first.close()
