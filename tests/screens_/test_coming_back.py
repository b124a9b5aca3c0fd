"""What comes back, by hand in the drawer: each kind of repeat is made, ended, paused, skipped and done."""

from __future__ import annotations

from datetime import datetime

import pytest

from organizer import when
from organizer.records import Entry
from screens.dialogs.picks import rhythm
from tests.screens_.person import CALL, FIVE, NOTES, RENT, Person, at_screen
from tests.screens_.test_drawer import go_to

GFE = Entry("gfe0000000", text="Send the estimate", due="2026-06-11", created="2026-06-01T08:00:00")


async def choose(me: Person, field: str, typed: str) -> None:
    """Open a field of the drawer, type an answer, keep it."""
    await go_to(me, f"field:{field}")
    await me.press("enter")
    assert me.overlay == "Chooser"
    await me.type(typed)
    await me.press("enter")
    assert me.overlay == "Drawer", me.text


def open_ones(me: Person) -> list[Entry]:
    """What is open and comes back."""
    return [entry for entry in me.entries if entry.repeat and entry.open]


@pytest.mark.parametrize(
    ("typed", "due", "then"),
    [
        ("every friday 4pm", "2026-06-12T16:00", "then June 19 · June 26"),
        ("last business day of every month", "2026-06-30", "then July 31 · August 31"),
        ("every weekday except holidays", "2026-06-11", "then tomorrow · Mon · Tue · Wed"),
        ("every 90 days after done", "2026-06-11", "then September 9 · December 8"),
        ("april 15, june 15, sep 15, jan 15", "2026-06-15", "then September 15 · January 15"),
    ],
)
async def test_each_kind_is_made_done_skipped_and_taken_back(typed: str, due: str, then: str) -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter")
        await choose(me, "repeat", typed)
        assert me.kept(RENT.id).due == due
        assert me.sees(then), me.text
        before = me.kept(RENT.id)
        await me.press("k")
        assert (me.kept(RENT.id).due or "") > due
        await me.press("u")
        assert me.kept(RENT.id) == before
        await me.press("z")
        assert me.kept(RENT.id).due is None
        assert me.sees("yes, without a day")
        await me.press("z")
        assert me.kept(RENT.id).due == due
        await me.press("escape")
        me.app.office.run("entry.done", (RENT.id,))
        (following,) = open_ones(me)
        assert (following.due or "") > due
        await me.press("u")
        assert open_ones(me) == [me.kept(RENT.id)]


KINDS = {
    "every weekday except holidays": ("2026-06-12", "2026-07-13"),
    "every friday 4pm": ("2026-06-12T16:00", "2026-07-10T16:00"),
    "last business day of every month": ("2026-06-30", "2026-06-30"),
    "every 90 days after done": ("2026-06-11", "2026-06-11"),
    "april 15, june 15, sep 15, jan 15": ("2026-06-15", "2026-06-15"),
    "1 business day after intake": ("2026-06-12", "2026-06-12"),
}
"""For each kind, when it is due the morning after, and after a month's sleep."""


@pytest.mark.parametrize("rule", KINDS)
async def test_left_over_midnight_asleep_for_a_month_and_with_the_clock_set_back(rule: str) -> None:
    tomorrow, later = KINDS[rule]
    async with at_screen(*FIVE, now=datetime(2026, 6, 11, 23, 58)) as me:
        said = {"repeat": rule, "due": "today", **({"happened": "today"} if "intake" in rule else {})}
        me.app.office.run("entry.edit", (RENT.id,), fields=said)
        if rule == "every weekday except holidays":
            assert me.kept(RENT.id).due == "2026-06-11"
        for moment, due in (
            (datetime(2026, 6, 12, 0, 1), tomorrow),
            (datetime(2026, 7, 13, 8, 0), later),
            (datetime(2026, 6, 10, 8, 0), later),
            (datetime(2026, 7, 13, 8, 0), later),
        ):
            me.clock.at = moment
            await me.until(lambda: me.desk.lookout.minute == f"{me.clock.at:%Y-%m-%d %H:%M}")
            assert [entry.due for entry in open_ones(me)] == [due]
        assert len([entry for entry in me.entries if entry.text == RENT.text]) == 1


async def test_what_is_typed_is_read_with_its_next_five_dates_and_can_be_clicked() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter")
        await me.click("repeats")
        await me.click("repeats")
        assert me.overlay == "Chooser"
        await me.type("every monday 9am")
        assert me.sees("every Monday at 9:00 AM")
        assert me.sees("Mon · June 22 · June 29 · July 6 · July 13")
        await me.clear()
        await me.type("now and then")
        await me.press("enter")
        assert me.sees("'now and then' does not say how it comes back.")
        await me.clear()
        await me.click("every thursday")
        assert me.overlay == "Drawer"
        assert me.kept(RENT.id).due == "2026-06-11"
        await me.click("if missed")
        await me.click("if missed")
        await me.click("left out")
        await me.click("ends")
        await me.click("ends")
        await me.click("3 times")
        repeat = me.kept(RENT.id).repeat
        assert repeat is not None
        assert (repeat.catch_up, repeat.rule) == ("skip", "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3")
        assert me.sees("after this and 2 more")
        assert me.sees("then June 18 · June 25")
        await choose(me, "ends", "july 31")
        assert me.sees("on Friday, July 31")
        await me.click("ends")
        await me.click("never", nth=1)
        await me.click("repeats")
        await me.click("k skip")
        assert me.kept(RENT.id).due == "2026-06-18"


async def test_what_waits_for_an_event_is_due_when_it_is_said_to_have_happened() -> None:
    async with at_screen(*FIVE, GFE) as me:
        me.desk.page.lanes[0].seek(GFE.id)
        await me.press("enter")
        await choose(me, "repeat", "1 business day after intake")
        assert me.sees("not yet")
        await go_to(me, "field:happened")
        await me.press("enter")
        assert me.sees("When did it happen: intake?")
        await me.type("friday")
        assert me.sees("due Monday, June 15")
        await me.press("enter")
        assert me.kept(GFE.id).due == "2026-06-15"
        await choose(me, "happened", "monday")
        assert sorted(entry.due or "" for entry in open_ones(me)) == ["2026-06-15", "2026-06-16"]


async def test_what_comes_first_is_found_by_its_words_and_a_circle_is_refused() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter")
        await choose(me, "blocked_by", "progress")
        assert me.kept(RENT.id).blocked_by == (NOTES.id,)
        assert me.sees("after      Finish the progress notes")
        await choose(me, "blocked_by", "payer")
        assert me.kept(RENT.id).blocked_by == (NOTES.id, CALL.id)
        await choose(me, "blocked_by", "progress")
        assert me.kept(RENT.id).blocked_by == (CALL.id,), "once more takes it off"
        await me.press("escape", "end", "enter")
        await go_to(me, "field:blocked_by")
        await me.press("enter")
        await me.type("rent")
        await me.press("enter")
        assert me.overlay == "Chooser"
        assert me.sees("That would make a circle")
        assert me.kept(CALL.id) == CALL


async def test_who_it_waits_for_since_when_and_the_day_to_ask_again() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter", "t")
        await me.type("payer, ask again friday")
        await me.press("enter")
        kept = me.kept(RENT.id)
        assert (kept.waiting_for, kept.waiting_since, kept.nudge) == ("payer", "2026-06-11", "2026-06-12")
        await go_to(me, "field:waiting_since")
        await me.press("enter")
        await me.clear()
        await me.type("june 2")
        await me.press("enter")
        assert me.sees("Tuesday, June 2")
        await me.click("ask again")
        await me.click("ask again")
        await me.click("in 2 weeks")
        kept = me.kept(RENT.id)
        assert (kept.waiting_since, kept.nudge, kept.stage) == ("2026-06-02", "2026-06-25", "waiting")


async def test_fields_that_say_nothing_stand_behind_more() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "enter")
        assert not me.sees("ask again")
        await me.click("more  ")
        await me.click("more  ")
        assert me.cursor == "field:reminders"
        await go_to(me, "field:someday")
        await me.press("enter")
        assert me.kept(RENT.id).someday
        await me.press("enter")
        assert not me.kept(RENT.id).someday


async def test_it_is_told_before_its_day_and_then_stands_on_today() -> None:
    lease = Entry("1ease00000", text="Renew the lease", due="2026-07-11", created="2026-06-01T08:00:00")
    async with at_screen(*FIVE, lease) as me:
        assert not me.sees("Coming up")
        me.app.office.run("entry.edit", (lease.id,), fields={"blocked_by": RENT.id})
        await me.press("2")
        await me.settle()
        me.desk.page.lanes[0].seek(lease.id)
        assert me.desk.page.selection() == (lease.id,)
        await me.press("enter")
        await choose(me, "reminders", "30/7 days")
        assert me.kept(lease.id).reminders == ("30d", "7d")
        assert me.sees("told       30 and 7 days before")
        assert me.sees("next today")
        await me.press("escape", "1")
        assert me.sees("Coming up")
        assert "in 30 days" in me.row("Renew the lease")
        assert me.sees("Renew the lease  after")
        await me.press("2", "enter")
        await go_to(me, "field:reminders")
        await me.press("enter")
        await me.click("180/90/30/7 days")
        assert me.kept(lease.id).reminders == ("180d", "90d", "30d", "7d")
        await choose(me, "reminders", "none")
        assert me.kept(lease.id).reminders == ()


async def test_what_is_offered_and_shown_as_an_example_can_be_read() -> None:
    async with at_screen(*FIVE) as me:
        office = me.app.office
        for due in ("2026-06-12", "2026-01-31", "2028-02-29"):
            source = rhythm(office, me.app.ink, RENT._replace(due=due), lambda text: "")
            offers = [item.data.typed for item in source.items("") if item.key]
            assert len(offers) == 9
            for text in (*offers, *source.placeholder.split(", ")):
                assert when.read_repeat(text, office.clock.now()), text


async def test_s_at_the_end_of_the_step_starts_it_by_a_click() -> None:
    async with at_screen(*FIVE) as me:
        await me.press("down", "down", "enter")
        await me.click("s  start")
        assert me.overlay == "Small"
        assert me.kept(NOTES.id).stage == "doing"
