"""What may move to the archive, and what stays at hand."""

from __future__ import annotations

from typing import Any

import pytest

from organizer.archiving import RECENT, horizon, over, pages
from organizer.practice import Practice
from organizer.records import Day, Entry, Placement, Repeat, to_doc
from organizer.views.day import day
from tests.memory import MemoryVault


def since(**fields: Any) -> str:
    """Since when such an entry is over with."""
    return over("entries", to_doc(Entry("a1", created="2024-01-05T10:00:00", **fields)))


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-06-11T09:14:00", "2026-03-11"),
        ("2026-01-31", "2025-10-31"),
        ("2026-04-01", "2026-01-01"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_three_months(now: str, day: str) -> None:
    assert horizon(now) == day


def test_thirteen_months() -> None:
    assert horizon("2026-06-11T09:14:00", RECENT) == "2025-05-11"


def test_an_open_task_stays_however_old() -> None:
    assert since() == ""
    assert since(stage="waiting", due="2024-02-01") == ""


def test_a_closed_task_counts_from_the_day_it_was_closed_or_its_last_page() -> None:
    assert since(stage="done", closed="2024-03-02T16:00:00", due="2030-01-01") == "2024-03-02"
    assert since(stage="let go", closed="2024-03-02", placements=(Placement("day:2024-04-01"),)) == "2024-04-01"
    assert since(stage="done", closed=None) == "2024-01-05"


def test_notes_and_events_count_from_their_last_day() -> None:
    assert since(kind="note") == "2024-01-05"
    assert since(kind="event", due="2024-07-01T09:00") == "2024-07-01"
    assert since(kind="note", placements=(Placement("month:2024-06"),)) == "2024-06-31"
    assert since(kind="note", placements=(Placement("week:2024-W20"),)) == "2024-12-31"
    assert since(kind="event", repeat=Repeat("FREQ=YEARLY"), due="2024-07-01") == ""


def test_what_stands_on_a_page_without_a_date_stays() -> None:
    assert since(kind="note", placements=(Placement("collection:k3f9a"),)) == ""
    assert since(kind="note", placements=(Placement("future", "moved"), Placement("day:2024-05-01"))) == "2024-05-01"


def test_other_tables() -> None:
    assert over("days", to_doc(Day("2024-03-01", opened="2024-03-01T09:00"))) == "2024-03-01"
    assert over("areas", {"id": "2024-03-01"}) == ""
    assert over("entries", {"id": "a", "stage": "done", "closed": 7}) == ""
    assert over("entries", {"id": "a", "stage": "done", "closed": "someday"}) == ""
    assert over("entries", {"id": "a", "stage": "done", "placements": 3}) == ""


def test_the_pages_of_a_document() -> None:
    doc = to_doc(Entry("a1", placements=(Placement("day:2024-05-01", "moved"), Placement("day:2024-05-02"))))
    assert pages("entries", doc) == ["day:2024-05-01", "day:2024-05-02"]
    assert pages("days", doc) == pages("entries", {"placements": 3}) == []


OLD = [
    Entry(f"old{n}0{n}", text=f"Old {n}", stage="done", created=f"2021-01-0{n}", closed=f"202{n}-03-01")
    ._replace(placements=(Placement("day:2021-02-01"), Placement(f"day:2021-02-0{n}")))
    for n in (2, 3, 4)
]  # fmt: skip


@pytest.fixture
def practice() -> Practice:
    """One entry at hand, three in the archive."""
    vault = MemoryVault(Entry("new10", text="New", created="2026-06-01"), archived=OLD)
    return Practice(vault.table, vault.has, vault)


def test_the_practice_finds_what_is_in_the_archive(practice: Practice) -> None:
    assert set(practice.entries) == {"new10"}
    assert practice.find("old2") == OLD[0]
    assert practice.entry("old303") == OLD[1]
    assert practice.entry("nobody") is None
    assert practice.taken("old3")
    assert practice.older("entries") == 3
    assert [len(part) for part in practice.everything("entries")] == [1, 2, 1]
    assert [record.id for part in practice.recent("entries", "2024-05-01") for record in part] == ["new10", "old404"]
    assert [record.id for part in practice.year("entries", "2023") for record in part] == ["old303"]


def test_an_old_page_is_read_from_the_archive(practice: Practice) -> None:
    assert [(line.entry.text, line.state) for line in day(practice, "2021-02-01")] == [
        ("Old 2", "here"),
        ("Old 3", "here"),
        ("Old 4", "here"),
    ]
    assert [line.entry.text for line in day(practice, "2021-02-03")] == ["Old 3"]
