"""The Board: columns, cards carried by keys and by clicks, the two views, narrow and wide."""

from __future__ import annotations

import pytest

from organizer.errors import DiskTrouble
from organizer.records import Entry, Setting
from tests.counting import calls
from tests.screens_.person import FIVE, NOTES, RENT, SHELF, SIZES, Person, at_screen


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_card_is_carried_with_the_arrows_and_keeps_the_cursor(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size, place="board") as me:
        assert me.cursor == NOTES.id
        await me.press("m")
        assert me.says("carry it to another column, or click one.")
        await me.press("right")
        assert me.kept(NOTES.id).area == "scheduling"
        assert (me.cursor, me.column) == (NOTES.id, "scheduling")
        await me.press("right", "right", "right", "left")
        assert me.kept(NOTES.id).area == "accounting"
        assert (me.cursor, me.column) == (NOTES.id, "accounting")
        assert "Finish the" in me.focused
        await me.press("enter")
        assert me.overlay == "", "enter puts it down"
        await me.press("left")
        assert me.column == "record-keeping"
        assert me.kept(NOTES.id).area == "accounting"
        for _ in range(4):
            await me.press("u")
        assert me.kept(NOTES.id).area == "scheduling"
        me.check_consistent()


async def test_escape_puts_the_card_down_and_the_edge_holds() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("m", "left")
        assert me.kept(NOTES.id) == NOTES
        await me.press("escape", "right")
        assert me.kept(NOTES.id) == NOTES
        assert me.column == "scheduling"
        await me.press("m")
        assert me.says("Choose a line first"), "there is no card in this column"
        await me.press("right")
        assert me.column == "record-keeping"


async def test_a_card_goes_where_no_area_is_and_back() -> None:
    loose = Entry("100se00000", text="Loose end")
    async with at_screen(NOTES, loose, place="board") as me:
        assert me.column == ""
        await me.press("right", "m", "left")
        assert me.kept(NOTES.id).area == ""
        assert me.cursor == NOTES.id
        await me.press("right")
        assert me.kept(NOTES.id).area == "documentation"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_plain_signs_keep_the_bar_and_the_arrow_of_a_step_apart(size: tuple[int, int]) -> None:
    async with at_screen(NOTES, Setting("signs", "plain"), size=size, place="board") as me:
        assert me.sees(">   open the")
        assert not me.sees(">->")
        await me.press("enter")
        for _ in range(6):
            assert not me.sees(">->"), me.text
            await me.press("down")


async def test_a_click_on_a_column_head_carries_the_card_or_goes_there() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.click("Accounting", right=1)
        assert me.column == "accounting"
        await me.press("m")
        await me.click("Scheduling", right=1)
        assert me.kept(RENT.id).area == "scheduling"
        assert (me.cursor, me.column) == (RENT.id, "scheduling")
        await me.press("escape")
        await me.click("Documentation", right=1)
        assert me.column == "documentation"
        assert me.kept(NOTES.id).area == "documentation"


async def test_a_click_on_here_puts_the_card_down() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("m")
        await me.click("↵ here")
        await me.press("right")
        assert me.overlay == ""
        assert me.kept(NOTES.id) == NOTES
        assert me.column == "scheduling"


async def test_a_refused_carry_says_so_and_leaves_the_card() -> None:
    async with at_screen(*FIVE, place="board") as me:
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        await me.press("m", "right")
        assert me.says("The disk is full. Nothing was lost.")
        assert (me.column, me.cursor) == ("documentation", NOTES.id)
        assert me.kept(NOTES.id) == NOTES


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_v_turns_the_board(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size, place="board") as me:
        assert me.sees("Documentation")
        await me.press("v")
        assert me.sees("Inbox")
        assert not me.page_shows("Training")
        assert me.page_shows("4 open tasks") or size[0] < 100
        await me.press("v")
        assert me.sees("Documentation")


async def test_carrying_by_stage_finishes_and_takes_up_again() -> None:
    async with at_screen(SHELF, place="board", size=(160, 45)) as me:
        await me.click("by stage")
        assert me.column == "doing"
        await me.press("m", "right", "right")
        assert me.kept(SHELF.id).stage == "done"
        assert (me.column, me.cursor) == ("done", SHELF.id)
        await me.press("left")
        assert (me.kept(SHELF.id).stage, me.kept(SHELF.id).closed) == ("waiting", None)
        await me.press("enter")
        await me.click("by area")
        assert me.sees("Operations")


async def test_a_finished_card_stays_struck_through_until_the_page_is_left() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("space")
        assert me.kept(NOTES.id).stage == "done"
        assert me.cursor == NOTES.id
        assert me.page_shows("progress notes")
        await me.press("1", "2")
        assert not me.page_shows("progress notes")


@pytest.mark.parametrize("key", ["space", "delete"])
async def test_by_stage_too_a_finished_card_stays_in_its_column(key: str) -> None:
    async with at_screen(*FIVE, place="board", size=(160, 45)) as me:
        await me.press("v", "home")
        while me.cursor != SHELF.id:
            await me.press("tab", "home")
        await me.press(key)
        assert not me.kept(SHELF.id).open
        assert (me.column, me.cursor) == ("doing", SHELF.id)
        await me.press(key)
        assert me.kept(SHELF.id).open
        assert (me.column, me.cursor) == ("doing", SHELF.id)
        await me.press(key, "1", "2")
        assert me.page_shows("Clear the shelf") == (key == "space"), "done things have a column of their own"
        if key == "space":
            assert next(c.key for c in me.desk.page.view.columns if SHELF.id in {e.id for e in c.entries}) == "done"


async def test_a_card_carried_to_done_after_it_was_touched_goes_there() -> None:
    async with at_screen(SHELF, place="board", size=(160, 45)) as me:
        await me.press("v", "d", "m", "right", "right", "enter", "d")
        assert (me.kept(SHELF.id).stage, me.column) == ("done", "done")


async def test_the_arrows_beside_the_columns_and_the_wheel() -> None:
    many = [Entry(f"m{number:09}", text=f"Card {number}", area="documentation") for number in range(40)]
    async with at_screen(*FIVE, *many, place="board") as me:
        assert me.sees("columns 1–4 of 9")
        x, y = me.find("‹ ›")
        for _ in range(4):
            await me.click_at(x + 2, y)
        assert me.sees("columns 2–5 of 9")
        assert me.column == "training"
        await me.click_at(x, y)
        assert me.column == "accounting"
        await me.press(*["left"] * 4, "home")
        assert not me.page_shows("Card 39")
        x, y = me.find("Finish the")
        for _ in range(50):
            await me.wheel(x, y)
        assert me.page_shows("Card 39")
        cursor = me.cursor
        for _ in range(50):
            await me.wheel(x, y, down=False)
        assert me.page_shows("Finish the")
        assert me.cursor == cursor


async def test_eighty_columns_show_one_area_and_the_neighbors_as_a_strip() -> None:
    async with at_screen(*FIVE, place="board", size=(80, 24)) as me:
        strip = me.row("Documentation 1")
        assert "Scheduling 0" in strip
        await me.click("Scheduling")
        assert me.column == "scheduling"
        assert me.sees("Nothing here. Enjoy it, or a to add.")
        y = me.find("Scheduling 0")[1]
        await me.click_at(78, y)
        assert me.column == "record-keeping"
        await me.click_at(0, y)
        await me.click_at(1, y)
        assert me.column == "documentation"
        await me.press("tab", "tab", "shift+tab")
        assert me.column == "scheduling"
        await me.press("shift+tab", "shift+tab")
        assert me.column == "outreach", "tab goes round"


async def test_leaving_the_board_while_carrying_puts_the_card_down() -> None:
    async with at_screen(*FIVE, place="board") as me:
        await me.press("m", "1")
        assert not me.says("carry it to another column")
        await me.press("2", "right")
        assert me.kept(NOTES.id) == NOTES
        assert me.column == "scheduling"


async def test_the_board_begins_where_there_is_something_and_says_how_much() -> None:
    async with at_screen(RENT, SHELF, place="board") as me:
        assert (me.column, me.cursor) == ("accounting", RENT.id)
        assert me.sees("2 open tasks · 1 due today")
        await me.press("p")
        assert me.three == (RENT.id,)
        await me.press("d", "d")
        assert me.kept(RENT.id).dread == 2


OPENS = [
    Entry(
        f"opens{at:05}",
        text=f"Card {at}",
        area="documentation",
        due="2026-06-11",
        step="look for what was said about it last year, and by whom",
        created=f"2026-06-01T08:00:0{at}",
    )
    for at in range(4)
]


def step(me: Person, by: int) -> None:
    """A key down or up that the next key follows at once."""
    me.desk.moved(lambda: me.desk.page.move(by))


async def test_while_the_cursor_walks_no_other_card_moves_and_it_opens_where_it_rests() -> None:
    async with at_screen(*OPENS, place="board") as me:
        places = [me.find(f"Card {at}")[1] for at in range(4)]
        assert places[1] - places[0] == 6, "the first one is open: two lines of its step are more than one"
        for at in (1, 2, 3):
            step(me, 1)
            await me.pilot.pause()
            await me.pilot.pause()
            assert f"Card {at}" in me.focused
            assert [me.find(f"Card {at}")[1] for at in range(4)] == places
        await me.until(lambda: me.desk.canvas.rests)
        await me.settle()
        assert [me.find(f"Card {at}")[1] - places[0] for at in range(4)] == [0, 4, 8, 12]
        assert "and by" in me.focused
        me.check_consistent()


async def test_before_a_card_opens_a_click_is_for_what_is_seen() -> None:
    async with at_screen(*OPENS, place="board") as me:
        x, y = me.find("Card 3")
        step(me, 1)
        await me.click_at(x, y)
        assert me.cursor == OPENS[3].id
        assert "and by" in me.focused
        step(me, -1)
        await me.press("space")
        assert me.kept(OPENS[2].id).closed
        assert "Card 2" in me.focused
        step(me, -1)
        await me.wheel(x, y)
        assert me.desk.canvas.rests
        step(me, -1)
        await me.press("pagedown")
        assert me.cursor == OPENS[3].id
        assert "and by" in me.focused


async def test_a_step_on_the_board_draws_two_cards_though_they_open() -> None:
    plain = [each._replace(step="") for each in OPENS]
    cost: list[int] = []
    for cards in (plain, OPENS):
        async with at_screen(*cards, place="board") as me:
            for by in (1, -1):
                step(me, by)
            cost.append(calls(lambda: step(me, 1)))
    assert cost[1] < 1.7 * cost[0]


async def test_an_empty_column_says_whether_the_cursor_is_there() -> None:
    async with at_screen(RENT, SHELF, place="board") as me:
        board, canvas, faint = me.desk.page, me.desk.canvas, me.app.ink.style("faint").color

        def told() -> list[int]:
            """The columns in sight whose quiet line is not faint."""
            line = canvas.render_line(me.find("Nothing here.")[1] - canvas.region.y)
            empty = [(number, lane) for number, lane in enumerate(board.lanes) if not lane.key]
            shown = [(number, lane) for number, lane in empty if lane.x < canvas.size.width]
            inks = [(number, next(iter(line.crop(lane.x + 1, lane.x + 2))).style) for number, lane in shown]
            return [number for number, ink in inks if ink and ink.color != faint]

        for key in ("right", "right", "left", "right", "left"):
            await me.press(key)
            assert told() == ([] if board.lanes[board.lane].key else [board.lane])
