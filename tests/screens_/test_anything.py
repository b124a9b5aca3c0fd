"""A cat on the keyboard and a hand on the mouse: nothing breaks, and the practice stays what the vault holds."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from organizer.errors import DiskTrouble
from organizer.records import Entry
from tests.looks_.pages import HARD, overfull
from tests.screens_.person import FIVE, NOW, Person, at_screen

KEYS = (
    *"123456780abcdelmopuvxUzé?/ ",
    *("up", "down", "left", "right", "tab", "shift+tab", "enter", "space", "escape", "escape", "delete", "backspace"),
    *(
        "pageup",
        "pagedown",
        "home",
        "end",
        "ctrl+p",
        "slash",
        "question_mark",
        "ctrl+n",
        "f1",
        "ctrl+a",
        "ctrl+u",
        "insert",
    ),
)
LINES = ("call Heron 7 friday #accounting ~20m", "in 3 days", "training", "[/]", "none", "2", "one\ntwo\nthree", *HARD)
SIZES = ((120, 36), (80, 24), (160, 45), (60, 18), (40, 10), (10, 3))


async def do_anything(me: Person, chance: random.Random) -> str:
    """One act of a person, or of the world around; tells which."""
    what = chance.choices(
        ("keys", "rush", "click", "wheel", "paste", "resize", "elsewhere", "time", "disk"),
        (40, 10, 20, 4, 8, 2, 4, 2, 2),
    )[0]
    width, height = me.app.size
    x, y = chance.randrange(width), chance.randrange(height)
    if what == "keys":
        await me.press(chance.choice(KEYS))
    elif what == "rush":
        await me.rush(*chance.choices(KEYS, k=4))
    elif what == "click":
        await me.click_at(x, y)
    elif what == "wheel":
        await me.wheel(x, y, chance.random() < 0.5)
    elif what == "paste":
        await me.paste(chance.choice(LINES))
    elif what == "resize":
        await me.resize(*chance.choice(SIZES))
    elif what == "elsewhere":
        if not me.vault.refuse:
            elsewhere(me, chance)
    elif what == "time":
        me.clock.at += timedelta(hours=chance.choice((1, 7, 25)))
    else:
        me.vault.refuse = None if me.vault.refuse else DiskTrouble("The disk is full. Nothing was lost.")
    return what


def elsewhere(me: Person, chance: random.Random) -> None:
    """Another program changes, removes or makes an entry."""
    entry = chance.choice(me.entries) if me.entries else None
    number = len(me.vault.log)
    if entry is None or chance.random() < 0.4:
        me.elsewhere(None, Entry(f"e{number:09}", text=chance.choice(LINES), due=me.clock.today()))
    else:
        me.elsewhere(entry, None if chance.random() < 0.3 else entry._replace(text=f"{entry.text} again"))


@pytest.mark.parametrize("seed", range(6))
async def test_anything_may_be_done_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    records = FIVE if seed % 2 else (*FIVE, *overfull(NOW)[:120])
    done: list[str] = []
    async with at_screen(*records, size=SIZES[seed % 3], plain=seed == 4) as me:
        me.app.exit = lambda *arguments, **named: None  # type: ignore[method-assign]
        for _ in range(150):
            done.append(await do_anything(me, chance))
            assert me.app.is_running, done
        me.vault.refuse = None
        await me.press("escape", "escape", "escape", "1")
        me.app.office.refresh()
        await me.settle()
        me.check_consistent()
        assert me.overlay == ""
        assert me.vault.log
        await me.resize(120, 36)
        await me.press("home")
        assert me.focused or not me.cursor
