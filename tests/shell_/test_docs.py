"""docs/cli.md, the help, the completions and the table of verbs say the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from organizer import errors
from organizer.commands import COMMANDS
from organizer.commands.about import PLACES
from organizer.commands.fields import OF_REPEATS, READERS
from organizer.shell import VERSION, completion, manual, verbs
from organizer.shell.helping import places
from organizer.shell.verbs.entries import FIELDS, LIST_OPTIONS
from tests.shell_.conftest import ROOT, Run

DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_every_verb_is_documented_as_it_is_and_no_other() -> None:
    headings = re.findall(r"^### `organizer (\w.*)`$", DOCS, re.MULTILINE)
    assert headings == [verb.usage for verb in verbs.every()]


def test_every_option_place_and_field_is_documented() -> None:
    for option in LIST_OPTIONS[:-1]:
        assert f"| `{option.name}{' ' + option.value if option.value else ''}` |" in DOCS
    for place in verbs.PLACES:
        assert f"`{place}`" in DOCS
    for field in FIELDS:
        assert f"`{field}`" in DOCS


def test_every_exit_code_is_documented() -> None:
    codes = {kind.exit_code for kind in vars(errors).values() if isinstance(kind, type)}
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", DOCS, re.MULTILINE)}
    assert documented == codes | {0, 130}


def test_the_table_agrees_with_the_rest() -> None:
    assert (*READERS, *OF_REPEATS) == FIELDS
    assert set(verbs.PLACES) == {place for place, _ in PLACES} - {"today", "word", "door", "wins"}
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert pyproject["project"]["version"] == VERSION


def test_help_names_everything(organizer: Run) -> None:
    overview = organizer("--help").out
    for verb in verbs.every():
        assert f"  {verb.name}" in overview
        own = organizer(verb.name, "--help")
        assert own.code == 0
        assert verb.help in own.out
        assert all(option.name in own.out for option in verb.options)
    assert max(map(len, overview.splitlines())) <= 100


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_knows_every_verb_and_option(organizer: Run, name: str) -> None:
    script = organizer("completion", name).out
    for verb in verbs.every():
        assert verb.name in script
        for option in verb.options:
            assert option.name.lstrip("-") in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes(tmp_path: Path) -> None:
    script = tmp_path / "organizer.bash"
    script.write_text(completion.bash(), encoding="utf-8")

    def completed(*words: str) -> list[str]:
        typed = " ".join(f'"{word}"' for word in ("organizer", *words))
        ask = (
            f"source {script}; complete -p organizer >/dev/null || exit 1; "
            f'COMP_WORDS=({typed}); COMP_CWORD={len(words)}; _organizer; printf "%s\\n" "${{COMPREPLY[@]}}"'
        )
        return subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True).stdout.split()

    assert completed("un") == ["undo"]
    assert completed("bo") == ["board"]
    assert completed("list", "--a") == ["--area", "--all"]
    assert completed("list", "--stage", "d") == ["doing", "done", "dropped"]
    assert completed("edit", "k3f9a", "es") == ["estimate="]
    assert completed("completion", "z") == ["zsh"]


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_other_shells_read_their_script(organizer: Run, name: str, tmp_path: Path) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name} here")
    script = tmp_path / "script"
    script.write_text(organizer("completion", name).out, encoding="utf-8")
    assert subprocess.run([name, "-n", script], capture_output=True).returncode == 0


def test_the_names_of_the_tables_are_those_of_their_verbs() -> None:
    assert [verb.name for verb in verbs.every()] == list(verbs.names())
    assert [verbs.find(name) for name in verbs.names()] == list(verbs.every())


def test_help_tells_of_a_verb_a_place_or_both(organizer: Run) -> None:
    board = organizer("help", "board").out
    assert "Board: the keys of this screen" in board
    both = organizer("help", "door").out
    assert "organizer door [WORD...]" in both
    assert "Front Door: the keys of this screen" in both
    assert "My Word: the keys" in organizer("help", "my", "word").out
    assert organizer("help", "bord").err == "There is no help for 'bord'. Did you mean board?\n"
    assert organizer("help", "bord").code == 2


def test_help_of_a_place_has_every_key_that_holds_there(organizer: Run) -> None:
    for place, name in places().items():
        out = organizer("help", place).out
        assert name in out
        for command in COMMANDS.values():
            if command.key and (not command.places or place in command.places):
                assert f"{command.title}. {command.help}" in out


def test_the_manual_page_has_every_verb_and_option(organizer: Run) -> None:
    page = organizer("man").out
    for verb in verbs.every():
        assert f".B {manual.safe(verb.name)}" in page
        assert manual.safe(verb.help) in page
        assert all(f"\\fB{manual.safe(option.name)}\\fR" in page for option in verb.options)
    assert all(line[:1] != "." or line.split()[0] in REQUESTS for line in page.splitlines())


REQUESTS = (".TH", ".SH", ".TP", ".B", ".br", ".RS", ".RE")
