"""The occurrences of a repeat. One is named by its nominal day (and time) in the rule, which stays the same
when it is moved off a weekend or put off by hand: a text like "2026-03-06" or "2026-03-06T16:00".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from organizer import holidays
from organizer.records import Repeat
from organizer.repeat import rule as rules
from organizer.repeat import working

SHIFT = "next-business-day"
BACK = 14
"""Days before a due on which the rule may have named it: more than a weekend and its holidays."""
_STEPS = {"DAILY": 1, "WEEKLY": 7}
_MONTHS = {"MONTHLY": 1, "YEARLY": 12}


def key(series: str, on: str) -> str:
    """The name of one occurrence, the same wherever and whenever it is computed."""
    return f"{series}@{on}"


def day_of(text: str | None) -> date | None:
    """The day of an ISO text, or None."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def earlier(there: date, count: int) -> date:
    """The day `count` days before another, or the calendar's first."""
    return date.fromordinal(max(1, there.toordinal() - count))


def due_of(repeat: Repeat, on: str) -> str:
    """When an occurrence is due: its nominal day, moved to the next business day where the repeat says so."""
    there = day_of(on)
    if there is None or repeat.shift != SHIFT:
        return on
    try:
        return holidays.next_business_day(there).isoformat() + on[10:]
    except OverflowError:
        return on


def occurrences(repeat: Repeat, since: date) -> Iterator[str]:
    """The nominal days of the calendar from `since` on, in order; none for a count from completion or an event."""
    if repeat.event or repeat.after_completion:
        return
    clock = repeat.anchor[10:]
    for there in _dated(repeat, since) if repeat.dates else _ruled(repeat, since):
        if not (repeat.except_holidays and holidays.is_holiday(there)):
            yield there.isoformat() + clock


def _ruled(repeat: Repeat, since: date) -> Iterator[date]:
    rule, start = rules.read(repeat.rule), day_of(repeat.anchor)
    if rule is None or start is None:
        return iter(())
    if repeat.business and rule.freq == "DAILY":
        return working.days(rule, start, since, repeat.except_holidays)
    return rules.days(rule, start, since)


def _dated(repeat: Repeat, since: date) -> Iterator[date]:
    """The days of a list from `since` on, as far as COUNT and UNTIL of a rule beside it let them."""
    rule = rules.read(repeat.rule)
    if rule is None or not (rule.times or rule.until):
        yield from _listed(repeat.dates, since)
        return
    start = (day_of(repeat.anchor) or since) if rule.times else since
    for there in islice(_listed(repeat.dates, start), rule.times or None):
        if rule.until and there > rule.until:
            return
        if there >= since:
            yield there


def _listed(dates: tuple[str, ...], since: date) -> Iterator[date]:
    """Single days, and days of every year ("06-15"), from `since` on; February 29 is the 28th in most years."""
    single = sorted({there for there in map(day_of, dates) if there is not None and there >= since})
    yearly = sorted({text for text in dates if len(text) == 5 and _in_year(text, 2000)})
    yield from _merged(single, yearly, since)


def _merged(single: list[date], yearly: list[str], since: date) -> Iterator[date]:
    years = range(since.year, 10_000 if yearly else max((day.year for day in single), default=0) + 1)
    for year in years:
        found = {day for day in single if day.year == year}
        found.update(day for day in (_in_year(text, year) for text in yearly) if day is not None and day >= since)
        yield from sorted(found)


def _in_year(text: str, year: int) -> date | None:
    try:
        if text == "02-29" and (year % 4 or (year % 100 == 0 and year % 400)):
            text = "02-28"
        return date.fromisoformat(f"{year:04d}-{text}")
    except ValueError:
        return None


def next_after(repeat: Repeat, on: str, done_at: str, now: datetime) -> str | None:
    """The occurrence after the one `on`, which was done at `done_at` (ISO); None when there is no further one.

    From completion it is counted from the day it was done. Of the calendar it is the one after `on`; where
    missed ones do not have to be made up ("current", "skip") it is also one whose day has not come yet.
    """
    if repeat.event:
        return None
    if repeat.after_completion:
        return _after_completion(repeat, day_of(done_at) or now.date())
    today, every = now.date(), repeat.catch_up == "every"
    since = day_of(on) or today
    if not every:
        since = max(since, earlier(today, BACK))
    for found in occurrences(repeat, since):
        if found > on and (every or due_of(repeat, found)[:10] > today.isoformat()):
            return found
    return None


def _after_completion(repeat: Repeat, done: date) -> str | None:
    """One interval after the day it was done, on the same day of the month or its last."""
    rule = rules.read(repeat.rule)
    if rule is None or rule.times == 1:
        return None
    try:
        if repeat.business and rule.freq == "DAILY":
            there = working.after(done, rule.interval, repeat.except_holidays)
        else:
            there = _stepped(rule, done)
    except (ValueError, OverflowError):
        return None
    if rule.until and there > rule.until:
        return None
    if repeat.except_holidays and holidays.is_holiday(there):
        there = holidays.next_business_day(there)
    return there.isoformat() + repeat.anchor[10:]


def _stepped(rule: rules.Rule, start: date) -> date:
    if rule.freq in _STEPS:
        return start + timedelta(_STEPS[rule.freq] * rule.interval)
    month = start.year * 12 + start.month - 1 + _MONTHS[rule.freq] * rule.interval
    year, month = divmod(month, 12)
    for number in range(start.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, start.day)


def upcoming(repeat: Repeat, start: str, count: int = 5) -> list[str]:
    """When the next `count` occurrences from the day `start` (ISO) on are due, fewer where it ends.

    A count from completion is told as if each were done on its day; an event has no days of its own. A paused
    repeat shows what would come.
    """
    since = day_of(start)
    if since is None or repeat.event:
        return []
    if not repeat.after_completion:
        return [due_of(repeat, on) for on in islice(occurrences(repeat, since), count)]
    found: list[str] = []
    on: str | None = since.isoformat() + repeat.anchor[10:]
    while on is not None and len(found) < count:
        found.append(due_of(repeat, on))
        there = day_of(on)
        on = _after_completion(repeat, there) if there else None
        repeat = counted_down(repeat)
    return found


def remaining(repeat: Repeat, on: str) -> tuple[int, str]:
    """How often it comes from the occurrence `on` on, that one included, 0 for no end; and the last day (ISO) there
    may be one, where an end is set by date."""
    rule = rules.read(repeat.rule)
    if rule is None or not (rule.times or rule.until):
        return 0, ""
    if rule.until:
        return 0, rule.until.isoformat()
    since = day_of(on)
    if repeat.after_completion or since is None:
        return rule.times, ""
    return max(1, sum(1 for _ in occurrences(repeat, since))), ""


def counted_down(repeat: Repeat) -> Repeat:
    """The repeat with one time fewer to come, where times are counted from completion."""
    rule = rules.read(repeat.rule)
    if not repeat.after_completion or rule is None or rule.times < 2:
        return repeat
    return repeat._replace(rule=rule._replace(times=rule.times - 1).text())


def event_due(repeat: Repeat, happened: str) -> str | None:
    """When something is due that waits for an event, which happened on the day `happened` (ISO)."""
    there = day_of(happened)
    if there is None or not repeat.event:
        return None
    try:
        if repeat.business:
            return holidays.add_business_days(there, repeat.offset).isoformat()
        return due_of(repeat, (there + timedelta(repeat.offset)).isoformat())
    except OverflowError:
        return None


def notices(repeat: Repeat, due: str) -> list[str]:
    """The days before a due on which to be told of it, the first one first."""
    there = day_of(due)
    if there is None:
        return []
    return sorted({earlier(there, days).isoformat() for days in repeat.leads if days >= 0})
