"""Weekdays, months, days of the year and ordinals that stand side by side: "mon, wed and fri", "2nd and 4th"."""

from __future__ import annotations

import re

from organizer.when.calendar import exact, rank
from organizer.when.times import Words
from organizer.when.words import MONTHS, WEEKDAYS, ordinal

LETTERS = {
    "mwf": (0, 2, 4), "m/w/f": (0, 2, 4), "mw": (0, 2), "m/w": (0, 2), "tth": (1, 3), "t/th": (1, 3), "tu/th": (1, 3),
    "tuth": (1, 3), "m-f": (0, 1, 2, 3, 4), "m-th": (0, 1, 2, 3),
}  # fmt: skip
"""Weekdays as they stand in schedules."""
_AND = ("and", "&", "+", "or")


def word(words: Words, at: int) -> str:
    """The word at a place, "" behind the last."""
    return words[at] if 0 <= at < len(words) else ""


def _joined(words: Words, at: int) -> int:
    """The place behind an "and"."""
    return at + (word(words, at) in _AND)


def rank_list(words: Words, at: int) -> tuple[tuple[int, ...], int]:
    """Ordinals side by side ("2nd and 4th", "last", "second to last") and the place after them."""
    found: list[int] = []
    while True:
        there = _joined(words, at) if found else at
        there += bool(found) and word(words, there) == "the"
        count, after = rank(words, there)
        if count is None or len(found) > 6:
            return tuple(dict.fromkeys(found)), at
        found.append(count)
        at = after


def plural(text: str) -> int | None:
    """The weekday of "mondays", None for any other word."""
    return WEEKDAYS.get(text[:-1]) if len(text) > 6 and text[-1] == "s" else None


def _weekdays(text: str) -> tuple[int, ...]:
    """The weekdays of one word: "mon", "mondays", "mon/wed/fri", "mon-fri"."""
    lone = WEEKDAYS.get(text, plural(text))
    if lone is not None:
        return (lone,)
    if text in LETTERS:
        return LETTERS[text]
    if "/" in text or "," in text:
        names = [WEEKDAYS.get(part) for part in re.split("[/,]", text)]
        return tuple(name for name in names if name is not None) if None not in names else ()
    first, dash, last = text.partition("-")
    if dash and first in WEEKDAYS and last in WEEKDAYS:
        return _through(WEEKDAYS[first], WEEKDAYS[last])
    return ()


def _through(first: int, last: int) -> tuple[int, ...]:
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def weekday_list(words: Words, at: int) -> tuple[tuple[int, ...], int]:
    """Weekdays side by side ("mon, wed and fri", "monday through thursday") and the place after them."""
    found: list[int] = []
    while True:
        there = _joined(words, at) if found else at
        names = _weekdays(word(words, there))
        if not names or len(found) > 14:
            return tuple(sorted(set(found))), at
        found += names
        at = there + 1
        last = WEEKDAYS.get(word(words, at + 1))
        if word(words, at) in ("to", "through", "thru", "-") and last is not None:
            found += _through(names[-1], last)
            at += 2


def month_list(words: Words, at: int) -> tuple[tuple[int, ...], int]:
    """Months side by side and the place after them."""
    found: list[int] = []
    while True:
        there = _joined(words, at) if found else at
        month = MONTHS.get(word(words, there))
        if month is None or len(found) > 12:
            return tuple(sorted(set(found))), at
        found.append(month)
        at = there + 1


def date_list(words: Words, at: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Days of the year side by side ("april 15, june 15 and 9/15") and the place after them."""
    found: list[tuple[int, int]] = []
    while True:
        there = _joined(words, at) if found else at
        lead, after = word(words, there), there + 1
        slashed = re.fullmatch("([0-9]{1,2})/([0-9]{1,2})", lead)
        month = MONTHS.get(lead, 0)
        if slashed:
            month, number_of = int(slashed[1]), int(slashed[2])
        else:
            after += word(words, after) == "the"
            lead = word(words, after)
            figures = lead.isdecimal() and len(lead) < 3
            number_of = (int(lead) if figures else ordinal(lead) or 0) if lead and month else 0
            after += 1
        if not 1 <= month <= 12 or not exact(2024, month, number_of) or len(found) > 12:
            return tuple(found), at
        found.append((month, number_of))
        at = after
