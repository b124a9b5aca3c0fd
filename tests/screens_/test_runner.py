"""Going through a ritual in the full screen: every answer lands where it belongs, and nothing typed is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from organizer.change import Change, Row
from organizer.records import Day, Entry, Theme
from organizer.records.door import Inquiry
from organizer.records.journal import JournalPage
from organizer.records.rituals import Run
from organizer.records.wins import Reward
from organizer.records.word import Commitment, Step
from organizer.rituals.lists import answers
from screens.rituals.beginning import begin
from tests.screens_.person import CALL, FIVE, NOTES, RENT, SIZES, Person, at_screen

AT = "2026-06-10T09:00:00"
LETTER = Commitment(
    "1etter0000", text="letter to the GP", who="Heron 7", whom="client",
    steps=(Step("promise", AT, "2026-06-11T16:00"),), created=AT,
)  # fmt: skip
CALM = Theme("th3me", name="Room to breathe", statement="Fewer things, whole.", since="2026-01-02")
OPENED = Day("2026-06-11", opened="2026-06-11T08:40:00")
EVENING = datetime(2026, 6, 11, 17, 20)


def run_of(me: Person) -> Run:
    """The one run there is."""
    (found,) = me.vault.tables["runs"].values()
    assert isinstance(found, Run)
    return found


def day(me: Person, date: str = "2026-06-11") -> Day:
    """An office day as the vault holds it."""
    found = me.vault.tables["days"][date]
    assert isinstance(found, Day)
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_office_is_opened_by_the_keyboard(size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, LETTER, CALM, size=size) as me:
        await me.press("o")
        assert me.overlay == "Runner"
        assert day(me).opened == "2026-06-11T09:14:00"
        assert me.sees("Fewer things, whole.")
        await me.press("w")
        await me.type("Room to breathe")
        await me.press("enter")
        await me.type("buy stamps tomorrow")
        await me.press("enter")
        await me.type("call the landlord")
        await me.press("enter", "enter")
        assert me.sees("What slipped while you were away?")
        assert me.sees("Call the payer")
        await me.press("greater_than_sign")
        assert me.kept(CALL.id).due == "2026-06-12"
        await me.press("enter", "enter")
        assert me.sees("Which three would make today a good day?")
        await me.press("space", "down", "space")
        assert set(me.three) == {RENT.id, NOTES.id}
        await me.press("enter")
        assert me.sees("open the first one")
        await me.press("w")
        await me.type("the Monday note")
        await me.press("enter")
        assert me.kept(NOTES.id).step == "the Monday note"
        assert me.sees("Does this fit between your hours?")
        await me.press("enter")
        assert me.overlay == ""
        assert me.says("The office is open.")
        assert run_of(me).done
        assert len(answers(me.app.office.practice, run_of(me).id)) == 7
        assert me.titled("buy stamps").due == "2026-06-12"
        me.check_consistent()


async def test_undo_walks_back_each_thing_it_did() -> None:
    async with at_screen(*FIVE, CALM) as me:
        before = {name: dict(table) for name, table in me.vault.tables.items() if name not in ("runs", "settings")}
        await me.press("o")
        await me.press("enter")
        await me.type("buy stamps")
        await me.press("enter", "enter", "greater_than_sign", "enter", "enter", "space", "enter", "enter", "enter")
        assert me.overlay == ""
        for _ in range(4):
            await me.press("u")
        after = {name: dict(table) for name, table in me.vault.tables.items() if name in before}
        after["pages"] = before["pages"]
        assert {name: t for name, t in after.items() if t != before[name]} in ({}, {"days": {}})


async def test_closing_by_the_keyboard() -> None:
    async with at_screen(*FIVE, LETTER, CALM, OPENED, now=EVENING) as me:
        await me.press("o")
        assert me.sees("Are today’s notes written?")
        await me.press("space", "enter")
        assert me.kept(NOTES.id).stage == "done"
        await me.press("enter")
        assert me.sees("What is left over")
        await me.press("greater_than_sign", "space", "enter")
        assert me.sees("Your word")
        await me.press("enter")
        assert me.sees("Which three is the next office day for?")
        await me.press("space", "enter")
        assert len(day(me, "2026-06-12").three) == 1
        await me.type("Wren 4 was answered within the hour")
        await me.press("enter")
        assert me.sees("The office is closed. Good night.")
        assert day(me).closed is None
        await me.press("enter")
        assert me.overlay == ""
        assert day(me).closed == "2026-06-11T17:20:00"


async def test_left_in_the_middle_it_goes_on_there() -> None:
    async with at_screen(*FIVE, CALM) as me:
        await me.press("o", "enter")
        await me.type("half a thou")
        await me.press("escape")
        assert me.overlay == ""
        assert me.says("The place is kept")
        assert run_of(me).draft == "half a thou"
        assert not run_of(me).done
        from screens.rituals.beginning import begin

        begin(me.desk, "open")
        await me.settle()
        assert me.sees("What is in your head?")
        assert me.field.value == "half a thou"
        await me.type("ght")
        await me.press("enter")
        assert me.titled("half a thought")
        assert len(me.vault.tables["runs"]) == 1


async def test_a_click_on_the_keys_keeps_what_is_typed_and_goes_on_without_the_line() -> None:
    async with at_screen(*FIVE, CALM) as me:
        await me.press("o", "enter")
        assert me.sees("What is in your head?")
        await me.type("buy stamps tomorrow")
        await me.click("keep it")
        assert me.titled("buy stamps").due == "2026-06-12"
        await me.click("↵ next")
        assert me.sees("What slipped while you were away?")
        assert not me.sees("one line…")
        assert me.sees("Call the payer")
        assert not me.sees("↑ the rows")


async def test_skip_back_and_what_a_way_asks_for() -> None:
    async with at_screen(*FIVE, LETTER, OPENED, now=datetime(2026, 6, 11, 15)) as me:
        from screens.rituals.beginning import begin

        begin(me.desk, "close")
        await me.settle()
        await me.press("s", "enter")
        assert me.sees("What is left over")
        assert run_of(me).skipped == ("notes",)
        await me.press("l")
        await me.type("friday")
        await me.press("enter")
        assert [one.due for one in me.entries if one.id == CALL.id] == ["2026-06-12"]
        await me.press("enter")
        assert me.sees("Heron 7: letter to the GP")
        await me.press("l")
        assert me.sees("Tell them, then: by when now?")
        await me.type("june 19")
        await me.press("escape")
        assert me.overlay == "Runner"
        await me.press("l")
        await me.type("june 19")
        await me.press("enter")
        made: Any = me.vault.tables["commitments"][LETTER.id]
        assert (made.steps[-1].kind, made.steps[-1].due, made.steps[-1].told) == ("renegotiate", "2026-06-19", True)
        await me.press("b")
        assert me.sees("What is left over")


@pytest.mark.parametrize("size", [*SIZES, (60, 18), (40, 12)])
@pytest.mark.parametrize("plain", [False, True])
async def test_it_holds_in_every_room(size: tuple[int, int], plain: bool) -> None:
    many = [Entry(f"{n:010}", text=f"[b]task {n}", due="2026-06-11", created=AT) for n in range(30)]
    async with at_screen(*many, CALM, size=size, plain=plain) as me:
        await me.press("o", "enter", "enter", "enter", "enter", "space", "down", "down", "space")
        assert len(me.three) == 2
        await me.press(*["down"] * 9)
        await me.type("one more")
        await me.press("up", "escape")
        assert me.overlay == ""


@pytest.mark.parametrize("key", ["enter", "down", "up"])
async def test_done_elsewhere_meanwhile_a_key_leaves_it_and_nothing_else(key: str) -> None:
    async with at_screen(*FIVE, LETTER, CALM) as me:
        await me.press("o")
        assert me.overlay == "Runner"
        before = run_of(me)
        row = Row("runs", before.id, before, before._replace(done="2026-06-11T09:20:00"))
        me.vault.by_another(Change("Elsewhere", (row,), by="shell"))
        me.app.office.refresh()
        await me.press(key)
        assert me.overlay == ""
        assert run_of(me).done == "2026-06-11T09:20:00"
        await me.press("enter")
        me.check_consistent()


async def test_the_key_of_the_office_goes_on_with_an_opening_that_was_left() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("o", "enter", "escape")
        assert me.overlay == ""
        assert day(me).opened
        await me.press("o")
        assert me.overlay == "Runner"
        assert (run_of(me).ritual, run_of(me).at) == ("open", "head"), "no other was begun"
        await me.press("escape")
        assert not day(me).closed


async def test_later_in_the_day_the_key_of_the_office_closes_it() -> None:
    left = Run("run0000000", ritual="open", begun="2026-06-11T08:40:00", at="head", passed=("theme",))
    async with at_screen(*FIVE, OPENED, left, now=EVENING) as me:
        await me.press("o")
        assert me.overlay == "Runner"
        assert {one.ritual for one in me.vault.tables["runs"].values()} == {"open", "close"}  # type: ignore[attr-defined]


async def test_a_rare_win_of_a_ritual_is_celebrated_when_it_is_over() -> None:
    reward = Reward("rew4rd0000", text="a day at the lake", stars=1, created=AT)
    async with at_screen(*FIVE, OPENED, reward, now=EVENING) as me:
        me.app.animation_level = "full"
        await me.press("o", *["enter"] * 5)
        await me.type("every caller heard from us")
        await me.press("enter", "enter")
        assert me.overlay == "Celebration"
        assert me.sees("every caller heard from us")
        await me.press("enter")
        assert me.overlay == ""
        await me.press("slash", "escape")
        assert me.overlay == "", "it is celebrated once"


async def test_a_win_taken_back_in_the_ritual_is_not_celebrated() -> None:
    async with at_screen(*FIVE, OPENED, now=EVENING) as me:
        me.app.animation_level = "full"
        await me.press("o", *["enter"] * 5)
        await me.type("every caller heard from us")
        await me.press("enter", "u", "escape")
        assert me.overlay == ""
        assert not me.vault.tables["wins"]


async def test_the_year_begins_a_volume_and_the_season_rewords_the_theme() -> None:
    ideas = JournalPage("collection:c1", 3, "Ideas", 1)
    async with at_screen(*FIVE, CALM, ideas) as me:
        begin(me.desk, "quarter")
        await me.settle()
        await me.press("down", "space")
        await me.type("Fewer things, kindly.")
        await me.press("enter", "escape")
        theme: Any = me.vault.tables["themes"]["th3me"]
        assert theme.statement == "Fewer things, kindly."
        assert [one.answer for one in me.vault.tables["seasons"].values()] == ["reword"]  # type: ignore[attr-defined]
        await me.press("u")
        theme = me.vault.tables["themes"]["th3me"]
        assert theme.statement == "Fewer things, whole."
        begin(me.desk, "year")
        await me.settle()
        await me.press(*["enter"] * 5)
        assert me.sees("Begin the volume of 2026")
        await me.press("space", "up")
        assert me.sees("The volume of 2026 is begun.")
        (volume,) = me.vault.tables["volumes"].values()
        page: Any = me.vault.tables["pages"]["collection:c1"]
        assert (getattr(volume, "name", ""), page.archived) == ("2026", False)


ASKED = Inquiry("inquiry000", text="asks for evenings", who="Osprey 3", how="phone", received=AT, created=AT)


async def test_who_is_gone_elsewhere_meanwhile_is_said_and_what_was_typed_stays() -> None:
    async with at_screen(*FIVE, OPENED, ASKED, now=EVENING) as me:
        await me.press("o")
        for _ in range(9):
            if me.sees("asks for evenings"):
                break
            await me.press("enter")
        await me.press("l")
        await me.type("friday")
        me.vault.by_another(Change("Elsewhere", (Row("inquiries", ASKED.id, ASKED, None),), by="shell"))
        me.app.office.refresh()
        await me.press("enter")
        assert me.overlay == "Runner"
        assert me.sees("There is no inquiry")
        assert me.sees("friday")


async def test_the_stop_that_is_open_already_is_clicked_once_more() -> None:
    async with at_screen(*FIVE, LETTER, CALM) as me:
        await me.press("o", "enter", "enter")
        runner: Any = me.app.screen
        runner.aim("stop:1")
        runner.aim("stop:1")
        runner.aim("stop:9")
        await me.settle()
        assert run_of(me).at == runner._through.questions[1].id
