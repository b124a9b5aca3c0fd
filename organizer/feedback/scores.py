"""What a cell says on a scale: a number, a label, or "5 - It's extremely important"."""

from __future__ import annotations

import re

_LEADING = re.compile(r"(\d{1,2})(?:[.,]0+)?(?![\d.,]*\d)")
_LADDERS = (
    ("strongly disagree", "disagree", "neither agree nor disagree|neutral|undecided|not sure", "agree",
     "strongly agree"),
    ("disagree strongly", "disagree somewhat|somewhat disagree", "neither", "agree somewhat|somewhat agree",
     "agree strongly"),
    ("completely disagree", "mostly disagree", "partly agree", "mostly agree", "completely agree"),
    ("very dissatisfied", "dissatisfied|somewhat dissatisfied", "neither satisfied nor dissatisfied",
     "satisfied|somewhat satisfied", "very satisfied"),
    ("very difficult|very hard", "difficult|hard|somewhat difficult", "neither easy nor difficult",
     "easy|somewhat easy", "very easy"),
    ("very poor|very bad|poor", "fair|bad", "good|average|ok|okay", "very good", "excellent"),
    ("never", "rarely|seldom", "sometimes", "often|usually", "always"),
    ("not at all", "a little|slightly|a little bit|not so", "partly|somewhat|moderately", "mostly|very|quite",
     "completely|extremely|very much|a great deal"),
    ("very unlikely|not at all likely", "unlikely|not so likely", "somewhat likely|neither likely nor unlikely",
     "likely|very likely", "extremely likely"),
    ("1 star|★", "2 stars|★★", "3 stars|★★★", "4 stars|★★★★", "5 stars|★★★★★"),
)  # fmt: skip
"""Labels from the lowest point to the highest; of the same place, parted by a bar."""
_POINTS: dict[str, int] = {
    label: point for ladder in reversed(_LADDERS) for point, labels in enumerate(ladder) for label in labels.split("|")
}


def number(text: str) -> int | None:
    """The number at the head of a cell: "4", "4.0", "5 - It's extremely important", "8/10"."""
    found = _LEADING.match(text.strip())
    return int(found[1]) if found else None


def labelled(text: str) -> int | None:
    """The point of a label, from 0."""
    return _POINTS.get(" ".join(text.casefold().replace("’", "'").split()).strip(" ."))


def point(text: str, kind: str) -> int | None:
    """The point of a cell on a scale, from 0; None for no answer."""
    found = number(text)
    if kind == "ten":
        return found if found is not None and found <= 10 else None
    if found is not None:
        return found - 1 if 1 <= found <= 5 else None
    return labelled(text)
