"""Lines that are caught become entries on today's page, where they were caught."""

from __future__ import annotations

from typing import Any

import pytest

from organizer.change import Change
from organizer.records import Entry, Placement, Setting
from tests.commands_.tools import AT, Room


def made(change: Change) -> list[Entry]:
    """The entries a change made."""
    assert all(row.before is None for row in change.rows)
    return [row.after for row in change.rows if isinstance(row.after, Entry)]


def test_a_line_becomes_an_entry_on_todays_page() -> None:
    room = Room()
    change = room.run("catch", text="* call back Heron 7 tomorrow 10am #outreach ~15m ~~ #school -> look up the number")
    (entry,) = made(change)
    assert change.label == "Caught: call back Heron 7"
    assert room.entry(entry.id) == Entry(
        id=entry.id,
        uuid=entry.uuid,
        text="call back Heron 7",
        area="outreach",
        due="2026-06-12T10:00",
        estimate=15,
        dread=2,
        step="look up the number",
        signifiers=("priority",),
        tags=("school",),
        placements=(Placement("day:2026-06-11"),),
        created=AT,
    )
    assert len(entry.id) == 10
    assert len(entry.uuid) == 36


def test_many_lines_are_one_change() -> None:
    room = Room()
    change = room.run("catch", lines=["one", "", "  ", "o supervision friday 3pm", "- the payer moved", "two\t[/]"])
    entries = made(change)
    assert change.label == "Caught: 4 entries"
    assert [(entry.text, entry.kind) for entry in entries] == [
        ("one", "task"),
        ("supervision", "event"),
        ("the payer moved", "note"),
        ("two [/]", "task"),
    ]
    assert len({entry.id[:5] for entry in entries}) == 4
    assert len(room.vault.log) == 1
    room.office.undo()
    assert room.kept["entries"] == {}


def test_a_date_that_is_refused_stays_in_the_title() -> None:
    room = Room()
    (entry,) = made(room.run("catch", text="Read Friday Black tomorrow", dates=False))
    assert (entry.text, entry.due) == ("Read Friday Black tomorrow", None)


@pytest.mark.parametrize(
    ("around", "line", "found"),
    [
        ({"area": "training"}, "read the chapter", ("training", "inbox", None)),
        ({"area": "training"}, "read the chapter #accounting", ("accounting", "inbox", None)),
        ({"stage": "doing"}, "read the chapter", ("", "doing", None)),
        ({"stage": "doing"}, "- a note has no stage", ("", "inbox", None)),
        ({"due": "2026-06-20"}, "read the chapter", ("", "inbox", "2026-06-20")),
        ({"due": "2026-06-20"}, "read the chapter friday", ("", "inbox", "2026-06-12")),
    ],
)
def test_where_it_is_caught_is_filled_in(around: dict[str, Any], line: str, found: tuple[str, str, str | None]) -> None:
    room = Room()
    (entry,) = made(room.run("catch.here", lines=[line], **around))
    assert (entry.area, entry.stage, entry.due) == found


def test_the_day_comes_first_where_that_is_the_custom() -> None:
    room = Room(Setting("day_first", True))
    (entry,) = made(room.run("catch", text="taxes 3/7"))
    assert entry.due == "2026-07-03"


@pytest.mark.parametrize("answers", [{}, {"text": ""}, {"text": " \t "}, {"lines": []}, {"lines": ["", "\n"]}])
def test_nothing_is_no_entry(answers: dict[str, Any]) -> None:
    assert Room().refuses("catch", **answers) == "There is nothing to catch yet. Type a line first."


@pytest.mark.parametrize(
    "line", ["#training", "~20m", "->", "*", "o", "tomorrow", "[/]", "\x1b[31m", "👨‍👩‍👧‍👦", "\ud800"]
)
def test_a_line_of_nothing_but_marks_is_kept_as_it_stands(line: str) -> None:
    room = Room()
    (entry,) = made(room.run("catch", text=line))
    assert room.entry(entry.id).text
    assert "\x1b" not in entry.text
    entry.text.encode()
