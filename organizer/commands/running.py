"""One time through a ritual: begun, gone on with, answered. An answer runs the command it stands for, and no other."""

from __future__ import annotations

from typing import Any

from organizer.change import Change
from organizer.commands import COMMANDS as EVERY
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, WrongUse
from organizer.records.rituals import Answer, Run
from organizer.rituals.lists import answers, find, number

HERE = ("run",)


def begin(ask: Ask) -> Change:
    """Answers `ritual` and `brief`. A place is no act: undo passes over it."""
    ritual = find(ask.practice, str(ask.answers.get("ritual", "")))
    if not ritual.asked:
        raise WrongUse(f"{ritual.name} asks nothing yet. Give it a question first.")
    id, uuid = ask.new_id()
    made = Run(id, uuid, ritual.id, ask.stamp(), brief=bool(ask.answers.get("brief")), at=ritual.asked[0].id)
    return Change(f"Began: {ritual.name}", (row("runs", None, made),))._replace(undoes=-1)


def run_of(ask: Ask) -> Run:
    """The run that is meant. Raises `Conflict` when it is gone."""
    found = ask.practice.look("runs", str(ask.answers.get("run", "")))
    if not isinstance(found, Run):
        raise Conflict("That ritual is over. It can be begun again at any time.")
    return found


def go(ask: Ask) -> Change:
    """Answer `run`, and what of it is so now: `at`, `passed`, `skipped`, `brief`, `done`. Undo passes over it."""
    run = run_of(ask)
    said: dict[str, Any] = {name: ask.answers[name] for name in PLACE if name in ask.answers}
    done = ask.stamp() if said.pop("done", False) else run.done
    after = run._replace(**said, done=done, draft="", row="", way="", nth=0)
    return _placed(run, after)


PLACE = ("at", "passed", "skipped", "brief", "done")


def draft(ask: Ask) -> Change:
    """Answers `run`, `draft`, and what it is for: `row`, `way`, `nth`. Undo passes over it."""
    run = run_of(ask)
    typed = clean(str(ask.answers.get("draft", "")))
    said: dict[str, Any] = {name: str(ask.answers.get(name, "")) for name in ("row", "way")}
    return _placed(run, run._replace(draft=typed, nth=int(ask.answers.get("nth", 0)), **said))


def _placed(before: Run, after: Run) -> Change:
    rows = (row("runs", before, after),) if after != before else ()
    return Change("A place in a ritual", rows)._replace(undoes=-1)


def say(ask: Ask) -> Change:
    """Answers `run`, `question`, and `does`, the command that the answer stands for, `on` its ids, `given` its
    answers. All it does is one change, together with the note that it was done: so nothing is done twice."""
    run, question = run_of(ask), str(ask.answers.get("question", ""))
    id = str(ask.answers.get("does", ""))
    command, ids = EVERY.get(id), tuple(ask.answers.get("on") or ())
    if command is None or command.run is None:
        raise WrongUse(f"There is no command {id!r}.")
    why = command.allowed(ask.practice, ids)
    if why:
        raise WrongUse(why)
    change = command.run(ask._replace(ids=ids, answers=dict(ask.answers.get("given") or {})))
    if not change.rows:
        return change
    nth = max((number(one) for one in answers(ask.practice, run.id, question)), default=-1) + 1
    about = tuple(one.id for one in change.rows if one.table not in ("days", "settings"))
    made = Answer(f"{run.id}.{question}.{nth}", run.id, question, id, change.label, about, ask.stamp())
    return change._replace(rows=(*change.rows, row("answers", None, made)))


COMMANDS = (
    Command("ritual.begin", "Begin a ritual", "From its first question.", begin, places=HERE, asks="run",
            table="rituals"),
    Command("ritual.go", "A place in a ritual", "The question that is open.", go, places=HERE, asks="run",
            table="runs"),
    Command("ritual.draft", "What is being written in a ritual", "Kept as it is typed, taken up where it was left.",
            draft, places=HERE, asks="run", table="runs"),
    Command("ritual.say", "An answer in a ritual", "What it stands for is done.", say, places=HERE, asks="run",
            table="runs"),
    Command("run.on", "Next question", "Go on; with something typed, it is kept first.", key="enter", hint="next",
            places=HERE, group="Move"),
    Command("run.skip", "Leave it out", "This question is for another time.", key="s", hint="skip", places=HERE,
            group="Move"),
    Command("run.back", "Back a question", "The question before.", key="b", hint="back", places=HERE, group="Move"),
    Command("run.leave", "Stop here", "The place is kept, and what is typed.", key="escape", hint="stop here",
            places=HERE, group="Move"),
    Command("run.tick", "Choose or done", "Choose the row, tick it, or say that it is done.", key="space",
            hint="choose", places=HERE, group="Here"),
    Command("run.onward", "Carry it on", "To the next office day, to today, or for another week.",
            key="greater_than_sign", hint="next day", places=HERE, group="Here"),
    Command("run.later", "Another day for it", "A day for it; of a promise a new date, once they are told.", key="l",
            hint="plan it", places=HERE, group="Here"),
    Command("run.drop", "Let the row go", "It stays safe, struck through; undo brings it back.", key="delete",
            hint="let go", places=HERE, group="Here"),
    Command("run.reply", "The step that is next", "Answered, said so, put right: what the row waits for.", key="r",
            hint="answered", places=HERE, group="Here"),
    Command("run.ask", "Ask someone", "Ask for help with it, or note when to ask again.", key="t", hint="ask",
            places=HERE, group="Here"),
    Command("run.write", "Write a line", "To the line below the rows.", key="w", hint="write", places=HERE,
            group="Here"),
    Command("run.brief", "Only sixty seconds", "The short version from here on.", key="x", hint="60 seconds",
            places=HERE, group="Here"),
    Command("run.door", "Only the door", "Open or close the office now; the questions keep their place.", key="o",
            hint="door only", places=HERE, group="Here"),
)  # fmt: skip
