"""When the office locks itself: nobody has touched it for a while, or the machine was asleep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from textual import events

from organizer import clock
from organizer.change import Change
from organizer.keeper import Keeper
from organizer.records import Day

SLEPT, MISSED = 10.0, 60.0
"""Seconds by which the time of day may be ahead all at once, and for which nobody may have looked, unless the machine
was asleep."""
TOUCHES = (events.Key, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp, events.Paste)


@runtime_checkable
class Guarded(Protocol):
    """An app that can lock."""

    keeper: Keeper | None

    def lock(self) -> None:
        """Lock the office, or cover the screen of one that has no passphrase."""


class Guard:
    """Looks at the clocks, when it is asked to. `minutes` says after how many the office locks, 0 never."""

    def __init__(self, minutes: Callable[[], float]) -> None:
        self._minutes = minutes
        self.uptime = clock.uptime
        self.asleep = clock.asleep
        self.begin()

    def begin(self) -> None:
        """Measure from now on."""
        self._touched = self._looked = self.uptime()
        self._ahead = self.asleep()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self.uptime()

    def due(self) -> bool:
        """Whether it is time to lock."""
        now, ahead, minutes = self.uptime(), self.asleep(), self._minutes()
        slept = ahead - self._ahead > SLEPT or now - self._looked > MISSED
        self._looked, self._ahead = now, ahead
        return slept or (minutes > 0 and now - self._touched >= minutes * 60)


def closes(change: Change) -> bool:
    """Whether the office was closed by a change."""
    return any(
        isinstance(row.after, Day) and row.after.closed and not (isinstance(row.before, Day) and row.before.closed)
        for row in change.rows
    )
