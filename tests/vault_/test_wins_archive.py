"""Wins of years ago lie in the archive, count on, and are read by the year when they are looked at."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.vault import Vault
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.errors import Conflict
from organizer.office import Office
from organizer.records.wins import Reward, Win, jars_of
from organizer.views.book import book
from organizer.views.wins import read, wins_view, year_map, years_back
from organizer.wins import counting
from organizer.wins.finding import find, wins
from tests.vault_.tools import NOW, commit, everything

MOMENT = datetime.fromisoformat(NOW)
TODAY = MOMENT.date()
COUNT = 900


def office_of(home: Path) -> Office:
    """The office, with what is over with moved at once."""
    vault = Vault.open(home, compact_after=10, background=False, archive_after=5)
    return Office(vault, StoppedClock(MOMENT))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Nine hundred wins of nine hundred days, and a reward that was taken."""
    made = [
        Win(f"{at:05}wins0", text=f"the {at}th", stars=1 + at % 3, at=f"{TODAY - timedelta(days=at)}T09:00:00")
        for at in range(COUNT)
    ]
    vault = Vault.open(tmp_path, compact_after=10, background=False, archive_after=5)
    everything(vault)
    records = (*made, *jars_of(made).values(), Reward("tea00", text="tea", stars=500, taken="2026-01-01T17:00:00"))
    tables = {Win: "wins", Reward: "rewards"}
    rows = [Row(tables.get(type(one), "jars"), one.id, None, one) for one in records]
    commit(vault, Change("Nine hundred days", tuple(rows), at=NOW))
    vault.close()
    return tmp_path


def test_the_stars_are_right_though_the_wins_are_not_at_hand(home: Path) -> None:
    office = office_of(home)
    practice = office.practice
    assert practice.older("wins") > COUNT - 150
    assert len(wins(practice)) < 150
    assert counting.earned(practice) == sum(1 + at % 3 for at in range(COUNT))
    assert counting.in_hand(practice) == counting.earned(practice) - 500
    assert wins_view(practice, MOMENT).earned == counting.earned(practice)
    office.close()


def test_a_year_is_read_when_it_is_looked_at(home: Path) -> None:
    office = office_of(home)
    practice = office.practice
    assert years_back(practice, TODAY) == 2
    for back in (0, 1):
        year = year_map(practice, TODAY, back)
        found = [one for part in read(practice, year.first, year.last) for one in part]
        assert len(found) == year.total > 350
        assert {one.at[:10] for one in found} == {day.date for week in year.weeks for day in week}
    assert book(practice, f"{TODAY.year - 1}-12-31", MOMENT).wins == 365
    office.close()


def test_an_old_win_is_changed_taken_out_and_brought_back(home: Path) -> None:
    office = office_of(home)
    before = counting.earned(office.practice)
    old = find(office.practice, "00800")
    assert old.id not in wins(office.practice)
    office.run("win.edit", (old.id,), fields={"stars": "5"})
    assert counting.earned(office.practice) == before - old.stars + 5
    office.run("win.drop", (old.id,))
    assert counting.earned(office.practice) == before - old.stars
    office.undo()
    office.undo()
    assert counting.earned(office.practice) == before
    assert office.run("win.recount").rows == ()
    office.run("reward.add", (), text="a month off", stars=str(before - 500))
    office.run("reward.take", (next(one.id for one in counting.waiting(office.practice)),))
    with pytest.raises(Conflict, match="a month off"):
        office.run("win.drop", (old.id,))
    office.close()
    again = office_of(home)
    assert (counting.earned(again.practice), counting.in_hand(again.practice)) == (before, 0)
    again.close()
