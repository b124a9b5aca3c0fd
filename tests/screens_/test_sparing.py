"""What goes to the terminal bit by bit comes to the same picture as all of it at once."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.filter import Monochrome
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from organizer.records import Entry
from organizer.records.wins import Win
from organizer.records.word import Commitment, Step
from screens.app import Organizer
from screens.widgets import canvas
from screens.widgets.sparing import differing
from tests.counting import calls
from tests.screens_.person import FIVE, Person, at_screen

STYLES = [Style(color=color, bgcolor=ground) for color in ("red", "blue") for ground in ("black", "white")]
PARTS = st.lists(st.tuples(st.text(st.sampled_from("ab 日é●"), min_size=1, max_size=6), st.sampled_from(STYLES)))
KEYS = ("down", "down", "up", "right", "left", "tab", "pagedown", "home", "end", "down", "up")
WORDS = [
    Commitment(
        f"p{at:09}",
        who=f"Dr. {at}",
        text=f"The letter {at}",
        created="2026-06-09T08:00:00",
        steps=(Step("promise", "2026-06-09T08:00:00", due=f"2026-06-{10 + at}"),),
    )
    for at in range(6)
]
CARDS = [
    Entry(
        f"card{at:06}",
        text="A card with more to say than two lines of a column hold, so that it opens " * (at % 3),
        step="and a step that is longer than one line" * (at % 2),
        area="documentation",
        due="2026-06-11",
        created=f"2026-06-0{1 + at % 8}T08:00:00",
    )
    for at in range(14)
    if at % 6
]
WINS = [Win(f"w{at:09}", text=f"A thing {at} went right", at=f"2026-06-{at + 1:02}T10:00:00") for at in range(9)]


class Glass:
    """A terminal that shows what an app sends it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self.screen.set_mode(pyte.modes.LNM)
        self.stream = pyte.Stream(self.screen)
        monkeypatch.setattr(Organizer, "_display", lambda app, screen, update: self.show(app, screen, update))

    def show(self, app: Organizer, screen: object, update: Any) -> None:
        """What the app sends."""
        if hasattr(update, "render_segments") and screen is app.screen:
            self.stream.feed(update.render_segments(app.console))

    @property
    def cells(self) -> list[list[Any]]:
        """Every cell, with its colors."""
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return [[self.screen.buffer[y][x] for x in columns] for y in rows]


def whole(me: Person) -> list[list[Any]]:
    """The cells as they are when all is painted at once."""
    screen = pyte.Screen(*me.app.size)
    screen.set_mode(pyte.modes.LNM)
    update = me.app.screen._compositor.render_update(full=True, screen_stack=me.app._background_screens)
    pyte.Stream(screen).feed(update.render_segments(me.app.console))  # type: ignore[union-attr]
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


async def same(glass: Glass, me: Person) -> None:
    """What is on the glass is the whole picture."""
    with suppress(AssertionError):
        await me.until(lambda: glass.cells == whole(me))
    both = enumerate(zip(glass.cells, whole(me), strict=True))
    assert not [
        (y, x, a, b) for y, (one, other) in both for x, (a, b) in enumerate(zip(one, other, strict=True)) if a != b
    ]


def test_a_line_of_another_width_differs_whole() -> None:
    wide, narrow = (Strip([Segment(f"Board{' ' * gap}Room to breathe")]) for gap in (40, 4))
    assert differing(wide, narrow) == (0, 24)


@pytest.mark.parametrize("place", ["today", "board", "journal", "word", "wins", "rituals", "settings", "door"])
@pytest.mark.parametrize("size", [(80, 24), (132, 40)])
async def test_the_same_picture(monkeypatch: pytest.MonkeyPatch, place: str, size: tuple[int, int]) -> None:
    dice, glass = random.Random(place), Glass(monkeypatch, *size)
    async with at_screen(*FIVE, *CARDS, *WORDS, *WINS, place=place, size=size) as me:
        for _ in range(12):
            await me.press(dice.choice(KEYS))
            await same(glass, me)
        for key in dice.choices(KEYS, k=20):  # faster than it can be followed, and slower
            me._send(key)
            await me.pilot.pause(dice.choice((0, 0, 0.01, 0.02, 0.05)))
        await same(glass, me)
        await me.press("c")
        await me.type("Water the plants")
        await same(glass, me)
        await me.press("enter")
        await same(glass, me)
        await me.press("/", "w", "down")
        await same(glass, me)


@pytest.mark.parametrize("place", ["word", "rituals", "board"])
async def test_a_key_before_what_follows_the_last_one_is_painted(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    glass = Glass(monkeypatch, 120, 36)
    async with at_screen(*FIVE, *CARDS, *WORDS, place=place) as me:
        for by in (1, 1, 1, -1, 1):
            me.desk.moved(lambda by=by: me.desk.page.move(by))  # type: ignore[misc]
            me.desk.canvas.rest()
        me.desk.moved(lambda: me.desk.page.move(-1))
        await me.settle()
        await same(glass, me)


async def test_moving_about_keeps_no_more_and_more_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas, "KEPT", 50)
    glass = Glass(monkeypatch, 80, 24)
    many = [Win(f"m{at:09}", text=f"Another thing {at}", at=f"2026-06-{at % 9 + 1:02}T11:00:00") for at in range(40)]
    async with at_screen(*FIVE, *WINS, *many, place="wins", size=(80, 24)) as me:
        for by in ([1] * 40 + [-1] * 40) * 2:
            me.desk.moved(lambda by=by: me.desk.page.move(by))  # type: ignore[misc]
        await me.settle()
        assert len(me.desk.canvas._joined) <= 51
        await same(glass, me)


@pytest.mark.parametrize("colors", [True, False])
@pytest.mark.parametrize("place", ["today", "board", "rituals"])
async def test_lines_are_as_textual_would_put_them_together(
    monkeypatch: pytest.MonkeyPatch, place: str, colors: bool
) -> None:
    if not colors:
        monkeypatch.setenv("NO_COLOR", "1")
    async with at_screen(*FIVE, *CARDS, place=place) as me:
        await me.press("down")
        shown = me.desk.canvas
        assert bool([each for each in shown.get_line_filters() if isinstance(each, Monochrome)]) is not colors
        width, height = shown.size
        for crop in (
            shown.size.region,
            Region(0, 3, width, 9),
            Region(7, 2, 31, height - 2),
            Region(width - 1, 0, 1, 1),
        ):
            ours, theirs = shown.render_lines(crop), Widget.render_lines(shown, crop)
            assert [strip.simplify() for strip in ours] == [strip.simplify() for strip in theirs]
        again = calls(lambda: shown.render_lines(shown.size.region))
        shown.refresh()
        anew = calls(lambda: shown.render_lines(shown.size.region))
        assert again < 0.7 * anew, "what is shown is not made anew"
        assert anew < 0.75 * calls(lambda: Widget.render_lines(shown, shown.size.region))
        shown.styles.padding = 1
        await me.settle()
        assert len(shown.render_lines(Region(0, 0, width, 3))) == 3, "with something around it they are put together"


@given(PARTS, PARTS)
def test_what_lies_outside_is_alike(one: list[tuple[str, Style]], other: list[tuple[str, Style]]) -> None:
    width = 40
    before, after = (
        Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(width, STYLES[0])
        for parts in (one, other)
    )
    begin, end = differing(before, after)
    assert 0 <= begin <= end <= width
    for first, last in ((0, begin), (end, width)):
        parts = [strip.crop(first, last).simplify() for strip in (before, after)]
        assert parts[0] == parts[1]
    if begin == end:
        assert before.simplify() == after.simplify()


def test_half_a_flag_is_not_sent() -> None:
    before, after = (Strip([Segment(f"ab {flag} the rest", STYLES[0])]) for flag in ("🇩🇪", "🇩🇰"))
    begin, end = differing(before, after)
    assert "🇩🇰" in after.crop(begin, end).text
