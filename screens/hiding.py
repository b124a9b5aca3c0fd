"""Names hidden at a key, also where the vault takes nothing more."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.screen import Screen

from organizer.errors import OrganizerError
from organizer.office import Office
from screens.veil import VEIL
from screens.widgets.keybar import HIDE, SHOW, Hint


@runtime_checkable
class Veils(Protocol):
    """An app that can hide names by itself."""

    def veil(self, hidden: bool) -> None:
        """Hide names, or show them."""


def turn(screen: Screen[None], office: Office) -> tuple[str, Hint]:
    """Hide names or show them; gives what to say, and the key that turns it back."""
    hidden = not VEIL.drawn
    try:
        office.run("privacy.names")
    except OrganizerError:
        if isinstance(screen.app, Veils):
            screen.app.veil(hidden)
    return ("Names are hidden.", SHOW) if hidden else ("Names are shown.", HIDE)
