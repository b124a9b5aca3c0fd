"""A page of the journal from years ago shows all that was written on it, wherever it is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from data.vault import Vault
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import Entry, Placement, Setting
from organizer.views.day import lines_of
from screens.app import Organizer
from tests.screens_.person import Person
from tests.vault_.tools import NOW, commit, everything

PAGE = "day:2024-03-07"


def old(n: int) -> Entry:
    """A line of that day, finished on it."""
    at = f"2024-03-07T{9 + n // 60:02}:{n % 60:02}:00"
    places = (Placement("day:2024-03-06", "moved"), Placement(PAGE, "here", at))
    return Entry(f"{n:03d}0ld0000", text=f"Old line {n}", stage="done", created=at, closed=at, placements=places)


def filled(home: Path) -> None:
    """A vault whose old lines are in the archive, and one that is open on the same page."""
    vault = Vault.open(home, compact_after=10, background=False, archive_after=5)
    everything(vault)
    rows = [Row("entries", one.id, None, one) for one in map(old, range(90))]
    still = Entry("st111000000", text="Still open", created="2024-03-07T12:00:00", placements=(Placement(PAGE),))
    rows += [Row("entries", still.id, None, still), Row("settings", "first_run", None, Setting("first_run", "done"))]
    commit(vault, Change("Years", tuple(rows), at=NOW))
    vault.close()


async def test_an_old_page_shows_what_was_written_on_it(tmp_path: Path) -> None:
    filled(tmp_path)
    vault = Vault.open(tmp_path, background=False)
    office = Office(vault, StoppedClock(datetime(2026, 6, 11, 9, 14)))
    assert set(office.practice.entries) == {"st111000000"}
    texts = [line.entry.text for line in lines_of(office.practice, PAGE)]
    assert sorted(texts) == sorted([*(f"Old line {n}" for n in range(90)), "Still open"])
    assert texts[:3] == ["Old line 0", "Old line 1", "Old line 2"]
    app = Organizer(office, "journal")
    async with app.run_test(size=(120, 36)) as pilot:
        me = Person(app, None, office.clock)  # type: ignore[arg-type]
        me.pilot = pilot
        await me.settle()
        await me.press("g")
        await me.type("2024-03-07")
        await me.press("enter")
        assert me.sees("Still open")
        await me.press("home")
        assert me.sees("Thursday, March 7, 2024")
        assert me.sees("Old line 0")
        await me.press("down", "b")
        assert me.sees("Wednesday, March 6, 2024")
        assert me.sees("moved to March 7, 2024")
        await me.press("enter", "space")  # taken up again: at hand, and still on its page
        assert len([line for line in lines_of(office.practice, PAGE) if line.entry.open]) == 2
        await me.press("u")
    office.close()
