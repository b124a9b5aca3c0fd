"""backup, backups, restore and check from the shell: what is printed, what the vault then holds, and how each ends."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.shell_.conftest import Run, kept

NAME = "2026-06-11T0914.organizer"


def texts(home: Path) -> set[str]:
    """What the lines of the vault say."""
    return {entry["text"] for entry in kept(home)["entries"].values()}


def test_a_backup_is_made_listed_and_restored(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    done = organizer("backup")
    assert (done.code, done.out) == (0, f"{home / 'backups' / NAME}\n")
    assert done.err.startswith("Backed up and verified: 9 areas, ")
    organizer("add", "Call Heron 7")
    assert NAME in organizer("backups").out
    (one,) = organizer("backups", "--json").json
    assert (one["name"], one["state"], one["counts"]["entries"], one["n"]) == (NAME, "verified", 1, 1)
    dry = organizer("restore", "2026-06-11", "--dry-run")
    assert "entries: 2 now, 1 then" in dry.out
    assert "1 entry goes:" in dry.out
    assert "Heron" not in dry.out
    assert texts(home) == {"Pay rent", "Call Heron 7"}
    done = organizer("restore", "2026-06-11")
    assert done.code == 0
    assert done.out.startswith(f"Restored {NAME}: 9 areas, ")
    assert "organizer restore vault.replaced-2026-06-11T0914" in done.err
    assert texts(home) == {"Pay rent"}
    assert organizer("restore", "vault.replaced-2026-06-11T0914").code == 0
    assert texts(home) == {"Pay rent", "Call Heron 7"}
    assert organizer("check").code == 0


def test_a_backup_elsewhere_and_an_empty_home(organizer: Run, home: Path, tmp_path: Path) -> None:
    organizer("add", "Pay rent")
    stick = tmp_path / "stick.organizer"
    assert organizer("backup", str(stick)).out == f"{stick}\n"
    assert organizer("backup", str(stick)).code == 2
    shutil.rmtree(home)
    assert organizer("restore", str(stick), "--json").json["kept"] == ""
    assert texts(home) == {"Pay rent"}


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("restore", "2030"), 3, "There is no backup"),
        (("restore",), 2, "Use it so"),
        (("restore", __file__), 6, "no backup of Organizer"),
        (("backup",), 6, "nothing to back up"),
        (("check",), 6, "no vault here yet"),
    ],
)
def test_what_cannot_be_is_one_sentence(organizer: Run, words: tuple[str, ...], code: int, says: str) -> None:
    done = organizer(*words)
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert done.err.count("\n") == 1


def test_there_are_none_yet(organizer: Run) -> None:
    done = organizer("backups")
    assert (done.code, done.out) == (0, "")
    assert "no backups yet" in done.err
    assert organizer("backups", "--json").json == []


def test_check_of_a_sound_vault(organizer: Run) -> None:
    organizer("add", "Pay rent")
    done = organizer("check")
    assert done.code == 0
    assert done.out.startswith("The vault is whole: 5 files, 1 change, 9 areas, ")
    assert done.out.endswith("1 entry.\n")
    found = organizer("check", "--json").json
    assert (found["whole"], found["findings"], found["repaired"]) == (True, [], [])
    assert (found["changes"], found["counts"]["entries"]) == (1, 1)


def test_check_and_repair(organizer: Run, home: Path) -> None:
    for text in ("Pay rent", "Call Heron 7", "Order forms"):
        organizer("add", text)
    organizer("backup")
    log = home / "vault" / "log-00000001.jsonl"
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join([*lines[:2], b"y" * 80, *lines[3:]]))
    done = organizer("check")
    assert done.code == 6
    assert "Change 2 is missing." in done.out
    assert "Heron" not in done.out + done.err
    done = organizer("check", "--repair")
    assert done.code == 0, done.out
    assert "Change 2 was found in a copy of the log and put back." in done.out
    assert texts(home) == {"Pay rent", "Call Heron 7", "Order forms"}
    assert organizer("check").code == 0


def test_what_is_lost_is_listed_by_id_and_date(organizer: Run, home: Path) -> None:
    ids = [organizer("add", text).id for text in ("Pay rent", "Call Heron 7", "Order forms")]
    log = home / "vault" / "log-00000001.jsonl"
    log.write_bytes(log.read_bytes().replace(b"Call Heron", b"Coll Horen"))
    assert organizer("check").code == 6
    done = organizer("check", "--repair")
    assert done.code == 6
    (line,) = [line for line in done.out.splitlines() if line.startswith("  Change 2")]
    assert "June 11, 2026, 9:14 AM" in line
    assert ids[1] in line
    assert "damaged-log-00000001.jsonl" in line
    assert "Coll" not in done.out
    assert b"Coll Horen" in (home / "vault" / "damaged-log-00000001.jsonl").read_bytes()
    assert organizer("check").code == 0
    assert texts(home) == {"Pay rent", "Order forms"}


def test_references_and_circles(organizer: Run, home: Path) -> None:
    one, two = organizer("add", "Pay rent").id, organizer("add", "Order forms").id
    organizer("edit", one, f"blocked_by={two}")
    from data.vault import Vault
    from tests.vault_.tools import commit

    vault = Vault.open(home)
    from organizer.change import Change, Row

    entries = vault.table("entries")
    first = next(entry for id, entry in entries.items() if id.startswith(one))
    second = next(entry for id, entry in entries.items() if id.startswith(two))
    lost = first._replace(blocked_by=(*first.blocked_by, "gonegone00"))  # type: ignore[call-arg, union-attr]
    back = second._replace(blocked_by=(first.id,), area="nowhere")  # type: ignore[call-arg]
    rows = (Row("entries", first.id, first, lost), Row("entries", second.id, second, back))
    commit(vault, Change("Odd", rows, at="2026-06-11T09:14:00"))
    vault.close()
    done = organizer("check")
    assert done.code == 0, "loose references damage nothing"
    assert f"{one} waits for goneg, which is not there." in done.out
    assert f"{two} is in the area nowhe, which is not there." in done.out
    assert "wait for each other in a circle" in done.out
    done = organizer("check", "--repair")
    assert "1 reference" in done.out
    after = kept(home)["entries"]
    assert after[first.id]["blocked_by"] == [second.id]
    assert after[second.id]["area"] == "nowhere", "only what is safe"
    assert organizer("undo").code == 0
    assert kept(home)["entries"][first.id]["blocked_by"] == [second.id, "gonegone00"]


@pytest.mark.skipif(os.name != "posix", reason="rights are otherwise there")
def test_rights_are_narrowed(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    log = home / "vault" / "log-00000001.jsonl"
    log.chmod(0o644)
    (home / "vault").chmod(0o755)
    done = organizer("check")
    assert done.code == 0
    assert "can be opened by other users" in done.out
    assert organizer("check", "--repair").code == 0
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "other users" not in organizer("check").out


def test_copies_of_a_sync_program_are_told_and_not_read(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    folder = home / "vault"
    for name in ("log-00000001 (Ann's conflicted copy).jsonl", "base-00000001.sync-conflict-20260611-1.json"):
        (folder / name).write_bytes(b"not to be read")
    (folder / "notes.txt").write_bytes(b"mine")
    told = organizer("check", "--json").json["findings"]
    found = {one["file"]: one["kind"] for one in told if one["kind"] != "rights"}
    assert found == {
        "log-00000001 (Ann's conflicted copy).jsonl": "copy",
        "base-00000001.sync-conflict-20260611-1.json": "copy",
        "notes.txt": "unknown",
    }
    assert organizer("check").code == 0
    assert texts(home) == {"Pay rent"}


def test_a_newer_vault_is_looked_at_only(organizer: Run, home: Path) -> None:
    from data.codec import dumps, frame, loads

    organizer("add", "Pay rent")
    card = home / "vault" / "vault.json"
    said = {name: value for name, value in loads(card.read_bytes()).items() if name != "sum"}
    card.write_bytes(frame(dumps({**said, "format": 2})))
    before = {path.name: path.read_bytes() for path in (home / "vault").iterdir()}
    done = organizer("check", "--repair")
    assert done.code == 0
    assert "A newer Organizer has written this vault" in done.out
    assert organizer("backup").code == 0
    assert organizer("restore", "2026-06-11").code == 6
    assert {path.name: path.read_bytes() for path in (home / "vault").iterdir()} == before


def test_the_end_of_the_log_cut_off_is_told_once(organizer: Run, home: Path) -> None:
    for text in ("Pay rent", "Call Heron 7", "Order forms"):
        organizer("add", text)
    log = home / "vault" / "log-00000001.jsonl"
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join([*lines[:2], b""]))
    told = (
        "This computer has seen changes 2 to 3 of the vault (the last of June 11, 2026, 9:14 AM), and they are not in"
    )
    assert told in organizer("list").err
    assert told not in organizer("list").err
    assert told in organizer("check").out
    assert organizer("check").code == 0
    organizer("add", "Go on")
    assert told in organizer("check").out
    organizer("check", "--repair")
    assert told not in organizer("check").out
    assert told not in organizer("list").err


def test_the_folder_put_back_is_told_even_when_it_went_on(organizer: Run, home: Path, tmp_path: Path) -> None:
    organizer("add", "Pay rent")
    shutil.copytree(home / "vault", tmp_path / "older")
    organizer("add", "Call Heron 7")
    shutil.rmtree(home / "vault")
    shutil.copytree(tmp_path / "older", home / "vault")
    state = home / "state" / "last-seen.json"
    noted = state.read_bytes()
    organizer("add", "Another line")
    state.write_bytes(noted)  # as if another computer had gone on with it
    assert "change 2" in organizer("list").err
    if os.name == "posix":
        assert stat.S_IMODE(state.stat().st_mode) == 0o600
    assert b"Heron" not in noted


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there the app makes it")
def test_the_first_change_of_a_day_is_backed_up_once_the_answer_is_out(process: Run, home: Path) -> None:
    process("list", ORGANIZER_BACKUPS="")
    assert not (home / "backups").exists()
    done = process("add", "Pay rent", ORGANIZER_BACKUPS="")
    assert done.out
    for _ in range(500):
        if (home / "backups" / NAME).exists():
            break
        process_pause()
    assert [path.name for path in (home / "backups").glob("*.organizer")] == [NAME]
    process("add", "Call Heron 7", ORGANIZER_BACKUPS="")
    process("add", "Off", ORGANIZER_BACKUPS="off", ORGANIZER_NOW="2026-06-12T09:00")
    assert [path.name for path in (home / "backups").glob("*.organizer")] == [NAME]


def process_pause() -> None:
    """Let the other process have a turn."""
    import select

    select.select([], [], [], 0.02)


def test_where_tells_of_a_synced_folder(organizer: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGANIZER_HOME", str(tmp_path / "OneDrive" / "practice"))
    organizer("add", "Pay rent")
    assert "To know    This home is in a folder of OneDrive." in organizer("where").out
    (note,) = organizer("where", "--json").json["notes"]
    assert "OneDrive" in note
    assert "This home is in a folder of OneDrive." in organizer("check").out
    assert organizer("check").code == 0


def test_what_is_backed_up_is_counted_in_words_that_are_words(organizer: Run, home: Path) -> None:
    organizer("inquiry", "Wren 3: evenings")
    organizer("promise", "letter to the GP", "--to", "Heron 7", "--by", "friday")
    assert ", 1 promise, " in organizer("backup").err
    assert ", 1 inquiry" in organizer("check").out
