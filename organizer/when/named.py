"""Days that are called by name: "thanksgiving", "new year's eve", "labor day", "easter".

The federal holidays and what else stands on a wall calendar in the United States; Easter by Gauss's rule as
Butcher gave it, tax day moved off weekends.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from organizer.when.calendar import nth, upcoming
from organizer.when.spans import last_day
from organizer.when.times import Words


class Holiday(NamedTuple):
    """A day of the year. `day` is a day of the month, or `which` (-1: last) `weekday` of it; `made` counts it out."""

    month: int = 0
    day: int = 0
    which: int = 0
    weekday: int = 0
    made: Callable[[int], date] | None = None

    def of(self, year: int) -> date | None:
        """The day in a year."""
        if self.made:
            return self.made(year)
        if self.day:
            return date(year, self.month, self.day)
        return nth(date(year, self.month, 1), last_day(year, self.month), str(self.weekday), self.which)


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian algorithm)."""
    gold, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * gold + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (gold + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _tax_day(year: int) -> date:
    from organizer.holidays import next_business_day

    return next_business_day(date(year, 4, 15))


def _thanksgiving(year: int, later: int) -> date:
    found = Holiday(11, which=4, weekday=3).of(year)
    assert found is not None
    return found + timedelta(later)


_DAYS: dict[str, Holiday] = {
    "new years|new years day": Holiday(1, 1),
    "new years eve|nye": Holiday(12, 31),
    "mlk day|martin luther king day|martin luther king jr day": Holiday(1, which=3, weekday=0),
    "groundhog day": Holiday(2, 2),
    "valentines day|valentines": Holiday(2, 14),
    "presidents day|washingtons birthday": Holiday(2, which=3, weekday=0),
    "st patricks day|saint patricks day": Holiday(3, 17),
    "good friday": Holiday(made=lambda year: easter(year) - timedelta(2)),
    "easter|easter sunday": Holiday(made=easter),
    "easter monday": Holiday(made=lambda year: easter(year) + timedelta(1)),
    "tax day": Holiday(made=_tax_day),
    "mothers day": Holiday(5, which=2, weekday=6),
    "memorial day": Holiday(5, which=-1, weekday=0),
    "juneteenth": Holiday(6, 19),
    "fathers day": Holiday(6, which=3, weekday=6),
    "independence day": Holiday(7, 4),
    "labor day": Holiday(9, which=1, weekday=0),
    "columbus day|indigenous peoples day": Holiday(10, which=2, weekday=0),
    "halloween": Holiday(10, 31),
    "election day": Holiday(made=lambda year: _first_monday_of_november(year) + timedelta(1)),
    "veterans day": Holiday(11, 11),
    "thanksgiving|thanksgiving day": Holiday(11, which=4, weekday=3),
    "black friday": Holiday(made=lambda year: _thanksgiving(year, 1)),
    "cyber monday": Holiday(made=lambda year: _thanksgiving(year, 4)),
    "christmas|christmas day|xmas": Holiday(12, 25),
    "christmas eve|xmas eve": Holiday(12, 24),
}


def _first_monday_of_november(year: int) -> date:
    found = Holiday(11, which=1, weekday=0).of(year)
    assert found is not None
    return found


NAMES: dict[tuple[str, ...], Holiday] = {
    tuple(name.split()): day for names, day in _DAYS.items() for name in names.split("|")
}
_LONGEST = max(map(len, NAMES))
FIRST = frozenset(name[0] for name in NAMES)
WORDS = frozenset(word for name in NAMES for word in name)


def plain(word: str) -> str:
    """A word of a name as it is compared: without its apostrophe and period."""
    return word.replace("'", "").rstrip(".")


def holiday(words: Words, at: int) -> tuple[Holiday, int] | None:
    """The longest name of a day that begins at a place, and the place after it."""
    if at >= len(words) or plain(words[at]) not in FIRST:
        return None
    for count in range(_LONGEST, 0, -1):
        found = NAMES.get(tuple(plain(word) for word in words[at : at + count]))
        if found is not None and at + count <= len(words):
            return found, at + count
    return None


def holiday_day(words: Words, at: int, today: date) -> Iterator[tuple[date, int]]:
    """The next such day, today included."""
    found = holiday(words, at)
    if found is not None:
        day = upcoming(today, lambda step: found[0].of(today.year + step), 3)
        if day is not None:
            yield day, found[1]
