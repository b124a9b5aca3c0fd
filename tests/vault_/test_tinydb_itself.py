"""TinyDB's own tests, as its release ships them, pass on the vault's storage, tables and database.

Their source is fetched by pip, once, into pytest's cache; none of it is kept in this project. What is left out is in
tinydb_excluded.toml, with the reason.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tomllib
import warnings
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.vault_.tools import ROOT

RELEASE = "4.9.0"
ARCHIVE_SUM = "6928b1fa785186bda7952a0ba05aaeedc883ede565ca9c7d608de44e5e75de70"
FILES = ("test_tables.py", "test_tinydb.py", "test_operations.py", "test_queries.py", "test_storages.py")
PASSED = 167
"""How many pass; more or fewer means that something has changed."""


@pytest.fixture
def theirs(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of their tests. Where they cannot be had, a build fails; elsewhere it is said aloud."""
    assert request.config.cache is not None
    cache = request.config.cache.mkdir("tinydb")
    archive = cache / f"tinydb-{RELEASE}.tar.gz"
    if not archive.exists():
        why = _fetch(tmp_path, archive)
        if why and os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(why, pytrace=False)
        if why:
            warnings.warn(why, stacklevel=1)
            pytest.skip(why)
    with tarfile.open(archive) as opened:
        for name in FILES:
            file = opened.extractfile(f"tinydb-{RELEASE}/tests/{name}")
            assert file is not None
            (tmp_path / name).write_bytes(file.read())
    return tmp_path


def _fetch(folder: Path, archive: Path) -> str:
    """Put the source of the release in its place; "" or why it could not be had. pip checks that it is that one."""
    wanted = folder / "wanted.txt"
    wanted.write_text(f"tinydb=={RELEASE} --hash=sha256:{ARCHIVE_SUM}\n")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run([*pip, "--no-binary", "tinydb", "-r", wanted, "-d", folder], capture_output=True, text=True)
    found = folder / archive.name
    if done.returncode or not found.exists():
        last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        return f"TinyDB's own tests were NOT run on the vault: pip could not fetch the source of its release ({last})."
    os.replace(found, archive)
    return ""


def test_their_tests_pass(theirs: Path) -> None:
    assert version("tinydb") == RELEASE, "another release is installed: RELEASE and ARCHIVE_SUM belong to it"
    told = theirs / "outcomes.json"
    pytest_ = [sys.executable, "-m", "pytest", "-q", "-p", "tests.vault_.tinydb_adapter", "-p", "no:cacheprovider"]
    alone = ["--noconftest", "--import-mode=importlib", "-c", os.devnull, "--rootdir", str(theirs), "--tb=short"]
    done = subprocess.run(
        [*pytest_, *alone, *(theirs / name for name in FILES)],
        cwd=ROOT,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "TINYDB_OUTCOMES": str(told), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    outcomes: dict[str, list[str]] = json.loads(told.read_text())
    excluded = tomllib.loads((ROOT / "tests/vault_/tinydb_excluded.toml").read_text(encoding="utf-8"))
    assert {name.split("[")[0] for name in outcomes["excluded"]} == {*excluded["tests"], *excluded["not_run"]}
    assert all(reason.endswith(".") for part in excluded.values() for reason in part.values())
    assert len(outcomes["passed"]) == PASSED, {outcome: len(names) for outcome, names in outcomes.items()}
    assert "failed" not in outcomes
