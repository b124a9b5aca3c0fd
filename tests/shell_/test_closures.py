"""`organizer closures`: the days without the usual office hours."""

from __future__ import annotations

import pytest

from tests.shell_.conftest import Run


def test_a_closure_is_added_shown_changed_and_removed(organizer: Run) -> None:
    added = organizer("closures", "add", "dec", "24", "to", "jan", "2", "--what", "winter [break]")
    assert added.code == 0
    assert added.err.startswith("Closed: winter [break]: December 24")
    assert added.out.rstrip().endswith("closed, winter [break]")
    [one] = organizer("closures", "--json").json
    assert (one["first"][5:], one["last"][5:], one["opens"], one["what"]) == ("12-24", "01-02", "", "winter [break]")
    changed = organizer("closures", "change", one["id"], "--open", "9 to noon", "--json")
    assert (changed.json[0]["opens"], changed.json[0]["closes"]) == ("09:00", "12:00")
    assert organizer("closures", "change", one["id"], "--open", "9 to noon").err.startswith("It is so already")
    assert organizer("closures", "remove", one["id"]).code == 0
    assert organizer("closures").err.startswith("No closures ahead.")
    assert organizer("undo").code == 0
    assert len(organizer("closures", "--json").json) == 1


def test_past_ones_come_with_all(organizer: Run) -> None:
    organizer("closures", "add", "2020-01-06")
    assert organizer("closures", "--json").json == []
    assert [one["last"] for one in organizer("closures", "--all", "--json").json] == ["2020-01-06"]


def test_federal_holidays_may_be_worked(organizer: Run) -> None:
    assert organizer("closures", "holidays", "open").err == "Open on federal holidays\n"
    assert organizer("closures", "holidays", "open").err.startswith("It is so already")
    assert organizer("closures", "holidays", "closed").err == "Closed on federal holidays\n"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("frob",), 2, "closures can: add, change, remove, holidays"),
        (("add",), 2, "Say which days"),
        (("add", "whenever"), 2, "is not a day that can be read"),
        (("add", "july", "3", "--open", "late"), 2, "only one end"),
        (("change",), 2, "organizer closures change ID DAYS"),
        (("remove",), 2, "organizer closures remove ID"),
        (("remove", "k3f9a"), 3, "There is no closure 'k3f9a'"),
        (("holidays", "maybe"), 2, "organizer closures holidays open|closed"),
    ],
)
def test_what_it_cannot_do(organizer: Run, words: tuple[str, ...], code: int, says: str) -> None:
    refused = organizer("closures", *words)
    assert refused.code == code
    assert says in refused.err
    assert refused.err.count("\n") == 1
