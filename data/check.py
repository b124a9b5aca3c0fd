"""A check of all that is kept: every file, every number, every record; nothing is changed by looking."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from typing import NamedTuple

from data import lastseen, synced
from data.codec import Codec
from data.create import card_of
from data.examine import Seen, examine
from data.files import FILE_MODE, FOLDER_MODE
from data.names import kind_of
from data.state import State
from data.vault import record_of
from organizer.errors import Damaged, OrganizerError
from organizer.keeping import Finding
from organizer.records import TABLES, Record

Tables = dict[str, dict[str, Record]]

ASIDE = {
    "torn-": "the end of a change that was not finished",
    "conflict-": "what another program had put in the place of the vault's own file",
    "damaged-base-": "a snapshot that could not be read; what it held was put together again from older files",
    "damaged-log-": "a log, or the end of one, that had rotted",
    "damaged-history-": "a history in which lines had rotted",
    "damaged-archive-": "a part of the archive that had rotted, and was found in a backup",
}
"""Files that are kept beside the vault's own and never read again, by how their names begin."""


class Checked(NamedTuple):
    """What a check found. `counts` are records by table; `last` is the number of the last change."""

    id: str
    format: int
    last: int
    counts: dict[str, int]
    files: int
    tables: Tables
    findings: list[Finding]


def check(home: str, codec: Codec) -> Checked:
    """Check the vault of a home. Raises `Damaged` when there is none, `OSError`."""
    vault = os.path.join(home, "vault")
    if not os.path.isdir(vault):
        raise Damaged("There is no vault here yet. organizer add begins one, organizer restore puts a backup in place.")
    seen = examine(vault, codec)
    found = [*seen.findings, *_names(vault), *_rights(home)]
    tables: Tables = {}
    counts: dict[str, int] = {}
    last = 0
    with suppress(OrganizerError):
        state = State(vault, card_of(vault, codec), codec)
        try:
            last = state.seq
            tables, counts = _records(state, found)
        finally:
            state.close()
    found += _around(home, seen)
    id, format = (seen.card.id, seen.card.format) if seen.card else ("", 0)
    return Checked(id, format, last, counts, len(os.listdir(vault)), tables, found)


def _records(state: State, found: list[Finding]) -> tuple[Tables, dict[str, int]]:
    """Every record, the archive's too; what this version does not understand is told by id."""
    tables: Tables = {name: {} for name in TABLES}
    counts: dict[str, int] = {}
    for name in [*TABLES, *(name for name in state.tables.snapshot.tables if name not in TABLES)]:
        try:
            docs = dict(state.tables.docs(name).items())
            for part in state.tables.old(name):
                docs.update(part)
        except Damaged:
            found.append(Finding("damage", f"The {name} cannot be read."))
            continue
        counts[name] = len(docs)
        if name in TABLES:
            lost = []
            for id, doc in docs.items():
                record = record_of(name, doc)
                if record is None:
                    lost.append(id)
                else:
                    tables[name][id] = record
            if lost:
                said = f"{len(lost):,} of the {name} cannot be understood by this version; they are kept."
                found.append(Finding("understood", said, ids=tuple(lost)))
    return tables, {name: number for name, number in counts.items() if number}


def _names(vault: str) -> list[Finding]:
    """The files in a vault's folder that are not its own."""
    found = []
    for name in sorted(os.listdir(vault)):
        kind = kind_of(name)
        if kind == "copy":
            found.append(Finding("copy", f"{name} is a copy that a sync program made; it is not read.", name))
        elif kind == "aside":
            why = next((what for start, what in ASIDE.items() if name.startswith(start)), "nobody reads it")
            found.append(Finding("aside", f"{name} was set aside: {why}.", name))
        elif kind == "unknown":
            found.append(Finding("unknown", f"{name} is no file of the vault; it is left alone.", name))
    return found


def rights_of(home: str) -> list[tuple[str, int]]:
    """What others than the owner could open, with the mode it should have: the vault, the backups, the notes."""
    if sys.platform == "win32":
        return []
    found = []
    for name in ("vault", "backups", "state"):
        for folder, _, files in os.walk(os.path.join(home, name)):
            for path, mode in [(folder, FOLDER_MODE), *((os.path.join(folder, file), FILE_MODE) for file in files)]:
                with suppress(OSError):
                    if stat.S_IMODE(os.lstat(path).st_mode) & 0o077 and not os.path.islink(path):
                        found.append((path, mode))
    return found


def _rights(home: str) -> list[Finding]:
    return [
        Finding("rights", f"{os.path.relpath(path, home)} can be opened by other users of this computer.",
                os.path.basename(path))
        for path, _ in rights_of(home)
    ]  # fmt: skip


def _around(home: str, seen: Seen) -> list[Finding]:
    """What stands beside the vault: what this computer has seen of it, and who else keeps the folder."""
    found = []
    gone = lastseen.told(lastseen.read(home).get(seen.card.id, {})) if seen.card else None
    if gone:
        found.append(Finding("older", lastseen.sentence(gone) + _ACKNOWLEDGE, at=str(gone[2]), n=int(str(gone[0]))))
    said = synced.sentence(home)
    if said:
        found.append(Finding("synced", said))
    return found


_ACKNOWLEDGE = (
    " `organizer backups` shows what to go back to. If an older copy was put there on purpose, "
    "`organizer check --repair` takes it as it is."
)
