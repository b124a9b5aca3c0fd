"""`where`: which folder holds everything, and how the vault in it is."""

from __future__ import annotations

import os

from organizer import paths
from organizer.shell import VERSION
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def where(shell: Shell, given: Given) -> int:
    """Print the paths, the version, the sizes, and what is the matter if anything is."""
    vault = shell.vault
    folder = str(vault.path)
    logs, snapshots = _sizes(folder)
    facts = {
        "home": paths.home(),
        "vault": folder,
        "version": VERSION,
        "readonly": vault.readonly,
        "damage": " ".join(vault.damage),
        "log_bytes": logs,
        "snapshot_bytes": snapshots,
    }
    if given.json:
        shell.terminal.json(facts)
        return 0
    labels = {"home": "Home", "vault": "Vault", "version": "Version", "readonly": "Read only", "damage": "Damage"}
    pairs = [(label, str(facts[name])) for name, label in labels.items() if facts[name]]
    shell.terminal.facts([*pairs, ("Log", _bytes(logs)), ("Snapshots", _bytes(snapshots))])
    return 0


def _sizes(folder: str) -> tuple[int, int]:
    """The bytes of the logs and of the snapshots."""
    logs = snapshots = 0
    with os.scandir(folder) as files:
        for file in files:
            if file.name.startswith(("log-", "history-")):
                logs += file.stat().st_size
            elif file.name.startswith("base-"):
                snapshots += file.stat().st_size
    return logs, snapshots


def _bytes(size: int) -> str:
    return f"{size:,} bytes" if size < 10_000 else f"{size / 1000:,.0f} kB"
