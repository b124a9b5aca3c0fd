"""What those who tell reminders share: the schedule, and what was told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from organizer.reminding.schedule import Schedule
from organizer.reminding.telling import State

T = TypeVar("T")


class Shared(Protocol):
    """The box in which both lie; `organizer.agent.box` is the one of a real home."""

    @property
    def wanted(self) -> bool:
        """Whether an agent is at work, so that somebody has to keep the schedule."""

    def schedule(self) -> Schedule:
        """The schedule."""

    def keep(self, schedule: Schedule) -> bool:
        """Put a schedule there; whether it could be."""

    def vault_sign(self) -> str:
        """What changes whenever the vault does."""

    def state(self) -> State:
        """What was told."""

    def turn(self, act: Callable[[State], tuple[State, T]], patience: float = 0.0) -> T | None:
        """Read what was told and write what it becomes, while nobody else does; None when another has it too long."""


class Alone:
    """A box that nobody else looks into: for a practice that is kept nowhere."""

    wanted = False

    def __init__(self) -> None:
        self._schedule, self._state = Schedule(), State()

    def schedule(self) -> Schedule:
        """The schedule."""
        return self._schedule

    def keep(self, schedule: Schedule) -> bool:
        """Put a schedule there."""
        self._schedule = schedule
        return True

    def vault_sign(self) -> str:
        """There is no vault."""
        return ""

    def state(self) -> State:
        """What was told."""
        return self._state

    def turn(self, act: Callable[[State], tuple[State, T]], patience: float = 0.0) -> T | None:
        """Read and write what was told."""
        self._state, found = act(self._state)
        return found
