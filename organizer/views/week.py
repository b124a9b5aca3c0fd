"""A week looked back on: what was done, on which days and where, what was kept, what went right, what comes next."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from organizer.archiving import horizon
from organizer.door.hours import is_office_day
from organizer.pages import standing_on
from organizer.practice import Practice
from organizer.records import Entry
from organizer.views.weeks import week_of
from organizer.when.saying import MONTHS
from organizer.word import measures as counting

NEXT, AREAS = 6, 7
"""How many things that come, and how many areas, are told."""


class Coming(NamedTuple):
    """What is due next: its words, its ISO due, and the name of its area ("" for none)."""

    text: str
    due: str
    area: str


class WeekView(NamedTuple):
    """A week from its `first` day on, as it begins for the person: an ISO date, a Monday or a Sunday.

    `theme` is the word it stood under, "" for none. `kept` of `promised` times a word was given that ended this week
    were kept. `opened` of `office_days` days the office was opened, of those that were office days and are not to come.
    `answered` is how many inquiries were answered. `days` has the tasks done on each of the seven days, `areas` those
    of each area by name, the most first. Wins stand by their stars, what was learned by its day.
    """

    first: str
    theme: str
    kept: int
    promised: int
    opened: int
    office_days: int
    answered: int
    days: tuple[int, ...]
    areas: tuple[tuple[str, int], ...]
    wins: tuple[str, ...]
    coming: tuple[Coming, ...]
    learned: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many tasks were done."""
        return sum(self.days)


def week(practice: Practice, day: date, now: datetime, zone: str = "") -> WeekView:
    """The week that has a day."""
    first, _ = week_of(practice, day)
    dates = [(first + timedelta(days=n)).isoformat() for n in range(7)]
    entries = _entries(practice, dates[0], now)
    finished = [one for one in entries if one.kind == "task" and one.stage == "done" and _on(one.closed, dates)]
    theme = _theme(practice, dates[6])
    kept, promised = _word(practice, dates, now, zone)
    opened, office_days = _office(practice, dates, now)
    return WeekView(
        dates[0],
        theme,
        kept,
        promised,
        opened,
        office_days,
        _answered(practice, dates, now),
        tuple(sum(str(one.closed)[:10] == date for one in finished) for date in dates),
        _areas(practice, finished),
        tuple(_wins(practice, dates, now)),
        _coming(practice, max(dates[6], now.date().isoformat()) if _over(dates, now) else now.date().isoformat()),
        tuple(_learned(practice, entries, dates)),
    )


def title(found: WeekView) -> str:
    """ "Week of June 8 – 14, 2026"."""
    first = date.fromisoformat(found.first)
    last = first + timedelta(days=6)
    year = f", {first.year}" if first.year != last.year else ""
    end = f"{last.day}" if first.month == last.month else f"{MONTHS[last.month - 1]} {last.day}"
    return f"Week of {MONTHS[first.month - 1]} {first.day}{year} – {end}, {last.year}"


def facts(found: WeekView) -> list[str]:
    """What stands under the title: theme, word, office, calls; only what there is something to say of."""
    said = [f"Theme: {found.theme}"] if found.theme else []
    said += [f"my word kept {found.kept} of {found.promised}"] if found.promised else []
    said += [f"office opened {found.opened} of {found.office_days} days"] if found.opened else []
    said += [f"{found.answered} who called answered"] if found.answered else []
    return said


def _on(at: str | None, dates: list[str]) -> bool:
    return bool(at) and dates[0] <= str(at)[:10] <= dates[6]


def _over(dates: list[str], now: datetime) -> bool:
    return dates[6] < now.date().isoformat()


def _records(practice: Practice, table: str, since: str, now: datetime) -> list[Any]:
    """The records of a table; of the archive only where the week may be in it."""
    if since >= horizon(now.isoformat()):
        return [*practice.table(table).values()]
    return [one for part in practice.everything(table) for one in part]


def _entries(practice: Practice, since: str, now: datetime) -> list[Entry]:
    return [one for one in _records(practice, "entries", since, now) if isinstance(one, Entry)]


def _theme(practice: Practice, day: str) -> str:
    themes: list[Any] = [one for one in practice.table("themes").values() if getattr(one, "since", "")[:10] <= day]
    return _line(max(themes, key=lambda one: one.since).name) if themes else ""


def _word(practice: Practice, dates: list[str], now: datetime, zone: str) -> tuple[int, int]:
    """How many times that ended this week were kept, and of how many."""
    until = min(now, datetime.fromisoformat(f"{dates[6]}T23:59:59"))
    told = counting.told(_records(practice, "commitments", dates[0], now), now, zone)
    found = counting.measures([one for one in told if _on(one.version.at, dates)], until, 8, zone)
    return found.kept, found.all


def _office(practice: Practice, dates: list[str], now: datetime) -> tuple[int, int]:
    gone = [date for date in dates if date <= now.date().isoformat()]
    opened = [date for date in gone if getattr(practice.look("days", date), "opened", None)]
    at_work = {day for day in gone if is_office_day(practice, date.fromisoformat(day))}
    return len(opened), len(at_work | set(opened))


def _answered(practice: Practice, dates: list[str], now: datetime) -> int:
    """Inquiries that were given an answer this week; one that was none does not count."""
    return sum(
        any(_on(answer.at, dates) and answer.outcome not in ("left word", "no inquiry") for answer in one.answers)
        for one in _records(practice, "inquiries", dates[0], now)
    )


def _wins(practice: Practice, dates: list[str], now: datetime) -> list[str]:
    """Those of the week, the ones with the most stars first."""
    found = [one for one in _records(practice, "wins", dates[0], now) if _on(one.at, dates)]
    return [_line(one.text) for one in sorted(found, key=lambda one: (-one.stars, one.at))]


def _areas(practice: Practice, finished: list[Entry]) -> tuple[tuple[str, int], ...]:
    """By area, the most first; what does not fit on the page together."""
    counts: dict[str, int] = {}
    for one in finished:
        name = _area(practice, one.area) or "No area"
        counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    rest = sum(count for _, count in ordered[AREAS - 1 :])
    return tuple(ordered) if len(ordered) <= AREAS else (*ordered[: AREAS - 1], ("Others", rest))


def _area(practice: Practice, id: str) -> str:
    area = practice.areas.get(id)
    return _line(area.name) if area else ""


def _coming(practice: Practice, after: str) -> tuple[Coming, ...]:
    """What is due after a day, the soonest first."""
    open_ones = (one for one in practice.entries.values() if one.open and one.kind != "note" and not one.someday)
    due = [one for one in open_ones if (one.due or "")[:10] > after]
    first = sorted(due, key=lambda one: (one.due or "", one.created))[:NEXT]
    return tuple(Coming(_line(one.text), one.due or "", _area(practice, one.area)) for one in first)


def _learned(practice: Practice, entries: list[Entry], dates: list[str]) -> list[str]:
    """What was found out, and the ideas that were written down."""
    found = [(str(one.closed), one.answer) for one in entries if one.answer and _on(one.closed, dates)]
    pages = {f"day:{date}" for date in dates}
    found += [
        (one.created, one.text)
        for one in entries
        if one.kind == "note" and "idea" in one.signifiers and any(standing_on(one, page) for page in pages)
    ]
    return [_line(text) for _, text in sorted(found)]


def _line(text: str) -> str:
    return " ".join(text.split())


def week_json(found: WeekView) -> dict[str, Any]:
    """The same for programs."""
    first = date.fromisoformat(found.first)
    days = [(first + timedelta(days=n)).isoformat() for n in range(7)]
    return {
        "first": found.first,
        "theme": found.theme or None,
        "done": found.done,
        "days": [{"date": day, "done": done} for day, done in zip(days, found.days, strict=True)],
        "areas": [{"name": name, "done": done} for name, done in found.areas],
        "word": {"kept": found.kept, "promised": found.promised},
        "office": {"opened": found.opened, "days": found.office_days},
        "answered": found.answered,
        "wins": [*found.wins],
        "coming": [{"text": one.text, "due": one.due, "area": one.area} for one in found.coming],
        "learned": [*found.learned],
    }
