"""When the time of a promise has passed: at its minute in the zone it was given in, or with the end of its day."""

from __future__ import annotations

from datetime import datetime, timedelta


def passed(due: str | None, due_zone: str, now: datetime, zone: str) -> bool:
    """Whether a due time (ISO; a date is all of that day) is over at a local moment in `zone`.

    A zone that is "" or unknown on this machine means that both are the same wall clock's.
    """
    if not due:
        return False
    moment = datetime.fromisoformat(due) if len(due) > 10 else datetime.fromisoformat(due) + timedelta(days=1)
    return now >= there(moment, due_zone, zone)


def there(moment: datetime, zone: str, other: str) -> datetime:
    """A wall time of one zone as the wall time of another, without a zone. Daylight saving is the zones' own; a time
    that the clock skips is the one an hour later, of one that comes twice it is the first."""
    if not zone or not other or zone == other:
        return moment
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        instant = moment.replace(tzinfo=ZoneInfo(zone))
        return instant.astimezone(ZoneInfo(other)).replace(tzinfo=None)
    except (ZoneInfoNotFoundError, ValueError):
        return moment
