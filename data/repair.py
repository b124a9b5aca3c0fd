"""A whole repair: the files, what was in them, and the snapshots made anew."""

from __future__ import annotations

from data import lastseen
from data.log import Op, Stamp
from data.mend import Mended
from data.vault import Vault, record_of
from organizer.change import Change, Row
from organizer.keeping import Finding
from organizer.records import TABLES

LABEL = "Brought back what was lost"


def finish(vault: Vault, home: str, id: str, mended: Mended, findings: list[Finding], now: str) -> list[str]:
    """After the files were mended: changes that came back are done again where nothing came after them, and a damaged
    snapshot gives way to a new one. Gives what was done, a sentence each.

    Raises `DiskTrouble`, `Damaged`, `Conflict`.
    """
    done = []
    with vault.writing():
        rows = _to_do_again(vault, mended.back)
        if rows:
            vault.commit(Change(LABEL, tuple(rows), at=now, by="shell"))
            ids = ", ".join(dict.fromkeys(row.id[:5] for row in rows))
            done.append(f"What the changes did that were put back is done again: {ids}.")
    unfit = [int(finding.file[5:13]) for finding in findings if finding.harms and finding.file.startswith("base-")]
    if unfit:
        vault.distrust(unfit)
        done += [f"base-{gen:08d}.json was damaged and gave way to a new snapshot." for gen in unfit]
    if lastseen.acknowledge(home, id):
        done.append("The vault is taken as it is now; what this computer had seen before counts no more.")
    return done


def _to_do_again(vault: Vault, back: list[tuple[Stamp, list[Op]]]) -> list[Row]:
    """The rows of changes that came back which the vault does not show, though nothing else changed them since."""
    touched: dict[tuple[str, str], int] = {}
    for change in vault.past():
        for row in change.rows:
            touched.setdefault((row.table, row.id), change.n)
    rows = []
    for about, ops in back:
        for table, id, old, new in ops:
            if table in TABLES and touched.get((table, id), about.n) <= about.n:
                before, after = record_of(table, old) if old else None, record_of(table, new) if new else None
                if vault.table(table).get(id) == before and before != after:
                    rows.append(Row(table, id, before, after))
    return rows
