"""Entries filtered as a shell asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from organizer.finding.days import due_range
from organizer.finding.finder import search
from organizer.finding.query import read
from organizer.practice import Practice
from organizer.records import Entry, Record
from organizer.views.weeks import first_weekday


def listing(
    practice: Practice,
    now: datetime,
    *,
    area: str | None = None,
    stage: str = "",
    due: str = "",
    words: str = "",
    everything: bool = False,
    parts: Iterable[list[Record]] | None = None,
) -> list[Entry]:
    """The entries asked for, soonest due first, then the newest.

    `area` an id ("" for none), `stage` a stage, `due` a range (`due_range`), `everything` the finished
    ones too, `words` as find takes them. Of these parts (`Practice.recent`, `Practice.everything`), else of what
    is at hand. Raises `WrongUse` when the range cannot be read.
    """
    parts = [[*practice.entries.values()]] if parts is None else parts
    if words.strip():
        found = search(practice, words, now, parts)
    else:
        found = [one for part in parts for one in part if isinstance(one, Entry)]
    first, last = due_range(due, now, first_weekday(practice)) if due else ("", "")
    kept = [
        entry
        for entry in found
        if (everything or _asks_for_finished(words) or stage in ("done", "let go") or entry.open)
        and (area is None or entry.area == area)
        and (not stage or entry.stage == stage)
        and (not due or (entry.due is not None and first <= entry.due[:10] <= last))
    ]
    newest = sorted(kept[::-1], key=lambda entry: entry.created, reverse=True)
    return sorted(newest, key=lambda entry: (entry.due is None, entry.due or ""))


def _asks_for_finished(words: str) -> bool:
    """Whether an operator says whether it is open or over."""
    return any(asked.name in ("is", "stage", "closed") for asked in read(words).asked)
