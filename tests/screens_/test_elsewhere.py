"""What comes from outside: other programs, midnight, settings, a disk that refuses, and mistakes of our own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from organizer.change import Change, Row
from organizer.clock import StoppedClock
from organizer.errors import DiskTrouble
from organizer.office import Office
from organizer.records import Day, Entry, Setting, Theme
from screens.app import Organizer
from screens.board import Board
from screens.desk import Desk
from screens.palettes import DEFAULT, derive
from screens.today import Today
from tests.memory import MemoryVault
from tests.screens_.person import CALL, FIVE, NOTES, NOW, RENT, TALK, at_screen

CAUGHT = Entry("she11000000", text="From the shell", due="2026-06-11T10:00", created="2026-06-11T09:00:00")
SORRY = "Organizer had to stop. Everything you kept is saved; open it again with `organizer`."


@pytest.mark.parametrize("place", ["today", "board"])
async def test_another_programs_change_appears_and_the_cursor_stays(place: str) -> None:
    async with at_screen(*FIVE, place=place, size=(160, 45)) as me:
        await me.press("end")
        here = me.cursor
        me.elsewhere(None, CAUGHT)
        me.elsewhere(RENT, RENT._replace(text="Pay the new rent"))
        await me.until(lambda: me.page_shows("Pay the new rent"))
        assert me.page_shows("From the shell")
        assert me.cursor == here
        assert me.focused
        me.check_consistent()


async def test_the_row_under_the_cursor_is_taken_away_by_another_program() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down")
        me.elsewhere(RENT, None)
        await me.until(lambda: not me.page_shows("Pay the rent"))
        assert me.cursor
        assert me.focused
        me.elsewhere(NOTES, None)
        await me.press("2", "space")
        assert me.kept(CALL.id).open
        me.check_consistent()


async def test_a_key_acts_on_the_fresh_state() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down")
        me.elsewhere(RENT, RENT._replace(text="Pay the rent in cash"))
        await me.press("space")
        assert me.kept(RENT.id).text == "Pay the rent in cash"
        assert me.kept(RENT.id).stage == "done"
        me.elsewhere(me.kept(TALK.id), None)
        await me.press("up", "space")
        me.check_consistent()
        assert me.page_shows("Pay the rent in cash")


async def test_find_shows_what_was_written_elsewhere() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("slash")
        me.elsewhere(None, CAUGHT)
        await me.type("shel")
        await me.until(lambda: CAUGHT.id in me.app.office.practice.entries)
        await me.type("l")
        assert me.sees("From the shell")


async def test_at_midnight_the_day_turns() -> None:
    tomorrow = Entry("t0m0rr0w00", text="Tomorrow's errand", due="2026-06-12")
    async with at_screen(*FIVE, tomorrow, Day("2026-06-11", (NOTES.id,)), now=datetime(2026, 6, 11, 23, 59)) as me:
        assert me.sees("Thursday, June 11")
        assert me.sees("11:59 PM")
        assert not me.page_shows("Tomorrow's errand")
        await me.press("2", "1", "down")
        me.app.office.run("entry.done", (CALL.id,))
        assert me.page_shows("Call the payer")
        here = me.cursor
        me.clock.at = datetime(2026, 6, 12, 0, 0)
        await me.until(lambda: me.sees("Friday, June 12"))
        assert me.sees("12:00 AM")
        assert me.page_shows("Tomorrow's errand")
        assert me.sees("p picks three of what is here."), "another day, another three"
        assert me.page_shows("Pay the rent"), "it is still with me now"
        assert not me.page_shows("Call the payer"), "what was finished belongs to yesterday"
        assert here in (me.cursor, TALK.id)
        await me.press("p", "2")
        assert me.app.office.practice.days.keys() == {"2026-06-11", "2026-06-12"}
        assert me.page_shows("since")


async def test_light_and_signs_change_at_once() -> None:
    async with at_screen(*FIVE) as me:
        evening, morning = derive(DEFAULT, True), derive(DEFAULT, False)

        def paper() -> str:
            color = me.desk.canvas.render_line(20)
            return str(next(iter(color)).style.bgcolor.get_truecolor().hex)  # type: ignore[union-attr]

        assert paper() == evening.background
        assert me.app.theme_variables["background"].lower() == evening.background
        me.app.office.run("look.light", (), name="light", value="light")
        await me.settle()
        assert paper() == morning.background
        assert me.app.theme_variables["background"].lower() == morning.background
        await me.press("2")
        assert paper() == morning.background
        assert me.sees("● by area")
        me.app.office.run("look.signs", (), name="signs", value="plain")
        await me.settle()
        assert me.sees("@ by area")
        assert all(line.isascii() for line in me.lines)
        await me.press("u", "u")
        assert paper() == evening.background
        assert me.sees("● by area")


async def test_another_program_turns_on_the_light_and_names_the_theme() -> None:
    async with at_screen(*FIVE) as me:
        theme = Theme("th3me00000", name="Daylight", color="#cf8b6b", since="2026-06-11")
        dark = Setting("light", "dark")
        rows = (Row("themes", theme.id, None, theme), Row("settings", "light", dark, Setting("light", "light")))
        me.vault.by_another(Change("Elsewhere", rows))
        await me.until(lambda: me.sees("D A Y L I G H T"))
        await me.until(lambda: me.app.ink.palette == derive("#cf8b6b", False))


async def test_plain_signs_are_ascii_on_every_page_and_overlay() -> None:
    async with at_screen(*FIVE, plain=True, size=(160, 45)) as me:
        for keys in (
            ("1",),
            ("2",),
            ("v",),
            ("3",),
            ("1", "c"),
            ("slash", "p"),
            ("ctrl+p",),
            ("question_mark",),
            ("enter",),
            ("l",),
            ("m",),
        ):
            await me.press(*keys)
            drawn = me.text
            assert drawn.isascii(), (keys, [line for line in me.lines if not line.isascii()])
            await me.press("escape")
            assert me.overlay == ""


async def test_a_disk_that_refuses_is_told_for_every_key_and_nothing_changes() -> None:
    async with at_screen(*FIVE) as me:
        before = {name: dict(table) for name, table in me.vault.tables.items()}
        me.vault.refuse = DiskTrouble("The disk is full. Nothing was lost.")
        for key in ("space", "p", "d", "delete", "o"):
            await me.press(key)
            assert me.says("The disk is full. Nothing was lost."), key
            await me.press("escape")
        assert me.vault.tables == before
        me.check_consistent()
        me.vault.refuse = None
        await me.press("space")
        assert me.says("Done: Supervision.")


async def test_a_practice_that_may_only_be_read_says_so_from_the_start() -> None:
    sentence = "This folder may only be read. Your entries are safe."
    async with at_screen(*FIVE, readonly=sentence) as me:
        assert me.says(sentence)
        await me.press("space")
        assert me.says(sentence)
        await me.press("c")
        await me.type("a thought")
        await me.press("enter")
        assert me.overlay == "Catch"
        assert me.sees(sentence)
        assert me.vault.log == []


async def test_trouble_while_looking_for_news_is_a_sentence() -> None:
    async with at_screen(*FIVE) as me:

        def news() -> list[Change]:
            raise DiskTrouble("The folder is out of reach for now. Nothing was lost.")

        me.vault.news = news  # type: ignore[method-assign]
        await me.until(lambda: me.says("The folder is out of reach for now."))
        await me.press("down")
        assert me.cursor == RENT.id


@pytest.mark.parametrize(("broken", "name"), [(Board, "draw"), (Board, "layout"), (Today, "move"), (Desk, "frame")])
def test_a_mistake_of_ours_shows_one_kind_sentence_and_nothing_that_was_written(
    broken: type, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def mistake(*arguments: object) -> None:
        secret = CALL.text
        raise RuntimeError(f"went wrong at {secret}")

    async def press(pilot: Pilot[int]) -> None:
        pilot.app.set_timer(5, pilot.app.exit)
        monkeypatch.setattr(broken, name, mistake)
        for key in ("down", "2"):
            pilot.app.post_message(events.Key(key, None))

    app = Organizer(Office(MemoryVault(*FIVE), StoppedClock(NOW)))
    app.run(headless=True, auto_pilot=press)
    printed = capsys.readouterr()
    shown = " ".join((printed.out + printed.err).split())
    assert shown == SORRY
    assert app.return_code == 1


def test_where_it_went_wrong_is_noted_without_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def mistake(self: Today, by: int) -> None:
        raise RuntimeError(f"went wrong at {self.view.still[0].text}")

    async def press(pilot: Pilot[int]) -> None:
        pilot.app.set_timer(5, pilot.app.exit)
        await pilot.pause()
        pilot.app.post_message(events.Key("down", None))

    monkeypatch.setattr(Today, "move", mistake)
    app = Organizer(Office(MemoryVault(*FIVE), StoppedClock(NOW)))
    app.trouble_file = str(tmp_path / "trouble.log")
    app.run(headless=True, auto_pilot=press)
    noted = (tmp_path / "trouble.log").read_text()
    assert "RuntimeError" in noted
    assert "doing.py:" in noted
    assert CALL.text not in noted + capsys.readouterr().err
    assert (tmp_path / "trouble.log").stat().st_mode & 0o077 == 0
