"""The app: colors, signs, and the one desk. Small on purpose."""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime

from textual.app import App

from organizer.change import Change
from organizer.office import Office
from screens import palettes
from screens.desk import Desk
from screens.ink import Ink
from screens.signs import signs

EVENING_FROM, MORNING_FROM = 18, 7
"""Hours between which it is dark when colors follow the clock (look.md, color)."""


class Organizer(App[int]):
    """The full screen."""

    CSS_PATH = ["styles/desk.tcss", "styles/dialogs.tcss"]
    TITLE = "Organizer"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-very-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (30, "-tall")]

    def __init__(self, office: Office, place: str = "today") -> None:
        super().__init__()
        self.office = office
        self.ink = self._mix()
        self._wear()
        self.desk = Desk(office, self.ink, place)
        office.subscribe(self._changed)

    def get_default_screen(self) -> Desk:
        """The desk is the screen there always is."""
        return self.desk

    def _mix(self) -> Ink:
        practice = self.office.practice
        theme = practice.theme()
        dark = is_dark(str(practice.setting("light", "by the clock")), self.office.clock.now())
        palette = palettes.derive(theme.color if theme and theme.color else palettes.DEFAULT, dark)
        return Ink(palette, signs(practice.setting("signs", "pretty") == "plain"))

    def _wear(self) -> None:
        name = "practice-evening" if self.ink.palette.dark else "practice-morning"
        self.register_theme(palettes.textual_theme(name, self.ink.palette))
        self.theme = name

    def _changed(self, change: Change | None) -> None:
        if change is None or any(row.table in ("settings", "themes") for row in change.rows):
            self.call_next(self.recolor)

    def recolor(self) -> None:
        """Take on the colors and signs there should be now."""
        ink = self._mix()
        if (ink.palette, ink.signs) != (self.ink.palette, self.ink.signs):
            self.ink = ink
            self._wear()
            self.refresh_css(animate=False)
            self.desk.dip(ink)

    def panic(self, *renderables: object) -> None:
        """Something of ours went wrong. No traceback: it would show what was written."""
        del renderables
        super().panic("Organizer had to stop. Everything you kept is saved; open it again with `organizer`.")


def is_dark(choice: str, now: datetime) -> bool:
    """Whether the evening colors are worn."""
    if choice in ("dark", "light"):
        return choice == "dark"
    return now.hour >= EVENING_FROM or now.hour < MORNING_FROM


def run(office: Office, place: str = "today") -> int:
    """Open the full screen at a place; gives the exit code when it is left."""
    app = Organizer(office, place)
    app.call_later(_settle)
    code = app.run() or 0
    office.close()
    sys.stdout.flush()
    return app.return_code or code


def _settle() -> None:
    """After the first picture: what was made so far is here to stay, so the collector need not look at it."""
    gc.freeze()
    gc.enable()


def leave(code: int) -> None:
    """End the process at once: everything is synced, and taking the interpreter down takes longer than opening."""
    sys.stdout.flush()
    os._exit(code)
