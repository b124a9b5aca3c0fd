"""Where what was found leads: to a promise, to somebody at the door, to a page of the journal, to a setting."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from screens.desk import Desk

LEADS = {
    "door": "screens.door.on_today",
    "word": "screens.word.on_today",
    "page": "screens.journal.opening",
    "win": "screens.wins.on_today",
    "reward": "screens.wins.on_today",
    "snag": "screens.door.leading",
    "feedback": "screens.door.leading",
    "theme": "screens.leading",
    "ritual": "screens.leading",
    "setting": "screens.leading",
}
"""By the kind of what was found: a module with `show(desk, id)`, which goes to where it stands; this one has the way to
those that a place has no module for."""


def lead(desk: Desk, kind: str, what: str) -> None:
    """Open what was found, a promise ("word"), an inquiry ("door") or a collection ("page"), by its id."""
    if kind == "setting":
        from screens.settings.doing import open_settings

        open_settings(desk, what)
    elif kind == "theme":
        _theme(desk, what)
    elif kind == "ritual":
        desk.go("rituals")
        desk.moved(lambda: desk.page.current is not None and desk.page.current.seek(what))
    else:
        import_module(LEADS[kind]).show(desk, what)


def _theme(desk: Desk, id: str) -> None:
    """The piece that hangs; one that hung before is looked at, with the cursor on it."""
    page: Any = desk.page_of("theme")
    hangs = desk.office.practice.theme()
    page.shown = "" if hangs is not None and hangs.id == id else id
    page.open("home", f"past/{id}" if page.shown else "")
    desk.go("theme")
