"""Catching lines from the shell: what is kept is what was meant, and not a word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.lint import SENTENCES
from tests.shell_.conftest import Run

INBOX = """\
finish Tuesday's two progress notes today #documentation ~40m
submit claims every friday 4pm #accounting ~45m !
post EOBs from the weekend mail tomorrow #accounting
call back the school counselor by 3pm
Reconcile the October bank statement -> open the bank tab #accounting
estimated taxes jan 15 #accounting !! remind 2w 3d
CAQH re-attestation every 120 days after done #licensing
renew liability insurance before dec 1 #licensing ~20m -> find last year's renewal email
book an ethics CE course next month #training
review the waitlist every other monday #scheduling
publish the December holiday closure #scheduling fri
confirm next week's diary every friday at noon
note the 4:15 said the waiting room feels dark
- two callers thanked me simply for calling back
! a one-minute hello video on the website?
o 11:30 supervision group thursday
back up the laptop every month on the 1st #systems ~5m
test-restore a backup quarterly #systems
call May about the lease
meet in room 5 about the copier
update form 1040 checklist #accounting
read the grief article I sat with last spring
HIPAA security risk analysis every year in february #systems ~2h
change the voicemail: say the waitlist is open, even when full #front door
write the late-cancel wording -> copy last year's paragraph #administration ~30m
send [draft] superbills [June] #accounting
ask "who is our biller now?" & note the answer
50% of the intake packet is photocopies: simplify
clean out the supply closet someday #operations
pay rent on the 1st of every month #operations
"""

FOUND_BY = (
    "progress notes", "submit claims", "EOBs", "school counselor", "October bank tab", "estimated taxes", "CAQH",
    "liability renewal email", "ethics", "review waitlist", "holiday closure", "diary", "4:15 dark", "two callers",
    "hello video", "supervision group", "laptop", "test-restore", "May lease", "room 5 copier", "form 1040",
    "grief spring", "HIPAA", "voicemail", "late-cancel paragraph", "[draft] [June]", "biller", "50% photocopies",
    "supply closet", "rent",
)  # fmt: skip


def test_an_inbox_of_thirty_lines_is_caught_at_once_and_each_is_found_again(organizer: Run) -> None:
    caught = organizer("add", "-", stdin=INBOX)
    assert caught.code == 0
    assert len(caught.out.splitlines()) == 30
    assert caught.err == "Caught 30.\n"
    texts = {entry["text"] for entry in organizer("list", "--all", "--json").json}
    assert len(texts) == 30
    for words in FOUND_BY:
        found = organizer("search", *words.split(), "--json").json
        assert sum(one["kind"] not in ("setting", "ritual") for one in found) == 1, words
    undone = organizer("undo")
    assert undone.err == "Undid · Caught: 30 entries\n"
    assert organizer("list", "--all", "--json").json == []


def test_a_line_is_read_and_said_back(organizer: Run) -> None:
    added = organizer("add", "Submit claims fri 4pm #accounting ~45m -> open the portal")
    assert added.out == f"{added.id}  Submit claims   tomorrow 4:00 PM · Accounting · 45 min\n"
    assert "open the portal" in added.err
    assert "Friday, June 12, 4:00 PM" in added.err


def test_add_for_programs(organizer: Run) -> None:
    added = organizer("add", "--json", "o 11:30 supervision group thursday")
    (entry,) = added.json
    assert entry["kind"] == "event"
    assert entry["placements"] == [{"page": "day:2026-06-11", "state": "here", "from": None, "to": None}]
    assert entry["created"].startswith("2026-06-11T09:14")
    assert added.err == ""


@pytest.mark.parametrize(
    "words",
    [("- a note",), ("-", "a", "note"), ("--", "- a note"), ("--", "-", "a", "note")],
)
def test_a_note_begins_with_a_dash(organizer: Run, words: tuple[str, ...]) -> None:
    (entry,) = organizer("add", *words).out and organizer("list", "--json").json
    assert (entry["kind"], entry["text"]) == ("note", "a note")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("->", "then", "the", "tab"), "-> then the tab"),
        (("explain", "the", "-h", "flag", "of", "ls"), "explain the -h flag of ls"),
        (("buy", "--json", "cable"), "buy --json cable"),
        (("see [/] x [bold]",), "see [/] x [bold]"),
        (("[red]call[/red] $(id) `id` %s {0}",), "[red]call[/red] $(id) `id` %s {0}"),
        (("family 👨‍👩‍👧‍👦 and 🏳️‍🌈 and e\u0301",), "family 👨‍👩‍👧‍👦 and 🏳️‍🌈 and e\u0301"),
        (("x" * 10_000,), "x" * 10_000),
    ],
)
def test_odd_lines_stay_as_they_are(organizer: Run, words: tuple[str, ...], text: str) -> None:
    added = organizer("add", *words)
    assert added.code == 0
    assert text in added.out
    (entry,) = organizer("list", "--json").json
    kept = f"{entry['text']} -> {entry['step']}".removesuffix(" -> ").strip()
    assert kept == text
    assert organizer("list").code == organizer("today").code == organizer("show", entry["id"]).code == 0


def test_blank_lines_and_windows_line_ends_and_a_mark_at_the_start(organizer: Run) -> None:
    caught = organizer("add", "-", stdin=b"\xef\xbb\xbfone\r\n\r\n   \r\ntwo\rthree\n\n")
    assert [line[7:] for line in caught.out.splitlines()] == ["one", "two", "three"]


def test_bytes_that_are_not_utf8_are_replaced_and_it_is_said(organizer: Run) -> None:
    caught = organizer("add", "-", stdin=b"caf\xe9 with the landlord\nfine\n")
    assert caught.code == 0
    assert "caf\ufffd with the landlord" in caught.out
    assert caught.err.startswith("1 place could not be read as UTF-8")


def test_a_terminal_cannot_be_taken_over_by_a_line(organizer: Run) -> None:
    added = organizer("add", "red \x1b[31m alarm \x07 \x9b2J end")
    assert added.code == 0
    shown = added.out + added.err + organizer("list").out + organizer("today").out + organizer("history").out
    assert not [char for char in shown if char != "\n" and not char.isprintable()]


@pytest.mark.parametrize("words", [("add",), ("add", ""), ("add", "   "), ("add", "-")])
def test_nothing_to_catch(organizer: Run, words: tuple[str, ...]) -> None:
    refused = organizer(*words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.count("\n") == 1


def test_parse_keeps_nothing(organizer: Run) -> None:
    read = organizer("parse", "pay rent fri 4pm #operations ~5m", "--now", "2026-03-05T08:00", "--json")
    assert read.json == {
        "text": "pay rent",
        "kind": "task",
        "due": "2026-03-06T16:00",
        "area": "operations",
        "estimate": 5,
        "dread": 0,
        "signifiers": [],
        "step": "",
        "tags": [],
        "repeat": None,
        "reminders": [],
    }
    said = organizer("parse", "--now=2026-03-05T08:00", "pay rent fri 4pm")
    assert "Friday, March 6, 4:00 PM" in said.out
    assert organizer("list", "--all", "--json").json == []


def test_parse_wants_a_moment_it_can_read(organizer: Run) -> None:
    refused = organizer("parse", "x", "--now", "soon")
    assert refused.code == 2
    assert "2026-06-11T09:14" in refused.err


def test_a_client_s_information_is_remarked_on_beside_the_data_and_kept(organizer: Run) -> None:
    done = organizer("add", "Call Maria Gonzalez at 415-555-0142")
    assert done.code == 0
    assert "Maria Gonzalez" in done.out
    assert done.err.splitlines()[-2:] == [SENTENCES["name"], SENTENCES["phone"]]
    assert SENTENCES["name"] not in organizer("add", "Call Heron 7").err


def test_lines_that_cannot_be_kept_are_given_back(organizer: Run, home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("in the way")
    given = organizer("add", "-", stdin="one\n\ntwo friday\n")
    assert given.code == 8
    assert given.out == "one\ntwo friday\n"
    assert given.err.startswith("Not kept: 2 lines, printed here again.\nA file stands where")
    given = organizer("add", "-", "--json", stdin="one\n")
    assert (given.code, given.out) == (8, "")
    assert given.err.startswith("one\nNot kept: 1 line,")
    home.unlink()
    assert organizer("add", "-", stdin="one\n\ntwo friday\n").err == "Caught 2.\n"
