"""The lookout of the desk: has another program written, has a minute gone by, has the day turned?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from organizer.errors import OrganizerError


@runtime_checkable
class Ticks(Protocol):
    """What lies over the desk and says how late it is."""

    def read_again(self) -> None:
        """A minute has gone by."""


class Lookout:
    """Looks around for the desk twice a second.

    `on_look` is called at every look, `on_minute` when a minute has gone by. While it is `gathering`, what another
    program wrote is only taken in; the page is drawn once, after it.
    """

    def __init__(self, desk: Any) -> None:
        self._desk = desk
        self.on_look: list[Callable[[], None]] = []
        self.on_minute: list[Callable[[], None]] = []
        self.gathering = False
        self.minute = ""
        self.work: Any = None
        """What is done beside the keys just now (`screens.beside`)."""
        self._begun = False

    def begin(self) -> None:
        """Look around again and again, by the loop's own clock: a timer of the framework costs ten times as much,
        twice a second, all day."""
        if self._desk.is_attached:
            if self._begun:
                self.look_around()
            self._begun = True
            asyncio.get_running_loop().call_later(0.5, self.begin)

    def look_around(self) -> None:
        """Has another program written? Once a minute: the time, and at midnight the day."""
        desk = self._desk
        self.gathering = True
        try:
            desk.office.refresh()
        except OrganizerError as error:
            desk.say(str(error), care=True)
        finally:
            self.gathering = False
        desk.show_again()
        for look in self.on_look:
            look()
        now = f"{desk.office.clock.now():%Y-%m-%d %H:%M}"
        if now != self.minute:
            self._a_minute_went_by(now)

    def roll_over(self) -> None:
        """What comes round and is over goes on to its next day."""
        from organizer.commands.repeating import roll_over

        roll_over(self._desk.office)

    def _a_minute_went_by(self, now: str) -> None:
        desk = self._desk
        self.roll_over()
        if now[:10] != self.minute[:10]:
            desk.turn_the_day()
        desk.frame_band()
        desk.page.dirty = True
        desk.show_again()
        for screen in desk.app.screen_stack:
            if isinstance(screen, Ticks):
                screen.read_again()
        for tell in self.on_minute:
            tell()
