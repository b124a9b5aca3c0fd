"""The stretch of time for which rings are wanted, when each of them rings, and the name that says nothing."""

from datetime import datetime, timedelta
from typing import NamedTuple

from organizer.practice import Practice
from organizer.reminding.ring import Ring
from organizer.views.office_day import office_hours
from organizer.when.leads import minutes


class Span(NamedTuple):
    """For which stretch of local wall time rings are wanted, what time it is, in which zone, and when an office day
    begins ("HH:MM")."""

    first: datetime
    last: datetime
    now: datetime
    zone: str = ""
    opens: str = "08:30"

    def holds(self, at: str) -> bool:
        """Whether a wall time (ISO) lies in it, give or take a day for the zones."""
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            return False
        return self.first - timedelta(days=1) <= moment <= self.last + timedelta(days=1)


def span(practice: Practice, first: datetime, last: datetime, now: datetime, zone: str = "") -> Span:
    """A span of the practice."""
    return Span(first, last, now, zone, office_hours(practice)[0])


def before(due: str, lead: str, opens: str) -> str:
    """When a reminder rings, ISO to the minute: days before at the hour the office opens, hours and minutes before to
    the minute, from when the office opens where the due has no time. "" for what cannot be."""
    try:
        there = datetime.fromisoformat(due)
        long = timedelta(minutes=max(0, minutes(lead))) if lead else timedelta(0)
        days = lead.endswith("d")
        if days or len(due) <= 10:
            hour, _, minute = opens.partition(":")
            there = there.replace(hour=int(hour), minute=int(minute))
        return (there - long).replace(tzinfo=None).isoformat(timespec="minutes")
    except (ValueError, OverflowError):
        return ""


def key(ring: Ring, secret: bytes) -> str:
    """The name of a reminder that says nothing: an HMAC of what it is about, its due and its lead. It stays the same
    through sleep, daylight saving and restarts, whoever derives it."""
    import hmac

    return hmac.digest(secret, ring.name.encode(), "sha256").hex()[:24]
