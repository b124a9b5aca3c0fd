"""What is to be told at a moment, what waits, and what is left for the digest. The one rule that the agent, the app and
every other terminal go by; each remembers in the same state what was told."""

from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from organizer.reminding.manners import Manners, hushed

GRACE = 18 * 3600.0
"""Seconds after which something of another day is not told any more, but left for the digest."""
CLAIM = 60.0
"""Seconds for which somebody who is about to tell something is waited for."""
REST = 3600.0
"""Seconds at most until it is tried again after nothing could be told."""
KEPT = 60 * 86400.0
"""Seconds for which it is remembered that something was told, at least."""


class Item(NamedTuple):
    """A reminder as the schedule has it: when, what it is called, and its kind by its place in `KINDS`."""

    at: str
    key: str
    kind: int = 0
    zone: str = ""


class State(NamedTuple):
    """What is remembered: what was told and when, what is about to be, and until when something was put off; all by
    `ring.key`, in seconds of the world. `rest` is when to try again after nothing could be told, `fails` how often
    that was; `way` is how the last one was told and `last` when anybody looked."""

    told: dict[str, float] = {}
    claims: dict[str, float] = {}
    later: dict[str, float] = {}
    rest: float = 0.0
    fails: int = 0
    way: str = ""
    begun: float = 0.0

    def doc(self) -> dict[str, Any]:
        """As JSON."""
        return self._asdict()


class Due(NamedTuple):
    """What has come: to be told now, the oldest first; to be told when it may ring again; for the digest alone; when
    the next one comes, 0 for never; and whether nothing may ring just now."""

    now: tuple[Item, ...] = ()
    held: tuple[Item, ...] = ()
    missed: tuple[Item, ...] = ()
    next: float = 0.0
    hush: bool = False

    @property
    def all(self) -> tuple[Item, ...]:
        """All that has come and was not told."""
        return (*self.missed, *self.held, *self.now)


def state_of(doc: Any) -> State:
    """From JSON; what makes no sense is as if it had not been written."""
    if not isinstance(doc, dict):
        return State()

    def times(name: str) -> dict[str, float]:
        found = doc.get(name)
        pairs = found.items() if isinstance(found, dict) else ()
        return {str(key): float(at) for key, at in pairs if isinstance(at, int | float)}

    def number(name: str) -> float:
        found = doc.get(name)
        return float(found) if isinstance(found, int | float) else 0.0

    return State(
        times("told"), times("claims"), times("later"), number("rest"), int(number("fails")),
        str(doc.get("way", "")), number("begun"),
    )  # fmt: skip


@lru_cache(4096)
def instant(at: str, zone: str) -> float:
    """A wall time as seconds of the world. One that the clock skips is an hour later, of one that comes twice it is
    the first. "" is the zone of this machine; 0 for what is no time."""
    try:
        wall = datetime.fromisoformat(at)
        found = zone_named(zone)
        return (wall if found is None else wall.replace(tzinfo=found)).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


@lru_cache(64)
def zone_named(zone: str) -> Any:
    """A time zone by its name; None for the machine's own."""
    if not zone:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return None


def wall_of(now: float, zone: str) -> datetime:
    """The local wall time of a moment of the world."""
    return datetime.fromtimestamp(now, zone_named(zone)).replace(tzinfo=None)


def first_of(now: float, zone: str) -> float:
    """When the day of a moment began."""
    wall = wall_of(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return instant(wall.isoformat(timespec="minutes"), zone)


def due(items: list[Item], state: State, now: float, manners: Manners, zone: str = "") -> Due:
    """What has come at a moment."""
    wall = wall_of(now, zone)
    hush = not manners.on or hushed(wall, manners)
    ring: list[tuple[float, Item]] = []
    missed: list[tuple[float, Item]] = []
    upcoming: list[float] = []
    first = state.begun if 0 < state.begun <= now else first_of(now, zone)
    for item in items:
        at = state.later.get(item.key) or instant(item.at, item.zone or zone)
        if (item.key not in state.later and item.key in state.told) or at < first:
            continue
        if at > now:
            upcoming.append(at)
        elif _is_fresh(state.claims.get(item.key), now):
            upcoming.append(now + CLAIM)  # somebody is telling it; if they do not come to it, it is ours
        elif now - at > GRACE and wall_of(at, zone).date() != wall.date():
            missed.append((at, item))
        else:
            ring.append((at, item))
    told = in_order(ring)
    soonest = min(upcoming, default=0.0)
    return Due(() if hush else told, told if hush else (), in_order(missed), soonest, hush)


def _is_fresh(claim: float | None, now: float) -> bool:
    """Whether somebody is about to tell it. A claim from a clock that was set back since holds nothing."""
    return claim is not None and abs(now - claim) < CLAIM


def in_order(found: list[tuple[float, Item]]) -> tuple[Item, ...]:
    """The oldest first; what came together as the schedule has it."""
    return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))


def begun(state: State, now: float, zone: str) -> State:
    """Somebody looks for the first time; or the first after the clock was set back to before that."""
    return state if 0 < state.begun <= now else state._replace(begun=first_of(now, zone))


def claimed(state: State, keys: list[str], now: float) -> State:
    """Somebody is about to tell these."""
    return state._replace(claims={**state.claims, **dict.fromkeys(keys, now)})


def told(state: State, keys: list[str], now: float, way: str = "") -> State:
    """These were told."""
    gone = frozenset(keys)
    return state._replace(
        told={**state.told, **dict.fromkeys(keys, now)},
        claims={key: at for key, at in state.claims.items() if key not in gone},
        later={key: at for key, at in state.later.items() if key not in gone},
        way=way or state.way,
        rest=0.0,
        fails=0,
    )


def untold(state: State, keys: list[str], now: float) -> State:
    """These could not be told: they stay due, and it is tried again in a while, longer each time."""
    gone = frozenset(keys)
    wait = min(REST, 60.0 * 2 ** min(state.fails, 6))
    return state._replace(
        claims={key: at for key, at in state.claims.items() if key not in gone},
        rest=now + wait,
        fails=state.fails + 1,
    )


def put_off(state: State, key: str, until: float) -> State:
    """This one comes again at a moment."""
    return state._replace(later={**state.later, key: until})


def settled(state: State, keys: list[str], now: float) -> State:
    """These need nothing more: they were seen, or what they are about was done."""
    return told(state, keys, now)


def pruned(state: State, items: list[Item], now: float) -> State:
    """Without what nobody will ask for again."""
    here = {item.key for item in items}
    old = now - KEPT
    return state._replace(
        told={key: at for key, at in state.told.items() if key in here or at > old},
        later={key: at for key, at in state.later.items() if key in here or at > old},
        claims={key: at for key, at in state.claims.items() if _is_fresh(at, now)},
    )
