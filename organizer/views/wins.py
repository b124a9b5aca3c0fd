"""Wins: the year as a map, the jar of the month, the wall by week, what went right lately, the rewards."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from organizer.practice import Practice
from organizer.records.wins import Reward, Win
from organizer.views.weeks import week_of
from organizer.wins import counting
from organizer.wins.finding import wins

WEEKS = 52
"""Columns of the map: a year, the week that is not over yet included."""


class MapDay(NamedTuple):
    """A day of the map: how many wins, how many of them celebrated."""

    date: str
    wins: int = 0
    rare: int = 0


class YearMap(NamedTuple):
    """A year of wins: weeks from Monday or Sunday on, the oldest first, up to the last day that has been; `first` and
    `last` are its ISO dates, `total` how many wins it has."""

    first: str
    last: str
    weeks: tuple[tuple[MapDay, ...], ...]
    total: int


class WinsView(NamedTuple):
    """What stands at hand without reading a win: stars in hand and in all, the jar of the month, the rewards still to
    be taken, the nearest first, and those that were, and were let go of, the last first."""

    in_hand: int
    earned: int
    month: str
    month_stars: int
    waiting: tuple[Reward, ...]
    taken: tuple[Reward, ...]
    gone: tuple[Reward, ...] = ()

    @property
    def next(self) -> Reward | None:
        """The reward that is nearest of those that are not within reach."""
        return next((one for one in self.waiting if one.stars > self.in_hand), None)

    @property
    def to_go(self) -> int:
        """How many stars it still needs."""
        return self.next.stars - self.in_hand if self.next else 0


def wins_view(practice: Practice, now: datetime) -> WinsView:
    """The view of a moment."""
    month = f"{now:%Y-%m}"
    jar = counting.jars(practice).get(month)
    every = counting.rewards(practice)
    taken = sorted((one for one in every if one.taken), key=lambda one: one.taken, reverse=True)
    gone = sorted((one for one in every if one.dropped and not one.taken), key=lambda one: one.dropped, reverse=True)
    return WinsView(
        counting.in_hand(practice),
        counting.earned(practice),
        month,
        jar.stars if jar else 0,
        tuple(counting.waiting(practice)),
        tuple(taken),
        tuple(gone),
    )


def year_map(practice: Practice, today: date, back: int = 0, columns: int = WEEKS) -> YearMap:
    """The year up to a day, or so many years before that; it reads the jars and no win."""
    end = today if back == 0 else week_of(practice, today)[1] - timedelta(weeks=WEEKS * back)
    first = week_of(practice, end)[0] - timedelta(weeks=columns - 1)
    found = days_of(practice, first, end)
    days = [_map_day(first + timedelta(days=at), found) for at in range((end - first).days + 1)]
    weeks = tuple(tuple(days[at : at + 7]) for at in range(0, len(days), 7))
    return YearMap(first.isoformat(), end.isoformat(), weeks, sum(day.wins for day in days))


def _map_day(day: date, found: dict[str, tuple[int, int, int]]) -> MapDay:
    text = day.isoformat()
    wins, _, rare = found.get(text, (0, 0, 0))
    return MapDay(text, wins, rare)


def days_of(practice: Practice, first: date, last: date) -> dict[str, tuple[int, int, int]]:
    """Every day with wins between two: how many, their stars, how many were celebrated."""
    begin, end = first.isoformat(), last.isoformat()
    return {
        date: (wins, stars, rare)
        for month, jar in counting.jars(practice).items()
        if begin[:7] <= month <= end[:7]
        for day, wins, stars, rare in jar.days
        if begin <= (date := f"{month}-{day:02}") <= end
    }


def years_back(practice: Practice, today: date) -> int:
    """How many years before this one there were wins."""
    oldest = min(counting.jars(practice), default="")
    if not oldest:
        return 0
    weeks = (week_of(practice, today)[0] - date(int(oldest[:4]), int(oldest[5:7]), 1)).days // 7
    return max(0, weeks // WEEKS)


def read(practice: Practice, first: str, last: str) -> Iterator[list[Win]]:
    """The wins between two ISO dates, the newest first: those at hand, then the archive, 200 at most at a time."""
    yield _between(wins(practice).values(), first, last)
    for year in range(int(last[:4]), int(first[:4]) - 1, -1):
        for part in practice.year("wins", str(year)):
            found = _between((one for one in part if isinstance(one, Win)), first, last)
            if found:
                yield found


def _between(found: Iterable[Win], first: str, last: str) -> list[Win]:
    return sorted((one for one in found if first <= one.at[:10] <= last), key=_newest, reverse=True)


def _newest(one: Win) -> tuple[str, str]:
    return one.at, one.id


def last_win(practice: Practice) -> Win | None:
    """The win of last; None when there is none at hand."""
    return max(wins(practice).values(), key=_newest, default=None)


def wall(practice: Practice, found: Iterable[Win]) -> list[tuple[str, list[Win]]]:
    """Wins by week: the ISO date of its first day, and its wins from that on; the last week first."""
    weeks: dict[str, list[Win]] = {}
    for one in sorted(found, key=_newest):
        first, _ = week_of(practice, date.fromisoformat(one.at[:10]))
        weeks.setdefault(first.isoformat(), []).append(one)
    return sorted(weeks.items(), reverse=True)


def share_text(win: Win, theme: str = "") -> str:
    """The words of a win, to tell them."""
    return f"{win.text}\n{theme}\n" if theme else f"{win.text}\n"


def win_json(win: Win) -> dict[str, Any]:
    """One win as programs read it."""
    from organizer.ids import short

    kind, _, id = win.of.partition(":")
    return {
        "id": short(win.id),
        "uuid": win.uuid,
        "text": win.text,
        "stars": win.stars,
        "sticker": win.sticker,
        "of": f"{kind}:{short(id)}" if id and kind in ("entries", "commitments", "feedback") else win.of or None,
        "at": win.at,
        "note": win.note,
        "celebrated": win.celebrated,
        "shared": win.shared or None,
    }


def reward_json(reward: Reward, in_hand: int) -> dict[str, Any]:
    """One reward as programs read it; `to_go` is how many stars it still needs, 0 for what is taken."""
    from organizer.ids import short

    return {
        "id": short(reward.id),
        "uuid": reward.uuid,
        "text": reward.text,
        "stars": reward.stars,
        "to_go": 0 if reward.taken else max(0, reward.stars - in_hand),
        "created": reward.created,
        "taken": reward.taken or None,
        "dropped": reward.dropped or None,
        "note": reward.note,
    }
