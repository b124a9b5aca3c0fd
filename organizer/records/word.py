"""What was promised: a commitment is a promise with someone it is owed to, and its history as dated steps.

Field guide, section 2. Its state is never stored: it follows from the steps and the time (`organizer.word.states`).
"""

from typing import Any, NamedTuple

from organizer.records import FREEZE as OF_ENTRIES
from organizer.records import Repeat
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
    extra: tuple[tuple[str, Any], ...] = ()

    def doc(self) -> Doc:
        """As JSON: the first two fields always, the others where they say something."""
        usual = Step._field_defaults
        pairs = zip(self._fields[:-1], self[:-1], strict=True)
        return {**{name: value for name, value in pairs if value != usual.get(name, 0)}, **dict(self.extra)}


class Commitment(NamedTuple):
    """A promise: `text` is what, `who` the code or role it is owed to and `whom` which kind of person that is.

    `entry` is the id of the entry it was given from, `tasks` those its repair put on the Board, `repairs` the id of
    the commitment that it puts right. `confirmed` and `chosen` are the answers of the check on entry, `serves` what
    it is good for. `estimate` is in minutes. A promise that comes back is a new one each time: `repeat` is the rule
    and goes on to the newest of them, `follows` the id of the one before.
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
    repeat: Repeat | None = None
    follows: str = ""
    estimate: int | None = None
    created: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


def _steps(value: Any) -> tuple[Step, ...]:
    return tuple([_step(part) for part in value])


def _step(part: Doc) -> Step:
    """A step from JSON; what this version does not know is kept."""
    known = {name: value for name, value in part.items() if name in _KNOWN}
    return Step(**known, extra=tuple([pair for pair in part.items() if pair[0] not in _KNOWN]))


_KNOWN = frozenset(Step._fields) - {"extra"}

FREEZE: dict[str, Any] = {"steps": _steps, "tasks": tuple, "repeat": OF_ENTRIES["repeat"]}
"""How the lists and objects of JSON become what does not change."""
