"""Times of day: "4pm", "16:30", "at 5", "noon", "half past four", "8 in the evening".

Every function here takes the words and a place among them, and gives each way to read on from
there as (what was read, the place after it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from organizer.when.words import DAY_PARTS, NUMBERS

Words = Sequence[str]

NAMED = {"noon": 720, "midday": 720, "midnight": 0}
MEALS = ("lunch", "lunchtime")
"""Behind "at", noon."""
_CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(am|pm|(?<=[:.][0-9]{2})[ap])?(?:ish)?"
_PARTS = {**{part: part for part in DAY_PARTS}, "am": "morning", "pm": "afternoon"}
_PAST = {"past": 1, "after": 1, "to": -1, "of": -1, "till": -1}
_SPOKEN = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "5": 5, "10": 10, "20": 20}
_MINUTES = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50}
TO = ("-", "--", "to", "until", "till", "through", "thru")


def minutes(hour: int, minute: int, half: str, part: str = "") -> int | None:
    """Minutes after midnight of a clock time, None when there is no such time.

    `half` is "am", "pm" or "" where none was said. Without one, 1 to 6 are in the afternoon (an
    office's hours), 7 to 11 in the morning, and a part of the day decides before that.
    """
    if minute > 59:
        return None
    if half:
        return (hour % 12 + (12 if half == "pm" else 0)) * 60 + minute if 1 <= hour <= 12 else None
    if hour > 23:
        return None
    if part and 1 <= hour <= 12:
        late = part != "morning" and not (part == "night" and hour in (12, 1, 2, 3))
        return (hour % 12 + (12 if late else 0)) * 60 + minute
    return (hour + 12 if 1 <= hour <= 6 else hour) * 60 + minute


def time(words: Words, at: int, bare: bool = False, part: str = "") -> Iterator[tuple[int, int]]:
    """Times that begin at `at`, in minutes after midnight.

    A lone number counts only behind "at", "by" or "before", or when `bare` says that a day stands
    before it. `part` is the part of the day already named.
    """
    leading = words[at] if at < len(words) else ""
    if leading in ("at", "@", "by", "before"):
        at, bare = at + 1, True
    elif leading[:1] == "@" and len(leading) > 1:
        words, bare = [*words[:at], leading[1:], *words[at + 1 :]], True
    if at < len(words) and words[at]:
        yield from _named(words, at, bare)
        yield from _clock(words, at, bare, part)
        yield from _worded(words, at, bare, part)
        yield from _spoken(words, at, part)


def _named(words: Words, at: int, bare: bool) -> Iterator[tuple[int, int]]:
    if words[at] in NAMED:
        yield NAMED[words[at]], at + 1
    elif bare and words[at] in MEALS:
        yield NAMED["noon"], at + 1
    elif words[at] == "12" and words[at + 1 : at + 2] in (["noon"], ["midnight"]):
        yield NAMED[words[at + 1]], at + 2


def _clock(words: Words, at: int, bare: bool, part: str) -> Iterator[tuple[int, int]]:
    found = re.fullmatch(_CLOCK, words[at]) if words[at][0].isdecimal() else None
    if found is None:
        if at and words[at - 1] == "at" and re.fullmatch("(?:[01][0-9]|2[0-3])[0-5][0-9]", words[at]):
            yield int(words[at][:2]) * 60 + int(words[at][2:]), at + 1
        return
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    after = at + 1
    if not half and words[after : after + 1] in (["am"], ["pm"]):
        half, after = words[after][0], after + 1
    if "." in words[at] and not half:
        return
    if half:
        value = minutes(hour, minute, half + "m")
        if value is not None:
            yield value, after
            yield from ((value, end) for _, end in part_after(words, after))
        return
    # A leading zero or an hour past noon is the 24-hour clock as it stands.
    if found[2] and found[1][0] == "0":
        if minute < 60:
            yield hour * 60 + minute, after
        return
    for said, end in part_after(words, after):
        value = minutes(hour, minute, "", said)
        if value is not None and 1 <= hour <= 12:
            yield value, end
    clocked = words[after : after + 1] in (["o'clock"], ["oclock"])
    if found[2] or clocked or (bare and 1 <= hour <= 12):
        value = minutes(hour, minute, "", part)
        if value is not None:
            yield value, after + clocked


def _worded(words: Words, at: int, bare: bool, part: str) -> Iterator[tuple[int, int]]:
    """ "at five thirty", "nine am", "five o'clock"."""
    hour = NUMBERS.get(words[at], 0) if words[at] not in ("a", "an") else 0
    if not 1 <= hour <= 12:
        return
    after = at + 1
    minute = _MINUTES.get(words[after], 0) if after < len(words) else 0
    for count, end in ((minute, after + 1), (0, after)) if minute else ((0, after),):
        behind = words[end] if end < len(words) else ""
        half = behind if behind in ("am", "pm") else ""
        clocked = behind in ("o'clock", "oclock") and not count
        if half or clocked or bare:
            value = minutes(hour, count, half, part)
            if value is not None:
                yield value, end + bool(half or clocked)


def _spoken(words: Words, at: int, part: str) -> Iterator[tuple[int, int]]:
    """ "half past four", "quarter to 5", "twenty past 3", "ten to five"."""
    if at + 2 >= len(words) or words[at + 1] not in _PAST or words[at] not in _SPOKEN:
        return
    away = _SPOKEN[words[at]] * _PAST[words[at + 1]]
    named = words[at + 2]
    hour = int(named) if named.isdecimal() and len(named) <= 2 else NUMBERS.get(named, 0)
    if away == -30 or (away < 0 and words[at].isdecimal()) or named in ("a", "an"):  # "10 to 5" is a range
        return
    value = minutes(hour, 0, "", part) if 1 <= hour <= 12 else None
    if value is not None:
        yield (value + away) % 1440, at + 3


def time_range(words: Words, at: int, bare: bool = False, part: str = "") -> Iterator[tuple[int, int, int]]:
    """From when to when: "2-3pm", "11am to 1pm", "from 9 to 10:30am", "between 9 and 10am", as the first minute after
    midnight, how many minutes it lasts, and the place after it. One without am or pm takes it from the other."""
    lead = words[at] if at < len(words) else ""
    joins: tuple[str, ...] = ("and",) if lead == "between" else TO
    told = lead in ("from", "between", "at", "@")
    words, at, joined = list(words), at + told, 0
    left, dash, right = words[at].partition("-") if at < len(words) else ("", "", "")
    if dash and left and right:
        words[at : at + 1] = [left, "-", right]
        joined = 2
    for first, middle in time(words, at, True, part):
        if middle < len(words) and words[middle] in joins:
            for last, after in time(words, middle + 1, True, part):
                sure = told or bare or not (_unsaid(words, at) and _unsaid(words, middle + 1))
                found = _fitted(words, at, middle + 1, first, last) if sure else None
                if found:
                    yield *found, after - joined


def _unsaid(words: Words, at: int) -> bool:
    """Whether a time stands there as a bare number of which half of the day is not said."""
    return words[at][:1].isdecimal() and words[at][-1].isdecimal() and words[at + 1 : at + 2] not in (["am"], ["pm"])


def _fitted(words: Words, one: int, other: int, first: int, last: int) -> tuple[int, int] | None:
    """When a range begins and how long it is, where there is one shorter than half a day."""
    firsts = (first % 720, first % 720 + 720) if _unsaid(words, one) else (first,)
    lasts = (last % 720, last % 720 + 720, last % 720 + 1440) if _unsaid(words, other) else (last, last + 1440)
    if _unsaid(words, one) and _unsaid(words, other):
        firsts = (first,)
    found = [(end - start, start) for start in firsts for end in lasts if 0 < end - start < 720]
    return (min(found)[1], min(found)[0]) if found else None


def part_after(words: Words, at: int) -> Iterator[tuple[str, int]]:
    """A part of the day behind a time or a day: "in the morning", "at night", "afternoon", "am"."""
    if words[at : at + 2] == ["first", "thing"]:
        yield "morning", at + 2 + 3 * (words[at + 2 : at + 5] == ["in", "the", "morning"])
    for lead in (("in", "the"), ("at",), ()):
        end = at + len(lead)
        if end < len(words) and tuple(words[at:end]) == lead:
            part = _PARTS.get(words[end])
            if part and (lead != ("at",) or part == "night"):
                yield part, end + 1
