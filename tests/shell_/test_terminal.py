"""Widths, cutting and columns."""

from __future__ import annotations

import pytest

from organizer.shell.terminal import cut, pad, width_of


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
