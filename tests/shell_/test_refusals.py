"""Bad input and bad luck: one kind sentence, the right exit code, nothing changed, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.errors import DiskTrouble
from organizer.office import Office
from tests.shell_.conftest import Run


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("lst",), 2, "Did you mean list?"),
        (("pay", "rent"), 2, "organizer add catches a line"),
        (("boards",), 2, "Did you mean board?"),
        (("board", "now"), 2, "organizer board"),
        (("demo", "now"), 2, "organizer demo"),
        (("list", "--aera", "x"), 2, "--area"),
        (("list", "--area"), 2, "--area AREA"),
        (("list", "area:zzz"), 2, "There is no area"),
        (("list", "--area", "zzz"), 3, "Documentation, Scheduling"),
        (("list", "--stage", "zzz"), 2, "inbox, next, doing"),
        (("list", "--due", "fribday"), 2, "Try friday"),
        (("log", "fribday"), 2, "Try yesterday"),
        (("show",), 2, "organizer show ID"),
        (("show", "zzzzz"), 3, "organizer list"),
        (("done", ""), 3, "organizer list"),
        (("edit", "{id}", "due=fribday"), 2, "Try Friday, June 12"),
        (("edit", "{id}", "colour=red"), 2, "The fields are: text"),
        (("edit", "{id}", "red"), 2, "due=friday"),
        (("edit", "{id}", "text="), 2, "drop"),
        (("edit", "{id}", "blocked_by={id}"), 7, "after itself"),
        (("move", "{id}", "the moon"), 2, "no area, stage or day"),
        (("completion", "csh"), 2, "bash, zsh, fish"),
        (("undo", "3"), 2, "organizer undo"),
    ],
)
def test_bad_input(organizer: Run, words: tuple[str, ...], code: int, said: str) -> None:
    id = organizer("add", "Pay rent").id
    before = organizer("list", "--all", "--json").json
    refused = organizer(*(word.replace("{id}", id) for word in words))
    assert (refused.code, refused.out) == (code, "")
    assert said in refused.err
    assert refused.err.count("\n") == 1
    assert organizer("list", "--all", "--json").json == before


def test_an_id_that_fits_two(organizer: Run) -> None:
    ids = [line[:5] for line in organizer("add", "-", stdin="\n".join(f"line {n}" for n in range(40))).out.splitlines()]
    letter = next(id[0] for id in ids if sum(other[0] == id[0] for other in ids) > 1)
    refused = organizer("done", letter)
    assert refused.code == 4
    assert "Add a letter." in refused.err


def test_a_clock_that_cannot_be_read(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGANIZER_NOW", "soon")
    refused = organizer("today")
    assert (refused.code, refused.err.count("\n")) == (2, 1)


def test_a_home_that_is_a_file(organizer: Run, home: Path) -> None:
    home.write_text("not a folder")
    for words in (("add", "x"), ("list",), ("today", "--json"), ("where",)):
        refused = organizer(*words)
        assert (refused.code, refused.out, refused.err.count("\n")) == (8, "", 1)
    assert home.read_text() == "not a folder"


def test_a_home_that_can_only_be_read(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    id = organizer("add", "Pay rent").id
    monkeypatch.setattr("os.access", lambda *given, **more: False)
    refused = organizer("done", id)
    assert refused.code == 8
    assert "permissions" in refused.err
    assert id in organizer("list").out
    assert "Read only" in organizer("where").out


def test_a_vault_of_another_kind(organizer: Run, home: Path) -> None:
    (home / "vault").mkdir(parents=True)
    (home / "vault" / "vault.json").write_text("something else")
    refused = organizer("add", "x")
    assert (refused.code, refused.out, refused.err.count("\n")) == (6, "", 1)
    assert (home / "vault" / "vault.json").read_text() == "something else"


def test_what_nobody_expected_is_told_without_a_word_of_the_person(
    organizer: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **more: object) -> None:
        raise ValueError("Heron 7 owes a secret")

    monkeypatch.setattr(Office, "run", fail)
    refused = organizer("add", "a secret")
    assert (refused.code, refused.out) == (1, "")
    assert "secret" not in refused.err
    assert refused.err.startswith("Something unexpected happened (ValueError in test_refusals.py")


def test_a_full_disk(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **more: object) -> None:
        raise DiskTrouble("The disk is full.")

    monkeypatch.setattr(Office, "run", fail)
    assert organizer("add", "x")[::2] == (8, "The disk is full.\n")


def test_stopped_by_hand(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*given: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Office, "run", stop)
    assert organizer("add", "x") == (130, "", "")


def test_waiting_for_another_is_said(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(self: Office, *given: object, **more: object) -> None:
        assert self.on_wait is not None
        self.on_wait()
        raise KeyboardInterrupt

    monkeypatch.setattr(Office, "run", wait)
    assert organizer("add", "x").err == "Waiting for another Organizer to finish writing…\n"


def test_the_full_screen_needs_a_terminal(organizer: Run, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    for words in ((), ("board",), ("demo",)):
        refused = organizer(*words)
        assert (refused.code, refused.out) == (2, "")
        assert "needs a terminal" in refused.err
    monkeypatch.setenv("TERM", "dumb")
    assert "The verbs work here" in organizer("demo", tty=True).err
    assert not home.exists()


def test_a_change_that_was_torn_off_is_told_and_the_rest_is_read(organizer: Run, home: Path) -> None:
    organizer("add", "Pay rent")
    (log,) = (home / "vault").glob("log-*")
    with log.open("ab") as file:
        file.write(b"half a line")
    listed = organizer("list", "--json")
    assert listed.code == 0
    assert [entry["text"] for entry in listed.json] == ["Pay rent"]
    assert "set aside" in listed.err
    assert organizer("add", "Order packets").code == 0
    assert len(organizer("list", "--json").json) == 2
