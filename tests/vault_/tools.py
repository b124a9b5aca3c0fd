"""What the tests of the vault share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from data.vault import Vault
from organizer.change import Change, Row
from organizer.records import TABLES, Entry, Record

ROOT = Path(__file__).parents[2]
NOW = "2026-06-11T09:14:00"


def entry(id: str, text: str = "Pay rent", **more: Any) -> Entry:
    """An entry with an id."""
    return Entry(id=id, text=text, **more)


def made(*entries: Record, label: str = "Add") -> Change:
    """The change that makes these entries."""
    return Change(label, tuple(Row("entries", one.id, None, one) for one in entries), at=NOW, by="test")


def changed(before: Entry, label: str = "Edit", **fields: Any) -> Change:
    """The change that gives an entry these fields."""
    return Change(label, (Row("entries", before.id, before, before._replace(**fields)),), at=NOW, by="test")


def removed(before: Entry, label: str = "Drop") -> Change:
    """The change that takes an entry away."""
    return Change(label, (Row("entries", before.id, before, None),), at=NOW, by="test")


def commit(vault: Vault, *changes: Change) -> list[Change]:
    """Store changes, one after the other, under one lock."""
    with vault.writing():
        return [vault.commit(change) for change in changes]


def at(vault: Vault, id: str) -> Entry:
    """One entry."""
    found = vault.table("entries")[id]
    assert isinstance(found, Entry)
    return found


def everything(vault: Vault) -> dict[str, dict[str, Record]]:
    """All tables."""
    return {name: vault.table(name) for name in TABLES}


def with_archive(vault: Vault) -> dict[str, dict[str, Record]]:
    """All tables, with what is in the archive."""
    held = everything(vault)
    for table in ("entries", "days"):
        for part in vault.older(table):
            for one in part:
                assert one.id not in held[table], "it is in both"
                held[table][one.id] = one
    return held


def contents(home: Path) -> dict[str, dict[str, Record]]:
    """All tables of a vault that is opened and closed for it."""
    vault = Vault.open(home)
    try:
        return everything(vault)
    finally:
        vault.close()


def start(code: str, *args: object) -> subprocess.Popen[str]:
    """Another process that runs `code` with the project on its path; it speaks and listens by pipes."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(
        command, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run(code: str, *args: object) -> str:
    """What such a process says, once it has ended well."""
    process = start(code, *args)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out
