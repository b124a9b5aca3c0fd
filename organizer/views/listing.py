"""Entries filtered as a shell asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from organizer import when
from organizer.errors import WrongUse
from organizer.practice import Practice
from organizer.records import Entry, Record
from organizer.views.search import search
from organizer.views.weeks import first_weekday


def listing(
    practice: Practice,
    now: datetime,
    *,
    area: str | None = None,
    stage: str = "",
    due: str = "",
    words: str = "",
    everything: bool = False,
    parts: Iterable[list[Record]] | None = None,
) -> list[Entry]:
    """The entries asked for, soonest due first, then the newest.

    `area` an id ("" for none), `stage` a stage, `due` a range (`due_range`), `everything` the finished
    ones too. Of these parts (`Practice.recent`, `Practice.everything`), else of what is at hand. Raises `WrongUse`
    when the range cannot be read.
    """
    parts = [[*practice.entries.values()]] if parts is None else parts
    if words.strip():
        found = search(practice, words, parts)
    else:
        found = [one for part in parts for one in part if isinstance(one, Entry)]
    first, last = due_range(due, now, first_weekday(practice)) if due else ("", "")
    kept = [
        entry
        for entry in found
        if (everything or stage in ("done", "let go") or entry.open)
        and (area is None or entry.area == area)
        and (not stage or entry.stage == stage)
        and (not due or (entry.due is not None and first <= entry.due[:10] <= last))
    ]
    newest = sorted(kept[::-1], key=lambda entry: entry.created, reverse=True)
    return sorted(newest, key=lambda entry: (entry.due is None, entry.due or ""))


def due_range(given: str, now: datetime, begins: int = 0) -> tuple[str, str]:
    """The first and last ISO date of a range: a day, "overdue", "week", "<= friday", ">= june 1", "a..b".

    A week begins on the weekday `begins`, 0 for Monday. Raises `WrongUse` when it cannot be read.
    """
    text = given.strip().lower()
    today = now.date().isoformat()
    if text in ("overdue", "past", "still"):
        return "", (now.date() - timedelta(days=1)).isoformat()
    if text in ("week", "this week"):
        begin = now.date() - timedelta(days=(now.weekday() - begins) % 7)
        return begin.isoformat(), (begin + timedelta(days=6)).isoformat()
    if ".." in text:
        first, last = (part.strip() for part in text.split("..", 1))
        end = _day(last, now) if last else "9999-12-31"
        return _begin(first, end, now) if first else "", end
    for sign in ("<=", ">=", "<", ">"):
        if text.startswith(sign):
            day = _day(text[len(sign) :], now)
            return (
                ("", _moved(day, 0 if "=" in sign else -1))
                if sign[0] == "<"
                else (_moved(day, 0 if "=" in sign else 1), "9999-12-31")
            )
    return (today, today) if text == "today" else (_day(text, now), _day(text, now))


def _begin(given: str, end: str, now: datetime) -> str:
    """The first day of a range: where the next one so called is past the end, the one before ("june 1.." in June)."""
    day = _day(given, now)
    if day <= end or _day(given, now - timedelta(days=1)) == _moved(
        day, -1
    ):  # so many days from now: it has one meaning
        return day
    before = (_day(given, now - timedelta(days=back)) for back in (7, 365))
    return next((other for other in before if other <= end), day)


def _moved(day: str, days: int) -> str:
    try:
        return (datetime.fromisoformat(day) + timedelta(days=days)).date().isoformat()
    except OverflowError:  # the first or the last day there is
        return day


def _day(given: str, now: datetime) -> str:
    text = given.strip()
    if text[:-1].isdecimal() and text[-1:] in ("d", "w"):
        text = f"+{text}"
    found = when.read_all(text, now)
    if found is None:
        raise WrongUse(
            f"{given.strip()!r} is not a day that can be read. Try friday, june 12, <=7d or june 1..june 30."
        )
    return found[:10]
