"""What holds on this machine alone, in the full screen and on the lock."""

from __future__ import annotations

from pathlib import Path

from organizer.clock import StoppedClock
from organizer.machine import keep, parse, path_in, read
from organizer.office import Office
from screens.app import Organizer
from tests.memory import MemoryVault
from tests.screens_.person import FIVE, NOW, Person
from tests.screens_.sealed import MemoryKeeper


async def test_it_wins_here_and_says_so_where_it_is_set() -> None:
    vault, clock = MemoryVault(*FIVE), StoppedClock(NOW)
    here = parse('signs = "plain"\nlight = "light"\n[keys]\n"entry.pick" = "f6"\n"entry.dread" = "l"\nfrob = "x"')
    app = Organizer(Office(vault, clock), clock=clock, here=here)
    me = Person(app, vault, clock)
    async with app.run_test(size=(120, 36)) as me.pilot:
        await me.settle()
        assert me.app.plain
        assert not me.app.ink.palette.dark
        assert me.sees("settings.toml, line 6: There is no command 'frob'")
        assert "f6 pick" in me.lines[-1]
        await me.press("d")
        assert sum(entry.dread for entry in app.office.practice.entries.values()) == 3, "l was taken, so d stays"
        await me.press("comma", "slash", *"plain", "enter", "space")
        assert me.sees("that holds here")
        assert not {"signs", "light", "keys"} & set(vault.tables["settings"])


async def test_the_lock_wears_it_before_any_vault_is_open() -> None:
    clock = StoppedClock(NOW)
    keeper = MemoryKeeper(MemoryVault(*FIVE), clock)
    app = Organizer(None, clock=clock, keeper=keeper, here=parse('signs = "plain"\nlight = "dark"'))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.plain
        assert app.ink.palette.dark


async def test_the_file_is_followed_while_it_is_open(tmp_path: Path) -> None:
    home = str(tmp_path)
    app = Organizer(Office(MemoryVault(*FIVE), StoppedClock(NOW)), clock=StoppedClock(NOW), here=read(home))
    me = Person(app, MemoryVault(), StoppedClock(NOW))
    async with app.run_test(size=(120, 36)) as me.pilot:
        await me.settle()
        assert not me.app.plain
        keep(home, "signs", "plain")
        await me.until(lambda: me.app.plain)
        await me.press("comma")
        assert me.sees("plain *"), me.text
        await me.press("1")
        keep(home, "entry.pick", "f6", "keys")
        await me.until(lambda: "f6 pick" in me.lines[-1])
        Path(path_in(home)).write_text("signs = plain\n", encoding="utf-8")
        await me.until(lambda: me.says("settings.toml, line 1, cannot be read, so all of it is left aside."))
        assert "p pick" in me.lines[-1]
        Path(path_in(home)).unlink()
        await me.until(lambda: not me.says("settings.toml"))


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    home = str(tmp_path)
    here = read(home)
    assert here.news() is None
    keep(home, "signs", "plain")
    now = here.news()
    assert now is not None
    assert now.settings == {"signs": "plain"}
    assert now.news() is None
    Path(path_in(home)).unlink()
    after = now.news()
    assert after is not None
    assert after.settings == {}
