"""The monkey in this process, at an app whose vault is in memory: a hundred times as quick as at a terminal."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from textual import events

from data.starter.demo import demo_records
from data.starter.library import library
from data.starter.scripts import scripts
from organizer.errors import DiskTrouble
from organizer.records import Entry, Setting
from tests.monkey_.acts import Act, acts, random_size
from tests.monkey_.looking import wrong
from tests.screens_.person import Person
from tests.screens_.sealed import kept

NOW = datetime(2026, 6, 11, 9, 14)
WORLD = ("elsewhere", "time", "disk")
MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")


async def act(me: Person, what: Act) -> None:
    """Do one act."""
    width, height = me.app.size
    x, y = int(what.x * width), int(what.y * height)
    if what.kind == "keys":
        await me.press(*what.keys)
    elif what.kind == "rush":
        await me.rush(*what.keys)
    elif what.kind == "text":
        await me.rush(*(c for c in what.text if c.isprintable()))
    elif what.kind == "paste":
        await me.paste(what.text)
    elif what.kind == "click":
        await me.click_at(x, y)
    elif what.kind == "wheel":
        await me.wheel(x, y, what.down)
    elif what.kind == "drag":
        me.app.post_message(events.MouseDown(None, x, y, 0, 0, 1, False, False, False, x, y))
        me.app.post_message(events.MouseMove(None, y % width, x % height, 0, 0, 1, False, False, False, x, y))
        me.app.post_message(
            events.MouseUp(None, y % width, x % height, 0, 0, 1, False, False, False, y % width, x % height)
        )
        await me.settle()
    elif what.kind == "size":
        await me.resize(what.width, what.height)
    else:
        around(me, what)


def around(me: Person, what: Act) -> None:
    """What the world does."""
    chance = random.Random(what.number)
    if what.kind == "time":
        me.clock.at += timedelta(minutes=chance.choice((7, 70, 600, 1440, 20000)))
    elif what.kind == "disk":
        me.vault.refuse = None if me.vault.refuse else DiskTrouble("The disk is full. Nothing was lost.")
    elif not me.vault.refuse:
        elsewhere(me, chance)


def elsewhere(me: Person, chance: random.Random) -> None:
    """Another program changes, removes or makes a record of any table."""
    from organizer.change import Change, Row

    table = chance.choice([name for name, held in me.vault.tables.items() if held and name not in ("settings",)])
    record: Any = chance.choice(list(me.vault.tables[table].values()))
    if chance.random() < 0.3:
        made = Entry(f"e{len(me.vault.log):09}", text="Made elsewhere", due=me.clock.today())
        row = Row("entries", made.id, None, made)
    else:
        row = Row(table, record.id, record, None)
    me.vault.by_another(Change("Elsewhere", (row,), by="shell"))


class Wrong(AssertionError):
    """What a monkey found, and what it did before."""


async def play(seed: int, number: int, demo: bool = True) -> int:
    """So many acts of a seed; gives how many keys and clicks they were. Raises `Wrong`."""
    chance = random.Random(-seed)
    looks = (
        Setting("light", chance.choice(("dark", "light"))),
        Setting("signs", "plain" if chance.random() < 0.2 else "pretty"),
    )
    records = (*demo_records(NOW), *looks) if demo else looks
    done: list[Act] = []
    async with kept(*records, passphrase="", size=random_size(chance), rings=True, fresh=chance.random() < 0.1) as (
        me,
        _,
    ):
        me.app.exit = lambda *arguments, **named: None  # type: ignore[method-assign]
        me.app.library = lambda office: library("", office.practice.areas)._replace(scripts=scripts())
        for what in acts(seed, WORLD):
            done.append(what)
            try:
                await act(me, what)
            except Exception as error:
                raise Wrong(f"seed {seed}: {tail(done)}") from error
            if not me.app.is_running or me.app._exception:
                raise Wrong(f"seed {seed}: {tail(done)}") from me.app._exception
            me.app.leaving = me.app.locking = False
            found = wrong(me, what.kind == "keys" and what.keys[-1] in MOVES)
            if found:
                raise Wrong(f"seed {seed}: {found}\n{tail(done)}\n{me.text}")
            if len(done) >= number:
                break
        me.vault.refuse = None
        await me.press("escape", "escape", "escape", "escape", "1")
        me.app.office.refresh()
        await me.settle()
        me.check_consistent()
    return sum(max(1, len(what.keys), len(what.text)) for what in done)


def tail(done: list[Act]) -> str:
    """The last acts, in short."""
    return f"act {len(done)}; " + "; ".join(
        " ".join(str(part) for part in (what.kind, *what.keys, what.text[:40]) if part) for what in done[-14:]
    )
