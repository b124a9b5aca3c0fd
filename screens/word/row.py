"""The rows of promises on Today."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.office import Office
from organizer.views.word import Given, due_today
from screens.ink import Ink, Part, shown, who


def items(office: Office) -> list[tuple[str, Given]]:
    """What is promised for today, by its id."""
    found = due_today(office.practice, office.clock.now(), office.clock.zone())
    return [(one.commitment.id, one) for one in found]


def draw(ink: Ink, one: Given, width: int, focused: bool) -> Strip:
    """To whom, what, and by when where it has an hour."""
    left: list[Part] = [
        (ink.signs.focus if focused else " ", "accent"),
        (ink.signs.promise, "accent"),
        ("  ", "faint"),
        (who(one.commitment.who), "foreground b" if focused else "foreground"),
        (f"  {shown(one.commitment.text)}", "muted"),
    ]
    by = when.say_time(one.due) if len(one.due) > 10 else ""
    return ink.row(width, left, [(f"{by} ", "muted")] if by else [], "accent_soft" if focused else "background")
