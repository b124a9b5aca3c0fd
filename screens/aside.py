"""Put aside and taken up again: SIGTSTP and SIGCONT, as a shell or another program sends them. Linux and macOS.

Textual gives the terminal back right where the signal comes. In the midst of a write that is a wait for a lock that
only this same thread could let go of: it stood there for ever. Who went on before it stood still stopped for good, and
what came up again was an empty screen. Here it is done between two things, in the order in which it was asked.
"""

from __future__ import annotations

import os
import signal
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

MOMENT = 0.02
"""Seconds in which what was asked a little later is heard, before it stands still."""


class AsideDriver(LinuxDriver):
    """Textual's own, but no signal stops it in a write."""

    up = aside = asked = False
    """Whether the terminal is ours; whether it was given back for a while; whether that is still asked for."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._loop.add_signal_handler(signal.SIGTSTP, self.put_aside)
        self._loop.add_signal_handler(signal.SIGCONT, self.take_up)
        signal.signal(signal.SIGCONT, self.goes_on)  # heard at once; what follows from it still comes in its turn

    def put_aside(self) -> None:
        """Give the terminal back, and stand still in a moment."""
        self.asked = True
        if self.up:
            self.suspend_application_mode()
            self.aside = True
        self._loop.call_later(MOMENT, self.stand_still)

    def goes_on(self, *_: object) -> None:
        """Nobody asks for it any longer."""
        self.asked = False

    def stand_still(self) -> None:
        """Stop, unless it goes on already."""
        if self.asked:
            self.asked = False  # twice asked is stopped once
            os.kill(os.getpid(), signal.SIGSTOP)

    def take_up(self) -> None:
        """Take the terminal again. Who was stopped without being asked first does not know what it shows by now."""
        self.asked = False
        if self.up:
            self.suspend_application_mode()
            self.aside = True
        if self.aside:
            self.aside = False
            self.resume_application_mode()
            self.aside = not self.up  # in the background there is none
            self._app.call_later(self._app.refresh, layout=True)

    def write(self, data: str) -> None:
        """Nothing while it is not ours: nobody would take it."""
        if not self.aside:
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.up = self._key_thread is not None and self._key_thread.is_alive()

    def stop_application_mode(self) -> None:
        """Give it back."""
        self.up = False
        super().stop_application_mode()
