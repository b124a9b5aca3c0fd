"""Who is at the front door: those who wait to hear from me, those who went away quietly, and when it stays shut."""

from typing import Any, NamedTuple

from organizer.records.docs import Doc


class Closure(NamedTuple):
    """Days on which the office keeps no usual hours: `first` to `last`, ISO dates, both of them included; `what` says
    why. With `opens` and `closes` ("HH:MM") those are the hours then; without, it is closed. The shortest closure that
    holds a day says how that day is (`organizer.door.hours`)."""

    id: str
    uuid: str = ""
    first: str = ""
    last: str = ""
    what: str = ""
    opens: str = ""
    closes: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Answer(NamedTuple):
    """What was done for an inquiry: `outcome` is one of `organizer.door.outcomes.OUTCOMES`, `at` the local time (ISO,
    seconds) in `zone`, `how` the channel, `note` one line in the person's own words, `names` how many others were
    named, `review` the ISO date on which the waitlist is looked at again."""

    outcome: str
    at: str
    zone: str = ""
    how: str = ""
    note: str = ""
    names: int = 0
    review: str = ""
    extra: tuple[tuple[str, Any], ...] = ()

    def doc(self) -> Doc:
        """As JSON: the first two fields always, the others where they say something."""
        usual = Answer._field_defaults
        pairs = zip(self._fields[:-1], self[:-1], strict=True)
        return {**{name: value for name, value in pairs if value != usual.get(name, None)}, **dict(self.extra)}


class Inquiry(NamedTuple):
    """Someone who waits for an answer: `text` is what about, `who` a neutral code or a role, `how` the channel they
    came by, `received` the local time (ISO, seconds) in `zone`; `full` whether the practice took nobody new then. How
    it stands follows from its `answers` (`organizer.door.outcomes`)."""

    id: str
    uuid: str = ""
    text: str = ""
    who: str = ""
    how: str = ""
    received: str = ""
    zone: str = ""
    full: bool = False
    answers: tuple[Answer, ...] = ()
    created: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Quiet(NamedTuple):
    """Someone who came and came no more, to follow up once: `who` is their code, `since` the ISO date they were there
    last, `followed` when that was done (ISO), `how` by which way. `outcome` is "" as long as it is open."""

    id: str
    uuid: str = ""
    who: str = ""
    since: str = ""
    note: str = ""
    followed: str = ""
    how: str = ""
    outcome: str = ""
    closed: str = ""
    created: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Script(NamedTuple):
    """Words to say, of one's own. `of` names the shipped ones that they stand in the place of."""

    id: str
    uuid: str = ""
    name: str = ""
    text: str = ""
    of: str = ""
    order: int = 0
    extra: tuple[tuple[str, Any], ...] = ()


def _answers(value: Any) -> tuple[Answer, ...]:
    return tuple([_answer(part) for part in value])


def _answer(part: Doc) -> Answer:
    """An answer from JSON; what this version does not know is kept."""
    known = {name: value for name, value in part.items() if name in _KNOWN}
    return Answer(**known, extra=tuple([pair for pair in part.items() if pair[0] not in _KNOWN]))


_KNOWN = frozenset(Answer._fields) - {"extra"}

FREEZE: dict[str, Any] = {"answers": _answers}
"""How the lists and objects of JSON become what does not change."""
