"""The numbers of a year: pictures that one would rather look at than read, each with its figure. Facts, no grades."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from organizer.door import figures as front
from organizer.door.clock import Clock
from organizer.practice import Practice
from organizer.records import Day, Entry
from organizer.records.door import Inquiry
from organizer.records.word import Commitment
from organizer.views.wins import days_of
from organizer.wins import counting
from organizer.word import measures
from organizer.words import count

AREAS, DEFERRED = 8, 5
"""How many areas are told, and how many of what was deferred."""


class Number(NamedTuple):
    """One picture: `figure` is what it says in words, `kind` how it is drawn: "months" (a bar each), "across" (a line
    each) or "list" (a name and a fact each). `parts` are a name and its number, `facts` what is said beside each part
    of a list."""

    id: str
    title: str
    figure: str
    kind: str
    parts: tuple[tuple[str, int], ...]
    facts: tuple[str, ...] = ()


def numbers(practice: Practice, last: date, now: datetime, zone: str = "") -> tuple[Number, ...]:
    """The twelve months up to a day. It reads their archive."""
    months = _months(last)
    first = f"{months[0]}-01"
    entries = [one for one in _read(practice, "entries", first, last) if isinstance(one, Entry)]
    found = (
        _word(practice, first, last, now, zone),
        _answered(practice, first, last, months, now, zone),
        _opened(practice, first, last, months),
        _stars(practice, date.fromisoformat(first), last, months),
        _balance(practice, entries, first, last),
        _deferred(entries, first, last),
        _milestones(practice, last),
    )
    return tuple(one for one in found if one.parts)


def _months(last: date) -> list[str]:
    number = last.year * 12 + last.month - 1
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(number - 11, number + 1)]


def _read(practice: Practice, table: str, first: str, last: date) -> Iterator[Any]:
    """What is at hand, and the archive of the years between."""
    yield from practice.table(table).values()
    for year in range(last.year, int(first[:4]) - 1, -1):
        for part in practice.year(table, str(year)):
            yield from part


def _word(practice: Practice, first: str, last: date, now: datetime, zone: str) -> Number:
    everyone = [one for one in _read(practice, "commitments", first, last) if isinstance(one, Commitment)]
    until = min(now, datetime.combine(last + timedelta(days=1), datetime.min.time()) - timedelta(seconds=1))
    months = measures.months(measures.told(everyone, now, zone), until)
    all_, honored = sum(all_ for _, _, all_ in months), sum(honored for _, honored, _ in months)
    rate = measures.in_hundred(honored, all_)
    parts = tuple((month, measures.in_hundred(part, whole) or 0) for month, part, whole in months)
    said = f"{rate} in 100 kept, changed in time, or put right" if rate is not None else ""
    return Number("word", "My word", said, "months", parts if all_ else ())


def _answered(practice: Practice, first: str, last: date, months: list[str], now: datetime, zone: str) -> Number:
    """Those who called: how many in a hundred heard from me, by the month in which they called."""
    everyone = [one for one in _read(practice, "inquiries", first, last) if isinstance(one, Inquiry)]
    end = last.isoformat()
    facts = [one for one in front.facts(everyone, Clock(practice, now, zone)) if first <= one.received[:10] <= end]
    heard, all_ = (Counter(one.received[:7] for one in found) for found in ([f for f in facts if f.heard], facts))
    rate = measures.in_hundred(heard.total(), all_.total())
    parts = tuple((month, measures.in_hundred(heard[month], all_[month]) or 0) for month in months)
    said = f"{rate} in 100 of those who called heard from me" if rate is not None else ""
    return Number("answered", "Answered", said, "months", parts if facts else ())


def _opened(practice: Practice, first: str, last: date, months: list[str]) -> Number:
    end = last.isoformat()
    opened = [
        one.id
        for one in _read(practice, "days", first, last)
        if isinstance(one, Day) and one.opened and first <= one.id <= end
    ]
    tally = Counter(day[:7] for day in opened)
    parts = tuple((month, tally[month]) for month in months)
    return Number("days", "Days opened", count(len(opened), "day"), "months", parts if opened else ())


def _stars(practice: Practice, first: date, last: date, months: list[str]) -> Number:
    tally: Counter[str] = Counter()
    for day, (_, stars, _) in days_of(practice, first, last).items():
        tally[day[:7]] += stars
    parts = tuple((month, tally[month]) for month in months)
    return Number("stars", "Stars", count(tally.total(), "star"), "months", parts if tally.total() else ())


def _balance(practice: Practice, entries: list[Entry], first: str, last: date) -> Number:
    """What was done by area, the most first."""
    end = last.isoformat()
    done = [one.area for one in entries if one.stage == "done" and first <= (one.closed or "")[:10] <= end]
    names = {area.id: area.name for area in practice.every_area()}
    tally = Counter(names.get(area, "") or "No area" for area in done)
    parts = tuple(sorted(tally.items(), key=lambda part: (-part[1], part[0]))[:AREAS])
    figure = f"{count(len(done), 'task')} done in {count(len(tally), 'area')}"
    return Number("areas", "Where the work went", figure, "across", parts)


def _deferred(entries: list[Entry], first: str, last: date) -> Number:
    """What was moved on most often, and still is, or was within the year."""
    end = last.isoformat()
    often = [
        one for one in entries if one.deferrals > 1 and (one.open or first <= (one.closed or one.created)[:10] <= end)
    ]
    often.sort(key=lambda one: (-one.deferrals, one.created))
    parts = tuple((" ".join(one.text.split()), one.deferrals) for one in often[:DEFERRED])
    facts = tuple(f"{one.deferrals} times" for one in often[:DEFERRED])
    return Number("deferred", "Moved on most often", count(len(often), "line"), "list", parts, facts)


def _milestones(practice: Practice, last: date) -> Number:
    """The day each milestone was reached."""
    reached: list[tuple[str, int]] = []
    stars = 0
    for month, jar in sorted(counting.jars(practice).items()):
        for day, _, more, _ in jar.days:
            before, stars = stars, stars + more
            reached += [(f"{month}-{day:02}", at) for at in counting.MILESTONES if before < at <= stars]
    reached = [one for one in reached if one[0] <= last.isoformat()]
    parts = tuple((count(at, "star"), at) for _, at in reached)
    return Number("milestones", "Milestones", parts[-1][0] if parts else "", "list", parts,
                  tuple(day for day, _ in reached))  # fmt: skip
