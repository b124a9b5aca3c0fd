"""Wins and rewards from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell_.conftest import Run, kept


def test_a_win_is_kept_shown_changed_and_taken_out(organizer: Run) -> None:
    made = organizer("win", "Every", "May", "invoice", "is", "out", "--stars", "2", "--sticker", "heart")
    assert made.code == 0
    assert made.out == f"{made.id}  Every May invoice is out, today, 2 stars\n"
    assert made.err == "2 stars: Every May invoice is out. 2 stars now.\n"
    assert "2 stars in hand, 2 in all." in organizer("wins").out
    assert organizer("wins", made.id, "stars=1", "note=it took a morning").err.endswith("1 star now.\n")
    assert "it took a morning" in organizer("wins", made.id).out
    found = organizer("wins", "--json").json
    assert (found["in_hand"], found["earned"], found["spent"]) == (1, 1, 0)
    assert {name: found["wins"][0][name] for name in ("text", "stars", "sticker", "celebrated", "of")} == {
        "text": "Every May invoice is out", "stars": 1, "sticker": "heart", "celebrated": True, "of": None,
    }  # fmt: skip
    assert organizer("wins", made.id, "drop").code == 0
    assert "0 stars in hand" in organizer("wins").out
    assert organizer("undo").code == 0
    assert "1 star in hand" in organizer("wins").out


def test_what_cannot_be_read_keeps_nothing(organizer: Run, home: Path) -> None:
    for words in (("--stars", "6"), ("--sticker", "moon"), ("--on", "tomorrow"), ("--of", "zzzzz")):
        refused = organizer("win", "It went right", *words)
        assert refused.code in (2, 3)
        assert refused.err.count("\n") == 1
    assert organizer("wins", "--year", "soon").code == 2
    assert organizer("wins", "zzzzz").code == 3
    assert kept(home).get("wins", {}) == {}


def test_a_win_is_for_a_task_once(organizer: Run) -> None:
    task = organizer("add", "Renew the insurance").id
    assert organizer("win", "It is renewed", "--of", task, "--json").json["of"] == f"entries:{task}"
    assert organizer("win", "Once more", "--of", task).err == "That one is in the jar already.\n"


def test_a_reward_is_promised_reached_taken_and_promised_anew(organizer: Run) -> None:
    reward = organizer("reward", "tea", "and", "the", "good", "biscuits", "--stars", "3")
    assert reward.out.endswith("tea and the good biscuits, 3 stars, 3 to go\n")
    refused = organizer("rewards", reward.id, "take")
    assert (refused.code, refused.err) == (7, "3 stars to go. It keeps.\n")
    win = organizer("win", "It went right", "--stars", "4")
    assert organizer("rewards", "--json").json[0]["to_go"] == 0
    assert organizer("rewards", reward.id, "take").code == 0
    assert organizer("rewards", reward.id, "take").code == 7
    assert "1 star in hand, 4 in all." in organizer("wins").out
    spent = organizer("wins", win.id, "drop")
    assert spent.code == 7
    assert "went into “tea and the good biscuits”" in spent.err
    assert organizer("rewards", reward.id, "again").id != reward.id
    assert len(organizer("rewards", "--json").json) == 2
    assert organizer("rewards", reward.id, "back").code == 0
    assert "4 stars in hand" in organizer("rewards").out


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_the_year_book_is_one_file(organizer: Run, tmp_path: Path, ending: str) -> None:
    organizer("win", "Every May invoice is out")
    organizer("win", "A thank-you from Anna Smith", "--on", "may 9")
    saved = organizer("wins", "--book", str(tmp_path / f"year{ending}"))
    assert saved.code == 0
    assert "1 line in it may name someone" in saved.err
    assert "Saved, with 2 wins" in saved.err
    text = (tmp_path / f"year{ending}").read_text(encoding="utf-8")
    assert text.index("Anna Smith") < text.index("Every May invoice is out")
    assert organizer("wins", "--book", str(tmp_path / f"year{ending}")).code == 2
    assert organizer("wins", "--book", str(tmp_path / "year.pdf")).code == 2


def test_a_year_and_its_numbers(organizer: Run) -> None:
    organizer("win", "It went right", "--on", "2025-03-04")
    assert [one["at"][:10] for one in organizer("wins", "--year", "2025", "--json").json["wins"]] == ["2025-03-04"]
    organizer("win", "It went right again")
    assert "Stars: 1 star" in organizer("wins", "--numbers").out
    numbers = organizer("wins", "--numbers", "--json").json["numbers"]
    assert [one["id"] for one in numbers] == ["stars"]
    assert len(numbers[0]["parts"]) == 12


def test_what_took_courage_is_offered_in_a_line_of_its_own(organizer: Run) -> None:
    id = organizer("add", "Pay the rent today ~~").id
    done = organizer("done", id)
    assert f"That one took some courage. A star for it: organizer win WORDS --of {id}" in done.err
    assert organizer("win", "Paid", "--of", id).code == 0
    organizer("settings", "win_offers", "off")
    other = organizer("add", "Call the landlord ~~").id
    assert "courage" not in organizer("done", other).err
