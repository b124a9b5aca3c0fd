"""When nothing may ring: quiet hours, the hours with a client in the room, and days on which the practice is away."""

from datetime import datetime
from typing import Any, NamedTuple

LEVELS = ("kind", "area", "words")
"""How much a notification says: "A promise is due"; its area as well; its words. The first is the default."""

Session = tuple[int, str, str]
"""A weekday (0 for Monday), and from when to when ("HH:MM") a client is in the room."""


class Manners(NamedTuple):
    """`quiet` is ("20:00", "08:00") or (); `closed` are ISO days on which the practice is away, `hush` is the local
    moment (ISO) until which nothing is to ring, "" for none."""

    on: bool = True
    quiet: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()
    closed: tuple[str, ...] = ()
    level: str = "kind"
    hush: str = ""

    def doc(self) -> dict[str, Any]:
        """As JSON."""
        return self._asdict()


def from_doc(doc: dict[str, Any]) -> Manners:
    """From JSON; what makes no sense says nothing."""
    usual = Manners()
    quiet = tuple(str(one) for one in doc.get("quiet", ()))
    sessions = tuple(
        (one[0], str(one[1]), str(one[2]))
        for one in doc.get("sessions", ())
        if isinstance(one, list) and len(one) == 3 and isinstance(one[0], int)
    )
    level = str(doc.get("level", usual.level))
    return Manners(
        doc.get("on") is not False,
        quiet if len(quiet) == 2 else (),
        sessions,
        tuple(str(day) for day in doc.get("closed", ())),
        level if level in LEVELS else usual.level,
        str(doc.get("hush", "")),
    )


def hushed(wall: datetime, manners: Manners) -> bool:
    """Whether nothing may ring at a local moment."""
    time, day = f"{wall:%H:%M}", wall.date().isoformat()
    if day in manners.closed or (manners.hush and wall.isoformat() < manners.hush):
        return True
    if manners.quiet and within(time, *manners.quiet):
        return True
    return any(weekday == wall.weekday() and begin <= time < end for weekday, begin, end in manners.sessions)


def within(time: str, begin: str, end: str) -> bool:
    """Whether a time of day lies between two, over midnight too."""
    return begin <= time < end if begin <= end else time >= begin or time < end
