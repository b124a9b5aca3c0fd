"""What the keys do on the rows of a month that are not lines: habits, and looking back."""

from __future__ import annotations

from typing import Any

from organizer.commands.turning import QUESTIONS
from organizer.views.months import days_of
from screens.desk import Desk
from screens.dialogs.ask import Asked, Question
from screens.journal.doing import attempt, choose_from, page_of, show
from screens.journal.month import Month

ON_HABIT = {"entry.drop": "habit.retire", "entry.pick": "habit.pause"}


def on_habit(desk: Desk, id: str) -> bool:
    """A key on a habit, or on the row that adds one; whether it meant something there."""
    journal = page_of(desk)
    leaf, habit = journal.leaf, journal.item.key.removeprefix("habit:")
    assert isinstance(leaf, Month)
    if habit == "new":
        if id in ("entry.open", "entry.done"):
            ask_habit(desk)
            return True
        return False
    if id in ("entry.done", "entry.open"):
        attempt(desk, "habit.tick", habit=habit, day=f"{journal.month}-{leaf.chosen:02}")
    elif id in ON_HABIT:
        attempt(desk, ON_HABIT[id], habit=habit)
    elif id == "entry.edit":
        ask_habit(desk, habit)
    elif id in ("move.left", "move.right"):
        size = len(days_of(journal.month))
        day = leaf.chosen + (1 if id == "move.right" else -1)
        if not 1 <= day <= size:
            return False
        journal.habit_day = day
        desk.canvas.redraw()
    else:
        return False
    return True


def ask_habit(desk: Desk, habit: str = "") -> None:
    """Ask what to track, or what to call it."""
    known = desk.office.practice.habits.get(habit)
    question = Question(
        f"Call it, instead of {known.name}" if known else "What would you like to track?",
        "a walk at lunch, notes before five",
        "track it",
    )
    command, answers = ("habit.rename", {"habit": habit}) if known else ("habit.add", {})
    choose_from(desk, Asked(desk.office, question, lambda text: desk.attempt(command, (), name=text, **answers)))


def on_month(desk: Desk, id: str) -> bool:
    """Enter on the row that looks back asks its question."""
    if page_of(desk).item.key != "look" or id not in ("entry.open", "entry.done"):
        return False
    look_back(desk)
    return True


def look_back(desk: Desk) -> None:
    """Ask the questions of the month's end, from the first that has no answer."""
    journal = page_of(desk)
    month = journal.month
    said = {line.entry.text.partition(":")[0] for line in _notes(desk, month)}
    left = [number for number, question in enumerate(QUESTIONS) if question not in said]
    if not left:
        desk.say("All three are answered; they stand on the page of the month.")
        return
    number = left[0]
    question = Question(f"{QUESTIONS[number]}{'?' if number < 2 else ''}", "in your own words", "keep it")

    def keep(text: str) -> str:
        why: str = desk.attempt("journal.look", (), month=month, question=number, text=text)
        if not why:
            desk.call_later(show, desk)
            if len(left) > 1:
                desk.call_later(look_back, desk)
        return why

    choose_from(desk, Asked(desk.office, question, keep))


def _notes(desk: Desk, month: str) -> list[Any]:
    from organizer.views.day import lines_of

    return [line for line in lines_of(desk.office.practice, f"month:{month}") if line.entry.kind == "note"]
