"""What lasts from one moment to another: "march 10-12", "from april 6 to april 10" is told by its first day, "2-3pm"
by its beginning and how long it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from organizer.when.phrase import read_words
from organizer.when.times import TO, Words, time_range
from organizer.when.words import WEEKDAYS, Word


def first_day(words: Words, now: datetime, day_first: bool) -> str | None:
    """The first of the days that these words say as a whole, or None where they do not say from which to which."""
    between = words[0] == "between"
    said = _parted(list(words[words[0] in ("from", "between") :]))
    for at in range(1, len(said) - 1):
        if said[at] in (("and",) if between else TO):
            return _in_order(said[:at], said[at + 1 :], now, day_first)
    return None


def _parted(words: list[str]) -> list[str]:
    """The words with "10-12" as three of them."""
    for at, word in enumerate(words):
        left, dash, right = word.partition("-")
        if dash and left and right and "-" not in right:
            return [*words[:at], left, "-", right, *words[at + 1 :]]
    return words


def _in_order(left: list[str], right: list[str], now: datetime, day_first: bool) -> str | None:
    """The first day, where both are read and the second one comes later."""
    if left[0] in WEEKDAYS and right[0] in WEEKDAYS and len(left) == len(right) == 1:
        return None  # "mon-fri" are the days of every week
    first = read_words(left, now, day_first)
    if first is None:
        return None
    last = read_words(right, now, day_first)
    if last is None and right[0].isdecimal() and len(left) > 1:  # "april 6 to 10"
        last = read_words([*left[:-1], *right], now, day_first)
    return first if last is not None and first[:10] < last[:10] else None


def minutes(words: Sequence[Word]) -> int | None:
    """How long that is which these words of a phrase say the time of, None where it is no range."""
    texts = [word.text for word in words]
    for at in range(len(texts)):
        for _, length, _ in time_range(texts, at, bare=at > 0):
            return length
    return None
