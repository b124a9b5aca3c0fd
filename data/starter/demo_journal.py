"""The journal of the made-up practice: its pages and their numbers, its collections, what is tracked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from organizer.records import Day, Entry, Placement
from organizer.records.journal import Habit, JournalPage

Named = Callable[[str], str]
"""A text -> an id that is always the same for it."""


def collection_id(name: str, id_for: Named) -> str:
    """What placements call the collection of a name."""
    return f"collection:{id_for('collection ' + name)}"


def placements(given: list[str], now: datetime, day_of: Callable[[str], str], id_for: Named) -> tuple[Placement, ...]:
    """Pages in the order in which the entry stood on them: "-1b", "today", "month", "month -1", "future 3",
    "collection Books"; a stroke behind a page, " >" or " <", says how it went on. Raises `ValueError`."""
    made: list[Placement] = []
    for text in given:
        state = {" >": "moved", " <": "scheduled"}.get(text[-2:], "here")
        word, _, rest = (text if state == "here" else text[:-2]).partition(" ")
        if word == "collection":
            page = collection_id(rest, id_for)
        elif word in ("month", "future"):
            page = f"{word}:{_month(now, int(rest or 0))}"
        else:
            page = f"day:{day_of(word)}"
        first = given[0].partition(" ")[0]
        at = "" if not made else f"{day_of(word if page.startswith('day:') else first)}T09:05:00"
        made.append(Placement(page, state, at))
    if [place.state == "here" for place in made] != [False] * (len(made) - 1) + [True]:
        raise ValueError("a stroke stands behind every page but the last")
    return tuple(made)


def _month(now: datetime, by: int) -> str:
    number = now.year * 12 + now.month - 1 + by
    return f"{number // 12:04}-{number % 12 + 1:02}"


def pages_of(entries: Iterable[Entry], names: list[str], id_for: Named) -> list[JournalPage]:
    """A number for every page that is used, in the order of their days; collections among them as they were begun."""
    first: dict[str, str] = {}
    for entry in entries:
        for place in entry.placements:
            moment = place.at or entry.created
            first[place.page] = min(moment, first.get(place.page, moment))
    titles = {collection_id(name, id_for): name for name in names}
    for page in titles:
        first.setdefault(page, min(first.values(), default=""))
    order = {page: number for number, page in enumerate(titles, 1)}
    return [
        JournalPage(page, number, titles.get(page, ""), order.get(page, 0), made=first[page])
        for number, page in enumerate(sorted(first, key=lambda page: (first[page], page)), 1)
    ]  # fmt: skip


def habit_of(table: dict[str, Any], order: int, day_of: Callable[[str], str], id_for: Named) -> Habit:
    """Something that is tracked."""
    return Habit(id_for(f"habit {table['name']}"), "", table["name"], order, day_of(table["since"]))


def ticked(days: list[Day], tables: list[dict[str, Any]], day_of: Callable[[str], str], id_for: Named) -> list[Day]:
    """The days with the ticks of what is tracked; a day that nothing else was said of is made."""
    found = {day.id: day for day in days}
    for table in tables:
        id = id_for(f"habit {table['name']}")
        for name in ("ticked", "skipped"):
            for word in table.get(name, "").split():
                day = found.get(day_of(word)) or Day(day_of(word))
                marked = (*getattr(day, name), id)
                found[day.id] = day._replace(ticked=marked) if name == "ticked" else day._replace(skipped=marked)
    return list(found.values())
