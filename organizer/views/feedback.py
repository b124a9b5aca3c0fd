"""What clients tell us, as it may be shown: figures of five answers at least, undated words, what was changed."""

from __future__ import annotations

from typing import Any, NamedTuple

from organizer.feedback.holding import LEAST
from organizer.feedback.measures import Measured, measured, periods
from organizer.feedback.questions import CAUTION, questions
from organizer.ids import short
from organizer.practice import Practice
from organizer.records.feedback import Comment, Heeded, Question, Round, Tally
from organizer.settings.privacy import FEEDBACK_LEAST


class Told(NamedTuple):
    """A question and its figures."""

    question: Question
    figures: Measured


class Telling(NamedTuple):
    """What is shown. `n` is how many replies, 0 below five; `first` and `last` the months they are of; `waiting`
    whether replies were taken in of which nothing is shown yet."""

    n: int
    first: str
    last: str
    told: tuple[Told, ...]
    comments: tuple[Comment, ...]
    heeded: tuple[Heeded, ...]
    rounds: tuple[Round, ...]
    waiting: bool

    @property
    def round(self) -> Round | None:
        """The round that is open."""
        return next((one for one in self.rounds if not one.closed), None)


def least_of(practice: Practice) -> int:
    """How many answers there must be, five or more as the person set it."""
    return max(LEAST, int(FEEDBACK_LEAST.of(practice)))


def feedback(practice: Practice) -> Telling:
    """The view."""
    least = least_of(practice)
    by_question: dict[str, list[Tally]] = {}
    for one in practice.table("tallies").values():
        if isinstance(one, Tally):
            by_question.setdefault(one.question, []).append(one)
    replies = [one for some in periods(by_question.pop("", []), least) for one in some]
    told = []
    for question in questions(practice):
        found = measured(by_question.get(question.id, []), least) if question.kind != "words" else None
        if found:
            told.append(Told(question, found))
    comments = [one for one in practice.table("comments").values() if isinstance(one, Comment) and not one.gone]
    heeded = [one for one in practice.table("heeded").values() if isinstance(one, Heeded)]
    rounds = [one for one in practice.table("rounds").values() if isinstance(one, Round)]
    n = sum(sum(one.counts) for one in replies)
    return Telling(
        n,
        min((one.first for one in replies), default=""),
        max((one.last for one in replies), default=""),
        tuple(told),
        tuple(sorted(comments, key=lambda one: one.id)) if n else (),
        tuple(sorted(heeded, key=lambda one: one.on, reverse=True)),
        tuple(sorted(rounds, key=lambda one: one.begun, reverse=True)),
        not n and bool(practice.table("held")),
    )


def feedback_json(view: Telling) -> dict[str, Any]:
    """As programs read it."""
    return {
        "caution": CAUTION,
        "replies": view.n or None,
        "first": view.first or None,
        "last": view.last or None,
        "questions": [
            {
                "id": one.question.id,
                "text": one.question.text,
                "short": one.question.short,
                "of": one.figures.of,
                "n": one.figures.n,
                "mean": round(one.figures.mean, 1),
                "high": one.figures.high,
                "low": one.figures.low,
                "care": one.figures.care,
                "change": one.figures.change,
                "periods": [
                    {"first": time.first, "last": time.last, "n": time.n, "mean": round(time.mean, 1)}
                    for time in one.figures.periods
                ],
            }
            for one in view.told
        ],
        "comments": [comment_json(one) for one in view.comments],
        "changed": [
            {"id": short(one.id), "said": one.said, "changed": one.changed, "on": one.on} for one in view.heeded
        ],
        "rounds": [
            {"id": short(one.id), "name": one.name, "begun": one.begun, "closed": one.closed} for one in view.rounds
        ],
    }


def comment_json(comment: Comment) -> dict[str, Any]:
    """What someone wrote."""
    return {
        "id": short(comment.id),
        "question": comment.question,
        "text": comment.text,
        "task": short(comment.entry) or None,
        "praise": comment.praise,
    }
