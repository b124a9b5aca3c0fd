"""What rings while the app is open: by the same rule and out of the same box as the agent, so nothing rings twice."""

from collections.abc import Callable
from typing import NamedTuple

from organizer.clock import Clock
from organizer.practice import Practice
from organizer.reminding import telling
from organizer.reminding.making import manners_of, of_rings, rings_by_key
from organizer.reminding.manners import Manners
from organizer.reminding.ring import Ring
from organizer.reminding.schedule import Schedule
from organizer.reminding.shared import Shared
from organizer.reminding.telling import Due, Item, State


class Heard(NamedTuple):
    """What has come just now, the oldest first; and what came while nobody was there, for the digest."""

    rings: tuple[Ring, ...] = ()
    digest: tuple[Ring, ...] = ()


class Bell:
    """The bell of an open office. `secret` makes the names that say nothing (`organizer.reminding.span.key`)."""

    def __init__(self, box: Shared, secret: bytes = b"organizer", sealed: Callable[[], bool] = lambda: False) -> None:
        self.box = box
        self.sealed = sealed
        self._secret = secret
        self._made: tuple[object, ...] = ()
        self._kept: tuple[object, ...] = ()
        self._rings: dict[str, Ring] = {}
        self._items: list[Item] = []
        self.manners = Manners()
        self._opened = False

    def rings(self, practice: Practice, clock: Clock) -> dict[str, Ring]:
        """All that rings around now, by key, the soonest first; derived anew when something has changed."""
        now = clock.now()
        made = (practice, practice.version, now.date(), clock.zone(), self.sealed())
        if made != self._made:
            self._rings = rings_by_key(practice, now, clock.zone(), self._secret)
            self._items = list(of_rings(self._rings))
            self.manners = manners_of(practice, now)
            self._made = made
        return self._rings

    def look(self, practice: Practice, clock: Clock) -> Heard:
        """What is to be told here and now; it counts as told."""
        self.rings(practice, clock)
        now, zone = clock.moment(), clock.zone()

        def due(state: State) -> Due:
            return telling.due(self._items, state, now, self.manners, zone)

        state = self.box.state()
        if not 0 < state.begun <= now:
            self.box.turn(lambda state: (telling.begun(state, now, zone), True))
        first = due(state)
        if first.hush:
            return Heard()
        opening, self._opened = not self._opened, True
        if not first.all:
            return Heard()

        def tell(state: State) -> tuple[State, Due]:
            fresh = due(state)
            told = telling.told(state, [item.key for item in fresh.all], now, "in the app")
            return telling.pruned(told, self._items, now), fresh

        fresh = self.box.turn(tell)
        if fresh is None:
            self._opened = not opening
            return Heard()
        if (opening and len(fresh.all) > 1) or fresh.missed:
            return Heard((), self._of(fresh.all))
        return Heard(self._of(fresh.now))

    def _of(self, items: tuple[Item, ...]) -> tuple[Ring, ...]:
        return tuple(self._rings[item.key] for item in items)

    def put_off(self, ring: Ring, until: float) -> None:
        """Let it come again at a moment of the world."""
        from organizer.reminding.span import key

        name = key(ring, self._secret)
        self.box.turn(lambda state: (telling.put_off(state, name, until), True), patience=1.0)

    def keep(self, practice: Practice, clock: Clock) -> None:
        """Keep the schedule for the agent, where one is at work and something has changed since."""
        if not self.box.wanted:
            return
        self.rings(practice, clock)
        if self._kept == self._made:
            return
        made = clock.now().isoformat(timespec="seconds")
        of = self.box.vault_sign()
        if self.box.keep(Schedule(tuple(self._items), self.manners, clock.zone(), self.sealed(), of, made)):
            self._kept = self._made
