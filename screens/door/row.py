"""The rows of those who wait, on Today."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer.door.saying import day_minutes, office_time
from organizer.office import Office
from organizer.views.door import asking
from screens.door.waiting import clock_sign
from screens.guests import name_part, names_wide
from screens.ink import Ink, Part, shown

CAP = 5
"""How many of them stand on Today; the rest is on its page."""


def items(office: Office) -> list[tuple[str, Any]]:
    """Who waits for my word now, by their ids; when there are more, how many."""
    found = asking(office.practice, office.clock.now(), office.clock.zone())
    day = day_minutes(office.practice)
    standing = found if len(found) <= CAP + 1 else found[:CAP]
    wide = names_wide(one.inquiry.who for one in standing)
    rows: list[tuple[str, Any]] = [(one.inquiry.id, (one, day, wide)) for one in standing]
    return rows if len(standing) == len(found) else [*rows, ("more", (len(found) - CAP, day, wide))]


def draw(ink: Ink, data: Any, width: int, focused: bool) -> Strip:
    """The clock, who, what about, and how long."""
    one, day, wide = data
    ground = "accent_soft" if focused else "background"
    bar: Part = (ink.signs.focus if focused else " ", "accent")
    if isinstance(one, int):
        return ink.row(width, [bar, (f"   {one} more", "foreground b" if focused else "muted")], (), ground)
    left: list[Part] = [
        bar,
        clock_sign(ink, one.part),
        ("  ", "faint"),
        name_part(one.inquiry.who, wide, focused),
        (f"  {shown(one.inquiry.text)}", "muted"),
    ]
    waited = office_time(one.minutes, day)
    return ink.row(width, left, [(f"{waited} ", "clay" if one.part >= 1 else "muted")], ground)
