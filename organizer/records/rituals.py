"""Rituals: a list of small questions as it was changed or made, each time through one, and what was answered."""

from __future__ import annotations

from typing import Any, NamedTuple

from organizer.records.docs import Doc


class Question(NamedTuple):
    """One question, and the kindness below it. `kind` says what it shows and where its answer goes
    (`organizer.rituals.kinds`); one that is `off` is not asked."""

    id: str
    ask: str = ""
    kindness: str = ""
    kind: str = "line"
    off: bool = False
    extra: tuple[tuple[str, Any], ...] = ()

    def doc(self) -> Doc:
        """As JSON: the first four fields always, `off` where it is."""
        pairs = zip(self._fields[:4], self[:4], strict=True)
        return {**dict(pairs), **({"off": True} if self.off else {}), **dict(self.extra)}


class Ritual(NamedTuple):
    """A ritual. Of those an office begins with only what was changed is kept, whole; a retired one rests.

    `minutes` is how long it usually takes, `after` the event it follows. `rhythm` is day, week, month, quarter, year,
    "" for whenever, or how it comes round in words ("every second tuesday", counted from the day `since`); `at` a time
    "HH:MM", or opens, pause or closes. `short` are the questions of its 60-second version.
    """

    id: str
    uuid: str = ""
    name: str = ""
    minutes: int = 5
    after: str = ""
    rhythm: str = ""
    at: str = ""
    since: str = ""
    short: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    order: int = 0
    retired: bool = False
    extra: tuple[tuple[str, Any], ...] = ()

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked, in order."""
        return tuple(one for one in self.questions if not one.off)


class Run(NamedTuple):
    """One time through a ritual, `begun` and `done` in local time; "" as long as it is not done.

    `at` is the question that is open, `passed` those that are behind, `skipped` those of them that were left out.
    What is typed and not yet entered is in `draft`: for the question `at`, the row and the way it is for ("" for the
    writing line), and `nth`, how many answers the question had then. It counts only while all of that is still so.
    """

    id: str
    uuid: str = ""
    ritual: str = ""
    begun: str = ""
    done: str = ""
    brief: bool = False
    at: str = ""
    passed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    draft: str = ""
    row: str = ""
    way: str = ""
    nth: int = 0
    extra: tuple[tuple[str, Any], ...] = ()


class Answer(NamedTuple):
    """What was done in answer to a question of a run: `did` is the command, `what` its name for people, `about` the ids
    of the records. Its id is "RUN.QUESTION.NUMBER"."""

    id: str
    run: str = ""
    question: str = ""
    did: str = ""
    what: str = ""
    about: tuple[str, ...] = ()
    at: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


def _questions(value: Any) -> tuple[Question, ...]:
    return tuple([_question(part) for part in value])


def _question(part: Doc) -> Question:
    """A question from JSON; what this version does not know is kept."""
    known = {name: value for name, value in part.items() if name in _KNOWN}
    return Question(**known, extra=tuple([pair for pair in part.items() if pair[0] not in _KNOWN]))


_KNOWN = frozenset(Question._fields) - {"extra"}

FREEZE: dict[str, Any] = {
    "questions": _questions,
    **dict.fromkeys(("short", "passed", "skipped", "about"), tuple),
}
"""How the lists and objects of JSON become what does not change."""
