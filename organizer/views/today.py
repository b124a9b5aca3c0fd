"""Today: three chosen, what else is due, what is still with me, and the office day."""

from datetime import date, datetime
from typing import NamedTuple

from organizer.door.hours import is_office_day
from organizer.practice import Practice
from organizer.records import Day, Entry, Theme
from organizer.views.first_steps import Note, note_for
from organizer.views.of_today import Frame, groups_of, week_from
from organizer.views.weeks import week_of

LONG_AWAY = 60
"""Days of a closure over which what was to be told then is still told."""


class WeekDay(NamedTuple):
    """One day of the week ahead: its ISO date, how many tasks and events stand on it, and whether it is an office
    day."""

    date: str
    tasks: int
    events: int
    office: bool = True


class TodayView(NamedTuple):
    """What the Today page and `organizer today` show.

    `three` in the order they were chosen; `also` events and timed tasks by the hour, then the rest;
    `told` what is due later and wants to be heard of now, the soonest first; `still` the longest with me first;
    `closed_today` the ids finished or let go today. `waiting` and `word` are fed by the Front Door and My Word; empty
    until someone waits or a promise is due. `week` begins today; `note` is what was written a year ago to be read now.
    `also_left` is how many of the others still ask for something, `planned` the minutes that what is open of today's
    three and the rest is said to take.
    """

    date: str
    theme: Theme | None
    day: Day
    three: tuple[Entry, ...]
    also: tuple[Entry, ...]
    still: tuple[Entry, ...]
    week: tuple[WeekDay, ...]
    days_kept: tuple[bool, ...]
    note: Note | None = None
    told: tuple[Entry, ...] = ()
    also_left: int = 0
    planned: int = 0

    @property
    def three_done(self) -> int:
        """How many of the three are finished."""
        return sum(not entry.open for entry in self.three)


def today(practice: Practice, now: datetime, keep: frozenset[str] = frozenset()) -> TodayView:
    """The view of a moment. `keep` holds ids finished while the page was looked at: they stay in place."""
    day, moment = now.date().isoformat(), now.isoformat(timespec="minutes")
    plan = practice.day(day)
    three = tuple(entry for entry in map(practice.entry, plan.three) if entry is not None)
    apart = practice.told.made(("today", day), lambda: _apart(practice, now.date()))
    frame = Frame(day, apart.since, frozenset(plan.three), keep)
    found = groups_of(practice, frame, moment)
    also, still, told = tuple(found.also), tuple(found.still), tuple(found.told)
    planned = found.minutes + sum(entry.estimate or 0 for entry in three if entry.open)
    pairs = zip(found.ahead.items(), apart.office, strict=True)
    week = tuple(WeekDay(day, tasks, events, office) for (day, (tasks, events)), office in pairs)
    theme, left = practice.theme(), found.left
    return TodayView(day, theme, plan, three, also, still, week, apart.kept, apart.note, told, left, planned)


class _Apart(NamedTuple):
    """What the day is apart from its entries: the last office day before it, which of its week are office days, which
    of those so far were kept, and the note of a year ago."""

    since: str
    office: tuple[bool, ...]
    kept: tuple[bool, ...]
    note: Note | None


def _apart(practice: Practice, today: date) -> _Apart:
    days = [date.fromisoformat(day) for day in week_from(today)]
    office = tuple(is_office_day(practice, day) for day in days)
    return _Apart(_since(practice, today), office, _kept(practice, today), note_for(practice, today))


def _since(practice: Practice, today: date) -> str:
    """The last office day before today: what was to be told on the days between is told now."""
    before = (date.fromordinal(max(1, today.toordinal() - days)) for days in range(1, LONG_AWAY))
    usual = date.fromordinal(max(1, today.toordinal() - 7))
    return next((day for day in before if is_office_day(practice, day)), usual).isoformat()


def _kept(practice: Practice, today: date) -> tuple[bool, ...]:
    """The office days of this week up to today, and whether the office was opened on each; none before the
    first day it ever was."""
    first = min((day.id for day in practice.days.values() if day.opened), default="")
    if not first:
        return ()
    from organizer.rituals.days import week

    found = week(practice, week_of(practice, today)[0], today, first)
    return tuple(one.how == "opened" for one in found if one.how != "rest" and one.date <= today.isoformat())
