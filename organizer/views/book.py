"""The book of a year: its wins by month, what became of the word given, the theme, the numbers, the rewards."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from organizer import when
from organizer.practice import Practice
from organizer.records import Theme
from organizer.records.wins import Win
from organizer.views.numbers import Number, numbers
from organizer.views.theme import HUNDRED, theme_view
from organizer.views.wins import YearMap, read, year_map
from organizer.when.saying import MONTHS
from organizer.wins import counting
from organizer.words import count


class Line(NamedTuple):
    """One win in the book: its sticker, how many stars, its words, its day, and what was written about it."""

    sticker: str
    stars: int
    text: str
    day: str
    note: str = ""


class Book(NamedTuple):
    """What stands in it. `themes` are names and statements, `told` a sentence about the theme, `moments` lines
    chosen by it, `months` a heading and its lines each, the oldest first."""

    title: str
    sentence: str
    themes: tuple[tuple[str, str], ...]
    told: str
    moments: tuple[str, ...]
    months: tuple[tuple[str, tuple[Line, ...]], ...]
    numbers: tuple[Number, ...]
    rewards: tuple[tuple[str, str], ...]
    map: YearMap

    @property
    def wins(self) -> int:
        """How many wins stand in it."""
        return sum(len(lines) for _, lines in self.months)

    def texts(self) -> list[str]:
        """Every line in it that somebody wrote."""
        lines = [part for _, found in self.months for line in found for part in (line.text, line.note) if part]
        return [*lines, *self.moments, *(text for text, _ in self.rewards)]


def book(practice: Practice, last: str, now: datetime, zone: str = "") -> Book:
    """The book of the year up to an ISO date. It reads the archive of that year."""
    end = date.fromisoformat(last)
    first = date(end.year - (end.month < 12), end.month % 12 + 1, 1).isoformat()
    wins = sorted((one for part in read(practice, first, last) for one in part), key=lambda one: (one.at, one.id))
    stars = sum(one.stars for one in wins)
    seen = theme_view(practice, now)
    told = (
        f"Written {len(seen.written)} of {HUNDRED} times, told {count(len(seen.shared), 'time')}." if seen.theme else ""
    )
    taken = [one for one in counting.rewards(practice) if first <= one.taken[:10] <= last]
    taken.sort(key=lambda one: one.taken)
    return Book(
        f"A year of wins: {_month(first)} to {_month(last)}",
        f"{count(len(wins), 'win')}, {count(stars, 'star')}. Big or small, they all count.",
        tuple((theme.name, theme.statement) for theme in _themes(practice, first, last)),
        told,
        tuple(" ".join(one.text.split()) for one in seen.moments if first <= one.created[:10] <= last),
        _by_month(wins),
        numbers(practice, end, now, zone),
        tuple((one.text, f"{count(one.stars, 'star')}, {when.say(one.taken[:10], now)}") for one in taken),
        year_map(practice, end),
    )


def _month(day: str) -> str:
    return f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def _by_month(wins: list[Win]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    months: dict[str, list[Line]] = {}
    for one in wins:
        day = f"{MONTHS[int(one.at[5:7]) - 1]} {int(one.at[8:10])}"
        line = Line(one.sticker, one.stars, " ".join(one.text.split()), day, " ".join(one.note.split()))
        months.setdefault(_month(one.at), []).append(line)
    return tuple((month, tuple(lines)) for month, lines in months.items())


def _themes(practice: Practice, first: str, last: str) -> list[Theme]:
    """The themes that hung in those days, the oldest first."""
    found = sorted((one for one in practice.table("themes").values() if isinstance(one, Theme)), key=lambda t: t.since)
    hung = [one for one in found if one.since[:10] <= last]
    ends = [one.since[:10] for one in hung[1:]] + ["9999"] * bool(hung)
    return [one for one, end in zip(hung, ends, strict=True) if end > first and one.name]
