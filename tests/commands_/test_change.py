"""Every change can be taken back and done again; others' changes are taken in; a refused write changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.change import Change, Row
from organizer.errors import Conflict, DiskTrouble, NotFound, OrganizerError
from organizer.office import Office
from organizer.practice import Practice
from organizer.records import Entry, Setting
from tests.commands_.tools import CALL, FOUR, NOTES, RENT, Room

WORDS = st.sampled_from(
    [
        "Pay rent friday ~20m",
        "see [/] x",
        "",
        "none",
        "tomorrow 4pm",
        "#training",
        "next",
        "ready",
        "let go",
        "2",
        "日本",
        "*",
        "\x1b[31m",
    ]
)
PLAIN = ("entry.done", "entry.drop", "entry.dread", "entry.pick", "office.toggle")
FIELD_NAMES = (
    "text",
    "kind",
    "area",
    "stage",
    "due",
    "estimate",
    "dread",
    "step",
    "checklist",
    "tags",
    "blocked_by",
    "notes",
    "color",
)


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, tuple[int, ...], dict[str, Any]]:
    """(command, which entries by number, answers)."""
    command = draw(
        st.sampled_from(
            [
                *PLAIN,
                "catch",
                "entry.edit",
                "entry.later",
                "entry.move",
                "check.tick",
                "check.add",
                "check.drop",
                "look.light",
                "undo",
                "redo",
            ]
        )
    )
    answers: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "catch": {"lines": st.lists(WORDS, max_size=3), "dates": st.booleans()},
        "entry.edit": {"fields": st.dictionaries(st.sampled_from(FIELD_NAMES), WORDS, max_size=3)},
        "entry.later": {"when": WORDS},
        "entry.move": {"to": WORDS},
        "check.add": {"text": WORDS},
        "check.tick": {"line": st.integers(-1, 3)},
        "check.drop": {"line": st.integers(-1, 3)},
        "look.light": {"name": st.sampled_from(["light", "signs", "size"])},
    }
    ids = tuple(draw(st.lists(st.integers(0, 5), max_size=2)))
    return command, ids, {name: draw(strategy) for name, strategy in answers.get(command, {}).items()}


def act(room: Room, command: str, numbers: tuple[int, ...], answers: dict[str, Any]) -> Change | None:
    """Do one; None when it was refused, or there was nothing to change."""
    entries = list(room.office.practice.entries)
    ids = tuple(entries[number % len(entries)] for number in numbers)
    try:
        if command in ("undo", "redo"):
            return room.office.undo() if command == "undo" else room.office.redo()
        return room.office.run(command, ids, **answers)
    except OrganizerError:
        return None


@settings(max_examples=120, deadline=None)
@given(st.lists(acts(), min_size=1, max_size=14))
def test_whatever_is_done_can_be_undone_and_done_again(
    doing: list[tuple[str, tuple[int, ...], dict[str, Any]]],
) -> None:
    room = Room(*FOUR)
    for step in doing:
        before, logged = room.known, len(room.vault.log)
        change = act(room, *step)
        assert room.kept == room.known
        if change is None or not change.rows:
            assert room.known == before
            assert len(room.vault.log) == logged
            continue
        assert len(room.vault.log) == logged + 1
        turned = Practice(lambda name, tables=before: dict(tables[name]))
        for name in before:
            turned.table(name)
        turned.apply(change.rows)
        assert {name: turned.table(name) for name in before} == room.known
        turned.apply(change.inverse())
        assert {name: turned.table(name) for name in before} == before
    _all_the_way_back_and_forth(room)


def _all_the_way_back_and_forth(room: Room) -> None:
    states = [room.known]
    while True:
        try:
            room.office.undo()
        except NotFound:
            break
        states.append(room.known)
        assert room.kept == room.known
    assert states[-1]["entries"] == {entry.id: entry for entry in FOUR}
    for state in states[-2::-1]:
        room.office.redo()
        assert room.kept == room.known == state


@settings(max_examples=30, deadline=None)
@given(st.lists(acts(), min_size=1, max_size=8))
def test_after_a_restart_undo_goes_on_where_it_was(doing: list[tuple[str, tuple[int, ...], dict[str, Any]]]) -> None:
    room = Room(*FOUR)
    for step in doing:
        act(room, *step)
    restarted = Office(room.vault, room.clock)
    while True:
        try:
            restarted.undo()
        except NotFound:
            break
    assert room.vault.tables["entries"] == {entry.id: entry for entry in FOUR}


def test_undo_and_redo_say_what_they_did() -> None:
    room = Room(*FOUR)
    room.run("entry.done", RENT.id)
    assert room.office.undo().label == "Undid · Done: Pay the rent"
    assert room.entry(RENT.id) == RENT
    assert room.office.redo().label == "Redid · Done: Pay the rent"
    assert room.entry(RENT.id).stage == "done"
    room.office.undo()
    room.run("entry.dread", CALL.id)
    with pytest.raises(NotFound, match=r"There is nothing to redo\."):
        room.office.redo()


def test_an_office_where_nothing_was_done_has_nothing_to_undo() -> None:
    room = Room(*FOUR)
    with pytest.raises(NotFound, match=r"There is nothing to undo\."):
        room.office.undo()


def by_another(room: Room, before: Entry | None, after: Entry | None) -> None:
    """Another program changes, makes or removes an entry."""
    record = after or before
    assert record is not None
    room.vault.by_another(Change("Elsewhere", (Row("entries", record.id, before, after),), by="shell"))


def test_what_another_program_changes_is_taken_in() -> None:
    room = Room(*FOUR)
    heard: list[Change | None] = []
    stop = room.office.subscribe(heard.append)
    assert room.known == room.kept
    by_another(room, CALL, CALL._replace(text="Call the payer again"))
    by_another(room, None, Entry("e1sewhere0", text="From the shell"))
    by_another(room, NOTES, None)
    assert room.office.refresh()
    assert not room.office.refresh()
    assert room.known == room.kept
    assert [change.label for change in heard if change] == ["Elsewhere"] * 3
    stop()
    by_another(room, RENT, RENT._replace(dread=1))
    assert room.office.refresh()
    assert len(heard) == 3


def test_a_command_runs_on_what_another_program_has_just_written() -> None:
    room = Room(*FOUR)
    assert room.known == room.kept
    by_another(room, RENT, RENT._replace(text="Pay the rent in cash", estimate=5))
    room.run("entry.done", RENT.id)
    assert room.entry(RENT.id).text == "Pay the rent in cash"
    assert room.entry(RENT.id).stage == "done"
    by_another(room, CALL, None)
    assert "no entry" in room.refuses("entry.done", CALL.id)


def test_undo_takes_back_what_was_done_last_whoever_did_it() -> None:
    room = Room(*FOUR)
    room.run("entry.dread", RENT.id)
    by_another(room, CALL, CALL._replace(text="Call them"))
    assert room.office.undo().label == "Undid · Elsewhere"
    assert room.entry(CALL.id) == CALL
    room.office.undo()
    assert room.entry(RENT.id) == RENT


def test_what_has_moved_on_since_is_not_undone() -> None:
    room = Room()
    room.run("look.light", name="light")
    room.run("practice.fill", records=[Setting("light", "light"), RENT])
    before = room.kept
    with pytest.raises(Conflict, match="Light or dark: dark” has changed since, so it stays as it is now"):
        room.office.undo()
    assert room.kept == room.known == before


class Reread(Room):
    """A room whose vault says that everything is to be read again."""

    def replace_everything(self, entry: Entry) -> None:
        """As a restore from a backup does."""
        self.vault.tables["entries"] = {entry.id: entry}
        self.vault.news = lambda: None  # type: ignore[method-assign]


def test_when_everything_is_other_everything_is_read_again() -> None:
    room = Reread(*FOUR)
    heard: list[Change | None] = []
    room.office.subscribe(heard.append)
    room.run("entry.done", RENT.id)
    room.replace_everything(CALL)
    assert room.office.refresh()
    assert heard[-1] is None
    assert set(room.known["entries"]) == {CALL.id}


def test_a_refused_write_leaves_everything_as_it_was() -> None:
    room = Room(*FOUR)
    heard: list[Change | None] = []
    room.office.subscribe(heard.append)
    room.run("entry.dread", NOTES.id)
    room.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
    for command in ("entry.done", "entry.drop", "entry.pick"):
        assert room.refuses(command, RENT.id) == "The disk is full. Nothing was lost."
    with pytest.raises(DiskTrouble):
        room.office.undo()
    assert room.kept == room.known
    assert len(heard) == 1
    room.vault.refuse = None
    assert room.office.undo().label == "Undid · Dread: Finish the progress notes"


def test_what_may_only_be_read_is_not_written() -> None:
    room = Room(*FOUR)
    room.vault.readonly = "This folder may only be read. Your entries are safe."
    assert room.office.readonly == "This folder may only be read. Your entries are safe."
    assert "only be read" in room.refuses("entry.done", RENT.id)
    with pytest.raises(DiskTrouble, match="only be read"):
        room.office.undo()


def test_every_change_is_signed_and_dated_and_told_as_history() -> None:
    room = Room(*FOUR)
    caught = room.run("catch", text="Order paper")
    id = caught.rows[0].id
    room.run("entry.edit", id, fields={"due": "friday", "estimate": "20m"})
    room.run("entry.done", id)
    newest, edited, first = room.office.history(id)
    assert (newest.label, newest.at, newest.by) == ("Done: Order paper", "2026-06-11T09:14:00", "app")
    assert edited.fields == (("due", None, "2026-06-12"), ("estimate", None, 20))
    assert (first.label, first.fields) == ("Caught: Order paper", ())
    assert [change.label for change in room.office.changes()] == [
        "Done: Order paper",
        "Changed: Order paper",
        "Caught: Order paper",
    ]
