"""Where in a line it is said how something comes back: at its end, at its beginning, or all of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from organizer.when import events, finding
from organizer.when.events import Found
from organizer.when.lists import plural
from organizer.when.repeating import LONGEST, Reader, finish
from organizer.when.times import time
from organizer.when.vocabulary import in_repeat
from organizer.when.words import MONTHS, WEEKDAYS, Word, ordinal

_NOUNS = frozenset(
    "group groups notes note session sessions client clients meeting meetings carry items life kind counts class "
    "club night's after before since with for about from by i we they he she you it who that which when".split()
)
"""Standing after "every friday" at the beginning, these make it part of the sentence."""
_NOT_ALL = frozenset("not nearly almost never hardly hate love prefer".split())


def scan(line: Sequence[Word], now: datetime, day_first: bool, *, event: bool = False) -> Found | None:
    """The repeat at the end of a line of words, at its beginning where it cannot be anything else, or all of it.

    An event may begin with its time ("11:30 supervision group every thursday").
    """
    if not finding.may_repeat(line):
        return None
    last = finding.last_trigger(line)
    if last < 0:
        return events.scan(line, now, day_first)
    reader = Reader(now, day_first)
    known = 0
    while known < len(line) and in_repeat(line[known].text):
        known += 1
    whole = reader.whole(line) if known == len(line) else None
    if whole is not None:
        return Found(*whole, tuple(line))
    tail = _trailing(reader, line, last)
    if tail is None:
        return _leading(reader, line[:known], line) or events.scan(line, now, day_first)
    return (_with_time(reader, line, tail) if event else None) or tail


def _trailing(reader: Reader, line: Sequence[Word], last: int) -> Found | None:
    """The longest phrase that ends the line, if the word before it allows it to be taken."""
    earliest = len(line)
    while earliest > max(1, len(line) - LONGEST) and in_repeat(line[earliest - 1].text):
        earliest -= 1
    for start in range(earliest, last + 1):
        got = reader.whole(line[start:]) if _opens(line[start].text) else None
        if got is None:
            continue
        found = Found(*got, tuple(line[start:]))
        before, lone = line[start - 1].text, len(line) - start == 1
        if before in finding.BOUND or before in _NOT_ALL or (lone and plural(line[start].text) is not None):
            return None
        if before in finding.DASHES:
            return found._replace(words=tuple(line[start - 1 :])) if start > 1 else None
        return None if before in WEEKDAYS else found
    return None


def _opens(text: str) -> bool:
    """Whether a phrase may begin with this word."""
    return (
        text in finding.TRIGGERS
        or text in finding.LISTS
        or "/" in text
        or "-" in text
        or text in _OPENING
        or text in WEEKDAYS
        or text in MONTHS
        or text[:1].isdecimal()
        or ordinal(text) is not None
        or text[:1] == "@"
    )


_OPENING = frozenset(
    "on in at the by due end last noon midnight first two three four next penultimate starting beginning from "
    "commencing weekday workday".split()
)


def _leading(reader: Reader, known: Sequence[Word], line: Sequence[Word]) -> Found | None:
    """The longest phrase that begins the line and cannot be part of what it says; `known` are the words it may have."""
    known = known[: min(LONGEST, len(line) - 1)]
    stop = next((at for at, word in enumerate(known, 1) if word.stop in (":", ";")), len(known))
    if not known or not _opens(line[0].text):
        return None
    found = reader.beginnings([word.text for word in known[:stop]])
    for end in sorted(found, reverse=True):
        got = finish(found[end], reader.now)
        if got is None:
            continue
        words = (*line[: end - 1], line[end - 1]._replace(stop=""))
        following, stopped = line[end].text, line[end - 1].stop
        if following in finding.JOINS or following in _NOUNS or following in finding.TRIGGERS:
            return None
        if following in finding.DASHES:
            return Found(*got, tuple(line[: end + 1])) if end + 1 < len(line) else None
        return Found(*got, words) if stopped in (",", ":") or _unmistakable([word.text for word in words]) else None
    return None


def _unmistakable(texts: list[str]) -> bool:
    """Whether a phrase cannot be the beginning of a sentence: not a lone "weekly", nor "every day"."""
    if len(texts) < 3 and not any(text in WEEKDAYS for text in texts):
        return False
    return len(texts) > 1


def _with_time(reader: Reader, line: Sequence[Word], tail: Found) -> Found | None:
    """The time at the beginning and the repeat at the end, as one."""
    texts = [word.text for word in line]
    for after in (2, 1):
        if (
            all(texts[:after])
            and any(end == after for _, end in time(texts[:after], 0))
            and len(line) > after + len(tail.words)
        ):
            head = [word._replace(stop="") for word in line[:after]]
            words = [word for word in tail.words if word.text not in finding.DASHES]
            if texts[0] not in ("at", "@"):
                head = [Word("at", head[0].start, head[0].start), *head]
            both = reader.whole([*words, *head])
            if both:
                return Found(*both, (*line[:after], *tail.words))
    return None
