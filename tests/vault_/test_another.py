"""The folder is swapped or lost under an open vault; files of another vault stand among its own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from data import compact, place
from data.vault import Vault
from organizer.errors import Damaged, DiskTrouble, OrganizerError
from tests.vault_.tools import commit, contents, entry, everything, made

posix = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")

Files = dict[str, bytes]


@pytest.fixture(autouse=True, params=["fresh", "settled"])
def cards(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards that were written just now are read at every change; those of long ago only when they are others."""
    if request.param == "settled":
        monkeypatch.setattr(place, "COARSE", -(10**15))


def files(home: Path) -> Files:
    """What a vault's folder holds."""
    return {path.name: path.read_bytes() for path in (home / "vault").iterdir() if path.name != ".lock"}


def vault_with(home: Path, *ids: str, closed: bool = True) -> Vault:
    """A vault that holds these entries."""
    vault = Vault.open(home)
    everything(vault)
    commit(vault, *(made(entry(id)) for id in ids))
    if closed:
        vault.close()
    return vault


def refused(vault: Vault, kind: type[OrganizerError], words: str) -> None:
    """It tells once when asked for news, and each time when it should write."""
    with pytest.raises(kind, match=words):
        vault.news()
    assert vault.news() == []
    for _ in range(2):
        with pytest.raises(kind, match=words):
            commit(vault, made(entry("late")))


@posix
@pytest.mark.parametrize("light", [True, False])
@pytest.mark.parametrize("how", ["made anew", "moved in", "copied over"])
def test_another_vault_in_the_folder_is_not_written(tmp_path: Path, how: str, light: bool) -> None:
    home, theirs = tmp_path / "home", tmp_path / "theirs"
    vault_with(home, "one", "two")
    vault_with(theirs, "three")
    vault = Vault.open(home)
    held = set(vault.table("entries")) if light else set(everything(vault)["entries"])
    if how == "copied over":
        shutil.copytree(theirs / "vault", home / "vault", dirs_exist_ok=True)
    else:
        shutil.rmtree(home / "vault")
        if how == "moved in":
            shutil.move(theirs / "vault", home / "vault")
    other = Vault.open(home)
    commit(other, made(entry("four")))
    before = files(home)
    refused(vault, Damaged, "Another vault stands in this folder now. What was typed is still here")
    assert set(vault.table("entries")) == held
    assert list(vault.past()) == []
    vault.close()
    assert files(home) == before
    other.close()
    assert "four" in contents(home)["entries"]
    assert not contents(home)["entries"].keys() & {"one", "two", "late"}


@posix
def test_a_snapshot_under_way_is_not_put_into_another_vault(tmp_path: Path) -> None:
    home = tmp_path / "home"
    vault = vault_with(home, "one", closed=False)
    snap = vault._engine._picture(2)
    shutil.rmtree(home / "vault")
    vault_with(home, "two")
    before = files(home)
    snap.run()
    vault.close()
    assert files(home) == before


@posix
@pytest.mark.parametrize("how", ["home", "vault", "files"])
def test_a_folder_that_is_gone_is_told_once_and_not_made_again(tmp_path: Path, how: str) -> None:
    home, away = tmp_path / "home", tmp_path / "away"
    vault = vault_with(home, "one", closed=False)
    gone = home if how == "home" else home / "vault"
    gone.rename(away)
    if how == "files":
        gone.mkdir()
    refused(vault, DiskTrouble, "gone")
    assert list(vault.table("entries")) == ["one"]
    if how == "files":
        assert files(home) == {}
        shutil.rmtree(gone)
    assert not gone.exists()
    away.rename(gone)
    assert vault.news() == []
    commit(vault, made(entry("two")))
    assert not vault.damage
    vault.close()
    assert list(contents(home)["entries"]) == ["one", "two"]


@pytest.mark.parametrize("data", [None, b"half a li"])
def test_a_lost_card_is_put_back_while_open(tmp_path: Path, data: bytes | None) -> None:
    vault = vault_with(tmp_path, "one", closed=False)
    path = tmp_path / "vault" / "vault.json"
    card = path.read_bytes()
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    assert vault.news() == []
    commit(vault, made(entry("two")))
    assert path.read_bytes() == card
    assert any("vault.json was lost or damaged" in line for line in vault.damage)
    vault.close()
    assert list(contents(tmp_path)["entries"]) == ["one", "two"]


def test_a_lost_card_among_snapshots_of_another_vault(tmp_path: Path) -> None:
    home, theirs = tmp_path / "home", tmp_path / "theirs"
    vault = vault_with(home, "one", closed=False)
    vault_with(theirs, "two")
    shutil.copy(theirs / "vault" / "base-00000001.json", home / "vault" / "base-00000001.json")
    (home / "vault" / "vault.json").unlink()
    before = files(home)
    refused(vault, Damaged, "Another vault")
    vault.close()
    assert files(home) == before


@pytest.fixture
def mixed(tmp_path: Path) -> tuple[Path, Files]:
    """A vault with the entry "one" and a log and a snapshot of another vault, of its own and the next generation."""
    theirs = tmp_path / "theirs"
    vault = Vault.open(theirs, compact_after=600, background=False)
    everything(vault)
    for n in range(4):
        commit(vault, made(entry(f"x{n}", "é" * 60)))
    vault.close()
    vault_with(tmp_path / "home", "one")
    foreign = {}
    for name in ("log-00000002.jsonl", "base-00000002.json", "log-00000003.jsonl"):
        foreign[name] = (theirs / "vault" / name).read_bytes()
        (tmp_path / "home" / "vault" / name).write_bytes(foreign[name])
    return tmp_path / "home", foreign


def test_files_of_another_vault_are_left_as_they_are(
    mixed: tuple[Path, Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, foreign = mixed
    monkeypatch.setattr(compact, "KEEP_CHANGES", 3)
    told = []
    for n in range(6):
        vault = Vault.open(home, compact_after=400, background=False)
        second = Vault.open(home)
        assert list(vault.table("entries")) == ["one", *(f"e{m}" for m in range(n))]
        everything(vault)
        commit(vault, made(entry(f"e{n}", "é" * 200)))
        assert [change.n for change in second.news() or ()] == [n + 2]
        told += vault.damage
        vault.close()
        second.close()
    assert {name: data for name, data in files(home).items() if name in foreign} == foreign
    assert not [name for name in files(home) if name.startswith(("torn", "conflict", "damaged"))]
    assert any("belongs to another vault" in line for line in told)


def test_a_log_that_is_another_vaults_is_written_past(tmp_path: Path) -> None:
    home, theirs = tmp_path / "home", tmp_path / "theirs"
    vault_with(home, "one")
    vault_with(theirs, "two", "three")
    log = home / "vault" / "log-00000001.jsonl"
    shutil.copy(theirs / "vault" / log.name, log)
    first, second = Vault.open(home), Vault.open(home)
    assert first.table("entries") == second.table("entries") == {}
    commit(first, made(entry("four")))
    assert [change.n for change in second.news() or ()] == [1]
    commit(second, made(entry("five")))
    assert [change.n for change in first.news() or ()] == [2]
    assert [change.n for change in first.past()] == [2, 1]
    first.close()
    second.close()
    assert list(contents(home)["entries"]) == ["four", "five"]
    assert log.read_bytes() == (theirs / "vault" / log.name).read_bytes()


def test_a_log_swapped_for_another_vaults_while_open(tmp_path: Path) -> None:
    home, theirs = tmp_path / "home", tmp_path / "theirs"
    vault = vault_with(home, "one", closed=False)
    vault_with(theirs, "two", "three")
    log = home / "vault" / "log-00000001.jsonl"
    shutil.copy(theirs / "vault" / log.name, tmp_path / "new")
    (tmp_path / "new").replace(log)
    vault.news()
    commit(vault, made(entry("four")))
    vault.close()
    assert list(contents(home)["entries"]) == ["one", "four"]
    assert log.read_bytes() == (theirs / "vault" / log.name).read_bytes()


def test_a_card_that_was_looked_at_before_is_looked_at_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "COARSE", -(10**15))
    Vault.open(tmp_path / "other").close()
    vault = Vault.open(tmp_path / "home")
    commit(vault, made(entry("one")))
    looks: list[str] = []
    real = place.check
    monkeypatch.setattr(place, "check", lambda *args: (looks.append(""), real(*args))[1])
    commit(vault, made(entry("two")))
    assert not looks
    card = tmp_path / "home" / "vault" / "vault.json"
    mine = card.read_bytes()
    card.write_bytes((tmp_path / "other" / "vault" / "vault.json").read_bytes())
    with pytest.raises(Damaged, match="Another vault"):
        commit(vault, made(entry("three")))
    card.unlink()
    commit(vault, made(entry("three")))
    assert card.read_bytes() == mine
    vault.close()
    assert contents(tmp_path / "home")["entries"].keys() == {"one", "two", "three"}
