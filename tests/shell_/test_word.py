"""My word from the shell: every edge by its verb, what is refused, and what slips while nobody looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.shell.word import STEPS
from organizer.word import states
from tests.rules_.test_word import EDGES, allowed
from tests.shell_.conftest import Run, kept

SAID = {
    "decline": ("decline", "full until August"),
    "counter": ("counter", "two names by Friday"),
    "answer by": ("answer", "--by", "friday"),
    "promise": ("promise", "--by", "friday"),
    "keep": ("keep",),
    "accept": ("accept",),
    "again": ("again", "the second page", "--by", "friday"),
    "renegotiate": ("renegotiate", "--by", "june 26", "--told"),
    "release": ("release",),
    "revoke": ("revoke", "they look elsewhere", "--told"),
    "say": ("said", "that it is late"),
    "apologize": ("sorry", "what it cost them", "--how", "call"),
    "plan": ("plan", "send it", "--by", "friday", "--tasks", "print it; post it"),
    "repair": ("done",),
    "close": ("close", "letters leave on Tuesdays"),
    "give up": ("not-repairable", "they moved away"),
}
"""Each step as it is typed after `organizer word ID`."""
WAY_TO: dict[str, tuple[str, ...]] = {
    "asked": (), "countered": ("counter",), "answering": ("answer by",), "promised": (), "kept": ("keep",),
    "slipped": (), "said": ("say",), "sorry": ("say", "apologize"), "planned": ("say", "apologize", "plan"),
    "repaired": ("say", "apologize", "plan", "repair"),
    "closed": ("say", "apologize", "plan", "repair", "close"), "declined": ("decline",), "accepted": ("keep", "accept"),
    "released": ("release",), "revoked": ("revoke",), "not repairable": ("give up",),
}  # fmt: skip
ASKED = ("asked", "countered", "answering", "declined")
LATE = ("slipped", "said", "sorry", "planned", "repaired", "closed", "not repairable")


def standing(organizer: Run, monkeypatch: pytest.MonkeyPatch, at: str) -> str:
    """A promise in a state; gives its id."""
    words = ("letter to the GP", "--to", "Heron 7")
    asked = at in ASKED
    if at in LATE:
        monkeypatch.setenv("ORGANIZER_NOW", "2026-06-01T09:00:00")
    made = organizer("promise", *words, *(("--asked",) if asked else ("--by", "june 2" if at in LATE else "june 19")))
    monkeypatch.setenv("ORGANIZER_NOW", "2026-06-11T09:14:00")
    for kind in WAY_TO[at]:
        assert organizer("word", made.id, *SAID[kind]).code == 0
    return made.id


def test_a_new_edge_or_state_is_walked_by_the_shell_too() -> None:
    table = {(at, kind): way.to for kind, way in states.STEPS.items() for at in way.frm}
    assert table == allowed()
    assert set(WAY_TO) == {*states.OPEN, *states.BROKEN, *states.OVER}
    assert set(SAID) == set(states.STEPS) - {"ask"}
    assert {kind.replace("_", " ") for kind in STEPS.values()} == set(SAID)
    assert {STEPS[words[0]].replace("_", " ") for words in SAID.values()} == set(SAID)


@pytest.mark.parametrize("at", sorted(WAY_TO))
def test_every_edge_and_every_refusal(organizer: Run, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    assert at.replace(" ", "_") in EDGES
    id = standing(organizer, monkeypatch, at)
    assert organizer("word", id, "--json").json["state"] == at
    for kind, words in SAID.items():
        done = organizer("word", id, *words)
        to = allowed().get((at, kind))
        if to:
            assert (done.code, organizer("word", id, "--json").json["state"]) == (0, to), (kind, done.err)
            assert organizer("undo").code == 0
        else:
            assert done.code == 7, kind
            assert any(part in done.err for part in ("What can be done", "say so first", "promise anew"))
        assert organizer("word", id, "--json").json["state"] == at


def test_a_plan_is_a_promise_with_tasks_and_keeping_it_puts_right(
    organizer: Run, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    id = standing(organizer, monkeypatch, "planned")
    made = organizer("word", id, "--json").json
    (repair,) = organizer("word", "--json").json["soon"]
    assert (repair["repairs"], repair["text"], repair["due"], repair["tasks"]) == (
        id,
        "send it",
        "2026-06-12",
        made["tasks"],
    )
    assert sorted(task["text"] for task in organizer("list", "--json").json) == ["post it", "print it"]
    said = organizer("keep", repair["id"]).err.splitlines()
    assert said[0] == "Put right: letter to the GP"
    assert said[1].startswith("Put right counts as much as kept. A star for it: organizer win WORDS --of ")
    assert organizer("word", id, "--json").json["state"] == "repaired"
    organizer("repair", id, "close", "letters leave on Tuesdays #documentation")
    assert organizer("word", id, "--json").json["state"] == "closed"
    (task,) = (one for one in organizer("list", "--json").json if one["text"] == "letters leave on Tuesdays")
    assert task["area"] == "documentation"
    for _ in range(2):
        organizer("undo")
    assert organizer("word", id, "--json").json["state"] == "planned"
    assert {one["id"][:5] for one in kept(home)["commitments"].values()} == {id, repair["id"]}


def test_a_step_that_is_not_owed(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    id = standing(organizer, monkeypatch, "slipped")
    assert organizer("repair", id, "said", "--not-owed").err == "Not owed here: say in a line why.\n"
    assert organizer("repair", id, "said", "nobody waited for it", "--not-owed").code == 0
    assert organizer("word", id, "--json").json["steps"][-1]["owed"] is False
    organizer("repair", id, "sorry", "the same", "--not-owed")
    assert organizer("repair", id, "plan", "nothing is left to do", "--not-owed").code == 0
    assert organizer("word", "--json").json["soon"] == []


def test_what_was_kept_in_time_and_noted_late_was_kept(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    id = standing(organizer, monkeypatch, "slipped")
    assert organizer("keep", id).code == 7
    assert "slipped" in organizer("keep", id, "--on", "june 5").err
    assert organizer("keep", id, "--on", "june 2 4pm").code == 0
    assert organizer("word", id, "--json").json["state"] == "kept"


def test_it_slips_while_nobody_looks_at_its_minute_in_its_zone(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    id = organizer("promise", "call back", "--to", "payer", "--by", "today 5pm").id
    for zone, now, state in (
        ("America/New_York", "2026-06-11T16:59", "promised"),
        ("America/Chicago", "2026-06-11T15:59", "promised"),
        ("America/Chicago", "2026-06-11T16:00", "slipped"),
        ("America/New_York", "2026-06-11T17:00", "slipped"),
    ):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("ORGANIZER_NOW", now)
        assert organizer("word", id, "--json").json["state"] == state
    assert organizer("word", id, "--json").json["zone"] == "America/New_York"


def test_what_comes_back(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = organizer("promise", "lunch away", "--to", "me", "--every", "every weekday", "--by", "1pm")
    organizer("keep", made.id)
    (second,) = organizer("word", "--json").json["soon"]
    assert (second["due"], second["follows"], second["whom"]) == ("2026-06-12T13:00", made.id, "self")
    monkeypatch.setenv("ORGANIZER_NOW", "2026-06-16T09:00:00")
    told = organizer("word", "--json").json
    assert [one["due"] for one in told["soon"]] == ["2026-06-16T13:00"]
    assert [one["due"] for one in told["repair"]] == ["2026-06-12T13:00"]
    assert organizer("word", "--json").json["soon"] == told["soon"]
    organizer("release", told["soon"][0]["id"])
    assert organizer("word", "--json").json["soon"] == []


def test_what_is_promised_for_today_and_what_is_counted(organizer: Run) -> None:
    id = organizer("promise", "May receipt today noon", "--to", "Wren 2", "--confirmed").id
    told = organizer("today")
    assert f"My word, due today\n  {id}  Wren 2: May receipt, by noon." in told.out
    assert [one["id"] for one in organizer("today", "--json").json["word"]] == [id]
    organizer("keep", id, "--how", "call")
    figures = organizer("word", "--json").json["figures"]
    assert (figures["quarter"]["kept_rate"], figures["months"][-1]) == (
        100,
        {"month": "2026-06", "honored": 1, "all": 1},
    )
    assert "1 of 1 promises kept" in organizer("word").out
    assert "keep (call)" in organizer("word", id).out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("promise", "letter", "--by", "friday"), 2, "To whom? A code like Heron 7, a role like payer, or me."),
        (("promise", "letter", "--to", "payer"), 2, "By when? A day, or a day and a time."),
        (("promise", "letter", "--to", "me", "--by", "yesterday"), 2, "That time is past already."),
        (("promise", "letter", "--to", "me", "--by", "soonish"), 2, "'soonish' is not a day that can be read."),
        (("keep", "zzzzz"), 3, "There is no promise 'zzzzz'."),
        (("word", "zzzzz", "dance"), 2, "There is no step 'dance'."),
    ],
)
def test_what_is_refused_in_one_sentence(organizer: Run, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = organizer(*words)
    assert (done.code, done.out) == (code, "")
    assert sentence in done.err


def test_a_new_time_is_told_first(organizer: Run) -> None:
    id = organizer("promise", "letter", "--to", "payer", "--by", "friday").id
    assert "Tell them first" in organizer("renegotiate", id, "june", "26").err
    assert organizer("renegotiate", id, "june", "26", "--told", "--note", "they need the bank first").code == 0
    told = organizer("word", id, "--json").json
    assert (told["due"], told["version"], [step["due"] for step in told["steps"]]) == (
        "2026-06-26", 2, ["2026-06-12", "2026-06-26"],
    )  # fmt: skip


def test_what_is_said_of_it_is_changed_and_shown(organizer: Run) -> None:
    id = organizer("promise", "letter", "--to", "payer", "--by", "friday").id
    done = organizer("word", id, "edit", "area=docu", "estimate=45m", "serves=a", "client", "at", "ease", "chosen=yes")
    assert (done.code, done.err) == (0, "Changed: letter\n")
    made = organizer("word", id, "--json").json
    assert (made["area"], made["estimate"], made["serves"], made["chosen"], made["theme"]) == (
        "documentation", 45, "a client at ease", True, "",
    )  # fmt: skip
    story = organizer("word", id).out
    assert all(fact in story for fact in ("Documentation", "45 min", "a client at ease"))
    for words, sentence in (
        (("due=monday",), "A new time is a new promise"),
        (("mood=glad",), "Of a promise can be put otherwise"),
        (("estimate=long",), "long"),
        (("theme=yes",), "There is no theme yet."),
        ((), "Of a promise can be put otherwise"),
    ):
        done = organizer("word", id, "edit", *words)
        assert done.code == 2, words
        assert sentence in done.err
    assert organizer("word", id, "--json").json == made


def test_search_finds_promises_and_the_archive(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for now, name in (("2022-03-01T09:00", "first"), ("2025-06-11T09:00", "second"), ("2026-06-11T09:14", "third")):
        monkeypatch.setenv("ORGANIZER_NOW", now)
        id = organizer("promise", f"umbrella {name}", "--to", "payer", "--by", "tomorrow").id
        if name != "third":
            organizer("keep", id)
    assert organizer("search", "umbrella", "payer").out.count("umbrella") >= 1
    names = [one["text"] for one in organizer("search", "umbrella", "--all", "--json").json]
    assert names == ["umbrella third", "umbrella second", "umbrella first"]
    assert organizer("search", "umbrella", "--json").json[0]["kind"] == "promise"
    assert organizer("search", "parasol").err == "Nothing by that name. organizer add catches it.\n"
