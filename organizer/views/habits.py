"""Habits in the grid of a month: ticked, left out, resting; a score of the days that count, never a chain."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from organizer.practice import Practice
from organizer.records.journal import Habit


class HabitRow(NamedTuple):
    """A habit in a month. `days` has a letter for each: "x" ticked, "s" left out, "p" resting, "." open, " " not
    counted: before it began, or still to come. `ticked` of `counted` days is the score."""

    habit: Habit
    days: str
    ticked: int
    counted: int

    @property
    def score(self) -> str:
        """The score in words: "18 of 22 days"."""
        return f"{self.ticked} of {self.counted} {'day' if self.counted == 1 else 'days'}" if self.counted else ""


def resting(habit: Habit, day: str) -> bool:
    """Whether it rests on an ISO date."""
    for pause in habit.pauses:
        first, _, last = pause.partition("..")
        if first <= day and (not last or day <= last):
            return True
    return False


def habits(practice: Practice, month: str, today: str) -> list[HabitRow]:
    """Those tracked in a month, in their order: also one that is retired, where it was ticked."""
    size = monthrange(int(month[:4]), int(month[5:7]))[1]
    days = [f"{month}-{number:02}" for number in range(1, size + 1)]
    rows = [_row(practice, habit, days, today) for habit in practice.habits.values() if habit.since[:7] <= month]
    kept = [row for row in rows if not row.habit.retired or row.ticked]
    return sorted(kept, key=lambda row: (row.habit.order, row.habit.name))


def _row(practice: Practice, habit: Habit, days: list[str], today: str) -> HabitRow:
    letters = []
    for day in days:
        plan = practice.days.get(day)
        if plan and habit.id in plan.ticked:
            letters.append("x")
        elif plan and habit.id in plan.skipped:
            letters.append("s")
        elif day < habit.since or day > today or habit.retired:
            letters.append(" ")
        else:
            letters.append("p" if resting(habit, day) else ".")
    ticked = letters.count("x")
    still = today in days and letters[days.index(today)] == "."  # today counts once it is ticked: it is not over
    return HabitRow(habit, "".join(letters), ticked, ticked + letters.count(".") - still)


def is_resting(habit: Habit) -> bool:
    """Whether it rests now, until it is taken up again."""
    return bool(habit.pauses) and habit.pauses[-1].endswith("..")


def weekday(month: str, day: int) -> int:
    """The weekday of a day of a month, 0 for Monday."""
    return date(int(month[:4]), int(month[5:7]), day).weekday()
