"""What is over with is in the archive, and is there as before when it is asked for."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from tinydb import where

from data import compact, sealing, segment, tries
from data.archive import Archive
from data.segment import Segment, owner_of
from data.snapshot import Snapshot, write
from data.tiny import VaultDB
from data.vault import Vault
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.errors import Conflict
from organizer.office import Office
from organizer.records import Day, Entry, Placement
from tests.vault_.sealed import PASSPHRASE, seal
from tests.vault_.tools import NOW, at, commit, everything, removed

COUNT = 450


def old(n: int, **more: object) -> Entry:
    """A task finished in 2021 or 2022, on the page of a day of its own and on another with all."""
    day = f"{2021 + n % 2}-{1 + n % 12:02d}-{1 + n % 28:02d}"
    places = (Placement(f"day:{day}"), Placement("day:2021-01-01", "moved"))
    usual = {"text": f"Old {n}", "stage": "done", "closed": f"{day}T10:00:00", "created": f"{day}T09:00:00"}
    return Entry(f"{n:03d}old", placements=places, **{**usual, **more})  # type: ignore[arg-type]


def open_(home: Path) -> Vault:
    """The vault, with what is over with moved at once."""
    return Vault.open(home, compact_after=10, background=False, archive_after=5)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """450 old tasks and 3 old days in the archive, and one open task at hand."""
    vault = open_(tmp_path)
    everything(vault)
    rows = [Row("entries", one.id, None, one) for one in map(old, range(COUNT))]
    rows += [Row("days", one.id, None, one) for one in (Day(f"2021-03-0{n}", opened="09:00") for n in (1, 2, 3))]
    rows.append(Row("entries", "new", None, Entry("new", text="Open", created="2020-01-01")))
    commit(vault, Change("Ten years", tuple(rows), at=NOW))
    vault.close()
    return tmp_path


def segments(home: Path) -> list[str]:
    """The files of the archive."""
    return sorted(path.name for path in (home / "vault").glob("archive-*"))


def test_what_is_at_hand_and_what_is_not(home: Path) -> None:
    assert [name[:13] for name in segments(home)] == ["archive-2021-", "archive-2022-"]
    vault = open_(home)
    assert set(vault.table("entries")) == {"new"}
    assert set(vault.table("days")) == set()
    assert vault.years("entries") == {"2022": 225, "2021": 225}
    assert vault.years("days") == {"2021": 3}
    parts = list(vault.older("entries"))
    assert max(map(len, parts)) <= 200
    assert {record.id: record for part in parts for record in part} == {one.id: one for one in map(old, range(COUNT))}
    assert {record.id[:3] for part in vault.older("entries", year="2022") for record in part} == {
        f"{n:03d}" for n in range(1, COUNT, 2)
    }
    assert vault.look("entries", "007old") == old(7)
    assert vault.look("entries", "nobody") is None
    assert vault.has("entries", "007")
    assert not vault.has("entries", "007x")
    assert vault.begin("entries", "44") == [f"44{n}old" for n in range(10)]
    assert not vault.damage
    vault.close()


def test_starting_reads_nothing_of_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = Segment.read
    monkeypatch.setattr(Segment, "read", lambda self, part: read.append(part) or real(self, part))
    vault = open_(home)
    everything(vault)
    commit(vault, Change("Add", (Row("entries", "new2", None, Entry("new2")),), at=NOW))
    assert vault.has("entries", "007old")
    assert read == []
    vault.look("entries", "007old")
    assert len(read) == 1
    [page] = [part for part in vault.older("entries", page=old(7).placements[0].page) if part]
    assert old(7) in page
    assert len(read) <= 3
    vault.close()


def test_a_process_that_was_open_goes_on(tmp_path: Path) -> None:
    first, other = open_(tmp_path), Vault.open(tmp_path)
    everything(first), everything(other)
    commit(first, Change("Old", tuple(Row("entries", one.id, None, one) for one in map(old, range(20))), at=NOW))
    assert segments(tmp_path)
    assert other.news()
    assert len(first.table("entries")) == len(other.table("entries")) == 20
    commit(other, Change("Edit", (Row("entries", "001old", old(1), old(1, text="Other")),), at=NOW))
    first.news()
    assert at(first, "001old").text == "Other"
    third = Vault.open(tmp_path)
    assert third.look("entries", "001old") == old(1, text="Other")
    for vault in (first, other, third):
        vault.close()


def test_segments_stay_as_long_as_someone_stands_on_them(home: Path) -> None:
    reader = Vault.open(home)
    assert reader.look("entries", "007old") == old(7)
    begun = segments(home)
    for n in range(1, 6):
        vault = open_(home)
        everything(vault)
        more = [old(COUNT + 10 * n + m) for m in range(10)]
        commit(vault, Change("More", tuple(Row("entries", one.id, None, one) for one in more), at=NOW))
        vault.close()
    assert set(begun) <= set(segments(home)), "the reader has them open"
    assert len([record for part in reader.older("entries") for record in part]) == COUNT
    reader.close()
    vault = open_(home)
    everything(vault)
    commit(vault, Change("Add", (Row("entries", "new3", None, Entry("new3")),), at=NOW))
    vault.close()
    assert not set(begun) & set(segments(home))
    vault = open_(home)
    assert sum(vault.years("entries").values()) == COUNT + 50
    vault.close()


def test_what_is_changed_is_at_hand_again(home: Path) -> None:
    vault = open_(home)
    again = old(7)._replace(stage="next", closed=None)
    commit(vault, Change("Reopen", (Row("entries", "007old", old(7), again),), at=NOW))
    assert vault.table("entries")["007old"] == again
    assert vault.look("entries", "007old") == again
    commit(vault, removed(old(8)))
    assert vault.look("entries", "008old") is None
    assert not vault.has("entries", "008")
    with pytest.raises(Conflict):
        commit(vault, Change("Again", (Row("entries", "009old", None, old(9)),)))
    vault.close()
    for _ in range(3):
        vault = open_(home)
        everything(vault)
        assert set(vault.table("entries")) == {"new", "007old"}
        assert vault.look("entries", "008old") is None
        ids = [record.id for part in vault.older("entries") for record in part]
        assert sorted(ids) == [f"{n:03d}old" for n in range(COUNT) if n not in (7, 8)]
        commit(
            vault, Change("Touch", (Row("days", "2026-06-11", vault.look("days", "2026-06-11"), Day("2026-06-11")),))
        )
        commit(vault, Change("Touch", (Row("days", "2026-06-11", Day("2026-06-11"), None),), at=NOW))
        vault.close()


def test_a_segment_with_much_that_is_dead_is_written_anew(home: Path) -> None:
    before = segments(home)
    vault = open_(home)
    everything(vault)
    commit(vault, Change("Gone", tuple(Row("entries", old(n).id, old(n), None) for n in range(0, 440, 2)), at=NOW))
    vault.close()
    after = segments(home)
    assert before[1] in after
    vault = open_(home)
    everything(vault)
    assert vault.years("entries") == {"2022": 225, "2021": 5}
    for n in range(2):
        commit(vault, Change("Add", (Row("entries", f"n{n}", None, Entry(f"n{n}")),), at=NOW))
    vault.close()
    vault = open_(home)
    everything(vault)
    commit(vault, Change("Add", (Row("entries", "n7", None, Entry("n7")),), at=NOW))
    vault.close()
    assert before[0] not in segments(home)
    assert len(segments(home)) == 2


def test_undo_and_history_reach_the_archive(home: Path) -> None:
    vault = open_(home)
    office = Office(vault, StoppedClock(datetime(2026, 6, 11, 9, 14)))
    office.run("entry.edit", ("007old",), fields={"text": "X"})
    assert office.practice.entries["007old"].text == "X"
    office.undo()
    assert office.practice.find("007").text == "Old 7"
    assert len(office.history("007old")) >= 3
    office.redo()
    assert office.practice.find("007old").text == "X"
    office.close()


def test_tinydb_sees_one_table(home: Path) -> None:
    db = VaultDB(home / "vault", compact_after=10, background=False, archive_after=5)
    table = db.table("entries")
    assert len(table) == COUNT + 1
    assert len(table.all()) == COUNT + 1
    assert table.get(doc_id="007old")["text"] == "Old 7"
    assert table.count(where("text").matches("Old 4.*")) == 61
    assert table.contains(doc_id="007old")
    assert table.update({"text": "Y"}, where("text") == "Old 7") == ["007old"]
    assert table.get(where("text") == "Y").doc_id == "007old"
    table.remove(doc_ids=["008old"])
    assert not table.contains(doc_id="008old")
    assert len(table) == COUNT
    with db.transaction():
        table.update({"notes": "z"}, where("text") == "Old 9")
        assert table.count(where("notes") == "z") == 1
        assert len(table) == COUNT
    assert "days" in db.tables()
    db.table("days").truncate()
    assert len(db.table("days")) == 0
    db.close()
    db = VaultDB(home / "vault", compact_after=10, background=False, archive_after=5)
    assert len(db.table("entries")) == COUNT
    assert len(db.table("days")) == 0
    assert "days" not in db.tables()
    db.close()


def test_too_little_stays_where_it_is(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, compact_after=10, background=False)
    everything(vault)
    commit(vault, Change("Old", tuple(Row("entries", one.id, None, one) for one in map(old, range(99))), at=NOW))
    vault.close()
    assert segments(tmp_path) == []


def test_a_segment_is_laid_out_like_a_snapshot(home: Path) -> None:
    for path in (home / "vault").glob("archive-*"):
        found = json.loads(path.read_text())
        assert set(found) - {"days-0001"} == {"_vault", "entries-0001", "entries-0002", "_pages", "_end"}
        assert found["_vault"]["1"]["kind"] == "archive"
        assert path.stat().st_mode & 0o777 == 0o600 or os.name == "nt"


def test_the_archive_is_closed_by_the_last_who_has_it(home: Path) -> None:
    gen = max(int(path.name[5:13]) for path in (home / "vault").glob("base-*"))
    vault = Vault.open(home)
    snapshot = Snapshot(str(home / "vault" / f"base-{gen:08d}.json"), gen, vault._engine.codec)
    archive = Archive(snapshot, str(home / "vault"), vault._engine.codec, lambda text: None)
    archive.share().close()
    assert archive.doc("entries", "007old") is not None
    archive.close()
    vault.close()


def test_a_passphrase_seals_the_archive_and_its_removal_opens_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "LONGEST", 0.0)
    sizes = {path.name: path.stat().st_size for path in (home / "vault").glob("archive-*")}
    key, _ = seal(home)
    told = b"".join(path.read_bytes() for path in (home / "vault").iterdir() if path.is_file())
    assert [word for word in (b"Old 7", b"007old", b"day:2021") if word in told] == []
    assert all(path.stat().st_size < sizes[path.name] * 0.8 for path in (home / "vault").glob("archive-*"))
    vault = Vault.open(home, key, compact_after=10, background=False, archive_after=5)
    everything(vault)
    assert vault.look("entries", "007old") == old(7)
    commit(vault, Change("More", tuple(Row("entries", one.id, None, one) for one in map(old, range(500, 520))), at=NOW))
    vault.close()
    sealing.unseal(home, PASSPHRASE)
    vault = Vault.open(home)
    found = {record.id for part in vault.older("entries") for record in part}
    assert found == {old(n).id for n in (*range(COUNT), *range(500, 520))}
    assert not vault.damage
    vault.close()


def test_a_sealed_segment_cannot_be_put_in_the_place_of_another(home: Path) -> None:
    key, _ = seal(home)
    one, other = sorted((home / "vault").glob("archive-*"))
    one.write_bytes(other.read_bytes())
    vault = Vault.open(home, key)
    found = [record.id for part in vault.older("entries", year="2021") for record in part]
    assert found == []
    assert any(one.name in text for text in vault.damage)
    assert len([record for part in vault.older("entries", year="2022") for record in part]) == 225
    vault.close()


def test_two_threads_ask_for_the_same_file_at_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = open_(home)
    began, go_on, found = Event(), Event(), []

    class Slow(Snapshot):
        def __init__(self, *args: Any) -> None:
            began.set()
            assert go_on.wait(10)
            super().__init__(*args)

    monkeypatch.setattr(segment, "Snapshot", Slow)
    threads = [Thread(target=lambda: found.append(vault.look("entries", "001old"))) for _ in range(2)]
    threads[0].start()
    assert began.wait(10)
    threads[1].start()
    threads[1].join(0.05)
    go_on.set()
    for thread in threads:
        thread.join()
    assert found == [old(1), old(1)]
    assert not vault.damage
    vault.close()


def test_what_is_listed_meanwhile_is_not_tidied_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, other = (Vault.open(tmp_path, background=False, archive_after=5) for _ in range(2))
    everything(vault)
    rows = [Row("entries", one.id, None, one) for one in map(old, range(40))]
    commit(vault, Change("Old", tuple(rows), at=NOW))
    with vault.writing():
        snap = vault._engine._turn_over(0)
    other.news()
    everything(other)
    with other.writing():
        tidier = other._engine._turn_over(0)
    assert snap is not None
    assert tidier is not None
    written, go_on = Event(), Event()

    def late(*args: Any, **more: Any) -> None:
        written.set()
        assert go_on.wait(10)
        write(*args, **more)

    def meanwhile(path: str) -> str:
        go_on.set()
        thread.join()
        return owner_of(path)

    monkeypatch.setattr(compact, "write", late)
    thread = Thread(target=snap.write)
    thread.start()
    assert written.wait(10)
    assert segments(tmp_path)
    monkeypatch.setattr(compact, "owner_of", meanwhile)
    tidier.tidy()
    thread.join()
    for one in (vault, other):
        one._engine._lock.close()
    found = Vault.open(tmp_path)
    assert len([one for part in found.older("entries") for one in part]) == 40
    assert not found.damage
    found.close()


def test_a_segment_removed_while_it_is_open_is_written_anew(home: Path) -> None:
    vault = open_(home)
    everything(vault)
    assert vault.look("entries", "001old") == old(1)
    for name in segments(home):
        (home / "vault" / name).unlink()
    commit(
        vault,
        Change("More", tuple(Row("entries", f"x{n}", None, Entry(f"x{n}", notes="x" * 99)) for n in range(9)), at=NOW),
    )
    vault.close()
    vault = open_(home)
    assert len([one for part in vault.older("entries") for one in part]) == COUNT
    assert not vault.damage
    vault.close()
