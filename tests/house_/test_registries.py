"""What there is of a kind is listed in several places: each list is whole, and docs/architecture.md names them all."""

from __future__ import annotations

import re
from importlib import import_module
from statistics import median

import pytest

from organizer import archiving, commands, settings
from organizer.commands.about import PLACES
from organizer.finding.pillars import PILLARS
from organizer.records import TABLES
from organizer.reminding.sources import SOURCES
from organizer.shell import verbs
from organizer.shell.verbs import Verb
from screens.dialogs import tour
from screens.furniture import FURNITURE
from screens.leading import LEADS
from screens.page import Page
from tests.house_.test_imports import ROOMS, ROOT, modules
from tests.looks_.pages import KEYS

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


# -- the page


def test_what_the_page_names_is_there() -> None:
    """Whatever looks like a path of the tree, and every module of tests that is run by hand."""
    named = set(re.findall(r"`((?:organizer|screens|data|tests|docs)/[\w/.]*)`", PAGE))
    assert len(named) > 60
    assert {name for name in named if not (ROOT / name).exists()} == set()
    for name in re.findall(r"python -m (tests\.[\w.]+)", PAGE):
        path = ROOT / name.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), name


def test_what_a_docstring_names_is_there() -> None:
    """A file by its path, or a module by its name: one that was moved is named anew wherever it is spoken of."""
    gone = []
    for path in (one for room in (*ROOMS, "tests") for one in sorted((ROOT / room).rglob("*.py"))):
        source = path.read_text(encoding="utf-8")
        files = re.findall(r"\b(?:organizer|screens|data|tests|docs)/[\w/]+\.(?:py|md|toml)\b", source)
        named = {file for file in files if not (ROOT / file).exists()}
        for name in re.findall(r"`((?:organizer|screens|data)(?:\.[a-z_]+)+)(?:\.[A-Z]\w*)?`", source):
            at = ROOT / name.replace(".", "/")
            near = (at, at.with_suffix(".py"), at.parent.with_suffix(".py"), at.parent / "__init__.py")
            named |= set() if any(one.exists() for one in near) else {name}
        gone += [f"{path.relative_to(ROOT)}: {name}" for name in sorted(named)]
    assert gone == []


def test_every_folder_is_on_the_map() -> None:
    there = {
        path.parent.relative_to(ROOT).as_posix() + "/"
        for room in (*ROOMS, "tests")
        for path in (ROOT / room).rglob("*")
        if path.suffix in (".py", ".toml", ".tcss") and ".venv" not in path.parts
    }
    told = set(re.findall(r"^\| `([\w/]+/)` \|", PAGE, re.MULTILINE))
    besides = {"tests/", "tests/bench/bare/"}
    assert there - told - besides == set()
    assert told - there == set()


def test_the_files_are_as_small_as_the_page_says() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in modules().values()]
    assert "the tests allow 120" in PAGE
    assert 60 <= median(lengths) <= 120


# -- commands, verbs, settings


def having(folder: str, line: str) -> set[str]:
    """The modules of a folder that have such a line."""
    return {
        path.stem
        for path in (ROOT / folder).glob("*.py")
        if re.search(f"^{line}", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


def test_every_module_of_commands_is_listed() -> None:
    assert having("organizer/commands", r"COMMANDS(: .*)? = \(") - {"__init__"} == set(commands.modules())


@pytest.mark.parametrize("verb", verbs.every(), ids=lambda verb: verb.name)
def test_every_verb_has_its_function(verb: Verb) -> None:
    if verb.module:
        module = import_module(f"organizer.shell.{verb.module}")
        assert callable(getattr(module, f"{verb.name}_" if verb.name in ("list", "import") else verb.name))


def test_every_group_of_settings_is_there() -> None:
    listed = {one.name for one in settings.every()}
    for group in having("organizer/settings", "SETTINGS = "):
        assert {one.name for one in import_module(f"organizer.settings.{group}").SETTINGS} <= listed


# -- records


STAYS = {
    *("settings", "filters", "areas", "themes", "volumes", "pages", "closures", "scripts", "rituals", "stops"),
    *("habits", "studios", "thoughts", "piles", "writings", "sharings", "seasons", "jars", "rewards"),
    *("snags", "walks", "questions", "rounds", "tallies", "comments", "heeded", "held"),
}
"""Kinds of which there are few however many years go by, or sums of many: all of them stay at hand."""
NOT_BY_ITSELF = {
    *("days", "volumes", "pages", "habits", "closures", "filters", "areas", "stops", "walks", "quiet", "scripts"),
    *("studios", "thoughts", "piles", "writings", "sharings", "seasons", "jars", "runs", "answers"),
    *("questions", "rounds", "tallies", "held"),
}
"""Kinds that find does not look through by themselves: they stand on a page that it leads to, or are only counted."""
BY_THEIR_SOURCE = {"settings": "setting", "rituals": "ritual", "comments": "feedback", "heeded": "feedback"}
"""Kinds that find looks through by a source of their own, which is no table."""


def test_every_kind_of_record_moves_to_the_archive_or_stays() -> None:
    assert set(archiving.RULES) | STAYS == set(TABLES)
    assert not set(archiving.RULES) & STAYS


def test_every_kind_of_record_is_found_or_has_a_reason() -> None:
    kinds = {pillar.kind for pillar in PILLARS}
    assert set(BY_THEIR_SOURCE.values()) <= kinds
    assert {pillar.table for pillar in PILLARS if pillar.table} | NOT_BY_ITSELF | set(BY_THEIR_SOURCE) == set(TABLES)


def test_whatever_is_found_leads_somewhere() -> None:
    assert {pillar.kind for pillar in PILLARS} - {"entry"} == set(LEADS)


def test_what_rings_is_listed() -> None:
    assert having("organizer/reminding", r"def rings\(practice") == set(SOURCES)


# -- places


@pytest.mark.parametrize("place", [name for name, _ in PLACES])
def test_every_place_is_furnished(place: str) -> None:
    furniture = FURNITURE[place]
    module, _, name = furniture.page.partition(":")
    assert issubclass(getattr(import_module(module), name), Page)
    assert furniture.leading
    assert set(furniture.leading) <= set(commands.COMMANDS)
    assert place in {stop.place for stop in tour.STOPS}
    number = [name for name, _ in PLACES].index(place) + 1
    assert any(name.startswith(f"0{number}-") for name in KEYS), "a picture"
