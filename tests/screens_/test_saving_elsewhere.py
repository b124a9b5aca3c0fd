"""What was typed and cannot be kept: it stays, it can be saved to a file, and it is kept when that works again."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer import elsewhere
from organizer.errors import DiskTrouble, WrongUse
from tests.screens_.person import FIVE, NOTES, SIZES, at_screen

FULL = DiskTrouble("The disk is full, so this was not saved; all before it is kept. Free some space and try again.")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to save in, which is also the one that the program was started in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_caught_line(home: Path, size: tuple[int, int]) -> None:
    async with at_screen(*FIVE, size=size) as me:
        await me.press("c")
        await me.paste("call the landlord friday\nsecond line")
        assert not me.sees("^s")
        me.vault.refuse = FULL
        await me.press("enter")
        assert me.sees("The disk is full")
        assert me.sees("^s save to a file")
        await me.press("ctrl+s")
        assert me.overlay == "Chooser"
        assert me.sees("~/not-kept-yet.txt")
        await me.press("enter")
        assert (home / "not-kept-yet.txt").read_text() == "call the landlord friday\nsecond line\n"
        assert (home / "not-kept-yet.txt").stat().st_mode & 0o077 == 0
        assert me.overlay == "Catch"
        assert me.field.value == "call the landlord friday"
        assert me.sees("It is in ")
        me.vault.refuse = None
        await me.press("enter")
        assert me.overlay == ""
        assert me.titled("call the landlord").due == "2026-06-12"
        assert me.titled("second line")


async def test_by_a_click_and_under_a_name(home: Path) -> None:
    (home / "mine.txt").write_text("mine")
    async with at_screen(*FIVE) as me:
        await me.press("c")
        await me.type("call the landlord")
        me.vault.refuse = FULL
        await me.press("enter")
        await me.click("save to a file")
        await me.type("mine.txt")
        await me.press("enter")
        assert me.sees("A file of that name is there already")
        await me.press("ctrl+s")
        await me.type("x")
        await me.press("enter")
        assert (home / "mine.txt").read_text() == "mine"
        assert (home / "mine.txtx").read_text() == "call the landlord\n"


async def test_a_field_of_the_drawer(home: Path) -> None:
    async with at_screen(NOTES) as me:
        await me.press("e")
        await me.type(" again")
        me.vault.refuse = FULL
        await me.press("enter")
        assert me.sees("The disk is full")
        await me.press("ctrl+s", "enter")
        assert (home / "not-kept-yet.txt").read_text() == "Finish the progress notes again\n"
        assert me.field.value == "Finish the progress notes again"
        me.vault.refuse = None
        await me.press("enter")
        assert me.kept("notes00000").text == "Finish the progress notes again"


async def test_an_answer(home: Path) -> None:
    async with at_screen(NOTES) as me:
        await me.press("t")
        await me.type("the call")
        before = me.text
        me.vault.refuse = FULL
        await me.press("enter")
        assert me.sees("The disk is full"), before
        await me.press("ctrl+s", "enter")
        assert (home / "not-kept-yet.txt").read_text() == "the call\n"
        assert me.field.value == "the call"


async def test_nothing_typed_is_nothing_to_save(home: Path) -> None:
    async with at_screen(*FIVE) as me:
        await me.press("c", "ctrl+s")
        assert me.overlay == "Catch"
        await me.press("escape", "ctrl+s")
        assert me.overlay == ""


def test_where_it_cannot_be_written(home: Path) -> None:
    (home / "file").write_text("")
    with pytest.raises(WrongUse, match="Type another place"):
        elsewhere.save("file/x", ["a"])
    (home / "folder").mkdir()
    assert elsewhere.save("folder", ["a", "half \ud800 pair"]) == str(home / "folder" / elsewhere.NAME)
    assert (home / "folder" / elsewhere.NAME).read_text() == "a\nhalf \\ud800 pair\n"
