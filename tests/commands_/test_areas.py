"""Areas named, ordered, colored and retired; no task is lost by any of it."""

from __future__ import annotations

import pytest

from organizer import capture
from organizer.commands.areas import COLORS, NAME_AT_MOST
from organizer.records import Area, Entry
from organizer.views.areas import area_json, areas
from organizer.views.board import board
from screens.palettes import PRESETS
from tests.commands_.tools import FOUR, NOW, RENT, Room


@pytest.fixture
def room() -> Room:
    """A practice with a few tasks."""
    return Room(*FOUR)


def area(room: Room, id: str) -> Area:
    """An area as the vault holds it."""
    kept = room.vault.tables["areas"][id]
    assert isinstance(kept, Area)
    assert room.office.practice.areas[id] == kept
    return kept


def names(room: Room) -> list[str]:
    """The areas in use, in order."""
    return [area.name for area in room.office.practice.areas_in_order()]


def columns(room: Room) -> list[str]:
    """The columns of the Board."""
    return [column.name for column in board(room.office.practice, NOW).columns]


@pytest.mark.parametrize(
    ("typed", "name", "id"),
    [
        ("Consulting", "Consulting", "consulting"),
        ("  Groups \t and   teaching ", "Groups and teaching", "groups-and-teaching"),
        ("[x]", "[x]", "x"),
        ("[/] see [bold]", "[/] see [bold]", "see-bold"),
        ("日本語", "日本語", "area"),
        ("R" * NAME_AT_MOST, "R" * NAME_AT_MOST, "r" * 24),
        ("Systems!", "Systems!", "systems-2"),
        ("\x1b[31mred", "␛[31mred", "31mred"),
    ],
)
def test_an_area_of_ones_own_stands_last(room: Room, typed: str, name: str, id: str) -> None:
    change = room.run("area.add", name=typed)
    added = area(room, id)
    assert (added.name, added.retired, len(added.uuid)) == (name, False, 36)
    assert change.label == f"Added an area: {name}"
    assert names(room)[-1] == name
    assert columns(room)[-1] == name


@pytest.mark.parametrize("typed", ["", "   ", "[/]", "---", "none", "\n"])
def test_a_name_has_a_letter_in_it(room: Room, typed: str) -> None:
    assert "needs a name" in room.refuses("area.add", name=typed)
    assert "needs a name" in room.refuses("area.rename", area="training", name=typed)


def test_a_name_is_short(room: Room) -> None:
    assert "in short" in room.refuses("area.add", name="a very long name " * 20)


def test_no_two_areas_have_one_name(room: Room) -> None:
    assert "already" in room.refuses("area.add", name="trainING")
    assert "already" in room.refuses("area.rename", area="systems", name=" Training ")
    room.run("area.retire", area="training")
    assert "It is retired; take it back." in room.refuses("area.add", name="Training")


def test_two_names_that_look_alike_as_ids_get_two_ids(room: Room) -> None:
    for name in ("A-team", "A team", "A.team"):
        room.run("area.add", name=name)
    assert {"a-team", "a-team-2", "a-team-3"} <= set(room.office.practice.areas)


def test_a_new_name_leaves_every_task_where_it_is(room: Room) -> None:
    change = room.run("area.rename", area="accounting", name="Money")
    assert change.label == "Renamed Accounting: Money"
    assert room.entry(RENT.id).area == "accounting"
    assert capture.read("pay #money", NOW, room.office.practice.areas_in_order()).area == "accounting"
    assert room.run("area.rename", area="accounting", name="MONEY").rows
    assert room.run("area.rename", area="accounting", name="MONEY").rows == ()


def test_an_area_is_meant_by_its_id_its_name_or_how_that_begins(room: Room) -> None:
    for given in ("systems", "SYSTEMS", "  Sys ", "systems"):
        room.run("area.face", area=given)
    assert area(room, "systems").client_facing is False
    assert "There is no area 'garden'" in room.refuses("area.face", area="garden")
    assert "There is no area ''" in room.refuses("area.face", area="")


def test_areas_are_moved_up_down_and_to_a_place(room: Room) -> None:
    room.run("area.reorder", area="systems", position=1)
    assert names(room)[:2] == ["Systems", "Documentation"]
    room.run("area.lower", area="systems")
    assert names(room)[:2] == ["Documentation", "Systems"]
    room.run("area.reorder", area="systems")
    assert names(room)[0] == "Systems"
    assert room.run("area.reorder", area="systems").rows == ()
    room.run("area.reorder", area="systems", position=99)
    assert names(room)[-1] == "Systems"
    assert room.run("area.lower", area="systems").rows == ()
    assert columns(room)[-1] == "Systems"
    for _ in range(4):
        room.office.undo()
    assert names(room)[0] == "Documentation"


@pytest.mark.parametrize("place", ["x", "1.5", "--2", "9999999"])
def test_a_place_is_a_number(room: Room, place: str) -> None:
    assert "is not a place" in room.refuses("area.reorder", area="systems", position=place)


def test_a_color_is_one_of_the_eight_or_none(room: Room) -> None:
    assert tuple(PRESETS) == COLORS
    for name in COLORS:
        room.run("area.color", area="training", color=name.upper())
        assert area(room, "training").color == name
    view = board(room.office.practice, NOW)
    assert [column.color for column in view.columns if column.color] == ["Linen"]
    room.run("area.color", area="training", color="none")
    assert area(room, "training").color == ""
    assert "There is no color 'pink'" in room.refuses("area.color", area="training", color="pink")


def test_a_retired_area_is_offered_no_more_and_keeps_its_tasks(room: Room) -> None:
    room.run("area.retire", area="accounting")
    practice = room.office.practice
    assert "Accounting" not in names(room)
    assert columns(room)[-1] == "Accounting"
    assert room.entry(RENT.id).area == "accounting"
    assert capture.read("pay the rent #accounting", NOW, practice.areas_in_order()).area == ""
    assert "Accounting is retired" in room.refuses("entry.move", RENT.id, to="accounting", kind="area")
    assert "Accounting is retired" in room.refuses("entry.edit", RENT.id, fields={"area": "Accounting"})
    assert [line.area.id for line in areas(practice)][-1] == "accounting"
    room.run("entry.done", RENT.id)
    assert "Accounting" not in columns(room)
    room.run("entry.done", RENT.id)
    room.run("area.retire", area="accounting")
    assert columns(room)[1:5] == ["Documentation", "Scheduling", "Record-keeping", "Accounting"]


def test_to_retire_twice_says_so(room: Room) -> None:
    assert "in use; nothing was changed" in room.refuses("area.retire", area="training", retired=False)
    room.run("area.retire", area="training", retired=True)
    assert "retired already" in room.refuses("area.retire", area="training", retired=True)
    assert "Take it back first" in room.refuses("area.reorder", area="training")


def test_one_area_stays(room: Room) -> None:
    *others, last = room.office.practice.areas_in_order()
    for one in others:
        room.run("area.retire", area=one.id)
    assert "one area at least" in room.refuses("area.retire", area=last.id)
    assert set(columns(room)) == {"No area yet", last.name, "Accounting"}


def test_a_task_of_an_area_that_is_gone_is_not_lost() -> None:
    room = Room(Entry("l0st000000", text="Where am I?", area="gone", created="2026-06-01T08:00:00"))
    assert columns(room)[0] == "No area yet"


def test_the_list_counts_what_is_open(room: Room) -> None:
    counts = {line.area.id: line.open for line in areas(room.office.practice)}
    assert counts["accounting"] == 1
    assert sum(counts.values()) == 1
    line = areas(room.office.practice)[3]
    assert area_json(line)["open"] == 1
    assert set(area_json(line)) == {*Area._fields, "open"} - {"extra"}
