"""What is past: in the logs as whole changes, and after them as a line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import compact
from data.codec import Plain
from data.history import boil_down
from data.vault import Vault
from organizer.change import Change
from tests.vault_.tools import changed, commit, entry, everything, made


def test_past_is_the_changes(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, compact_after=500, background=False)
    everything(vault)
    one = entry("one")
    done = commit(vault, made(one))
    for n in range(20):
        change = changed(one, label=f"Edit {n}", text=str(n))._replace(at="2026-01-02T03:04:05", by="shell", redoes=n)
        done += commit(vault, change)
        one = one._replace(text=str(n))
    assert list(vault.past()) == done[::-1]
    assert done[5].at == "2026-01-02T03:04:05"
    assert vault.old_history("one") == []
    vault.close()


def test_old_changes_become_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "KEEP_CHANGES", 100)
    vault = Vault.open(tmp_path, compact_after=4_000, background=False)
    everything(vault)
    one = entry("one")
    commit(vault, made(one, label="Made")._replace(at="2025-12-31T23:59:00"))
    commit(vault, changed(one, label="Dated", due="2026-03-06", text="x")._replace(at="2026-01-01T00:00:00"))
    commit(
        vault, Change("Drop", (made(entry("two")).rows[0], changed(one._replace(due="2026-03-06", text="x")).rows[0]))
    )
    for n in range(140):
        with vault.writing():
            vault.commit(made(entry(f"e{n}")))
    last = 143
    past = [change.n for change in vault.past()]
    assert past == list(range(last, past[-1] - 1, -1))
    assert 100 <= len(past) < last
    assert vault.old_history("one") == [
        (2, "2026-01-01T00:00:00", "Dated", ("text", "due")),
        (1, "2025-12-31T23:59:00", "Made", ("id", "text")),
    ]
    assert [found[2] for found in vault.old_history("two")] == ["Drop"]
    names = {path.name for path in (tmp_path / "vault").glob("history-*")}
    assert {"history-2025.jsonl", "history-2026.jsonl"} <= names
    assert vault.old_history("e") == []
    vault.close()


def test_boiling_down_twice_and_tearing(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one"))._replace(at="2026-01-01T00:00:00"))
    folder = tmp_path / "vault"
    log = folder / "log-00000001.jsonl"
    data = log.read_bytes()
    boil_down(str(folder), data, Plain(), 1)
    assert vault.old_history("one") == [], "still told by past()"
    history = folder / "history-2026.jsonl"
    history.write_bytes(history.read_bytes()[:-9])
    boil_down(str(folder), data, Plain(), 1)
    boil_down(str(folder), data, Plain(), 1)
    log.unlink()
    assert vault.old_history("one") == [(1, "2026-01-01T00:00:00", "Add", ("id", "text"))]
    vault._engine.state.close()
