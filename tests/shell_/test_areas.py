"""`organizer areas`: shown, and changed one at a time."""

from __future__ import annotations

import pytest

from tests.shell_.conftest import Run


def test_areas_are_shown_with_what_belongs_to_them(organizer: Run) -> None:
    shown = organizer("areas")
    assert (shown.code, shown.err) == (0, "9 areas.\n")
    assert shown.out.split()[:4] == ["documentation", "Documentation", "progress", "notes,"]
    assert "client-facing" in shown.out.splitlines()[-1]
    organizer("add", "Pay the rent #accounting")
    listed = organizer("areas", "--json").json
    assert {area["id"]: area["open"] for area in listed}["accounting"] == 1


def test_an_area_is_added_renamed_moved_retired_and_taken_back(organizer: Run) -> None:
    added = organizer("areas", "add", "Consulting", "[x]")
    assert (added.code, added.err) == (0, "Added an area: Consulting [x]\n")
    assert added.out.split() == ["consulting-x", "Consulting", "[x]"]
    assert organizer("areas", "rename", "consulting", "Teaching", "--json").json[0]["name"] == "Teaching"
    assert organizer("areas", "move", "teaching", "1").code == 0
    assert organizer("areas", "--json").json[0]["id"] == "consulting-x"
    assert "retired" in organizer("areas", "retire", "consulting-x").out
    assert organizer("areas", "--json").json[-1]["retired"] is True
    assert "There is no area" in organizer("list", "--area", "Teaching").err
    assert organizer("areas", "back", "Teaching").code == 0
    assert organizer("undo").err.strip() == "Undid · Took back: Teaching"


def test_an_area_is_colored_marked_and_described(organizer: Run) -> None:
    assert "Heather" in organizer("areas", "color", "training", "heather").out
    assert organizer("areas", "clients", "training", "yes", "--json").json[0]["client_facing"] is True
    assert organizer("areas", "clients", "training", "yes").err == "It is so already; nothing was changed.\n"
    assert organizer("areas", "clients", "training", "no", "--json").json[0]["client_facing"] is False
    assert "license, groups" in organizer("areas", "about", "training", "license,", "groups").out
    assert organizer("areas", "about", "training", "--json").json[0]["about"] == ""


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("frob",), 2, "areas can: add, rename, retire, back, move, color, clients, about"),
        (("add",), 2, "organizer areas add NAME"),
        (("rename", "training"), 2, "organizer areas rename ID NAME"),
        (("move", "training"), 2, "organizer areas move ID POSITION"),
        (("move", "training", "up"), 2, "is not a place"),
        (("color", "training"), 2, "organizer areas color ID COLOR"),
        (("color", "training", "pink"), 2, "There is no color 'pink'"),
        (("clients", "training"), 2, "organizer areas clients ID yes|no"),
        (("clients", "training", "some"), 2, "Say yes or no"),
        (("about", "training", "x" * 90), 2, "in short"),
        (("retire",), 2, "organizer areas retire ID"),
        (("retire", "gardening"), 3, "There is no area 'gardening'"),
        (("back", "training"), 7, "in use; nothing was changed"),
        (("add", "Training"), 7, "already"),
        (("add", "x" * 300), 2, "in short"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_a_code(organizer: Run, words: tuple[str, ...], code: int, says: str) -> None:
    refused = organizer("areas", *words)
    assert refused.code == code
    assert says in refused.err
    assert refused.out == ""
    assert refused.err.count("\n") == 1


def test_today_has_no_office_on_a_day_off(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "The office is not open yet." in organizer("today").out
    monkeypatch.setenv("ORGANIZER_NOW", "2026-06-13T09:14:00")
    assert "No office day." in organizer("today").out
