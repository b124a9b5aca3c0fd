"""When the office is open, and the clock that counts those hours alone.

A day is open at the office hours when it is one of the office days, no federal holiday (setting `closed_on_holidays`)
and no closure says otherwise. Everything is wall time where the office is, without a zone: daylight saving changes
nothing that is due.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from organizer.holidays import is_holiday
from organizer.practice import Practice
from organizer.records.door import Closure
from organizer.views.office_day import office_days, office_hours

Spans = list[tuple[str, str]]

AHEAD = 1100
"""Days in which an office day is looked for: three years closed are no office."""
AGO = 4000
"""Days that are counted at most."""
_DAY = timedelta(days=1)


class Hours:
    """The open hours of a practice as they are set now; each day is looked at once."""

    def __init__(self, practice: Practice) -> None:
        self._days = office_days(practice)
        opens, _, closes = office_hours(practice)
        self._usual = [(opens, closes)] if opens < closes else []
        self._holidays = practice.setting("closed_on_holidays", True) not in (False, "no")
        self._closures = sorted(practice.closures.values(), key=_strength)
        self._known: dict[date, Spans] = {}
        self._sums: list[int] = [0]
        self._since = 0

    def spans(self, day: date) -> Spans:
        """The open stretches of a day, "HH:MM" each; none when it is closed."""
        if day not in self._known:
            self._known[day] = self._found(day)
        return self._known[day]

    def _found(self, day: date) -> Spans:
        iso = day.isoformat()
        said = next((one for one in self._closures if one.first <= iso <= one.last), None)
        if said is not None and not _shortened(said):
            return []
        own = [(said.opens, said.closes)] if said is not None else self._usual
        if said is not None and said.first == said.last:
            return own  # hours of its own on one day: open, whatever day that is
        closed = day.weekday() not in self._days or (self._holidays and is_holiday(day))
        return [] if closed else own

    def before(self, moment: datetime) -> int:
        """Seconds of a day's open time that are over at a moment of it."""
        gone = moment.hour * 3600 + moment.minute * 60 + moment.second
        return sum(max(0, min(gone, _second(last)) - _second(first)) for first, last in self.spans(moment.date()))

    def until(self, day: date) -> int:
        """Seconds of open time on all days before this one, since some day or other: each day is counted once."""
        number = day.toordinal()
        if number < self._since or not self._since:
            self._since, self._sums = max(1, number - 60), [0]
        while self._since + len(self._sums) <= number:
            there = date.fromordinal(self._since + len(self._sums) - 1)
            took = sum(_second(last) - _second(first) for first, last in self.spans(there))
            self._sums.append(self._sums[-1] + took)
        return self._sums[number - self._since]

    def moments(self, day: date) -> tuple[datetime, datetime] | None:
        """When a day opens and closes; None when it does not."""
        spans = self.spans(day)
        return (_at(day, spans[0][0]), _at(day, spans[-1][1])) if spans else None

    def days(self, since: date) -> Iterator[tuple[datetime, datetime]]:
        """The office days from a day on, when each opens and closes; not endlessly many."""
        for number in range(AHEAD):
            try:
                found = self.moments(since + number * _DAY)
            except OverflowError:
                return
            if found:
                yield found


def of(practice: Practice) -> Hours:
    """The hours of a practice, made anew when anything but an entry has changed."""
    return practice.told.made("hours", lambda: Hours(practice))


def spans(practice: Practice, day: date) -> Spans:
    """The open stretches of a day as ("HH:MM", "HH:MM"); none when it is closed."""
    return list(of(practice).spans(day))


def is_office_day(practice: Practice, day: date) -> bool:
    """Whether the office is open at all that day; a closure is a holiday of the practice."""
    return bool(of(practice).spans(day))


def no_office(practice: Practice, day: date) -> str:
    """What is said of a day without office hours: that it is a holiday, where the office would be open otherwise."""
    holiday = is_holiday(day) and day.weekday() in office_days(practice)
    return "A holiday, and no office day." if holiday else "No office day."


def is_open(practice: Practice, now: datetime) -> bool:
    """Whether a moment is within the office hours."""
    at = f"{now:%H:%M}"
    return any(first <= at < last for first, last in of(practice).spans(now.date()))


def working_minutes(practice: Practice, begin: datetime, end: datetime) -> int:
    """The minutes of office time between two moments; none when the second comes first."""
    hours = of(practice)
    if (end - begin).days > AGO:
        begin = end - AGO * _DAY
    if begin >= end:
        return 0
    first = hours.until(begin.date()) + hours.before(begin)  # the earlier day first: what is counted begins there
    return (hours.until(end.date()) + hours.before(end) - first) // 60


def add_working(practice: Practice, begin: datetime, days: int = 0, minutes: int = 0) -> datetime:
    """The moment that is so many office days, or minutes of office time, after another.

    So many days after a moment within office hours is the same time of the office day that many on: a call on Friday
    at 4:50 PM is due on Monday at 4:50 PM; where that day is shorter, the nearest time at which it is open. What comes
    while the office is closed is due when the last of the days closes that follow it. No days: when the day closes
    that is open, or opens next. Where the office never opens, the days are those of the calendar.
    """
    hours = of(practice)
    if minutes:
        return _minutes_on(hours, begin, minutes)
    open_now = is_open(practice, begin)
    wanted = days if open_now else max(1, days) - 1
    for number, (opens, closes) in enumerate(_closing_after(hours, begin)):
        if number == wanted:
            same = datetime.combine(opens.date(), begin.time())
            return min(max(same, opens), closes) if open_now and days else closes
    return _shifted(begin, days)


def _closing_after(hours: Hours, begin: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The office days that are not over yet at a moment."""
    return (day for day in hours.days(begin.date()) if day[1] > begin)


def _minutes_on(hours: Hours, begin: datetime, minutes: int) -> datetime:
    left = timedelta(minutes=minutes)
    for opens, closes in _closing_after(hours, begin):
        there = max(begin, opens)
        if closes - there >= left:
            return there + left
        left -= closes - there
    return begin + left


def _shifted(begin: datetime, days: int) -> datetime:
    try:
        return begin + days * _DAY
    except OverflowError:
        return begin


def _at(day: date, hhmm: str) -> datetime:
    return datetime.combine(day, time(int(hhmm[:2]), int(hhmm[3:])))


def _second(hhmm: str) -> int:
    return int(hhmm[:2]) * 3600 + int(hhmm[3:]) * 60


def _shortened(one: Closure) -> bool:
    return one.opens < one.closes and all(_is_time(part) for part in (one.opens, one.closes))


def _is_time(hhmm: str) -> bool:
    try:
        return len(hhmm) == 5 and bool(time.fromisoformat(hhmm) or True)
    except ValueError:
        return False


def _strength(one: Closure) -> tuple[int, bool, str]:
    """Which of several that hold a day counts: the shortest, and of those as long the one that closes."""
    try:
        length = (date.fromisoformat(one.last) - date.fromisoformat(one.first)).days
    except ValueError:
        length = AGO * 10
    return length, _shortened(one), one.id
