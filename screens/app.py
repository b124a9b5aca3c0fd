"""The app: colors, signs, and the one desk. Small on purpose."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol, runtime_checkable

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from organizer.change import Change
from organizer.clock import Clock
from organizer.errors import OrganizerError
from organizer.keeper import AGAIN, Keeper
from organizer.keymap import USUAL, Keymap
from organizer.machine import NOTHING, Machine
from organizer.manner import speak
from organizer.office import Office
from organizer.practice import Practice
from organizer.settings.keys import KEYS
from organizer.settings.look import LIGHT, SIGNS, is_dark
from organizer.settings.privacy import LOCK_AFTER
from organizer.trouble import note, places
from screens import palettes
from screens.desk import Desk
from screens.guard import TOUCHES, Guard, closes
from screens.ink import Ink
from screens.leaving import driver
from screens.nearest import wear
from screens.signs import PLAIN, signs
from screens.veil import VEIL

NOT_KEPT = "What you were typing cannot be kept now, so the screen is covered and the office stays open."
PATIENCE = 2.0
"""Seconds that a key waits for another program to finish writing."""


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

    def __init__(
        self,
        office: Office | None,
        place: str = "today",
        driver_class: type[Driver] | None = None,
        keeper: Keeper | None = None,
        clock: Clock | None = None,
        here: Machine = NOTHING,
    ) -> None:
        """Without an office it begins with the lock, and `keeper` opens one. `here` is what holds on this machine."""
        self._worn: Theme | None = None
        super().__init__(driver_class=driver_class, css_path=None if office else [self.CSS_PATH, "styles/lock.tcss"])
        self.leaving = self.locking = self.sorry = False
        self.trouble_file = self._day = ""
        self.keeper = keeper
        self.hidden: bool | None = None
        self.clock = clock or (office.clock if office else Clock())
        self.guard = Guard(self._minutes)
        self._office, self._place, self.here = office, place, here
        speak(lambda name: self._practice.setting(name))
        self._library: Callable[[Office], Any] = lambda office: None
        self.bell: Any = None
        self.ink = self._mix()
        self._drape()
        self.set_reactive(Organizer.theme, self._sew())  # worn from the start: nothing is parsed twice
        self.stylesheet.set_variables(self.get_css_variables())
        if office:
            self._furnish(office)

    def _furnish(self, office: Office) -> None:
        """Make the desk of an office."""
        self._office = office
        self.desk = Desk(office, self.ink, self._place)
        self.desk.library = lambda: self._library(office)
        self.desk.lookout.on_look += [self._look, self.hang_bell]
        office.subscribe(self._changed)
        office.patience = PATIENCE

    @property
    def office(self) -> Office:
        """The office that is open."""
        assert self._office is not None, "the office is locked"
        return self._office

    @property
    def library(self) -> Callable[[Office], Any]:
        """How the packs of the trade are read."""
        return self._library

    @library.setter
    def library(self, library: Callable[[Office], Any]) -> None:
        self._library = library

    def on_mount(self) -> None:
        """Colors that follow the clock look at it now and then; what was being written is taken up again."""
        self.set_interval(30, self.recolor)
        if self.ink.keymap.changed:
            self._bind()
        if self._office:
            self.call_after_refresh(self._take_up)

    async def on_event(self, event: events.Event) -> None:
        """A key or a click puts off the lock. Once it leaves, or locks, nothing is done with them any longer."""
        if isinstance(event, TOUCHES):
            self.guard.touch()
        if not (self._exit and isinstance(event, events.InputEvent)):
            await super().on_event(event)

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[Any, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """What is asked of an overlay that does not stand yet waits until it does, behind what was asked before."""
        if isinstance(default_namespace, ModalScreen) and not default_namespace.is_mounted:
            return default_namespace.call_later(self.run_action, action, default_namespace, namespaces)
        if self._exit or not getattr(default_namespace, "stood", True):
            return False  # it leaves; or that was closed before it stood
        return await super().run_action(action, default_namespace, namespaces)

    @property
    def plain(self) -> bool:
        """Whether plain signs are worn."""
        return self.ink.signs is PLAIN

    def get_default_screen(self) -> Screen[None]:
        """The desk is the screen there always is, once the office is open."""
        if self._office or not self.keeper:
            return self.desk
        from screens.lock import Lock

        return Lock(self.ink, self.clock, self.unlock, self.keeper.pause)

    @property
    def _practice(self) -> Practice:
        practice = self._office.practice if self._office else Practice()
        practice.here = self.here.settings
        return practice

    def _mix(self) -> Ink:
        practice = self._practice
        theme = practice.theme()
        dark = is_dark(LIGHT.of(practice), self.clock.now())
        palette = palettes.derive(theme.color if theme and theme.color else palettes.DEFAULT, dark)
        return Ink(palette, signs(SIGNS.of(practice) == "plain"), self._keys(practice))

    def _keys(self, practice: Practice) -> Keymap:
        if not KEYS.of(practice) and not practice.setting("keys_here"):
            return USUAL
        from organizer.commands.keys import in_force

        return in_force(practice)

    def _bind(self) -> None:
        """Tell Textual of the keys in force, on every screen that has them."""
        from screens.binding import names

        self.set_keymap(names(self.ink.keymap))

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

    def get_css_variables(self) -> dict[str, str]:
        """The variables of the theme that is worn, made from all its colors: none before there is one."""
        return super().get_css_variables() if self._worn else {}

    def _changed(self, change: Change | None) -> None:
        if change is not None and closes(change) and self.keeper and self.keeper.sealed:
            self.call_later(self.lock)
        if change is None or any(row.table in ("settings", "themes") for row in change.rows):
            self.call_next(self.recolor)
        if VEIL.drawn:
            from organizer.views.people import everybody, named

            VEIL.know(
                everybody(self._practice)
                if change is None
                else named(row.after for row in change.rows if row.after is not None)
            )

    def veil(self, hidden: bool) -> None:
        """Hide names, or show them, where that cannot be kept: until the app is left."""
        self.hidden = hidden
        self.recolor()

    def _hides(self) -> bool:
        return self._practice.setting("names") == "hidden" if self.hidden is None else self.hidden

    def _drape(self) -> None:
        """The veil as it should be."""
        names: frozenset[str] = frozenset()
        if self._hides():
            from organizer.views.people import everybody

            names = everybody(self._practice)
        VEIL.draw(self._hides(), self.ink.signs.hidden, names)

    def recolor(self) -> None:
        """Take on the colors and signs there should be now, and the veil."""
        ink, before = self._mix(), self.ink
        same_keys = ink.keymap == before.keymap
        if same_keys and (ink.palette, ink.signs, self._hides()) == (before.palette, before.signs, VEIL.drawn):
            return
        self.ink = ink
        if not same_keys:
            self._bind()
        self._drape()
        if (ink.palette, ink.signs) != (before.palette, before.signs):
            name = self._sew()
            if name == self.theme:
                self.set_reactive(Organizer.theme, "textual-dark")  # the same name with other colors counts as new
            self.theme = name
            self.refresh_css(animate=False)
        for screen in self.screen_stack:
            if isinstance(screen, Dips):
                screen.dip(ink) if screen.is_mounted else screen.call_later(screen.dip, ink)

    def leave(self) -> None:
        """Leave the vault in order."""
        if self._office:
            if self.desk.ringing is not None:
                self.desk.ringing.bell.keep(self._office.practice, self._office.clock)
            self._office.close()

    # -- the lock

    def unlock(self, passphrase: str) -> str:
        """Open the office; "" when it is open, else the sentence that says why not."""
        assert self.keeper is not None
        try:
            office = self.keeper.open(passphrase)
        except OrganizerError as error:
            return str(error)
        self._furnish(office)
        self.guard.begin()
        self.recolor()
        self.desk.ink = self.ink
        self.add_mode("office", lambda: self.desk)
        self.switch_mode("office")
        self.call_after_refresh(self._take_up)
        return ""

    def hang_bell(self) -> None:
        """Let ring what is due. At the first look around, half a second after the first picture, unless it is asked for
        sooner: no key waits for it."""
        if self.desk.ringing is not None:
            return
        bell = self.bell or (self.keeper.bell if self.keeper else None)
        if bell is not None:
            from screens.reminding.ringing import Ringing

            self.desk.ringing = Ringing(self.desk, bell)
            self.desk.ringing.look()

    async def _take_up(self) -> None:
        """Go on where the office was locked; say what the recovery code calls for."""
        doc = self._practice.setting("draft")
        if isinstance(doc, dict):
            from screens import drafts

            await drafts.take_up(self.desk, doc)
            with suppress(OrganizerError):
                self.office.run("privacy.draft", draft=None)
        for said in self.here.said[:1]:
            self.desk.say(said, care=True, stays=True)
        if self.keeper and self.keeper.by_recovery:
            self.desk.say("Opened with the recovery code. ctrl+p, then passphrase, sets a new one.", stays=True)

    def lock(self) -> None:
        """Lock the office: keep what is being written, and ask for a fresh process. One without a passphrase has its
        screen covered."""
        from screens.cover import Cover

        if self._office is None or isinstance(self.screen, Cover) or self.locking:
            return
        if self.keeper is None or not self.keeper.sealed:
            self.push_screen(Cover(self.ink, self._offer if self.keeper else None))
            return
        from screens import drafts

        doc = drafts.now(self.desk)
        try:
            self.office.run("privacy.draft", draft=doc)
        except OrganizerError:
            if drafts.typed(doc):
                self.push_screen(Cover(self.ink, None, NOT_KEPT))
                return
        self._forget_copied()
        self.locking = True
        self.exit(AGAIN)

    def _offer(self) -> None:
        self.call_later(self.desk.action_command, "passphrase.set")

    def _forget_copied(self) -> None:
        """What was copied here is taken off the clipboard: some terminals take a blank for it, some an empty text."""
        if self.clipboard:
            self.copy_to_clipboard(" ")
            self.copy_to_clipboard("")

    def _minutes(self) -> float:
        return float(LOCK_AFTER.of(self._practice))

    def _look(self) -> None:
        """Is it time to lock, or was it asked for elsewhere? Has a day begun? Does something else hold here?"""
        if here := self.here.news():
            from screens.here import hold

            hold(self, here)
        if self.keeper and self._day != (today := self.clock.today()):
            from screens.daily import begin_day

            self._day = today
            begin_day(self.desk, self.keeper.backups)
        if self.keeper and (self.guard.due() or self.keeper.lock_asked()):
            if self.keeper.sealed and not getattr(self.screen, "stays", False):
                self.lock()
            else:
                self.guard.touch()

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
            note(self.trouble_file, [self.clock.now().isoformat(sep=" "), *places(renderables)])
        if not self.sorry:
            self.sorry = True
            super().panic("Organizer had to stop. Everything you kept is saved; open it again with `organizer`.")


def run(
    office: Office | None,
    place: str = "today",
    trouble_file: str = "",
    library: Callable[[Office], Any] | None = None,
    keeper: Keeper | None = None,
    clock: Clock | None = None,
    bell: Any = None,
    here: Machine = NOTHING,
) -> int:
    """Open the full screen at a place, behind the lock when there is no office yet; gives the exit code when it is
    left. What goes wrong is noted in `trouble_file`, without anything that was written. `bell` rings what is due where
    there is no keeper to have one."""
    app = Organizer(office, place, driver(), keeper, clock, here)
    wear(app)
    app.bell = bell
    app.trouble_file = trouble_file
    app.library = library or app.library
    app.call_later(_settle)
    code = app.run() or 0
    app.leave()
    sys.stdout.flush()
    return app.return_code or code


def _settle() -> None:
    """After the first picture: what was made so far is here to stay, so the collector need not look at it."""
    gc.freeze()
    gc.enable()
