"""`where`: which folder holds everything, how the vault in it is, and what was set aside in it."""

from __future__ import annotations

import os
from typing import Any

from organizer import paths
from organizer.errors import OrganizerError
from organizer.records import TABLES
from organizer.shell import VERSION
from organizer.shell.parsing import Given
from organizer.shell.shell import Kept, Shell
from organizer.shell.terminal import size


def where(shell: Shell, given: Given) -> int:
    """Print the paths, the version, the sizes, and all that is the matter if anything is."""
    vault = shell.vault
    folder = str(vault.path)
    damage = _damage(vault)
    logs, snapshots = _sizes(folder)
    aside = _aside(folder)
    notes = _notes(vault)
    facts: dict[str, Any] = {
        "home": paths.home(),
        "vault": folder,
        "version": VERSION,
        "readonly": vault.readonly,
        "damage": " ".join(damage),
        "aside": aside,
        "notes": notes,
        "log_bytes": logs,
        "snapshot_bytes": snapshots,
    }
    if given.json:
        shell.terminal.json(facts)
        return 0
    labels = {"home": "Home", "vault": "Vault", "version": "Version", "readonly": "Read only"}
    pairs = [(label, str(facts[name])) for name, label in labels.items() if facts[name]]
    pairs += _listed("Damage", damage)
    pairs += [("Log", size(logs)), ("Snapshots", size(snapshots))]
    pairs += _listed("Set aside", [f"{one['name']}, {size(one['bytes'])}: {one['what']}" for one in aside])
    pairs += _listed("To know", notes)
    shell.terminal.facts(pairs)
    return 0


def _notes(vault: Kept) -> list[str]:
    """What there is to know of where it is: a synced folder, copies in it, and what this computer has seen before."""
    from data import lastseen, synced

    home = paths.home()
    found = [synced.sentence(home)] if synced.service(home) else []
    found += [f"{name} is a copy that a sync program made; it is not read." for name in synced.copies(vault.path)]
    gone = lastseen.told(lastseen.read(home).get(vault.id, {}))
    return [*found, lastseen.sentence(gone)] if gone else found


def _damage(vault: Kept) -> list[str]:
    """A sentence for everything that is broken: each table is read, since what is not read tells nothing."""
    worse = []
    for name in TABLES:
        try:
            vault.table(name)
        except OrganizerError as error:
            worse.append(f"The {name} cannot be read. {error}")
    return [*vault.damage, *worse]


def _listed(label: str, values: list[str]) -> list[tuple[str, str]]:
    """Several values of one label, which stands before the first."""
    return [("" if at else label, value) for at, value in enumerate(values)]


def _aside(folder: str) -> list[dict[str, Any]]:
    """What was set aside: its name, how many bytes, and what it is."""
    from data.check import ASIDE

    with os.scandir(folder) as files:
        found = {file.name: file.stat().st_size for file in files}
    return [
        {"name": name, "bytes": found[name], "what": what}
        for start, what in ASIDE.items()
        for name in sorted(found)
        if name.startswith(start)
    ]


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
