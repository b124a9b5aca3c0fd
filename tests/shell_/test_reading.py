"""What is printed about what is kept."""

from __future__ import annotations

import pytest

from organizer.shell import VERSION
from tests.shell_.conftest import Run

ENTRY_FIELDS = [
    "id", "uuid", "kind", "text", "area", "stage", "due", "start", "repeat", "estimate", "dread", "step", "checklist",
    "signifiers", "tags", "waiting_for", "waiting_since", "nudge", "blocked_by", "placements", "deferrals", "created",
    "closed", "notes", "worst", "someday", "reminders", "answer", "theme",
]  # fmt: skip


@pytest.fixture
def filled(organizer: Run) -> Run:
    lines = (
        "Reconcile the bank statement today ~30m #accounting -> open the bank tab",
        "o 11:30 supervision group today",
        "Submit claims fri 4pm #accounting ~45m",
        "File the consent forms 2026-06-09 #record-keeping",
        "A plant for the waiting room",
        "- two callers thanked me",
    )
    assert organizer("add", "-", stdin="\n".join(lines)).code == 0
    return organizer


def texts(entries: list[dict[str, str]]) -> list[str]:
    return [entry["text"] for entry in entries]


def test_list_is_a_table_the_soonest_first(filled: Run) -> None:
    listed = filled("list")
    lines = listed.out.splitlines()
    assert len(lines) == 6
    assert "File the consent forms" in lines[0]
    assert {line.index("Accounting") for line in lines if "Accounting" in line} == {lines[3].index("Accounting")}
    assert listed.err == "6 entries.\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--area", "acc"), ["Reconcile the bank statement", "Submit claims"]),
        (("--due", "overdue"), ["File the consent forms"]),
        (("--due=<=1d", "--area=accounting"), ["Reconcile the bank statement", "Submit claims"]),
        (("--due", "tomorrow"), ["Submit claims"]),
        (("--search", "bank tab"), ["Reconcile the bank statement"]),
        (("--stage", "doing"), []),
        (("--search", "plant", "--area", "none"), ["A plant for the waiting room"]),
    ],
)
def test_list_shows_what_is_asked_for(filled: Run, options: tuple[str, ...], found: list[str]) -> None:
    assert texts(filled("list", *options, "--json").json) == found


def test_an_entry_has_every_field(filled: Run) -> None:
    for entry in filled("list", "--all", "--json").json:
        assert list(entry) == ENTRY_FIELDS


def test_nothing_to_list_is_said_kindly(organizer: Run) -> None:
    assert (organizer("list").out, organizer("list", "--json").json) == ("", [])
    assert "Enjoy it" in organizer("list").err
    assert organizer("search", "nothing", "of", "it").err == "Nothing by that name. organizer add catches it.\n"


def test_long_texts_are_cut_on_a_terminal_only(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    filled("add", "a long line " * 30)
    assert "a long line " * 29 in filled("list").out
    for columns in (200, 80, 60, 40):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = filled("list", tty=True).out.splitlines()
        assert max(len(line) for line in lines) <= columns
        assert any("…" in line for line in lines)


def test_bold_is_for_terminals_that_want_it(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in filled("today").out
    assert "\x1b[1m" in filled("today", tty=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in filled("today", tty=True).out
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    plain = filled("today", tty=True).out + filled("list", tty=True).out
    assert plain.isascii()


def test_today_reads_as_sentences(filled: Run) -> None:
    said = filled("today").out
    assert said.startswith("Thursday, June 11. The office is not open yet.\n")
    assert "11:30 AM, supervision group." in said
    assert "Reconcile the bank statement, Accounting, 30 min. Next step: open the bank tab." in said
    assert "Still with me\n" in said
    assert "File the consent forms, Record-keeping, since Tue." in said
    assert "tomorrow: 1 task." in said


def test_today_says_who_is_waited_for_on_the_day_to_ask_again(organizer: Run) -> None:
    id = organizer("add", "Call about the claim").out.split()[0]
    assert organizer("edit", id, "waiting_for=payer, ask again today").code == 0
    assert "Call about the claim, waiting on payer." in organizer("today").out


def test_today_for_programs(filled: Run) -> None:
    today = filled("today", "--json").json
    names = ["date", "theme", "note", "office", "three", "also", "told", "still", "waiting", "word", "week"]
    assert list(today) == names
    assert (today["date"], today["theme"], today["office"]) == ("2026-06-11", None, {"opened": None, "closed": None})
    assert today["note"] is None
    assert texts(today["also"]) == ["supervision group", "Reconcile the bank statement", "A plant for the waiting room"]
    assert texts(today["still"]) == ["File the consent forms"]
    assert today["week"][:2] == [
        {"date": "2026-06-11", "tasks": 1, "events": 1},
        {"date": "2026-06-12", "tasks": 1, "events": 0},
    ]
    assert len(today["week"]) == 7


def test_a_clear_page(organizer: Run) -> None:
    assert "A clear page." in organizer("today").out


def test_a_page_of_the_journal(filled: Run) -> None:
    page = filled("log").out.splitlines()
    assert page[0] == "Thursday, June 11"
    assert page[-1].endswith("– two callers thanked me")
    assert len(filled("log", "--json").json) == 6
    fresh = filled("log", "june", "12")
    assert (fresh.out, fresh.err) == ("", "A fresh page for Friday, June 12. Nothing is written on it.\n")


def test_search_takes_words_as_they_are(filled: Run) -> None:
    assert texts(filled("search", "BANK", "statement", "--json").json) == ["Reconcile the bank statement"]
    assert texts(filled("search", "--json", "--", "--nothing").json) == []


def test_history_of_all_and_of_one(filled: Run) -> None:
    id = filled("add", "Pay rent").id
    filled("edit", id, "due=friday", "checklist=one;two")
    filled("done", id)
    labels = [change["label"] for change in filled("history", "--json").json]
    assert labels == ["Done: Pay rent", "Changed: Pay rent", "Caught: Pay rent", "Caught: 6 entries"]
    first = filled("history", "--json").json[-1]
    assert (first["n"], first["by"], first["at"][:16]) == (1, "shell", "2026-06-11T09:14")
    done, changed, caught = filled("history", id, "--json").json
    assert done["fields"]["stage"] == ["inbox", "done"]
    assert changed["fields"]["due"] == [None, "2026-06-12"]
    assert caught == {"at": caught["at"], "label": "Caught: Pay rent", "by": "shell", "fields": {}}
    said = filled("history", id).out
    assert "June 11, 9:14 AM  Done\n" in said
    assert "  checklist: nothing, now one, two\n" in said
    assert "Done: Pay rent" in filled("history").out


def test_where_everything_is(filled: Run) -> None:
    where = filled("where", "--json").json
    assert where["vault"].startswith(where["home"])
    assert (where["version"], where["readonly"], where["damage"]) == (VERSION, "", "")
    assert where["log_bytes"] > 0 < where["snapshot_bytes"]
    assert where["vault"] in filled("where").out


def test_help_and_version(organizer: Run) -> None:
    assert organizer("--version").out == f"organizer {VERSION}\n"
    assert organizer("add", "--help").out == organizer("help", "add").out == organizer("add", "-h").out
    assert organizer("board", "--help").out == organizer("--help").out


def test_what_is_old_is_found_with_all_and_it_is_said_that_there_is_more(organizer: Run) -> None:
    from data.vault import Vault
    from organizer import paths
    from organizer.change import Change, Row
    from organizer.records import Entry, Placement

    places = (Placement("day:2019-05-07"),)
    made = [
        Entry(f"q{n:03d}ng0000", text=f"Lesson {n}", stage="done", created="2019-05-07", closed="2019-05-07")
        for n in range(8)
    ]
    vault = Vault.open(paths.home(), compact_after=10, background=False, archive_after=5)
    vault.table("entries")
    with vault.writing():
        rows = tuple(Row("entries", one.id, None, one._replace(placements=places)) for one in made)
        vault.commit(Change("Old", rows, at="2026-06-11T09:14:00"))
    vault.close()
    assert organizer("search", "lesson").err.splitlines() == [
        "8 older entries are in the archive: --all looks there too.",
        "Nothing by that name. organizer add catches it.",
    ]
    assert len(organizer("search", "lesson", "--all", "--json").json) == 8
    assert len(organizer("list", "--all", "--json").json) == 8
    assert organizer("list", "--json").json == []
    assert organizer("show", "q003n", "--json").json["text"] == "Lesson 3"
    assert len(organizer("log", "2019-05-07", "--json").json) == 8
    assert organizer("edit", "q003n", "text=Lesson three").code == 0
    assert texts(organizer("search", "lesson", "--json").json) == ["Lesson three"]
    assert organizer("undo").code == 0
    assert len(organizer("history", "q003n", "--json").json) == 3
