"""Reminders while the office is open: the quiet line and its keys, the list, and what is told where nobody looks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from textual import events

from organizer import notify
from organizer.notify import Sent
from organizer.records import Entry, Setting
from organizer.records.word import Commitment, Step
from organizer.reminding.telling import told
from tests.screens_.person import NOW, SIZES, Person
from tests.screens_.sealed import MemoryKeeper, kept

NO_RITUALS = Setting("reminders_off", "ritual")
CLAIMS = Entry("c1a1ms0000", text="Submit claims", due="2026-06-11T09:15", created="2026-06-01T08:00:00")
SUPER = Entry("super00000", text="Supervision", kind="event", due="2026-06-11T09:25", created="2026-06-01T08:00:00")
LICENSE = Entry("11cense000", text="Renew the license", due="2026-07-11", created="2026-01-01T08:00:00")
LETTER = Commitment(
    "1etter0000",
    text="letter to the GP",
    who="Heron 7",
    whom="client",
    steps=(Step("promise", "2026-06-10T08:00:00", "2026-06-11T10:15"),),
    created="2026-06-10T08:00:00",
)


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Notifications that would go out."""
    out: list[tuple[str, str]] = []

    def send(title: str, body: str, write: Any = None, bell: bool = True) -> Sent:
        out.append((title, body))
        return Sent("tests")

    monkeypatch.setattr(notify, "send", send)
    return out


@asynccontextmanager
async def here(*records: Any, **options: Any) -> AsyncIterator[tuple[Person, MemoryKeeper]]:
    """Somebody at an office that rings; it was looked at before."""
    async with kept(NO_RITUALS, *records, passphrase="", rings=True, **options) as (me, keeper):
        if me.app.office:
            me.app.desk.lookout.look_around()
        await me.settle()
        yield me, keeper


async def at(me: Person, minutes: int) -> None:
    """So many minutes later."""
    me.clock.at = me.clock.at + timedelta(minutes=minutes)
    me.app.desk.lookout.look_around()
    await me.settle()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_task_rings_and_is_done_by_its_key(size: tuple[int, int]) -> None:
    async with here(CLAIMS, size=size) as (me, _):
        assert not me.sees("D done   L later")
        await at(me, 1)
        assert me.sees("Submit claims, 9:15 AM.")
        await me.press("D")
        assert me.vault.tables["entries"]["c1a1ms0000"].stage == "done"  # type: ignore[attr-defined]
        await at(me, 1)
        assert not me.sees("Submit claims, 9:15 AM.")
        await me.press("u")
        assert me.vault.tables["entries"]["c1a1ms0000"].stage != "done"  # type: ignore[attr-defined]


async def test_later_rings_again_in_an_hour_and_not_before() -> None:
    async with here(CLAIMS) as (me, _):
        await at(me, 1)
        await me.press("L")
        assert me.sees("It rings again")
        await at(me, 59)
        assert not me.sees("Submit claims, 9:15 AM.   ")
        me.app.desk.hush()
        await at(me, 1)
        assert me.sees("Submit claims, 9:15 AM.")


async def test_a_promise_is_kept_by_its_key_or_a_click() -> None:
    async with here(LETTER) as (me, _):
        await at(me, 1)
        assert me.sees("Heron 7: letter to the GP, due 10:15 AM.")
        await me.click("D kept")
        assert me.vault.tables["commitments"]["1etter0000"].steps[-1].kind == "keep"  # type: ignore[attr-defined]


async def test_a_key_of_the_row_under_the_cursor_is_never_the_line_s() -> None:
    async with here(CLAIMS, LETTER, LICENSE._replace(due="2026-06-11")) as (me, _):
        await at(me, 1)
        assert me.sees("And 1 more.")
        row = me.app.desk.page.selection()[0]
        other = next(one for one in me.vault.tables["entries"] if one != row)
        await me.press("space")
        stages = {id: one.stage for id, one in me.vault.tables["entries"].items()}  # type: ignore[attr-defined]
        assert stages[row] == "done"
        assert stages[other] != "done"
        assert me.vault.tables["commitments"]["1etter0000"].steps[-1].kind == "promise"  # type: ignore[attr-defined]
        await me.press("u", "l")
        assert me.overlay == "Chooser", "later is about the row"


async def test_the_cursor_moves_and_the_line_keeps_its_keys() -> None:
    async with here(LETTER, LICENSE._replace(due="2026-06-11")) as (me, _):
        await at(me, 1)
        await me.press("down", "D")
        assert me.vault.tables["commitments"]["1etter0000"].steps[-1].kind == "keep"  # type: ignore[attr-defined]
        await me.press("u")
        assert me.vault.tables["commitments"]["1etter0000"].steps[-1].kind == "promise"  # type: ignore[attr-defined]


async def test_its_keys_do_nothing_where_nothing_rings() -> None:
    async with here(CLAIMS) as (me, _):
        before = dict(me.vault.tables["entries"])
        for key in "DL":
            await me.press(key)
            assert me.sees("Nothing rings just now; R has what came and what comes.")
        assert me.vault.tables["entries"] == before


async def test_what_came_while_it_was_closed_is_one_line_that_leads_to_the_list() -> None:
    early = CLAIMS._replace(id="ear1y00000", text="Call the payer", due="2026-06-11T08:30")
    soon = CLAIMS._replace(due="2026-06-11T09:00")
    async with here(early, soon) as (me, _):
        assert me.sees("2 things came while the office was closed.")
        await me.press("R")
        assert me.overlay == "Coming"
        assert me.sees("Came, and still open")
        assert me.sees("Call the payer")
        await me.press("escape")
        await at(me, 1)
        assert not me.sees("things came")


async def test_nothing_rings_in_quiet_hours_nor_with_a_client_in_the_room() -> None:
    hours = Setting("session_hours", "thu 09:00-09:50")
    async with here(CLAIMS, hours) as (me, _):
        await at(me, 10)
        assert not me.sees("9:15 AM. ")
        await at(me, 30)
        assert me.sees("Submit claims, 9:15 AM.")


async def test_what_another_told_is_not_told_again() -> None:
    async with here(CLAIMS) as (me, keeper):
        bell = keeper.kept_bell
        assert bell is not None
        (key,) = [key for key, ring in bell.rings(me.app.office.practice, me.clock).items() if ring.id == CLAIMS.id]
        bell.box.turn(lambda state: (told(state, [key], me.clock.moment()), True))
        await at(me, 2)
        assert not me.sees("Submit claims, 9:15 AM.")


async def test_a_notification_goes_out_where_nobody_looks(sent: list[tuple[str, str]]) -> None:
    async with here(CLAIMS, LETTER) as (me, _):
        me.app.post_message(events.AppBlur())
        await me.settle()
        await at(me, 1)
        assert sent == [("Organizer", "A task is due, and 1 more.")]
        assert me.sees("Submit claims")


async def test_behind_the_cover_it_says_its_kind_alone(sent: list[tuple[str, str]]) -> None:
    async with here(CLAIMS, Setting("reminders_level", "words")) as (me, _):
        await me.press("ctrl+l")
        await at(me, 1)
        assert sent == [("Organizer", "A task is due.")]
        await me.press("x")
        await at(me, 0)
        assert me.sees("Submit claims, 9:15 AM.")


async def test_the_words_of_a_client_are_never_sent(sent: list[tuple[str, str]]) -> None:
    async with here(LETTER, Setting("reminders_level", "words")) as (me, _):
        me.app.post_message(events.AppBlur())
        await me.settle()
        await at(me, 1)
        assert sent == [("Organizer", "A promise is due.")]


@pytest.mark.parametrize("size", [*SIZES, (40, 10)], ids=str)
async def test_the_list_by_keys(size: tuple[int, int]) -> None:
    async with here(CLAIMS, SUPER, size=size) as (me, _):
        await me.press("R")
        assert me.overlay == "Coming"
        assert me.sees("Submit claims")
        await me.press("N")
        assert "entries:" in str(me.vault.tables["settings"]["reminders_never"])
        await me.press("u")
        assert "reminders_never" not in me.vault.tables["settings"]
        await me.press("l")
        assert me.overlay == "Chooser"
        await me.type("20 minutes")
        await me.press("enter")
        assert me.overlay == "Coming"
        await me.press("space")
        done = [one for one in me.vault.tables["entries"].values() if one.stage == "done"]  # type: ignore[attr-defined]
        assert len(done) == 1
        await me.press("escape")
        assert me.overlay == ""
        me.check_consistent()


async def test_the_list_by_the_mouse_and_what_never_rings() -> None:
    async with here(CLAIMS, SUPER, LICENSE) as (me, _):
        await me.press("R")
        await me.click("Supervision")
        await me.click("Renew the license")
        await me.press("N")
        assert me.sees("Never ring")
        await me.click("Renew the license")
        await me.press("N")
        assert not me.sees("Never ring")
        await me.click("Submit claims")
        await me.click("Submit claims")
        assert me.overlay == "Drawer"


async def test_the_palette_tries_a_notification_and_settings_lead_there(sent: list[tuple[str, str]]) -> None:
    async with here(CLAIMS) as (me, _):
        await me.press("ctrl+p")
        await me.type("try a notification")
        await me.press("enter")
        await me.until(lambda: me.overlay == "Chooser")
        assert me.sees("It went by: tests.")
        assert sent == [("Organizer", "This is how a reminder looks.")]


async def test_a_practice_without_a_keeper_says_so() -> None:
    from tests.screens_.person import at_screen

    async with at_screen(CLAIMS) as me:
        await me.press("R")
        assert me.sees("Nothing rings here")


def test_now_is_no_quiet_hour() -> None:
    assert datetime(2026, 6, 11, 9, 14) == NOW


async def test_what_was_done_elsewhere_meanwhile_is_not_taken_up_again_by_its_key() -> None:
    async with here(CLAIMS) as (me, _):
        await at(me, 1)
        me.vault.tables["entries"][CLAIMS.id] = CLAIMS._replace(stage="done", closed="2026-06-11T09:15:00")
        me.app.desk.office.practice.forget()
        await me.press("D")
        assert me.vault.tables["entries"][CLAIMS.id].stage == "done"  # type: ignore[attr-defined]
