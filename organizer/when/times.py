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
_CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(am|pm|(?<=[:.][0-9]{2})[ap])?"
_PARTS = {**{part: part for part in DAY_PARTS}, "am": "morning", "pm": "afternoon"}
_PAST = {"past": 1, "after": 1, "to": -1, "of": -1}


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
    if at < len(words):
        yield from _named(words, at)
        yield from _clock(words, at, bare, part)
        yield from _spoken(words, at, part)


def _named(words: Words, at: int) -> Iterator[tuple[int, int]]:
    if words[at] in NAMED:
        yield NAMED[words[at]], at + 1
    elif words[at] == "12" and words[at + 1 : at + 2] in (["noon"], ["midnight"]):
        yield NAMED[words[at + 1]], at + 2


def _clock(words: Words, at: int, bare: bool, part: str) -> Iterator[tuple[int, int]]:
    found = re.fullmatch(_CLOCK, words[at]) if words[at][0].isdigit() else None
    if found is None:
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


def _spoken(words: Words, at: int, part: str) -> Iterator[tuple[int, int]]:
    """ "half past four", "quarter to 5", "10 past 4"."""
    if at + 2 >= len(words) or words[at + 1] not in _PAST or words[at] not in ("half", "quarter"):
        return
    away = (30 if words[at] == "half" else 15) * _PAST[words[at + 1]]
    named = words[at + 2]
    hour = int(named) if named.isdigit() and len(named) <= 2 else NUMBERS.get(named, 0)
    value = minutes(hour, 0, "", part) if 1 <= hour <= 12 and away != -30 else None
    if value is not None:
        yield (value + away) % 1440, at + 3


def part_after(words: Words, at: int) -> Iterator[tuple[str, int]]:
    """A part of the day behind a time or a day: "in the morning", "at night", "afternoon", "am"."""
    for lead in (("in", "the"), ("at",), ()):
        end = at + len(lead)
        if end < len(words) and tuple(words[at:end]) == lead:
            part = _PARTS.get(words[end])
            if part and (lead != ("at",) or part == "night"):
                yield part, end + 1
