"""From a table and what its columns are to replies: scores by month, and words apart from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from organizer.feedback.columns import TAKEN, Column, words_of
from organizer.feedback.holding import LEAST, Reply, Said
from organizer.feedback.months import day_first, month
from organizer.feedback.questions import plain
from organizer.feedback.reading import Table
from organizer.feedback.review import spots
from organizer.feedback.scores import point
from organizer.records.feedback import Question

EMPTY = frozenset(("", "-", "--", ".", "n/a", "na", "none", "no", "nothing", "no comment", "nil", "x"))
"""Words that say nothing."""
ASKED_AT_MOST, SHORT_AT_MOST = 200, 28


class Gathered(NamedTuple):
    """What would be taken in. `dropped` are headings of personal columns, `left` those of others that are left out;
    `undated` whether some rows have no month that can be read, so that they count as of this one."""

    replies: tuple[Reply, ...]
    said: tuple[Said, ...]
    questions: tuple[Question, ...]
    dropped: tuple[str, ...]
    left: tuple[str, ...]
    undated: bool

    @property
    def months(self) -> tuple[str, ...]:
        """The months of the replies."""
        return tuple(sorted({one.month for one in self.replies}))

    @property
    def many(self) -> str:
        """How many replies, in words that tell nothing of fewer than five."""
        return f"{len(self.replies):,} replies" if len(self.replies) >= LEAST else "fewer than five replies"


def gather(
    table: Table,
    columns: Sequence[Column],
    now_month: str,
    known: Sequence[Question],
    day_before: bool,
    since: str = "",
) -> Gathered:
    """The replies of a table; of columns that are not taken nothing is looked at but their heading."""
    taken = [one for one in columns if one.use in TAKEN]
    asked = {one.at: _asked(one, number, known) for number, one in enumerate(taken)}
    time = next((one.at for one in columns if one.use == "time"), -1)
    first = day_first((row[time] for row in table.rows), day_before) if time >= 0 else day_before
    replies: list[Reply] = []
    said: list[Said] = []
    undated = False
    for row in table.rows:
        when = month(row[time], first) if time >= 0 else ""
        undated = undated or not when
        when = min(when or now_month, now_month)
        if when < since:
            continue
        scores, words = _of_row(row, taken, asked)
        if scores or words:
            replies.append(Reply(when, scores))
            said += [Said(when, question, text) for question, text in words]
    dropped = tuple(one.head for one in columns if one.use == "personal")
    left = tuple(one.head for one in columns if one.use == "left")
    return Gathered(tuple(replies), tuple(said), tuple(asked.values()), dropped, left, undated)


def _of_row(
    row: tuple[str, ...], taken: list[Column], asked: dict[int, Question]
) -> tuple[dict[str, int], list[tuple[str, str]]]:
    scores: dict[str, int] = {}
    words: list[tuple[str, str]] = []
    for one in taken:
        cell, question = row[one.at], asked[one.at]
        if one.use == "words":
            text = " ".join(cell.split())
            if text.casefold().strip(" .!") not in EMPTY:
                words.append((question.id, text))
            continue
        at = point(cell, one.use)
        if at is not None:
            scores[question.id] = at
    return scores, words


def _asked(column: Column, number: int, known: Sequence[Question]) -> Question:
    """The question of a column: one that is there, or a new one by the heading, with an id for the while."""
    text = words_of(column.head)[:ASKED_AT_MOST]
    wanted = column.question
    for one in known:
        if one.kind == column.use and (one.id == wanted or (not wanted and plain(one.text) == plain(text))):
            return one
    short = text if len(text) <= SHORT_AT_MOST else f"{text[: SHORT_AT_MOST - 1].rstrip()}…"
    return Question(f"new:{number}", "", text, column.use, short.rstrip("?.: ") if short == text else short)


def to_review(said: Sequence[Said], names: Collection[str]) -> list[int]:
    """The places of those words in which somebody may be named."""
    return [at for at, one in enumerate(said) if spots(one.text, names)]
