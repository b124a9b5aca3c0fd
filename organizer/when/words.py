"""The words dates are made of, and the text cut into them."""

import re
from typing import NamedTuple


class Word(NamedTuple):
    """One word as the grammar sees it: lower case, without the comma or period behind it.

    `start` and `end` are characters in the text, punctuation included; `stop` is that punctuation
    (one of ``,.:;``) or "", `raw` the word as it was typed. A word that cannot belong to a date has `text` "".
    """

    text: str
    start: int
    end: int
    stop: str = ""
    raw: str = ""


WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty-five": 45,
    "sixty": 60, "ninety": 90,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
    "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip

UNITS = {
    name: unit
    for unit, names in (
        ("minute", "m min mins minute minutes"),
        ("hour", "h hr hrs hour hours"),
        ("day", "d day days"),
        ("week", "w wk wks week weeks"),
        ("fortnight", "fortnight fortnights"),
        ("month", "mo mos month months"),
        ("quarter", "quarter quarters"),
        ("year", "y yr yrs year years"),
    )
    for name in names.split()
}

DAY_PARTS = {"morning": 9 * 60, "afternoon": 14 * 60, "evening": 18 * 60, "night": 20 * 60}
"""When a part of the day is, in minutes after midnight: the default where no time is named."""

LONGEST = 24
"""No word of a date is longer than this many characters."""


def spots(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand: (start, end) of each run without white space."""
    return [found.span() for found in re.finditer(r"\S+", text)]


def word_at(text: str, start: int, end: int) -> Word:
    """The word standing from `start` to `end`."""
    typed = text[start:end]
    raw = typed.replace("\u2019", "'").lower() if end - start <= LONGEST else ""
    if not raw.isascii():
        if raw in ("\u2013", "\u2014"):
            return Word("-", start, end, "", typed)
        raw = raw.replace("\u2013", "-")  # "2\u20133pm"
        if not raw.isascii():
            return Word("", start, end, "", typed)
    stop = raw[-1] if len(raw) > 1 and raw[-1] in ",.:;" else ""
    bare = raw[:-1] if stop else raw
    if bare in ("a.m", "p.m"):
        bare = bare.replace(".", "")
    elif bare[-4:] in ("a.m.", "p.m."):
        bare = bare[:-4] + bare[-4] + "m"
    elif stop == "." and bare[-3:] in ("a.m", "p.m"):
        bare, stop = bare[:-3] + bare[-3] + "m", ""
    return Word(bare, start, end, stop, typed)


def number(word: str) -> int | None:
    """A whole number of at most four digits, or one in words up to twelve and the common ones above."""
    if word.isdecimal():
        return int(word) if len(word) <= 4 else None
    return NUMBERS.get(word)


def ordinal(word: str) -> int | None:
    """1 for "1st" or "first", and so on to 31; None for a wrong ending ("2st") or another word."""
    if word[:1].isdecimal():
        digits, ending = word[:-2], word[-2:]
        if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= 31:
            return None
        count = int(digits)
        right = "th" if 10 < count < 14 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return count if ending == right else None
    return ORDINALS.get(word)
