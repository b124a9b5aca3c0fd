"""What the keys of Today mean on the last win."""

from __future__ import annotations

from screens.desk import Desk


def show(desk: Desk, id: str) -> None:
    """Go to where it stands."""
    desk.go("wins")
    desk.page.show(id)
    desk.canvas.lay_out()
    desk.frame()


def take(desk: Desk, id: str, win: str) -> bool:
    """Enter goes to it; whether the key was taken."""
    if id == "entry.open":
        show(desk, win)
    return id == "entry.open"
