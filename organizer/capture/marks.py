"""The marks of a line: `#area`, `#tag`, `~20m`, `~~`, and the signs before the first word."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from organizer.records import Area

KIND_SIGNS = {
    "o": "event",
    "\u25cb": "event",
    "event:": "event",
    "-": "note",
    "\u2013": "note",
    "note:": "note",
    "task:": "task",
    "\u2022": "task",
}
SIGNS = {"*": "priority", "!": "idea", "?": "investigate"}
ARROWS = ("->", "\u2192")
MOST_MARKS = 50

# Patterns are compiled when first used: most captures need none of them.
_ESTIMATE = r"~([0-9]{1,4}(?:\.[0-9]{1,2})?)(m|mins?|minutes?|h|hrs?|hours?)(?:([0-9]{1,2})(?:m|min)?)?"
_NO_TAG = frozenset("#\"'`()[]{}<>|\\^*=~$%@!?")


class Mark(NamedTuple):
    """A mark in the line: the words from `first` up to `after`, what they are, and the value."""

    first: int
    after: int
    what: str
    value: str | int


def plain_name(name: str) -> str:
    """A name of an area as it is compared: lower case, hyphens as spaces, without what a sentence puts behind it."""
    return name.lower().replace("-", " ").replace("_", " ").rstrip(",.;:")


def names_of(areas: Sequence[Area]) -> dict[str, str]:
    """Area ids by everything an area may be called; an id comes before a name, a name before an alias."""
    names = {plain_name(alias): area.id for area in areas for alias in area.aliases}
    names.update((plain_name(area.name), area.id) for area in areas)
    names.update((plain_name(area.id), area.id) for area in areas)
    names.pop("", None)
    return names


def area_at(parts: Sequence[str], areas: Sequence[Area], names: dict[str, str], taken: bool) -> Mark | None:
    """`#front door`, `#accounting`, `#acc`, or a tag, at the first of some words. Where an area is `taken`, a tag."""
    for count in (3, 2, 1):
        if count <= len(parts) and not taken:
            found = names.get(plain_name(" ".join(parts[:count])[1:]))
            if found:
                return Mark(0, count, "area", found)
    word = parts[0][1:].rstrip(",.;:")
    if not word[:1].isalpha() or not _NO_TAG.isdisjoint(word):
        return None
    begun = {area.id for area in areas if len(word) > 2 and plain_name(area.id).startswith(plain_name(word))}
    if len(begun) == 1 and not taken:
        return Mark(0, 1, "area", begun.pop())
    return Mark(0, 1, "tag", word)


def estimate_at(parts: Sequence[str]) -> Mark | None:
    """`~20m`, `~1h30`, `~1.5h`, `~90 min` at the first of some words: 1 to 6000 minutes."""
    for count in (2, 1):
        if count > len(parts):
            continue
        found = re.fullmatch(_ESTIMATE, "".join(parts[:count]).rstrip(",.;").lower())
        if found is None or (count == 2 and parts[1][0] not in "mMhH" and not found[3]):
            continue
        if found[3] and found[2][0] in "mM":
            continue
        long = 60 if found[2][0] in "hH" else 1
        minutes = round(float(found[1]) * long) + int(found[3] or 0)
        if 1 <= minutes <= 6000:
            return Mark(0, count, "estimate", minutes)
    return None
