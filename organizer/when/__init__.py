"""Dates and times in plain English: read from what people type, and said back to them.

A small grammar of its own over the words of a line (`words`, `times`, `days`, `calendar`, `phrase`),
rules for where in a line a date may stand (`finding`), and the way back (`saying`). Everything is local
wall time; nothing here reads the clock, raises for any text, or looks further than a few dozen words
from either end of a line.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from organizer.when.finding import read, scan, window
from organizer.when.saying import say, say_time, since, until
from organizer.when.words import spots

__all__ = ["Reading", "find", "read_all", "say", "say_time", "since", "until"]

_FAR = 1000
"""Characters looked at from either end of a text."""


class Reading(NamedTuple):
    """A date read from a text: `due` in ISO form, said by the characters from `start` to `end`."""

    due: str
    start: int
    end: int


def read_all(text: str, now: datetime, *, day_first: bool = False) -> str | None:
    """The date that the text as a whole says, in ISO form ("2026-03-06" or "2026-03-06T16:00"), or None.

    `day_first` reads 3/10 as October 3.
    """
    if len(text) > 400:
        return None
    return read(window(text, spots(text)), now, day_first)


def find(text: str, now: datetime, *, day_first: bool = False) -> Reading | None:
    """The date at the end of the text, or at its beginning where it cannot be anything else, or all of it.

    None where there is none, or where the text says how something comes back ("every friday").
    """
    if len(text) > 2 * _FAR:
        # The gap is a word that matches nothing; places behind it are moved back afterwards.
        gone = len(text) - 2 * _FAR
        text = text[:_FAR] + "\0" * 2 + text[-_FAR:]
    else:
        gone = 0
    found = scan(window(text, spots(text)), now, day_first, split=False)
    if found is None:
        return None
    start, end = found.words[0].start, found.words[-1].end
    moved = gone - 2 if gone and start > _FAR else 0
    return Reading(found.due, start + moved, end + moved)
