"""Opening the journal at a page, from anywhere."""

from __future__ import annotations

from screens.desk import Desk
from screens.journal.doing import page_of
from screens.journal.doing import show as show_page


def show(desk: Desk, page: str) -> None:
    """Go to a page of the journal."""
    desk.go("journal")
    page_of(desk).open_page(page)
    show_page(desk)
