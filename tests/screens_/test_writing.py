"""The writing line at the foot of the journal: typed at full speed, pasted, left and taken up again."""

from __future__ import annotations

from organizer.records import Entry, Placement
from organizer.views.day import lines_of
from tests.screens_.person import FIVE, Person, at_screen

THIRTY = [f"{('', 'o ', '- ', '! ', '* ')[n % 5]}line {n} of a quick log" for n in range(30)]
MANY = [
    Entry(f"m{n:09}", text=f"Look through folder {n}", stage=("next", "done")[n % 2], created="2026-05-01T09:00:00",
          closed=None if n % 2 == 0 else "2026-05-02T10:00:00", placements=(Placement(f"day:2026-05-{n % 28 + 1:02}"),))
    for n in range(10_000)
]  # fmt: skip


def typed(lines: list[str]) -> list[str]:
    """The keys of lines, each with its enter."""
    keys: list[str] = []
    for line in lines:
        keys += [" " if letter == " " else letter for letter in line]
        keys.append("enter")
    return keys


def written(me: Person, page: str = "day:2026-06-11") -> list[str]:
    """The texts on a page, in their order."""
    return [line.entry.text for line in lines_of(me.app.office.practice, page)]


async def test_thirty_lines_typed_at_full_speed_are_all_there_and_in_order() -> None:
    async with at_screen(*MANY, place="journal") as me:
        await me.rush("a", *typed(THIRTY))
        await me.until(lambda: len(written(me)) == 30)
        assert written(me) == [line.lstrip("o-!* ") for line in THIRTY]
        kinds = [line.entry.kind for line in lines_of(me.app.office.practice, "day:2026-06-11")]
        assert kinds == [("task", "event", "note", "task", "task")[n % 5] for n in range(30)]
        assert len(me.vault.log) == 31  # the pages of May were numbered first
        assert me.sees("line 29 of a quick log")
        me.check_consistent()


async def test_a_line_is_read_as_it_is_typed_and_kept_by_enter() -> None:
    async with at_screen(*FIVE, place="journal") as me:
        await me.press("a")
        await me.type("* Submit claims tomorrow 4pm #accounting")
        assert me.sees("a task · priority · Friday, June 12, 4:00 PM · Accounting")
        await me.press("enter")
        entry = me.titled("Submit claims")
        assert (entry.due, entry.area, entry.signifiers) == ("2026-06-12T16:00", "accounting", ("priority",))
        assert [place.page for place in entry.placements] == ["day:2026-06-11"]
        await me.type("Read about may")
        await me.press("tab", "enter")
        assert me.titled("Read about may").due is None
        await me.press("enter", "1")  # an empty line goes back to the page
        assert me.desk.place == "today"


async def test_esc_leaves_what_was_typed_in_the_line_and_the_next_key_is_the_pages() -> None:
    async with at_screen(*FIVE, place="journal") as me:
        await me.rush("a", *"half a line", "escape", "v")
        assert me.sees("● Month")
        assert me.desk.line.value == "half a line"
        await me.rush("a", *" more", "enter", "escape", "1")
        assert me.titled("half a line more").placements == (Placement("month:2026-06"),)
        assert me.desk.place == "today"
        assert not me.desk.line.display


async def test_pasted_lines_are_kept_each_of_them() -> None:
    async with at_screen(place="journal") as me:
        await me.press("a")
        await me.paste("one\n- two\n\no three noon\n")
        assert written(me) == ["one", "two", "three"]
        await me.press("escape", "u")
        assert written(me) == []


async def test_what_cannot_be_kept_stays_in_the_line() -> None:
    async with at_screen(place="journal") as me:
        me.vault.refuse = None
        await me.press("a")
        await me.type("see [/] x [bold]")
        from organizer.errors import DiskTrouble

        me.vault.refuse = DiskTrouble("The disk is full.")
        await me.press("enter")
        assert me.says("The disk is full.")
        assert me.desk.line.value == "see [/] x [bold]"
        me.vault.refuse = None
        await me.press("enter")
        assert written(me) == ["see [/] x [bold]"]
        assert me.sees("see [/] x [bold]")


async def test_keys_of_the_app_hold_while_writing() -> None:
    async with at_screen(*FIVE, place="journal") as me:
        await me.press("a")
        await me.type("2 8 u ? / x")
        assert me.desk.line.value == "2 8 u ? / x"
        await me.press("ctrl+p")
        assert me.overlay == "Chooser"
        await me.press("escape")
        assert me.desk.line.value == "2 8 u ? / x"
