"""Finishing, changing, moving and letting go, and taking any of it back."""

from __future__ import annotations

from pathlib import Path

from tests.shell_.conftest import Run, kept


def test_done_and_taken_back(organizer: Run) -> None:
    id = organizer("add", "Pay rent").id
    done = organizer("done", id)
    assert (done.code, done.err) == (0, "Done: Pay rent\n")
    assert organizer("show", id, "--json").json["closed"].startswith("2026-06-11T09:14")
    assert organizer("list", "--json").json == []
    assert organizer("undo").err == "Undid · Done: Pay rent\n"
    assert organizer("show", id, "--json").json["stage"] == "inbox"
    (entry,) = organizer("redo", "--json").json
    assert (entry["id"], entry["stage"]) == (id, "done")


def test_several_are_done_all_or_none(organizer: Run) -> None:
    one, two = organizer("add", "one").id, organizer("add", "two").id
    refused = organizer("done", one, two, "zzzzz")
    assert (refused.code, refused.out) == (3, "")
    assert {entry["stage"] for entry in organizer("list", "--json").json} == {"inbox"}
    done = organizer("done", one, two, one[:4], "--json")
    assert [entry["id"] for entry in done.json] == [one, two]
    again = organizer("done", one, two)
    assert again.code == 7
    assert "nothing was changed" in again.err
    organizer("undo")
    assert {entry["stage"] for entry in organizer("list", "--json").json} == {"inbox"}


def test_every_field_can_be_changed_and_emptied(organizer: Run) -> None:
    other = organizer("add", "first").id
    id = organizer("add", "Ask the payer").id
    given = {
        "text": "Ask the payer again",
        "area": "Accounting",
        "stage": "waiting",
        "due": "june 12 4pm",
        "start": "2026-06-12",
        "estimate": "1h30",
        "dread": "2",
        "step": "find the number",
        "checklist": "call; write it down",
        "signifiers": "*",
        "tags": "#claims, phone",
        "waiting_for": "the payer",
        "blocked_by": other,
        "notes": "they open at nine",
    }
    edited = organizer("edit", id, *(f"{name}={value}" for name, value in given.items()), "--json")
    (entry,) = edited.json
    assert entry["text"] == "Ask the payer again"
    assert (entry["area"], entry["stage"], entry["due"]) == ("accounting", "waiting", "2026-06-12T16:00")
    assert (entry["start"], entry["estimate"], entry["dread"]) == ("2026-06-12", 90, 2)
    assert entry["checklist"] == [{"text": "call", "done": False}, {"text": "write it down", "done": False}]
    assert (entry["signifiers"], entry["tags"], entry["blocked_by"]) == (["priority"], ["claims", "phone"], [other])
    shown = organizer("show", id).out
    for said in ("Ask the payer again", "Accounting", "1 h 30 min", "a lot", "find the number", "○ call", "the payer"):
        assert said in shown
    assert "June 11, 9:14 AM  Changed text, area, stage, due" in shown
    (bare,) = organizer("edit", id, "due=", "estimate=", "waiting-for=", "checklist=", "area=none", "--json").json
    assert (bare["due"], bare["estimate"], bare["waiting_for"], bare["checklist"], bare["area"]) == (
        None,
        None,
        "",
        [],
        "",
    )


def test_words_without_a_sign_go_on_with_the_value(organizer: Run) -> None:
    id = organizer("add", "Call").id
    (entry,) = organizer("edit", id, "text=Call", "the", "landlord", "due=next", "friday", "--json").json
    assert (entry["text"], entry["due"]) == ("Call the landlord", "2026-06-19")


def test_move_to_an_area_a_stage_and_a_day(organizer: Run) -> None:
    one, two = organizer("add", "one").id, organizer("add", "two").id
    assert [entry["area"] for entry in organizer("move", one, two, "scheduling", "--json").json] == ["scheduling"] * 2
    assert [entry["stage"] for entry in organizer("move", one, two, "doing", "--json").json] == ["doing"] * 2
    (entry,) = organizer("move", one, "june 20", "--json").json
    assert entry["placements"] == [
        {"page": "day:2026-06-11", "state": "moved", "from": None, "to": "day:2026-06-20"},
        {"page": "day:2026-06-20", "state": "here", "from": "day:2026-06-11", "to": None},
    ]
    assert entry["deferrals"] == 1
    assert f"{one}  > one" in organizer("log").out
    assert f"{one}  • one" in organizer("log", "june", "20").out
    still = organizer("move", two, "doing")
    assert (still.code, still.err) == (0, "It is so already; nothing was changed.\n")


def test_let_go_is_kept(organizer: Run) -> None:
    id = organizer("add", "Sort the old magazines").id
    assert organizer("drop", id).err == "Let go: Sort the old magazines\n"
    assert organizer("list").out == ""
    assert organizer("list", "--all", "--json").json[0]["stage"] == "let go"
    assert organizer("search", "magazines").out.startswith(f"{id}  ◌  Sort")


def test_five_changes_taken_back_and_done_again_each_in_a_process_of_its_own(process: Run, home: Path) -> None:
    id = process("add", "Reconcile the bank statement").id
    states = [kept(home)]
    for words in (
        ("edit", id, "due=friday", "estimate=30m"),
        ("move", id, "accounting"),
        ("add", "Order intake packets"),
        ("done", id),
        ("drop", id),
    ):
        assert process(*words).code == 0
        states.append(kept(home))
    for expected in reversed(states[:-1]):
        undone = process("undo")
        assert undone.err.startswith("Undid · ")
        assert kept(home) == expected
    for expected in states[1:]:
        assert process("redo").err.startswith("Redid · ")
        assert kept(home) == expected
    assert process("redo").code == 3


def test_nothing_to_take_back(organizer: Run) -> None:
    for verb in ("undo", "redo"):
        refused = organizer(verb)
        assert (refused.code, refused.out, refused.err) == (3, "", f"There is nothing to {verb}.\n")


def test_something_new_ends_what_could_be_done_again(organizer: Run) -> None:
    organizer("add", "one")
    organizer("undo")
    organizer("add", "two")
    assert organizer("redo").code == 3


def test_what_comes_back_is_skipped_paused_and_resumed(organizer: Run) -> None:
    id = organizer("add", "Submit claims every friday 4pm").id
    first = organizer("show", id, "--json").json["due"]
    assert len(first) == 16
    (skipped,) = organizer("skip", id, "--json").json
    assert skipped["due"] > first
    (rests,) = organizer("pause", id, "--json").json
    assert (rests["due"], rests["repeat"]["paused"]) == (None, True)
    (awake,) = organizer("resume", id, "--json").json
    assert awake["due"] == skipped["due"]
    shown = organizer("show", id).out
    assert "every Friday at 4:00 PM" in shown
    assert shown.count("4:00 PM; ") == 4
    once = organizer("add", "Order toner").id
    assert organizer("skip", once).code == 2
