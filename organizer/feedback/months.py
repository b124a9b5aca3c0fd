"""Of a time in a file its month alone: "2022/06/22 11:07:29 AM AST" is "2022-06", and the rest is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

_NUMBERS = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_NAMED = re.compile(
    r"(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})", re.IGNORECASE
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_ONE = date(1899, 12, 30)
"""From which a spreadsheet counts days."""


def day_first(texts: Iterable[str], usual: bool) -> bool:
    """Whether a column of times says the day before the month: some of them cannot be read otherwise."""
    for text in texts:
        found = _NUMBERS.match(text.strip())
        if found and len(found[1]) < 3:
            if int(found[1]) > 12:
                return True
            if int(found[2]) > 12:
                return False
    return usual


def month(text: str, day_before: bool = False) -> str:
    """The month of a time, "" when none can be read."""
    text = text.strip()
    found = _NUMBERS.match(text)
    if found:
        one, two, three = int(found[1]), int(found[2]), int(found[3])
        if len(found[1]) == 4:
            return _said(one, two)
        year = three + 2000 if three < 100 else three
        return _said(year, two if day_before else one)
    named = _NAMED.search(text)
    if named and named[2].lower() in _NAMES:
        return _said(int(named[4]), _NAMES.index(named[2].lower()) + 1)
    number = re.fullmatch(r"\d{5}(?:[.,]\d+)?", text)
    if number:
        day = _DAY_ONE + timedelta(days=int(text[:5]))
        return _said(day.year, day.month)
    return ""


def _said(year: int, number: int) -> str:
    return f"{year:04}-{number:02}" if 1990 <= year <= 2200 and 1 <= number <= 12 else ""
