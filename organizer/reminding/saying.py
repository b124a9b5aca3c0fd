"""The words of a notification. At the first level they hold nothing that anybody wrote."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.reminding.ring import KINDS, Ring

TITLE = "Organizer"
KIND = {
    "task": "A task is due",
    "event": "An event is coming up",
    "promise": "A promise is due",
    "inquiry": "An answer is due",
    "ritual": "It is time for a ritual",
    "renewal": "A renewal is coming up",
}
"""What each kind of reminder says, and nothing more."""
UNKNOWN = "A reminder is due"


def of_kinds(kinds: Sequence[int]) -> str:
    """What is said of some that are due, by their kinds alone: the first one, and how many more there are."""
    first = kinds[0] if kinds else -1
    said = KIND[KINDS[first]] if 0 <= first < len(KINDS) else UNKNOWN
    return said + more(len(kinds) - 1)


def more(count: int) -> str:
    """How many more there are, and the end of the sentence."""
    return f", and {count} more." if count > 0 else "."


def of_rings(rings: Sequence[Ring], level: str = "kind", count: int = 0) -> str:
    """What is said at a level ("kind", "area", "words"). The words of what is linked to a client are never said."""
    if not rings:
        return of_kinds([])
    first, rest = rings[0], max(count, len(rings)) - 1
    said = KIND[first.kind]
    flat = " ".join(first.text.split())
    if level == "words" and flat and not first.client:
        return f"{said}: {flat}" + (more(rest) if rest > 0 or flat[-1] not in ".!?" else "")
    if level in ("area", "words") and first.area:
        return f"{said}, {first.area}{more(rest)}"
    return said + more(rest)
