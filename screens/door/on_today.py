"""Someone who waits, on Today: r says what became of it, w has words to say, enter goes to them."""

from __future__ import annotations

from screens.desk import Desk
from screens.door.page import FrontDoor

MEANS = ("entry.open", "entry.done", "door.answer")


def show(desk: Desk, inquiry: str) -> None:
    """Go to them on the page of the door; to their story where they stand there no more."""
    desk.go("door")
    page = desk.page
    if isinstance(page, FrontDoor) and inquiry != "more" and not page.show(inquiry):
        page.turn()
        if not page.show(inquiry):
            from screens.door.story import Story

            page.leave()
            desk.app.push_screen(Story(desk.office, desk.ink, inquiry, desk))
    desk.canvas.lay_out()


def take(desk: Desk, id: str, inquiry: str) -> bool:
    """A key on a row of someone who waits; whether it was taken."""
    if id not in MEANS:
        return False
    if id == "entry.open" or inquiry == "more":
        show(desk, inquiry)
        return True
    from screens.door.doing import choose_outcome

    choose_outcome(desk, inquiry)
    return True
