"""A moment that has been, as people type it: "yesterday 4:50pm", "friday", "9am"."""

from __future__ import annotations

from datetime import datetime, timedelta

from organizer import when
from organizer.when.shorthand import spelled

AHEAD = ("tomorrow", "in", "next", "tonight")
"""Words that say what is still to come."""
_BACK = (0, 1, 7, 366)
"""Days by which the same words are read as if it were then."""


def past(text: str, now: datetime, day_first: bool = False) -> str | None:
    """The latest moment not after now that the words may mean, in ISO form, a date where no time is said; "" when it is
    still to come, None when it cannot be read."""
    words = text.lower().split()
    found = when.read_all(text, now, day_first=day_first)
    if found and not _later(found, now):
        return found
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if not found or words[0] in AHEAD or spelled(text).startswith(("in ", "tomorrow", "a week from")):
        return "" if found else None
    for days in _BACK:
        try:
            earlier = when.read_all(text, midnight - timedelta(days=days), day_first=day_first)
        except OverflowError:
            break
        if earlier and not _later(earlier, now):
            return earlier
    return ""


def _later(found: str, now: datetime) -> bool:
    return found > (now.isoformat(timespec="minutes") if len(found) > 10 else now.date().isoformat())
