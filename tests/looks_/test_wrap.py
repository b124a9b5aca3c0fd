"""Words in lines: as fast as the text is long, and nothing that is drawn as one is taken apart."""

from __future__ import annotations

from datetime import datetime

import pytest
from rich.cells import cell_len

from organizer.practice import Practice
from organizer.records import Entry
from screens.cards import TITLE_LINES, card_height, draw_card, draw_row
from screens.ink import Ink, lines_of, wrap
from screens.palettes import DEFAULT, derive
from screens.signs import PRETTY, signs
from screens.widgets.rail import Around, Tabs
from tests.counting import calls

NOW = datetime(2026, 6, 11, 9, 14)
INK = Ink(derive(DEFAULT, True), signs(False))
FAMILY, ACUTE, FLAG, THUMB = "👩\u200d👩\u200d👧", "e\u0301", "🇩🇪", "👍🏽"
LONG = {"letters": "a" * 300_000, "cjk": "安" * 100_000, "families": FAMILY * 15_000, "accents": ACUTE * 100_000}


def test_a_word_of_300_kb_is_broken_at_once() -> None:
    assert calls(lambda: wrap(LONG["letters"], 26)) < 100_000


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_breaking_a_long_word_is_work_that_grows_with_it(text: str) -> None:
    half = calls(lambda: wrap(text[: len(text) // 2], 26))
    assert calls(lambda: wrap(text, 26)) < 3 * half


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_card_measures_no_more_than_it_shows(text: str) -> None:
    entry, practice = Entry("10ng000000", text=text, step=text, dread=1), Practice(lambda name: {})

    def card() -> None:
        drawn = draw_card(INK, practice, entry, 26, False, False, False, NOW)
        assert card_height(entry, 26, False, False, NOW) == len(drawn)
        draw_row(INK, entry, 74, True, NOW)

    card()
    assert calls(card) < 600_000
    grown = card_height(entry, 26, True, False, NOW)
    assert TITLE_LINES < grown < 300
    assert grown == len(draw_card(INK, practice, entry, 26, True, True, False, NOW))


@pytest.mark.parametrize("one", [FAMILY, ACUTE, FLAG, THUMB, "❤\ufe0f", "कि"])
@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 7, 10])
def test_what_is_drawn_as_one_stays_together(one: str, width: int) -> None:
    lines = wrap(one * 40, width)
    assert "".join(lines) == one * 40
    assert all(line == one * (len(line) // len(one)) for line in lines)
    assert all(cell_len(line) <= max(width, cell_len(one)) for line in lines)


@pytest.mark.parametrize("text", ["a b", "word " * 30, "x" * 50, "安全" * 30, f"see {'y' * 40} there", ""])
@pytest.mark.parametrize(("width", "first"), [(10, 0), (10, 7), (3, -1), (1, 0), (20, 3)])
def test_every_line_fits_and_no_word_is_lost(text: str, width: int, first: int) -> None:
    lines = wrap(text, width, first)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    assert cell_len(lines[0]) <= max(first if first > 0 else width, 2)
    assert lines_of(text, width, first) == len(lines)


@pytest.mark.parametrize("text", ["word " * 30, "x" * 300])
def test_the_last_line_tells_that_there_is_more(text: str) -> None:
    lines = wrap(text, 20, most=2)
    assert len(lines) == 2
    row = "".join(segment.text for segment in INK.row(20, [(lines[1], "muted")]))
    assert row.endswith(PRETTY.ellipsis)
    assert wrap("two short words", 10, most=2) == ["two short", "words"]


def test_no_space_stands_before_the_sign_of_what_is_cut() -> None:
    row = INK.row(14, [("two clients who finished", "foreground")])
    assert row.text == "two clients w…"
    assert INK.row(13, [("two clients who finished", "foreground")]).text == "two clients… "


@pytest.mark.parametrize(("repair", "waiting"), [(0, 0), (2, 4), (66, 202)])
def test_tabs_keep_their_names_where_many_wait(repair: int, waiting: int) -> None:
    tabs = Tabs(INK, Around("word", counts={"word": repair, "door": waiting}))
    row = tabs.row(80, 1)
    assert row.cell_length == 80
    assert all(name in row.text for name in ("Today", "Board", "Journal", "Word", "Door", "Rituals"))
    assert [row.text[begin:end].strip()[0] for _, begin, end, _ in tabs.targets] == list("12345678")
