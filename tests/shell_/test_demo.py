"""The made-up practice: valid, dated from the day it is opened, and kept nowhere."""

from __future__ import annotations

import sys
import types
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.starter import beginnings, demo
from data.starter.demo import demo_records
from organizer.errors import Damaged, WrongUse
from organizer.office import Office
from organizer.records import Area, Day, Entry, Theme
from organizer.views.board import BoardView, board
from organizer.views.today import TodayView, today
from tests.shell_.conftest import Run

NOW = datetime(2026, 6, 11, 9, 14)


def entries(now: datetime) -> list[Entry]:
    return [record for record in demo.demo_records(now) if isinstance(record, Entry)]


def test_it_is_the_same_whenever_it_is_opened_and_never_ahead_of_its_time() -> None:
    areas = {record.id for record in beginnings() if isinstance(record, Area)}
    for days in range(0, 400, 3):
        now = NOW + timedelta(days=days, hours=days % 24)
        stamp = now.isoformat(timespec="seconds")
        made = entries(now)
        assert [entry.id for entry in made] == [entry.id for entry in entries(NOW)]
        for entry in made:
            assert entry.created <= stamp
            assert (entry.closed or stamp) <= stamp
            assert entry.area in areas | {""}
        ahead = {entry.due[:10] for entry in made if entry.due and entry.open and entry.kind == "task"}
        assert len(ahead) > 8
    assert demo.demo_records(NOW) == demo.demo_records(NOW)


def test_people_are_codes_or_roles() -> None:
    for entry in entries(NOW):
        assert not any(word.rstrip(".").istitle() and len(word) < 3 for word in entry.text.split()[1:])


def test_a_mistake_is_named() -> None:
    good = {"text": "x", "written": "-1d"}
    for bad, said in (
        ({"colour": "red"}, "field that is not known: colour"),
        ({"area": "moon"}, "an area that is not there: 'moon'"),
        ({"due": "someday"}, "'someday' is no day"),
        ({"stage": "limbo"}, "stage cannot be 'limbo'"),
        ({"stage": "done"}, "closed"),
        ({"signifiers": ["wow"]}, "signifier"),
    ):
        with pytest.raises(Damaged, match=said):
            demo.records_of({"entry": [good | bad]}, NOW)
    with pytest.raises(Damaged, match="same text"):
        demo.records_of({"entry": [good, good]}, NOW)
    with pytest.raises(Damaged, match="nobody"):
        demo.records_of({"day": [{"when": "today", "three": ["nobody"]}]}, NOW)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("today", "2026-06-11"),
        ("+2d", "2026-06-13"),
        ("+2b", "2026-06-15"),
        ("-4b", "2026-06-05"),
        ("thu", "2026-06-18"),
        ("fri 12:00", "2026-06-12T12:00:00"),
    ],
)
def test_days_are_told_from_now(given: str, meant: str) -> None:
    assert demo.moment(given, NOW).isoformat() == meant


def test_the_demo_opens_filled_and_is_gone_afterwards(
    organizer: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    seen: dict[str, Any] = {}

    def run(office: Office, place: str, trouble_file: str = "", library: Any = None, *rest: Any) -> int:
        now = office.clock.now()
        seen.update(place=place, today=today(office.practice, now), board=board(office.practice, now))
        seen["homes"] = [path.name for path in temporary.iterdir()]
        with pytest.raises(WrongUse, match="entries of its own"):
            office.run("practice.fill", records=[Day("2026-01-01")])
        with pytest.raises(Exception, match="nothing to undo"):
            office.undo()
        return 0

    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr("signal.signal", lambda *given: None)
    app = types.ModuleType("screens.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "screens.app", app)
    opened = organizer("demo", tty=True)
    assert (opened.code, opened.err) == (0, "")
    assert seen["place"] == "today"
    assert len(seen["homes"]) == 1
    assert list(temporary.iterdir()) == []
    assert not home.exists()
    _check_pages(seen["today"], seen["board"])


def _check_pages(page: TodayView, columns: BoardView) -> None:
    """What the demo is to show on Today and on the Board."""
    assert isinstance(page.theme, Theme)
    assert page.theme.name == "Room to breathe"
    assert page.day.opened == "2026-06-11T08:40:00"
    assert [entry.text for entry in page.three][1:] == ["Renew the liability insurance", "Write the newsletter opening"]
    assert page.three_done == 1
    assert page.three[0].closed == "2026-06-11T08:52:00"
    assert (page.also[0].text, page.also[0].due) == ("Supervision group", "2026-06-11T11:30")
    assert len(page.also) == 5
    assert len(page.still) == 2
    assert 40 <= columns.open <= 54
    assert sum(day.events for day in page.week) == 3
    assert all(len(column.entries) >= 2 for column in columns.columns if column.key)


def test_places_open_the_person_s_own_practice(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    organizer("add", "Pay rent")
    seen: list[tuple[str, int]] = []

    def run(office: Office, place: str, trouble_file: str = "", library: Any = None, *rest: Any) -> int:
        seen.append((place, len(office.practice.entries)))
        return 0

    app = types.ModuleType("screens.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setattr("signal.signal", lambda *given: None)
    monkeypatch.setitem(sys.modules, "screens.app", app)
    for words in ((), ("board",), ("rituals",)):
        assert organizer(*words, tty=True).code == 0
    assert seen == [("today", 1), ("board", 1), ("rituals", 1)]


@pytest.mark.parametrize("day", range(1, 29, 3))
def test_nothing_stands_in_it_twice(day: int) -> None:
    made = [(type(one), one.id) for one in demo_records(datetime(2026, 6, day, 9, 14))]
    assert len(made) == len(set(made))
