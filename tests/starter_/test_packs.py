"""The packs that come along: all 82 tasks, whole, readable, and in the voice of the house."""

from __future__ import annotations

import re
from datetime import date, datetime
from importlib.resources import files

import pytest

from data.starter import beginnings
from data.starter.library import library
from organizer.packs import Bundle, Task, cadence_trouble, first_due
from tests.starter_ import rows

LIBRARY = library()
TASKS = {task.id: task for task in LIBRARY.tasks}
BEGINNINGS = ("solo-cash", "solo-insurance", "pre-licensed", "group")

each = pytest.mark.parametrize("task", LIBRARY.tasks, ids=lambda task: task.id)


def numbers(*wanted: int) -> set[str]:
    """The ids of rows by number, the first being 1."""
    return {rows.ROWS[number - 1] for number in wanted}


def of_kind(kind: str) -> set[str]:
    """The ids of a kind."""
    return {task.id for task in LIBRARY.tasks if task.kind == kind}


def test_nothing_is_wrong_with_what_comes_along() -> None:
    assert LIBRARY.problems == ()


def test_all_82_are_there_and_each_once() -> None:
    assert len(rows.ROWS) == len(set(rows.ROWS)) == 82
    assert [task.id for task in LIBRARY.tasks] == sorted(TASKS, key=list(TASKS).index)
    assert set(TASKS) == set(rows.ROWS)
    assert len(LIBRARY.tasks) == 82


def test_short_names_are_nobody_elses() -> None:
    names = [task.name for task in LIBRARY.tasks] + [bundle.id for bundle in LIBRARY.bundles]
    titles = [task.title for task in LIBRARY.tasks]
    assert len(set(names)) == len(names)
    assert len(set(titles)) == len(titles)


def test_kinds_and_places_are_those_of_the_guide() -> None:
    assert of_kind("event") == numbers(*rows.EVENTS)
    assert of_kind("after") == numbers(*rows.AFTER)
    assert of_kind("dates") == numbers(*rows.DATES)
    assert of_kind("once") == numbers(*rows.ONCE)
    assert {task.id for task in LIBRARY.tasks if task.varies} >= numbers(*rows.BY_PLACE)


@each
def test_a_task_is_whole(task: Task) -> None:
    assert task.area in {area.id for area in beginnings()}
    assert task.area == task.id.partition("/")[0]
    assert task.estimate is not None
    assert 2 <= task.estimate <= 120
    assert task.leads == tuple(sorted(task.leads, reverse=True))
    assert task.varies in ("", "by state", "by payer", "by state and payer")
    assert task.unverified == ("check yours" in task.source)
    assert len(task.title) <= 60
    assert task.title[-1] not in ".!"
    assert task.why[-1] in ".?”"
    assert task.step[-1] in ".?"
    assert not re.search(r"\[[A-Z]\d|†|→", f"{task.source}{task.why}{task.title}")


@each
def test_its_rhythm_can_be_read_and_comes_round(task: Task) -> None:
    assert cadence_trouble(task.kind, task.cadence) == ""
    due = first_due(task, datetime(2026, 6, 11, 9, 14))
    assert (due is None) == (task.kind == "once")


@each
def test_it_does_not_scold_and_speaks_us_english(task: Task) -> None:
    said = " ".join((task.title, task.why, task.step, *task.checklist))
    assert not re.search(rows.SCOLDING, said, re.IGNORECASE), said
    assert not re.search(rows.BRITISH, f"{said} {task.source}", re.IGNORECASE), said
    assert "!" not in said


def test_no_file_of_the_starter_scolds() -> None:
    for file in [*files("data.starter").iterdir(), *files("data.starter").joinpath("packs").iterdir()]:
        if file.name.endswith(".toml") and file.name != "demo.toml":
            text = file.read_text(encoding="utf-8")
            assert not re.search(rows.SCOLDING, text, re.IGNORECASE), file.name
            assert "!" not in text, file.name
            assert not re.search(rows.BRITISH, text, re.IGNORECASE), file.name


def test_the_dreaded_ones_have_a_first_step_and_the_trade_its_checklists() -> None:
    assert {task.dread for task in LIBRARY.tasks} == {0, 1, 2, 3}
    for name in ("good-faith-estimate", "professional-will", "money-page", "backup-test", "outstanding-forms"):
        found = LIBRARY.find(name)
        assert isinstance(found, Task)
        assert len(found.checklist) >= 4, name


# -- bundles


def test_bundles_to_begin_with_come_first_then_one_for_each_area() -> None:
    ids = [bundle.id for bundle in LIBRARY.bundles]
    assert tuple(ids[:4]) == BEGINNINGS
    assert set(ids[4:]) == {area.id for area in beginnings()}
    for bundle in LIBRARY.bundles[4:]:
        assert all(id.startswith(f"{bundle.id}/") for id in bundle.tasks)
    assert not any(bundle.own for bundle in LIBRARY.bundles)


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_bundle_is_a_handful_for_whom_it_is_made(name: str) -> None:
    bundle = LIBRARY.find(name)
    assert isinstance(bundle, Bundle)
    assert 15 <= len(bundle.tasks) <= 28
    assert len(set(bundle.tasks)) == len(bundle.tasks)
    suits = {"solo-cash": {"solo"}, "solo-insurance": {"solo", "insurance"}, "pre-licensed": {"pre-licensed"}}
    for task in LIBRARY.of(bundle):
        assert not task.who or set(task.who) & suits.get(name, {"group", "insurance"}), task.id


def test_no_bundle_holds_everything() -> None:
    assert max(len(bundle.tasks) for bundle in LIBRARY.bundles) < 40


# -- what the trade says


def test_facts_of_the_trade() -> None:
    caqh, tax, will, notice = (TASKS[id] for id in numbers_of("caqh", "estimated-tax", "professional-will", "w2-1099"))
    assert (caqh.kind, caqh.cadence, caqh.leads) == ("after", "every 120 days after done", (15, 10, 5))
    assert tax.shift == "next business day"
    assert first_due(tax, datetime(2026, 6, 15, 18)) == "2026-06-15"
    assert first_due(tax, datetime(2026, 6, 16, 8)) == "2026-09-15"
    assert first_due(notice, datetime(2026, 1, 31, 8)) == "2026-02-02", "a Saturday moves to Monday"
    assert date.fromisoformat(first_due(will, datetime(2026, 6, 11)) or "").month == 11
    assert TASKS["training/license-renewal"].leads == (180, 90, 30, 7)
    assert "1 business day" in TASKS["accounting/good-faith-estimate"].cadence


def numbers_of(*names: str) -> list[str]:
    """Whole ids of short names."""
    return [task.id for name in names for task in LIBRARY.tasks if task.name == name]
