"""Where what was found leads: to a promise, to somebody at the door, to a win, or to a page of the journal."""

from __future__ import annotations

from importlib import import_module

from screens.desk import Desk

LEADS = {
    "door": "screens.door.on_today",
    "word": "screens.word.on_today",
    "win": "screens.wins.on_today",
    "page": "screens.journal.opening",
}
"""By the kind of what was found: a module with `show(desk, id)`, which goes to where it stands."""


def lead(desk: Desk, kind: str, what: str) -> None:
    """Open what was found, a promise ("word"), an inquiry ("door"), a win or a collection ("page"), by its id."""
    import_module(LEADS[kind]).show(desk, what)
