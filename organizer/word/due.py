"""When the time of a promise has passed: at its minute in the zone it was given in, or with the end of its day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_APART = timedelta(days=2)
"""No two zones are as far apart as this."""
_TURNED = timedelta(hours=3)
"""No clock is ever turned by as much as this: what is further apart on one clock need not ask for its zone."""


def ends(due: str) -> datetime:
    """The wall time at which a due time (ISO) is over: a date is all of its day. Raises `ValueError`."""
    if len(due) > 10:
        return datetime.fromisoformat(due).replace(tzinfo=None)
    return datetime.fromisoformat(due) + timedelta(days=1)


def passed(due: str | None, due_zone: str, now: datetime, zone: str) -> bool:
    """Whether a due time is over at a local moment in `zone`.

    Both are compared as moments of the world, so that neither a journey nor daylight saving lets it pass twice: a time
    that the clock skips is the one an hour later, of one that comes twice it is the first. A zone that is "" or unknown
    on this machine means that both are read off the same clock.
    """
    try:
        end = ends(due or "")
    except (ValueError, OverflowError):
        return False
    if not due_zone and zone:
        due_zone = zone
    if abs(end - now) < (_TURNED if due_zone == zone else _APART) and due_zone and zone:
        there, here = _moment(end, due_zone), _moment(now, zone)
        if there is not None and here is not None:
            return here >= there
    return now + timedelta(hours=now.fold) >= end


def _moment(wall: datetime, zone: str) -> datetime | None:
    """A wall time as a moment of the world, None where the zone is not known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return None


def there(moment: datetime, zone: str, other: str) -> datetime:
    """A wall time of one zone as the wall time of another."""
    if not zone or not other or zone == other:
        return moment
    from zoneinfo import ZoneInfo

    found, known = _moment(moment, zone), _moment(moment, other)
    if found is None or known is None:
        return moment
    return found.astimezone(ZoneInfo(other)).replace(tzinfo=None)


def slipped_at(due: str, due_zone: str, zone: str) -> datetime:
    """The local moment at which a due time passes. Raises `ValueError`."""
    return there(ends(due), due_zone, zone)
