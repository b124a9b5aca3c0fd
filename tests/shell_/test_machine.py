"""`settings.toml`: what holds on this machine alone, with comments that stay and sentences for what cannot be taken."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer import machine
from organizer.errors import WrongUse
from tests.shell_.conftest import Run, kept

BY_HAND = """# my screen at the front desk

signs = "plain"   # it is old

[keys]  # of the little keyboard
"entry.pick" = "f6"
"""


def wrote(home: Path, text: str) -> Path:
    """A file that someone wrote."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_is_changed_and_the_comments_stay(organizer: Run, home: Path) -> None:
    path = wrote(home, BY_HAND)
    done = organizer("settings", "signs", "pretty", "--here")
    assert (done.code, "for this machine alone" in done.err) == (0, True)
    assert path.read_text(encoding="utf-8") == BY_HAND.replace('"plain"   #', '"pretty"  #')
    organizer("settings", "light", "dark", "--here")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["light"] == "dark"
    assert organizer("settings", "light", "--json").json["here"] is True
    assert "that holds here" in organizer("settings", "light", "light").err
    assert organizer("settings", "light", "--here", "--reset").code == 0
    text = path.read_text(encoding="utf-8")
    assert "my screen" in text
    assert "little keyboard" in text
    assert "light" not in text
    assert "light" not in kept(home)["settings"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_only_what_belongs_to_a_machine_is_said_there(organizer: Run, home: Path) -> None:
    assert "light, signs" in organizer("settings", "answer_within", "two", "--here").err
    assert organizer("settings", "signs", "frilly", "--here").code == 2
    assert not (home / "settings.toml").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nsings = "plain"', "settings.toml, line 2: there is no 'sings' for one machine; the nearest name is signs."),
        ("signs = 3", "settings.toml, line 1: signs can be 'pretty', 'plain'."),
        ('a = "b\n[', "settings.toml, line 1, cannot be read, so all of it is left aside. Nothing is lost."),
        ('[keys]\n"entry.pik" = "x"', "line 2: There is no command 'entry.pik'. The nearest is entry.pick."),
        ('[keys]\nquit = "x"', "line 2: ctrl+q always stays the key of “Leave”."),
        ('[keys]\n"entry.pick" = 7', "line 2: 7 is no key."),
        ("keys = 7", "line 1: [keys] is a table of commands and their keys."),
    ],
)
def test_what_cannot_be_taken_is_told_by_its_line(organizer: Run, home: Path, text: str, said: str) -> None:
    wrote(home, text)
    shown = organizer("settings")
    assert shown.code == 0
    assert said in shown.err


def test_the_file_begins_with_all_that_may_stand_in_it(
    organizer: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    done = organizer("settings", "--edit")
    assert (done.code, "All of it can be taken" in done.err) == (0, True)
    text = (home / "settings.toml").read_text(encoding="utf-8")
    every = "\n".join(line[2:] if line.startswith('# "') or " = " in line else line for line in text.splitlines())
    found = machine.parse(every)
    assert found.said == ()
    assert set(found.settings) == {"light", "signs", "keys_here"}
    organizer("settings", "signs", "plain", "--here")
    lines = (home / "settings.toml").read_text(encoding="utf-8").splitlines()
    assert lines[lines.index('signs = "plain"') - 1].startswith('# signs = "pretty"')
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert "cannot be opened" in organizer("settings", "--edit").err
    monkeypatch.delenv("EDITOR")
    assert organizer("settings", "--edit").code == 2


LINES = st.lists(
    st.sampled_from(
        ["# a comment", "", 'light = "dark"', "signs = 'plain' # why", "[keys]", '"entry.pick" = "x"', "[other]",
         "n = 1",         'help = """', '"""', "keys.help = '?'"]
    ),
    max_size=9,
)  # fmt: skip


@given(lines=LINES, name=st.sampled_from(["light", "signs"]), value=st.sampled_from(["dark", "plain", None]))
def test_nothing_else_is_changed(lines: list[str], name: str, value: str | None) -> None:
    text = "\n".join(lines)
    try:
        before = tomllib.loads(text)
        made = machine.changed(text, name, value)
    except (tomllib.TOMLDecodeError, WrongUse):
        return
    before.pop(name, None)
    assert tomllib.loads(made) == ({**before, name: value} if value else before)
    assert made.count("# a comment") == text.count("# a comment")


@given(text=st.text(max_size=60))
def test_whatever_stands_in_the_file_is_read_or_told(text: str) -> None:
    found = machine.parse(text)
    assert all(line.startswith("settings.toml") for line in found.said)
