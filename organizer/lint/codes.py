"""Neutral codes for people: a word of nature and a number, drawn at random and never from anything about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

WORDS = (
    "Alder Aspen Badger Bay Beech Birch Bramble Cedar Cloud Coast Cove Crane Cricket Curlew Dune Egret Elder Elm "
    "Falcon Fern Finch Fjord Glade Grouse Grove Gull Hare Heron Island Kelp Lagoon Lake Larch Linnet Lotus Maple "
    "Marsh Meadow Moss Newt Oak Orchid Osprey Otter Owl Pebble Pine Plover Pond Puffin Quail Rain Sparrow Spruce "
    "Starling Swan Thicket Thistle Tide Walnut Wren Yarrow "
).split()
NUMBERS = 9
"""The numbers begin with one digit; more are taken as the codes are used up."""


def fresh(used: Iterable[str], draw: Callable[[int], int]) -> str:
    """A code that is not among those used; `draw(n)` gives a random number below n."""
    taken = {code.casefold() for code in used}
    most = NUMBERS
    while len(taken) * 2 > len(WORDS) * most:
        most = most * 10 + 9
    while True:
        code = f"{WORDS[draw(len(WORDS))]} {draw(most) + 1}"
        if code.casefold() not in taken:
            return code


def codes_in(text: str) -> list[str]:
    """The codes that a text names, as they stand there."""
    if not any("0" <= char <= "9" for char in text):
        return []
    words = text.split()
    bare = ((word.strip("([\"'“‘"), _number(after)) for word, after in pairwise(words))
    return [f"{word} {number}" for word, number in bare if number and word.capitalize() in _KNOWN]


def _number(word: str) -> str:
    """The digits that a word begins with, when letters do not follow."""
    digits = word[: len(word) - len(word.lstrip("0123456789"))]
    return "" if word[len(digits) :][:1].isalpha() else digits


_KNOWN = frozenset(WORDS)
