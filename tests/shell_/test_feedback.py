"""`organizer feedback`: files taken in, nothing below five anywhere, and nobody in any file of the vault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.rules_.replies import IDS, PEOPLE, SHAPES, TOOLS, Made, file
from tests.shell_.conftest import Run, kept


def saved(folder: Path, rows: list[list[str]], shape: str = "as it comes", name: str = "replies.csv") -> str:
    """A file of replies."""
    path = folder / name
    path.write_bytes(file(rows, *SHAPES[shape]))
    return str(path)


def raw(home: Path) -> str:
    """Every byte of every file in the home."""
    return "\n".join(path.read_text("utf-8", "replace") for path in home.rglob("*") if path.is_file())


@pytest.mark.parametrize("tool", TOOLS)
def test_of_every_tool_nobody_is_in_any_file_of_the_vault(
    organizer: Run, home: Path, tmp_path: Path, tool: str
) -> None:
    for number, shape in enumerate(SHAPES):
        path = saved(tmp_path, TOOLS[tool](Made(12, number)), shape, f"secret-{number}.csv")
        result = organizer("feedback", "import", path, "--again")
        assert result.code == 0, result.err
        assert "Dropped at the door: " in result.err
        assert result.out == ""
    view = organizer("feedback", "--json").json
    assert view["replies"] <= 72
    assert {one["short"] for one in view["questions"]} >= {"Feel heard", "Parking", "Would recommend"}
    everything = raw(home)
    for person in PEOPLE:
        for value in (*person, *person[0].split()):
            assert value not in everything
    for value in (*IDS, "07:29", "secret-", "Email", "Respondent", "Submission", "Username", "AST"):
        assert value not in everything


def test_four_replies_are_nowhere_to_be_seen(organizer: Run, tmp_path: Path, home: Path) -> None:
    rows = TOOLS["Google Forms"](Made(5))
    for row in rows[1:]:
        row[0], row[-1] = "2026/05/04 11:07:29 AM AST", "a quiet place, please"
    path = saved(tmp_path, rows[:5])
    shown = [organizer("feedback", "import", path)]
    shown += [organizer(*words) for words in (
        ("feedback",), ("feedback", "--json"), ("history",), ("history", "--json"), ("search", "quiet"), ("today",),
        ("list", "--all"), ("door",), ("path",), ("undo",), ("redo",), ("feedback", "blank"), ("export", "json"),
    )]  # fmt: skip
    told = "\n".join(result.out + result.err for result in shown)
    assert "quiet place" not in told
    assert "4 replies" not in told
    assert "fewer than five replies" in told
    assert shown[2].json["replies"] is None
    assert shown[2].json["questions"] == shown[2].json["comments"] == []
    assert all(label["label"].endswith("Feedback taken in") for label in shown[4].json)
    assert kept(home)["comments"] == {}
    rows[5][-1] = ""
    assert organizer("feedback", "import", saved(tmp_path, [rows[0], rows[5]]), "--again").code == 0
    assert organizer("feedback").out.count("a quiet place, please") == 4
    assert organizer("feedback", "--json").json["replies"] == 5


def test_what_may_name_somebody_is_refused_or_read(organizer: Run, tmp_path: Path, home: Path) -> None:
    rows = TOOLS["Jotform"](Made(6))
    rows[1][-3] = "Maria Gonzalez was kind"
    path = saved(tmp_path, rows)
    refused = organizer("feedback", "import", path)
    assert (refused.code, "nothing was taken in" in refused.err) == (2, True)
    assert "Gonzalez" not in refused.err + refused.out
    assert kept(home)["tallies"] == {}
    read = organizer("feedback", "import", path, stdin="someone was kind\n", tty=True)
    assert read.code == 0
    assert "someone was kind" in organizer("feedback").out
    assert "Gonzalez" not in raw(home)


@pytest.mark.parametrize(("how", "words"), [("safe", 4), ("none", 0), ("all", 5)])
def test_words_are_left_out_or_taken_as_they_were_read(organizer: Run, tmp_path: Path, how: str, words: int) -> None:
    rows = TOOLS["Jotform"](Made(6))
    for number, row in enumerate(rows[1:], 1):
        row[0], row[-3] = "2026-05-04 11:07", "" if number == 6 else f"a word {number}"
    rows[1][-3] = "ask Maria about it"
    assert organizer("feedback", "import", saved(tmp_path, rows), "--words", how).code == 0
    assert len(organizer("feedback", "--json").json["comments"]) == words


def test_a_look_beforehand_keeps_nothing_and_a_column_is_said_otherwise(
    organizer: Run, tmp_path: Path, home: Path
) -> None:
    path = saved(tmp_path, TOOLS["Google Forms"](Made(8)))
    look = organizer("feedback", "import", path, "--preview")
    assert "dropped at the door" in look.out
    assert "its month alone" in look.out
    assert not kept(home)["held"]
    uses = organizer("feedback", "import", path, "--preview", "--json", "--map", "6=left; 8=left").json["columns"]
    assert [one["use"] for one in uses] == ["time", "personal", "personal", "scale", "scale", "left", "ten", "left"]
    refused = organizer("feedback", "import", path, "--map", "3=words")
    assert (refused.code, "stays at the door" in refused.err) == (2, True)


def test_months_that_are_here_are_not_taken_twice(organizer: Run, tmp_path: Path) -> None:
    made = Made(20)
    path = saved(tmp_path, TOOLS["Google Forms"](made))
    assert organizer("feedback", "import", path).code == 0
    again = organizer("feedback", "import", path)
    assert (again.code, "--since MONTH" in again.err) == (7, True)
    assert organizer("feedback", "--json").json["replies"] <= 20


def test_from_a_comment_a_task_a_win_and_what_was_changed(organizer: Run, tmp_path: Path, home: Path) -> None:
    organizer("feedback", "import", saved(tmp_path, TOOLS["Google Forms"](Made(8))))
    one, two, three = (c["id"] for c in organizer("feedback", "--json").json["comments"][:3])
    assert organizer("feedback", "task", one, "a", "sign", "--quote").code == 0
    (entry,) = kept(home)["entries"].values()
    assert (entry["text"], bool(entry["notes"])) == ("a sign", True)
    assert organizer("feedback", "praise", two, "we called back").code == 0
    assert [win["text"] for win in kept(home)["wins"].values()] == ["we called back"]
    assert organizer("feedback", "drop", three).code == 0
    assert organizer("feedback", "praise", three, "kind").code != 0, "what was let go is not found"
    assert three not in {c["id"] for c in organizer("feedback", "--json").json["comments"]}
    assert organizer("feedback", "changed", "forms were long", "four pages").err == "We changed: four pages\n"
    (changed,) = organizer("feedback", "--json").json["changed"]
    assert organizer("feedback", "changed", "undo", changed["id"]).code == 0
    assert organizer("feedback", "round").err == "Asking: Summer 2026\n"
    assert organizer("feedback", "round").err == "Closed: Summer 2026\n"


def test_a_question_in_words_of_ones_own_keeps_its_figures(organizer: Run, tmp_path: Path) -> None:
    organizer("feedback", "import", saved(tmp_path, TOOLS["Google Forms"](Made(8))))
    before = organizer("feedback", "--json").json["questions"]
    assert organizer("feedback", "question", "heard", "I am listened [/] to").err == "Asked otherwise: Feel heard\n"
    assert "I am listened [/] to" in organizer("feedback", "blank").out
    after = organizer("feedback", "--json").json["questions"]
    assert [one["n"] for one in after] == [one["n"] for one in before]
    assert "I am listened [/] to" in [one["text"] for one in after]
    assert organizer("feedback", "question", "--json").json[0]["text"] == "I am listened [/] to"
    assert organizer("undo").code == 0
    assert organizer("feedback", "--json").json["questions"] == before
    for words in (("nobody", "what?"), ("heard", "We work on what matters to me"), ("heard", "x" * 201)):
        told = organizer("feedback", "question", *words)
        assert told.code != 0
        assert told.err.count("\n") == 1


def test_the_blank_is_text_and_a_page_that_fetches_nothing(organizer: Run, tmp_path: Path) -> None:
    text = organizer("feedback", "blank").out
    assert "not for research or treatment decisions" in text
    assert "collect no e-mail addresses" in text
    page = tmp_path / "blank.html"
    assert organizer("feedback", "blank", str(page)).code == 0
    html = page.read_text("utf-8")
    assert "not for research or treatment decisions" in html
    assert not any(word in html for word in ("http", "<script", "<input", "<form", "src="))
    assert organizer("feedback", "blank", str(page)).code == 2
    assert organizer("feedback", "blank", str(tmp_path / "blank.doc")).code == 2


def test_from_stdin_and_what_is_none(organizer: Run, tmp_path: Path) -> None:
    data = file(TOOLS["SurveyMonkey"](Made(9)))
    assert organizer("feedback", "import", "-", stdin=data).code == 0
    assert organizer("feedback", "import", str(tmp_path / "none.csv")).code == 3
    assert organizer("feedback", "import", str(tmp_path)).code == 2
    assert organizer("feedback", "import", "-", stdin=b"\x00\xff").code == 2
    assert (
        organizer(
            "feedback",
            "import",
            "-",
            stdin=data,
        ).code
        == 7
    )
    assert organizer("feedback", "dance").code == 2
    assert json.dumps(organizer("feedback", "--json").json)
