"""Ten years at the front door: what was answered is in the archive, the figures of a year are right all the same, and
nobody who waits ever moves there."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.vault import Vault
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.door import figures as counting
from organizer.door.clock import Clock
from organizer.door.outcomes import OUTCOMES, is_open
from organizer.office import Office
from organizer.practice import Practice
from organizer.records import from_doc, to_doc
from organizer.records.door import Answer, Inquiry, Quiet
from organizer.views.door import door, figures
from screens.widgets.rail import counts
from tests.vault_.tools import commit

NOW = datetime(2026, 6, 11, 9, 14)
COUNT = 4000
ENDS = [name for name, about in OUTCOMES.items() if about.closes]


def one(number: int) -> Inquiry:
    """One of ten years, four hundred a year; every two hundredth is never answered, some wait on the list."""
    came = NOW - timedelta(days=number * 3650 / COUNT)
    first = [Answer("left word", (came + timedelta(hours=1)).isoformat())] if number % 7 == 3 else []
    at = (came + timedelta(hours=number % 50)).isoformat()
    last = [Answer("waitlist" if number % 150 == 77 else ENDS[number % len(ENDS)], max(at, came.isoformat()))]
    answers = () if number % 200 == 9 else (*first, *last)
    return Inquiry(f"{number:05d}inq", text=f"call {number}", who=f"Heron {number}", received=came.isoformat(),
                   full=number % 3 == 0, answers=answers, created=came.isoformat())  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four thousand of them, and forty who went away, half of them closed."""
    path = tmp_path_factory.mktemp("door")
    vault = Vault.open(path, background=False)
    rows = [Row("inquiries", made.id, None, made) for made in map(one, range(COUNT))]
    gone = (Quiet(f"q{n:04d}", who=f"Wren {n}", outcome="back" * (n % 2), closed="2021-03-04T09:00:00" * (n % 2))
            for n in range(40))  # fmt: skip
    rows += [Row("quiet", made.id, None, made) for made in gone]
    commit(vault, Change("Ten years", tuple(rows), at=NOW.isoformat()))
    vault.close()
    vault = Vault.open(path, compact_after=10, background=False, archive_after=500)
    new = Inquiry("new", text="x", received=NOW.isoformat())
    commit(vault, Change("More", (Row("inquiries", "new", None, new),), at=NOW.isoformat()))
    vault.close()
    return path


def test_what_is_at_hand_is_a_quarter_and_all_who_wait(home: Path) -> None:
    vault = Vault.open(home)
    try:
        held = vault.table("inquiries")
        waiting = {made.id for made in map(one, range(COUNT)) if is_open(made)}
        assert waiting <= set(held)
        assert len(held) < 400 / 4 + len(waiting) + 30
        assert sum(vault.years("inquiries").values()) > 3700
        assert len(vault.table("quiet")) == 20
        office = Office(vault, StoppedClock(NOW))
        view = door(office.practice, NOW)
        seen = {w.inquiry.id for w in view.waiting} | {w.inquiry.id for w in view.waitlist}
        assert seen == {*waiting, "new"}
    finally:
        vault.close()


def test_the_figures_of_a_year_are_those_of_all_of_them(home: Path) -> None:
    vault = Vault.open(home)
    try:
        office = Office(vault, StoppedClock(NOW))
        found = figures(office.practice, NOW).year
        everyone = [*map(one, range(COUNT)), Inquiry("new", text="x", received=NOW.isoformat())]
        by_hand = counting.figures(counting.facts(everyone, Clock(Practice(), NOW)), NOW)
        assert found == by_hand
        assert found.all > 300
    finally:
        vault.close()


def test_the_page_reads_the_archive_for_its_figures_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault.open(home)
    try:
        office = Office(vault, StoppedClock(NOW))
        monkeypatch.setattr(vault, "older", lambda *where, **which: pytest.fail("the archive was read"))
        assert door(office.practice, NOW).waiting
        counts(office)
    finally:
        vault.close()


def test_an_old_answer_can_be_looked_at_and_stays_closed(home: Path) -> None:
    vault = Vault.open(home, background=False)
    try:
        office = Office(vault, StoppedClock(NOW))
        with pytest.raises(Exception, match="closed already"):
            office.run("door.answer", ("03990inq",), outcome="full")
    finally:
        vault.close()


def test_a_newer_version_s_fields_are_kept() -> None:
    doc = to_doc(one(3))
    doc["mood"] = "fine"
    doc["answers"][0]["weather"] = "rain"
    again = to_doc(from_doc("inquiries", doc))
    assert again["mood"] == "fine"
    assert again["answers"][0]["weather"] == "rain"
