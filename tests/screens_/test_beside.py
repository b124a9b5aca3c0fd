"""What takes long goes on beside the keys: told of in one line, broken off by esc, and kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from organizer.exchange import bringing
from organizer.practice import Practice
from organizer.records import Setting
from screens import taking
from tests.screens_.person import CALL, FIVE, NOTES, RENT, Person
from tests.screens_.sealed import kept
from tests.screens_.test_passphrase import by_name
from tests.screens_.test_taking import export_of


@pytest.fixture(autouse=True)
def every_file_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "SMALL", 0)


async def done(me: Person) -> None:
    """What is under way has come to its end."""
    if me.desk.lookout.work is not None:
        me.desk.lookout.work.thread.join(10)
    await me.settle()
    await me.settle()


async def look_at(me: Person, path: Path) -> None:
    """See what would come of a file."""
    await by_name(me, "import")
    await me.type(str(path))
    await me.press("enter")


async def test_a_file_is_written_beside_the_keys(tmp_path: Path) -> None:
    async with kept(*FIVE, passphrase="") as (me, _):
        await by_name(me, "export")
        await me.type(str(tmp_path / "all.json"))
        await me.press("enter")
        await done(me)
        assert me.says("It is not sealed")
    assert (tmp_path / "all.json").read_text(encoding="utf-8").endswith('"}\n')


async def test_a_long_file_comes_in_beside_the_keys_and_goes_again(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text(export_of(*FIVE), encoding="utf-8")
    async with kept(RENT, passphrase="") as (me, _):
        await look_at(me, tmp_path / "all.json")
        await done(me)
        assert me.sees("4 new in entries")
        await me.press("down", "enter")
        await done(me)
        assert me.says("Imported: 4 records")
        assert me.kept(NOTES.id) == NOTES
        await me.press("u")
        assert list(me.app.office.practice.entries) == [RENT.id]
        assert not me.app.office.hold


async def test_what_cannot_be_read_is_said_and_nothing_has_changed(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text(export_of(*FIVE)[:-40], encoding="utf-8")
    async with kept(RENT, passphrase="") as (me, _):
        await look_at(me, tmp_path / "all.json")
        await done(me)
        assert me.says("Nothing was changed.")
        assert list(me.app.office.practice.entries) == [RENT.id]


class Slow:
    """Reading that waits until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go, self.read = Event(), bringing.answers
        monkeypatch.setattr(bringing, "answers", self)

    def __call__(self, form: str, path: str, heard: Any = None) -> dict[str, Any]:
        heard(1)
        self.go.wait(10)
        return self.read(form, path, heard)


async def test_esc_breaks_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow(monkeypatch)
    (tmp_path / "all.json").write_text(export_of(*FIVE), encoding="utf-8")
    async with kept(RENT, passphrase="") as (me, _):
        await look_at(me, tmp_path / "all.json")
        assert me.says("Reading all.json")
        await me.press("4", "1")
        assert me.says("Reading all.json")
        await me.press("escape")
        slow.go.set()
        await done(me)
        assert me.says("Broken off; everything is as it was.")
        assert me.overlay == ""
        assert list(me.app.office.practice.entries) == [RENT.id]


@pytest.mark.parametrize("form", ["csv", "json", "md"])
async def test_esc_breaks_off_a_file_while_all_there_is_for_it_is_only_read(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, read = Event(), Event(), 0
    everything = Practice.everything

    def slowly(practice: Practice, table: str) -> Iterator[list[Any]]:
        nonlocal read
        for part in everything(practice, table):
            for one in part if table == "entries" else ():
                read += 1
                yield [one]
                begun.set()
                go.wait(10)
            if table != "entries":
                yield part

    async with kept(*FIVE, passphrase="") as (me, _):
        monkeypatch.setattr(Practice, "everything", slowly)
        await by_name(me, "export")
        await me.type(str(tmp_path / f"all.{form}"))
        await me.press("enter")
        await me.until(begun.is_set)
        await me.press("escape")
        go.set()
        await done(me)
        assert me.says("Broken off; everything is as it was.")
        assert read < len(FIVE)
    assert not (tmp_path / f"all.{form}").exists()


async def test_what_would_come_waits_for_a_line_that_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)
    (tmp_path / "all.json").write_text(export_of(*FIVE), encoding="utf-8")
    async with kept(RENT, passphrase="") as (me, _):
        await look_at(me, tmp_path / "all.json")
        await me.press("c", *"buy")
        slow.go.set()
        await done(me)
        await me.type(" stamps")
        assert me.overlay == "Catch"
        await me.press("enter")
        assert me.titled("buy stamps")


async def test_while_it_is_kept_nothing_else_is_and_nothing_typed_is_lost() -> None:
    async with kept(CALL, passphrase="") as (me, _):
        me.app.office.hold = "Bringing it in… Nothing is lost; try again in a moment."
        await me.press("c", *"buy stamps", "enter")
        assert me.overlay == "Catch"
        assert me.sees("try again in a moment")
        me.app.office.hold = ""
        await me.press("enter")
        assert me.titled("buy stamps")


async def test_what_was_done_before_esc_is_told_as_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with kept(*FIVE, passphrase="") as (me, _):
        keep = taking.wholefile.keep

        def keep_and_stop(path: str, made: Any) -> None:
            keep(path, made)
            me.desk.lookout.work.stopped = True

        monkeypatch.setattr(taking.wholefile, "keep", keep_and_stop)
        await by_name(me, "export")
        await me.type(str(tmp_path / "all.json"))
        await me.press("enter")
        await done(me)
        assert (tmp_path / "all.json").exists()
        assert me.says("Saved: all.json.")


async def test_days_are_read_beside_the_keys_as_among_them(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("task,due\ncall the payer,next tuesday\n", encoding="utf-8")
    sunday = datetime(2026, 6, 14, 9, 14)
    async with kept(Setting("week_begins", "on Sunday"), passphrase="", now=sunday) as (me, _):
        await look_at(me, tmp_path / "list.csv")
        await done(me)
        await me.press("down", "enter")
        await done(me)
        assert me.titled("call the payer").due == "2026-06-23"


async def test_what_goes_wrong_unforeseen_is_never_told_as_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(taking.wholefile, "keep", break_down)

    async def export() -> None:
        async with kept(*FIVE, passphrase="") as (me, _):
            await by_name(me, "export")
            await me.type(str(tmp_path / "all.json"))
            await me.press("enter")
            await done(me)

    with pytest.raises(ZeroDivisionError):
        await export()
