"""What comes back for another reason than the calendar: so long after something happens, or on days of a list.

"1 business day after booking", "14 days after each discharge", "the same day as the course", "2026-06-15 and
2026-09-15". A line that only tells of an order of things ("wait 3 days after surgery") keeps its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from organizer import holidays
from organizer.records import Repeat
from organizer.when import finding
from organizer.when.calendar import written
from organizer.when.lengths import amount
from organizer.when.said import DONE
from organizer.when.words import Word

MOST_WORDS = 7
"""An event is named in as many words at most."""
_EACH = ("each", "every", "any")
_TRADE = frozenset(
    "booking bookings intake intakes discharge session sessions appointment appointments visit visits course training "
    "change move hire request requests referral referrals payout payment deposit survey closing termination signing "
    "inquiry call consultation consult release assessment hearing deposition cancellation no-show renewal denial claim "
    "incident breach vendor supervision group retreat".split()
)
"""What happens in a practice: days after one of these are meant as a rule, not as an order of things."""
_NEXT_DAY = ("or", "the", "next", "business", "day")


class Found(NamedTuple):
    """A repeat found in a line: what it is, when its first occurrence is due ("" where it waits), and the words."""

    repeat: Repeat
    due: str
    words: tuple[Word, ...]


def scan(line: Sequence[Word], now: datetime, day_first: bool) -> Found | None:
    """What waits for an event, or stands on days of a list, at the end of a line or as all of it."""
    return _after(line, now, day_first) or _listed(line, now)


def _after(line: Sequence[Word], now: datetime, day_first: bool) -> Found | None:
    texts = [word.text for word in line]
    for at in range(len(texts) - 2, 0, -1):
        if texts[at] == "after":
            start, count, unit = _count_before(texts, at)
            break
        if texts[at] == "as" and texts[max(0, at - 2) : at] == ["same", "day"]:
            start, count, unit = at - 2 - (texts[max(0, at - 3)] == "the" and at > 2), 0, "day"
            break
    else:
        return None
    behind = line[at + 1 + (texts[at + 1] in _EACH) :]
    if start < 0 or not 0 < len(behind) <= MOST_WORDS or (start and texts[start - 1] in finding.BOUND):
        return None
    if texts[at] == "after" and not _happens(texts, at, unit, now, day_first, behind):
        return None
    count *= 7 if unit == "week" else 1
    event = " ".join(_spelled(word) for word in behind)
    return Found(Repeat(event=event, offset=count, business=unit == "business"), "", tuple(line[start:]))


def _count_before(texts: list[str], at: int) -> tuple[int, int, str]:
    """Where the count of days begins that ends before a word, how many they are, and of what; -1 for none."""
    for start in range(max(0, at - 3), at):
        for (count, unit), after in amount(texts, start):
            if after == at and count and unit in ("day", "week", "business"):
                return start, count, unit
    return -1, 0, ""


def _happens(texts: list[str], at: int, unit: str, now: datetime, day_first: bool, behind: Sequence[Word]) -> bool:
    """Whether what stands behind "after" is an event that comes again, and no date."""
    if tuple(texts[at + 1 :]) in DONE or finding.read(behind, now, day_first) is not None:
        return False
    last = next((text for text in reversed(texts) if text), "")
    return unit == "business" or texts[at + 1] in _EACH or last in _TRADE


def _spelled(word: Word) -> str:
    return word.raw.rstrip(",.;:") or word.text


def _listed(line: Sequence[Word], now: datetime) -> Found | None:
    """Days with their year, side by side: "on 2026-06-15, 2026-09-15 and 2027-01-15, or the next business day"."""
    texts = [word.text for word in line]
    end = len(texts)
    moved = tuple(texts[-5:]) == _NEXT_DAY
    end -= 5 * moved
    start, dates = end, list[str]()
    while start and (texts[start - 1] in ("and", "&") or _full(texts[start - 1])):
        start -= 1
        if _full(texts[start]):
            there = next(written(texts, start, now.date(), False), None)
            if there is None:
                return None
            dates.append(there[0].isoformat())
    if len(dates) < 2 or texts[start] in ("and", "&"):
        return None
    start -= start > 0 and texts[start - 1] == "on"
    if start and texts[start - 1] in finding.BOUND:
        return None
    days = tuple(sorted(set(dates)))
    first = next((day for day in days if day >= now.date().isoformat()), days[-1])
    repeat = Repeat(dates=days, shift="next-business-day" if moved else "", anchor=days[0], on=first)
    due = holidays.next_business_day(datetime.fromisoformat(first).date()).isoformat() if moved else first
    return Found(repeat, due, tuple(line[start:]))


def _full(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-"
