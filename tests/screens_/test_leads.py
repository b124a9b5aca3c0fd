"""Enter on what was found: it leads to where that stands, and the cursor is on its row."""

from __future__ import annotations

from typing import Any

import pytest

from organizer.records import Entry, Record, Theme
from organizer.records.door import Answer, Inquiry
from organizer.records.feedback import Comment, Heeded, Tally
from organizer.records.path import Snag
from organizer.records.rituals import Ritual
from organizer.records.wins import Reward, Win, jars_of
from organizer.records.word import Commitment, Step
from tests.screens_.person import SIZES, at_screen

AT = "2026-06-01T09:00:00"
TOLD: tuple[Record, ...] = (
    Tally("ta11y00000", question="", first="2026-04", last="2026-05", counts=(9,)),
    *(Comment(f"c0mment00{n}", question="open", text=f"Comment number {n}") for n in range(5)),
    *(Heeded(f"heeded000{n}", said=f"Line number {n}", changed="so now", on=f"2026-05-0{n + 1}") for n in range(5)),
)  # fmt: skip
WINS = (
    Win("w1n0000000", text="A quiet morning", stars=9, at="2026-06-10T09:00:00"),
    Win("w1n0000001", text="The first superbill", at="2024-02-03T09:00:00"),
)
REWARDS = (
    Reward("rew4rd0000", text="a day at the lake", stars=40, created=AT),
    Reward("rew4rd0001", text="new cushions", stars=3, created=AT, taken=AT),
    Reward("rew4rd0002", text="a trip to nowhere", stars=30, created=AT, dropped=AT),
)
THEMES = (
    Theme("th3me00000", name="Breathing space", since="2025-01-02"),
    Theme("th3me00001", name="Daylight", since="2026-01-02"),
)
SNAGS = (
    Snag("sn4g000000", stop="arrive", text="the bell sticks", weight=2, created=AT),
    Snag("sn4g000001", stop="prepare", text="fourteen pages", weight=5, created=AT),
    *(Snag(f"sn4g00001{n}", stop="pay", text=f"gone number {n}", created=AT, closed=f"2026-06-0{n + 1}T10:00:00")
      for n in range(6)),
    Snag("sn4g000020", stop="pay", text="a drawer too high", created=AT, closed=AT, let_go=True),
)  # fmt: skip
ALL: tuple[Record, ...] = (
    *TOLD, *WINS, *jars_of(WINS).values(), *REWARDS, *THEMES, *SNAGS,
    Ritual("r1tua10000", name="Water the plants", rhythm="week", since="2026-01-01"),
    Commitment("pr0m1se000", text="the intake letter", who="Heron 7", steps=(Step("promise", AT, "2026-06-20"),),
               created=AT),
    Commitment("pr0m1se001", text="the old letter", who="Heron 8", created="2026-03-01T09:00:00", steps=(
        Step("promise", "2026-03-01T09:00:00", "2026-03-20"), Step("keep", "2026-03-19T09:00:00"))),
    Inquiry("1nqu1ry000", text="asks for evenings", who="Otter 4", received="2026-06-11T08:00:00"),
    Inquiry("1nqu1ry001", text="asked for mornings", who="Otter 5", received="2026-03-02T08:00:00",
            answers=(Answer("scheduled", "2026-03-02T09:00:00"),)),
)  # fmt: skip

LEADS: tuple[tuple[str, str, str, str], ...] = (
    ("lake", "wins", "reward:rew4rd0000", "a day at the lake"),
    ("cushions", "wins", "reward:rew4rd0001", "new cushions"),
    ("nowhere", "wins", "reward:rew4rd0002", "a trip to nowhere"),
    ("quiet morning", "wins", "w1n0000000", "A quiet morning"),
    ("first superbill", "wins", "w1n0000001", "The first superbill"),
    ("breathing space", "theme", "past/th3me00000", "Breathing space"),
    ("bell sticks", "door", "sn4g000000", "the bell sticks"),
    ("fourteen pages", "door", "sn4g000001", "fourteen pages"),
    ("gone number 0", "door", "sn4g000010", "gone number 0"),
    ("comment number 4", "door", "c0mment004", "Comment number 4"),
    ("line number 0", "door", "heeded0000", "Line number 0"),
    ("water the", "rituals", "r1tua10000", "Water the plants"),
    ("intake letter", "word", "pr0m1se000", "the intake letter"),
    ("evenings", "door", "1nqu1ry000", "asks for evenings"),
    ("quiet hours", "settings", "quiet_hours", "Quiet hours"),
)


@pytest.mark.parametrize(("place", "size"), [("today", SIZES[0]), ("wins", SIZES[1])])
async def test_enter_on_what_was_found_leads_to_its_row(place: str, size: tuple[int, int]) -> None:
    async with at_screen(*ALL, place=place, size=size) as me:
        for words, where, key, text in LEADS:
            await me.press("slash")
            await me.type(words)
            await me.press("enter")
            assert (me.desk.place, me.overlay, me.cursor) == (where, "", key), (words, me.text)
            bar = me.app.ink.signs.focus
            assert any(bar in line and text in line for line in me.lines), (words, me.text)


async def test_what_stands_on_its_page_no_more_is_told() -> None:
    async with at_screen(*ALL) as me:
        for words, overlay in (("old letter", "Story"), ("asked for mornings", "Story")):
            await me.press("slash")
            await me.type(words)
            await me.press("enter")
            assert me.overlay == overlay
            await me.press("escape")
        await me.press("slash")
        await me.type("drawer too high")
        await me.press("enter")
        assert me.desk.place == "door"
        assert me.says("It was let go of")
        assert me.sees("gone number 5"), "the stop it was at is open"


async def test_the_theme_that_hangs_is_shown_and_a_past_one_is_put_back() -> None:
    async with at_screen(*ALL) as me:
        for words, shown in (("breathing", "th3me00000"), ("daylight", "")):
            await me.press("slash")
            await me.type(words)
            await me.press("enter")
            page: Any = me.desk.page
            assert (me.desk.place, page.shown) == ("theme", shown)


async def test_a_win_of_the_archive_and_a_view_that_is_open_are_no_hindrance() -> None:
    async with at_screen(*ALL, place="wins") as me:
        for view in ("v", "n"):
            await me.press(view, "slash")
            await me.type("first superbill")
            await me.press("enter")
            assert (me.cursor, me.desk.place) == ("w1n0000001", "wins"), me.text
            assert "2024" in me.text
        await me.press("6", "v", "slash")
        await me.type("fourteen")
        await me.press("enter")
        assert me.cursor == "sn4g000001"


async def test_a_reward_let_go_of_is_taken_up_again_from_the_page() -> None:
    async with at_screen(*ALL, place="wins") as me:
        await me.press("r", *["down"] * 9)
        assert me.focused == "1 let go of"
        await me.press("enter")
        assert me.cursor == "reward:rew4rd0002"
        await me.press("enter")
        assert me.sees("Take it up again")
        await me.press("enter")
        kept: Any = me.vault.tables["rewards"]["rew4rd0002"]
        assert kept.dropped == ""
        await me.press("delete")
        kept = me.vault.tables["rewards"]["rew4rd0002"]
        assert kept.dropped
        await me.press("delete")
        kept = me.vault.tables["rewards"]["rew4rd0002"]
        assert not kept.dropped, "on one that was let go of, the same key takes it up again"


async def test_a_task_found_opens_and_one_on_the_page_is_chosen() -> None:
    here = Entry("here000000", text="The rent of June", due="2026-06-11", created=AT)
    gone = Entry("g0ne000000", text="The rent of May", stage="done", closed="2026-05-11T09:00:00", created=AT)
    async with at_screen(here, gone) as me:
        await me.press("slash")
        await me.type("rent of may")
        await me.press("enter")
        assert me.overlay == "Drawer"
