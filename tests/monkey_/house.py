"""A home for a monkey: made-up, with what may be asked of it before and after. Nothing of this machine is in reach."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from data.starter.demo import demo_records
from data.vault import Vault
from organizer.clock import StoppedClock
from organizer.errors import Conflict, NotFound, WrongUse
from organizer.office import Office
from organizer.records import TABLES, Record

ROOT = Path(__file__).parents[2]
NOW = "2026-06-11T09:14:00"
PASSPHRASE = "nine blue herons"


class House:
    """A home in a folder, and the shell beside it. Its `shape` is "demo", "sealed", "empty", or the folder of a home
    to begin with a copy of, as `tests.bench.years` fills one."""

    def __init__(self, folder: Path, shape: str = "demo") -> None:
        self.folder, self.sealed, self.shape = folder, False, shape
        self.home = folder / "practice"
        self.person = folder / "person"
        self.person.mkdir(parents=True)
        (folder / "tools").mkdir()
        (folder / "passphrase").write_text(PASSPHRASE + "\n")
        self.before = self._fill()
        if shape == "sealed":
            self.sealed = True
            done = self.shell("passphrase", "set", "--sheet", str(folder / "sheet.txt"), new=True)
            assert done.returncode == 0, done.stderr

    @property
    def trouble(self) -> Path:
        """The note of what went wrong in the program."""
        return self.home / "trouble.log"

    def environment(self, **more: str) -> dict[str, str]:
        """No tool of this machine, no bus, no folder of the person's own."""
        kept = {name: value for name, value in os.environ.items() if name in ("LANG", "TMPDIR")}
        own = {name: str(self.person) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        ours = {"ORGANIZER_HOME": str(self.home), "ORGANIZER_NOW": NOW, "ORGANIZER_BACKUPS": "off"}
        kept |= {"PATH": str(self.folder / "tools"), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        return {**kept, **own, **ours, "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor", **more}

    def shell(self, *words: str, new: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a verb beside the app."""
        name = "ORGANIZER_NEW_PASSPHRASE_FILE" if new else "ORGANIZER_PASSPHRASE_FILE"
        more = {name: str(self.folder / "passphrase")} if self.sealed else {}
        command = [sys.executable, "-m", "organizer", *words]
        env = self.environment(**more)
        return subprocess.run(
            command, env=env, cwd=self.person, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
        )

    def office(self) -> Office:
        """The office of the home, opened in this process."""
        key = None
        if self.sealed:
            from data import keys

            key = keys.unlock(str(self.home), PASSPHRASE)
        return Office(Vault.open(str(self.home), key), StoppedClock(datetime.fromisoformat(NOW)))

    def _fill(self) -> dict[str, dict[str, Record]]:
        if os.path.isabs(self.shape):
            shutil.copytree(self.shape, self.home)
        office = self.office()
        if self.shape in ("demo", "sealed"):
            office.run("practice.fill", records=demo_records(datetime.fromisoformat(NOW)))
        tables = held(office)
        office.close()
        return tables

    def unlike(self) -> str:
        """What is not as the last change that the vault holds of it left it, or "": nothing that was kept is lost."""
        office = self.office()
        last = {(row.table, row.id): row.after for change in reversed(office.changes()) for row in change.rows}
        lost = [key for key, record in last.items() if office.practice.look(*key) != record]
        office.close()
        return "; ".join(" ".join(key) for key in lost)

    def undo_all(self) -> tuple[int, str]:
        """Take everything back; how many changes that were, and what is not as it was then, or ""."""
        office = self.office()
        for_good = {(row.table, row.id) for change in office.changes() if change.undoes for row in change.rows}
        number, why = 0, ""
        try:
            while True:
                office.undo()
                number += 1
        except NotFound:
            pass
        except (Conflict, WrongUse) as error:
            why = f"undo stopped: {error}"
        after = held(office)
        office.close()
        if why:
            return number, ""  # something was changed beside it: said, and nothing lost
        return number, "; ".join(
            f"{table} {id}"
            for table in TABLES
            for id in {*after[table], *self.before[table]}
            if table != "settings"
            and (table, id) not in for_good
            and after[table].get(id) != self.before[table].get(id)
        )


def held(office: Office) -> dict[str, dict[str, Any]]:
    """Everything an office holds."""
    return {name: dict(office.practice.table(name)) for name in TABLES}
