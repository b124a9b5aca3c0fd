"""Today: three chosen, what else is due, what is still with me, and the office day."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from organizer.door.hours import is_office_day
from organizer.pages import standing_on
from organizer.practice import Practice
from organizer.records import CLOSED, Day, Entry, Theme
from organizer.repeat.notice import notices_of
from organizer.views.first_steps import Note, note_for
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

    @property
    def three_done(self) -> int:
        """How many of the three are finished."""
        return sum(not entry.open for entry in self.three)

    @property
    def planned(self) -> int:
        """Minutes that what is open of today's three and the rest is said to take."""
        return sum(entry.estimate or 0 for entry in (*self.three, *self.also) if entry.open)

    @property
    def also_left(self) -> int:
        """How many of the others still ask for something."""
        return sum(entry.open for entry in self.also)


def today(practice: Practice, now: datetime, keep: frozenset[str] = frozenset()) -> TodayView:
    """The view of a moment. `keep` holds ids finished while the page was looked at: they stay in place."""
    day, moment = now.date().isoformat(), now.isoformat(timespec="minutes")
    plan = practice.day(day)
    three = tuple(entry for entry in map(practice.entry, plan.three) if entry is not None)
    chosen = frozenset(plan.three)
    also: list[Entry] = []
    still: list[Entry] = []
    told: list[Entry] = []
    since = _since(practice, now.date())
    ahead = _week(now.date())
    page = f"day:{day}"
    for entry in practice.entries.values() if keep else practice.unfinished():
        is_open = entry.stage not in CLOSED
        kind, start = entry.kind, entry.start
        if kind == "note" or not (is_open or entry.id in keep) or (start and start > moment):
            continue
        if entry.someday:
            continue
        due = (entry.due or "")[:10]
        if entry.nudge and entry.waiting_for and is_open and (not due or due > day):
            due = entry.nudge[:10]  # the day to ask again
        if is_open and due in ahead:
            ahead[due][kind == "event"] += 1
        if entry.id in chosen:
            continue
        if due == day or (not due and entry.placements and standing_on(entry, page)):
            also.append(entry)
        elif due and due < day and kind == "task":
            still.append(entry)
        elif is_open and due > day and any(since < notice[:10] <= day for notice in _notices(entry)):
            told.append(entry)
    told.sort(key=_longest_first)
    also.sort(key=_by_the_hour)
    still.sort(key=_longest_first)
    week, kept = _days_of(practice, ahead), _kept(practice, now.date())
    note = note_for(practice, now.date())
    return TodayView(day, practice.theme(), plan, three, tuple(also), tuple(still), week, kept, note, tuple(told))


def _days_of(practice: Practice, ahead: dict[str, list[int]]) -> tuple[WeekDay, ...]:
    return tuple(
        WeekDay(day, tasks, events, is_office_day(practice, date.fromisoformat(day)))
        for day, (tasks, events) in ahead.items()
    )


def _notices(entry: Entry) -> list[str]:
    """When to tell of an entry; most have nothing to tell."""
    return notices_of(entry) if entry.reminders or (entry.repeat and entry.repeat.leads) else []


def _since(practice: Practice, today: date) -> str:
    """The last office day before today: what was to be told on the days between is told now."""
    before = (date.fromordinal(max(1, today.toordinal() - days)) for days in range(1, LONG_AWAY))
    usual = date.fromordinal(max(1, today.toordinal() - 7))
    return next((day for day in before if is_office_day(practice, day)), usual).isoformat()


def _week(first: date) -> dict[str, list[int]]:
    days = min(7, (date.max - first).days + 1)
    return {(first + timedelta(days=n)).isoformat(): [0, 0] for n in range(days)}


def _by_the_hour(entry: Entry) -> tuple[str, bool, str]:
    due = entry.due or ""
    return (due[11:] or "~", "priority" not in entry.signifiers, entry.created)


def _longest_first(entry: Entry) -> tuple[str, str]:
    return (entry.due or "", entry.created)


def _kept(practice: Practice, today: date) -> tuple[bool, ...]:
    """The office days of this week up to today, and whether the office was opened on each; none before the
    first day it ever was."""
    first = min((day.id for day in practice.days.values() if day.opened), default="")
    if not first:
        return ()
    from organizer.rituals.days import week

    found = week(practice, week_of(practice, today)[0], today, first)
    return tuple(one.how == "opened" for one in found if one.how != "rest" and one.date <= today.isoformat())
