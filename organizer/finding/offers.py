"""What may be typed next: the operators, and behind one that is begun the values there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from organizer.finding.meaning import STATES
from organizer.finding.pillars import KINDS
from organizer.finding.query import OPERATORS, OTHER_NAMES
from organizer.practice import Practice
from organizer.records import STAGES

MARKS = ("waiting", "late", "today", "dreaded", "repeating", "someday", "priority", "idea", "blocked", "repair")
DAYS = ("today", "late", "<=7d", "week", "any", "none")
MOST = 8


def offers(practice: Practice, text: str) -> list[tuple[str, str]]:
    """(all that is typed with one more operator or value, what that asks for); nothing behind a plain word."""
    before, last = _last(text)
    dash = "-" if last.startswith("-") else ""
    name, colon, begun = last.removeprefix("-").casefold().partition(":")
    if not colon:
        fitting = [(f"{key}:", OPERATORS[key][1]) for key in OPERATORS if key.startswith(name) and len(name) > 1]
        every = [(f"{key}:", said) for key, (_, said) in OPERATORS.items()]
        return [(f"{before}{dash}{word}", said) for word, said in (fitting if last else every)]
    known = name if name in OPERATORS else OTHER_NAMES.get(name, "")
    found = [value for value in _values(practice, known) if begun.strip('"') in value.casefold()]
    if begun in (value.casefold() for value in found):
        return []
    return [(f"{before}{dash}{known}:{_one_word(value)} ", "") for value in found][:MOST]


def _last(text: str) -> tuple[str, str]:
    """What is typed, parted before the word that is being typed."""
    at = max((at for at, char in enumerate(text) if char.isspace()), default=-1) + 1
    return text[:at], text[at:]


def _one_word(value: str) -> str:
    return f'"{value.casefold()}"' if " " in value else value.casefold()


def _values(practice: Practice, name: str) -> Iterator[str]:
    """What may stand behind an operator."""
    if name == "area":
        yield from (area.name for area in practice.areas_in_order())
    elif name == "is":
        yield from dict.fromkeys([*STATES, *MARKS])
    elif name == "kind":
        yield from KINDS
    elif name == "stage":
        yield from STAGES
    elif name == "theme":
        themes: dict[str, Any] = practice.table("themes")
        yield from (one.name for one in themes.values() if one.name)
    elif name in ("due", "caught", "closed"):
        yield from DAYS
    elif name == "tag":
        yield from sorted({tag for entry in practice.entries.values() for tag in entry.tags})
