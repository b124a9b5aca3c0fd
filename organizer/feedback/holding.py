"""Small periods are merged forward until there are five: what comes of replies, and what is held for now.

A portion that was handed out never changes. So whatever is shown, now or before, for a month or for a year, is a sum
of whole portions of five answers at least, and so is the difference of any two such sums.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from organizer.feedback.questions import SIZE
from organizer.records.feedback import Held, Part, Question

LEAST = 5
"""Answers of which any is shown at least (interop.md, 3.3)."""


class Reply(NamedTuple):
    """One reply's month and scores, by question: 0 for the lowest point. Its words are not in here."""

    month: str
    scores: Mapping[str, int]


class Said(NamedTuple):
    """Words of a reply, without its scores."""

    month: str
    question: str
    text: str


class Portions(NamedTuple):
    """What of it is handed out: portions, and words in no order; and what is held."""

    parts: tuple[Part, ...]
    words: tuple[tuple[str, str], ...]
    held: Held


def portions(
    held: Held, replies: Iterable[Reply], said: Iterable[Said], known: Mapping[str, Question], least: int = LEAST
) -> Portions:
    """Add replies to what is held, month by month, and hand out each portion that has enough."""
    least = max(LEAST, least)
    by_month: dict[str, list[Reply]] = {}
    for reply in replies:
        by_month.setdefault(reply.month, []).append(reply)
    words_of: dict[str, list[tuple[str, str]]] = {}
    for one in said:
        words_of.setdefault(one.month, []).append((one.question, one.text))
    waiting = {part.question: part for part in held.parts}
    words = list(held.words)
    ready: list[tuple[str, str]] = []
    out: list[Part] = []
    for month in sorted({*by_month, *words_of}):
        words += words_of.get(month, [])
        for part in _counted(month, by_month.get(month, []), known):
            grown = _joined(waiting.pop(part.question, None), part)
            if sum(grown.counts) < least:
                waiting[part.question] = grown
                continue
            out.append(grown)
            if not part.question:
                ready, words = [*ready, *words], []
    months = tuple(sorted({*held.months, *by_month, *words_of}))
    left = tuple(waiting[name] for name in sorted(waiting))
    return Portions(
        tuple(out), tuple(sorted(ready)), held._replace(parts=left, words=tuple(sorted(words)), months=months)
    )


def _counted(month: str, replies: list[Reply], known: Mapping[str, Question]) -> list[Part]:
    """The replies of a month as counts: of the replies themselves first, then of each question."""
    if not replies:
        return []
    counts: dict[str, list[int]] = {}
    for reply in replies:
        for question, point in reply.scores.items():
            size = SIZE.get(known[question].kind, 0) if question in known else 0
            if 0 <= point < size:
                counts.setdefault(question, [0] * size)[point] += 1
    parts = [Part(name, month, month, tuple(counts[name])) for name in sorted(counts)]
    return [Part("", month, month, (len(replies),)), *parts]


def _joined(before: Part | None, part: Part) -> Part:
    if before is None:
        return part
    counts = tuple(a + b for a, b in zip(before.counts, part.counts, strict=True))
    return Part(part.question, min(before.first, part.first), max(before.last, part.last), counts)
