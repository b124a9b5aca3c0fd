"""`organizer inquiry`, `door` and `answer`: the front door from the shell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.shell_.conftest import Run, kept


def test_an_inquiry_is_noted_shown_and_answered(organizer: Run) -> None:
    noted = organizer("inquiry", "Heron 7: asks - for [x] evenings", "--how", "phone", "--json")
    [one] = noted.json
    assert (one["who"], one["text"], one["how"]) == ("Heron 7", "asks - for [x] evenings", "phone")
    assert one["state"] == "waiting"
    assert one["due"]
    assert noted.err == "Waiting to hear from me: asks - for [x] evenings\n"
    shown = organizer("door")
    assert "Our word: one working day, even when we are full" in shown.out
    assert "Heron 7: asks - for [x] evenings (phone), waited" in shown.out
    assert [w["id"] for w in organizer("today", "--json").json["waiting"]] == [one["id"]]
    assert "Waiting to hear from me" in organizer("today").out
    answered = organizer("answer", one["id"], "referred", "they", "call", "first", "--names", "3", "--json").json[0]
    assert (answered["state"], answered["answers"][0]["names"]) == ("referred", 3)
    assert answered["answers"][0]["note"] == "they call first"
    again = organizer("answer", one["id"], "full")
    assert again.code == 7
    assert "closed already: full, and gave names" in again.err
    assert organizer("undo").code == 0
    assert organizer("door", "--json").json["waiting"][0]["id"] == one["id"]


def test_outcomes_of_two_words_and_a_line(organizer: Run) -> None:
    id = organizer("inquiry", "a letter", "--json").json[0]["id"]
    left = organizer("answer", id, "left", "word", "on", "the", "machine", "--json").json[0]
    assert (left["state"], left["tried"], left["answers"][0]["note"]) == ("left word", 1, "on the machine")
    assert organizer("answer", id, "left-word").code == 0
    assert "twice already" in organizer("answer", id, "voicemail").err
    listed = organizer("answer", id, "waitlist", "--review", "in 3 weeks", "--json").json[0]
    assert listed["state"] == "waitlist"
    assert listed["review"]
    assert organizer("answer", id, "not", "needed").code == 0


def test_the_rest_of_the_door(organizer: Run) -> None:
    away = organizer("door", "away", "Larch", "5", "--note", "three visits", "--json").json
    assert (away["who"], away["note"]) == ("Larch 5", "three visits")
    assert organizer("door", "away", "larch 5").code == 7
    assert organizer("door", "follow", away["id"], "--how", "letter", "--json").json["followed"]
    assert organizer("door", "follow", away["id"]).code == 7
    assert organizer("door", "follow", away["id"], "moved", "on", "--json").json["outcome"] == "moved on"
    assert organizer("door", "full", "yes").err == "Full for now\n"
    id = organizer("inquiry", "evenings", "--json").json[0]["id"]
    assert organizer("door", "show", id, "--json").json["full"] is True
    edited = organizer("door", "edit", id, "text=early", "mornings", "who=Wren 4", "--json").json[0]
    assert (edited["text"], edited["who"]) == ("early mornings", "Wren 4")
    assert "received" in organizer("door", "show", id).out
    assert organizer("door", "--json").json["full"] is True


def test_of_a_few_no_hundred_is_made(organizer: Run) -> None:
    for at in range(2):
        organizer("inquiry", f"Heron {at + 1}: a call", "--received", "june 1 9am")
    organizer("answer", str(organizer("door", "--json").json["waiting"][0]["id"]), "answered")
    assert "1 of 2 answered over a year" in organizer("door").err
    for at in range(8):
        organizer("inquiry", f"Heron {at + 3}: a call", "--received", "june 1 9am")
    assert "10 in 100 answered over a year" in organizer("door").err


def test_words_to_say(organizer: Run) -> None:
    assert len(organizer("door", "words").out.splitlines()) == 8
    assert organizer("door", "words", "full, and").out.startswith("Thank you for calling")
    found: list[dict[str, Any]] = organizer("door", "words", "voicemail", "--json").json
    assert [one["local"] for one in found] == [True, True]


def test_what_looks_like_a_client_is_remarked_on(organizer: Run) -> None:
    noted = organizer("inquiry", "asks for evenings, 555-201-3344")
    assert noted.code == 0
    assert len(noted.err.splitlines()) == 2


def test_nobody(organizer: Run) -> None:
    assert organizer("door").err == "Nobody is waiting. That is good service.\n"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("inquiry", " "), 2, "What is it about?"),
        (("inquiry", "x" * 500), 2, "Say it in short."),
        (("inquiry", "a call", "--received", "tomorrow"), 2, "still to come"),
        (("inquiry", "a call", "--received", "whenever"), 2, "not a time that can be read"),
        (("inquiry", "a call", "--received", "1999-01-01"), 2, "five years"),
        (("answer", "zzzzz", "full"), 3, "There is no inquiry 'zzzzz'"),
        (("door", "dance"), 2, "door can: show, edit, away, follow, full, words"),
        (("door", "show"), 2, "organizer door show ID"),
        (("door", "show", "zzzzz"), 3, "There is no inquiry"),
        (("door", "edit", "zzzzz"), 2, "organizer door edit ID FIELD=VALUE"),
        (("door", "away"), 2, "Who went away?"),
        (("door", "follow"), 2, "organizer door follow ID"),
        (("door", "follow", "zzzzz"), 3, "There is no one who went away 'zzzzz'"),
        (("door", "full", "maybe"), 2, "organizer door full yes|no"),
        (("door", "words", "poem"), 2, "There are no words named 'poem'"),
    ],
)
def test_what_it_cannot_do(organizer: Run, words: tuple[str, ...], code: int, says: str) -> None:
    refused = organizer(*words)
    assert refused.code == code
    assert says in refused.err
    assert refused.err.count("\n") == 1


def test_what_an_outcome_cannot_be(organizer: Run) -> None:
    id = organizer("inquiry", "a letter", "--json").json[0]["id"]
    for words, says in (
        (("ghosted",), "is no outcome. They are: answered, appointment"),
        (("referred", "--names", "many"), "is not a number of names"),
        (("waitlist", "--review", "yesterday"), "on a day still ahead"),
        (("full", "--on", "yesterday"), "was before it came in"),
    ):
        refused = organizer("answer", id, *words)
        assert refused.code == 2
        assert says in refused.err
    assert organizer("door", "edit", id, "text=").code == 2
    assert organizer("door", "edit", id, "fee=3").code == 2


def test_who_is_taken_for_from(organizer: Run, home: Path) -> None:
    assert organizer("inquiry", "asks for evenings", "--who", "Otter 4").code == 0
    assert organizer("inquiry", "--who=Otter 5", "asks for mornings").code == 0
    found = {one["who"]: one["text"] for one in kept(home)["inquiries"].values()}
    assert found == {"Otter 4": "asks for evenings", "Otter 5": "asks for mornings"}
    assert "--who" not in organizer("inquiry", "--help").out
