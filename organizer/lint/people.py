"""Who is named in a text, by a name or by a code: what is hidden when names are hidden.

Wider than what the lint remarks on: "Heron 7", "Dr Osei" and a lone "Maria" are somebody too.
"""

from __future__ import annotations

from collections.abc import Collection

from organizer.lint.codes import WORDS
from organizer.lint.lists import FIRST, NOT_NAMES
from organizer.lint.names import TITLES, Spot, Word, names_in, words_of

_NATURE = frozenset(word.lower() for word in WORDS)


def people_in(text: str, known: Collection[str] = ()) -> list[Spot]:
    """(start, end) of everybody named, in the order of the text, none within another; `known` are names that stand
    for somebody here."""
    words = words_of(text)
    spots = names_in(text)
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        if after and not word.behind and _is_code(word, after, at):
            spots.append((word.start, after.start + _digits(after.plain)))
        elif after and word.plain in TITLES and word.shape == after.shape == "A" and after.plain not in NOT_NAMES:
            spots.append((word.start, after.end))
        elif word.shape == "A" and word.plain in FIRST and word.plain not in NOT_NAMES:
            spots.append((word.start, word.end))
    return _merged([*spots, *(spot for name in known if name in text for spot in _places(text, name))])


def may_be_named(who: str) -> bool:
    """Whether what is said in the place of a person names one: "Dr Osei" does, "the payer" is a role."""
    words = words_of(who)
    return any(word.shape == "A" and word.plain not in NOT_NAMES for word in words)


def _is_code(word: Word, after: Word, at: int) -> bool:
    """A word of nature and a number; or, within a line, any word with a capital letter and a short one."""
    digits = _digits(after.plain)
    if not digits or after.plain[digits:][:1].isalnum():
        return False
    if word.plain in _NATURE:
        return True
    return at > 0 and digits < 4 and digits == len(after.plain) and word.shape == "A" and word.plain not in NOT_NAMES


def _digits(plain: str) -> int:
    return len(plain) - len(plain.lstrip("0123456789"))


def _places(text: str, name: str) -> list[Spot]:
    found: list[Spot] = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            found.append((at, end))
        at = text.find(name, end)
    return found


def _merged(spots: list[Spot]) -> list[Spot]:
    merged: list[Spot] = []
    for start, end in sorted(spots):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
