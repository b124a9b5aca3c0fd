"""What clients tell, in aggregate: nothing here says who answered, when, or what one person answered together.

Scores are kept as counts, a question at a time, in portions of five answers at least; words apart from them, in no
order and without a date. What is under five yet is `held`, which no view reads.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from organizer.records.docs import Doc


class Question(NamedTuple):
    """One question. `kind` is "scale" (1 to 5), "ten" (0 to 10) or "words"; `short` its name beside a figure."""

    id: str
    uuid: str = ""
    text: str = ""
    kind: str = "scale"
    short: str = ""
    order: int = 0
    extra: tuple[tuple[str, Any], ...] = ()


class Round(NamedTuple):
    """A time in which clients are asked; `begun` and `closed` are ISO dates."""

    id: str
    uuid: str = ""
    name: str = ""
    begun: str = ""
    closed: str | None = None
    extra: tuple[tuple[str, Any], ...] = ()


class Tally(NamedTuple):
    """A portion of answers to one question, five at least: how many chose each point of its scale.

    `question` is "" for the replies themselves; then `counts` is how many. `first` and `last` are months ("2026-03").
    """

    id: str
    uuid: str = ""
    question: str = ""
    first: str = ""
    last: str = ""
    counts: tuple[int, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()


class Comment(NamedTuple):
    """What someone wrote: undated, apart from all scores. `entry` is the task made of it, `praise` whether it was kept
    as a win, `gone` whether it was let go."""

    id: str
    uuid: str = ""
    question: str = ""
    text: str = ""
    entry: str = ""
    praise: bool = False
    gone: bool = False
    extra: tuple[tuple[str, Any], ...] = ()


class Heeded(NamedTuple):
    """You said, we changed: two lines, and the ISO date on which they were written."""

    id: str
    uuid: str = ""
    said: str = ""
    changed: str = ""
    on: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Part(NamedTuple):
    """Answers to one question that are fewer than five yet, as `Tally` has them."""

    question: str
    first: str
    last: str
    counts: tuple[int, ...]

    def doc(self) -> Doc:
        """As JSON."""
        return {"question": self.question, "first": self.first, "last": self.last, "counts": list(self.counts)}


class Held(NamedTuple):
    """What is under five yet; there is one record of it. `words` are [question, text] in the order of the alphabet,
    `months` all months of which replies were taken in."""

    id: str
    parts: tuple[Part, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()
    extra: tuple[tuple[str, Any], ...] = ()


def _parts(value: Any) -> tuple[Part, ...]:
    return tuple([Part(one["question"], one["first"], one["last"], tuple(one["counts"])) for one in value])


def _words(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple([(str(question), str(text)) for question, text in value])


FREEZE: dict[str, Any] = {"counts": tuple, "parts": _parts, "words": _words, "months": tuple}
"""How the lists and objects of JSON become what does not change."""
