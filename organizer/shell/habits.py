"""`habits`: what is tracked day by day, from the shell."""

from __future__ import annotations

from organizer.door.past import past
from organizer.errors import Conflict, NotFound, WrongUse
from organizer.records.journal import Habit
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views import habits as view

CHANGES = ("add", "tick", "rename", "rest", "go-on", "stop")


def habits(shell: Shell, given: Given) -> int:
    """What is tracked this month, a row each; a change prints them as they are then."""
    if given.words:
        _change(shell, given.words[0], given.words[1:])
    today = shell.clock.today()
    rows = view.habits(shell.practice, today[:7], today)
    if given.json:
        shell.terminal.json(
            [
                {
                    "name": row.habit.name, "since": row.habit.since, "days": row.days, "ticked": row.ticked,
                    "of": row.counted, "rests": view.is_resting(row.habit), "stopped": row.habit.retired,
                }
                for row in rows
            ]
        )  # fmt: skip
        return 0
    shell.terminal.table([(flat(row.habit.name), row.score, _state(row.habit)) for row in rows], 0)
    if not rows:
        shell.terminal.tell("Nothing is tracked yet: organizer habits add NAME begins it.")
    return 0


def _state(habit: Habit) -> str:
    return "no longer tracked" if habit.retired else "rests" if view.is_resting(habit) else ""


def _habit(shell: Shell, name: str) -> Habit:
    """What is tracked, by its name or the beginning of it. Raises `NotFound`."""
    low = " ".join(name.split()).casefold()
    known = [one for one in shell.practice.habits.values() if isinstance(one, Habit)]
    begin = [one for one in known if one.name.casefold().startswith(low)]
    same = [one for one in begin if one.name.casefold() == low]
    found = _tracked(same) or _tracked(begin)
    if not low or len(found) != 1:
        raise NotFound(f"Nothing of the name {name!r} is tracked. `organizer habits` shows what is.")
    return found[0]


def _tracked(habits: list[Habit]) -> list[Habit]:
    """Those that are still tracked; where none is, all of them: something of the same name may have been before."""
    return [one for one in habits if not one.retired] or habits


def _change(shell: Shell, act: str, words: tuple[str, ...]) -> None:
    if act not in CHANGES or not words or (act == "rename" and len(words) < 2):
        raise WrongUse(f"Use it so: organizer habits [{'|'.join(CHANGES)}] NAME")
    run = shell.office.run
    if act == "add":
        change = run("habit.add", name=" ".join(words))
    elif act == "rename":
        change = run("habit.rename", habit=_habit(shell, words[0]).id, name=" ".join(words[1:]))
    elif act == "tick":
        change = run("habit.tick", habit=_habit(shell, words[0]).id, day=_day(shell, " ".join(words[1:])))
    else:
        habit = _habit(shell, " ".join(words))
        why = _not_so(habit, act)
        if why:
            raise Conflict(f"{why} Nothing was changed.")
        tracks = act == "stop" or habit.retired
        change = run("habit.retire" if tracks else "habit.pause", habit=habit.id, rested=act == "go-on")
    shell.terminal.tell(f"{change.label}." if change.rows else "It is so already; nothing was changed.")


def _not_so(habit: Habit, act: str) -> str:
    """Why something that is tracked cannot rest, go on or be stopped; "" where it can."""
    if habit.retired:
        return "" if act == "go-on" else "It is no longer tracked; `organizer habits go-on NAME` takes it up again."
    rests = view.is_resting(habit)
    return {
        "rest": "It rests already." if rests else "",
        "go-on": "" if rests else "It is tracked and does not rest.",
    }.get(act, "")


def _day(shell: Shell, words: str) -> str:
    """The day that is meant, today where none is said. Raises `WrongUse`."""
    if not words:
        return shell.clock.today()
    found = past(words, shell.clock.now(), day_first=shell.practice.day_first)
    if not found:
        raise WrongUse(f"{words!r} is no day that has been. Try yesterday, june 9.")
    return found[:10]
