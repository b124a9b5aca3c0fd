"""What a question shows, and what an answer does: the shapes that the terminal and the full screen both draw from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records.rituals import Answer, Question, Run

ROWS = 7
"""At most so many rows are shown at a time (look.md 10.8)."""


class Way(NamedTuple):
    """What can be done with a row: tick, later, on, drop, reply or ask, and the word beside its key. `needs` is what is
    asked for first, as words before the line; "" for nothing."""

    name: str
    word: str
    needs: str = ""


class Row(NamedTuple):
    """A row to decide about: `key` names it, `on` is whether it is ticked, `number` its place among those that are.
    `fact` stands at the right, before the minutes and the dread."""

    key: str
    text: str
    fact: str = ""
    ways: tuple[Way, ...] = ()
    on: bool = False
    number: int = 0
    minutes: int | None = None
    dread: int = 0


class Shown(NamedTuple):
    """What a question shows: lines to read, rows (all of them), the words where one can write ("" for nowhere), and
    what stands there when there is nothing to decide. `one` is a choice of one among the rows; `many` means that after
    a line another may follow; where it is only `asked` for, the line is not open at once."""

    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    writes: str = ""
    quiet: str = ""
    one: bool = False
    many: bool = False
    asked: bool = False


class Act(NamedTuple):
    """A command, the ids it is about and its answers. `before` runs first, where it has to; `then` is the command that
    is run afterwards on what was made."""

    command: str
    ids: tuple[str, ...] = ()
    answers: Mapping[str, Any] = {}
    before: tuple[str, ...] = ()
    then: tuple[str, Mapping[str, Any]] = ("", {})


class Scene(NamedTuple):
    """Everything a question may look at."""

    practice: Practice
    now: datetime
    zone: str
    run: Run
    question: Question
    answers: tuple[Answer, ...] = ()

    @property
    def today(self) -> str:
        """Today as an ISO date."""
        return self.now.date().isoformat()


def nothing(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """There is no row to do anything with."""
    return None


def unwritten(scene: Scene, text: str) -> Act | None:
    """There is no line to write."""
    return None


def stays(scene: Scene) -> Act | None:
    """Going on does nothing by itself."""
    return None


class Kind(NamedTuple):
    """A kind of question: what it is, for who chooses one; what it shows; what a row's way and a written line do, and
    what going on from it does (not skipping it)."""

    about: str
    show: Callable[[Scene], Shown]
    take: Callable[[Scene, Row, str, str], Act | None] = nothing
    write: Callable[[Scene, str], Act | None] = unwritten
    leave: Callable[[Scene], Act | None] = stays
