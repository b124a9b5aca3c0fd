"""Likely names of people in a line: "Maria Gonzalez", "gonzalez, maria"; not "Liability Insurance"."""

from typing import NamedTuple

from organizer.lint.lists import ALSO_FIRST, FIRST, LAST, NOT_NAMES

Spot = tuple[int, int]

_BEFORE = "([{\"'“‘<*_"
_BEHIND = ".,;:!?)]}\"'”’>*_"
_PARTICLES = frozenset("al bin da das de del della der di dos du el ibn la las le los van von y".split())
TITLES = frozenset("mr mrs ms mx miss dr".split())
_LEADING = frozenset(
    "and ask call client cc contact email emailed for from greet intake invite meet message patient phone phoned refer "
    "remind see session tell text thank to with".split()
)
"""Words behind which two unknown words with capital letters are somebody."""


class Word(NamedTuple):
    """A word without the marks around it: where it stands, in lower case without an apostrophe s, how it is written
    ("A" for a capital letter first, "a" for none, "1" for what is no word), and the mark behind it."""

    start: int
    end: int
    plain: str
    shape: str
    behind: str


def words_of(text: str) -> list[Word]:
    """The words of a text."""
    words: list[Word] = []
    at = 0
    for part in text.split():
        at = text.index(part, at)
        core = part.lstrip(_BEFORE)
        start = at + len(part) - len(core)
        core = core.rstrip(_BEHIND)
        end, behind = start + len(core), part[len(part.rstrip(_BEHIND)) :]
        plain = _plain(core)
        letters = plain.replace("-", "").replace("'", "")
        shape = "1" if not letters.isalpha() else "A" if core[0].isupper() else "a"
        if core[-2:].lower() in ("'s", "’s"):
            end -= 2
        words.append(Word(start, end, plain, shape, behind))
        at += len(part)
    return words


def _plain(core: str) -> str:
    low = core.lower().replace("’", "'")
    low = low[:-2] if low.endswith("'s") else low
    if low.isascii():
        return low
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFD", low) if not combining(char))


def names_in(text: str) -> list[Spot]:
    """(start, end) of every likely full name."""
    words = words_of(text)
    capitals = sum(word.shape == "A" for word in words)
    if len(words) < 2:
        return []
    titled = len(words) > 3 and capitals * 3 > len(words) * 2  # A Line Written Like This says little by its capitals
    spots: list[Spot] = []
    at = 0
    while at < len(words) - 1:
        after = _name_at(words, at, titled)
        if after:
            spots.append((words[at].start, words[after - 1].end))
        at = after or at + 1
    return spots


def _name_at(words: list[Word], at: int, titled: bool) -> int:
    """The word after the name that begins at one; 0 when none does."""
    first = words[at]
    if first.shape == "1" or len(first.plain) > 30:
        return 0
    if first.behind == "," and _ends(first.plain) and words[at + 1].plain in FIRST:
        return at + 2 if words[at + 1].shape == first.shape else 0
    if first.behind and not (first.behind == "." and (len(first.plain) == 1 or first.plain in TITLES)):
        return 0
    if first.plain in TITLES:
        second = words[at + 1]
        fits = first.shape == second.shape == "A" and len(second.plain) > 1 and second.plain not in NOT_NAMES
        return (_name_at(words, at + 1, titled) or at + 2) if fits and first.plain != "dr" else 0
    last = _family(words, at)
    if not last:
        return 0
    if _makes_name(words, at, last, titled):
        return last + 1
    return 0


def _ends(plain: str) -> bool:
    """Whether a word is a family name, or several joined by a hyphen."""
    return plain in LAST or ("-" in plain and any(part in LAST for part in plain.split("-")))


def _family(words: list[Word], at: int) -> int:
    """Where the family name of a first name stands: behind a middle name, an initial or a "de la"; 0 when nowhere."""
    after = at + 1
    while after < len(words) and words[after].plain in _PARTICLES and not words[after].behind:
        after += 1
    if after >= len(words) or words[after].shape == "1":
        return 0
    middle = words[after]
    more = after + 1
    bare = not middle.behind or (middle.behind == "." and len(middle.plain) == 1)
    if bare and more < len(words) and _ends(words[more].plain) and words[more].shape == words[at].shape:
        return more if middle.plain in FIRST or _ends(middle.plain) or len(middle.plain) == 1 else after
    return after


def _makes_name(words: list[Word], at: int, last: int, titled: bool) -> bool:
    first, family = words[at], words[last]
    if first.shape != family.shape:
        return False
    known, also, ends = first.plain in FIRST, first.plain in ALSO_FIRST, _ends(family.plain)
    if first.shape == "a":  # all in small letters: both must be names and nothing else
        return known and ends and family.plain not in NOT_NAMES
    if len(family.plain) == 1:  # "Maria G."
        return known and family.behind.startswith(".")
    if family.plain in NOT_NAMES or len(first.plain) == 1:
        return len(first.plain) == 1 and ends and first.behind == "."
    if known or (also and ends):
        return True
    if first.plain in NOT_NAMES or titled or at == 0:
        return False
    return ends or words[at - 1].plain in _LEADING
