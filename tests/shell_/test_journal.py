"""The journal from the shell: pages shown and taken along, lines moved on, collections."""

from __future__ import annotations

import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.shell_.conftest import Run

HARD = "see [/] x <b>&amp; *stars* `code` _under_ #1"


class Texts(HTMLParser):
    """What a page of HTML says, what it fetches, and which tags it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said, self.tags, self.fetched = "", set[str](), list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.fetched += [str(value) for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.said += data


def test_moving_on_leaves_a_stroke_on_each_page_and_undo_takes_all_of_it_back(organizer: Run) -> None:
    one = organizer("add", "Write the wording").id
    moved = organizer("migrate", one, "to", "june", "15", "--json").json[0]
    assert [(place["page"], place["state"]) for place in moved["placements"]] == [
        ("day:2026-06-11", "moved"),
        ("day:2026-06-15", "here"),
    ]
    scheduled = organizer("schedule", one, "september", "--json").json[0]
    assert scheduled["placements"][-1]["page"] == "future:2026-09"
    assert scheduled["placements"][1]["state"] == "scheduled"
    assert scheduled["due"] is None
    collected = organizer("collect", one, "Website", "words", "--json").json[0]
    assert collected["deferrals"] == 3
    assert collected["placements"][-1]["from"] == "future:2026-09"
    assert f"{one}  > Write the wording" in organizer("log").out
    assert f"{one}  < Write the wording" in organizer("log", "june", "15").out
    (line,) = organizer("collections", "--json").json
    assert (line["name"], line["lines"], line["numbers"]) == ("Website words", 1, "4")
    for _ in range(4):
        assert organizer("undo").code == 0
    assert organizer("list", "--all", "--json").json == []
    assert organizer("collections", "--json").json == []


def test_a_page_is_named_by_its_day_its_month_its_number_or_its_name(organizer: Run) -> None:
    one = organizer("add", "Write the wording").id
    organizer("collect", one, "Website words")
    organizer("add", "Sort the mail")
    assert "Sort the mail" in organizer("log").out
    assert "Sort the mail" in organizer("log", "june").out
    assert "Sort the mail" in organizer("log", "1").out
    assert organizer("log", "website").out.endswith("• Write the wording\n")
    assert organizer("log", "may 28").err == "A fresh page for Thursday, May 28. Nothing is written on it.\n"
    assert organizer("log", "nowhere").code == 2
    assert organizer("log", "collection:nowhere").code == 3
    assert organizer("log", "--markdown", "--text").code == 2


@pytest.mark.parametrize("form", ["--markdown", "--text"])
def test_a_month_is_taken_along_as_text(organizer: Run, form: str) -> None:
    done = organizer("add", f"* {HARD}").id
    organizer("add", "- a quiet day")
    organizer("done", done)
    said = organizer("log", "june", form).out
    assert "Thursday, June 11" in said
    assert "a quiet day" in said
    if form == "--text":
        assert f"* × {HARD}" in said
    else:
        assert "# June" in said
        assert r"- [x] **\*** see \[/\] x \<b\>&amp;amp; \*stars\* \`code\` \_under\_ \#1" in said


def test_a_page_to_print_says_what_was_written_and_fetches_nothing(organizer: Run, tmp_path: Path) -> None:
    organizer("add", HARD)
    gone = organizer("add", "o <script>alert(1)</script>").id
    organizer("drop", gone)
    file = tmp_path / "page.html"
    told = organizer("log", "--html", str(file))
    assert (told.code, told.out) == (0, "")
    assert "not sealed" in told.err
    page = Texts(file.read_text(encoding="utf-8"))
    assert HARD in page.said
    assert "<script>alert(1)</script>" in page.said
    assert "script" not in page.tags
    assert page.fetched == []
    assert "@media print" in page.said
    assert "url(" not in page.said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = organizer("log", "--html", str(file))
    assert again.code == 2
    assert "left as it is" in again.err
    assert organizer("log", "--html", str(tmp_path / "nowhere" / "page.html")).code == 8


def test_bad_input_is_answered_by_one_sentence_and_nothing_is_changed(organizer: Run) -> None:
    one = organizer("add", "Write the wording").id
    for words, code in (
        (("migrate", one, "to", "the", "moon"), 2),
        (("schedule", one, "gibberish"), 2),
        (("migrate", "zzzzz"), 3),
        (("collect", one), 2),
    ):
        said = organizer(*words)
        assert (said.code, said.out) == (code, ""), words
        assert said.err.count("\n") == 1
    organizer("done", one)
    assert organizer("migrate", one).code == 7
