"""Leaving at once: the terminal is given back without waiting for the thread that reads keys.

Textual waits for it twice a tenth of a second when it stops; when the process ends anyway, that is
the longest part of leaving (docs/performance.md).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def driver() -> type[Driver] | None:
    """The driver to run with; None where Textual's own choice stands (Windows, no terminal)."""
    if sys.platform == "win32":
        return None
    from textual.drivers.linux_driver import LinuxDriver

    class QuickDriver(LinuxDriver):
        """Textual's own, but nobody waits for its thread when the app ends."""

        def disable_input(self) -> None:
            if getattr(self._app, "leaving", False):
                self._key_thread = None
            super().disable_input()

    return QuickDriver
