"""Words in which somebody may be named: each is read by the person before anything of the file is kept."""

from __future__ import annotations

import re
from collections.abc import Collection

from organizer.lint import MOST, look
from organizer.lint.people import people_in

Spot = tuple[int, int]

_ELSE = re.compile(r"(?<![\w.])@\w{2,}\b(?!\()|https?://\S+|\bwww\.\S+", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,$-])(?:\(?\d{2,4}\)?[-. /]?){2,5}\d{2,}(?![\w%])")
"""Seven digits and more in whatever groups."""
WHO = "someone"
"""What stands in the place of what is taken out."""


def spots(text: str, known: Collection[str] = ()) -> list[Spot]:
    """(start, end) of everything in a text that may be a name, an address or a number of somebody; `known` are names
    and codes that stand for somebody in this practice."""
    found: list[Spot] = []
    for begin in range(0, max(1, len(text)), MOST - 200):
        part = text[begin : begin + MOST]
        found += [(begin + one.start, begin + one.end) for one in look(part)]
        found += [(begin + start, begin + end) for start, end in people_in(part, known)]
    found += [match.span() for match in _ELSE.finditer(text)]
    found += [match.span() for match in _NUMBER.finditer(text) if sum(map(str.isdecimal, match[0])) >= 7]
    merged: list[Spot] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def without(text: str, known: Collection[str] = ()) -> str:
    """The text with `WHO` in the place of each of them: where a rewording may begin."""
    for start, end in reversed(spots(text, known)):
        text = f"{text[:start]}{WHO}{text[end:]}"
    return text
