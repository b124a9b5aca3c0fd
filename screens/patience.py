"""Waiting for keys. Textual's thread for them looks up ten times a second, which is half of what the app takes when it
is left alone; while nobody is at the keys, four times are enough. A key is read at once all the same."""

from __future__ import annotations

import selectors
from types import SimpleNamespace

SOON = 10
"""So often nothing came before it is waited longer: an escape by itself is told by a tenth of a second after it."""
LONG = 0.25
"""Seconds that are waited then, at most: whoever ends the thread, or puts the app aside, waits for it so long."""


class Patient(selectors.SelectSelector):
    """Waits longer when nothing has come for a while."""

    _nothing = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What has come."""
        if self._nothing >= SOON:
            timeout = LONG if self.get_map() else 0  # the thread ends: its last look at nothing needs no time
        found = super().select(timeout)
        self._nothing = 0 if found else self._nothing + 1
        return found


def wait_patiently() -> None:
    """From now on the thread that reads keys does so."""
    from textual.drivers import linux_driver

    with_patience = SimpleNamespace(**{**vars(selectors), "SelectSelector": Patient})
    linux_driver.selectors = with_patience  # type: ignore[attr-defined,assignment]
