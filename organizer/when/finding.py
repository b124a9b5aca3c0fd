"""Where in a line the date stands: at its end, at its beginning, or all of it.

A line that only mentions a day must keep it: "March plan", "call May about the lease", "notes from
Friday". So a date is taken from the end of a line unless the word before it belongs to it, and from
the beginning only where it cannot be anything else. A line that says how something comes back
("every friday 4pm") holds no single date, and nothing is taken from it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from organizer.when import named, ranges
from organizer.when.days import PLAIN
from organizer.when.phrase import endings, opens, read_words
from organizer.when.vocabulary import in_date
from organizer.when.words import MONTHS, NUMBERS, UNITS, WEEKDAYS, Word, number, ordinal, word_at

HEAD, TAIL = 16, 30
"""Words looked at, at either end of a line; a phrase is at most 14 long."""
_LONGEST = 14


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BOUND = _set(
    "a an the this that these those my your his her its our their another every each other last past one no not any "
    "for of from since until till to through thru after about than like as with into onto in at per via vs between "
    "and or but nor plus & / + = is are was were be been being am isn't wasn't except starting beginning ending around "
    "alternate alternating called named once twice times only even happy it's that's "
    "there's what's i we they she he you who"
)
"""Standing before a date, these make it part of the sentence."""

_CELEBRATED = _set("black good ash giving cyber easter palm super taco casual holy shrove fat ruby whit")
_COUNTED = _set(
    "session sessions part page pages step chapter unit module lesson pain score scored scale rate rated rating mood "
    "ratio odds day week phase room form line item no number version grade level suite apt box track size type code "
    "question verse stage section paragraph item row draft copy psalm mark luke john phq gad subjective"
)
"""Standing before a bare number, these say what it counts."""

_GROWN = _set("raise raised increase increased cut reduce reduced lower lowered divide divided multiply grow grew")
JOINS = _set("and or to through thru till until is was are were will & / + - vs as at has had isn't of off")
"""Standing after a date at the beginning, these make it part of the sentence."""

_REPEATS = _set(
    "daily nightly weekly biweekly bi-weekly fortnightly monthly bimonthly bi-monthly quarterly yearly annually "
    "semiannually hourly weekdays weekends weeknights mornings afternoons evenings nights"
)
_PAST = _set("had did was were saw got made went came began started happened worked felt learned")
"""Standing before "in february", these tell of the last one."""
LISTS = _set("mwf tth tuth mw m-f")
DASHES = ("-", "--")
TRIGGERS = _REPEATS | _set("every each every! alternate once twice times biannually biennially")
TRIGGERS |= _set("semimonthly semi-monthly semi-annually") | {f"{name}s" for name in WEEKDAYS if name.endswith("day")}
"""Without one of these words nothing is said to come back."""
_SURE = _set("tonight tonite by on before due in within at")
_NARROW = _set("sat sun wed mon mar dec")


class Found(NamedTuple):
    """A date found in a line: in ISO form, and the words that say it."""

    due: str
    words: tuple[Word, ...]


def window(text: str, spots: Sequence[tuple[int, int]]) -> list[Word]:
    """The words at either end of a line, with one that matches nothing where some are left out."""
    if len(spots) <= HEAD + TAIL:
        return [word_at(text, *spot) for spot in spots]
    head = [word_at(text, *spot) for spot in spots[:HEAD]]
    tail = [word_at(text, *spot) for spot in spots[-TAIL:]]
    return [*head, Word("", spots[HEAD][0], spots[HEAD][1]), *tail]


def scan(
    line: Sequence[Word], now: datetime, day_first: bool, *, event: bool = False, split: bool = True
) -> Found | None:
    """The date of a line of words, or None.

    With `split` a time at the beginning and a day at the end (or the other way round) are read as
    one. An event may begin with a lone time and may be past; nothing else may.
    """
    if not line or repeats(line):
        return None
    whole = read_all(line, now, day_first)
    if whole is not None:
        return Found(whole, tuple(line))
    tail = _trailing(line, now, day_first, event)
    joined = split and tail is not None
    head = _leading(line, now, day_first, clock=event or joined, weekday=event and joined)
    if head is not None and tail is not None:
        both = None
        if split and len(head.words) + len(tail.words) < len(line):
            both = read([*head.words, *tail.words], now, day_first)
        return Found(both, head.words + tail.words) if both else tail
    return tail or head


def read(words: Sequence[Word], now: datetime, day_first: bool) -> str | None:
    """What these words say as a whole, in ISO form, or None."""
    if not words or len(words) > _LONGEST + 4 or any(word.stop in (":", ";") for word in words):
        return None
    return read_words([word.text for word in words], now, day_first)


def read_all(words: Sequence[Word], now: datetime, day_first: bool) -> str | None:
    """What these words say as all there is, in ISO form, or None: also the first of several days."""
    due = read(words, now, day_first)
    if due is None and 1 < len(words) <= _LONGEST and all(in_date(word.text) and word.stop != ":" for word in words):
        return ranges.first_day([word.text for word in words], now, day_first)
    if due is None and len(words) == 1 and words[0].text[:1].isdecimal() and "-" in words[0].text:
        return ranges.first_day([words[0].text], now, day_first)
    return due


def may_repeat(line: Sequence[Word]) -> bool:
    """Whether there is a word in the line without which nothing repeats."""
    return last_trigger(line) >= 0 or any(word.text in ("after", "as") for word in line)


def last_trigger(line: Sequence[Word]) -> int:
    """The last word that a repeat may be told by: "every", "mondays", one of several weekdays or ordinals; -1: none."""
    for at in range(len(line) - 1, -1, -1):
        text = line[at].text
        if text in TRIGGERS or text in LISTS or _counted_out(text):
            return at
        if at and text and (_again(text, line[at - 1].text, line[at - 2].text if at > 1 else "")):
            return at
    return -1


def _counted_out(text: str) -> bool:
    """ "2x", "2x/month", "mon/wed/fri", "mon-thu"."""
    first = text[:1]
    if first.isdecimal():
        return text.lstrip("0123456789")[:1] == "x"
    return ("/" in text or "-" in text) and all(part in WEEKDAYS for part in text.replace("-", "/").split("/"))


def _again(text: str, before: str, ahead: str) -> bool:
    """Whether a word is the second of several weekdays, ordinals or full dates side by side."""
    if before in ("and", "&", "to", "through", "thru", "-"):
        before = ahead
    if text in WEEKDAYS:
        return before in WEEKDAYS
    if text[0].isdecimal():
        return (before[:1].isdecimal() and ordinal(text) is not None and ordinal(before) is not None) or (
            len(text) == len(before) == 10 and text[4] == before[4] == "-"
        )
    return text in MONTHS and before[:1].isdecimal()


def repeats(line: Sequence[Word]) -> bool:
    """Whether the line says how something comes back: "every" or "each" and a measure of time, "twice a month"."""
    if line[-1].text in _REPEATS:
        return True
    for at, word in enumerate(line):
        following = [later.text for later in line[at + 1 : at + 3]]
        if word.text in ("once", "twice", "times") and following[:1] in (["a"], ["per"]) and following[-1] in UNITS:
            return True
        if word.text in ("every", "each"):
            after = at + 1
            while after < len(line) and after < at + 4 and _counts(line[after].text):
                after += 1
            if after < len(line) and _measures(line[after].text):
                return True
    return False


def _counts(text: str) -> bool:
    return text in ("other", "business", "working", "single", "few", "and", "last", "couple", "of", "half") or bool(
        number(text) or ordinal(text)
    )


def _measures(text: str) -> bool:
    text = text.removesuffix("'s").partition("/")[0]
    return (
        text in UNITS or text in WEEKDAYS or text.removesuffix("s") in WEEKDAYS or text in MONTHS
        or text in ("weekday", "weekdays", "weekend", "morning", "afternoon", "evening", "night", "noon")
        or (text[:1].isdecimal() and ordinal(text) is not None)
        or (text[:1].isdecimal() and text.lstrip("0123456789") in UNITS)
    )  # fmt: skip


def _trailing(line: Sequence[Word], now: datetime, day_first: bool, event: bool) -> Found | None:
    """The longest phrase that ends the line, if the words before it allow it to be taken."""
    earliest = len(line)
    while earliest > max(1, len(line) - _LONGEST) and in_date(line[earliest - 1].text):
        earliest -= 1
    for start in range(earliest, len(line)):
        due = read(line[start:], now, day_first) if opens(line[start].text) else None
        if due is None or _grown(line, start):
            continue
        if not _free(line, start, event):
            return None
        dash = start > 1 and line[start - 1].text in DASHES
        return Found(due, tuple(line[start - dash :]))
    return None


def _free(line: Sequence[Word], start: int, event: bool) -> bool:
    """Whether the phrase from `start` to the end stands for itself."""
    before = line[start - 1].text
    first, last = line[start].text, line[-1].text
    if before in BOUND or before in _REPEATS or (before[-1:] == "s" and before[:-1] in WEEKDAYS):
        return False
    if before in DASHES:  # "call the payer - friday", but not "2 - 4pm"
        return start > 1 and not _dated(line[start - 2].text) and not line[start - 2].text[:1].isdecimal()
    if _dated(before) or (start > 1 and line[start - 2].text in MONTHS and _day_number(before)):
        return False
    second = line[start + 1].text if start + 1 < len(line) else ""
    if (first, second) == ("in", "the") or (first == "in" and second in MONTHS and not _ahead(line[:start])):
        return False
    begins = start + (first == "the")
    if named.holiday([word.text for word in line[begins : begins + 4]], 0):
        return False  # "wrap the gifts christmas" is rare, "happy thanksgiving" is not
    if (first in WEEKDAYS and before in _CELEBRATED) or (before in _COUNTED and _bare(line, start)):
        return False
    return event or not (last in ("ago", "yesterday") or first == "yesterday" or _gone(line[start:]))


def _ahead(line: Sequence[Word]) -> bool:
    """Whether the words before "in february" do not tell of what was."""
    return _PAST.isdisjoint(word.text for word in line)


def _gone(words: Sequence[Word]) -> bool:
    """Whether the phrase is "last friday" or "last week"."""
    return len(words) == 2 and words[0].text == "last"


def _day_number(text: str) -> bool:
    return (text.isdecimal() and len(text) < 3) or (text[:1].isdecimal() and ordinal(text) is not None)


def _bare(line: Sequence[Word], start: int) -> bool:
    """Whether the phrase begins with digits that need not be a date or time: "3/10", "1:20", not "4pm"."""
    first = line[start].text
    following = line[start + 1].text if start + 1 < len(line) else ""
    return first[0].isdecimal() and len(first) < 6 and first[-1] != "m" and following not in ("am", "pm")


def _grown(line: Sequence[Word], start: int) -> bool:
    """Whether the phrase begins with the number in "raise the fee by 10"."""
    if line[start].text != "by" or not line[start + 1].text.isdecimal():
        return False
    return not _GROWN.isdisjoint(word.text for word in line[max(0, start - 4) : start])


def _dated(text: str) -> bool:
    """Whether a word before the phrase looks like a further date or time, so that the two are a list or a range."""
    return text in WEEKDAYS or text in PLAIN


def _leading(line: Sequence[Word], now: datetime, day_first: bool, *, clock: bool, weekday: bool) -> Found | None:
    """The longest phrase that begins the line and cannot be part of what it says.

    `clock` allows a lone time of day there ("11:30 supervision group"), `weekday` a lone weekday.
    """
    longest = 0
    while longest < min(len(line) - 1, _LONGEST) and in_date(line[longest].text):
        longest += 1
        if line[longest - 1].stop in (":", ";"):
            break
    if not longest or not opens(line[0].text):
        return None
    found = endings([word.text for word in line[:longest]], now, day_first)
    for end in range(longest, 0, -1):
        due = found.get(end)
        words = [*line[: end - 1], line[end - 1]._replace(stop="")]
        lone = weekday and end == 1 and words[0].text in WEEKDAYS
        if due is not None and (lone or _unmistakable(words, line[end - 1].stop, due, clock)):
            following = line[end].text
            if following in DASHES and end + 1 < len(line) and not line[end + 1].text[:1].isdecimal():
                return None if _dated(line[end + 1].text) else Found(due, tuple(line[: end + 1]))
            if following in JOINS or following in _REPEATS or following in MONTHS or following in WEEKDAYS:
                return None
            return Found(due, tuple(words))
    return None


def _unmistakable(words: Sequence[Word], stop: str, due: str, clock: bool) -> bool:
    first, last = words[0].text, words[-1].text
    if last in ("ago", "yesterday") or _gone(words):
        return False
    if stop in (",", ":"):
        return True
    if first == "at" and len(words) == 2 and last in NUMBERS:
        return False  # "at one with"
    if first == "in" and words[1].text in MONTHS:
        return False
    if last in ("now", "today", "tomorrow") and any(word.text == "from" for word in words):
        return True
    if last.isdecimal() and not (len(words) > 1 and words[-2].text in MONTHS):
        return False
    if first in _SURE or first[0] == "+" or (first in PLAIN and first != "yesterday"):
        return True
    if first in ("this", "next", "coming"):
        return words[1].text in WEEKDAYS
    if first in WEEKDAYS:
        return "T" in due or len(words) > 1
    if len(first) >= 10 and first[4] == "-":
        return True
    return clock and first[0].isdecimal() and len(words) <= 2 and "T" in due and (":" in first or last[-1:] == "m")
