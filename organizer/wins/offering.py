"""What is worth a star after a change: offered, never forced, once for each thing that happened (look.md 7, 10.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from organizer.change import Change, Row
from organizer.feedback.kindness import is_kind
from organizer.practice import Practice
from organizer.records import Day, Entry
from organizer.records.feedback import Comment
from organizer.records.theme import Writing
from organizer.records.word import Commitment
from organizer.when.saying import MONTHS
from organizer.wins.finding import wins

DREADED = 2
"""From which dread on it is worth a star that it is done."""
OPENED = (10, 20)
"""Days opened in a month that are worth one."""
HUNDRED = 100
BILLING = re.compile(r"\b(claim|invoice|superbill|statement)s?\b", re.IGNORECASE)


class Offer(NamedTuple):
    """A win that is offered: its words, the sentence it is offered with, its sticker and stars, what it is for, and
    whether that is one of the rare things."""

    text: str
    said: str
    sticker: str
    of: str
    rare: bool = True
    stars: int = 1

    def answers(self) -> dict[str, object]:
        """As the command `win.add` takes it."""
        return {
            "text": self.text,
            "sticker": self.sticker,
            "stars": str(self.stars),
            "of": self.of,
            "rare": self.rare,
        }


def offer(practice: Practice, change: Change, now: datetime) -> Offer | None:
    """What a change is worth, the rarest first; None for nothing, for what was undone or done again, and for what was
    kept as a win before. The practice is as it is after the change."""
    if change.undoes or change.redoes:
        return None
    tables = {row.table for row in change.rows}
    found = [one for table in LOOKS if table in tables for one in _of(practice, change, table, now)]
    if not found:
        return None
    kept = {one.of for one in wins(practice).values() if one.of}
    left = sorted((one for one in found if one.of not in kept), key=lambda one: not one.rare)
    return left[0] if left else None


def _of(practice: Practice, change: Change, table: str, now: datetime) -> Iterator[Offer]:
    for row in change.rows:
        if row.table == table:
            made = LOOKS[table](practice, row, now)
            if made is not None:
                yield made


def _line(text: str) -> str:
    return " ".join(text.split())


def _entry(practice: Practice, row: Row, now: datetime) -> Offer | None:
    """A dreaded task that is done, or the last bill of the month."""
    before, after = row.before, row.after
    if not isinstance(before, Entry) or not isinstance(after, Entry) or not (before.open and after.stage == "done"):
        return None
    last = _last_bill(practice, after, now)
    if last:
        return last
    if after.kind == "task" and after.dread_level >= DREADED:
        return Offer(_line(after.text), "That one took some courage.", "spark", f"entries:{after.id}")
    return None


def _last_bill(practice: Practice, entry: Entry, now: datetime) -> Offer | None:
    """The last claim, invoice, superbill or statement that was due this month, of two or more."""
    found = BILLING.search(entry.text)
    if found is None:
        return None
    word, month = found[1].lower(), f"{now:%Y-%m}"
    others = [
        one
        for one in practice.entries.values()
        if one.id != entry.id and one.kind == "task" and re.search(rf"\b{word}s?\b", one.text, re.IGNORECASE)
    ]
    if any(one.open and one.due and one.due[:7] <= month for one in others):
        return None
    done = sum(one.stage == "done" and (one.closed or "")[:7] == month for one in others)
    if not done and (entry.due or "")[:7] != month:
        return None
    if not done and entry.repeat is None:
        return None
    name = MONTHS[now.month - 1]
    said = f"That was the last {word} of {name}."
    return Offer(f"Every {name} {word} is out", said, "star", f"month:{month}:{word}s")


def _commitment(practice: Practice, row: Row, now: datetime) -> Offer | None:
    """A promise that was put right, or kept: the same star for both."""
    before, after = row.before, row.after
    if not isinstance(before, Commitment) or not isinstance(after, Commitment) or len(after.steps) <= len(before.steps):
        return None
    kind, of = after.steps[-1].kind, f"commitments:{after.id}"
    if kind == "repair":
        return Offer(f"Put right: {_line(after.text)}", "Put right counts as much as kept.", "heart", of)
    if kind == "keep" and not after.repairs:
        return Offer(f"Kept: {_line(after.text)}", "A word kept is a star.", "star", of, rare=False)
    return None


def _day(practice: Practice, row: Row, now: datetime) -> Offer | None:
    """The tenth or the twentieth day that was opened in a month."""
    before, after = row.before, row.after
    if not isinstance(after, Day) or not after.opened or (isinstance(before, Day) and before.opened):
        return None
    month = after.id[:7]
    opened = sum(bool(day.opened) for id, day in practice.days.items() if id[:7] == month)
    if opened not in OPENED:
        return None
    many, name = {10: "Ten", 20: "Twenty"}[opened], MONTHS[int(month[5:7]) - 1]
    said = f"{many} office days opened in {name}."
    return Offer(f"{many} office days opened", said, "sun", f"days:{month}:{opened}")


def _writing(practice: Practice, row: Row, now: datetime) -> Offer | None:
    """The hundredth line of the theme."""
    after = row.after
    if not isinstance(after, Writing) or row.before is not None or after.order != HUNDRED:
        return None
    said = "A hundred lines. It is yours."
    return Offer("The theme, written a hundred times", said, "star", f"themes:{after.theme}:100", stars=2)


def _comment(practice: Practice, row: Row, now: datetime) -> Offer | None:
    """Kind words among what clients tell. None of them is copied: the win says that there were some."""
    after = row.after
    if row.before is not None or not isinstance(after, Comment) or not is_kind(after.text):
        return None
    said = "There are kind words among them."
    return Offer("Kind words from a client", said, "heart", f"feedback:{after.id}", rare=False)


Look = Callable[[Practice, Row, datetime], Offer | None]
LOOKS: dict[str, Look] = {"entries": _entry, "commitments": _commitment, "days": _day, "writings": _writing,
                         "comments": _comment}  # fmt: skip
"""How a row of each table is looked at."""
