"""Days in few letters, read where a day is asked for and nowhere else: "tom", "3d", "friday week", "20260310".

In a line they may be anything: "call Tom", "a rest of 10 days", "friday week 3 notes", a file of that name.
"""

from __future__ import annotations

import re

from organizer.when.lengths import days_long
from organizer.when.words import WEEKDAYS

_FIGURES = re.compile(r"\s*((?:19|2[0-9])[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])(.*)", re.DOTALL)


def spelled(text: str) -> str:
    """The same spelled out ("tomorrow", "in 3d", "a week from friday", "2026-03-10"), "" where it is none of these."""
    words = text.lower().split()
    if words[:1] == ["tom"]:
        return " ".join(["tomorrow", *words[1:]])
    if words[:1] and words[0] in WEEKDAYS and words[1:2] == ["week"]:
        return " ".join(["a week from", words[0], *words[2:]])
    figures = _FIGURES.fullmatch(text)
    if figures:
        return f"{figures[1]}-{figures[2]}-{figures[3]}{figures[4]}"
    plain = [word.strip(",.") for word in words]
    if plain and plain[0] != "in" and any(True for _ in days_long(plain, 0)):
        return f"in {text}"
    return ""
