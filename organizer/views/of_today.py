"""What of the entries stands on Today, in its groups; kept in step by what changes, so that one more among ten thousand
is one more judged."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple
from weakref import WeakKeyDictionary

from organizer.change import Row
from organizer.pages import standing_on
from organizer.practice import Practice, may_ask
from organizer.records import CLOSED, Entry
from organizer.repeat.notice import notices_of


class Frame(NamedTuple):
    """What entries are judged by: the ISO date, the last office day before it, the ids of the three, and those that
    stay in place though they are finished."""

    day: str
    since: str
    chosen: frozenset[str]
    keep: frozenset[str]


class Groups:
    """`also`, `still` and `told` in their order, how many tasks and events stand `ahead` on each of seven days; of what
    is open of `also` how many there are (`left`), and their `minutes`."""

    def __init__(self, frame: Frame, entries: Iterable[Entry], moment: str) -> None:
        self.frame, self.moment = frame, moment
        self.until = "~"
        """The first moment at which one that is not shown yet begins to be."""
        self.also: list[Entry] = []
        self.still: list[Entry] = []
        self.told: list[Entry] = []
        self.ahead = week_from(date.fromisoformat(frame.day))
        self._judge(entries)
        self.left = sum(entry.stage not in CLOSED for entry in self.also)
        self.minutes = sum(entry.estimate or 0 for entry in self.also if entry.stage not in CLOSED)

    def _judge(self, entries: Iterable[Entry]) -> None:
        (day, since, chosen, keep), moment, ahead = self.frame, self.moment, self.ahead
        also, still, told = self.also, self.still, self.told
        page = f"day:{day}"
        for entry in entries:
            is_open = entry.stage not in CLOSED
            kind, start = entry.kind, entry.start
            if kind == "note" or not (is_open or entry.id in keep):
                continue
            if start and start > moment:
                self.until = min(self.until, start)
                continue
            if entry.someday:
                continue
            due = (entry.due or "")[:10]
            if entry.nudge and entry.waiting_for and is_open and (not due or due > day):
                due = entry.nudge[:10]  # the day to ask again
            if is_open and due in ahead:
                ahead[due][kind == "event"] += 1
            if entry.id in chosen:
                continue
            if due == day or (not due and entry.placements and standing_on(entry, page)):
                also.append(entry)
            elif due and due < day and kind == "task":
                still.append(entry)
            elif is_open and due > day and any(since < notice[:10] <= day for notice in _notices(entry)):
                told.append(entry)
        told.sort(key=_longest_first)
        also.sort(key=_by_the_hour)
        still.sort(key=_longest_first)

    @property
    def lists(self) -> tuple[tuple[list[Entry], Callable[[Entry], tuple[object, ...]]], ...]:
        """Each group, and what it is sorted by."""
        return (self.also, _by_the_hour), (self.still, _longest_first), (self.told, _longest_first)


class _Kept:
    """The groups of a practice, and in which order its entries were read, which is told only when one changes."""

    def __init__(self, practice: Practice, frame: Frame, moment: str) -> None:
        self._entries = [*practice.entries.values()] if frame.keep else practice.unfinished()
        self._places: dict[str, tuple[int, Entry]] = {}
        self._next = 0
        self.groups = Groups(frame, self._entries, moment)
        self._version = practice.version

    def holds(self, practice: Practice, frame: Frame, moment: str) -> bool:
        """Whether they are as they would be if all were read anew: what changed since is taken in."""
        groups = self.groups
        rows = practice.told.entries(self._version)
        if rows is None or frame != groups.frame or not groups.moment <= moment < groups.until:
            return False
        groups.moment, self._version = moment, practice.version
        return all(map(self._take, rows))

    def _take(self, row: Row) -> bool:
        """Take in what has changed; whether that can be done without reading all."""
        if not self._places:
            self._places = {entry.id: (place, entry) for place, entry in enumerate(self._entries)}
            self._next = len(self._entries)
            self._entries = []
        frame, after = self.groups.frame, row.after if isinstance(row.after, Entry) else None
        asks = after is not None and (may_ask(after) or row.id in frame.keep)
        place, before = self._places.get(row.id, (self._next, None))
        if before is None and row.before is not None:
            return not asks  # over with until now: where it stands among the others is not known
        if before is not None and not self._change(before, -1):
            return False
        if after is None or not (asks or frame.keep):
            self._places.pop(row.id, None)
            return True
        self._places[row.id] = place, after
        self._next = max(self._next, place + 1)
        return self._change(after, 1)

    def _change(self, entry: Entry, by: int) -> bool:
        """One entry more, or less."""
        groups = self.groups
        one = Groups(groups.frame, (entry,), groups.moment)
        groups.until = min(groups.until, one.until)
        for (mine, key), (its, _) in zip(groups.lists, one.lists, strict=True):
            for _ in its:
                order = self._order(key)
                if by > 0:
                    insort(mine, entry, key=order)
                    continue
                at = bisect_left(mine, order(entry), key=order)
                if mine[at : at + 1] != [entry]:
                    return False
                del mine[at]
        for day, counts in one.ahead.items():
            for which, number in enumerate(counts):
                groups.ahead[day][which] += by * number
        groups.left += by * one.left
        groups.minutes += by * one.minutes
        return True

    def _order(self, key: Callable[[Entry], tuple[object, ...]]) -> Callable[[Entry], tuple[object, ...]]:
        """The order of a group; what is alike stands as it was read."""
        return lambda entry: (*key(entry), self._places[entry.id][0])


_KEPT: WeakKeyDictionary[Practice, _Kept] = WeakKeyDictionary()


def groups_of(practice: Practice, frame: Frame, moment: str) -> Groups:
    """The groups at an ISO moment."""
    kept = _KEPT.pop(practice, None)
    if kept is None or not kept.holds(practice, frame, moment):
        kept = _Kept(practice, frame, moment)
    _KEPT[practice] = kept
    return kept.groups


def _notices(entry: Entry) -> list[str]:
    """When to tell of an entry; most have nothing to tell."""
    return notices_of(entry) if entry.reminders or (entry.repeat and entry.repeat.leads) else []


def week_from(first: date) -> dict[str, list[int]]:
    """Seven days from a day on, with nothing on them yet."""
    days = min(7, (date.max - first).days + 1)
    return {(first + timedelta(days=n)).isoformat(): [0, 0] for n in range(days)}


def _by_the_hour(entry: Entry) -> tuple[str, bool, str]:
    due = entry.due or ""
    return (due[11:] or "~", "priority" not in entry.signifiers, entry.created)


def _longest_first(entry: Entry) -> tuple[str, str]:
    return (entry.due or "", entry.created)
