"""`organizer settings`: shown, found by words, set, put back; each undone like any other change."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.settings import every
from tests.shell_.conftest import Run, kept


def test_all_are_shown_by_group(organizer: Run) -> None:
    shown = organizer("settings")
    assert (shown.code, shown.err) == (0, "organizer settings NAME tells more.\n")
    assert all(one.name in shown.out and one.title in shown.out for one in every())
    told = organizer("settings", "--json").json
    assert [one["name"] for one in told] == [one.name for one in every()]
    assert {one["set"] for one in told} == {False}


def test_one_is_told_set_and_put_back(organizer: Run, home: Path) -> None:
    assert "one working day, two working days" in organizer("settings", "calls", "are", "answered").out
    done = organizer("settings", "answer_within", "two")
    assert (done.code, done.err) == (0, "Calls are answered: within two working days.\n")
    assert done.out.split()[:1] == ["answer_within"]
    assert kept(home)["settings"]["answer_within"]["value"] == "two working days"
    assert organizer("settings", "answer", "within", "two").err == "It is so already; nothing was changed.\n"
    told = organizer("settings", "answer_within", "--reset", "--json").json
    assert (told["value"], told["set"]) == ("one working day", False)
    assert organizer("undo").err.startswith("Undid")
    assert organizer("settings", "answer_within", "--json").json["value"] == "two working days"


def test_all_are_put_back_at_once_and_that_is_undone(organizer: Run, home: Path) -> None:
    organizer("settings", "light", "dark")
    organizer("settings", "office_days", "mon", "to", "thu")
    assert organizer("settings", "all", "--reset").err == "2 settings as at first.\n"
    assert not {"light", "office_days"} & set(kept(home)["settings"])
    organizer("undo")
    assert kept(home)["settings"]["office_days"]["value"] == "mon tue wed thu"


def test_they_are_found_by_words(organizer: Run) -> None:
    assert organizer("settings", "--search", "holidays").out.split()[2] == "closed_on_holidays"
    assert organizer("settings", "--search", "zzzz").err == "No setting says that.\n"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("frob",), 3, "There is no setting 'frob'. organizer settings shows them all."),
        (("ligth",), 3, "The nearest one is light."),
        (("light", "pink"), 2, "Light or dark can be: by the clock, dark, light."),
        (("lock_after", "90"), 2, "Say how many minutes, 1 to 60, or off."),
        (("office_days", "someday"), 2, "'someday' is no day of the week."),
        (("areas", "8"), 2, "Areas is not set here"),
        (("areas", "--reset"), 2, "Areas is not set here"),
        (("--reset",), 2, "organizer settings all --reset"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    organizer: Run, words: tuple[str, ...], code: int, says: str, home: Path
) -> None:
    refused = organizer("settings", *words)
    assert (refused.code, refused.out) == (code, "")
    assert says in refused.err
    assert not {"light", "lock_after", "office_days"} & set(kept(home)["settings"])


def test_dates_and_times_are_said_as_set(organizer: Run) -> None:
    organizer("add", "Supervision group june 30 4pm")
    assert "June 30, 4:00 PM" in organizer("list").out
    organizer("settings", "clock", "24")
    organizer("settings", "day_first", "day")
    assert "30 June, 16:00" in organizer("list").out
    assert "08:30" in organizer("settings", "office_opens").out
