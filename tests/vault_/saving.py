"""Vaults saved as files of each format, so that every later program can be asked whether it opens them.

By hand, once for each format: `python -m tests.vault_.saving`. It writes saved/format-N.organizer, the same sealed,
and what both hold as JSON. Files of earlier formats are never made again.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from data import backup, sealing
from data.codec import Codec, Plain
from data.layout import FORMAT
from data.vault import Vault
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import TABLES, Entry, to_doc
from tests.vault_.sealed import QUICK

SAVED = Path(__file__).with_name("saved")
PASSPHRASE = "the passphrase of the saved vault"
NOW = datetime(2026, 6, 11, 9, 14)


def held(vault: Vault) -> dict[str, Any]:
    """Everything a vault holds, the archive too, and the names of its changes."""
    tables = {}
    for name in TABLES:
        records = {**vault.table(name)}
        for part in vault.older(name):
            records.update((record.id, record) for record in part)
        tables[name] = {id: to_doc(record) for id, record in sorted(records.items())}
    labels = [change.label for change in vault.past()]
    found = {"tables": tables, "labels": labels, "history": vault.old_history("one")}
    return dict(json.loads(json.dumps(found)))


def fill(home: Path) -> None:
    """A year of a small practice: several generations, an archive, a history, things undone."""
    from data import compact
    from data.starter.demo import demo_records

    keep, compact.KEEP_CHANGES = compact.KEEP_CHANGES, 20
    vault = Vault.open(home, compact_after=6000, background=False, archive_after=5)
    office = Office(vault, StoppedClock(NOW))
    office.run("practice.fill", records=demo_records(NOW))
    old = [
        Entry(f"{n:03d}old", text=f"Order forms {n}", stage="done", closed=f"2023-0{1 + n % 9}-04") for n in range(30)
    ]
    one = Entry("one", text="Pay the rent", created="2026-06-01T09:00:00")
    with vault.writing():
        vault.commit(Change("Old", tuple(Row("entries", each.id, None, each) for each in (*old, one)), at="2026-06-11"))
        for n in range(40):
            after = one._replace(text=f"Pay the rent {n}")
            vault.commit(Change(f"Edit {n}", (Row("entries", "one", one, after),), at=f"2026-06-11T10:{n:02d}:00"))
            one = after
    office.close()
    vault = Vault.open(home, compact_after=6000, background=False, archive_after=5)
    office = Office(vault, StoppedClock(NOW))
    office.run("catch", lines=["Call Heron 7 back tomorrow 10am #outreach ~15m -> find the number"])
    office.run("entry.done", ("one",))
    office.undo()
    office.close()
    compact.KEEP_CHANGES = keep


def save(home: Path, codec: Codec, name: str) -> None:
    """A backup of a home as a file to keep."""
    target = SAVED / f"{name}.organizer"
    target.unlink(missing_ok=True)
    backup.back_up(str(home), codec, NOW.isoformat(), to=str(target))


def main() -> None:
    """Write the files of the format there is."""
    SAVED.mkdir(exist_ok=True)
    home = Path(tempfile.mkdtemp())
    try:
        fill(home)
        vault = Vault.open(home)
        text = json.dumps(held(vault), indent=1, ensure_ascii=False, sort_keys=True)
        (SAVED / f"format-{FORMAT}.json").write_text(text + "\n", encoding="utf-8")
        vault.close()
        save(home, Plain(), f"format-{FORMAT}")
        key, _ = sealing.seal(home, PASSPHRASE, QUICK)
        save(home, key.codec(), f"format-{FORMAT}-sealed")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
