"""`organizer keys`: the keys in force, given, swapped and taken back from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.commands import COMMANDS
from tests.shell_.conftest import Run, kept


def test_every_key_is_shown(organizer: Run) -> None:
    told = organizer("keys", "--json").json
    assert [one["command"] for one in told] == [command.id for command in COMMANDS.values() if command.key]
    assert "Pick for today" in organizer("keys").out


def test_one_is_given_swapped_and_taken_back(organizer: Run, home: Path) -> None:
    given = organizer("keys", "entry.pick", "f6")
    assert (given.code, given.err) == (0, "Key of Pick for today: f6.\n")
    assert given.out.split()[:2] == ["entry.pick", "f6"]
    refused = organizer("keys", "entry.pick", "l")
    assert (refused.code, "is the key of “Later” already" in refused.err) == (7, True)
    assert organizer("keys", "entry.dread", "f6", "--swap").code == 0
    assert kept(home)["settings"]["keys"]["value"] == {"entry.pick": "d", "entry.dread": "f6"}
    assert organizer("keys", "--reset").err == "Every command has its own key.\n"
    assert "keys" not in kept(home)["settings"]
    organizer("undo")
    assert organizer("keys", "entry.pick", "--json").json[0]["key"] == "d"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("entry.pik",), 3, "The nearest is entry.pick."),
        (("zzzz", "x"), 3, "organizer keys shows them all."),
        (("quit", "x"), 7, "ctrl+q always stays"),
        (("entry.pick", "hello"), 7, "is no key"),
    ],
)
def test_what_cannot_be_is_told(organizer: Run, words: tuple[str, ...], code: int, says: str) -> None:
    refused = organizer("keys", *words)
    assert refused.code == code
    assert says in refused.err
