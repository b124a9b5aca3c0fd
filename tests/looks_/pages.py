"""The pages that pictures are taken of: empty, ordinary (the demo practice) and overfull, and every overlay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from textual.app import App

from data.starter import beginnings
from data.starter.demo import demo_records
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import Area, Entry, Record, Setting
from organizer.views.first_steps import STEPS
from screens.app import Organizer
from tests.memory import MemoryVault

NOW = datetime(2026, 6, 11, 9, 14)

HARD = (
    "see [/] x [bold]",
    "a title of three hundred characters: " + "so that nothing is ever cut off where it matters " * 6,
    "a family 👨‍👩‍👧‍👦 and a flag 🇺🇸 at the desk",
    "a tab\there and a line\nbreak pasted",
    "שלום and مرحبا and 日本語の予定",
    "\x1b[31mred\x07 alert",
)
"""Texts that have broken pages elsewhere."""


def overfull(now: datetime) -> list[Record]:
    """Four hundred entries, the hard texts among them, due before, on and after the day."""
    made: list[Record] = []
    areas = ("documentation", "scheduling", "accounting", "training", "systems", "")
    for number in range(400):
        due = (now + timedelta(days=number % 40 - 20)).date().isoformat() if number % 3 else None
        text = HARD[number % len(HARD)] if number % 4 == 0 else f"Look through the {number}th folder on the shelf"
        made.append(
            Entry(
                f"{number:010d}",
                text=text,
                area=areas[number % 6],
                stage=("inbox", "next", "doing", "waiting")[number % 4],
                due=due,
                estimate=number % 90 or None,
                dread=number % 4,
                step=HARD[number % 6] if number % 5 == 0 else "",
                created="2026-06-01T09:00:00",
            )
        )
    return made


def app_of(
    records: list[Record], dark: bool = True, plain: bool = False, place: str = "today", now: datetime = NOW
) -> App[Any]:
    """An app over a vault in memory, with a clock that stands still."""
    looks = [Setting("light", "dark" if dark else "light"), Setting("signs", "plain" if plain else "pretty")]
    return Organizer(Office(MemoryVault(*records, *looks), StoppedClock(now)), place)


def first_steps(step: str) -> list[Record]:
    """A new practice that has come to a step; some of what it began with is not its own."""
    gone = ("administration", "outreach")
    areas = [area._replace(retired=area.id in gone) for area in beginnings() if isinstance(area, Area)]
    return [Setting("first_run", step), *areas]


def own_areas() -> list[Record]:
    """The made-up practice, its areas colored, one added, one retired."""
    colors = {"documentation": "Dusk blue", "accounting": "Marigold", "training": "Heather"}
    made = [area for area in beginnings() if isinstance(area, Area)]
    areas = [area._replace(color=colors.get(area.id, ""), retired=area.id == "training") for area in made]
    return [*demo_records(NOW), *areas, Area("consulting", name="Consulting [/] and teaching", order=10)]


KINDS: dict[str, Callable[[], list[Record]]] = {
    "ordinary": lambda: demo_records(NOW),
    "empty": list,
    "overfull": lambda: overfull(NOW),
    "own areas": own_areas,
    **{f"at {step}": partial(first_steps, step) for step in STEPS},
}

KEYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "01-today": ("ordinary", ()),
    "01-today-empty": ("empty", ()),
    "01-today-overfull": ("overfull", ()),
    "02-board": ("ordinary", ("2",)),
    "02-board-by-stage": ("ordinary", ("2", "v")),
    "02-board-empty": ("empty", ("2",)),
    "02-board-overfull": ("overfull", ("2",)),
    "05-not-furnished": ("ordinary", ("5",)),
    "09-catch": ("ordinary", ("c", *"call back Heron 7 tomorrow 10am #door ~15m * -> look up the number")),
    "09-drawer": ("ordinary", ("2", "right", "right", "enter")),
    "09-drawer-editing": ("ordinary", ("down", "enter", "down", "enter", *"someday")),
    "09-palette": ("ordinary", ("ctrl+p",)),
    "09-find": ("ordinary", ("slash", *"insur")),
    "09-later": ("ordinary", ("l", *"next fri 4pm")),
    "09-where": ("ordinary", ("m",)),
    "09-small": ("ordinary", ("s",)),
    "09-waiting": ("ordinary", ("t", *"payer, ask again friday")),
    "09-help": ("ordinary", ("question_mark",)),
    "09-areas": ("own areas", ("A", "down", "down")),
    "09-areas-naming": ("own areas", ("A", "a", *"Groups")),
    "09-areas-color": ("own areas", ("A", "o")),
    "09-areas-board": ("own areas", ("2",)),
    "09-first-run-1-hello": ("at hello", ()),
    "09-first-run-2-areas": ("at areas", ("down",) * 5),
    "09-first-run-2-naming": ("at areas", ("a", *"Groups and teaching")),
    "09-first-run-3-office": ("at office", ("down", "down")),
    "09-first-run-3-hours": ("at office", (*("down",) * 7, "e", *"9")),
    "09-first-run-4-note": ("at note", tuple("the phone is answered, every day")),
    "09-first-run-4-end": ("at note", (*"the phone is answered, every day", "enter")),
    "09-first-run-help": ("at areas", ("question_mark",)),
}
"""Each picture: which practice, and the keys that lead there."""
