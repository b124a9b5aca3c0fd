"""Vaults of every format open with today's program; a step to another format is one rebuild, backed up before."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from data import backup, migrate, restore
from data import state as state_module
from data import vault as vault_module
from data.check import check
from data.codec import Codec, Doc, Plain
from data.keys import Key, unlock
from data.vault import Vault
from organizer.errors import Damaged
from tests.vault_.saving import PASSPHRASE, SAVED, held
from tests.vault_.tools import changed, commit, entry, everything, made

FORMATS = sorted(path.stem for path in SAVED.glob("format-*.json"))
NOW = "2031-05-09T17:30:00"


def put_back(name: str, home: Path) -> Key | None:
    """Restore a saved vault into an empty home; gives its key."""
    restore.restore(str(home), None, str(SAVED / f"{name}.organizer"), NOW, lambda sentence: PASSPHRASE)
    return unlock(home, PASSPHRASE) if name.endswith("-sealed") else None


def files(home: Path) -> dict[str, bytes]:
    """The bytes of a vault."""
    return {path.name: path.read_bytes() for path in (home / "vault").iterdir() if path.name != ".lock"}


def same(found: dict[str, Any], saved: dict[str, Any]) -> None:
    """Whether all that was saved is there; later versions may have more tables."""
    for name, records in saved["tables"].items():
        assert found["tables"].get(name, {}) == records, name
    assert (found["labels"], found["history"]) == (saved["labels"], saved["history"])


@pytest.mark.parametrize("sealed", ["", "-sealed"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_saved_vault_of_every_format_opens(tmp_path: Path, name: str, sealed: str) -> None:
    key = put_back(name + sealed, tmp_path)
    saved = json.loads((SAVED / f"{name}.json").read_text(encoding="utf-8"))
    vault = Vault.open(tmp_path, key)
    same(held(vault), saved)
    assert vault.damage == []
    commit(vault, made(entry("new")))
    vault.close()
    codec: Codec = Plain() if key is None else key.codec()
    assert [one for one in check(str(tmp_path), codec).findings if one.harms] == []


def step(table: str, doc: Doc) -> Doc | None:
    """A made-up step: a field gets another name, and what is let go of goes."""
    if table != "entries":
        return doc
    if doc.get("stage") == "let go":
        return None
    return {("words" if name == "tags" else name): value for name, value in doc.items()}


def again(table: str, doc: Doc) -> Doc | None:
    """And another one after it."""
    return {**doc, "third": True} if table == "areas" else doc


STEPS = {1: step, 2: again}


@pytest.mark.parametrize("sealed", ["", "-sealed"])
def test_steps_are_one_rebuild_and_backed_up_before(tmp_path: Path, sealed: str) -> None:
    key = put_back("format-1" + sealed, tmp_path)
    codec: Codec = Plain() if key is None else key.codec()
    vault = Vault.open(tmp_path, key)
    one = entry("tagged", tags=("x", "y"))
    commit(vault, made(one), made(entry("gone", stage="let go")), changed(one, text="later"))
    before = held(vault)
    vault.close()
    assert migrate.migrate(str(tmp_path), codec, STEPS, 3)
    assert not migrate.migrate(str(tmp_path), codec, STEPS, 3), "once"
    (kept,) = backup.listed(str(tmp_path))
    assert kept.name == "before-format-3.organizer"
    with pytest.MonkeyPatch.context() as later:
        later.setattr(state_module, "FORMAT", 3)
        vault = Vault.open(tmp_path, key)
        assert (vault.readonly, vault.damage) == ("", [])
        docs = vault._engine.state.tables.docs("entries")
        assert docs["tagged"]["words"] == ["x", "y"]
        assert "gone" not in docs
        assert all(doc["third"] for doc in vault._engine.state.tables.docs("areas").values())
        assert held(vault)["labels"] == before["labels"], "undo goes on"
        entries = {id for id in before["tables"]["entries"] if before["tables"]["entries"][id].get("stage") != "let go"}
        assert set(docs) == entries
        commit(vault, made(entry("after")))
        vault.close()
        vault = Vault.open(tmp_path, key)
        assert "after" in vault.table("entries")
        vault.close()
    vault = Vault.open(tmp_path, key)
    assert "newer" in vault.readonly, "today's program only reads it"
    vault.close()
    restore.restore(str(tmp_path), key, kept.path, NOW, lambda sentence: PASSPHRASE)
    vault = Vault.open(tmp_path, key)
    assert held(vault)["tables"] == before["tables"]
    vault.close()


def test_a_vault_brings_itself_up_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_back("format-1", tmp_path)
    monkeypatch.setattr(state_module, "FORMAT", 2)
    monkeypatch.setattr(vault_module, "FORMAT", 2)
    real = migrate.migrate
    monkeypatch.setattr(migrate, "migrate", lambda home, codec: real(home, codec, STEPS, 2))
    vault = Vault.open(tmp_path)
    assert vault._engine.state.newest_format == 2
    assert vault.readonly == ""
    assert everything(vault)["entries"]
    vault.close()


def test_what_fails_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_back("format-1", tmp_path)
    before = files(tmp_path)

    def broken(table: str, doc: Doc) -> Doc:
        raise ValueError(table)

    with pytest.raises(ValueError, match=r"^\w+$"):
        migrate.migrate(str(tmp_path), Plain(), {1: broken}, 2)
    with pytest.raises(Damaged, match="no way leads"):
        migrate.migrate(str(tmp_path), Plain(), {1: step}, 3)
    real = os.fsync

    def full(fd: int) -> None:
        if any(name.startswith("vault.new-") for name in os.listdir(tmp_path)):
            raise OSError(28, "")
        real(fd)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Exception, match="The disk is full"):
        migrate.migrate(str(tmp_path), Plain(), STEPS, 3)
    monkeypatch.undo()
    assert files(tmp_path) == before


def test_two_programs_bring_it_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_back("format-1", tmp_path)
    assert migrate.migrate(str(tmp_path), Plain(), STEPS, 2)
    before = files(tmp_path)
    real, seen = migrate.card_of, iter([1])  # the second one looked before the first was done
    monkeypatch.setattr(migrate, "card_of", lambda folder, codec: real(folder, codec)._replace(format=next(seen, 2)))
    migrate.migrate(str(tmp_path), Plain(), STEPS, 2)
    assert files(tmp_path) == before
    assert not [name for name in os.listdir(tmp_path) if name.startswith("vault.")]
