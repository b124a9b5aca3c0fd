"""The lock: what it shows, how it opens, when it closes; and that what was being written is there again."""

from __future__ import annotations

import pytest
from textual import events

from organizer.clock import StoppedClock
from organizer.errors import DiskTrouble
from organizer.keeper import AGAIN
from organizer.records import Setting
from organizer.records.word import Commitment, Step
from screens import drafts
from screens.backups import Passphrase
from screens.dialogs.chooser import Chooser
from screens.dialogs.drawer import Drawer
from screens.opened import opening
from screens.settings.doing import open_settings
from screens.word.doing import on_one
from tests.looks_.pages import making
from tests.screens_.person import FIVE, NOTES, RENT, SIZES, Person, answer, at_screen
from tests.screens_.sealed import CODE, PASSPHRASE, kept
from tests.screens_.test_drawer import go_to


def locked(me: Person) -> bool:
    """Whether the app asked for a fresh process in its place."""
    return me.app.return_value == AGAIN


# -- the screen before it


@pytest.mark.parametrize("size", [*SIZES, (60, 20), (40, 10)], ids=str)
async def test_nothing_of_the_practice_is_shown(size: tuple[int, int]) -> None:
    async with kept(*FIVE, opened=False, size=size) as (me, _):
        assert me.overlay == "Lock"
        assert not any(entry.text in me.text for entry in FIVE)
        assert me.sees("unlock")
        assert me.sees("leave it locked")
        await me.type("heron")
        assert "heron" not in me.text
        assert me.field.value == "heron"


async def test_the_passphrase_opens_it() -> None:
    async with kept(*FIVE, opened=False) as (me, keeper):
        await me.type(PASSPHRASE)
        await me.press("enter")
        await me.until(lambda: me.sees("Pay the rent"))
        assert me.overlay == ""
        await me.press("space")
        assert keeper.tried == [PASSPHRASE]


async def test_a_wrong_one_is_said_and_waited_for() -> None:
    async with kept(*FIVE, opened=False) as (me, keeper):
        await me.type("not it at all")
        await me.press("enter")
        assert me.sees("That was not it. The next try is in 2 s.")
        assert me.field.value == ""
        await me.type(PASSPHRASE)
        await me.press("enter")
        assert keeper.tried == ["not it at all"]
        assert me.field.value == PASSPHRASE
        keeper.wait = 0
        await me.press("enter")
        await me.until(lambda: me.overlay == "")


async def test_the_recovery_code_opens_it_and_a_new_passphrase_is_offered() -> None:
    async with kept(*FIVE, opened=False) as (me, _):
        await me.type(CODE)
        await me.press("enter")
        await me.until(lambda: me.says("Opened with the recovery code."))


async def test_it_is_left_locked() -> None:
    async with kept(*FIVE, opened=False) as (me, keeper):
        await me.press("ctrl+c")
        assert me.sees("ctrl+q leaves the office locked.")
        await me.press("ctrl+q")
        assert me.app.leaving
        assert not locked(me)
        assert keeper.tried == []


async def test_clicks_do_what_the_keys_do() -> None:
    async with kept(*FIVE, opened=False) as (me, _):
        await me.type(PASSPHRASE)
        await me.click("unlock")
        await me.until(lambda: me.overlay == "")


async def test_the_own_colors_are_worn_once_it_is_open() -> None:
    async with kept(*FIVE, Setting("light", "light"), Setting("signs", "plain"), opened=False) as (me, _):
        await me.type(PASSPHRASE)
        await me.press("enter")
        await me.until(lambda: me.overlay == "" and me.sees("Pay the rent"))
        assert not me.app.ink.palette.dark
        assert me.app.plain
        assert me.focused


# -- when it locks


async def test_at_the_key_on_the_desk_and_in_what_lies_over_it() -> None:
    for keys in ([], ["c"], ["slash"], ["enter"], ["A"], ["question_mark"], ["s"], ["l"]):
        async with kept(*FIVE) as (me, _):
            await me.press(*keys, "ctrl+l")
            assert locked(me), keys


async def test_a_key_that_comes_when_the_desk_is_gone_does_nothing() -> None:
    async with kept(*FIVE) as (me, _):
        desk = me.desk
        await me.press("ctrl+l")
        assert locked(me)
    desk.action_command("go.journal")
    assert desk.place == "today"


async def test_a_key_right_behind_the_lock_does_nothing_in_a_ritual_either() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("o")
        assert me.overlay == "Runner"
        runner = me.app.screen
        me.app.post_message(events.Key("ctrl+l", None))
        for key in ("w", "up", "down", "enter", "up"):
            me.app.post_message(events.Key(key, None))
        await me.until(lambda: locked(me))
        assert await me.app.run_action("command('move.up')", runner) is False


async def test_by_itself_after_five_minutes_without_a_key_or_click() -> None:
    async with kept(*FIVE) as (me, _):
        now = [me.app.guard.uptime()]
        me.app.guard.uptime = lambda: now[0]
        for step in range(5):
            now[0] += 59
            await me.look()
            if step == 2:
                await me.press("down")
        assert not locked(me)
        for _ in range(4):
            now[0] += 50
            await me.look()
        assert locked(me)


@pytest.mark.parametrize(("minutes", "idle", "locks"), [(1, 65, True), (10, 400, False), (0, 5000, False)])
async def test_after_as_many_minutes_as_were_set(minutes: int, idle: int, locks: bool) -> None:
    async with kept(*FIVE, Setting("lock_after", minutes)) as (me, _):
        now = [me.app.guard.uptime()]
        me.app.guard.uptime = lambda: now[0]
        for _ in range(0, idle, 55):
            now[0] += 55
            me.app._look()
        assert me.app.locking is locks


async def test_when_the_machine_has_slept() -> None:
    async with kept(*FIVE, Setting("lock_after", 0)) as (me, _):
        ahead = me.app.guard.asleep()
        me.app.guard.asleep = lambda: ahead + 3600
        await me.until(lambda: locked(me))


async def test_when_the_clock_is_set_a_little_nothing_happens() -> None:
    async with kept(*FIVE) as (me, _):
        ahead = me.app.guard.asleep()
        me.app.guard.asleep = lambda: ahead - 7200
        await me.look()
        assert not locked(me)


async def test_when_it_is_asked_for_from_the_shell() -> None:
    async with kept(*FIVE) as (me, keeper):
        keeper.asked = True
        await me.until(lambda: locked(me))


async def test_when_the_office_is_closed() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("o", "escape")
        assert not locked(me)
        await me.press("o", "o")
        assert locked(me)
        assert me.app.office.practice.day("2026-06-11").closed


async def test_the_closing_of_the_office_locks_it_once_its_words_are_said() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("o", "escape", "o", "x")
        await me.type("the phone was answered")
        await me.press("enter")
        assert not locked(me)
        await me.press("enter")
        assert locked(me)
        assert me.app.office.practice.day("2026-06-11").closed
        (run, other) = me.vault.tables["runs"].values()
        assert sorted((bool(run.done), bool(other.done))) == [False, True]  # type: ignore[attr-defined]


async def test_the_minutes_are_set_by_name() -> None:
    async with kept(*FIVE) as (me, _):
        for typed, said in (("90", "1 to 60, or off"), ("12", "after 12 min"), ("off", "locks when it is told to")):
            await me.press("ctrl+p")
            await me.type("locks itself")
            await me.press("enter")
            await me.type(typed)
            await me.press("enter")
            assert me.sees(said)
            await me.press("escape")
        assert me.app.office.practice.setting("lock_after") == 0


# -- what was being written


async def unlock(me: Person) -> None:
    """Type the passphrase, and wait for what was there before."""
    await me.type(PASSPHRASE)
    await me.press("enter")
    await me.until(lambda: me.app.is_running and me.overlay != "Lock" and not me.app.office.practice.setting("draft"))
    await me.settle()


async def test_a_line_that_is_caught() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("down", "c")
        await me.type("call the payer tomorrow")
        await me.press(*["left"] * 9, "ctrl+l")
        assert locked(me)
        assert not any("call the payer" in entry.text for entry in me.entries)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.overlay == "Catch"
        await me.type("X")
        assert me.field.value == "call the payerX tomorrow"
        await me.press("enter")
        assert me.titled("call the payerX").due == "2026-06-12"


async def test_many_pasted_lines() -> None:
    async with kept(*FIVE, place="board") as (me, _):
        await me.press("a")
        await me.paste("one\ntwo\nthree")
        await me.press("ctrl+l")
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.desk.place == "board"
        assert me.sees("and 2 more lines")
        await me.press("enter")
        assert {entry.text for entry in me.entries} > {"one", "two", "three"}


async def test_the_place_and_the_row() -> None:
    async with kept(*FIVE, opened=True) as (me, _):
        await me.press("2", "right", "right")
        before = me.cursor, me.column
        await me.press("ctrl+l")
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.desk.place, me.cursor, me.column) == ("board", *before)


async def test_a_field_of_the_drawer() -> None:
    async with kept(NOTES) as (me, _):
        await me.press("enter", "e")
        await me.clear()
        await me.type("open the second one")
        await me.press("ctrl+l")
        assert me.kept(NOTES.id).step == NOTES.step
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.overlay == "Drawer"
        assert me.field.value == "open the second one"
        await me.press("enter")
        assert me.kept(NOTES.id).step == "open the second one"


async def test_a_name_on_a_sheet() -> None:
    async with kept(NOTES) as (me, _):
        await me.press("A", "a")
        await me.type("Consul")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.overlay == "Areas"
        await me.type("ting")
        await me.press("enter")
        assert any(area.name == "Consulting" for area in me.app.office.practice.areas.values())


async def test_an_answer_over_the_drawer() -> None:
    async with kept(RENT) as (me, _):
        await me.press("enter", "t")
        await me.type("the landlord")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.overlay == "Chooser"
        await me.press("enter")
        assert me.kept(RENT.id).waiting_for == "the landlord"
        assert me.overlay == "Drawer"


async def test_another_day_for_a_line() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("down", "l")
        await me.type("in three we")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.overlay, me.field.value) == ("Chooser", "in three we")
        await me.type("eks")
        await me.press("enter")
        assert me.kept(RENT.id).due == "2026-07-02"


async def test_another_day_for_a_line_of_a_group_that_was_opened() -> None:
    many = [RENT._replace(id=f"due{at:07}", text=f"Task {at}") for at in range(9)]
    async with kept(*many) as (me, _):
        await me.press(*["down"] * 5, "enter", "down", "l")
        chosen = me.desk.page.selection()
        await me.type("frida")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        await me.type("y")
        await me.press("enter")
        assert {entry.id: entry.due for entry in me.entries if entry.due != RENT.due} == {chosen[0]: "2026-06-12"}


async def test_what_was_typed_follows_its_card_to_another_column() -> None:
    async with kept(RENT, NOTES, place="board") as (me, _):
        assert me.cursor == NOTES.id
        await me.press("l")
        await me.type("friday")
        await me.press("ctrl+l")
    me.elsewhere(NOTES, moved := NOTES._replace(area="outreach"))
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        await me.press("enter")
        assert me.kept(NOTES.id) == moved._replace(due="2026-06-12")
        assert me.kept(RENT.id) == RENT


async def test_what_was_typed_about_a_line_that_is_gone_is_about_no_other() -> None:
    async with kept(RENT, NOTES) as (me, _):
        await me.press("l")
        gone = me.desk.page.selection()
        await me.type("friday")
        await me.press("ctrl+l")
    left = {entry.id: entry for entry in me.entries if entry.id != gone[0]}
    me.elsewhere(me.kept(gone[0]), None)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.overlay, me.field.value) == ("Catch", "friday")
        assert me.says(drafts.GONE)
        await me.press("escape")
        assert {entry.id: entry for entry in me.entries} == left


async def test_a_step_of_a_promise_under_which_the_cursor_is_not() -> None:
    two = [
        Commitment(
            f"pr0mise00{n}", "", f"letter {n}", f"Otter {n}", "client", (Step("promise", "2026-06-10T09:00:00", due),)
        )
        for n, due in enumerate(("2026-06-12", "2026-06-19"))
    ]
    async with kept(*two, place="word") as (me, _):
        (other,) = {one.id for one in two} - {me.cursor}
        on_one(me.desk, other, "word.renegotiate")
        await me.settle()
        await me.type("june 25")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.overlay, me.field.value) == ("Asks", "june 25")
        await answer(me, "", "yes", "a new time", "")
        steps = {one.id: [step.kind for step in me.app.office.practice.commitments[one.id].steps] for one in two}
        assert [id for id, kinds in steps.items() if kinds != ["promise"]] == [other]


async def test_the_value_of_a_setting() -> None:
    async with kept(*FIVE) as (me, _):
        open_settings(me.desk, "answer_within")
        await me.press("enter")
        await me.type("tw")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.desk.place, me.overlay, me.field.value) == ("settings", "Chooser", "tw")
        await me.type("o")
        await me.press("enter")
        assert me.app.office.practice.setting("answer_within") == "two working days"


async def test_how_a_line_comes_back_over_the_drawer() -> None:
    async with kept(RENT) as (me, _):
        await me.press("enter")
        await go_to(me, "field:repeat")
        await me.press("enter")
        await me.type("every fri")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.overlay, me.field.value) == ("Chooser", "every fri")
        await me.type("day")
        await me.press("enter")
        assert me.overlay == "Drawer"
        assert me.kept(RENT.id).repeat is not None


async def test_the_color_of_an_area_over_its_sheet() -> None:
    async with kept(RENT) as (me, _):
        await me.press("A", "o")
        await me.type("heat")
        assert me.overlay == "Chooser"
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert (me.overlay, me.field.value) == ("Chooser", "heat")
        await me.press("enter")
        assert me.overlay == "Areas"
        assert [area.color for area in me.app.office.practice.areas.values()].count("Heather") == 1


async def test_a_passphrase_is_never_kept_with_what_was_being_written() -> None:
    async with kept(RENT) as (me, _):
        source = Passphrase("Its passphrase?", lambda text: "")
        with opening(me.app, "backup.restore"):
            me.app.push_screen(Chooser(me.app.office, me.app.ink, source))
        await me.settle()
        await me.type(PASSPHRASE)
        await me.press("ctrl+l")
        assert locked(me)
        assert PASSPHRASE not in str(me.app.office.practice.setting("draft"))


async def test_a_drawer_that_is_slow_to_come_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async with kept(RENT) as (me, _):
        await me.press("enter", "t")
        await me.type("the landlord")
        await me.press("ctrl+l")
    looks = iter([False] * 5)
    monkeypatch.setattr(drafts, "SOON", 2)
    monkeypatch.setattr(Drawer, "is_mounted", property(lambda self: next(looks, self._is_mounted)))
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert next(looks, True)
        assert (me.overlay, me.field.value) == ("Chooser", "the landlord")


async def test_undo_passes_over_it() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("space", "c")
        await me.type("half")
        await me.press("ctrl+l")
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        await me.press("escape", "u")
        assert all(me.kept(entry.id).open for entry in FIVE)


async def test_what_cannot_be_kept_is_not_thrown_away() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("c")
        await me.type("half a line")
        me.vault.refuse = DiskTrouble("The disk is full.")
        await me.press("ctrl+l")
        assert not locked(me)
        assert me.overlay == "Cover"
        assert me.sees("cannot be kept")
        assert "half a line" not in me.text
        await me.press("x")
        assert me.field.value == "half a line"


async def test_with_nothing_typed_it_locks_all_the_same() -> None:
    async with kept(*FIVE) as (me, _):
        me.vault.refuse = DiskTrouble("The disk is full.")
        await me.press("ctrl+l")
        assert locked(me)


async def test_what_was_copied_is_taken_off_the_clipboard() -> None:
    async with kept(*FIVE) as (me, _):
        me.app.copy_to_clipboard("the payer")
        await me.press("ctrl+l")
        assert me.app.clipboard == ""


# -- without a passphrase


async def test_the_screen_is_covered_and_any_key_shows_it() -> None:
    async with kept(*FIVE, passphrase="") as (me, _):
        await me.press("c")
        await me.type("half")
        await me.press("ctrl+l")
        assert me.overlay == "Cover"
        assert not any(entry.text in me.text for entry in FIVE)
        assert "half" not in me.text
        await me.press("x")
        assert me.overlay == "Catch"
        assert me.field.value == "half"


async def test_a_passphrase_is_offered() -> None:
    async with kept(*FIVE, passphrase="") as (me, _):
        await me.press("ctrl+l", "p")
        assert me.overlay == "Passphrase"


async def test_where_nothing_is_kept_none_is_offered() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("ctrl+l")
        assert me.overlay == "Cover"
        assert not me.sees("set a passphrase")
        await me.click_at(3, 3)
        assert me.overlay == ""


async def test_nothing_locks_by_itself_without_one() -> None:
    async with kept(*FIVE, passphrase="") as (me, keeper):
        ahead = me.app.guard.asleep()
        me.app.guard.asleep = lambda: ahead + 3600
        await me.press("o", "escape", "o", "o")
        await me.look()
        assert not locked(me)
        assert me.overlay == ""
        assert isinstance(keeper.clock, StoppedClock)


# -- the title


async def test_the_window_title_says_nothing() -> None:
    async with kept(*FIVE) as (me, _):
        await me.press("down", "enter")
        assert (me.app.title, me.app.sub_title) == ("Organizer", "")


# -- pages that remember more, and the line at the foot of the journal


async def test_a_line_in_the_journal_and_the_day_it_stands_on() -> None:
    async with kept(*FIVE, place="journal") as (me, _):
        await me.press("[", "a")
        await me.type("o Supervision, half wri")
        before = me.app.desk.page.heading().facts
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.desk.place == "journal"
        assert me.desk.page.heading().facts == before
        assert me.desk.line.value == "o Supervision, half wri"


async def test_a_line_in_the_studio() -> None:
    async with kept(*making("pour"), place="theme") as (me, _):
        await me.press("a")
        await me.type("half a li")
        await me.press("ctrl+l")
        assert locked(me)
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.desk.place == "theme"
        await me.type("ne")
        await me.press("enter")
        assert "half a line" in [thought.text for thought in me.vault.tables["thoughts"].values()]


async def test_the_board_by_stage() -> None:
    async with kept(*FIVE, place="board") as (me, _):
        await me.press("v", "right")
        before = me.column
        await me.press("ctrl+l")
    async with kept(vault=me.vault, opened=False) as (me, _):
        await unlock(me)
        assert me.column == before
        assert me.sees("● by stage")


# -- typed before there is a field


async def test_what_is_typed_while_the_lock_still_opens_is_in_its_field() -> None:
    async with kept(*FIVE, opened=False) as (me, _):
        me.app.screen.set_focus(None)
        await me.type(PASSPHRASE)
        assert me.field.value == PASSPHRASE
        await me.press("enter")
        await me.until(lambda: me.overlay == "")
