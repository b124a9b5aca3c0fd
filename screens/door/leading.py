"""Where a snag, and what a client wrote, lead to: their row on the Front Door."""

from __future__ import annotations

from typing import Any

from organizer import when
from screens.desk import Desk


def show(desk: Desk, id: str) -> None:
    """Go to its row; of a snag that stands there no more the stop is opened, and it is said what became of it."""
    desk.go("door")
    page: Any = desk.page
    snag: Any = desk.office.practice.table("snags").get(id)
    page.seen, page.lanes, page.lane = "door", [], 0
    page.all_told = page.all_gone = True
    if snag is not None:
        page.stop = snag.stop
    page.rebuild()
    if not page.show(id) and snag is not None:
        page.show(page.lanes[-1].key)
        day = when.say((snag.closed or snag.created)[:10], page.now)
        desk.say(f"It was let go of {day}." if snag.let_go else f"It is smooth since {day}.")
    page.layout()
    desk.canvas.lay_out()
    desk.frame()
