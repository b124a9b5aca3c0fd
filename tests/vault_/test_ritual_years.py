"""Rituals in a real vault: ten years of them cost nothing at the start, and what is half typed lies sealed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from data.vault import Vault
from organizer.archiving import over
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import Record, to_doc
from organizer.records.rituals import Answer, Run
from organizer.rituals.times import last_done
from organizer.running import begin
from tests.vault_.sealed import seal

NOW = datetime(2036, 6, 11, 9, 14)
YEARS = 10


def lived() -> list[Record]:
    """A few thousand runs of ten years, the newest today, each with an answer."""
    made: list[Record] = []
    for back in range(0, YEARS * 365, 2):
        day = (date(2036, 6, 11) - timedelta(days=back)).isoformat()
        for ritual in ("open", "close"):
            id = f"{ritual[:1]}{back:09}"
            made.append(Run(id, ritual=ritual, begun=f"{day}T08:40:00", done=f"{day}T08:43:00"))
            made.append(Answer(f"{id}.three.0", id, "three", "entry.pick", "Picked", (), f"{day}T08:42:00"))
    return made


def test_when_they_are_over() -> None:
    assert over("runs", to_doc(Run("r1", begun="2026-06-11T08:40:00", done="2026-06-11T08:43:00"))) == "2026-06-11"
    assert over("runs", to_doc(Run("r1", begun="2026-06-10T08:40:00"))) == "2026-06-10", "one that was left lies there"
    assert over("answers", to_doc(Answer("r1.a.0", at="2026-06-11T08:42:00"))) == "2026-06-11"
    assert over("rituals", {"id": "close", "name": "Close"}) == "", "lists stay at hand"


def test_ten_years_of_them_cost_nothing_at_the_start(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path, compact_after=10, background=False, archive_after=50)
    records = lived()
    for table, kind in (("runs", Run), ("answers", Answer)):
        rows = tuple(Row(table, one.id, None, one) for one in records if isinstance(one, kind))
        with vault.writing():
            vault.commit(Change("Lived", rows, at=NOW.isoformat()))
    vault.close()
    office = Office(Vault.open(tmp_path, compact_after=10, background=False, archive_after=50), StoppedClock(NOW))
    office.run("catch", text="one more line")
    office.close()
    again = Office(Vault.open(tmp_path), StoppedClock(NOW))
    practice = again.practice
    at_hand = len(practice.table("runs")) + len(practice.table("answers"))
    assert at_hand < 250
    assert practice.older("runs") + practice.older("answers") + at_hand == len(records)
    assert last_done(practice, NOW)["close"] == "2036-06-11T08:43:00"
    again.close()


def test_what_is_half_typed_in_a_sealed_vault_is_never_plain(tmp_path: Path) -> None:
    key, _ = seal(tmp_path)
    office = Office(Vault.open(tmp_path, key), StoppedClock(NOW))
    running = begin(office, "open")
    assert running.next() == ""
    assert running.keep_draft("half a thought about herons") == ""
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(b"heron" in data or b"half a" in data for data in files)
    office.close()
    again = begin(Office(Vault.open(tmp_path, key), StoppedClock(NOW)), "open")
    assert (again.id, again.draft[0]) == (running.id, "half a thought about herons")
