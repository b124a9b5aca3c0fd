"""One look at what is due: claim it, tell it, remember it."""

from collections.abc import Callable
from typing import NamedTuple

from organizer.notify import Sent
from organizer.reminding import telling
from organizer.reminding.schedule import Schedule
from organizer.reminding.shared import Shared
from organizer.reminding.telling import Due, State

Send = Callable[[str, str], Sent]
TITLE = "Organizer"

Words = Callable[[Schedule, list[str], list[int]], str]


class Look(NamedTuple):
    """What came of a look: how many were told, in which words and how; how many wait, and when the next one comes."""

    told: int = 0
    words: str = ""
    sent: Sent = Sent()
    held: int = 0
    missed: int = 0
    next: float = 0.0


def tick(box: Shared, now: float, zone: str, send: Send, words: Words | None = None) -> Look:
    """Tell what has come and was not told: all of it in one notification. Whoever looks at the same time leaves it to
    us. What cannot be told stays due."""
    schedule = box.schedule()
    due = _claim(box, schedule, now, zone)
    if due is None:
        return Look()
    held, missed = len(due.held), len(due.missed)
    if not due.now:
        return Look(held=held, missed=missed, next=due.next)
    keys = [item.key for item in due.now]
    said = (words or plainly)(schedule, keys, [item.kind for item in due.now])
    sent = send(TITLE, said)

    def note(state: State) -> tuple[State, bool]:
        told = telling.told(state, keys, now, sent.way) if sent.worked else telling.untold(state, keys, now)
        return telling.pruned(told, list(schedule.items), now), True

    box.turn(note, patience=2.0)
    return Look(len(keys) if sent.worked else 0, said, sent, held, missed, due.next)


def _claim(box: Shared, schedule: Schedule, now: float, zone: str) -> Due | None:
    """What is ours to tell, so that nobody else does; None when somebody is at it just now."""
    items = list(schedule.items)
    state = box.state()
    if not 0 < state.begun <= now:
        box.turn(lambda state: (telling.begun(state, now, zone), True))
    due = telling.due(items, state, now, schedule.manners, zone)
    if not due.now:
        return due
    if now < state.rest <= now + telling.REST:
        return due._replace(now=(), held=due.now)

    def claim(state: State) -> tuple[State, Due]:
        fresh = telling.due(items, state, now, schedule.manners, zone)
        return telling.claimed(state, [item.key for item in fresh.now], now), fresh

    return box.turn(claim)


def plainly(schedule: Schedule, keys: list[str], kinds: list[int]) -> str:
    """The words that tell nothing of anybody's."""
    from organizer.reminding.saying import of_kinds

    return of_kinds(kinds)
