"""Finding anything by its words, the palette, help, and letters without a meaning."""

from __future__ import annotations

import pytest

from organizer.commands import COMMANDS
from organizer.reach import BY_ITSELF
from organizer.records import Entry
from organizer.records.finding import Filter
from screens.dialogs.chooser import Chooser
from screens.dialogs.help import PAIRS
from screens.widgets.keybar import key_name
from tests.screens_.person import CALL, FIVE, NOTES, RENT, SIZES, at_screen

PAIRED = {*PAIRS, *(other for other, _ in PAIRS.values())}
NOTE = Entry("n0te000000", text="The payer moved to the river", kind="note", created="2026-06-10T08:00:00")
GONE = Entry("g0ne000000", text="Payer form, the old one", stage="done", closed="2026-06-01T08:00:00")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_find_opens_what_is_found(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, NOTE, GONE, size=size) as me:
        await me.press("slash")
        assert me.sees("Find")
        await me.type("payer")
        assert me.sees("Journal")
        shown = [me.find(words)[1] for words in ("Call the payer", "Payer form", "payer moved to the river")]
        assert shown == sorted(shown)
        await me.press("down", "enter")
        assert me.overlay == "Drawer"
        assert me.sees("Payer form, the old one")
        await me.press("escape")
        assert me.overlay == ""


async def test_what_is_not_there_can_be_added() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("slash")
        assert me.sees("Narrow it down")
        await me.type("umbrella stand")
        assert me.sees("Nothing by that name.")
        await me.press("enter")
        assert me.overlay == "Catch"
        assert me.field.value == "umbrella stand"
        await me.type(" friday")
        await me.press("enter")
        assert me.titled("umbrella stand").due == "2026-06-12"


async def test_one_click_opens_a_result_and_a_click_beside_closes() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("slash")
        await me.type("shelf")
        await me.click("Clear the shelf")
        assert me.overlay == "Drawer"
        await me.press("escape", "slash")
        await me.click_at(1, 30)
        assert me.overlay == ""


async def listed(place: str, *entries: Entry) -> set[str]:
    """The ids of the commands the palette lists at a place."""
    async with at_screen(*entries, place=place) as me:
        await me.press("ctrl+p")
        found = set()
        for _ in range(len(COMMANDS)):
            found.add(me.cursor)
            await me.press("down")
        return {key.removeprefix("do:") for key in found if key.startswith("do:")}


NOTHING_YET = (
    "collection.rename", "collection.archive", "collection.continue", "collection.order",
    "habit.rename", "habit.tick", "habit.pause", "habit.retire", "repair.references", "theme.carry", "door.answer",
    "filter.rename", "filter.remove",
)  # fmt: skip
"""What needs a collection, a habit, a theme, or something that leads nowhere."""


def allowed(place: str) -> set[str]:
    """The commands that make sense in a place, a card chosen or not; none of the cards comes back."""
    without: tuple[str, ...] = ("entry.skip", "repeat.pause", "move.", "check.", "back", "palette", *BY_ITSELF)
    without += ("journal.number", "journal.order", *NOTHING_YET)
    return {
        command.id
        for command in COMMANDS.values()
        if (not command.places or place in command.places) and not command.id.startswith(without)
    }


async def test_the_palette_lists_what_is_allowed_and_nothing_else() -> None:
    assert await listed("today", *FIVE) == allowed("today")
    assert await listed("board", *FIVE) == allowed("board")
    assert await listed("journal", *FIVE) == allowed("journal")
    nothing_chosen = {id for id in allowed("today") if not id.startswith(("entry.", "repeat.set"))}
    assert await listed("today") == nothing_chosen


async def test_the_palette_runs_commands_and_finds_things() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("ctrl+p")
        await me.type("let go")
        await me.press("enter")
        assert me.overlay == ""
        assert me.titled("Supervision").stage == "let go"
        await me.press("ctrl+p")
        await me.type("my word")
        await me.press("enter")
        assert me.desk.place == "word"
        await me.press("ctrl+p")
        await me.type("plain signs")
        await me.press("enter")
        assert me.app.ink.signs.enter == "enter"
        await me.press("1", "ctrl+p")
        await me.type("later")
        await me.press("enter")
        assert me.overlay == "Chooser"
        await me.type("friday")
        await me.press("enter", "ctrl+p")
        await me.type("progress notes")
        await me.press("enter")
        assert me.overlay == "Drawer"
        assert me.sees(NOTES.text)


async def test_the_list_is_walked_with_arrows_tab_and_pages() -> None:
    async with at_screen(*FIVE, size=(80, 24)) as me:
        await me.press("ctrl+p")
        first = me.cursor
        await me.press("up")
        assert me.cursor == first
        await me.press("tab", "down", "shift+tab", "pagedown")
        assert me.focused
        assert me.cursor != first
        await me.press(*["pagedown"] * 7)
        assert me.cursor == "type:closed:", "behind the commands, how it may be narrowed"
        assert me.focused
        await me.press(*["pageup"] * 9)
        assert me.cursor == first


@pytest.mark.parametrize("place", ["today", "board", "journal"])
async def test_help_lists_every_key_that_holds_here(place: str) -> None:
    async with at_screen(*FIVE, place=place, size=(120, 45)) as me:
        await me.press("question_mark")
        assert me.overlay == "Help"
        shown = me.text
        for command in COMMANDS.values():
            key = f"{key_name(command.key, me.app.ink.signs)} "
            if not command.key or command.id.startswith("go."):
                continue
            if not command.places or place in command.places:
                assert key in shown, command.id
                assert command.title.lower() in shown or command.id in PAIRED, command.id
        assert ("another view" in shown) == (place in ("board", "journal"))
        assert "1 – 8" in shown
        assert "Signs you may meet" in shown


async def test_help_scrolls_where_there_is_no_room_and_any_key_closes_it() -> None:
    async with at_screen(*FIVE, size=(60, 18)) as me:
        await me.press("question_mark")
        assert not me.sees("closes this.")
        await me.press(*["pagedown"] * 20)
        assert me.sees("closes this.")
        await me.press(*["up"] * 20)
        assert me.sees("Help")
        await me.press("x")
        assert me.overlay == ""
        assert me.vault.log == []
        await me.click("? help") if me.sees("? help") else await me.press("question_mark")
        assert me.overlay == "Help"


async def test_a_letter_without_a_meaning_is_answered() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("v")
        assert me.says("v has no meaning here.")
        await me.press("j")
        assert me.says("j has no meaning here.")
        await me.press("f")
        assert me.says("/ find"), "what begins with it is named"
        await me.press("2", "w")
        assert me.says("w has no meaning here.")
        await me.press("é")
        assert me.says("é has no meaning here.")
        assert me.vault.log == []


async def test_the_same_word_finds_notes_steps_and_people() -> None:
    busy = RENT._replace(notes="ask the landlord", waiting_for="Heron 7", step="look up the number", tags=("home",))
    async with at_screen(busy, CALL) as me:
        for words in ("landlord", "heron", "look number", "accounting rent", "home"):
            await me.press("slash")
            await me.type(words)
            assert me.sees("Pay the rent"), words
            assert me.cursor == RENT.id
            await me.press("escape")


async def test_the_palette_puts_what_is_called_so_before_what_only_speaks_of_it() -> None:
    async with at_screen(*FIVE, place="journal") as me:
        await me.press("0", "ctrl+p", *"mark")
        assert me.cursor == "do:journal.mark"
        await me.press(*["backspace"] * 4, *"go to")
        assert me.cursor == "do:journal.goto"


WAITS = Entry("wa1t000000", text="Board of licensing, the renewal", stage="waiting", area="training",
              waiting_for="the board", created="2026-06-01T08:00:00")  # fmt: skip


async def test_operators_narrow_what_is_found_and_a_bad_one_hides_nothing() -> None:
    async with at_screen(*FIVE, WAITS) as me:
        await me.press("slash", *"is:waiting")
        assert (me.cursor, me.sees("Pay the rent")) == (WAITS.id, False)
        await me.press(*" -board")
        assert not me.sees("Board of licensing")
        await me.press("escape", "slash")
        await me.type("are:accounting rent")
        assert me.sees("There is no operator are: here")
        assert me.sees("The nearest one is area:")
        await me.press("escape", "slash")
        await me.type("rent area:nowhere")
        assert me.sees("There is no area 'nowhere'.")
        assert me.sees("Pay the rent")


async def test_what_may_stand_next_is_offered_and_typed_by_choosing_it() -> None:
    async with at_screen(*FIVE, WAITS) as me:
        await me.press("slash")
        await me.click("is:")
        assert me.field.value == "is:"
        assert not me.sees("wants something behind it"), "it is being typed"
        await me.press(*"wai", "enter")
        assert me.field.value == "is:waiting "
        assert me.sees("Board of licensing")


async def test_a_search_is_saved_found_again_renamed_and_let_go() -> None:
    async with at_screen(*FIVE, WAITS) as me:
        await me.press("slash")
        await me.type("is:waiting")
        await me.click("Save this search")
        await me.type("With others")
        await me.press("enter")
        assert [(one.name, one.query) for one in me.app.office.practice.table("filters").values()] == [
            ("With others", "is:waiting")
        ]
        await me.press("slash")
        assert me.sees("Saved searches")
        await me.press("enter")
        assert me.field.value == "is:waiting"
        assert me.sees("Board of licensing")
        await me.click("Call it something else")
        await me.type("Waiting")
        await me.press("enter", "slash", "enter")
        await me.click("Let go of this saved search")
        assert not me.app.office.practice.table("filters")
        await me.press("u")
        assert [one.name for one in me.app.office.practice.table("filters").values()] == ["Waiting"]


async def test_settings_rituals_and_help_are_found_too() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("slash")
        await me.type("holidays")
        assert me.sees("Settings")
        await me.press("enter")
        assert me.desk.place == "settings"
        await me.press("1", "ctrl+p")
        await me.type("help: board")
        await me.press("escape", "ctrl+p")
        await me.type("keys of board")
        await me.press("enter")
        assert me.overlay == "Help"
        assert me.sees("Here, on Board")


async def test_the_palette_offers_operators_and_searches_that_were_saved() -> None:
    async with at_screen(*FIVE, WAITS, Filter("f1", name="With others", query="is:waiting")) as me:
        await me.press("ctrl+p")
        await me.type("with oth")
        assert me.cursor == "saved:f1"
        await me.press("enter")
        assert me.field.value == "is:waiting"
        assert me.cursor == WAITS.id
        assert me.sees("Call it something else")
        await me.clear()
        await me.type("area:acc")
        await me.press("enter")
        assert me.field.value == "area:accounting "
        assert me.sees("Pay the rent")
        assert me.sees("Save this search")
        await me.clear()
        await me.type("due:soonish")
        assert me.sees("'soonish' is not a day that can be read.")
        await me.clear()
        await me.type("call: payer")
        assert not me.sees("There is no operator"), "what the palette knows no operator by is a word"


async def test_a_saved_search_is_found_by_its_name() -> None:
    async with at_screen(*FIVE, WAITS, Filter("f1", name="With others", query="is:waiting")) as me:
        await me.press("slash")
        await me.type("others")
        assert me.cursor == "saved:f1"
        await me.press("enter")
        assert me.sees("Board of licensing")


async def test_what_is_found_is_told_whole_where_the_cursor_rests_and_no_row_moves_before() -> None:
    words = "a room for the group that meets when the other one is taken, with a window and a door that closes, floor"
    rooms = [Entry(f"room{at:06}", text=f"Rent {words} {at} up", area="accounting") for at in range(4)]
    async with at_screen(*rooms) as me:
        await me.press("slash")
        await me.type("rent")
        rows = [at for at, line in enumerate(me.lines) if "Rent a room" in line]
        assert rows[1] - rows[0] == 2, "the first one is told whole"
        choices = me.app.screen
        assert isinstance(choices, Chooser)
        for at in (1, 2):
            choices.action_move(1)
            await me.pilot.pause()
            assert me.app.ink.signs.focus in me.lines[rows[at]]
            assert [at for at, line in enumerate(me.lines) if "Rent a room" in line] == rows
        await me.settle()
        now = [at for at, line in enumerate(me.lines) if "Rent a room" in line]
        assert [each - now[0] for each in now] == [0, 1, 2, 4]
        assert "up" in me.focused
        choices.action_move(-1)
        await me.press("enter")
        assert me.sees(f"{rooms[1].text[:30]}")
