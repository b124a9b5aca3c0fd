"""From what is said to a rule: "every second monday at 5" becomes an RRULE and its first occurrence.

What people mean, where a rule of the calendar would say something else: "on the 31st" is the last day of
every month and "the 30th" that or the last one; "every second monday" is every other one, "the second monday
of every month" the one that is counted; a rule without a time may begin today, one with a time begins at its
first moment that is still ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from organizer import holidays
from organizer.records import Repeat
from organizer.repeat.rule import Rule, days
from organizer.when import every, finding
from organizer.when.calendar import exact
from organizer.when.days import shift
from organizer.when.every import Said
from organizer.when.lists import plural
from organizer.when.phrase import iso
from organizer.when.times import time
from organizer.when.words import DAY_PARTS, MONTHS, WEEKDAYS, Word, ordinal

LONGEST = 18
_STEPS = 4000
"""Ways of reading that are tried for one line: more than any phrase needs."""
_QUARTERS = {True: (1, 4, 7, 10), False: (3, 6, 9, 12)}
_NOUNS = frozenset(
    "group groups notes note session sessions client clients meeting meetings carry items life kind counts class "
    "club night's after before since with for about from by i we they he she you it who that which when".split()
)
"""Standing after "every friday" at the beginning, these make it part of the sentence."""
_NOT_ALL = frozenset("not nearly almost never hardly".split())


class Found(NamedTuple):
    """A repeat found in a line: what it is, when its first occurrence is due, and the words that say it."""

    repeat: Repeat
    due: str
    words: tuple[Word, ...]


def read(words: Sequence[Word], now: datetime, day_first: bool = False) -> tuple[Repeat, str] | None:
    """What these words say as a whole: the repeat and when its first occurrence is due, or None."""
    said = _said(words, now, day_first)
    return finish(said, now) if said else None


def _said(words: Sequence[Word], now: datetime, day_first: bool) -> Said | None:
    if not words or len(words) > LONGEST + 8 or any(word.stop in (":", ";") for word in words):
        return None
    texts = [word.text for word in words]
    if not all(texts):
        return None
    waiting, tried = [(Said(), 0)], 0
    while waiting and tried < _STEPS:
        said, at = waiting.pop()
        tried += 1
        if at == len(texts):
            if said.unit and rule_of(said) is not None:
                return said
            continue
        try:
            waiting += reversed(list(every.part(texts, at, said, now.date(), day_first)))
        except (ValueError, OverflowError):  # beyond the calendar's years
            continue
    return None


def finish(said: Said, now: datetime) -> tuple[Repeat, str] | None:
    """The record, and when its first occurrence is due; None for a rule that never comes."""
    rule = rule_of(said)
    if rule is None:
        return None
    clock = said.clock if said.clock is not None else DAY_PARTS.get(said.part)
    try:
        first = _first(said, rule, clock, now)
        if first is None:
            return None
        rule = _clipped(_ended(said, rule, first), first)
    except (ValueError, OverflowError):
        return None
    anchor = iso(first, clock)
    text = rule.text()
    if rule.until and clock is not None:
        text = text.replace(f"{rule.until:%Y%m%d}", f"{rule.until:%Y%m%d}T235959")
    moved = "next-business-day" if said.shift else ""
    repeat = Repeat(text, said.after_done, shift=moved, except_holidays=said.holidays, anchor=anchor)
    return repeat, (holidays.next_business_day(first).isoformat() + anchor[10:] if moved else anchor)


def _first(said: Said, rule: Rule, clock: int | None, now: datetime) -> date | None:
    """The first day of the rule that is not past, nor a holiday that is left out."""
    today = now.date()
    start = max(said.start or today, date.min)
    late = clock is not None and clock <= now.hour * 60 + now.minute
    if start == today and late:
        start += timedelta(1)
    every_one = rule._replace(interval=1, times=0, until=None)
    if not (rule.months or rule.days or rule.weekdays):
        every_one = every_one._replace(freq="DAILY")  # it begins on any day
    for there in days(every_one, start, start):
        if not (said.holidays and holidays.is_holiday(there)):
            return there
    return None


def _ended(said: Said, rule: Rule, first: date) -> Rule:
    """The rule with its end. A length of time is told as how often that is. Raises `ValueError` for none at all."""
    until = said.until
    if until and until < first:
        until = exact(until.year + 1, until.month, until.day)
    if said.until and (until is None or until < first):
        raise ValueError("it ends before it begins")
    rule = rule._replace(times=said.times, until=until)
    if said.length:
        last = shift(first, *said.length) - timedelta(1)
        if said.after_done or said.holidays or (last - first).days > 4000:
            return rule._replace(until=last)
        rule = rule._replace(times=sum(1 for _ in days(_clipped(rule._replace(until=last), first), first, first)))
        return rule._replace(until=until)
    return rule


def _clipped(rule: Rule, first: date) -> Rule:
    """A rule that takes its day from the first occurrence, told so that short months have one too."""
    if rule.days or rule.weekdays or rule.months:
        return rule
    if rule.freq == "MONTHLY" and first.day > 28:
        numbers, places = _month_days((first.day,)) or ((), ())
        return rule._replace(days=numbers, places=places)
    if rule.freq == "YEARLY" and (first.month, first.day) == (2, 29):
        return rule._replace(months=(2,), days=(-1,))
    return rule


# -- the rule


def rule_of(said: Said) -> Rule | None:
    """The rule of what was said, without its end; None where the parts do not go together."""
    if said.after_done and (said.placed or said.without):
        return None
    if said.interval < 1 or (said.times and said.length):
        return None
    return {"day": _daily, "week": _weekly, "month": _monthly, "quarter": _quarterly, "year": _yearly}[said.unit](said)


def _daily(said: Said) -> Rule | None:
    if said.weekdays or said.without:
        return _weekly(said) if said.interval == 1 else None
    if said.business or said.days or said.dates:
        return None
    return Rule("DAILY", said.interval, months=said.months)


def _weekly(said: Said) -> Rule | None:
    if said.business or said.days or said.dates or any(which for which, _ in said.weekdays):
        return None
    named = {day for _, day in said.weekdays}
    if said.unit == "day" or said.without:
        named = (named or set(range(7))) - set(said.without)
        if not named:
            return None
    wanted = tuple((0, day) for day in sorted(named))
    return Rule("WEEKLY", said.interval, months=said.months, weekdays=wanted)


def _month_days(numbers: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """BYMONTHDAY and BYSETPOS of days of the month that not every month has: the last one stands in."""
    late = [day for day in numbers if day > 28]
    early = sorted(day for day in numbers if 0 < day < 29)
    last = [-1] if -1 in numbers else []
    if not late or late == [31]:
        return (*early, *(last or [-1] * len(late))), ()
    if len(late) > 1 or last or 28 in early:
        return None
    return (*early, *range(28, late[0] + 1)), (*range(1, len(early) + 1), -1)


def _monthly(said: Said) -> Rule | None:
    if said.months or said.dates or said.without or any(not which for which, _ in said.weekdays):
        return None
    return _within_month(said, Rule("MONTHLY", said.interval))


def _within_month(said: Said, rule: Rule) -> Rule | None:
    """A rule with the days of the month that were said."""
    if said.business:
        working = tuple((0, day) for day in every.WORKING)
        return rule._replace(weekdays=working, places=said.business) if max(said.business) < 24 else None
    if said.days:
        found = _month_days(said.days)
        return found and rule._replace(days=found[0], places=found[1])
    return rule._replace(weekdays=said.weekdays)


def _quarterly(said: Said) -> Rule | None:
    """Every three months; by its first or last day, or a counted one, in the months that begin or end a quarter."""
    if said.months or said.dates or said.without or any(not which for which, _ in said.weekdays):
        return None
    ranks = [which for which, _ in said.weekdays] or [*said.business, *(day for day in said.days if day in (1, -1))]
    if not ranks:
        return _within_month(said, Rule("MONTHLY", 3 * said.interval))
    if said.interval > 1 or (min(ranks) < 0 < max(ranks)):
        return None
    return _within_month(said, Rule("MONTHLY", months=_QUARTERS[ranks[0] > 0]))


def _yearly(said: Said) -> Rule | None:
    rule = Rule("YEARLY", said.interval, months=said.months)
    if said.without or any(not which for which, _ in said.weekdays):
        return None
    if said.dates:
        return _on_dates(rule, said.dates)
    if said.months and said.days and said.days != (-1,):
        return _on_dates(rule, tuple((month, day) for month in said.months for day in said.days))
    if said.months:
        if said.business and len(said.months) > 1:
            return _within_month(said, rule._replace(freq="MONTHLY")) if said.interval == 1 else None
        return _within_month(said if said.placed_within else said._replace(days=(1,)), rule)
    if said.days or said.business:
        which = (said.days or said.business)[0]
        if len(said.days + said.business) > 1 or (said.days and which not in (1, -1)):
            return None
        month = 1 if which > 0 else 12
        return _within_month(
            said._replace(days=(31,) if said.days == (-1,) else said.days), rule._replace(months=(month,))
        )
    return rule._replace(weekdays=said.weekdays)


def _on_dates(rule: Rule, dates: tuple[tuple[int, int], ...]) -> Rule | None:
    """A rule of days of the year; where BYMONTH and BYMONTHDAY say too many, BYSETPOS picks the right ones."""
    months = tuple(sorted({month for month, _ in dates}))
    numbers = tuple(sorted({day for _, day in dates}))
    if dates == ((2, 29),):
        return rule._replace(months=months, days=(-1,))
    if (2, 29) in dates or any(exact(2023, month, day) is None for month, day in dates):
        return None
    crossed = [(month, day) for month in months for day in numbers if exact(2023, month, day)]
    places = tuple(at for at, day in enumerate(crossed, 1) if day in dates)
    if len(places) < len(crossed) and (2 in months and 29 in numbers):
        return None
    return rule._replace(months=months, days=numbers, places=places if len(places) < len(crossed) else ())


# -- where in a line


def scan(line: Sequence[Word], now: datetime, day_first: bool, *, event: bool = False) -> Found | None:
    """The repeat at the end of a line of words, at its beginning where it cannot be anything else, or all of it.

    An event may begin with its time ("11:30 supervision group every thursday").
    """
    if not finding.may_repeat(line):
        return None
    whole = _found(line, now, day_first)
    if whole is not None:
        return whole
    tail = _trailing(line, now, day_first)
    if tail is None:
        return _leading(line, now, day_first)
    return (_with_time(line, tail, now, day_first) if event else None) or tail


def _found(words: Sequence[Word], now: datetime, day_first: bool) -> Found | None:
    got = read(words, now, day_first)
    return Found(*got, tuple(words)) if got else None


def _trailing(line: Sequence[Word], now: datetime, day_first: bool) -> Found | None:
    """The longest phrase that ends the line, if the word before it allows it to be taken."""
    last = max(at for at, word in enumerate(line) if word.text in finding.TRIGGERS) if finding.may_repeat(line) else -1
    for start in range(max(1, len(line) - LONGEST), last + 1):
        if not _opens(line[start].text):
            continue
        found = _found(line[start:], now, day_first)
        if found is None:
            continue
        before, lone = line[start - 1].text, len(line) - start == 1
        if before in finding.BOUND or before in _NOT_ALL or (lone and plural(line[start].text) is not None):
            return None
        if before in finding.DASHES:
            return found._replace(words=tuple(line[start - 1 :])) if start > 1 else None
        return None if line[start - 1].text in WEEKDAYS else found
    return None


def _opens(text: str) -> bool:
    """Whether a phrase may begin with this word."""
    return (
        text in finding.TRIGGERS
        or text in _OPENING
        or text in WEEKDAYS
        or text in MONTHS
        or text[:1].isdigit()
        or ordinal(text) is not None
        or text[:1] == "@"
    )


_OPENING = frozenset("on in at the by due end last noon midnight first two three four".split())


def _leading(line: Sequence[Word], now: datetime, day_first: bool) -> Found | None:
    """The longest phrase that begins the line and cannot be part of what it says."""
    if not (_opens(line[0].text)):
        return None
    for end in range(min(len(line) - 1, LONGEST), 0, -1):
        words = [*line[: end - 1], line[end - 1]._replace(stop="")]
        found = _found(words, now, day_first)
        if found is None:
            continue
        following, stop = line[end].text, line[end - 1].stop
        if following in finding.JOINS or following in _NOUNS or following in finding.TRIGGERS:
            return None
        if following in finding.DASHES:
            return found._replace(words=tuple(line[: end + 1])) if end + 1 < len(line) else None
        return found if stop in (",", ":") or _unmistakable([word.text for word in words]) else None
    return None


def _unmistakable(texts: list[str]) -> bool:
    """Whether a phrase cannot be the beginning of a sentence: not a lone "weekly", nor "every day"."""
    if len(texts) < 3 and not any(text in WEEKDAYS for text in texts):
        return False
    return len(texts) > 1


def _with_time(line: Sequence[Word], tail: Found, now: datetime, day_first: bool) -> Found | None:
    """The time at the beginning and the repeat at the end, as one."""
    texts = [word.text for word in line]
    for after in (2, 1):
        if (
            all(texts[:after])
            and any(end == after for _, end in time(texts[:after], 0))
            and len(line) > after + len(tail.words)
        ):
            head = [word._replace(stop="") for word in line[:after]]
            words = [word for word in tail.words if word.text not in finding.DASHES]
            if texts[0] not in ("at", "@"):
                head = [Word("at", head[0].start, head[0].start), *head]
            both = _found([*words, *head], now, day_first)
            if both:
                return both._replace(words=(*line[:after], *tail.words))
    return None
