"""The way in: each stop with its snags, what is under way for it, and how it was before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from organizer.ids import short
from organizer.path.finding import snags
from organizer.path.stops import stops
from organizer.practice import Practice
from organizer.records import Entry
from organizer.records.path import Snag, Stop, Walk

LATELY = 120
"""Days for which a snag that went is shown with how it is now."""
QUARTER = 84
"""Days after which the way may be walked again."""


class StopView(NamedTuple):
    """A stop: its open snags, the heaviest first, and what they weigh together; the tasks that make it simpler; the
    snags that went lately; what it weighed at the last walk, None before there was one; whether this walk saw it."""

    stop: Stop
    snags: tuple[Snag, ...]
    weight: int
    tasks: tuple[Entry, ...]
    smoothed: tuple[Snag, ...]
    before: int | None
    seen: bool


class PathView(NamedTuple):
    """The way in. `weight` is that of all snags, `before` at the last walk; `walk` the one that is under way, `last`
    when one ended last ("" for never), and `due` whether a quarter has gone by since."""

    stops: tuple[StopView, ...]
    weight: int
    before: int | None
    walk: Walk | None
    last: str
    due: bool


def path(practice: Practice, now: datetime) -> PathView:
    """The view of a moment."""
    walks = sorted(
        (one for one in practice.table("walks").values() if isinstance(one, Walk)), key=lambda one: one.begun
    )
    under_way = next((one for one in walks if not one.closed), None)
    ended = [one for one in walks if one.closed]
    weighed = dict(walks[-1].before) if walks else None
    by_stop: dict[str, list[Snag]] = {}
    for one in snags(practice):
        by_stop.setdefault(one.stop, []).append(one)
    since = (now - timedelta(days=LATELY)).isoformat()
    seen = under_way.seen if under_way else ()
    found = tuple(_stop(practice, stop, by_stop.get(stop.id, []), weighed, seen, since) for stop in stops(practice))
    last = max((one.closed or "" for one in ended), default="")
    due = under_way is None and last < (now - timedelta(days=QUARTER)).isoformat()
    before = sum(weighed.values()) if weighed is not None else None
    return PathView(found, sum(one.weight for one in found), before, under_way, last, due)


def _stop(
    practice: Practice, stop: Stop, of: list[Snag], weighed: dict[str, int] | None, seen: tuple[str, ...], since: str
) -> StopView:
    standing = sorted((one for one in of if not one.closed), key=lambda one: (-one.weight, one.created))
    went = [one for one in of if one.closed and not one.let_go and one.closed >= since]
    entries = (practice.entry(id) for id in dict.fromkeys(one.entry for one in standing if one.entry))
    tasks = tuple(entry for entry in entries if entry is not None)
    before = weighed.get(stop.id, 0) if weighed is not None else None
    smoothed = tuple(sorted(went, key=lambda one: one.closed or "", reverse=True))
    return StopView(
        stop, tuple(standing), sum(one.weight for one in standing), tasks, smoothed, before, stop.id in seen
    )


def path_json(practice: Practice, view: PathView) -> dict[str, Any]:
    """As programs read it."""
    return {
        "weight": view.weight,
        "before": view.before,
        "walk": {"begun": view.walk.begun, "seen": list(view.walk.seen)} if view.walk else None,
        "last_walk": view.last or None,
        "walk_due": view.due,
        "stops": [
            {
                "id": one.stop.id,
                "name": one.stop.name,
                "look": one.stop.look,
                "simpler": one.stop.simpler,
                "weight": one.weight,
                "before": one.before,
                "snags": [snag_json(practice, snag) for snag in one.snags],
                "smoothed": [snag_json(practice, snag) for snag in one.smoothed],
            }
            for one in view.stops
        ],
    }


def snag_json(practice: Practice, snag: Snag) -> dict[str, Any]:
    """One snag: every field."""
    return {
        "id": short(snag.id),
        "uuid": snag.uuid,
        "stop": snag.stop,
        "text": snag.text,
        "weight": snag.weight,
        "entry": short(snag.entry) or None,
        "created": snag.created,
        "closed": snag.closed,
        "after": snag.after,
        "let_go": snag.let_go,
    }
