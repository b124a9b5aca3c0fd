"""Leaving at once: the terminal is given back, or handed on, without waiting for the thread that reads keys.

Textual waits for it twice a tenth of a second when it stops; when the process ends anyway, that is
the longest part of leaving (docs/performance.md).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from organizer.handing import hand_over, take_over
from screens.patience import wait_patiently

if TYPE_CHECKING:
    from textual.driver import Driver


def driver() -> type[Driver] | None:
    """The driver to run with; None where Textual's own choice stands (Windows, no terminal)."""
    if sys.platform == "win32":
        return None
    from screens.aside import AsideDriver

    wait_patiently()

    class QuickDriver(AsideDriver):
        """Textual's own, but nobody waits for its thread when the app ends."""

        def start_application_mode(self) -> None:
            super().start_application_mode()
            self.attrs_before = take_over() or self.attrs_before

        def stop_application_mode(self) -> None:
            if not getattr(self._app, "locking", False):
                super().stop_application_mode()
                return
            self.up = False
            # The terminal goes to the process that takes our place: cleared, and showing nothing of what is typed.
            if self.attrs_before is not None:
                hand_over(self.attrs_before)
            self.write("\x1b[<u\x1b[2J\x1b[H")
            self.flush()

        def disable_input(self) -> None:
            if getattr(self._app, "locking", False):
                self.exit_event.set()  # what is typed from here on is read by the process to come
                return
            if getattr(self._app, "leaving", False):
                self._key_thread = None
            super().disable_input()

    return QuickDriver
