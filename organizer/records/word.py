"""What was promised: a commitment is a promise with someone it is owed to, and its history as dated steps.

Field guide, section 2. Its state is never stored: it follows from the steps and the time (`organizer.word.states`).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from organizer.records.docs import Doc

WHOM = ("client", "colleague", "payer", "board", "self", "other")
"""To whom a word can be given."""


class Step(NamedTuple):
    """One thing that happened with a commitment.

    `kind` is one of `organizer.word.states.STEPS`, `at` the local time (ISO, seconds). `due` is the time it set, ISO,
    `zone` the time zone that this is meant in ("" for wherever the person is), `how` the channel, `note` one line in
    the person's own words, `told` whether those concerned were told, and `owed` False for a step of repair that is
    not owed here.
    """

    kind: str
    at: str
    due: str | None = None
    zone: str = ""
    how: str = ""
    note: str = ""
    told: bool = False
    owed: bool = True


class Commitment(NamedTuple):
    """A promise: `text` is what, `who` the code or role it is owed to and `whom` which kind of person that is.

    `entry` is the id of the entry it was given from, `tasks` those its repair put on the Board, `repairs` the id of
    the commitment that it puts right. `confirmed` and `chosen` are the answers of the check on entry, `serves` what
    it is good for. `repeat` is an RRULE, or "".
    """

    id: str
    uuid: str = ""
    text: str = ""
    who: str = ""
    whom: str = "other"
    steps: tuple[Step, ...] = ()
    area: str = ""
    theme: str = ""
    entry: str = ""
    tasks: tuple[str, ...] = ()
    repairs: str = ""
    confirmed: bool | None = None
    chosen: bool | None = None
    serves: str = ""
    repeat: str = ""
    created: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


def _steps(value: Any) -> tuple[Step, ...]:
    return tuple([_step(part) for part in value])


def _step(part: Doc) -> Step:
    """A step from JSON. Raises `TypeError` for one of a newer version, which would lose what it cannot hold."""
    return Step(**part)


FREEZE: dict[str, Any] = {"steps": _steps, "tasks": tuple}
