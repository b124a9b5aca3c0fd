"""Terminals of 256 colors: what is read there keeps its contrast, and its hue as far as they go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from screens.nearest import Nearest, nearest, shown, wear
from screens.palettes import PRESETS, contrast, derive
from tests.screens_.person import FIVE, at_screen

READ = ("foreground", "muted", "accent", "clay")
colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
@pytest.mark.parametrize("name", PRESETS)
def test_all_that_is_read_can_be_read(name: str, dark: bool) -> None:
    palette = derive(PRESETS[name], dark)
    pairs = [(palette.band_foreground, palette.band)]
    pairs += [(getattr(palette, ink), palette.background) for ink in READ]
    for ink, paper in pairs:
        wanted = min(4.5, contrast(ink, paper))
        assert contrast(shown(nearest(ink, paper)), shown(nearest(paper))) >= wanted, (ink, paper)


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
@pytest.mark.parametrize("name", PRESETS)
def test_the_color_of_the_theme_is_no_gray(name: str, dark: bool) -> None:
    palette = derive(PRESETS[name], dark)
    made = shown(nearest(palette.accent, palette.background))
    assert len({made[1:3], made[3:5], made[5:7]}) > 1


@given(colors, colors)
def test_no_two_colors_become_harder_to_read_than_words_may_be(ink: str, paper: str) -> None:
    number, below = nearest(ink, paper), nearest(paper)
    assert 16 <= number <= 255
    best = max(contrast(shown(below), white) for white in ("#000000", "#ffffff"))
    assert contrast(shown(number), shown(below)) >= min(4.5, contrast(ink, paper), best) or number == nearest(ink)


def test_a_warm_white_is_no_rose_and_a_gray_stays_one() -> None:
    assert shown(nearest("#ece6dc")) == "#e4e4e4"
    assert shown(nearest("#1c1c1c")) == "#1c1c1c"
    assert shown(nearest("#ff0000")) == "#ff0000"


def test_words_keep_all_but_their_color() -> None:
    style = Style(color="#ece6dc", bgcolor="#23201c", bold=True)
    ((text, made, _),) = Nearest().apply([Segment("[b] x", style)], Color.parse("black"))
    assert (text, made and made.bold) == ("[b] x", True)
    assert made
    assert made.color
    assert made.color.downgrade(ColorSystem.EIGHT_BIT) == made.color


@pytest.mark.parametrize(("system", "worn"), [("256", True), ("truecolor", False)])
async def test_only_a_terminal_that_has_no_more_wears_them(system: str, worn: bool) -> None:
    async with at_screen(*FIVE) as me:
        me.app.console._color_system = {"256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}[system]
        wear(me.app)
        assert any(isinstance(one, Nearest) for one in me.app._filters) is worn
        await me.press("2", "down", "3", "1")
        assert me.sees("Pay the rent")
