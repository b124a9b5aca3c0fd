"""What is tracked, the collections and the three of a day, from the shell."""

from __future__ import annotations

from pathlib import Path

from tests.shell_.conftest import Run, kept


def test_a_habit_from_its_first_day_to_its_last(organizer: Run, home: Path) -> None:
    assert organizer("habits").err == "Nothing is tracked yet: organizer habits add NAME begins it.\n"
    assert "a walk at noon" in organizer("habits", "add", "a", "walk", "at", "noon").out
    assert organizer("habits", "tick", "a walk", "june 9").err == "Ticked: a walk at noon.\n"
    organizer("habits", "tick", "a walk")
    assert organizer("habits", "tick", "a walk").err == "Left out: a walk at noon.\n"
    (row,) = organizer("habits", "--json").json
    assert (row["ticked"], row["days"][8:11]) == (1, "x.s")
    assert "rests" in organizer("habits", "rest", "a walk at noon").out
    assert organizer("habits", "rest", "a walk at noon").code == 7
    assert organizer("habits", "go-on", "a walk at noon").code == 0
    organizer("habits", "rename", "a walk", "a", "long", "walk")
    assert "no longer tracked" in organizer("habits", "stop", "a long walk").out
    (habit,) = kept(home)["habits"].values()
    assert (habit["name"], habit["retired"]) == ("a long walk", True)
    assert organizer("undo").code == 0


def test_what_a_habit_cannot_do(organizer: Run) -> None:
    organizer("habits", "add", "a walk")
    organizer("habits", "add", "a wash")
    assert organizer("habits", "tick", "a wa").code == 3
    assert organizer("habits", "tick", "a walk", "fribday").err.startswith("'fribday' is no day that has been.")
    assert organizer("habits", "tick", "a walk", "tomorrow").code == 2
    assert organizer("habits", "fly", "a walk").code == 2
    assert organizer("habits", "rename", "a walk").code == 2


def test_what_was_stopped_goes_on_again(organizer: Run, home: Path) -> None:
    organizer("habits", "add", "a walk", "at", "noon")
    on = organizer("habits", "go-on", "a walk at noon")
    assert (on.code, on.err) == (7, "It is tracked and does not rest. Nothing was changed.\n")
    organizer("habits", "rest", "a walk at noon")
    organizer("habits", "stop", "a walk at noon")
    for act in ("stop", "rest"):
        still = organizer("habits", act, "a walk at noon")
        assert (still.code, "`organizer habits go-on NAME` takes it up again" in still.err) == (7, True)
    assert organizer("habits", "go-on", "a walk at noon").err == "Tracking again: a walk at noon.\n"
    (row,) = organizer("habits", "--json").json
    assert (row["stopped"], row["rests"]) == (False, False)
    organizer("undo")
    (habit,) = kept(home)["habits"].values()
    assert (habit["retired"], habit["pauses"]) == (True, ["2026-06-11.."])


def test_what_was_stopped_does_not_stand_in_the_way_of_what_is_tracked_again(organizer: Run) -> None:
    for act in ("add", "stop", "add", "tick"):
        assert organizer("habits", act, "a walk").code == 0
    ticked = {one["stopped"]: one["ticked"] for one in organizer("habits", "--json").json}
    assert ticked[False] == 1


def test_collections_are_begun_named_continued_ordered_and_put_away(organizer: Run) -> None:
    organizer("collections", "add", "website", "words")
    organizer("collections", "add", "books")
    organizer("collections", "rename", "website words", "words", "for", "the", "site")
    organizer("collections", "up", "books")
    assert [one["name"] for one in organizer("collections", "--json").json] == ["books", "words for the site"]
    assert "page 1/3" in organizer("collections", "continue", "words").out
    assert "put away" in organizer("collections", "away", "books").out
    assert organizer("collections", "away", "books").code == 7
    assert "put away" not in organizer("collections", "back", "books").out
    assert organizer("collections", "away", "letters").code == 3
    assert organizer("collections", "lend", "books").code == 2


def test_three_are_picked_and_put_back(organizer: Run, home: Path) -> None:
    ids = [organizer("add", f"line {number}").id for number in range(4)]
    for id in ids[:3]:
        assert organizer("pick", id).err.startswith("Picked for today")
    assert organizer("pick", ids[3]).code == 7
    assert organizer("pick", ids[0]).err.startswith("Put back")
    (day,) = kept(home)["days"].values()
    assert [id[:5] for id in day["three"]] == ids[1:3]
