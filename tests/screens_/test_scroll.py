"""What is scrolled to stays in sight, whatever changes elsewhere, until the cursor moves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.starter.demo import demo_records
from organizer.records import Entry
from screens.widgets.lane import Item, Lane
from tests.screens_.person import CALL, FIVE, NOW, at_screen

MANY = [Entry(f"m{number:09}", text=f"Card {number:02}", area="documentation") for number in range(60)]
DUE = [
    Entry(f"d{number:09}", text=f"Late {number:02}", due="2026-06-09", created=f"2026-06-01T08:00:{number:02}")
    for number in range(40)
]


async def minute(me: object) -> None:
    """A minute goes by, and the desk looks around."""
    me.clock.at += timedelta(minutes=1)  # type: ignore[attr-defined]
    me.desk.lookout.look_around()  # type: ignore[attr-defined]
    await me.settle()  # type: ignore[attr-defined]


@pytest.mark.parametrize("place", ["today", "board"])
async def test_the_wheel_is_not_turned_back(place: str) -> None:
    rows = DUE if place == "today" else MANY
    async with at_screen(*FIVE, *rows, place=place) as me:
        await me.press(*(["end", "enter"] if place == "today" else []), "home")
        here = me.cursor
        x, y = me.find("Finish the")
        for _ in range(8):
            await me.wheel(x, y + 3)
        seen = me.desk.page.current.scroll
        assert seen == 24
        await minute(me)
        assert me.desk.page.current.scroll == seen
        me.elsewhere(None, CALL._replace(id="new0000000", text="Brand new"))
        await me.until(lambda: "new0000000" in me.app.office.practice.entries)
        await me.settle()
        assert (me.desk.page.current.scroll, me.cursor) == (seen, here)
        await me.press("down")
        assert me.focused, "a move brings the cursor back into sight"
        assert me.desk.page.current.scroll < seen


async def test_another_size_shows_the_cursor_again() -> None:
    async with at_screen(*FIVE, *MANY, place="board") as me:
        await me.press("home")
        x, y = me.find("Finish the")
        for _ in range(10):
            await me.wheel(x, y)
        assert not me.focused
        await me.resize(160, 45)
        assert me.focused


async def test_the_focus_comes_back_to_a_column_with_its_cursor_in_sight() -> None:
    async with at_screen(*FIVE, *MANY, place="board") as me:
        await me.press("home")
        x, y = me.find("Finish the")
        for _ in range(10):
            await me.wheel(x, y)
        await me.press("right", "left")
        assert me.focused


def lane(items: int, cursor: str = "", before: Lane | None = None, height: int = 10, hidden: bool = False) -> Lane:
    made = Lane("", [Item(f"k{n}", "") for n in range(items)], lambda item, width, focused: 1, cursor)
    made.follow(before)
    made.place(0, 0 if hidden else 20, height)
    return made


@given(st.integers(0, 49), st.integers(0, 40), st.booleans())
def test_a_lane_that_was_out_of_sight_comes_back_as_it_was_scrolled(cursor: int, wheel: int, read_again: bool) -> None:
    first = lane(50, f"k{cursor}")
    first.wheel(wheel)
    first.reveal()  # the cursor has moved
    seen = first.scroll
    first.active = False
    first.place(20, 0, 1)
    hidden = lane(50, f"k{cursor}", first, hidden=True) if read_again else first
    hidden.place(0, 20, 10)
    assert hidden.scroll == seen


async def test_what_clients_tell_is_scrolled_as_it_was_after_a_look_at_those_who_wait() -> None:
    async with at_screen(*demo_records(NOW), place="door", size=(80, 24)) as me:
        await me.press("tab", "tab", "tab", "down", "down")
        before = me.lines
        assert "What clients tell us" in me.text
        await me.press("tab")
        assert "What clients tell us" not in me.text
        await me.rush("down", "up", "u", "U")
        await me.press("escape", "shift+tab")
        assert me.lines[:-2] == before[:-2]


def test_other_rows_keep_the_cursor_in_sight_where_it_was() -> None:
    first = lane(50, "k5")
    again = Lane("", [Item(f"new{n}", "") for n in range(8)] + list(first.items), first.measure, "k5")
    again.follow(first)
    again.place(0, 20, 10)
    begin, lines = again.span(again.cursor)
    assert begin >= 0
    assert begin + lines <= 10


def test_rows_that_push_the_cursor_far_away_are_followed() -> None:
    first = lane(50, "k0")
    for _ in range(4):
        first.wheel(3)
    assert first.scroll == 12
    assert lane(50, "k0", first).scroll == 12
    again = Lane("", [Item(f"new{n}", "") for n in range(30)] + list(first.items), first.measure, "k0")
    again.follow(first)
    again.place(0, 20, 10)
    begin, lines = again.span(again.cursor)
    assert 0 <= begin <= 10 - lines
    assert lane(5, "k0", first).scroll == 0, "never past the end"


@pytest.mark.parametrize("by", [-1, 1])
def test_a_lane_that_has_run_empty_has_no_page(by: int) -> None:
    lane = Lane("rows", [Item("a", "row")], lambda item, width, focused: 1)
    lane.place(0, 20, 5)
    lane.items = []
    assert not lane.page(by)


def column(heights: list[tuple[int, int]], height: int, unfolds: bool) -> Lane:
    """A lane of rows as tall as said, closed and open."""
    items = [Item(f"k{number}", "", each) for number, each in enumerate(heights)]
    lane = Lane("", items, lambda item, width, focused: sum(item.data) if focused else item.data[0])
    lane.unfolds = unfolds
    lane.place(0, 20, height)
    return lane


HEIGHTS = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4)), min_size=1, max_size=30)


@given(HEIGHTS, st.integers(12, 30), st.lists(st.sampled_from((1, 1, 1, -1)), max_size=40))
def test_a_row_that_opens_late_is_as_tall_as_it_would_have_been_and_in_sight(
    heights: list[tuple[int, int]], height: int, moves: list[int]
) -> None:
    lane, other = column(heights, height, True), column(heights, height, False)
    for by in moves:
        assert lane.step(by) == other.step(by)
        begin, lines = lane.span(lane.cursor)
        assert 0 <= begin <= height - lines, "in sight before it opens"
        lane.rest()
        assert lane.rests
        assert lane.opened == lane.cursor == other.cursor
        assert lane.total == other.total
        tops = [lane.top(at) for at in range(len(heights))]
        assert tops == [other.top(at) for at in range(len(heights))]
        begin, lines = lane.span(lane.cursor)
        assert 0 <= begin <= height - lines, "in sight once it is open"


@given(HEIGHTS, st.integers(12, 30), st.lists(st.sampled_from((1, 1, -1)), min_size=1, max_size=12))
def test_while_the_cursor_walks_no_row_is_taller_or_lower(
    heights: list[tuple[int, int]], height: int, moves: list[int]
) -> None:
    lane = column(heights, height, True)
    for by in moves:
        before, scroll = [lane.span(at) for at in range(len(heights))], lane.scroll
        lane.step(by)
        moved = scroll - lane.scroll
        if lane.rests:  # none had to move for it
            continue
        assert [lane.span(at) for at in range(len(heights))] == [(begin + moved, lines) for begin, lines in before]
        for at in range(len(heights)):
            begin, lines = lane.span(at)
            assert all(lane.at(lane.scroll + begin + line) == (at, line) for line in range(lines))
