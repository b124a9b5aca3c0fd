"""Exporting and importing in the full screen: which file, what would come, and the choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.exchange import own
from tests.commands_.tools import Room
from tests.screens_.person import FIVE, RENT, SIZES, at_screen
from tests.screens_.test_passphrase import by_name


def export_of(*records: object) -> str:
    """What an office with these would export."""
    return "".join(own.export(Room(*records).office.practice))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_everything_goes_into_a_file_by_its_name(size: tuple[int, int], tmp_path: Path) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await by_name(me, "export")
        assert me.sees("practice-2026-06-11.json")
        assert me.sees("tasks, for a spreadsheet")
        await me.type(str(tmp_path / "all.txt"))
        await me.press("enter")
        assert me.sees("has to end in .json or .csv or .md")
        await me.press(*["backspace"] * 3)
        await me.type("json")
        await me.press("enter")
        await me.settle()
        assert me.says("It is not sealed")
    text = (tmp_path / "all.json").read_text(encoding="utf-8")
    assert text.endswith('"}\n')
    assert RENT.text in text


async def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "tasks.csv").write_text("mine")
    async with at_screen(*FIVE) as me:
        await by_name(me, "export")
        await me.type(str(tmp_path / "tasks.csv"))
        await me.press("enter")
        assert me.sees("left as it is")
        await me.press("escape")
    assert (tmp_path / "tasks.csv").read_text() == "mine"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_file_is_looked_at_before_it_comes(size: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text(export_of(*FIVE), encoding="utf-8")
    async with at_screen(RENT, size=size) as me:
        await by_name(me, "import")
        await me.press("enter")
        assert me.sees("Type the name of a file.")
        await me.type(str(tmp_path / "all.json"))
        await me.press("enter")
        assert me.sees("4 new in entries")
        await me.press("enter")
        assert set(me.vault.tables["entries"]) == {RENT.id}, "the first choice leaves everything as it is"
        await by_name(me, "import")
        await me.type(str(tmp_path / "all.json"))
        await me.press("enter", "down", "enter")
        assert set(me.vault.tables["entries"]) == {one.id for one in FIVE}
        assert me.says("Imported: ")
        await me.press("u")
        assert set(me.vault.tables["entries"]) == {RENT.id}


async def test_what_differs_is_a_choice(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text(export_of(RENT._replace(text="Pay the tent")), encoding="utf-8")
    async with at_screen(RENT) as me:
        await by_name(me, "import")
        await me.type(str(tmp_path / "all.json"))
        await me.press("enter")
        assert me.sees("Only what is new; mine stays")
        await me.press("down", "down", "enter")
        assert me.vault.tables["entries"][RENT.id] == RENT._replace(text="Pay the tent")


async def test_a_list_with_a_bad_row_offers_nothing_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("title,due\n[b]Call[/b],friday\nWrite,soonish\n", encoding="utf-8")
    async with at_screen(RENT) as me:
        await by_name(me, "import")
        await me.type(str(tmp_path / "list.csv"))
        await me.press("enter")
        assert me.sees("Line 3: due: 'soonish'")
        await me.press("down", "enter")
        assert set(me.vault.tables["entries"]) == {RENT.id}


async def test_what_is_no_file_is_said_where_it_was_typed(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{")
    async with at_screen(RENT) as me:
        await by_name(me, "import")
        await me.type(str(tmp_path / "y.json"))
        await me.press("enter")
        assert me.sees("There is no file of that name.")
        await me.press(*["backspace"] * 6)
        await me.type("x.json")
        await me.press("enter")
        assert me.sees("The file cannot be read. Line 1")


async def test_the_week_goes_on_a_page(tmp_path: Path) -> None:
    async with at_screen(*FIVE) as me:
        await by_name(me, "the week on a page")
        assert me.sees("week-2026-06-08.html")
        assert me.sees("week-2026-06-01.html")
        await me.type(str(tmp_path / "week-2026-06-01.html"))
        await me.press("enter")
        assert me.says("Saved: week-2026-06-01.html")
    assert "Week of June 1 – 7, 2026" in (tmp_path / "week-2026-06-01.html").read_text(encoding="utf-8")
