"""TinyDB's own tests, run against the vault: a plugin for the pytest that runs them (test_tinydb_itself.py).

Their fixtures are replaced, and in their modules `TinyDB`, `JSONStorage` and `MemoryStorage` are ours. Ids of the vault
are texts, theirs are numbers: a thin table counts as they do and hands the vault texts. All else is the vault's.
"""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb.storages import Storage
from tinydb.table import Table

from data.tiny import VaultDB, VaultStorage, VaultTable

EXCLUDED = tomllib.loads(Path(__file__).with_name("tinydb_excluded.toml").read_text(encoding="utf-8"))
HOME = tempfile.TemporaryDirectory(prefix="organizer-tinydb-")
KINDS = ("written", "read back")
"""How a test finds the documents it begins with: just written, or in the snapshot of a vault that was opened again."""


class NumberedTable(VaultTable):
    """The vault's table with ids that can be taken for numbers."""

    document_id_class = int  # type: ignore[assignment]

    def _get_next_id(self) -> str:
        return str(Table._get_next_id(self))


def _numbered(name: str) -> Callable[..., Any]:
    own = getattr(VaultTable, name)

    def call(self: NumberedTable, *args: Any, **options: Any) -> Any:
        found = own(self, *args, **options)
        return [int(id) for id in found] if isinstance(found, list) else int(found)

    return call


for _name in ("insert", "insert_multiple", "update", "update_multiple", "upsert", "remove"):
    setattr(NumberedTable, _name, _numbered(_name))


class NumberedDB(VaultDB):
    """`VaultDB` as they call `TinyDB`."""

    table_class = NumberedTable  # type: ignore[assignment]

    def __init__(self, path: Any = None, storage: type[Storage] = VaultStorage, **options: Any) -> None:
        options.pop("ensure_ascii", None)  # how JSONStorage writes
        if storage is not VaultStorage:
            super().__init__(storage=storage)
        else:
            super().__init__(path or tempfile.mkdtemp(dir=HOME.name), background=False, **options)


@pytest.fixture(params=KINDS)
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NumberedDB]:
    """What their conftest gives: three documents in the default table."""
    found = NumberedDB(tmp_path / "vault", compact_after=1)
    found.drop_tables()
    found.insert_multiple({"int": 1, "char": c} for c in "abc")
    if request.param == "read back":
        found.close()
        found = NumberedDB(tmp_path / "vault")
    yield found
    found.close()


def pytest_collection_modifyitems(items: list[Any]) -> None:
    """Put ours in the place of theirs, and mark what is excluded: should one of those pass, that is told too."""
    for item in items:
        for name, ours in (("TinyDB", NumberedDB), ("JSONStorage", VaultStorage), ("MemoryStorage", VaultStorage)):
            if hasattr(item.module, name):
                setattr(item.module, name, ours)
        for part in ("tests", "not_run"):
            if reason := EXCLUDED[part].get(_name_of(item.nodeid)):
                item.add_marker(pytest.mark.xfail(reason=reason, strict=True, run=part == "tests"))


def _name_of(nodeid: str) -> str:
    return nodeid.rsplit("/", 1)[-1].split("[")[0]


class Outcomes:
    """What became of each test, written to a file at the end."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that was run, or could not be."""
        if report.when == "call" or not report.passed:
            self.found.setdefault("excluded" if hasattr(report, "wasxfail") else report.outcome, []).append(
                report.nodeid.rsplit("/", 1)[-1]
            )

    def pytest_sessionfinish(self) -> None:
        """All of them."""
        Path(os.environ["TINYDB_OUTCOMES"]).write_text(json.dumps(self.found))


def pytest_configure(config: pytest.Config) -> None:
    """Listen."""
    config.pluginmanager.register(Outcomes())
