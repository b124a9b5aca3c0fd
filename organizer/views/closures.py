"""The days without the usual office hours, those that are still ahead first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from organizer.ids import short
from organizer.practice import Practice
from organizer.records.door import Closure


def closures(practice: Practice, now: datetime) -> tuple[tuple[Closure, ...], tuple[Closure, ...]]:
    """Those under way or ahead, the soonest first; and those that are past, the latest first."""
    today = now.date().isoformat()
    every = sorted(practice.closures.values(), key=lambda one: (one.first, one.last, one.id))
    ahead = tuple(one for one in every if one.last >= today)
    return ahead, tuple(one for one in reversed(every) if one.last < today)


def closure_json(one: Closure) -> dict[str, Any]:
    """One closure: every field."""
    fields = ("uuid", "first", "last", "what", "opens", "closes")
    return {"id": short(one.id), **{name: getattr(one, name) for name in fields}}
