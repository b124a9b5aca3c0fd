"""What was said as a rule: one of RFC 5545 in the terms of `organizer.repeat.rule`."""

from __future__ import annotations

from organizer.repeat.rule import Rule
from organizer.when.calendar import exact
from organizer.when.said import WORKING, Said

_QUARTERS = {True: (1, 4, 7, 10), False: (3, 6, 9, 12)}


def rule_of(said: Said) -> Rule | None:
    """The rule of what was said, without its end; None where the parts do not go together."""
    if said.after_done and (said.placed or said.without):
        return None
    if said.interval < 1 or (said.times and said.length) or (said.unsure and said.clock is None and not said.part):
        return None
    if said.often:
        counted = _so_often(said)
        if counted is None:
            return None
        said = counted
    make = {
        "day": _daily, "business": _working, "week": _weekly, "month": _monthly, "quarter": _quarterly, "year": _yearly,
    }[said.unit]  # fmt: skip
    return make(said)


def _so_often(said: Said) -> Said | None:
    """ "twice a month" with its days: those that were named, as many as that, or days that lie well apart."""
    named = said.dates or said.weekdays or said.business or said.days or said.months
    if said.often == 1 or named:
        return said if said.often == max(1, len(named)) or said.often == 1 else None
    if said.unit == "month" and said.often == 2:
        return said._replace(days=(1, 15))
    if said.unit == "year" and said.often in (2, 3, 4, 6):
        return said._replace(unit="month", interval=12 // said.often)
    return None


def _working(said: Said) -> Rule | None:
    """Every so many business days: the days are counted out by `organizer.repeat`, no RRULE can say them."""
    return None if said.placed or said.without else Rule("DAILY", said.interval)


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


def month_days(numbers: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """BYMONTHDAY and BYSETPOS of days of the month that not every month has: the last one stands in."""
    late = [day for day in numbers if day > 28]
    early = sorted(day for day in numbers if 0 < day < 29)
    last = sorted(day for day in numbers if day < 0)
    if not late or late == [31]:
        return (*early, *(last or [-1] * len(late))), ()
    if len(late) > 1 or last or 28 in early:
        return None
    return (*early, *range(28, late[0] + 1)), (*range(1, len(early) + 1), -1)


def _monthly(said: Said) -> Rule | None:
    if len(said.dates) == 1:  # "every 6 months on june 1": from then on
        said = said._replace(dates=(), days=(said.dates[0][1],))
    if said.months or said.dates or said.without or any(not which for which, _ in said.weekdays):
        return None
    return _within_month(said, Rule("MONTHLY", said.interval))


def _within_month(said: Said, rule: Rule) -> Rule | None:
    """A rule with the days of the month that were said."""
    if said.business:
        working = tuple((0, day) for day in WORKING)
        return rule._replace(weekdays=working, places=said.business) if max(said.business) < 24 else None
    if said.days:
        found = month_days(said.days)
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
