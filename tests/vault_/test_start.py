"""The first moment of a vault, and what other programs may do to its files later."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from data import create
from data.starter import beginnings
from data.vault import Vault
from organizer.records import Area
from tests.vault_.tools import commit, contents, entry, everything, made, start

STARTER = """
import sys
from pathlib import Path
from data.vault import Vault
print("ready", flush=True)
sys.stdin.readline()
vault = Vault.open(Path(sys.argv[1]))
print(sorted(area.uuid for area in vault.table("areas").values()))
vault.close()
"""


def test_what_an_office_begins_with(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    areas = vault.table("areas")
    assert [id for id, area in areas.items() if isinstance(area, Area) and area.client_facing] == ["outreach"]
    assert list(areas)[:4] == ["documentation", "scheduling", "record-keeping", "accounting"]
    assert len({area.uuid for area in beginnings() if isinstance(area, Area)}) == len(areas) == 9
    words = [word for area in areas.values() if isinstance(area, Area) for word in (area.id, *area.aliases)]
    assert len(set(words)) == len(words), "a word stands for one area"
    assert list(vault.past()) == []
    vault.close()


def test_several_start_at_once(tmp_path: Path) -> None:
    children = [start(STARTER, tmp_path / "new" / "home") for _ in range(4)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    said = [child.communicate() for child in children]
    assert len({out for out, _ in said}) == 1
    assert {error for _, error in said} == {""}


@pytest.mark.parametrize(("name", "done"), [("write", 0), ("write", 1), ("replace", 0), ("replace", 1)])
def test_stopped_while_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, done: int) -> None:
    real, left = getattr(create, name), done

    def stop(*args: object) -> None:
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        real(*args)

    with monkeypatch.context() as patched:
        patched.setattr(create, name, stop)
        with pytest.raises(KeyboardInterrupt):
            Vault.open(tmp_path)
    vault = Vault.open(tmp_path)
    assert len(vault.table("areas")) == 9
    assert not vault.damage
    commit(vault, made(entry("one")))
    vault.close()
    assert contents(tmp_path)["entries"] == {"one": entry("one")}


def test_orphans_are_swept(tmp_path: Path) -> None:
    Vault.open(tmp_path).close()
    orphan = tmp_path / "vault" / "base-00000009.json.tmp"
    orphan.write_bytes(b"half")
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    assert not orphan.exists()
    vault.close()


@pytest.mark.parametrize("how", ["older", "diverged", "removed", "emptied"])
def test_another_program_swaps_the_log(tmp_path: Path, how: str) -> None:
    home = tmp_path / "home"
    vault = Vault.open(home)
    commit(vault, made(entry("one")))
    shutil.copytree(home, tmp_path / "theirs")
    commit(vault, made(entry("two")))
    log = home / "vault" / "log-00000001.jsonl"
    theirs = Vault.open(tmp_path / "theirs")
    if how == "diverged":
        commit(theirs, made(entry("three", "longer than the other one")), made(entry("four")))
    theirs.close()
    if how == "removed":
        log.unlink()
    elif how == "emptied":
        log.write_bytes(b"")
    else:
        shutil.copy(tmp_path / "theirs" / "vault" / log.name, tmp_path / "new")
        os.replace(tmp_path / "new", log)
    vault.news()
    commit(vault, made(entry("five")))
    held = everything(vault)
    assert list(held["entries"]) == ["one", "two", "five"]
    assert any("replaced" in line for line in vault.damage)
    vault.close()
    assert contents(home) == held
    assert bool(list((home / "vault").glob("conflict-*"))) == (how != "removed")


def test_another_program_brings_a_newer_log(tmp_path: Path) -> None:
    home = tmp_path / "home"
    vault = Vault.open(home)
    commit(vault, made(entry("one")))
    shutil.copytree(home, tmp_path / "theirs")
    theirs = Vault.open(tmp_path / "theirs")
    commit(theirs, made(entry("two")))
    theirs.close()
    os.replace(tmp_path / "theirs" / "vault" / "log-00000001.jsonl", home / "vault" / "log-00000001.jsonl")
    assert [change.n for change in vault.news() or ()] == [2]
    commit(vault, made(entry("three")))
    vault.close()
    assert list(contents(home)["entries"]) == ["one", "two", "three"]
