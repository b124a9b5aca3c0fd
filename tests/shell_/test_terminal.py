"""Widths, cutting and columns."""

from __future__ import annotations

import pytest

from organizer.shell.terminal import cut, pad, width_of, wrapped
from tests.shell_.conftest import Run


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("東京", 4), ("e\u0301", 1), ("👋", 2), ("👨‍👩‍👧‍👦", 2), ("👋🏽", 2), ("→ …", 3), ("", 0)],
)
def test_widths(text: str, width: int) -> None:
    assert width_of(text) == width
    assert width_of(pad(text, 9)) == 9


def test_cutting_never_goes_over_and_never_splits_a_wide_letter() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdef", 5) == "abcd…"
    assert cut("abc def", 5) == "abc…"
    assert cut("東京東京", 6) == "東京…"
    assert cut("abcdef", 5, "...") == "ab..."
    for width in range(1, 12):
        assert width_of(cut("a東👨‍👩‍👧‍👦b京c", width)) <= width


def test_a_long_sentence_goes_on_below_between_two_words() -> None:
    assert wrapped("The vault is whole: 4 files.", 0) == "The vault is whole: 4 files."
    assert wrapped("The vault is whole: 4 files.", 12) == "The vault is\nwhole: 4\nfiles."
    assert wrapped("  at  /a/long/path", 8) == "  at \n/a/long/path"
    assert wrapped("東京 東京", 6) == "東京\n東京"


def test_what_is_told_is_wrapped_on_a_terminal_alone(organizer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    organizer("add", "Call back Heron 7 tomorrow")
    assert max(map(len, organizer("backup", tty=True).err.splitlines())) <= 40
    assert "Backed up and verified: 9 areas" in organizer("backup").err.splitlines()[0]
    assert max(map(len, organizer("check", tty=True).out.splitlines())) <= 40
    assert len(organizer("check").out.splitlines()) == 1
