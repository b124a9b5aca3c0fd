"""Every sign is one cell in any terminal; the plain set is ASCII."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from wcwidth import wcswidth

from screens.signs import PLAIN, PRETTY, Signs, signs

AS_EMOJI = "\N{VARIATION SELECTOR-16}"
LONGER = {"->", "~~", "<3", "enter"}


def each(table: Signs) -> Iterator[tuple[str, str]]:
    """Meaning and sign, the empty one (no dread) left out."""
    for meaning, value in table._asdict().items():
        for at, sign in enumerate(value if isinstance(value, tuple) else [value]):
            if sign:
                yield f"{meaning}[{at}]", sign


@pytest.mark.parametrize(("meaning", "sign"), list(each(PRETTY)))
def test_a_pretty_sign_is_one_cell_and_no_emoji(meaning: str, sign: str) -> None:
    assert len(sign) == cell_len(sign) == wcswidth(sign) == 1
    widens = wcswidth(sign + AS_EMOJI) == 2  # true of all that can be shown as an emoji
    assert not widens or sign in "*♥", meaning  # neither is drawn as an emoji unless asked for


@pytest.mark.parametrize(("meaning", "sign"), list(each(PLAIN)))
def test_a_plain_sign_is_ascii(meaning: str, sign: str) -> None:
    assert sign.isascii()
    assert sign.isprintable()
    assert len(sign) == 1 or sign in LONGER, meaning


@pytest.mark.parametrize("table", [PRETTY, PLAIN], ids=["pretty", "plain"])
def test_signs_that_stand_side_by_side_differ(table: Signs) -> None:
    for group in (
        (table.task, table.done, table.event, table.note, table.moved, table.scheduled, table.let_go),
        (table.priority, table.idea, table.investigate),
        (table.promise, table.kept, table.new_date),
        (table.path_done, table.path_here, table.path_ahead, table.path_line, table.path_rest),
        (table.star, table.star_empty),
        (table.dread[0], table.dread[1], table.dread[2]),
        table.waiting,
        table.repair,
        table.stickers,
    ):
        assert len(set(group)) == len(group), group


def test_the_choice() -> None:
    assert signs(plain=True) is PLAIN
    assert signs(plain=False) is PRETTY
