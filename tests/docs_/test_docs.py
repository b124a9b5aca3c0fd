"""What the pages say is so: keys, links, examples, verbs, and how the data is kept."""

from __future__ import annotations

import glob
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from textual.binding import Binding

from data.starter import beginnings
from data.vault import Vault
from organizer import capture, when
from organizer.__main__ import run
from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.commands import COMMANDS, modules, of_module, real
from organizer.office import Office
from organizer.records import TABLES, Entry
from organizer.shell import verbs
from screens.desk import Desk
from screens.dialogs.catch import Catch
from screens.dialogs.chooser import Chooser
from screens.dialogs.drawer import Drawer
from screens.dialogs.help import Help
from screens.widgets.keybar import KEY_NAMES
from tests.docs_ import keys, settings

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in PAGES}
README, CAPTURE = TEXTS["README.md"], TEXTS["docs/capture.md"]
FORMAT, KEYS = TEXTS["docs/data-format.md"], TEXTS["docs/keys.md"]
NOW = datetime(2026, 3, 4, 10)
"""The moment at which docs/capture.md reads its examples."""
AREAS = beginnings()
TERMINAL_KEYS = {key: name for name, key in KEY_NAMES.items()} | {"enter": "enter"}

THREE = re.findall(r"^\| `([^`]+)` \| (an? \w+: [^|]+) \| ([^|]*)\|$", CAPTURE, re.MULTILINE)
TWO = re.findall(r"^\| `([^`#]+)` \| ([^|]+) \|$", CAPTURE, re.MULTILINE)


# -- the README


def test_the_readme_is_short_and_names_both_commands() -> None:
    assert len(README.splitlines()) <= 150
    assert "make run" in README
    assert "make test" in README


def test_lines_to_type_in_the_readme_are_read_whole() -> None:
    tour = re.search(r"```\n(Submit claims.*?)```", README, re.DOTALL)
    assert tour
    drafts = [capture.read(line, NOW, AREAS) for line in tour[1].splitlines()]
    assert [(draft.text, draft.area) for draft in drafts] == [
        ("Submit claims", "accounting"),
        ("Renew the liability insurance", ""),
        ("Order intake packets", "operations"),
    ]


# -- keys


def test_the_keys_are_those_of_the_commands() -> None:
    assert keys.renewed(KEYS) == KEYS, "python -m tests.docs_.keys renews them"
    titles = re.findall(r"^\| (?:`[^`]+`)? \| ([^|]+) \| [^|]+ \| [^|]+ \|$", KEYS, re.MULTILINE)
    assert sorted(titles) == sorted(command.title for command in COMMANDS.values() if command.id not in keys.UNNAMED)


def test_what_is_listed_of_the_commands_is_what_they_are() -> None:
    assert keys.LIST.read_text(encoding="utf-8") == keys.listed(), "python -m tests.docs_.keys renews it"
    for module in modules():
        for command in of_module(module):
            told = COMMANDS[command.id]._replace(run=command.run, allowed=command.allowed)
            assert (told, COMMANDS[command.id].run is None) == (command, command.run is None)
            assert real(command.id) is command


def bound(screen: type) -> set[str]:
    """The keys of a screen, Textual's own left out."""
    kinds = [kind for kind in screen.__mro__ if kind.__module__.startswith("screens.")]
    found = [binding for kind in kinds for binding in vars(kind).get("BINDINGS", ())]
    return {key for binding in found if isinstance(binding, Binding) for key in binding.key.split(",")}


@pytest.mark.parametrize(
    ("where", "screen", "besides"),
    [
        ("catching", Catch, {"enter"}),
        ("find, later, move", Chooser, {"enter"}),
        ("the drawer", Drawer, {command.key for command in COMMANDS.values()}),
        ("help", Help, set()),
        ("the pages", Desk, {command.key for command in COMMANDS.values()}),
    ],
)
def test_keys_of_what_is_open_over_a_page(where: str, screen: type, besides: set[str]) -> None:
    rows = re.findall(rf"^\| (?:{where}|everywhere) \| (.+) \| [^|]+ \|$", KEYS, re.MULTILINE)
    told = {TERMINAL_KEYS.get(key, key) for row in rows for key in re.findall(r"`([^`]+)`", row)}
    real = bound(screen) | ({"enter"} if screen in (Catch, Chooser) else set())
    assert told <= real
    assert real - told <= besides


def test_keys_in_the_readme_do_what_it_says() -> None:
    rows = re.findall(r"\| `(\w)` \| ([^|]+) (?=\|)", README)
    assert len(rows) >= 7
    for key, words in rows:
        titles = [command.title.lower().split() for command in COMMANDS.values() if command.key == key]
        assert any(title[0] in words for title in titles), (key, words)


# -- links, verbs, words


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", TEXTS[name]) + re.findall(r'src="([^"]+)"', TEXTS[name])
    for link in links:
        if not link.startswith(("http://", "https://", "#")):
            assert (ROOT / name).parent.joinpath(link.partition("#")[0]).resolve().exists(), link


def test_every_page_is_listed_and_every_picture_used() -> None:
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "index.md" or f"({page.name})" in TEXTS["docs/index.md"]
    for picture in (ROOT / "docs" / "pictures").iterdir():
        assert f"pictures/{picture.name}" in "".join(TEXTS.values())
        assert "monospace" in picture.read_text(encoding="utf-8")
        assert "@font-face" not in picture.read_text(encoding="utf-8"), "a page that hosts code loads no fonts"


@pytest.mark.parametrize("name", TEXTS)
def test_every_verb_exists(name: str) -> None:
    known = set(verbs.names()) | set(verbs.PLACES) | {"PLACE", "VERB", "help"}
    code = re.findall(r"`([^`\n]+)`", TEXTS[name]) + re.findall(r"```\w*\n(.*?)```", TEXTS[name], re.DOTALL)
    for words in re.findall(r"^(?:\$ )?organizer (\w+)", "\n".join(code), re.MULTILINE):
        assert words in known


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_of_the_workshop_is_told(name: str) -> None:
    for word in ("/work", "/tmp/w", "pypi.org"):
        assert word not in TEXTS[name]


def test_make_has_what_the_pages_name() -> None:
    targets = set(re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for text in TEXTS.values():
        assert set(re.findall(r"(?:^|`)make (\w+)", text, re.MULTILINE)) <= targets


# -- capture


def test_there_are_examples() -> None:
    assert len(THREE) > 25
    assert len(TWO) > 35
    rows = [line for line in CAPTURE.splitlines() if line.startswith("| `")]
    assert len(rows) == len(THREE) + len(TWO)


@pytest.mark.parametrize(("line", "becomes", "rest"), THREE)
def test_an_example_is_read_as_the_page_says(line: str, becomes: str, rest: str) -> None:
    (kind, title), *facts = capture.explain(capture.read(line, NOW, AREAS), NOW, AREAS)
    assert f"{kind}: {title}" == becomes
    assert "; ".join(f"{label} {value}" for label, value in facts) == rest.strip()


@pytest.mark.parametrize(("words", "day"), TWO)
def test_days_and_times_mean_what_the_page_says(words: str, day: str) -> None:
    due = when.read_all(words, NOW)
    assert due is not None
    assert when.say(due, NOW, long=True) == day
    assert capture.read(f"Call the payer {words}", NOW, AREAS).due == due


def test_the_shell_reads_them_in_the_same_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ORGANIZER_HOME", str(tmp_path))
    for line, _, _ in THREE:
        assert run(["parse", "--now", NOW.isoformat(), "--json", "--", line]) == 0
        told = json.loads(capsys.readouterr().out)
        draft = capture.read(line, NOW, AREAS)
        assert (told["text"], told["kind"], told["due"]) == (draft.text, draft.kind, draft.due)
        assert (told["area"], told["estimate"], told["step"]) == (draft.area, draft.estimate, draft.step)


def test_areas_and_their_other_words() -> None:
    told = re.findall(r"^\| ([A-Z][\w-]+) \| ((?:`#[^`]+`(?:, )?)+) \|$", CAPTURE, re.MULTILINE)
    assert {name: re.findall(r"`#([^`]+)`", words) for name, words in told} == {a.name: list(a.aliases) for a in AREAS}


# -- how the data is kept


def test_tables_and_fields_are_told() -> None:
    told = re.findall(r"^\| `(\w+)` \| (`id`.*) \|$", FORMAT, re.MULTILINE)
    fields = {name: [field for field in kind._fields if field != "extra"] for name, kind in TABLES.items()}
    assert {name: re.findall(r"`(\w+)`", row) for name, row in told} == fields


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """The folder of a vault with two generations, sixty entries, and one change taken back."""

    office = Office(Vault.open(tmp_path, compact_after=8000, background=False), StoppedClock(NOW))
    for name in TABLES:
        office.practice.table(name)
    for number in range(60):
        office.run("catch", text=f"Order intake packets {number} #ops")
    office.run("entry.done", (next(iter(office.practice.entries)),))
    office.undo()
    office.close()
    assert len(glob.glob("log-*", root_dir=tmp_path / "vault")) > 1
    return tmp_path / "vault"


def ran(folder: Path, *command: str) -> str:
    """What a program prints in a folder; it must have nothing to complain of."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_files_are_those_of_the_page_and_private(vault: Path) -> None:
    named = re.findall(r"^  (\S+?)-?[\d]*\.?(?:json|jsonl)? ", FORMAT, re.MULTILINE)
    for file in vault.iterdir():
        assert any(file.name.startswith(name) for name in named), file.name
        if os.name == "posix":
            assert file.stat().st_mode & 0o777 == 0o600
    if os.name == "posix":
        assert vault.stat().st_mode & 0o777 == 0o700


def test_python_on_the_page_works(vault: Path) -> None:
    checking, _, reading = re.findall(r"```python\n(.*?)```", FORMAT, re.DOTALL)
    assert ran(vault, sys.executable, "-c", checking) == ""
    told = ran(vault, sys.executable, "-c", reading)
    assert all(area.name in told for area in AREAS)
    log = min(vault.glob("log-*"))
    log.write_bytes(log.read_bytes().replace(b"Caught", b"Cought", 1))
    assert ran(vault, sys.executable, "-c", checking) == f"{log.name} 2 does not verify\n"


def test_python_on_the_page_opens_a_sealed_vault(vault: Path) -> None:
    from tests.vault_.sealed import PASSPHRASE, seal

    checking, opening, _ = re.findall(r"```python\n(.*?)```", FORMAT, re.DOTALL)
    seal(vault.parent)
    assert ran(vault, sys.executable, "-c", checking) == ""
    told = ran(vault, sys.executable, "-c", opening.replace("getpass.getpass()", repr(PASSPHRASE)))
    assert all(area.name in told for area in AREAS)
    assert all(f'"Order intake packets {number}"' in told for number in range(60))
    assert "Undid · Done: Order intake packets 0" in told
    assert b"Order" not in b"".join(path.read_bytes() for path in vault.iterdir())


@pytest.mark.skipif(not (shutil.which("jq") and shutil.which("sh")), reason="there is no jq here")
def test_jq_on_the_page_works(vault: Path) -> None:
    happened, state, archive = re.findall(r"```sh\n(.*?)```", FORMAT, re.DOTALL)
    lines = ran(vault, "sh", "-c", happened).splitlines()
    assert len(lines) == 62
    assert lines[-1] == "62  2026-03-04T10:00:00  Undid · Done: Order intake packets 0"
    now = json.loads(ran(vault, "sh", "-c", state))
    assert len(now["entries"]) == 60
    assert all("closed" not in entry for entry in now["entries"].values())
    texts = state.replace("\n  '", " | .entries[] | .text\n  '")
    assert ran(vault, "sh", "-c", texts).count("\n") == 60
    kept = Vault.open(vault.parent, compact_after=10, background=False, archive_after=5)
    done = [Entry(f"old{n}", text=f"Long past {n}", stage="done", closed="2019-03-04") for n in range(9)]
    kept.table("entries")
    with kept.writing():
        kept.commit(Change("Old", tuple(Row("entries", one.id, None, one) for one in done), at="2026-03-04T10:00:00"))
    kept.close()
    assert ran(vault, "sh", "-c", archive).splitlines() == [one.text for one in done]


# -- settings


def test_the_settings_are_those_there_are() -> None:
    page = TEXTS["docs/settings.md"]
    assert settings.renewed(page) == page, "python -m tests.docs_.settings renews it"
