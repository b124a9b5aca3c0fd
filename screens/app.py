"""The app: colors, signs, and the one desk. Small on purpose."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.theme import Theme

from organizer.change import Change
from organizer.office import Office
from organizer.trouble import note
from screens import palettes
from screens.desk import Desk
from screens.ink import Ink
from screens.leaving import driver
from screens.signs import PLAIN, signs
from screens.veil import VEIL

PATIENCE = 2.0
"""Seconds that a key waits for another program to finish writing."""
EVENING_FROM, MORNING_FROM = 18, 7
"""Hours between which it is dark when colors follow the clock (look.md, color)."""


@runtime_checkable
class Dips(Protocol):
    """A screen that can go on in another ink."""

    def dip(self, ink: Ink) -> None:
        """Draw with this one from now on."""


class Organizer(App[int]):
    """The full screen."""

    CSS_PATH = "styles/desk.tcss"
    TITLE = "Organizer"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(self, office: Office, place: str = "today", driver_class: type[Driver] | None = None) -> None:
        self._worn: Theme | None = None
        super().__init__(driver_class=driver_class)
        self.leaving = False
        self.sorry = False
        self.trouble_file = ""
        self.office = office
        self.hidden: bool | None = None
        self.ink = self._mix()
        self._drape()
        self.set_reactive(Organizer.theme, self._sew())  # worn from the start: nothing is parsed twice
        self.stylesheet.set_variables(self.get_css_variables())
        self.desk = Desk(office, self.ink, place)
        office.subscribe(self._changed)
        office.patience = PATIENCE

    def on_mount(self) -> None:
        """Colors that follow the clock look at it now and then."""
        self.set_interval(30, self.recolor)

    @property
    def plain(self) -> bool:
        """Whether plain signs are worn."""
        return self.ink.signs is PLAIN

    def get_default_screen(self) -> Desk:
        """The desk is the screen there always is."""
        return self.desk

    def _mix(self) -> Ink:
        practice = self.office.practice
        theme = practice.theme()
        dark = is_dark(str(practice.setting("light", "by the clock")), self.office.clock.now())
        palette = palettes.derive(theme.color if theme and theme.color else palettes.DEFAULT, dark)
        return Ink(palette, signs(practice.setting("signs", "pretty") == "plain"))

    def _sew(self) -> str:
        """Make the theme of the ink there is now; gives its name."""
        name = "practice-evening" if self.ink.palette.dark else "practice-morning"
        self._worn = palettes.textual_theme(name, self.ink.palette)
        self.register_theme(self._worn)
        return name

    def get_theme(self, theme_name: str) -> Theme | None:
        """The theme by its name; the one that is worn is looked up for every line that is drawn, so at once."""
        worn = self._worn
        return worn if worn is not None and theme_name == worn.name else super().get_theme(theme_name)

    def _changed(self, change: Change | None) -> None:
        if change is None or any(row.table in ("settings", "themes") for row in change.rows):
            self.call_next(self.recolor)
        elif VEIL.drawn:
            from organizer.views.people import named

            VEIL.know(named(row.after for row in change.rows if row.after is not None))

    def veil(self, hidden: bool) -> None:
        """Hide names, or show them, where that cannot be kept: until the app is left."""
        self.hidden = hidden
        self.recolor()

    def _hides(self) -> bool:
        return self.office.practice.setting("names") == "hidden" if self.hidden is None else self.hidden

    def _drape(self) -> None:
        """The veil as it should be."""
        names: frozenset[str] = frozenset()
        if self._hides():
            from organizer.views.people import everybody

            names = everybody(self.office.practice)
        VEIL.draw(self._hides(), self.ink.signs.hidden, names)

    def recolor(self) -> None:
        """Take on the colors and signs there should be now, and the veil."""
        ink, before = self._mix(), self.ink
        if (ink.palette, ink.signs, self._hides()) == (before.palette, before.signs, VEIL.drawn):
            return
        self.ink = ink
        self._drape()
        if (ink.palette, ink.signs) != (before.palette, before.signs):
            name = self._sew()
            if name == self.theme:
                self.set_reactive(Organizer.theme, "textual-dark")  # the same name with other colors counts as new
            self.theme = name
            self.refresh_css(animate=False)
        for screen in self.screen_stack:
            if isinstance(screen, Dips):
                screen.dip(ink)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave: nothing is waited for, everything was kept when it was said."""
        self.leaving = True
        super().exit(result, return_code, message)

    def _fatal_error(self) -> None:
        """Textual prints every local value here, and has no public way to ask it not to."""
        from rich.traceback import Traceback

        self.panic(Traceback())

    def panic(self, *renderables: object) -> None:
        """Something of ours went wrong. No traceback on the screen: it would show what was written."""
        if self.trouble_file:
            note(self.trouble_file, [self.office.clock.now().isoformat(sep=" "), *places(renderables)])
        if not self.sorry:
            self.sorry = True
            super().panic("Organizer had to stop. Everything you kept is saved; open it again with `organizer`.")


def is_dark(choice: str, now: datetime) -> bool:
    """Whether the evening colors are worn."""
    if choice in ("dark", "light"):
        return choice == "dark"
    return now.hour >= EVENING_FROM or now.hour < MORNING_FROM


def places(renderables: tuple[object, ...]) -> list[str]:
    """Where in the program it went wrong: kinds of error, files and lines, never a value."""
    lines = []
    for trace in (getattr(renderable, "trace", None) for renderable in renderables):
        for stack in trace.stacks if trace else ():
            lines.append(str(stack.exc_type))
            lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in stack.frames]
    return lines


def run(office: Office, place: str = "today", trouble_file: str = "", library: Callable[[], Any] | None = None) -> int:
    """Open the full screen at a place; gives the exit code when it is left. What goes wrong is noted in
    `trouble_file`, without anything that was written."""
    app = Organizer(office, place, driver())
    app.trouble_file = trouble_file
    if library:
        app.desk.library = library
    app.call_later(_settle)
    code = app.run() or 0
    office.close()
    sys.stdout.flush()
    return app.return_code or code


def _settle() -> None:
    """After the first picture: what was made so far is here to stay, so the collector need not look at it."""
    gc.freeze()
    gc.enable()
