"""Habits: what one chooses to track, ticked day by day. A score, never a chain; a pause takes days out of it."""

from __future__ import annotations

from datetime import date

from organizer.change import Change
from organizer.commands.command import Ask, Command, day_row, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, WrongUse
from organizer.practice import Practice
from organizer.records.journal import Habit

HERE = ("journal",)


def with_habit(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while something is tracked."""
    return "" if any(not habit.retired for habit in practice.habits.values()) else "Nothing is tracked yet."


def with_habits(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while something is tracked, or was."""
    return "" if practice.habits else "Nothing is tracked yet."


def _habit(ask: Ask) -> Habit:
    found = ask.practice.habits.get(str(ask.answers.get("habit", "")))
    if found is None:
        raise WrongUse("Choose what is tracked first.")
    return found  # type: ignore[no-any-return]


def _name(ask: Ask) -> str:
    name = clean(" ".join(str(ask.answers.get("name", "")).split()))
    if not name:
        raise WrongUse("Say what to track, in a word or two.")
    for habit in ask.practice.habits.values():
        if not habit.retired and habit.name.casefold() == name.casefold() and habit.id != ask.answers.get("habit"):
            raise Conflict("That is tracked already.")
    return name


def add(ask: Ask) -> Change:
    """Answer `name`; `since` an ISO date, today if it says nothing."""
    name = _name(ask)
    id, uuid = ask.new_id()
    order = max((habit.order for habit in ask.practice.habits.values()), default=0) + 1
    habit = Habit(id, uuid, name, order, str(ask.answers.get("since") or ask.today()))
    return Change(f"Tracking: {name}", (row("habits", None, habit),))


def rename(ask: Ask) -> Change:
    """Answers `habit`, `name`."""
    habit = _habit(ask)
    after = habit._replace(name=_name(ask))
    return Change(f"Tracking: {after.name}", (row("habits", habit, after),) if after != habit else ())


def tick(ask: Ask) -> Change:
    """Answers `habit`, `day` (ISO, today if it says nothing): ticked, then left out on purpose, then nothing."""
    habit = _habit(ask)
    try:
        day = date.fromisoformat(str(ask.answers.get("day") or ask.today())).isoformat()
    except ValueError:
        raise WrongUse("That is no day.") from None
    if day > ask.today():
        raise Conflict("That day is still to come.")
    before = ask.practice.day(day)
    ticked = tuple(id for id in before.ticked if id != habit.id)
    skipped = tuple(id for id in before.skipped if id != habit.id)
    if habit.id in before.ticked:
        after, label = before._replace(ticked=ticked, skipped=(*skipped, habit.id)), "Left out"
    elif habit.id in before.skipped:
        after, label = before._replace(ticked=ticked, skipped=skipped), "Cleared"
    else:
        after, label = before._replace(ticked=(*ticked, habit.id), skipped=skipped), "Ticked"
    rows = [day_row(ask.practice, after)]
    if day < habit.since:
        rows.append(row("habits", habit, habit._replace(since=day)))
    return Change(f"{label}: {habit.name}", tuple(rows))


def pause(ask: Ask) -> Change:
    """Answer `habit`: it rests from today on, those days do not count; once more and it goes on."""
    habit = _habit(ask)
    if _rests(habit):
        after = habit._replace(pauses=_rested(habit, ask.today()))
        return Change(f"Goes on: {habit.name}", (row("habits", habit, after),))
    after = habit._replace(pauses=(*habit.pauses, f"{ask.today()}.."))
    return Change(f"Rests: {habit.name}", (row("habits", habit, after),))


def _rests(habit: Habit) -> bool:
    return bool(habit.pauses) and habit.pauses[-1].endswith("..")


def _rested(habit: Habit, today: str) -> tuple[str, ...]:
    """Its pauses, the last of which ended yesterday; one of today alone never was."""
    *before, last = habit.pauses
    return tuple(before) if last.removesuffix("..") >= today else (*before, f"{last}{_before(today)}")


def _before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()


def retire(ask: Ask) -> Change:
    """Answer `habit`: no longer tracked; what was ticked stays. Once more takes it up again, and with `rested` that is
    true out of its rest as well."""
    habit = _habit(ask)
    label = "Tracking again" if habit.retired else "No longer tracked"
    rested = habit.retired and bool(ask.answers.get("rested")) and _rests(habit)
    pauses = _rested(habit, ask.today()) if rested else habit.pauses
    after = habit._replace(retired=not habit.retired, pauses=pauses)
    return Change(f"{label}: {habit.name}", (row("habits", habit, after),))


COMMANDS = (
    Command("habit.add", "Track a habit", "A row in the grid of the month.", add, places=HERE, asks="habit name"),
    Command("habit.rename", "Name a habit", "Other words for what is tracked; its ticks stay.", rename,
            places=HERE, asks="habit name", allowed=with_habit),
    Command("habit.tick", "Tick a habit", "Ticked, left out on purpose, nothing: a day of the grid.", tick,
            places=HERE, asks="the habit", allowed=with_habit),
    Command("habit.pause", "Let a habit rest", "Days of rest do not count; once more and it goes on.", pause,
            places=HERE, asks="the habit", allowed=with_habit),
    Command("habit.retire", "Stop tracking a habit", "Its ticks stay; once more takes it up again.", retire,
            places=HERE, asks="the habit", allowed=with_habits),
)  # fmt: skip
