"""Where what was found leads: to a promise, to somebody at the door, to a page of the journal, to a setting."""

from __future__ import annotations

from importlib import import_module

from screens.desk import Desk

LEADS = {
    "door": "screens.door.on_today",
    "word": "screens.word.on_today",
    "page": "screens.journal.opening",
    "win": "screens.wins.on_today",
    "snag": "screens.leading",
    "feedback": "screens.leading",
    "reward": "screens.leading",
    "theme": "screens.leading",
    "ritual": "screens.leading",
    "setting": "screens.leading",
}
"""By the kind of what was found: a module with `show(desk, id)`, which goes to where it stands; this one has the way to
those that only a place leads to."""

PLACES = {"snag": "door", "feedback": "door", "reward": "wins", "theme": "theme", "ritual": "rituals"}


def lead(desk: Desk, kind: str, what: str) -> None:
    """Open what was found, a promise ("word"), an inquiry ("door") or a collection ("page"), by its id."""
    if kind == "setting":
        from screens.settings.doing import open_settings

        open_settings(desk, what)
    elif kind in PLACES:
        desk.go(PLACES[kind])
        _seek(desk, kind, what)
    else:
        import_module(LEADS[kind]).show(desk, what)


def _seek(desk: Desk, kind: str, what: str) -> None:
    """The cursor to its row, where that stands on the page."""
    if kind == "snag":
        snag = desk.office.practice.table("snags").get(what)
        if snag is not None and hasattr(desk.page, "stop"):
            desk.page.stop = getattr(snag, "stop", "")
            desk.page.rebuild()
    for number, lane in enumerate(desk.page.lanes):
        if any(item.key == what for item in lane.items):
            desk.page.lane = number
            lane.seek(what)
            break
    desk.canvas.lay_out()
    desk.frame()
