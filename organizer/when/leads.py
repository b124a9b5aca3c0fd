"""How long before its day one wants to hear of something: "remind 180/90/30/7 days before", "remind me 2w, 3d".

A reminder is a short text: "180d", "36h" or "30m" before the due. Weeks are told in days, months as 30 of them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from organizer.when.lengths import amount
from organizer.when.times import Words
from organizer.when.words import UNITS, Word

OPENING = ("remind", "reminder", "reminders", "reminding")
BEFORE = (("in", "advance"), ("ahead", "of", "time"), *((word,) for word in "before ahead earlier prior early".split()))
MOST = 8
"""As many reminders as one line may ask for."""
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 90, "year": 365}
_CLOCK = {"hour": "h", "minute": "m"}
_LEAD_IN = (("with", "a"), ("and", "a"), ("with",), ("and",), ("then",), ("-",), ("--",))
_MOST_DAYS = 1100


class Leads(NamedTuple):
    """Reminders, the longest first, and the words that say them: from `first` up to `after`."""

    reminders: tuple[str, ...]
    first: int
    after: int


def find(line: Sequence[Word]) -> Leads | None:
    """The last place in a line of words that asks for reminders, with the "and" or dash that leads in to it."""
    texts = [word.text for word in line]
    for first in range(len(texts) - 2, 0, -1):
        if texts[first] in OPENING:
            got = _said(texts, first + 1)
            if got is None:
                return None
            for lead in _LEAD_IN:
                if first > len(lead) and tuple(texts[first - len(lead) : first]) == lead:
                    first -= len(lead)
                    break
            return Leads(got[0], first, got[1])
    return None


def read(words: Sequence[Word]) -> tuple[str, ...] | None:
    """The reminders that words say as a whole, with "remind me" before them or without, or None."""
    texts = [word.text for word in words]
    got = _said(texts, 1 if texts[:1] and texts[0] in OPENING else 0)
    return got[0] if got and got[1] == len(texts) else None


def _said(texts: Words, at: int) -> tuple[tuple[str, ...], int] | None:
    """ "me 30/7 days before", from the word behind "remind" on; None where it is no count of time."""
    at += texts[at : at + 1] in (["me"], ["us"])
    at += texts[at : at + 1] in (["at"], ["on"])
    found, after = _amounts(texts, at)
    if not found and texts[at : at + 1] == ["the"] and texts[at + 2 : at + 3] == ["before"]:
        found, after = [(1, UNITS.get(texts[at + 1], ""))], at + 2
    for closing in BEFORE:
        if tuple(texts[after : after + len(closing)]) == closing:
            after += len(closing)
            break
    reminders = {_text(count, unit) for count, unit in found}
    if not reminders or "" in reminders or len(reminders) > MOST:
        return None
    return tuple(sorted(reminders, key=minutes, reverse=True)), after


def _amounts(texts: Words, at: int) -> tuple[list[tuple[int, str]], int]:
    """Lengths of time side by side, and the place after them; bare numbers have the unit of those that follow."""
    found: list[tuple[int, str]] = []
    waiting: list[str] = []
    after = at
    while at < len(texts) and len(found) <= MOST:
        at += bool(found or waiting) and texts[at] in ("and", "&", "then")
        head, slash, last = texts[at].rpartition("/") if at < len(texts) else ("", "", "")
        got = next(amount([last, *texts[at + 1 :]], 0), None) if last else None
        more = head.split("/") if slash else []
        if not all(part.isdecimal() and len(part) < 5 for part in more):
            break
        if got is not None:
            (count, unit), end = got
            found += [(int(part), unit) for part in (*waiting, *more)] + [(count, unit)]
            waiting, at = [], at + end
            after = at
        elif last.isdecimal() and len(last) < 5:
            waiting += [*more, last]
            at += 1
        else:
            break
    return ([], at) if waiting else (found, after)


def _text(count: int, unit: str) -> str:
    """A reminder as it is kept, "" for one that is none."""
    if unit in _CLOCK:
        return f"{count}{_CLOCK[unit]}" if count else ""
    days = count * _DAYS.get(unit, _MOST_DAYS + 1)
    return f"{days}d" if days <= _MOST_DAYS else ""


def minutes(reminder: str) -> int:
    """How long before the due a reminder is, in minutes; -1 for a text that is none."""
    count = reminder[:-1]
    if not count.isdecimal() or len(count) > 6:
        return -1
    unit = {"d": 1440, "h": 60, "m": 1}.get(reminder[-1])
    return int(count) * unit if unit else -1
