"""A second office of the same program over the same vault, for what takes long; then the first reads it all again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest

from organizer.clock import StoppedClock
from organizer.errors import Conflict
from organizer.exchange.reading import Brought
from organizer.records import Entry
from organizer.shell import keeper as keeping
from organizer.shell.keeper import HomeKeeper

NOW = datetime(2026, 6, 11, 9, 14)
MANY = [Brought("entries", Entry(f"e{n:09}", text=f"Call {n}", created="2026-06-01T08:00:00")) for n in range(1200)]


@pytest.mark.parametrize("passphrase", ["", "nine blue herons"])
def test_what_was_done_beside_is_there_and_can_be_taken_back(
    tmp_path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = HomeKeeper(str(tmp_path), StoppedClock(NOW))
    office = keeper.open()
    if passphrase:
        keeper.set_passphrase(passphrase)
        office.begin_again()
    mine = office.run("catch", lines=["buy stamps"]).rows[0].id
    office.hold = "A moment."
    done: list[str] = []

    def work() -> None:
        other = keeper.beside()
        done.append(other.run("import", records=MANY).label)
        other.close()

    thread = Thread(target=work)
    thread.start()
    with pytest.raises(Conflict, match="A moment"):
        office.run("catch", lines=["more"])
    assert not office.refresh()
    thread.join()
    keeper.again()
    office.hold = ""
    office.begin_again()
    assert done == ["Imported: 1,200 records"]
    assert len(office.practice.entries) == 1201
    assert not keeper.heavy
    monkeypatch.setattr(keeping, "HEAVY", 1000)
    assert keeper.heavy
    office.undo()
    assert list(office.practice.entries) == [mine]
    office.close()
    keeper.close()
