"""Where what was found leads: to a promise, or to a page of the journal."""

from __future__ import annotations

from screens.desk import Desk


def lead(desk: Desk, kind: str, what: str) -> None:
    """Open a promise ("word") or a collection ("page") by its id."""
    if kind == "word":
        from screens.word.on_today import show

        show(desk, what)
        return
    from screens.journal.doing import page_of
    from screens.journal.doing import show as show_page

    desk.go("journal")
    page_of(desk).open_page(what)
    show_page(desk)
