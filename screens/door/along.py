"""What the keys of the way in and of what clients tell do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.path.finding import find
from organizer.records.path import Snag
from screens.asking import Asks, Question
from screens.desk import Desk
from screens.door import asked, telling, way
from screens.widgets.lane import Item

Keep = Callable[[dict[str, str]], str]


def _page(desk: Desk) -> Any:
    """The page that is open, which is the Front Door wherever a row of it is meant."""
    return desk.page


def _item(desk: Desk) -> Item:
    found: Item = _page(desk).item if desk.place == "door" else Item("", "")
    return found


def _ask(desk: Desk, title: str, questions: tuple[Question, ...], keep: Keep, command: str, **begun: str) -> None:
    desk.app.push_screen(Asks(desk.office, desk.ink, title, questions, keep, command, begun, bool(begun)))


# -- the way in


def _snag(desk: Desk, command: Command) -> None:
    """Note a snag at the stop that is open."""
    stop = way.here(_page(desk)).stop

    def keep(answers: dict[str, str]) -> str:
        return str(desk.attempt(command.id, (), stop=stop.id, **answers))

    title = f"A snag at {stop.name}"
    desk.app.push_screen(Asks(desk.office, desk.ink, title, asked.SNAG, keep, command.id))


def _chosen(desk: Desk) -> Snag | None:
    """The snag under the cursor; None, and a kind sentence, when there is none."""
    item = _item(desk)
    if item.kind in ("way snag", "way gone"):
        return find(desk.office.practice, item.key)
    if item.kind == "way task":
        open_ = (one for one in way.here(_page(desk)).snags if one.entry == item.key)
        return next(open_, None)
    desk.say("Choose a snag first: ↑ ↓ move, or click one.", care=True)
    return None


def _edit(desk: Desk, command: Command) -> None:
    snag = _chosen(desk)
    if snag is None:
        return
    stops = {one.stop.id: one.stop.name for one in way.seen(_page(desk)).stops}

    def keep(answers: dict[str, str]) -> str:
        return str(desk.attempt(command.id, (snag.id,), **answers))

    begun = {"text": snag.text, "weight": str(snag.weight), "stop": stops.get(snag.stop, "")}
    _ask(desk, "Change a snag", (*asked.SNAG, asked.STOP), keep, command.id, **begun)


def _task(desk: Desk, command: Command) -> None:
    """A snag becomes a task: what would make it simpler."""
    snag = _chosen(desk)
    if snag is None:
        return
    simpler = way.here(_page(desk)).stop.simpler
    questions = (asked.TASK._replace(help=simpler or asked.TASK.help),)

    def keep(answers: dict[str, str]) -> str:
        return str(desk.attempt(command.id, (snag.id,), **answers))

    desk.app.push_screen(Asks(desk.office, desk.ink, "A task from a snag", questions, keep, command.id))


def _smooth(desk: Desk, command: Command) -> None:
    """It is gone: how it is now. Once more takes it up again."""
    snag = _chosen(desk)
    if snag is None:
        return
    if snag.closed:
        desk.attempt(command.id, (snag.id,))
        return

    def keep(answers: dict[str, str]) -> str:
        return str(desk.attempt(command.id, (snag.id,), **answers))

    questions = (asked.AFTER._replace(help=f"It was: {snag.text}"),)
    desk.app.push_screen(Asks(desk.office, desk.ink, "Smooth now", questions, keep, command.id))


def _seen(desk: Desk, command: Command) -> None:
    """The stop that is open is seen; on to the next."""
    stop = way.here(_page(desk)).stop
    _page(desk).stop = ""
    why = desk.attempt(command.id, (), stop=stop.id)
    if why:
        desk.say(why, care=True)


def _stop(title: str, questions: tuple[Question, ...]) -> Callable[[Any, Command], None]:
    """A command of the stop that is open, with its questions; without any it is done at once."""

    def go(desk: Desk, command: Command) -> None:
        stop = way.here(_page(desk)).stop

        def keep(answers: dict[str, str]) -> str:
            given = {**answers, "after" if command.id == "stops.add" else "stop": stop.id}
            return str(desk.attempt(command.id, (), **given))

        if not questions:
            why = keep({})
            if why:
                desk.say(why, care=True)
            return
        names = ("name", "look", "simpler") if command.id == "stops.edit" else ()
        _ask(desk, f"{title} {stop.name}", questions, keep, command.id, **{n: getattr(stop, n) for n in names})

    return go


# -- what clients tell


def _of_comment(title: str, questions: tuple[Question, ...], quoting: bool) -> Callable[[Any, Command], None]:
    """A command of the comment under the cursor; `quoting` begins with its words."""

    def go(desk: Desk, command: Command) -> None:
        item = _item(desk)
        if item.kind != "tell comment":
            desk.say("Choose a comment first: ↑ ↓ move, or click one.", care=True)
            return

        def keep(answers: dict[str, str]) -> str:
            return str(desk.attempt(command.id, (item.key,), **answers))

        begun = {"text": item.data.text} if quoting else {}
        _ask(desk, title, questions, keep, command.id, **begun)

    return go


def _lines(desk: Desk, command: Command) -> None:
    """You said, we changed."""

    def keep(answers: dict[str, str]) -> str:
        return str(desk.attempt(command.id, (), **answers))

    _ask(desk, "You said, we changed", asked.CHANGED, keep, command.id)


def _unsay(desk: Desk, command: Command) -> None:
    item = _item(desk)
    if item.kind == "tell heeded":
        desk.attempt(command.id, (), heeded=item.key)
    else:
        desk.say("Choose what was changed first: ↑ ↓ move, or click it.", care=True)


def _question(desk: Desk, command: Command) -> None:
    """Choose one of the office's questions, and put it otherwise."""
    from screens.feedback.asked import choose

    choose(desk, command.id)


def _round(desk: Desk, command: Command) -> None:
    """Begin a round under a name, or close the one that is open."""
    if telling.seen(_page(desk)).round:
        desk.attempt(command.id)
        return

    def keep(answers: dict[str, str]) -> str:
        return str(desk.attempt(command.id, (), **answers))

    _ask(desk, "A round of feedback", asked.ROUND, keep, command.id)


def _replies(desk: Desk, command: Command) -> None:
    from screens.feedback.ways import take_in

    take_in(desk)


def _feedback(desk: Desk) -> None:
    from screens.feedback.ways import ask

    ask(desk)


ABOUT: dict[str, Callable[[Any], None]] = {"feedback.ask": _feedback}
ASKING: dict[str, Callable[[Any, Command], None]] = {
    "snag": _snag,
    "snag edit": _edit,
    "snag task": _task,
    "after": _smooth,
    "stop seen": _seen,
    "stop add": _stop("A stop behind", asked.STOPS),
    "stop edit": _stop("The stop", asked.STOPS),
    "stop move": _stop("Move", asked.BY),
    "stop out": _stop("Leave out", ()),
    "replies": _replies,
    "question": _question,
    "round": _round,
    "comment task": _of_comment("A task from a comment", asked.COMMENT, quoting=False),
    "comment praise": _of_comment("Kept as a win", asked.PRAISE, quoting=True),
    "changed": _lines,
    "heeded": _unsay,
}

INSTEAD = {
    ("door.edit", "way snag"): "path.edit",
    ("door.edit", "way gone"): "path.edit",
    ("door.edit", "way task"): "entry.open",
    ("path.smooth", "way task"): "entry.done",
    ("path.drop", "tell comment"): "feedback.drop",
    ("path.drop", "tell heeded"): "feedback.unsay",
}
"""A key on a row of another kind: what it means there."""


def take(desk: Desk, id: str) -> bool:
    """A key on a row of the way in; whether it was taken."""
    if desk.place != "door":
        return False
    if id in ("move.left", "move.right") and _page(desk).seen == "door":
        if way.step(desk.page, -1 if id == "move.left" else 1):
            desk.canvas.redraw()
            desk.frame()
        return True
    other = INSTEAD.get((id, _item(desk).kind))
    if other:
        from screens.doing import do

        do(desk, other)
    elif id == "path.smooth" and _item(desk).kind in ("waiting", "listed") and "door.answer" in COMMANDS:
        from screens.doing import do

        do(desk, "door.answer")
        return True
    return bool(other)
