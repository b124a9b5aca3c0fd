"""Dates and times in plain English: read from what people type, and said back to them.

A small grammar of its own over the words of a line (`words`, `times`, `days`, `calendar`, `phrase`),
rules for where in a line a date may stand (`finding`), and the way back (`saying`). Everything is local
wall time; nothing here reads the clock, raises for any text, or looks further than a few dozen words
from either end of a line.
"""

from datetime import datetime
from typing import NamedTuple

from organizer.records import Repeat
from organizer.when.saying import say, say_date, say_day, say_time, since, until
from organizer.when.words import Word

__all__ = [
    "Coming",
    "Reading",
    "find",
    "find_repeat",
    "read_all",
    "read_reminders",
    "read_repeat",
    "say",
    "say_date",
    "say_day",
    "say_time",
    "since",
    "until",
]

_FAR = 1000
"""Characters looked at from either end of a text."""


class Reading(NamedTuple):
    """A date read from a text: `due` in ISO form, said by the characters from `start` to `end`."""

    due: str
    start: int
    end: int


class Coming(NamedTuple):
    """A repeat read from a text: its first occurrence is `due`, said by the characters from `start` to `end`."""

    repeat: Repeat
    due: str
    start: int
    end: int


def read_all(text: str, now: datetime, *, day_first: bool = False) -> str | None:
    """The date that the text as a whole says, in ISO form ("2026-03-06" or "2026-03-06T16:00"), or None.

    `day_first` reads 3/10 as October 3.
    """
    if len(text) > 400:
        return None
    from organizer.when import finding

    found = finding.read_all(_words(text), now, day_first)
    if found is None:
        from organizer.when import shorthand

        said = shorthand.spelled(text)
        found = finding.read_all(_words(said), now, day_first) if said else None
    return found


def find(text: str, now: datetime, *, day_first: bool = False) -> Reading | None:
    """The date at the end of the text, or at its beginning where it cannot be anything else, or all of it.

    None where there is none, or where the text says how something comes back ("every friday").
    """
    from organizer.when.finding import scan

    text, gone = _ends(text)
    found = scan(_words(text), now, day_first, split=False)
    if found is None:
        return None
    return Reading(found.due, *_place(found.words, gone))


def find_repeat(text: str, now: datetime, *, day_first: bool = False) -> Coming | None:
    """How the text says that something comes back, at its end, or at its beginning where it cannot be anything
    else, or as a whole; None where it does not."""
    from organizer.when import repeat_line

    text, gone = _ends(text)
    found = repeat_line.scan(_words(text), now, day_first)
    return Coming(found.repeat, found.due, *_place(found.words, gone)) if found else None


def read_repeat(text: str, now: datetime, *, day_first: bool = False) -> Repeat | None:
    """The repeat that the text as a whole says, as `find_repeat` reads it, or None. Also read here, where nothing else
    can be meant, are an RRULE, days ("april 15, june 15") and so long after any event ("14 days after the closing")."""
    from organizer.when import repeat_field

    if len(text) > 400:
        return None
    return repeat_field.read_field(_words(text), text, now, day_first)


def read_reminders(text: str) -> tuple[str, ...] | None:
    """The reminders that the text as a whole asks for ("180/90/30/7 days", "2w 3d", "remind me 1h before"), as texts
    like "180d" and "1h", or None."""
    from organizer.when import leads

    return leads.read(_words(text)) if len(text) <= 400 else None


def _words(text: str) -> list[Word]:
    """The words that may say a date. What reads them is imported with the first: what only says dates needs none."""
    from organizer.when.finding import window
    from organizer.when.words import spots

    return window(text, spots(text))


def _ends(text: str) -> tuple[str, int]:
    """Both ends of a long text, a word that matches nothing between them, and how many characters are gone."""
    gone = max(0, len(text) - 2 * _FAR)
    return (text[:_FAR] + "\0" * 2 + text[-_FAR:] if gone else text), gone


def _place(words: tuple[Word, ...], gone: int) -> tuple[int, int]:
    """Where words stand in the text as given; those behind the gap are moved back."""
    start, end = words[0].start, words[-1].end
    moved = gone - 2 if gone and start > _FAR else 0
    return start + moved, end + moved
