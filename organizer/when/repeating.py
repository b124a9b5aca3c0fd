"""From what is said to a rule: "every second monday at 5" becomes an RRULE and its first occurrence.

What people mean, where a rule of the calendar would say something else: "on the 31st" is the last day of
every month and "the 30th" that or the last one; "every second monday" is every other one, "the second monday
of every month" the one that is counted; a rule without a time may begin today, one with a time begins at its
first moment that is still ahead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from organizer import holidays
from organizer.records import Repeat
from organizer.repeat.rule import Rule, days
from organizer.when import every
from organizer.when.calendar import exact, in_year
from organizer.when.lengths import shift
from organizer.when.phrase import iso
from organizer.when.rules import month_days, rule_of
from organizer.when.said import WORKING, Said
from organizer.when.words import DAY_PARTS, Word

LONGEST = 24
_STEPS = 1500
"""Ways of reading that are tried for one line: many more than any phrase needs."""
_NOTHING = Said()

State = tuple[Said, int]


class Reader:
    """Reads the phrases of one line: what led nowhere once is not tried again, nor is the line read for ever."""

    def __init__(self, now: datetime, day_first: bool) -> None:
        self.now, self.day_first = now, day_first
        self.seen: set[State] = set()
        self.left = _STEPS

    def whole(self, words: Sequence[Word]) -> tuple[Repeat, str] | None:
        """What these words say as a whole: the repeat and when its first occurrence is due, or None."""
        if not words or len(words) > LONGEST or any(word.stop in (":", ";") for word in words):
            return None
        texts = [word.text for word in words]
        waiting = [(_NOTHING, 0)] if all(texts) else []
        while waiting and self.left:
            said, at = waiting.pop()
            if at == len(texts):
                if said.unit and rule_of(said) is not None:
                    return finish(said, self.now)
                continue
            # Positions are counted from the end, which phrases that begin at different words share.
            onward = self.onward(texts, said, at)
            waiting += reversed([(then, to) for then, to in onward if self.fresh(then, to - len(texts))])
        return None

    def beginnings(self, texts: list[str]) -> dict[int, Said]:
        """What the first words say, by how many of them; of two readings the first one."""
        found: dict[int, Said] = {}
        waiting = [(_NOTHING, 0)]
        seen: set[State] = set()
        while waiting and self.left:
            said, at = waiting.pop()
            if at and said.unit and at not in found and rule_of(said) is not None:
                found[at] = said
            if at < len(texts):
                onward = [state for state in self.onward(texts, said, at) if state not in seen]
                seen.update(onward)
                waiting += reversed(onward)
        return found

    def onward(self, texts: list[str], said: Said, at: int) -> list[State]:
        """Every way to read on from a place."""
        self.left -= 1
        try:
            return list(every.part(texts, at, said, self.now.date(), self.day_first))
        except (ValueError, OverflowError):  # beyond the calendar's years
            return []

    def fresh(self, said: Said, at: int) -> bool:
        """Whether it was not read on from here with the same said before."""
        state = said, at
        if at and state in self.seen:
            return False
        self.seen.add(state)
        return True


def read(words: Sequence[Word], now: datetime, day_first: bool = False) -> tuple[Repeat, str] | None:
    """What these words say as a whole: the repeat and when its first occurrence is due, or None."""
    return Reader(now, day_first).whole(words)


def finish(said: Said, now: datetime) -> tuple[Repeat, str] | None:
    """The record, and when its first occurrence is due; None for a rule that never comes."""
    rule = rule_of(said)
    if rule is None:
        return None
    if said.unit == "month" and said.dates and not said.start:
        said = said._replace(start=in_year(now.date(), *said.dates[0]))
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
    repeat = Repeat(
        text,
        said.after_done,
        shift=moved,
        except_holidays=said.holidays,
        business=said.unit == "business",
        catch_up=said.catch_up or "current",
        anchor=anchor,
    )
    if said.paused:
        return repeat._replace(paused=True, on=anchor), ""
    return repeat, (holidays.next_business_day(first).isoformat() + anchor[10:] if moved else anchor)


def _first(said: Said, rule: Rule, clock: int | None, now: datetime) -> date | None:
    """The first day of the rule that is not past, nor a holiday that is left out."""
    today = now.date()
    start = max(said.start or today, date.min)
    late = clock is not None and clock <= now.hour * 60 + now.minute
    if start == today and late:
        start += timedelta(1)
    every_one = rule._replace(interval=1, times=0, until=None)
    if said.unit == "business":
        every_one = every_one._replace(freq="WEEKLY", weekdays=tuple((0, day) for day in WORKING))
    elif not (rule.months or rule.days or rule.weekdays):
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
        if said.after_done or said.holidays or (last - first).days > 800:
            return rule._replace(until=last)
        rule = rule._replace(times=sum(1 for _ in days(_clipped(rule._replace(until=last), first), first, first)))
        return rule._replace(until=until)
    return rule


def _clipped(rule: Rule, first: date) -> Rule:
    """A rule that takes its day from the first occurrence, told so that short months have one too."""
    if rule.days or rule.weekdays or rule.months:
        return rule
    if rule.freq == "MONTHLY" and first.day > 28:
        numbers, places = month_days((first.day,)) or ((), ())
        return rule._replace(days=numbers, places=places)
    if rule.freq == "YEARLY" and (first.month, first.day) == (2, 29):
        return rule._replace(months=(2,), days=(-1,))
    return rule
