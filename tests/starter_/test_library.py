"""The loader: every mistake is one sentence with file, line and field, and everything else works."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from data.starter.library import library
from organizer.errors import Ambiguous, NotFound
from organizer.packs import Bundle, Library, Task

GOOD = """\
[pack]
title = "My board"
area = "training"

[[task]]
id = "exam"
title = "Take the exam"
kind = "calendar"
cadence = "every may 2"
why = "The state asks for it."
step = "Find the link."
"""
SECOND = GOOD.partition("\n\n")[2].replace('"exam"', '"second"')


STARTER = frozenset(task.id for task in library().tasks)


def loaded(home: Path, text: str | bytes, name: str = "mine.toml") -> Library:
    """The library with a file of one's own."""
    folder = home / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return library(home)


def own(found: Library) -> list[str]:
    """The tasks that are not of the starter."""
    return [task.id for task in found.tasks if task.id not in STARTER]


def test_a_pack_of_ones_own_stands_beside_the_others(tmp_path: Path) -> None:
    found = loaded(tmp_path, GOOD)
    assert found.problems == ()
    assert own(found) == ["mine/exam"]
    assert len(found.tasks) == 83
    bundle = found.find("mine")
    assert bundle == Bundle("mine", "My board", "", ("mine/exam",), own=True)
    exam = found.find("exam")
    assert isinstance(exam, Task)
    assert (exam.area, exam.leads, exam.dread, exam.source) == ("training", (), 0, "a pack of one’s own")


def test_the_starter_shared_as_a_file_loads_as_ones_own(tmp_path: Path) -> None:
    text = Path("data/starter/packs/accounting.toml").read_text(encoding="utf-8")
    found = loaded(tmp_path, text, "from-a-colleague.toml")
    assert found.problems == ()
    assert len(own(found)) == 19
    with pytest.raises(Ambiguous, match="accounting/aging, from-a-colleague/aging"):
        found.find("aging")


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    found = loaded(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert found.problems == ()
    assert own(found) == ["mine/exam"]


def test_no_home_no_folder_and_other_files_are_nothing(tmp_path: Path) -> None:
    assert library() == library(tmp_path) == library(tmp_path / "nowhere")
    assert loaded(tmp_path, "hello", "notes.txt") == library()


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ('why = "The state asks for it."\n', "", "why", "missing"),
        ('id = "exam"\n', "", "id", "missing"),
        ('"every may 2"', '"evry may 2"', "cadence", "'evry may 2' is no rhythm of this kind; every friday"),
        ('"every may 2"', '"every february 30"', "cadence", "no rhythm"),
        ('"every may 2"', '""', "cadence", "empty"),
        ('"calendar"', '"weekly"', "kind", "'weekly' is not one of calendar, after, dates, event, once"),
        ('"exam"', '"The Exam"', "id", "is no name here"),
        ('"Take the exam"', "3", "title", "a text in quotes is wanted, not a number"),
        ('"Take the exam"', '["a"]', "title", "not a list"),
        ('"Take the exam"', "2026-06-11", "title", "not a date or time"),
        ('"Take the exam"', f'"{"long " * 40}"', "title", "200 characters long; 80 are the most"),
        ('"Take the exam"', r'"\u001b[31mred"', "title", "hidden characters"),
        ('"Take the exam"', '"""\none\ntwo"""', "title", "without line breaks"),
        ("why =", 'area = "garden"\nwhy =', "area", "there is no area 'garden'"),
        ("why =", "leads = 3\nwhy =", "leads", "a list of numbers in [ ] is wanted, not a number"),
        ("why =", 'leads = ["3"]\nwhy =', "leads", "a whole number is wanted, not a text"),
        ("why =", "leads = [-3]\nwhy =", "leads", "-3 is not between 0 and 730"),
        ("why =", "dread = 4\nwhy =", "dread", "4 is not between 0 and 3"),
        ("why =", "dread = true\nwhy =", "dread", "not true or false"),
        ("why =", "estimate = 1.5\nwhy =", "estimate", "a whole number"),
        ("why =", 'unverified = "yes"\nwhy =', "unverified", "true or false is wanted, not a text"),
        ("why =", 'who = ["everyone"]\nwhy =', "who", "'everyone' is not one of solo"),
        ("why =", 'shift = "earlier"\nwhy =', "shift", "not one of next business day"),
        ("why =", 'wy = "x"\nwhy =', "wy", "not known here; did you mean why"),
    ],
)
def test_a_mistake_is_one_sentence_with_file_line_and_field(
    tmp_path: Path, old: str, new: str, field: str, words: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1) + "\n" + SECOND
    found = loaded(tmp_path, text)
    (problem,) = found.problems
    told = re.fullmatch(r"packs/mine\.toml, line (\d+), field ([\w-]+): (.+)\.", problem)
    assert told, problem
    assert told[2] == field
    assert words in told[3]
    place = next((n for n, line in enumerate(text.splitlines(), 1) if line.startswith(f"{field} =") and n > 4), 5)
    assert int(told[1]) == (5 if "missing" in words else place)
    assert own(found) == ["mine/second"], "the other task of the file is there"
    assert len(found.tasks) == 83


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD.replace('"Take the exam"', "Take the exam"), "packs/mine.toml, line 7, field title: this is not TOML: "),
        (GOOD.replace('"Take the exam"', '"Take the exam'), "packs/mine.toml, line 7, field title: this is not TOML: "),
        (GOOD + 'checklist = ["a",', "packs/mine.toml, line 12, field checklist: this is not TOML: "),
        (GOOD + 'step = "twice"', "packs/mine.toml, line 12, field step: this is not TOML: "),
        ("hello", "packs/mine.toml, line 1: this is not TOML: "),
        ("", "packs/mine.toml, line 1, field pack: it is missing; a pack begins with [pack] and a title."),
        ("[pack]\n", "packs/mine.toml, line 1, field title: it is missing."),
        (GOOD.replace("[pack]", "[pak]"), "packs/mine.toml, line 1, field pak: it is not known here; there is [pack]"),
        (GOOD.replace("[[task]]", "[task]"), "packs/mine.toml, line 5, field task: it is written [[task]] here"),
        ("x = " + "[" * 5000, "packs/mine.toml, line 1: lists stand within lists too deep to be read."),
        ("# " + "x" * 1_000_001, "packs/mine.toml, line 1: this is too large for a pack, so it was not read."),
        (GOOD + "\n" + SECOND.replace("second", "exam"), "line 14, field id: 'exam' stands in this pack already."),
        (GOOD.replace('area = "training"\n', ""), "field area: it is missing, here and in [pack]."),
        (b'[pack]\ntitle = "caf\xe9"', "packs/mine.toml, line 2: this is not UTF-8 text."),
    ],
    ids="",
)
def test_a_broken_file_is_told_and_the_rest_works(tmp_path: Path, text: str | bytes, problem: str) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "other.toml").write_text(GOOD)
    found = loaded(tmp_path, text)
    assert problem in " ".join(found.problems)
    assert all(told.endswith(".") and "\n" not in told for told in found.problems)
    assert "other/exam" in own(found)
    assert len(found.tasks) >= 83


def test_lines_are_right_behind_long_texts_and_lists(tmp_path: Path) -> None:
    odd = GOOD + 'checklist = [\n  "[[task]]",\n  """x""",\n]\n\n' + SECOND.replace('"calendar"', '"sometimes"')
    (problem,) = loaded(tmp_path, odd).problems
    assert problem.startswith("packs/mine.toml, line 20, field kind:")
    long = 'about = """\n[[task]]\ntitle = 3\n"""\n'
    told = loaded(tmp_path, GOOD.replace("area", long + "area", 1).replace('"calendar"', "8")).problems
    assert [problem.partition(": ")[0] for problem in told] == [
        "packs/mine.toml, line 3, field about",
        "packs/mine.toml, line 12, field kind",
    ]


def test_a_name_that_is_taken_or_none_at_all(tmp_path: Path) -> None:
    found = loaded(tmp_path, GOOD, "accounting.toml")
    assert found.problems == (
        "packs/accounting.toml, line 1, field pack: there is a pack of this name already; give the file another.",
    )
    assert len(found.tasks) == 82
    assert "a pack is named with small letters" in " ".join(loaded(tmp_path, GOOD, "My Board.toml").problems)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    loaded(tmp_path, GOOD)
    (tmp_path / "packs" / "mine.toml").chmod(0)
    (problem,) = library(tmp_path).problems
    assert problem == "packs/mine.toml, line 1: the file cannot be read (Permission denied)."


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "packs" / "folder.toml").mkdir(parents=True)
    (problem,) = library(tmp_path).problems
    assert problem.startswith("packs/folder.toml, line 1: the file cannot be read (")


def test_areas_of_ones_own_may_be_named(tmp_path: Path) -> None:
    text = GOOD.replace('"training"', '"garden"')
    assert "no area 'garden'" in loaded(tmp_path, text).problems[0]
    assert library(tmp_path, ["garden"]).problems == ()


@pytest.mark.parametrize(
    ("given", "id"),
    [
        ("solo-insurance", "solo-insurance"),
        ("Solo Insurance", "solo-insurance"),
        ("solo, with insurance", "solo-insurance"),
        ("caqh", "training/caqh"),
        ("training/caqh", "training/caqh"),
        ("Re-attest at CAQH", "training/caqh"),
        ("finish today's progress notes", "documentation/progress-notes"),
    ],
)
def test_names_as_people_type_them(given: str, id: str) -> None:
    assert library().find(given).id == id


@pytest.mark.parametrize("given", ["", "-", "/", "frobnicate", "..", "solo", "82", "a" * 500, "[/]", "\x1b"])
def test_names_nobody_has(given: str) -> None:
    with pytest.raises(NotFound) as refused:
        library().find(given)
    assert len(str(refused.value)) < 160
