"""`passphrase`, `lock`, and every verb of a sealed vault: asked for on the terminal, or read from a file."""

from __future__ import annotations

import errno
import os
import pty
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data import keys, slots, tries
from data.vault import Vault
from organizer import handing
from organizer.__main__ import _unlocked
from organizer.clock import Clock
from organizer.errors import DiskTrouble, WrongUse
from organizer.shell import asking, verbs
from organizer.shell.keeper import HomeKeeper
from tests.shell_.conftest import ROOT, Run
from tests.vault_.sealed import PASSPHRASE, QUICK

Files = Callable[..., None]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "ARGON2ID", QUICK)
    monkeypatch.setattr(tries, "LONGEST", 0.0)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Have the passphrases in the files that scripts use: `files(PASSPHRASE, new="...")`."""

    def put(given: str | None = None, new: str | None = None) -> None:
        for name, text in ((asking.FILE, given), (asking.NEW_FILE, new)):
            monkeypatch.delenv(name, raising=False)
            if text is not None:
                (tmp_path / name).write_text(text)
                monkeypatch.setenv(name, str(tmp_path / name))

    return put


@pytest.fixture
def sealed(organizer: Run, files: Files) -> str:
    """A home with one entry, sealed from the shell; its recovery code."""
    organizer("add", "Pay rent")
    files(new=PASSPHRASE)
    done = organizer("passphrase", "set")
    assert done.code == 0
    files(PASSPHRASE)
    return code_on(done.out)


def code_on(sheet: str) -> str:
    """The recovery code on a sheet, as it stands there."""
    return " ".join(line.strip() for line in sheet.split("Recovery code")[1].split("Letters")[0].splitlines())


def test_set_prints_the_sheet_and_says_what_it_cannot_do(organizer: Run, files: Files, home: Path) -> None:
    organizer("add", "Pay rent")
    files(new=PASSPHRASE)
    done = organizer("passphrase", "set")
    assert done.code == 0
    assert "RECOVERY SHEET" in done.out
    assert str(home) in done.out
    assert "2026-06-11" in done.out
    for words in ("The vault is sealed, and its backups.", "SSD", "nobody can open the vault"):
        assert words in done.err
    assert PASSPHRASE not in done.out + done.err
    assert keys.is_sealed(home)
    again = organizer("passphrase", "set")
    assert (again.code, again.out) == (2, "")
    assert "sealed already" in again.err


@pytest.mark.usefixtures("sealed")
def test_every_verb_wants_the_passphrase(organizer: Run, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_terminal() -> None:
        raise OSError

    assert organizer("list").out.endswith("Pay rent\n")
    files()
    monkeypatch.setattr(asking, "_check_terminal", no_terminal)
    for verb, words in (("list", ()), ("add", ("Call",)), ("undo", ()), ("today", ("--json",)), ("where", ())):
        done = organizer(verb, *words)
        assert (done.code, done.out) == (5, ""), verb
        assert done.err.count("\n") == 1
        assert "ORGANIZER_PASSPHRASE_FILE" in done.err
    for act in ("change", "remove"):
        assert organizer("passphrase", act).code == 5
    files("not it at all")
    done = organizer("list")
    assert (done.code, done.out, done.err) == (5, "", "That does not open the vault.\n")
    files("")
    assert organizer("list").code == 5
    os.environ[asking.FILE] = "/nowhere/at/all"
    assert "cannot be read" in organizer("list").err


def test_change_and_the_recovery_code(organizer: Run, files: Files, sealed: str) -> None:
    files(sealed, new="ten red robins")
    done = organizer("passphrase", "change")
    assert (done.code, done.out) == (0, "")
    files(PASSPHRASE)
    assert organizer("list").code == 5
    for right in ("ten red robins", "ten red robins\r\nand more", sealed, sealed.lower().replace(" ", "-")):
        files(right)
        assert organizer("list").code == 0
    files(new="seven77", given="ten red robins")
    assert organizer("passphrase", "change").code == 2


def test_a_new_key_comes_with_a_new_code(organizer: Run, files: Files, sealed: str, tmp_path: Path) -> None:
    files(PASSPHRASE, new="ten red robins")
    sheet = tmp_path / "sheet.txt"
    done = organizer("passphrase", "change", "--new-key", "--sheet", str(sheet))
    assert (done.code, done.out) == (0, "")
    assert sheet.stat().st_mode & 0o777 == 0o600
    files(sealed)
    assert organizer("list").code == 5
    files(code_on(sheet.read_text()))
    assert organizer("list").code == 0


def test_a_sheet_never_takes_the_place_of_a_file(organizer: Run, files: Files, tmp_path: Path, home: Path) -> None:
    organizer("add", "Pay rent")
    files(new=PASSPHRASE)
    (tmp_path / "taken").write_text("mine")
    for path, words in (
        (tmp_path / "taken", "of that name already"),
        (tmp_path / "none" / "x", "cannot be made there"),
    ):
        done = organizer("passphrase", "set", "--sheet", str(path))
        assert done.code == 2
        assert words in done.err
    assert not keys.is_sealed(home)
    assert (tmp_path / "taken").read_text() == "mine"
    files(new="short")
    assert organizer("passphrase", "set", "--sheet", str(tmp_path / "new")).code == 2
    assert not (tmp_path / "new").exists()


def test_remove_takes_the_seal_off(organizer: Run, sealed: str, home: Path, files: Files) -> None:
    assert organizer("passphrase", "remove").code == 0
    files()
    assert organizer("list").code == 0
    assert not keys.is_sealed(home)
    assert organizer("undo").code == 0
    for words in (("passphrase", "change"), ("passphrase", "remove"), ("lock",)):
        assert "organizer passphrase set" in organizer(*words).err


def test_set_on_an_empty_home_begins_a_vault(organizer: Run, files: Files, home: Path) -> None:
    files(new=PASSPHRASE)
    assert organizer("passphrase", "set").code == 0
    vault = Vault.open(home, keys.unlock(home, PASSPHRASE))
    assert vault.table("areas")
    vault.close()


def test_words_that_do_not_fit(organizer: Run) -> None:
    for words in (("renew",), ("set", "--new-key"), ("remove", "--sheet", "x"), ("change", "--sheet", "x"), ()):
        assert organizer("passphrase", *words).code == 2
    assert verbs.names().count("passphrase") == 1


@pytest.mark.usefixtures("sealed")
def test_lock_asks_the_open_apps(organizer: Run, home: Path) -> None:
    before = keys.lock_asked(home)
    assert organizer("lock").code == 0
    assert keys.lock_asked(home) != before


class Typist:
    """Someone at a terminal of their own."""

    def __init__(self, *words: str) -> None:
        self.pid, self._fd = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            os.execv(sys.executable, [sys.executable, "-m", "organizer", *words])
        self.seen = b""

    def wait_for(self, words: str) -> None:
        """Read until it says so."""
        end = time.monotonic() + 30
        while words.encode() not in self.seen:
            assert time.monotonic() < end, self.seen
            if select.select([self._fd], [], [], 0.2)[0]:
                self.seen += os.read(self._fd, 4096)

    def type(self, text: str) -> None:
        """Type a line."""
        os.write(self._fd, text.encode() + b"\n")

    def end(self) -> int:
        """Read all; the exit code."""
        while True:
            try:
                part = os.read(self._fd, 4096)
            except OSError:
                part = b""
            if not part:
                os.close(self._fd)
                return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            self.seen += part


def test_it_is_typed_unseen(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    typist = Typist("passphrase", "set")
    typist.wait_for("New passphrase: ")
    typist.type(PASSPHRASE)
    typist.wait_for("The same again: ")
    typist.type(PASSPHRASE)
    assert typist.end() == 0
    typist = Typist("list")
    typist.wait_for("Passphrase: ")
    typist.type("not it at all")
    assert typist.end() == 5
    assert b"not it" not in typist.seen
    assert typist.seen.endswith(b"That does not open the vault.\r\n")
    assert b"Traceback" not in typist.seen
    later = time.time() + 1000
    os.utime(home / "wrong-tries", (later, later))  # so that it is the whole pause, however slow this machine is
    typist = Typist("list")
    typist.wait_for("a pause of 1 s")
    typist.wait_for("Passphrase: ")
    typist.type(PASSPHRASE)
    assert typist.end() == 0
    assert b"Pay rent" in typist.seen
    assert PASSPHRASE.encode() not in typist.seen


def test_two_that_differ_change_nothing(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    typist = Typist("passphrase", "set")
    typist.wait_for("New passphrase: ")
    typist.type(PASSPHRASE)
    typist.wait_for("The same again: ")
    typist.type("nine blue heron")
    assert typist.end() == 2
    assert b"not the same" in typist.seen
    assert not keys.is_sealed(home)


def test_without_a_terminal_the_variable_for_the_new_one_is_named(
    organizer: Run, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> None:
        raise OSError

    monkeypatch.setattr(asking, "_check_terminal", nobody)
    files()
    organizer("add", "Pay rent")
    done = organizer("passphrase", "set")
    assert done.code == 5
    assert asking.NEW_FILE in done.err
    assert "sealed" not in done.err
    files(new=PASSPHRASE)
    organizer("passphrase", "set")
    files(new="another nine herons")
    done = organizer("passphrase", "change")
    assert "The vault is sealed" in done.err
    assert f" {asking.FILE}." in done.err


def test_the_screen_knows_its_office_by_the_key_that_opened_it(organizer: Run, sealed: str, home: Path) -> None:
    keeper = HomeKeeper(str(home), Clock())
    keeper.open(PASSPHRASE)
    away = home.with_name("away")
    (home / "vault").rename(away)
    assert keeper.sealed  # its disk is away: it locks all the same
    away.rename(home / "vault")
    saved = keeper.backups.back_up()
    keeper.remove_passphrase(PASSPHRASE)
    assert (keeper.sealed, keeper.lock_asked()) == (False, False)
    keeper.backups.restore(saved.path, PASSPHRASE)
    assert (keeper.sealed, keeper.lock_asked()) == (True, False)
    organizer("lock")
    assert keeper.lock_asked()
    keeper.close()


def test_what_was_locked_is_not_begun_anew_while_its_disk_is_away(
    sealed: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "vault").rename(home.with_name("away"))
    monkeypatch.setenv(handing.GONE, "1")
    with pytest.raises(DiskTrouble, match="out of reach"):
        _unlocked(HomeKeeper(str(home), Clock()), str(home))
    assert not (home / "vault").exists()


def test_a_sheet_that_no_file_takes_is_printed(
    organizer: Run, files: Files, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    organizer("add", "Pay rent")
    files(new=PASSPHRASE)
    sheet, real = tmp_path / "sheet.txt", os.fsync

    def full(fd: int) -> None:
        if sheet.exists() and os.path.samestat(os.fstat(fd), sheet.stat()):
            raise OSError(errno.ENOSPC, "")
        real(fd)

    monkeypatch.setattr(os, "fsync", full)
    done = organizer("passphrase", "set", "--sheet", str(sheet))
    assert done.code == 0
    assert keys.unlock(home, code_on(done.out)).by == keys.RECOVERY
    assert not sheet.exists()
    with pytest.raises(WrongUse, match="could not take it"):
        HomeKeeper(str(home), Clock()).save_sheet("a sheet", str(sheet))
    assert not sheet.exists()


@pytest.mark.parametrize("ways", ["a b c d e f g", "1 2 3 4 5 6 700", "1 2", ""])
def test_ways_of_a_terminal_that_are_none_are_left_alone(ways: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(handing.NAME, ways)
    assert handing.take_over() is None
    assert handing.NAME not in os.environ


def test_a_disk_that_fails_stops_no_open_office(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    keeper = HomeKeeper(str(home), Clock())
    keeper.open()
    away = home.with_name("away")
    (home / "vault").rename(away)
    (home / "vault").write_text("")  # as good as a disk that answers with an error
    assert not keeper.sealed
    with pytest.raises(DiskTrouble):
        HomeKeeper(str(home), Clock()).sealed  # noqa: B018
    (home / "vault").unlink()
    away.rename(home / "vault")
    keeper.close()
