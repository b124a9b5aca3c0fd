"""What the themes of the made-up practice have been through: lines written, whom they were told, each season."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.records import Record, Theme
from organizer.records.theme import Season, Sharing, Writing

SPELLINGS = ("{}", "{}", "{}.", "{}", "{}…", "{}", "{}")
"""How it is written, over and over."""


def history(table: dict[str, Any], theme: Theme, day_of: Callable[[str], str]) -> list[Record]:
    """`written` is [how often, since when], `told` lines of "when | how | where", `seasons` "when | answer | name"."""
    made: list[Record] = []
    times, since = table.get("written", (0, theme.since))
    for number in range(1, times + 1):
        text = SPELLINGS[number % len(SPELLINGS)].format(theme.name)
        text = text.upper() if number % 11 == 0 else text
        made.append(Writing(f"w{theme.id[:5]}{number:03}", "", theme.id, text, number, day_of(since)))
    for number, line in enumerate(table.get("told", ()), 1):
        when, how, where = (part.strip() for part in line.split("|"))
        made.append(Sharing(f"t{theme.id[:5]}{number:03}", "", theme.id, how, where, day_of(when)))
    for number, line in enumerate(table.get("seasons", ()), 1):
        when, answer, name = (part.strip() for part in line.split("|"))
        made.append(Season(f"s{theme.id[:5]}{number:03}", "", theme.id, answer, name, day_of(when)))
    return made
