"""Who is at the front door: the days on which it stays shut."""

from __future__ import annotations

from typing import Any, NamedTuple


class Closure(NamedTuple):
    """Days on which the office keeps no usual hours: `first` to `last`, ISO dates, both of them included; `what` says
    why. With `opens` and `closes` ("HH:MM") those are the hours then; without, it is closed. The shortest closure that
    holds a day says how that day is (`organizer.front.hours`)."""

    id: str
    uuid: str = ""
    first: str = ""
    last: str = ""
    what: str = ""
    opens: str = ""
    closes: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


FREEZE: dict[str, Any] = {}
"""How the lists and objects of JSON become what does not change."""
