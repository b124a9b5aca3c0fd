"""Keys of one's own: read as people write them, refused where they are taken, and never a way to be locked out."""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from organizer import keymap
from organizer.commands import COMMANDS
from organizer.commands.keys import PAGES
from organizer.errors import Conflict
from organizer.keymap import FIXED_KEYS, Keymap, key_named, shown, sound
from tests.commands_.tools import FOUR, Room

KEYED = [command for command in COMMANDS.values() if command.key]
WANTED = st.dictionaries(
    st.one_of(st.sampled_from([command.id for command in COMMANDS.values()]), st.text(max_size=9)),
    st.one_of(st.sampled_from([*"abcxyzXU?,/*[ ", "del", "f5", "ctrl+b", "enter", "ctrl+q", ""]), st.text(), st.none()),
)


@pytest.mark.parametrize("character", list(map(chr, range(32, 127))))
def test_every_sign_of_the_keyboard_goes_by_the_name_the_terminal_gives(character: str) -> None:
    assert key_named(character) == _character_to_key(character)
    assert character == " " or shown(key_named(character)) == character


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("x", "x"), ("X", "X"), (" x ", "x"), ("Del", "delete"), ("space", "space"), ("F5", "f5"), ("Ctrl+B", "ctrl+b"),
        ("^b", "ctrl+b"), ("question_mark", "question_mark"), ("", ""), ("xx", ""), ("ctrl+", ""), ("f13", ""),
    ],
)  # fmt: skip
def test_keys_are_read_as_people_write_them(said: str, name: str) -> None:
    assert key_named(said) == name


def clashes(keys: Keymap) -> list[str]:
    """The commands that have a key of another where both hold."""
    return [one.id for one in KEYED if keymap.rivals(COMMANDS, keys, one.id, keys.key(one), PAGES)]


def test_the_keys_the_commands_have_themselves_do_not_meet() -> None:
    assert clashes(Keymap()) == []


@hypothesis.settings(max_examples=40, deadline=None)
@given(wanted=WANTED)
def test_whatever_is_wanted_nobody_is_locked_out(wanted: dict[str, Any]) -> None:
    keys, refused = sound(COMMANDS, wanted, PAGES)
    assert clashes(keys) == []
    for command in KEYED:
        assert keys.key(command)
        if command.key in FIXED_KEYS:
            assert keys.key(command) == command.key
        else:
            assert keys.key(command) not in FIXED_KEYS
    assert all(one.why.endswith((".", "”.")) for one in refused)
    left = set(wanted) - {one.id for one in refused}
    assert {id for id in left if key_named(str(wanted[id])) != COMMANDS[id].key} == set(keys.changed)


def test_a_free_key_is_given_and_taken_back() -> None:
    room = Room(*FOUR)
    assert room.run("setting.key", of="entry.pick", key="f5").label == "Key of Pick for today: f5"
    assert room.office.practice.setting("keys") == {"entry.pick": "f5"}
    room.office.undo()
    assert room.office.practice.setting("keys") is None


def test_a_key_that_is_taken_is_refused_or_swapped() -> None:
    room = Room(*FOUR)
    said = room.refuses("setting.key", of="entry.pick", key="l")
    assert said == "l is the key of “Later” already. Swap the two, or choose another."
    label = room.run("setting.key", of="entry.pick", key="d", swap=True).label
    assert label == "Key of Pick for today: d, Dread: p"
    assert room.office.practice.setting("keys") == {"entry.pick": "d", "entry.dread": "p"}
    room.run("setting.key", of="entry.pick", key="", swap=True)
    assert room.office.practice.setting("keys") == {}


@pytest.mark.parametrize(
    ("command", "key", "why"),
    [
        ("quit", "x", "ctrl+q always stays"), ("entry.pick", "ctrl+q", "taken for good"),
        ("entry.pick", "xx", "is no key"),
        ("back", "x", "esc always stays"), ("look.light", "x", "has no key"), ("frob", "x", "There is no command"),
        ("go.today", "x", "1 always stays"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(command: str, key: str, why: str) -> None:
    assert why in Room(*FOUR).refuses("setting.key", of=command, key=key)


def test_the_screen_is_told_of_every_command_on_a_key_that_moved() -> None:
    told = Keymap({"entry.pick": "d", "entry.dread": "p"}).bindings(COMMANDS)
    assert (told["entry.pick"], told["entry.dread"]) == ("d", "p")
    assert {id for id in told if COMMANDS[id].key not in ("p", "d")} == set()
    assert {command.id for command in KEYED if command.key in ("p", "d")} == set(told)
    assert Conflict.exit_code == 7
