"""A disk that is full, closed, or failing; a place where no vault can be."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

import pytest

from data import engine, log
from data.files import trouble
from data.vault import Vault
from organizer.errors import DiskTrouble
from tests.vault_.tools import changed, commit, contents, entry, everything, made, run

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and users of Unix")

FULL = """
import resource, signal, sys
from pathlib import Path
from data.vault import Vault
from organizer.change import Change, Row
from organizer.errors import DiskTrouble
from organizer.records import Entry
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
vault = Vault.open(Path(sys.argv[1]), compact_after=int(sys.argv[2]), background=False)
vault.table("entries")
kept, refused = [], 0
for n in range(100):
    try:
        with vault.writing():
            vault.commit(Change("Add", (Row("entries", f"e{n}", None, Entry(f"e{n}", notes="x" * (900 + n))),)))
        kept.append(f"e{n}")
    except DiskTrouble as error:
        assert "full" in str(error), error
        assert f"e{n}" not in vault.table("entries")
        refused += 1
assert refused and kept and list(vault.table("entries")) == kept
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with vault.writing():
    vault.commit(Change("Add", (Row("entries", "last", None, Entry("last")),)))
print(*vault.table("entries"))
vault.close()
"""

CLOSED = """
import importlib, os, pkgutil, sys
from pathlib import Path
import data
from data.vault import Vault
from organizer.errors import DiskTrouble
if os.getuid() == 0:
    for one in pkgutil.iter_modules(data.__path__, "data."):
        importlib.import_module(one.name)  # who is no longer root may not be able to read the program
    os.setuid(65534)
vault = Vault.open(Path(sys.argv[1]))
assert list(vault.table("entries")) == ["one"] and "only be read" in vault.readonly, vault.readonly
assert vault.news() == [] and vault.has("entries", "o") and not vault.damage
try:
    with vault.writing():
        raise AssertionError
except DiskTrouble as error:
    print(error)
vault.close()
try:
    Vault.open(Path(sys.argv[1], "inner"))
except DiskTrouble as error:
    print(error)
"""


@posix
@pytest.mark.parametrize("compact_after", [10**6, 15_000])
def test_no_room(tmp_path: Path, compact_after: int) -> None:
    said = run(FULL, tmp_path, compact_after).split()
    assert said[-1] == "last"
    assert list(contents(tmp_path)["entries"]) == said


@posix
def test_a_folder_that_cannot_be_written() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        vault = Vault.open(home)
        commit(vault, made(entry("one")))
        vault.close()
        for path in (home / "vault", *(home / "vault").iterdir(), home, home.parent):
            if os.getuid() == 0:
                os.chown(path, 65534, -1)
            path.chmod(0o500 if path.is_dir() else 0o400)
        names = sorted(os.listdir(home / "vault"))
        first, second = run(CLOSED, home).splitlines()
        assert "only be read" in first
        assert "Check its permissions" in second
        assert sorted(os.listdir(home / "vault")) == names
        for path in (home.parent, home, home / "vault"):
            path.chmod(0o700)


@posix
def test_a_folder_that_is_closed_while_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))

    def closed(*args: object, **more: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "", "/secret/path")

    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", closed)
        for act in (vault.news, lambda: commit(vault, made(entry("two")))):
            with pytest.raises(DiskTrouble, match="Check its permissions"):
                act()
    commit(vault, made(entry("two")))
    vault.close()
    assert list(contents(tmp_path)["entries"]) == ["one", "two"]


def test_a_folder_that_can_be_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    vault.close()
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *args: False)
        vault = Vault.open(tmp_path)
        for _ in range(2):
            with pytest.raises(DiskTrouble, match="only be read"):
                commit(vault, made(entry("two")))
    commit(vault, made(entry("two")))
    assert vault.readonly == ""
    vault.close()


@pytest.mark.parametrize("where", ["vault", "."])
def test_a_file_in_the_way(tmp_path: Path, where: str) -> None:
    path = (tmp_path / "home" / where).resolve()
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    with pytest.raises(DiskTrouble, match="A file stands"):
        Vault.open(tmp_path / "home")
    assert path.read_text() == "mine"


def test_a_sync_that_fails_stops_all_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(tmp_path)
    one = entry("one")
    commit(vault, made(one))

    def fails(fd: int) -> None:
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patched:
        patched.setattr(log, "sync", fails)
        with pytest.raises(DiskTrouble, match="EIO"):
            commit(vault, changed(one, text="x"))
    with pytest.raises(DiskTrouble, match="start Organizer again"):
        commit(vault, changed(one, text="y"))
    assert vault.table("entries") == {"one": one}
    vault.close()
    vault = Vault.open(tmp_path)
    assert vault.table("entries") == {"one": one}
    commit(vault, changed(one, text="z"))
    vault.close()


def test_a_write_that_stops_halfway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(tmp_path)
    one = entry("one")

    def half(fd: int, data: bytes) -> None:
        os.write(fd, data[:20])
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patched:
        patched.setattr(log, "write_all", half)
        with pytest.raises(DiskTrouble, match="full"):
            commit(vault, made(one))
    assert vault.table("entries") == {}
    commit(vault, made(one))
    vault.close()
    assert contents(tmp_path)["entries"] == {"one": one}
    assert not list((tmp_path / "vault").glob("torn-*"))


def test_a_torn_log_on_a_full_disk_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(tmp_path)
    one = entry("one")
    commit(vault, made(one))
    vault.close()
    with (tmp_path / "vault" / "log-00000001.jsonl").open("ab") as file:
        file.write(b'{"n":2,"t":"')

    def full(fd: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patched:
        patched.setattr(engine, "write_all", full)
        vault = Vault.open(tmp_path)
        assert vault.table("entries") == {"one": one}
        with pytest.raises(DiskTrouble, match="full"):
            commit(vault, made(entry("two")))
    commit(vault, made(entry("two")))
    assert "not finished" in vault.damage[0]
    vault.close()
    assert list(contents(tmp_path)["entries"]) == ["one", "two"]


def test_a_folder_that_went_away(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path / "home")
    everything(vault)
    (tmp_path / "home").rename(tmp_path / "elsewhere")
    with pytest.raises(DiskTrouble, match="gone"):
        commit(vault, made(entry("one")))
    (tmp_path / "elsewhere").rename(tmp_path / "home")
    commit(vault, made(entry("one")))
    vault.close()
    assert contents(tmp_path / "home")["entries"] == {"one": entry("one")}


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ENOENT, errno.ENOTDIR, errno.EIO, 99999]
)
def test_every_trouble_has_its_sentence(number: int) -> None:
    text = str(trouble(OSError(number, "secret", "/secret/path")))
    assert text[0].isupper()
    assert text.endswith(".")
    assert "secret" not in text
    assert "kept" in text or "nothing was changed" in text or "left as it is" in text
